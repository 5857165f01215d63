import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openRulings, type Departure, type RulingCode } from '#domain/hearing/departure.ts';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { LongField, OneOf, Tick } from '#web/party/parts/fields.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

type HearingTask = HearingDetail['tasks'][number];
const decisions = ['suspend-or-continue', 'verify-cause', 'rule-on-departure', 'resume-hearing', 'adjourn-hearing'] as const;
type DecisionKind = (typeof decisions)[number];
const isDecision = (kind: string): kind is DecisionKind => decisions.some((one) => one === kind);

const causes = ['network', 'device', 'power', 'forceMajeure', 'leftWithoutReason', 'leftWithPermission', 'other'] as const;

/** What the judge decides during an interruption (G12), in the room, without leaving the pictures. */
export function DecisionTasks({ hearing }: { hearing: HearingDetail }) {
  const { t } = useTranslation('room');
  const mine = hearing.tasks.filter((task) => task.mine && isDecision(task.kind));
  if (mine.length === 0) return null;
  return (
    <div className="decisions" role="region" aria-label={t('court.todo')} aria-live="assertive">
      {mine.map((task) => (isDecision(task.kind) ? <Decision key={task.taskId} hearing={hearing} task={task} kind={task.kind} /> : null))}
    </div>
  );
}

function Decision({ hearing, task, kind }: { hearing: HearingDetail; task: HearingTask; kind: DecisionKind }) {
  const { t } = useTranslation('room');
  const language = useLanguage();
  const section = useRef<HTMLElement>(null);
  useEffect(() => { showFromTheTop(section.current); }, []);
  const answer = useCommand(api.tasks.complete, { label: t('court.todo') });
  const busy = answer.phase !== null;
  const give = (outcome: Record<string, unknown>) => void answer.run({ taskId: task.taskId, outcome });
  const lost = hearing.seats.find((seat) => seat.participantId === task.facts['participantId'] || seat.personId === task.facts['participantId']);
  const who = lost?.name ?? hearing.interruption?.who ?? '';
  return (
    <section className="decision" data-task={kind} ref={section}>
      <h2>{kind === 'suspend-or-continue' || kind === 'verify-cause' || kind === 'rule-on-departure' ? t(`task.${kind}.heading`, { who }) : t(`task.${kind}.heading`)}</h2>
      {task.dueAt ? <p className="soft">{t('task.due', { time: formatInstant(task.dueAt, 'time', language) })}</p> : null}
      {kind === 'suspend-or-continue' ? <SuspendOrContinue busy={busy} onGive={give} /> : null}
      {kind === 'verify-cause' ? <VerifyCause busy={busy} onGive={give} /> : null}
      {kind === 'rule-on-departure' ? <RuleOnDeparture task={task} busy={busy} onGive={give} /> : null}
      {kind === 'resume-hearing' ? <button type="button" className="button main" disabled={busy} onClick={() => give({ resume: true })}>{t('task.resume-hearing.submit')}</button> : null}
      {kind === 'adjourn-hearing' ? <AdjournOrWait busy={busy} onGive={give} /> : null}
      <ProblemNote problem={answer.problem} />
    </section>
  );
}

/** What is to be decided next begins with its heading, wherever the panel was scrolled to; not while somebody types in it. */
function showFromTheTop(section: HTMLElement | null): void {
  const panel = section?.closest('.court-panel');
  if (panel && !(panel.contains(document.activeElement) && document.activeElement?.matches('textarea, input'))) panel.scrollTop = 0;
}

interface FormProps { busy: boolean; onGive: (outcome: Record<string, unknown>) => void }

/** Adjourning needs its reason before it can be pressed through. */
function Adjourn({ label, busy, onGive }: FormProps & { label: string }) {
  const { t } = useTranslation('room');
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  if (!open) return <button type="button" className="button danger" disabled={busy} onClick={() => setOpen(true)}>{label}</button>;
  const give = () => (reason.trim().length < 2 ? setWrong(true) : onGive({ decision: 'adjourn', reason: reason.trim() }));
  return (
    <div className="stack with-reason">
      <LongField label={t('court.reason')} value={reason} onText={setReason} wrong={wrong ? t('court.reasonWrong') : null} autoFocus />
      <div className="row">
        <button type="button" className="button" onClick={() => setOpen(false)}>{t('court.cancel')}</button>
        <button type="button" className="button danger main" disabled={busy} onClick={give}>{label}</button>
      </div>
    </div>
  );
}

