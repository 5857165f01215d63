import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HealthLook } from '#api/contract/health.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

type Alarm = HealthLook['alarms'][number];

export function AlarmList({ alarms }: { alarms: readonly Alarm[] }) {
  const { t } = useTranslation('health');
  return (
    <Panel title={t('alarms', { count: alarms.length })}>
      {alarms.length === 0 && <p className="all-well">{t('well')}</p>}
      <ul className="alarm-list">{alarms.map((alarm) => <OneAlarm key={alarm.key} alarm={alarm} />)}</ul>
    </Panel>
  );
}

function OneAlarm({ alarm }: { alarm: Alarm }) {
  const { t } = useTranslation('health');
  const say = useWords();
  const client = useQueryClient();
  const seen = useMutation({ mutationFn: () => api.health.acknowledge({ key: alarm.key }), onSuccess: () => client.invalidateQueries({ queryKey: queries.machinery().queryKey }) });
  return (
    <li className={`alarm ${alarm.severity}`}>
      <header>
        <span className={alarm.severity === 'critical' ? 'mark bad' : 'mark provisional'}>{t(`severity.${alarm.severity}`)}</span>
        <h3>{say(alarm.title)}</h3>
        <span className="alarm-since">{t('since')} <Since at={alarm.since} /></span>
      </header>
      <p className="figures alarm-subject">{alarm.about === null ? <span lang="en">{alarm.subject}</span> : say(alarm.about)} · {say(alarm.detail)}{alarm.technical !== null && <> · <span lang="en">{alarm.technical}</span></>}</p>
      <dl>
        <div><dt>{t('means')}</dt><dd>{say(alarm.means)}</dd></div>
        <div><dt>{t('todo')}</dt><dd>{say(alarm.todo)} <Link to="/desk/health/handbook" hash={alarm.chapter}>{t('chapter')}</Link></dd></div>
      </dl>
      {alarm.acknowledged
        ? <p className="faint">{t('seen', { name: alarm.acknowledged.by })} <Since at={alarm.acknowledged.at} /></p>
        : <button type="button" className="plain-button" disabled={seen.isPending} onClick={() => seen.mutate()}>{seen.isPending ? t('seeing') : t('see')}</button>}
      {seen.isError && <ReadFailure error={seen.error} again={() => seen.mutate()} />}
    </li>
  );
}
