import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queueViews, type QueueView } from '#web/staff/queue/queue-views.ts';

/** Mine, my roles', done; with what is in each. */
export function QueueTabs({ view, counts, onHelp }: { view: QueueView; counts: { mine: number; roles: number; overdue: number } | undefined; onHelp: () => void }) {
  const { t } = useTranslation('staff');
  return (
    <div className="queue-head">
      <h1>{t('queue.title')}</h1>
      <nav className="queue-tabs" aria-label={t('queue.title')}>
        {queueViews.map((each) => (
          <Link key={each} to="/desk" search={{ view: each }} className={each === view ? 'queue-tab current' : 'queue-tab'} activeOptions={{ exact: true }}>
            {t(`queue.${each}`)}{each !== 'done' && <b>{counts?.[each] ?? ''}</b>}
          </Link>
        ))}
      </nav>
      {counts !== undefined && counts.overdue > 0 && <span className="queue-overdue">{t('queue.overdue', { count: counts.overdue })}</span>}
      <button type="button" className="keys-button" onClick={onHelp}>{t('keys.title')} <kbd>?</kbd></button>
    </div>
  );
}
