/** Skips and failures that one person asked for: another confirms or refuses, who asked may take them back. */
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsOfStep } from '#domain/operations/steps.ts';
import type { api } from '#web/api/client.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { BulkReportView } from '#web/staff/operations/BulkReportView.tsx';
import { useBulk, type Bulk } from '#web/staff/operations/use-bulk.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';

type Confirmation = Awaited<ReturnType<typeof api.repairs.list>>['confirmations'][number];

export function AwaitedConfirmations({ confirmations }: { confirmations: readonly Confirmation[] }) {
  const { t } = useTranslation('repairs');
  const say = useWords();
  const bulk = useBulk();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const here = confirmations.filter(({ taskId }) => chosen.has(taskId));
  const choose = (those: readonly Confirmation[], on: boolean) => setChosen((before) => {
    const next = new Set(before);
    for (const { taskId } of those) if (on) next.add(taskId); else next.delete(taskId);
    return next;
  });
  const nameOf = (one: Confirmation) => one.caseNumber ?? `${t('noNumber')} ${one.caseId.slice(0, 8)}`;
  if (confirmations.length === 0 && !bulk.report) return null;
  return (
    <Panel title={t('confirmations.title', { count: confirmations.length })}>
      <p className="faint">{t('confirmations.explained')}</p>
      {bulk.report && <BulkReportView report={bulk.report} stop={bulk.stop} close={bulk.close} />}
      <Decide bulk={bulk} chosen={here} nameOf={nameOf} onDone={() => setChosen(new Set())} />
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('confirmations.title', { count: confirmations.length })}>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col"><Checkbox aria-label={t('chooseAll')} checked={here.length > 0 && here.length === confirmations.length} indeterminate={here.length > 0 && here.length < confirmations.length} onChange={(event) => choose(confirmations, event.target.checked)} /></th>
              <th scope="col">{t('case')}</th><th scope="col">{t('step')}</th><th scope="col">{t('confirmations.why')}</th><th scope="col">{t('without')}</th><th scope="col">{t('since')}</th>
            </tr>
          </thead>
          <tbody>
            {confirmations.map((one) => {
              const words = wordsOfStep(one.step);
              return (
                <tr key={one.taskId}>
                  <td><Checkbox aria-label={t('choose', { number: nameOf(one) })} checked={chosen.has(one.taskId)} onChange={(event) => choose([one], event.target.checked)} /></td>
                  <td className="figures">{nameOf(one)}<span className={one.mine ? 'mark' : 'mark caution'}>{one.mine ? t('confirmations.mine') : t('confirmations.others')}</span></td>
                  <td>{say(words.title)}<span className="row-second">{t('confirmations.asked', { name: one.by.name, action: t(`confirmations.action.${one.action}`) })}</span><span className="row-second error-line" lang="en">{one.error}</span></td>
                  <td lang="zh-CN">{one.why}</td>
                  <td>{say(words.without)}</td>
                  <td><Since at={one.since} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function Decide({ bulk, chosen, nameOf, onDone }: { bulk: Bulk; chosen: readonly Confirmation[]; nameOf: (one: Confirmation) => string; onDone: () => void }) {
  const { t } = useTranslation('repairs');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const mine = chosen.filter((one) => one.mine).length;
  const free = chosen.length > 0 && (bulk.report === null || bulk.report.over);
  const [onlyMine, onlyOthers] = [free && mine === chosen.length, free && mine === 0];
  const send = async (outcome: { decision: 'confirm' | 'takeBack' } | { decision: 'refuse'; reason: string }) => {
    if (outcome.decision === 'refuse' && outcome.reason.length < 2) return setMissing(true);
    await bulk.run(chosen.map((one) => ({ taskId: one.taskId, name: nameOf(one) })), outcome, 'afterConfirm');
    onDone();
  };
  return (
    <div className="group-actions">
      <span role="status">{t('chosen', { count: chosen.length })}{onlyMine && ` · ${t('confirmations.mineOnly')}`}{mine > 0 && !onlyMine && ` · ${t('confirmations.mixed')}`}</span>
      <Button type="primary" disabled={!onlyOthers} onClick={() => void send({ decision: 'confirm' })}>{t('confirmations.confirm')}</Button>
      <Form.Item label={t('confirmations.refuseReason')} htmlFor="refuse-reason" validateStatus={missing ? 'error' : ''} help={missing ? <span id="refuse-reason-problem">{t('reasonMissing')}</span> : undefined}>
        <Input id="refuse-reason" value={reason} maxLength={2000} disabled={!onlyOthers} {...(missing ? { 'aria-invalid': true, 'aria-describedby': 'refuse-reason-problem' } : {})} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
      </Form.Item>
      <Button danger disabled={!onlyOthers} onClick={() => void send({ decision: 'refuse', reason: reason.trim() })}>{t('confirmations.refuse')}</Button>
      <Button disabled={!onlyMine} onClick={() => void send({ decision: 'takeBack' })}>{t('confirmations.takeBack')}</Button>
    </div>
  );
}
