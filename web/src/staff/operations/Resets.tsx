/** Resets that were asked for: somebody else confirms or refuses, who asked may take it back. And where one begins: a case by its number. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { ResetPreview } from '#web/staff/operations/ResetPreview.tsx';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';

type Reset = Awaited<ReturnType<typeof api.resets.list>>['resets'][number];

export function Resets() {
  const { t } = useTranslation('resets');
  const { data } = useQuery(queries.resets());
  return (
    <Panel title={t('list', { count: data?.resets.length ?? 0 })}>
      <FindCase />
      {data && data.resets.length > 0 && <ul className="ambiguous-list">{data.resets.map((reset) => <li key={reset.resetId}><OneReset reset={reset} /></li>)}</ul>}
    </Panel>
  );
}

/** A reset begins with a case: by its number, or by the id of its workflow as logs and alarms name it. */
function FindCase() {
  const { t } = useTranslation('resets');
  const navigate = useNavigate();
  const [asked, setAsked] = useState('');
  const find = useMutation({ mutationFn: (named: string) => api.resets.find({ asked: named }), onSuccess: ({ caseId }) => navigate({ to: '/desk/operations/reset/$caseId', params: { caseId } }) });
  return (
    <form className="ambiguous-actions" onSubmit={(event) => { event.preventDefault(); if (asked.trim() !== '') find.mutate(asked.trim()); }}>
      <label htmlFor="reset-case">{t('find')}</label>
      <Input id="reset-case" value={asked} maxLength={80} placeholder={t('findHint')} style={{ maxWidth: 320 }} onChange={(event) => { setAsked(event.target.value); find.reset(); }} />
      <Button htmlType="submit" disabled={asked.trim() === ''} loading={find.isPending}>{t('choosePoint')}</Button>
      <div role="status">{find.isError && <p className="form-problem">{asProblem(find.error).code === 'NOT_FOUND' ? t('notFound') : t('findFailed')}</p>}</div>
    </form>
  );
}

function OneReset({ reset }: { reset: Reset }) {
  const { t } = useTranslation(['resets', 'repairs']);
  const [reason, setReason] = useState('');
  const decide = useCommand((input: Parameters<typeof api.resets.decide>[0], options) => api.resets.decide(input, options), { label: t('title') });
  const { resetId, mine, state } = reset;
  return (
    <>
      <p><span className="figures">{reset.caseNumber ?? reset.caseId.slice(0, 8)}</span> {t('point', { seq: reset.preview.seq })} <span className={state === 'asked' ? 'mark caution' : 'mark'}>{t(`state.${state}`)}</span> {t('by', { name: reset.by })} <Since at={reset.at} /> {reset.decidedBy !== null && t('decided', { name: reset.decidedBy })}</p>
      <p lang="zh-CN">{reset.reason}{reset.decisionReason !== null && ` · ${reset.decisionReason}`}</p>
      <details className="handbook" open={!mine && state === 'asked'}>
        <summary>{t('preview')}</summary>
        <ResetPreview preview={reset.preview} kept={{ updates: reset.keepUpdates, signals: reset.keepSignals }} />
      </details>
      {(state === 'asked' || state === 'confirmed') && (
        <div className="ambiguous-actions">
          {mine && state === 'asked' && <Button onClick={() => void decide.run({ resetId, decision: 'takeBack' })}>{t('takeBack')}</Button>}
          {!mine && <Button type="primary" danger loading={decide.phase !== null} onClick={() => void decide.run({ resetId, decision: 'confirm' })}>{t('confirm')}</Button>}
          {!mine && state === 'asked' && <><Input aria-label={t('reason')} placeholder={t('reason')} value={reason} style={{ maxWidth: 320 }} onChange={(event) => setReason(event.target.value)} /><Button disabled={reason.trim().length < 2} onClick={() => void decide.run({ resetId, decision: 'refuse', reason: reason.trim() })}>{t('refuse')}</Button></>}
        </div>
      )}
      {decide.problem && <Problem problem={decide.problem} />}
    </>
  );
}
