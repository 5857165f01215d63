/** What the people of a case ask about its people: recusals, replacements, invitations, with the forms that ask. */
import { DownOutlined } from '@ant-design/icons';
import { Alert, Button, Input, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { groundWords, recusalGrounds, type RecusalGround } from '#domain/court/recusal.ts';
import { invitedRoles, type InvitedRole } from '#domain/people/roles.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Problem } from '#web/staff/parts/Problem.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

export function PeopleChanges({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const role = useRoleWords();
  const language = useLanguage();
  const { data } = useQuery(queries.casePeople(courtCase.caseId));
  const over = courtCase.standing.stage === 'closed' || courtCase.standing.stage === 'archiving' || courtCase.standing.stage === 'filing';
  if (!data) return null;
  const { may } = data;
  return (
    <>
      {data.recusals.length > 0 && (
        <ul className="people-list" aria-label={t('recusal.list')}>
          {data.recusals.map((one) => (
            <li key={one.recusalId}>
              <span className="role">{t('recusal.list')}</span>{one.of.name} <span className="mark">{t(`recusal.state.${one.state}`)}</span>
              <span className="row-second">{t('recusal.asked', { name: one.askedBy.name, time: formatInstant(one.askedAt, 'dayTime', language) })} · {say(groundWords[one.ground])} · {one.reason}{one.decision ? ` · ${t(one.state === 'open' ? 'recusal.before' : 'recusal.decision', { reason: one.decision })}` : ''}</span>
              {one.state === 'open' && !one.again && <span className="row-second">{t('recusal.standsAside')}</span>}
            </li>
          ))}
        </ul>
      )}
      {data.invitations.length > 0 && (
        <ul className="people-list" aria-label={t('invitation.list')}>
          {data.invitations.map((one) => <li key={one.participantId}><span className="role">{role(one.role)}</span>{one.name} <span className="mark">{t(`invitation.state.${one.state}`)}</span></li>)}
        </ul>
      )}
      {!over && may.invite && <Opened title={t('invitation.heading')}><Invite caseId={courtCase.caseId} /></Opened>}
      {!over && may.applyForRecusal && <Opened title={t('recusal.heading')}><Recusal courtCase={courtCase} /></Opened>}
      {!over && may.askReplacement && <Opened title={t('replacement.heading')}><Replacement courtCase={courtCase} /></Opened>}
    </>
  );
}

const Opened = ({ title, children }: { title: string; children: ReactNode }) => <details className="people-form"><summary>{title}</summary>{children}</details>;

/** Who hears the case, for a choice. */
function useBench(courtCase: CaseDetail): { value: string; label: string }[] {
  const role = useRoleWords();
  const { presidingJudge, panel, clerk, technician } = courtCase.bench;
  const seats = [[panel.length > 0 ? 'presidingJudge' : 'judge', presidingJudge] as const, ...panel.map((member) => [member.assessor ? 'peoplesAssessor' : 'panelMember', member] as const), ['clerk', clerk] as const, ['technician', technician] as const];
  return seats.flatMap(([name, person]) => (person ? [{ value: person.personId, label: `${person.name} · ${role(name)}` }] : []));
}

const Field = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => <div className="people-field"><label htmlFor={id}>{label}</label>{children}</div>;
const chevron = <DownOutlined aria-hidden />;

function Recusal({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const id = useId();
  const bench = useBench(courtCase);
  const [of, setOf] = useState<string>();
  const [ground, setGround] = useState<RecusalGround>();
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(false);
  const send = useCommand(api.casePeople.applyForRecusal, { label: t('recusal.heading'), onDone: () => { setDone(true); setReason(''); } });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (of && ground) void send.run({ caseId: courtCase.caseId, of, ground, reason }); }}>
      <p className="faint">{t('recusal.explained')}</p>
      <Field id={`${id}-of`} label={t('recusal.of')}><Select id={`${id}-of`} suffixIcon={chevron} value={of} onChange={setOf} options={bench} /></Field>
      <Field id={`${id}-ground`} label={t('recusal.ground')}><Select id={`${id}-ground`} suffixIcon={chevron} value={ground} onChange={setGround} options={recusalGrounds.map((one) => ({ value: one, label: say(groundWords[one]) }))} /></Field>
      <Field id={`${id}-reason`} label={t('recusal.reason')}><Input.TextArea id={`${id}-reason`} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      {send.problem && <Problem problem={send.problem} />}
      {done && <Alert type="success" showIcon role="status" title={t('recusal.sent')} />}
      <Button htmlType="submit" disabled={!of || !ground || reason.trim().length < 2} loading={send.phase !== null}>{t('recusal.send')}</Button>
    </form>
  );
}

