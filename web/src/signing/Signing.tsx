import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type Pad from 'signature_pad';
import type { Me } from '#api/contract/people.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { TranscriptVersion } from '#domain/transcript/version.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { uploadFile, type UploadTrouble } from '#web/party/files/upload-file.ts';
import { OneOf, Tick } from '#web/party/parts/fields.tsx';
import { Good, Problem } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { caseOf } from '#web/room/home-of.ts';
import { hasHash } from '#web/signing/frozen-text.ts';
import { OwnCode } from '#web/signing/OwnCode.tsx';
import { RefuseToSign } from '#web/signing/RefuseToSign.tsx';
import { SignaturePad, signatureFile } from '#web/signing/SignaturePad.tsx';
import { NotOpen, type Ending } from '#web/signing/NotOpen.tsx';

interface SigningProps {
  task: TaskDetail;
  me: Me;
  canonical: string;
  sha256: string;
  version: TranscriptVersion;
  signatures: readonly { name: string; as: string; at: string; refused: string | null }[];
  /** A mediation agreement instead of a transcript: one text, without speakers. */
  agreement?: boolean;
  onEnd: (ending: Ending) => void;
}

type Wrong = Partial<Record<'read' | 'drawn' | 'code' | 'next', boolean>>;

/** The whole text with its hash, then the signature, the own code, and for the judge what follows. */
export function Signing({ task, me, canonical, sha256, version, signatures, agreement = false, onEnd }: SigningProps) {
  const { t } = useTranslation('signing');
  const { t: party } = useTranslation('party');
  const title = t(agreement ? 'agreement.title' : 'title');
  const [read, setRead] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const [code, setCode] = useState('');
  const [next, setNext] = useState<'archive' | 'anotherSession' | null>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [uploading, setUploading] = useState(false);
  const [trouble, setTrouble] = useState<UploadTrouble | null>(null);
  const [refusing, setRefusing] = useState(false);
  const pad = useRef<Pad>(null);
  /** The picture that arrived already: a wrong code does not send it twice. */
  const sentPicture = useRef<{ picture: string; fileId: string } | null>(null);
  const isJudge = task.facts['as'] === 'presidingJudge';
  const sign = useCommand(api.tasks.sign, { label: title, onDone: () => onEnd('signed') });
  const integrity = useIntegrity(canonical, sha256);
  const busy = uploading || sign.phase !== null;
  const over = task.state !== 'open' || !task.mayAnswer;

  async function picture(): Promise<string | null> {
    if (!pad.current) return null;
    const drawing = pad.current.toDataURL('image/png');
    if (sentPicture.current?.picture === drawing) return sentPicture.current.fileId;
    setUploading(true);
    const upload = await uploadFile(signatureFile(drawing), 'signature', { caseId: task.caseId });
    setUploading(false);
    if ('trouble' in upload) { setTrouble(upload.trouble); return null; }
    sentPicture.current = { picture: drawing, fileId: upload.done.fileId };
    return upload.done.fileId;
  }

  async function confirm() {
    const found: Wrong = { read: !read, drawn: !drawn, code: me.staff ? code.length < 4 : !/^\d{4,8}$/.test(code), next: isJudge && next === null };
    setWrong(found);
    setTrouble(null);
    if (Object.values(found).some(Boolean)) {
      requestAnimationFrame(() => document.querySelector('.wrong')?.scrollIntoView({ block: 'center' }));
      return;
    }
    const signatureFileId = await picture();
    if (signatureFileId === null) return;
    await sign.run({ taskId: task.taskId, versionHash: sha256, signatureFileId, code, ...(isJudge && next ? { next } : {}) });
  }

  return (
    <PhonePage
      title={title} back={caseOf(me.staff, task.caseId)} task={task.kind}
      actions={(
        <>
          <button type="button" className="button quiet danger" disabled={busy || over} onClick={() => setRefusing(true)}>{t('refuse')}</button>
          <button type="button" className="button main" disabled={busy || over || integrity === false} onClick={() => void confirm()}>{uploading ? t('uploading') : sign.phase !== null ? t('signing') : t('sign')}</button>
        </>
      )}
    >
      <div className="stack tight">
        <h1>{title}</h1>
        <p className="soft">{task.causeOfAction} <span className="number">{task.caseNumber}</span></p>
        <p>{t(agreement ? 'agreement.lead' : 'lead')}</p>
      </div>
      {over && !busy && !refusing ? <NotOpen task={task} /> : null}
      <FullText version={version} sha256={sha256} integrity={integrity} agreement={agreement} />
      {signatures.length > 0 ? <SignedSoFar signatures={signatures} /> : null}
      <Tick label={t(agreement ? 'agreement.read' : 'read')} value={read} onChange={setRead} />
      {wrong.read && !read ? <p className="wrong" role="alert">{t('readFirst')}</p> : null}
      <section className="card">
        <h2>{t('draw')}</h2>
        <SignaturePad pad={pad} onDrawn={setDrawn} disabled={busy} />
        {wrong.drawn && !drawn ? <p className="wrong" role="alert">{t('drawFirst')}</p> : null}
      </section>
      {isJudge ? (
        <OneOf
          legend={t('next')} value={next} onChoose={setNext} wrong={wrong.next && next === null ? t('nextWrong') : null}
          options={[{ value: 'archive', label: t('archive'), hint: t('archiveHint') }, { value: 'anotherSession', label: t('anotherSession'), hint: t('anotherSessionHint') }]}
        />
      ) : null}
      <section className="card"><OwnCode taskId={task.taskId} staff={me.staff} code={code} onCode={setCode} wrong={wrong.code === true} /></section>
      {trouble ? <Problem>{party(`files.trouble.${trouble.kind}`)}</Problem> : null}
      <ProblemNote problem={sign.problem} />
      {refusing ? <RefuseToSign agreement={agreement} taskId={task.taskId} onCancel={() => setRefusing(false)} onRefused={() => onEnd('refused')} /> : null}
    </PhonePage>
  );
}

