/** G10: a party applies for the recording of a hearing, sees what became of it, and watches what was granted. */
import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RecordingsRequest } from '#api/contract/recordings.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import { accessArticles, recordingAccesses, type RecordingAccess } from '#domain/recordings/access.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf } from '#web/party/parts/fields.tsx';
import { Good, Hint, Waiting } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { myCasePath } from '#web/party/party-paths.ts';
import { downloadPath, filePath } from '#web/paths.ts';

type Mine = Awaited<ReturnType<typeof api.recordings.mine>>;

export function MyRecordingsPage() {
  const { t } = useTranslation('recordings');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('title')}>{() => <RecordingsOf caseId={caseId} />}</SignedIn>;
}

function RecordingsOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('recordings');
  const found = useQuery(queries.myRecordings(caseId));
  if (!found.data) return <NotYet title={t('title')} back={myCasePath(caseId)} error={found.error} />;
  const { data } = found;
  return (
    <PhonePage title={t('title')} back={myCasePath(caseId)}>
      <div className="stack tight">
        <h1>{t('title')}</h1>
        <p className="soft">{data.causeOfAction} <span className="number">{data.caseNumber}</span></p>
        <p>{t('mine.lead')}</p>
      </div>
      <section className="stack">
        <h2>{t('mine.requests')}</h2>
        {data.requests.length === 0 ? <p className="soft">{t('mine.none')}</p> : null}
        {data.requests.map((one) => <Request key={one.requestId} request={one} mine={data} />)}
      </section>
      {data.mayApply ? <Apply mine={data} /> : <Hint>{t('mine.notYours')}</Hint>}
    </PhonePage>
  );
}

function useSession(mine: Mine): (hearingId: string) => string {
  const { t } = useTranslation('recordings');
  const say = useWords();
  return (hearingId) => {
    const hearing = mine.hearings.find((one) => one.hearingId === hearingId);
    if (!hearing) return '';
    const kind = hearing.kind in sessionWords ? say(sessionWords[hearing.kind as keyof typeof sessionWords]) : hearing.kind;
    return t('session', { number: hearing.sessionNumber, kind });
  };
}

function Request({ request, mine }: { request: RecordingsRequest; mine: Mine }) {
  const { t } = useTranslation('recordings');
  const language = useLanguage();
  const session = useSession(mine);
  const [watching, setWatching] = useState(false);
  const { state, fileId, how } = request;
  return (
    <article className="card" data-request={request.requestId}>
      <div className="heading-row"><h3>{session(request.hearingId)}</h3><span className={state === 'ready' ? 'tag' : 'tag wait'}>{t(`state.${state}`)}</span></div>
      <p>{t(`how.${how}`)}</p>
      <p className="soft small">{t('mine.askedAt', { time: formatInstant(request.requestedAt, 'dateTime', language) })} · {request.reason}</p>
      {request.decisionReason ? <p>{t('mine.decision', { reason: request.decisionReason })}</p> : null}
      {state === 'preparing' ? <Waiting>{t('mine.preparing')}</Waiting> : null}
      {state === 'ready' && request.until ? <p><strong>{t('mine.until', { time: formatInstant(request.until, 'dateTime', language) })}</strong></p> : null}
      {state === 'ready' && fileId !== null ? (
        <>
          {how === 'copy' ? <a className="button main wide" href={downloadPath(fileId)} download>{t('mine.save')}</a>
            : watching ? <video controls autoPlay playsInline controlsList="nodownload" src={filePath(fileId)} aria-label={session(request.hearingId)} style={{ width: '100%', background: '#000' }} />
              : <button type="button" className="button main wide" onClick={() => setWatching(true)}>{t('mine.watch')}</button>}
          <p className="soft small">{t('mine.logged')}</p>
        </>
      ) : null}
      {state === 'expired' ? <p className="soft small">{t('mine.again')}</p> : null}
      <Articles ids={accessArticles[how]} />
    </article>
  );
}

function Apply({ mine }: { mine: Mine }) {
  const { t } = useTranslation(['recordings', 'party']);
  const session = useSession(mine);
  const recorded = mine.hearings.filter((one) => one.recorded);
  const [hearingId, setHearingId] = useState<string | null>(recorded.length === 1 ? recorded[0]!.hearingId : null);
  const [how, setHow] = useState<RecordingAccess | null>(null);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const [sent, setSent] = useState(false);
  const apply = useCommand(api.recordings.apply, { label: t('mine.apply'), onDone: () => { setReason(''); setHow(null); setChecked(false); setSent(true); } });
  if (mine.hearings.length === 0) return <Hint>{t('mine.nothing')}</Hint>;
  if (recorded.length === 0) return <Waiting>{t('mine.notRecorded')}</Waiting>;
  const send = () => {
    setChecked(true);
    setSent(false);
    if (hearingId === null || how === null || reason.trim().length < 2) return;
    void apply.run({ hearingId, how, reason });
  };
  return (
    <section className="card">
      <h2>{t('mine.apply')}</h2>
      {sent ? <Good>{t('mine.sent')}</Good> : null}
      {recorded.length > 1 ? <OneOf legend={t('mine.which')} value={hearingId} onChoose={setHearingId} wrong={checked && hearingId === null ? t('party:common.required') : null} options={recorded.map((one) => ({ value: one.hearingId, label: session(one.hearingId) }))} /> : null}
      <OneOf legend={t('mine.howLegend')} value={how} onChoose={setHow} wrong={checked && how === null ? t('party:common.required') : null} options={recordingAccesses.map((value) => ({ value, label: t(`how.${value}`), hint: t(`howHint.${value}`) }))} />
      <LongField label={t('mine.reason')} hint={t('reasonHint')} name="reason" maxLength={2000} value={reason} onText={setReason} wrong={checked && reason.trim().length < 2 ? t('reasonHint') : null} />
      <ProblemNote problem={apply.problem} />
      <button type="button" className="button main wide" disabled={apply.phase !== null} onClick={send}>{apply.phase === null ? t('mine.send') : t('mine.sending')}</button>
    </section>
  );
}
