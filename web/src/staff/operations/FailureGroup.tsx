/** One group of failed steps: what the step does, which cases it holds up, and one action for as many as are chosen. */
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIrreversible, wordsOfStep } from '#domain/operations/steps.ts';
import type { api } from '#web/api/client.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FailedStep } from '#web/staff/operations/FailedStep.tsx';
import { StepFacts } from '#web/staff/operations/StepFacts.tsx';
import type { Bulk } from '#web/staff/operations/use-bulk.ts';
import { LinkButton } from '#web/staff/parts/LinkButton.tsx';
import { Since } from '#web/staff/parts/Due.tsx';

export type Group = Awaited<ReturnType<typeof api.repairs.list>>['groups'][number];
type Member = Group['members'][number];

export function FailureGroup({ group, bulk, open, toggle }: { group: Group; bulk: Bulk; open: boolean; toggle: () => void }) {
  const { t } = useTranslation('repairs');
  const say = useWords();
  const words = wordsOfStep(group.step);
  return (
    <section className={open ? 'failure-group open' : 'failure-group'}>
      <h3>
        <button type="button" className="row-button" aria-expanded={open} onClick={toggle}>
          <span>{say(words.title)}</span> <span className="figures faint" lang="en">{group.step}</span>
          {isIrreversible(words) && <span className="mark caution">{t('irreversible')}</span>}
          {group.errorType === 'Ambiguous' && <span className="mark bad">{t('ambiguousMark')}</span>}
          <span className="failure-count">{t('group', { steps: group.members.length, cases: group.cases })}</span>
        </button>
      </h3>
      <p className="error-line" lang="en">{group.signature}</p>
      <p className="faint failure-times">{t('first')} <Since at={group.first} /> {t('last')} <Since at={group.last} /></p>
      {open && <GroupBody group={group} bulk={bulk} />}
    </section>
  );
}

function GroupBody({ group, bulk }: { group: Group; bulk: Bulk }) {
  const { t } = useTranslation(['repairs', 'resets']);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string | null>(null);
  const here = group.members.filter(({ taskId }) => chosen.has(taskId));
  const choose = (members: readonly Member[], on: boolean) => setChosen((before) => {
    const next = new Set(before);
    for (const { taskId } of members) if (on) next.add(taskId); else next.delete(taskId);
    return next;
  });
  const nameOf = (member: Member) => member.caseNumber ?? `${t('noNumber')} ${member.caseId.slice(0, 8)}`;
  const current = group.members.find(({ taskId }) => taskId === shown);
  return (
    <div className="failure-body">
      <StepFacts step={group.step} />
      <GroupActions bulk={bulk} members={here} nameOf={nameOf} onDone={() => setChosen(new Set())} />
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('case')}>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col"><Checkbox aria-label={t('chooseAll')} checked={here.length > 0 && here.length === group.members.length} indeterminate={here.length > 0 && here.length < group.members.length} onChange={(event) => choose(group.members, event.target.checked)} /></th>
              <th scope="col">{t('case')}</th><th scope="col">{t('error')}</th><th scope="col">{t('attempts')}</th><th scope="col">{t('since')}</th><th scope="col"><span className="visually-hidden">{t('open')}</span></th>
            </tr>
          </thead>
          <tbody>
            {group.members.map((member) => (
              <tr key={member.taskId} className={member.taskId === shown ? 'selected' : undefined}>
                <td><Checkbox aria-label={t('choose', { number: nameOf(member) })} checked={chosen.has(member.taskId)} onChange={(event) => choose([member], event.target.checked)} /></td>
                <td className="figures">{nameOf(member)}</td>
                <td className="error-cell" lang="en">{member.error}</td>
                <td>{t('attemptsOf', { attempts: member.attempts, times: member.times })}</td>
                <td><Since at={member.since} /></td>
                <td><button type="button" className="plain-button" aria-expanded={member.taskId === shown} onClick={() => setShown(member.taskId === shown ? null : member.taskId)}>{member.taskId === shown ? t('close') : t('open')}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {current && <p><LinkButton href={`/desk/operations/reset/${current.caseId}`}>{t('resets:link')}</LinkButton></p>}
      {current && <FailedStep key={current.taskId} step={current} onDone={() => setShown(null)} />}
    </div>
  );
}

const actions = ['retry', 'skip', 'fail'] as const;

/** One action for all that are chosen. A skip or a failure needs a reason, and a second person. */
function GroupActions({ bulk, members, nameOf, onDone }: { bulk: Bulk; members: readonly Member[]; nameOf: (member: Member) => string; onDone: () => void }) {
  const { t } = useTranslation('repairs');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const nothing = members.length === 0 || (bulk.report !== null && !bulk.report.over);
  const send = async (action: (typeof actions)[number]) => {
    const why = reason.trim();
    if (action !== 'retry' && why.length < 2) return setMissing(true);
    const items = members.map((member) => ({ taskId: member.taskId, name: nameOf(member) }));
    await bulk.run(items, action === 'retry' ? { action } : { action, reason: why }, action === 'retry' ? 'afterRetry' : 'afterAsk');
    onDone();
  };
  return (
    <div className="group-actions">
      <span role="status">{t('chosen', { count: members.length })}</span>
      <Button type="primary" disabled={nothing} onClick={() => void send('retry')}>{t('send', { action: t('action.retry'), count: members.length })}</Button>
      <Form.Item label={t('reason')} htmlFor="bulk-reason" validateStatus={missing ? 'error' : ''} help={missing ? <span id="bulk-reason-problem">{t('reasonMissing')}</span> : undefined} extra={t('asksSecond')}>
        <Input id="bulk-reason" value={reason} maxLength={2000} disabled={nothing} {...(missing ? { 'aria-invalid': true, 'aria-describedby': 'bulk-reason-problem' } : {})} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
      </Form.Item>
      {(['skip', 'fail'] as const).map((action) => <Button key={action} danger disabled={nothing} onClick={() => void send(action)}>{t('send', { action: t(`action.${action}`), count: members.length })}</Button>)}
    </div>
  );
}
