/** Effects of which nobody knows whether they happened: what the provider says now, and what follows from each choice. */
import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { FailedStepOfTask } from '#web/staff/operations/FailedStep.tsx';
import { Handbook } from '#web/staff/operations/Handbook.tsx';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';

type Effect = Awaited<ReturnType<typeof api.repairs.ambiguous>>['effects'][number];

export function AmbiguousEffects() {
  const { t } = useTranslation('repairs');
  const effects = useQuery(queries.ambiguousEffects());
  if (!effects.data || effects.data.effects.length === 0) return null;
  return (
    <Panel title={t('ambiguous.title', { count: effects.data.effects.length })} extra={<Handbook chapter="ambiguous" />}>
      <p className="faint">{t('ambiguous.explained')}</p>
      <ul className="ambiguous-list">{effects.data.effects.map((effect) => <li key={effect.key}><OneEffect effect={effect} /></li>)}</ul>
    </Panel>
  );
}

function OneEffect({ effect }: { effect: Effect }) {
  const { t } = useTranslation('repairs');
  const language = useLanguage();
  const [repairing, setRepairing] = useState(false);
  // Asked when the person asks: the provider is the court's, and not to be asked every few seconds.
  const said = useQuery({ queryKey: ['provider', effect.key], queryFn: () => api.repairs.askProvider({ key: effect.key }), enabled: false, gcTime: 0 });
  const when = (at: string | null) => (at === null ? '' : formatInstant(at, 'dateTime', language));
  const { data } = said;
  return (
    <>
      <p><span className="figures">{effect.caseNumber ?? t('noNumber')}</span> <span className="figures faint" lang="en">{effect.key}</span> <Since at={effect.at} /></p>
      <div className="ambiguous-actions">
        <Button loading={said.isFetching} onClick={() => void said.refetch()}>{said.isFetching ? t('ambiguous.asking') : t('ambiguous.ask')}</Button>
        {effect.taskId === null
          ? <span className="faint">{t('ambiguous.noStep')}</span>
          : <Button aria-expanded={repairing} onClick={() => setRepairing(!repairing)}>{t('ambiguous.waits')}</Button>}
      </div>
      <div role="status">
        {said.isError && <Problem problem={asProblem(said.error)} />}
        {data && <p><strong>{t(`ambiguous.answer.${data.answer === 'sent' && data.deliveredAt !== null ? 'delivered' : data.answer}`, { at: when(data.sentAt), delivered: when(data.deliveredAt), detail: data.detail ?? '' })}</strong> {t(`ambiguous.follows.${data.answer}`)}</p>}
      </div>
      {repairing && effect.taskId !== null && <FailedStepOfTask taskId={effect.taskId} onDone={() => setRepairing(false)} />}
    </>
  );
}
