/** The livestream of one hearing, for the court: the whole approval, and what may be said to it (N1 to N4). */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import './livestream.css';
import { queries } from '#web/api/queries.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Dossier } from '#web/staff/livestream/Dossier.tsx';
import { IntendForm, ReportFactsForm, WithdrawForm } from '#web/staff/livestream/LivestreamForms.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

const route = getRouteApi('/desk/hearings/$hearingId/livestream');

export function LivestreamPage() {
  const { hearingId } = route.useParams();
  const { t } = useTranslation(['livestream', 'staff']);
  const found = useQuery(queries.livestream(hearingId));
  usePageTitle(t('title'));
  if (found.isError && !found.data) return <ReadFailure page error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  const { data: view } = found;
  const { hearing, may, approval } = view;
  return (
    <div className="livestream-page">
      <header className="case-head">
        {may.seeCase && <nav className="crumbs" aria-label={t('staff:crumbs')}><Link to="/desk/cases/$caseId" params={{ caseId: hearing.caseId }}>{hearing.caseNumber ?? hearing.causeOfAction}</Link></nav>}
        <h1>{t('of', { number: hearing.caseNumber ?? '' })} <span>{hearing.causeOfAction}</span></h1>
      </header>
      {may.intend ? <IntendForm hearingId={hearingId} /> : <Dossier view={view} />}
      {may.reportFacts && approval && <ReportFactsForm key={approval.round} hearingId={hearingId} known={approval.facts} />}
      {may.withdraw && <WithdrawForm hearingId={hearingId} />}
    </div>
  );
}
