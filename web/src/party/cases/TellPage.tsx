import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { articlesOf, factWords } from '#domain/case/happenings.ts';
import { groundWords } from '#domain/case/suspension.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { aboutWhom, actionOf, asks, emptyDraft, factsOf, forWhom, groundsOf, happeningFrom, needingSpecial, offered, type HappeningDraft } from '#web/happenings/happening-draft.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf, Tick } from '#web/party/parts/fields.tsx';
import { Good, Hint } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { myCasePath, myCasesPath } from '#web/party/party-paths.ts';

/** What happened to the case is told: what it is, what follows, and only then it is sent. */
export function TellPage() {
  const { t } = useTranslation('happenings');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('title')}>{() => <TellOf caseId={caseId} />}</SignedIn>;
}

function TellOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('happenings');
  const found = useQuery(queries.case(caseId));
  if (!found.data) return <NotYet title={t('title')} back={myCasesPath} error={found.error} />;
  return <Tell detail={found.data} />;
}

function Tell({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['happenings', 'shell']);
  const say = useWords();
  const [draft, setDraft] = useState<HappeningDraft | null>(null);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [understood, setUnderstood] = useState(false);
  const [sending, setSending] = useState(false);
  const [checked, setChecked] = useState(false);
  const [done, setDone] = useState(false);
  const [of, setOf] = useState<string | null>(null);
  const tell = useCommand(api.cases.tell, { label: t('title'), onDone: () => setDone(true) });
  const back = myCasePath(detail.caseId);
  if (done) {
    return (
      <PhonePage title={t('title')} back={back} actions={<Link className="button main" to={back}>{t('toCase')}</Link>}>
        <h1>{draft ? t(actionOf(detail, draft.what)) : t('title')}</h1>
        <Good>{t('done')}</Good>
      </PhonePage>
    );
  }
  const set = (change: Partial<HappeningDraft>) => setDraft((before) => (before ? { ...before, ...change } : before));
  const happening = draft && happeningFrom({ ...draft, documents: files.map(({ fileId }) => fileId) });
  const busy = tell.phase !== null;
  // For whom an agent speaks: of several it says which.
  const principals = draft ? forWhom(detail, draft.what) : [];
  const chosen = principals.length === 0 ? null : principals.length === 1 ? principals[0]?.participantId : of ?? undefined;
  const submit = () => {
    setChecked(true);
    if (happening && understood && chosen !== undefined) void tell.run({ caseId: detail.caseId, happening, ...(chosen === null ? {} : { of: chosen }) });
  };
  const ask = (field: keyof HappeningDraft) => draft !== null && asks(draft, field);
  return (
    <PhonePage
      title={t('title')} back={back}
      actions={draft ? <button type="button" className="button main" disabled={busy || sending} onClick={submit}>{busy ? t('submitting') : t('submit')}</button> : null}
    >
      <h1>{t('title')}</h1>
      <p className="soft">{detail.caseNumber ?? detail.causeOfAction}</p>
      <p>{t('lead')}</p>
      {offered(detail).length === 0 ? <Hint>{t('none')}</Hint> : (
        <OneOf
          legend={t('choose')} value={draft?.what ?? null} options={offered(detail).map((what) => ({ value: what, label: t(actionOf(detail, what)) }))}
          onChoose={(what) => { setDraft(emptyDraft(what)); setOf(null); setFiles([]); setUnderstood(false); setChecked(false); tell.reset(); }}
        />
      )}
      {needingSpecial(detail).length > 0 ? (
        <Hint>
          <p>{t('needsSpecial', { what: needingSpecial(detail).map((what) => t(actionOf(detail, what))).join(t('shell:listSeparator')) })}</p>
          <Articles ids={detail.caseType === 'criminal' ? ['CRPL-46'] : ['CPL-62']} />
        </Hint>
      ) : null}
      {draft ? (
        <>
          <Hint>
            <p>{t(`follows.${draft.what}`)}</p>
            <Articles ids={[...articlesOf(draft.what, detail, dayOf(Date.now()))]} />
          </Hint>
          {principals.length > 0 ? (
            <OneOf
              legend={t('forWhom')} value={chosen ?? null} onChoose={setOf}
              options={principals.map(({ participantId, name, role, organisation }) => ({ value: participantId, label: `${say(roleInCase(role, detail))} ${organisation?.name ?? name}` }))}
            />
          ) : null}
          {ask('fact') ? <OneOf legend={t('field.fact')} value={draft.fact ?? null} onChoose={(fact) => set({ fact })} options={factsOf(detail).map((fact) => ({ value: fact, label: say(factWords[fact]) }))} /> : null}
          {ask('ground') ? <OneOf legend={t('field.ground')} value={draft.ground ?? null} onChoose={(ground) => set({ ground })} options={groundsOf(detail).map((ground) => ({ value: ground, label: say(groundWords(ground)) }))} /> : null}
          {ask('participantId') ? (
            <OneOf
              legend={t('field.participantId')} value={draft.participantId ?? null} onChoose={(participantId) => set({ participantId })}
              options={aboutWhom(detail).map(({ participantId, name, role }) => ({ value: participantId, label: `${say(roleInCase(role, detail))} ${name}` }))}
            />
          ) : null}
          {ask('wish') ? <OneOf legend={t('field.wish')} value={draft.wish ?? null} onChoose={(wish) => set({ wish })} options={(['withdrawal', 'mediationAgreement'] as const).map((wish) => ({ value: wish, label: t(`wishes.${wish}`) }))} /> : null}
          {ask('terms') ? <LongField label={t('field.terms')} name="terms" maxLength={2000} value={draft.terms} onText={(terms) => set({ terms })} /> : null}
          {ask('reason') ? <LongField label={t('field.reason')} name="reason" maxLength={2000} value={draft.reason} onText={(reason) => set({ reason })} /> : null}
          {ask('documents') ? (
            <fieldset className="stack tight">
              <legend>{t('field.documents')}</legend>
              <FileUploads purpose="statement" caseId={detail.caseId} files={files} onFiles={(change) => setFiles(change)} onBusy={setSending} />
            </fieldset>
          ) : null}
          <Tick label={t('understood')} value={understood} onChange={setUnderstood} />
          {checked && !(happening && understood && chosen !== undefined) ? <p className="wrong" role="alert">{t('fillIn')}</p> : null}
          <ProblemNote problem={tell.problem} />
        </>
      ) : null}
    </PhonePage>
  );
}
