/** Everything that happened in a case, refused attempts included, for those who supervise. Looking is itself on record. */
import { Segmented } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Standing } from '#web/staff/case/Standing.tsx';
import { Timeline } from '#web/staff/case/Timeline.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

const route = getRouteApi('/desk/supervision/$caseId');
const filters = ['all', 'refused', 'tasks', 'hearing'] as const;
type Filter = (typeof filters)[number];

export function HistoryPage() {
  const { caseId } = route.useParams();
  const { t } = useTranslation(['staff', 'cases']);
  const [filter, setFilter] = useState<Filter>('all');
  usePageTitle(t('supervision.history'));
  const history = useQuery(queries.history(caseId));
  const { data: courtCase } = useQuery(queries.case(caseId));
  const entries = history.data?.entries ?? [];
  const refused = entries.filter((entry) => entry.refused).length;
  const shown = entries.filter((entry) => {
    switch (filter) {
      case 'all': return true;
      case 'refused': return entry.refused;
      case 'tasks': return entry.kind.startsWith('task-');
      case 'hearing': return entry.stream.startsWith('hearing-');
    }
  });
  return (
    <div className="case-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('crumbs')}>
          <Link to="/desk/supervision">{t('nav.supervision')}</Link>
          <Link to="/desk/cases/$caseId" params={{ caseId }}>{courtCase?.caseNumber ?? t('cases:noNumber')}</Link>
        </nav>
        <h1>{t('supervision.history')} <span>{courtCase?.causeOfAction}</span></h1>
      </header>
      {courtCase && <Standing courtCase={courtCase} />}
      <Panel
        title={t('supervision.entries', { count: entries.length, refused })}
        extra={<Segmented aria-label={t('supervision.history')} value={filter} onChange={setFilter} options={filters.map((value) => ({ value, label: t(`supervision.filter.${value}`) }))} />}
      >
        <p className="faint">{t('supervision.onRecord')}</p>
        {history.isError && !history.data ? <ReadFailure error={history.error} again={() => void history.refetch()} /> : history.isPending ? <p className="faint">{t('loading')}</p> : <Timeline entries={shown} detailed />}
      </Panel>
    </div>
  );
}