function Replacement({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('casePeople');
  const id = useId();
  const bench = useBench(courtCase);
  const [of, setOf] = useState<string>();
  const [reason, setReason] = useState('');
  const [done, setDone] = useState(false);
  const send = useCommand(api.casePeople.askReplacement, { label: t('replacement.heading'), onDone: () => { setDone(true); setReason(''); } });
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (of) void send.run({ caseId: courtCase.caseId, of, reason }); }}>
      <p className="faint">{t('replacement.explained')}</p>
      <Field id={`${id}-of`} label={t('replacement.of')}><Select id={`${id}-of`} suffixIcon={chevron} value={of} onChange={setOf} options={bench} /></Field>
      <Field id={`${id}-reason`} label={t('replacement.reason')}><Input.TextArea id={`${id}-reason`} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
      {send.problem && <Problem problem={send.problem} />}
      {done && <Alert type="success" showIcon role="status" title={t('replacement.sent')} />}
      <Button htmlType="submit" disabled={!of || reason.trim().length < 2} loading={send.phase !== null}>{t('replacement.send')}</Button>
    </form>
  );
}

const empty = { name: '', identityNumber: '', phone: '', reason: '' };

function Invite({ caseId }: { caseId: string }) {
  const { t } = useTranslation('casePeople');
  const say = useWords();
  const role = useRoleWords();
  const id = useId();
  const [as, setAs] = useState<InvitedRole>('witness');
  const [typed, setTyped] = useState(empty);
  const [done, setDone] = useState(false);
  const send = useCommand(api.casePeople.invite, { label: t('invitation.heading'), onDone: () => { setDone(true); setTyped(empty); } });
  const wrong = (name: string) => send.problem?.fields.find(({ path }) => path === name)?.message;
  // What is wrong stands at its field.
  const named = Object.keys(empty).some((name) => wrong(name) !== undefined);
  const text = (name: keyof typeof empty, maxLength: number) => {
    const message = wrong(name);
    return (
      <Field id={`${id}-${name}`} label={t(`invitation.${name}`)}>
        <Input id={`${id}-${name}`} maxLength={maxLength} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} {...(message ? { 'aria-invalid': true, 'aria-describedby': `${id}-${name}-wrong`, status: 'error' as const } : {})} />
        {message && <span className="field-wrong" id={`${id}-${name}-wrong`}>{say(message)}</span>}
      </Field>
    );
  };
  const complete = typed.name.trim().length >= 2 && typed.identityNumber.trim().length === 18 && typed.phone.trim().length === 11 && typed.reason.trim().length >= 2;
  return (
    <form onSubmit={(event) => { event.preventDefault(); setDone(false); void send.run({ caseId, role: as, name: typed.name.trim(), identityNumber: typed.identityNumber.trim(), phone: typed.phone.trim(), reason: typed.reason.trim() }); }}>
      <p className="faint">{t('invitation.explained')}</p>
      <Field id={`${id}-role`} label={t('invitation.role')}><Select id={`${id}-role`} suffixIcon={chevron} value={as} onChange={setAs} options={invitedRoles.map((one) => ({ value: one, label: role(one) }))} /></Field>
      {text('name', 50)}
      {text('identityNumber', 18)}
      {text('phone', 11)}
      {text('reason', 200)}
      {send.problem && !named && <Problem problem={send.problem} />}
      {done && <Alert type="success" showIcon role="status" title={t('invitation.sent')} />}
      <Button htmlType="submit" disabled={!complete} loading={send.phase !== null}>{t('invitation.send')}</Button>
    </form>
  );
}
