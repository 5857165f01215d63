import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Mine, my roles', done; with what is in each. */
export function QueueTabs({ view, done, counts, onHelp }: { view: 'mine' | 'roles'; done: boolean; counts: { mine: number; roles: number; overdue: number } | undefined; onHelp: () => void }) {
  const { t } = useTranslation('staff');
  const now = (is: boolean) => (is ? 'page' as const : undefined);
  return (
    <div className="queue-head">
      <h1>{t('queue.title')}</h1>
      <nav className="queue-tabs" aria-label={t('queue.title')}>
        <Link to="/desk" search={{}} className="queue-tab" aria-current={now(view === 'mine' && !done)}>{t('queue.mine')}<b>{counts?.mine ?? ''}</b></Link>
        <Link to="/desk" search={{ view: 'roles' }} className="queue-tab" aria-current={now(view === 'roles' && !done)}>{t('queue.roles')}<b>{counts?.roles ?? ''}</b></Link>
        <Link to="/desk" search={{ done: true }} className="queue-tab" aria-current={now(done)}>{t('queue.done')}</Link>
      </nav>
      {counts !== undefined && counts.overdue > 0 && <span className="queue-overdue">{t('queue.overdue', { count: counts.overdue })}</span>}
      <button type="button" className="keys-button" onClick={onHelp}>{t('keys.title')} <kbd>?</kbd></button>
    </div>
  );
}
