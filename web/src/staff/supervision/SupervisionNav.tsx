import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import '#web/staff/supervision/supervision.css';

/** Between the pages of those who supervise the whole court. */
export function SupervisionNav() {
  const { t } = useTranslation('audit');
  return (
    <nav className="supervision-nav" aria-label={t('nav.label')}>
      <Link to="/desk/supervision" activeOptions={{ exact: true }}>{t('nav.cases')}</Link>
      <Link to="/desk/statistics">{t('nav.statistics')}</Link>
      <Link to="/desk/looks">{t('nav.looks')}</Link>
    </nav>
  );
}

/** Between the pages that supervise one case. */
export function CaseSupervisionNav({ caseId }: { caseId: string }) {
  const { t } = useTranslation('audit');
  return (
    <nav className="supervision-nav" aria-label={t('nav.label')}>
      <Link to="/desk/supervision/$caseId" params={{ caseId }} activeOptions={{ exact: true, includeSearch: false }}>{t('nav.history')}</Link>
      <Link to="/desk/supervision/$caseId/audit" params={{ caseId }}>{t('nav.audit')}</Link>
      <Link to="/desk/looks" search={{ caseId }}>{t('nav.looks')}</Link>
    </nav>
  );
}
