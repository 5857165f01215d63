import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QueuePage } from '#api/contract/queue.ts';
import { queueViews, type QueueView } from '#domain/tasks/queue-views.ts';

/** The lists, with what is in each. A list that this person does not have is not shown. */
export function QueueTabs({ view, page, onHelp }: { view: QueueView; page: QueuePage | undefined; onHelp: () => void }) {
  const { t } = useTranslation(['queue', 'staff']);
  const views = queueViews.filter((each) => each !== 'division' || view === 'division' || (page !== undefined && page.division !== null));
  return (
    <div className="queue-head">
      <h1>{t('staff:queue.title')}</h1>
      <nav className="queue-tabs" aria-label={t('staff:queue.title')}>
        {views.map((each) => (
          <Link key={each} to="/desk" search={{ view: each }} className={each === view ? 'queue-tab current' : 'queue-tab'} activeOptions={{ exact: true }} aria-current={each === view ? 'page' : undefined}>
            {each === 'division' && page?.division ? page.division : t(`view.${each}`)}{each !== 'completed' && <b>{page?.counts[each].total ?? ''}</b>}
          </Link>
        ))}
      </nav>
      {page !== undefined && page.counts.mine.overdue > 0 && <span className="queue-overdue">{t('staff:queue.overdue', { count: page.counts.mine.overdue })}</span>}
      <button type="button" className="keys-button" onClick={onHelp}>{t('staff:keys.title')} <kbd>?</kbd></button>
    </div>
  );
}
