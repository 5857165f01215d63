/** The party's agents: another is named with a power of attorney, an authority is ended. The clerk verifies both. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { agentKinds, agentKindWords, type AgentKind } from '#domain/filing/kinds.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf, TextField } from '#web/party/parts/fields.tsx';
import { Good } from '#web/party/parts/notices.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

type Agent = CaseDetail['participants'][number];

export function Agents({ detail }: { detail: CaseDetail }) {
  const mine = detail.participants.filter((one) => one.me).map(({ participantId }) => participantId);
  const agents = detail.participants.filter((one) => one.role === 'agent' && !one.me && (one.agency === null || one.agency.principals.some((principal) => mine.includes(principal))));
  return (
    <>
      <Appoint caseId={detail.caseId} agents={agents} />
      {agents.length > 0 ? <Dismiss caseId={detail.caseId} agents={agents} /> : null}
    </>
  );
}

const empty = { name: '', identityNumber: '', phone: '' };
const nobody = 'nobody';

function Appoint({ caseId, agents }: { caseId: string; agents: readonly Agent[] }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const [typed, setTyped] = useState(empty);
  const [kind, setKind] = useState<AgentKind>('lawyer');
  const [instead, setInstead] = useState<string>(nobody);
  const [paper, setPaper] = useState<KeptFile[]>([]);
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = useCommand(api.casePeople.appointAgent, { label: t('agent.appoint'), onDone: () => { setDone(true); setTyped(empty); setPaper([]); } });
  const text = (name: keyof typeof empty, maxLength: number) => {
    const message = send.problem?.fields.find(({ path }) => path === name)?.message;
    return <TextField label={t(`invitation.${name}`)} name={name} maxLength={maxLength} value={typed[name]} onText={(next) => setTyped({ ...typed, [name]: next })} wrong={message ? say(message) : null} />;
  };
  const [file] = paper;
  const complete = typed.name.trim().length >= 2 && typed.identityNumber.trim().length === 18 && typed.phone.trim().length === 11 && file !== undefined;
  const submit = () => {
    setMissing(!complete);
    setDone(false);
    if (!complete) return;
    void send.run({
      caseId, name: typed.name.trim(), identityNumber: typed.identityNumber.trim(), phone: typed.phone.trim(), kind, powerOfAttorney: file.fileId, ...(instead === nobody ? {} : { instead }),
    });
  };
  return (
    <section className="card stack">
      <h2>{t('agent.appoint')}</h2>
      <p>{t('agent.appointExplained')} <Articles ids={['CPL-62', 'CPL-63']} /></p>
      {text('name', 50)}
      {text('identityNumber', 18)}
      {text('phone', 11)}
      <OneOf legend={t('agent.kind')} value={kind} onChoose={setKind} options={agentKinds.map((one) => ({ value: one, label: say(agentKindWords[one]) }))} />
      {agents.length > 0 ? <OneOf legend={t('agent.instead')} value={instead} onChoose={setInstead} options={[{ value: nobody, label: t('agent.nobody') }, ...agents.map((one) => ({ value: one.participantId, label: one.name }))]} /> : null}
      <fieldset className="stack tight">
        <legend>{t('agent.paper')}</legend>
        <FileUploads purpose="filing" caseId={caseId} files={paper} single onFiles={(change) => setPaper(change)} onBusy={setBusy} />
      </fieldset>
      {missing && !complete ? <p className="wrong" role="alert">{t('agent.missing')}</p> : null}
      <ProblemNote problem={send.problem} />
      {done ? <Good>{t('agent.sent')}</Good> : null}
      <button type="button" className="button main wide" disabled={busy || send.phase !== null} onClick={submit}>{t('agent.send')}</button>
    </section>
  );
}

function Dismiss({ caseId, agents }: { caseId: string; agents: readonly Agent[] }) {
  const { t } = useTranslation('casePeople');
  const [of, setOf] = useState<string | null>(agents.length === 1 ? agents[0]!.participantId : null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [done, setDone] = useState(false);
  const send = useCommand(api.casePeople.dismissAgent, { label: t('agent.dismiss'), onDone: () => { setDone(true); setReason(''); } });
  const complete = of !== null && reason.trim().length >= 2;
  const submit = () => {
    setMissing(!complete);
    setDone(false);
    if (complete) void send.run({ caseId, participantId: of, reason: reason.trim() });
  };
  return (
    <section className="card stack">
      <h2>{t('agent.dismiss')}</h2>
      <p>{t('agent.dismissExplained')} <Articles ids={['CPL-63']} /></p>
      <OneOf legend={t('agent.dismissOf')} value={of} onChoose={setOf} options={agents.map((one) => ({ value: one.participantId, label: one.name }))} />
      <LongField label={t('agent.dismissReason')} name="dismiss-reason" maxLength={2000} value={reason} onText={setReason} />
      {missing && !complete ? <p className="wrong" role="alert">{t('agent.dismissMissing')}</p> : null}
      <ProblemNote problem={send.problem} />
      {done ? <Good>{t('agent.sent')}</Good> : null}
      <button type="button" className="button quiet danger wide" disabled={send.phase !== null} onClick={submit}>{t('agent.dismissSend')}</button>
    </section>
  );
}