function SuspendOrContinue({ busy, onGive }: FormProps) {
  const { t } = useTranslation('room');
  return (
    <div className="row wrap">
      <button type="button" className="button main" disabled={busy} onClick={() => onGive({ decision: 'suspend' })}>{t('task.suspend-or-continue.suspend')}</button>
      <button type="button" className="button" disabled={busy} onClick={() => onGive({ decision: 'wait' })}>{t('task.suspend-or-continue.wait')}</button>
      <Adjourn label={t('task.suspend-or-continue.adjourn')} busy={busy} onGive={onGive} />
    </div>
  );
}

function AdjournOrWait({ busy, onGive }: FormProps) {
  const { t } = useTranslation('room');
  return (
    <div className="row wrap">
      <button type="button" className="button main" disabled={busy} onClick={() => onGive({ decision: 'wait' })}>{t('task.adjourn-hearing.wait')}</button>
      <Adjourn label={t('task.adjourn-hearing.adjourn')} busy={busy} onGive={onGive} />
    </div>
  );
}

function VerifyCause({ busy, onGive }: FormProps) {
  const { t } = useTranslation('room');
  const [cause, setCause] = useState<(typeof causes)[number]>('network');
  const [findings, setFindings] = useState('');
  const [wrong, setWrong] = useState(false);
  const give = () => (findings.trim().length < 2 ? setWrong(true) : onGive({ cause, findings: findings.trim() }));
  return (
    <div className="stack">
      <OneOf across legend={t('task.verify-cause.cause')} value={cause} onChoose={setCause} options={causes.map((value) => ({ value, label: t(`verified.${value}`) }))} />
      <LongField label={t('task.verify-cause.findings')} value={findings} onText={setFindings} wrong={wrong ? t('court.reasonWrong') : null} />
      <button type="button" className="button main" disabled={busy} onClick={give}>{t('task.verify-cause.submit')}</button>
    </div>
  );
}

/** G6(1), CPL-146, CPL-147: only the rulings that the law leaves open for this person, under what the judge says was done before. */
function RuleOnDeparture({ task, busy, onGive }: FormProps & { task: HearingTask }) {
  const { t } = useTranslation('room');
  const language = useLanguage();
  const [done, setDone] = useState({ prompted: false, warned: false, counterclaim: false });
  const [chosen, setChosen] = useState<RulingCode>('no-consequence');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const { role, caseType } = task.facts as Pick<Departure, 'role' | 'caseType'>;
  const { value: { rulings, missing } } = openRulings({ role, caseType, cause: 'leftWithoutReason', ...done });
  const ruling = rulings.some((open) => open.code === chosen) ? chosen : 'no-consequence';
  const give = () => (reason.trim().length < 2 ? setWrong(true) : onGive({ ruling, ...done, reason: reason.trim() }));
  const tick = (name: keyof typeof done) => <Tick key={name} label={t(`task.rule-on-departure.${name}`)} value={done[name]} onChange={(value) => setDone({ ...done, [name]: value })} />;
  return (
    <div className="stack">
      {(['prompted', 'warned'] as const).map(tick)}
      {role === 'plaintiff' ? tick('counterclaim') : null}
      {missing.length > 0 ? <p className="soft">{t('task.rule-on-departure.needsWarning')}</p> : null}
      <OneOf legend={t('task.rule-on-departure.ruling')} value={ruling} onChoose={setChosen} options={rulings.map(({ code, words, articles }) => ({ value: code, label: words[language], hint: articles.join(' ') }))} />
      <LongField label={t('court.reason')} value={reason} onText={setReason} wrong={wrong ? t('court.reasonWrong') : null} />
      <button type="button" className="button main" disabled={busy} onClick={give}>{t('task.rule-on-departure.submit')}</button>
    </div>
  );
}