/** @returns whether the text has its hash: null while it is checked, 'unchecked' where the browser cannot. */
function useIntegrity(canonical: string, sha256: string): boolean | 'unchecked' | null {
  const [integrity, setIntegrity] = useState<boolean | 'unchecked' | null>(null);
  useEffect(() => {
    let current = true;
    void hasHash(canonical, sha256).then((has) => { if (current) setIntegrity(has ?? 'unchecked'); });
    return () => { current = false; };
  }, [canonical, sha256]);
  return integrity;
}

function FullText({ version, sha256, integrity, agreement }: { version: TranscriptVersion; sha256: string; integrity: boolean | 'unchecked' | null; agreement: boolean }) {
  const { t } = useTranslation('signing');
  const language = useLanguage();
  return (
    <article className="card frozen-text" aria-label={t(agreement ? 'agreement.text' : 'text')}>
      <div className="heading-row"><h2>{t(agreement ? 'agreement.text' : 'text')}</h2>{agreement ? null : <span className="tag">{t('version', { version: version.version })}</span>}</div>
      <ol className="frozen-lines">
        {version.lines.map((line) => (
          <li key={line.lineId}>
            {agreement ? null : <p className="speaker"><strong lang="zh-CN">{line.speaker}</strong> <span className="soft small number">{formatInstant(line.spokenAt, 'timeWithSeconds', language)}</span></p>}
            <p className="legal keep-lines" lang="zh-CN">{line.text}</p>
          </li>
        ))}
      </ol>
      <div className="fingerprint stack tight">
        <p className="small">{t('hash')}</p>
        <p className="hash" data-sha256={sha256}>{sha256.match(/.{1,8}/g)?.join(' ')}</p>
        <p className="soft small">{t(agreement ? 'agreement.hashExplained' : 'hashExplained')}</p>
        {integrity === true ? <Good>{t('verified')}</Good> : null}
        {integrity === false ? <Problem>{t('notVerified')}</Problem> : null}
        {integrity === 'unchecked' ? <p className="soft small">{t('unchecked')}</p> : null}
      </div>
    </article>
  );
}

function SignedSoFar({ signatures }: { signatures: SigningProps['signatures'] }) {
  const { t } = useTranslation('signing');
  const language = useLanguage();
  return (
    <section className="card">
      <h2>{t('others')}</h2>
      <ul>
        {signatures.map((one) => <li key={`${one.as}/${one.name}`}>{one.refused === null ? t('signedBy', { name: one.name, time: formatInstant(one.at, 'dateTime', language) }) : t('refusedBy', { name: one.name })}</li>)}
      </ul>
    </section>
  );
}
