/** Resets that were asked for: somebody else confirms or refuses, who asked may take it back. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';

type Reset = Awaited<ReturnType<typeof api.resets.list>>['resets'][number];

export function Resets() {
  const { t } = useTranslation('resets');
  const { data } = useQuery(queries.resets());
  if (!data || data.resets.length === 0) return null;
  return <Panel title={t('list', { count: data.resets.length })}><ul className="ambiguous-list">{data.resets.map((reset) => <li key={reset.resetId}><OneReset reset={reset} /></li>)}</ul></Panel>;
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
