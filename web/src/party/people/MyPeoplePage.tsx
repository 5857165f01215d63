/** CPL-47 to CPL-50, CPL-62, CPL-63: a party applies for a recusal, and names, changes or dismisses an agent. */
import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { CasePeopleView } from '#api/contract/case-people.ts';
import { groundWords, recusalGrounds, type RecusalGround } from '#domain/court/recusal.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf } from '#web/party/parts/fields.tsx';
import { Good, Hint } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { myCasePath } from '#web/party/party-paths.ts';
import { Agents } from '#web/party/people/Agents.tsx';

export function MyPeoplePage() {
  const { t } = useTranslation('casePeople');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('title')}>{() => <PeopleOf caseId={caseId} />}</SignedIn>;
}

function PeopleOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('casePeople');
  const courtCase = useQuery(queries.case(caseId));
  const found = useQuery(queries.casePeople(caseId));
  if (!found.data || !courtCase.data) return <NotYet title={t('title')} back={myCasePath(caseId)} error={found.error ?? courtCase.error} />;
  const detail = courtCase.data;
  return (
    <PhonePage title={t('title')} back={myCasePath(caseId)}>
      <div className="stack tight">
        <h1>{t('title')}</h1>
        <p className="soft">{detail.causeOfAction} <span className="number">{detail.caseNumber}</span></p>
        <p>{t('lead')}</p>
      </div>
      {found.data.recusals.map((one) => <Asked key={one.recusalId} one={one} />)}
      {found.data.may.applyForRecusal && detail.caseNumber !== null ? <Apply detail={detail} waiting={found.data.recusals.some(({ mine, state }) => mine && state === 'open')} /> : null}
      {found.data.may.changeRepresentative && detail.caseNumber !== null ? <Agents detail={detail} /> : null}
    </PhonePage>
  );
}

function Asked({ one }: { one: CasePeopleView['recusals'][number] }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const language = useLanguage();
  return (
    <article className="card" data-recusal={one.recusalId}>
      <div className="heading-row"><h2>{one.of.name}</h2><span className={one.state === 'open' ? 'tag wait' : 'tag'}>{t(`recusal.state.${one.state}`)}</span></div>
      <p>{say(groundWords[one.ground])}{one.again ? ` · ${t('recusal.again')}` : ''}</p>
      <p className="soft small">{formatInstant(one.askedAt, 'dateTime', language)} · {one.reason}</p>
      {one.decision ? <p>{t(one.state === 'open' ? 'recusal.before' : 'recusal.decision', { reason: one.decision })}</p> : null}
      {one.state === 'rejected' && !one.again ? <Hint>{t('recusal.reconsider')}</Hint> : null}
    </article>
  );
}

/** @param waiting for the decision on what this person applied for */
function Apply({ detail, waiting }: { detail: CaseDetail; waiting: boolean }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const [of, setOf] = useState<string | null>(null);
  const [ground, setGround] = useState<RecusalGround | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);
  const send = useCommand(api.casePeople.applyForRecusal, { label: t('recusal.heading'), onDone: () => { setDone(true); setReason(''); setOf(null); setGround(null); } });
  const { presidingJudge, panel, clerk } = detail.bench;
  const bench = [[panel.length > 0 ? 'presidingJudge' : 'judge', presidingJudge] as const, ...panel.map((member) => [member.assessor ? 'peoplesAssessor' : 'panelMember', member] as const), ['clerk', clerk] as const]
    .flatMap(([role, person]) => (person ? [{ value: person.personId, label: person.name, hint: say(roleInCase(role, detail)) }] : []));
  const complete = of !== null && ground !== null && reason.trim().length >= 2;
  const submit = () => {
    setMissing(!complete);
    setDone(false);
    if (complete) void send.run({ caseId: detail.caseId, of, ground, reason: reason.trim() });
  };
  return (
    <section className="card stack">
      <h2>{t('recusal.heading')}</h2>
      <p>{t('recusal.explained')} <Articles ids={['CPL-47', 'CPL-48', 'CPL-50']} /></p>
      <OneOf legend={t('recusal.of')} value={of} onChoose={setOf} options={bench} />
      <OneOf legend={t('recusal.ground')} value={ground} onChoose={setGround} options={recusalGrounds.map((one) => ({ value: one, label: say(groundWords[one]) }))} />
      <LongField label={t('recusal.reason')} name="recusal-reason" maxLength={2000} value={reason} onText={setReason} />
      {missing && !complete ? <p className="wrong" role="alert">{t('recusal.choose')}</p> : null}
      <ProblemNote problem={send.problem} />
      {done && waiting ? <Good>{t('recusal.sent')}</Good> : null}
      <button type="button" className="button main wide" disabled={send.phase !== null} onClick={submit}>{t('recusal.send')}</button>
    </section>
  );
}
