/** The health of the court's machinery: alarms with what to do about each, then everything that they rest on. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './health.css';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { AlarmList } from '#web/staff/health/AlarmList.tsx';
import { MachineryTables } from '#web/staff/health/MachineryTables.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

export function HealthPage() {
  const { t } = useTranslation(['health', 'staff']);
  const language = useLanguage();
  const look = useQuery(queries.machinery());
  usePageTitle(t('title'));
  if (look.isError && !look.data) return <ReadFailure page error={look.error} again={() => void look.refetch()} />;
  if (!look.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  return (
    <div className="operations-page health-page">
      <header className="health-head">
        <h1>{t('title')}</h1>
        <p className="faint">{t('asked', { time: formatInstant(look.data.lookedAt, 'dayTime', language) })}</p>
        <Link to="/desk/health/handbook">{t('handbook')}</Link>
      </header>
      {look.isError && <ReadFailure error={look.error} again={() => void look.refetch()} />}
      <AlarmList alarms={look.data.alarms} />
      <MachineryTables look={look.data} />
    </div>
  );
}
