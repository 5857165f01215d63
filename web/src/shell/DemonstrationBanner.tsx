import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { courtNow } from '#web/shell/court-clock.ts';

/** The demonstration court says on every page that it is one, and by how much its clock was moved. */
export function DemonstrationBanner() {
  const { t } = useTranslation('shell');
  const language = useLanguage();
  const { data: court } = useQuery(queries.court());
  if (court?.mode !== 'demonstration') return null;
  const moved = court.clock.offsetMs !== 0;
  return (
    <aside className="demonstration-banner" aria-label={t('demonstration')}>
      <span>{t('demonstrationExplained')}</span>
      {moved && <span>{t('clockMoved', { now: formatInstant(courtNow(court.clock.offsetMs), 'dateTime', language) })}</span>}
      <Link to="/demonstration/outbox">{t('outbox')}</Link>
      {court.clock.movable && <Link to="/demonstration/clock">{t('clock')}</Link>}
    </aside>
  );
}
