/** The court in figures: each chart is also a table, and every number leads to its cases. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Statistic } from '#api/contract/statistics.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { SupervisionNav } from '#web/staff/supervision/SupervisionNav.tsx';
import { statisticsCsv } from '#web/staff/supervision/statistics-csv.ts';

/** The chart library is loaded with the first chart, and by nobody else. */
const StatisticChart = lazy(() => import('#web/staff/supervision/StatisticChart.tsx').then(({ StatisticChart: component }) => ({ default: component })));

const route = getRouteApi('/desk/statistics');
interface Period { from: string; to: string }

/** Ninety days by the court's clock, today the last; days in Shanghai. */
function lastNinety(now: string): Period {
  const day = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
  const today = Date.parse(now);
  return { from: day(today - 89 * 86_400_000), to: day(today) };
}

export function StatisticsPage() {
  const search = route.useSearch();
  const { t } = useTranslation(['audit', 'staff']);
  const language = useLanguage();
  const navigate = useNavigate();
  usePageTitle(t('statistics.title'));
  const { data: court } = useQuery(queries.court());
  const standard = court ? lastNinety(court.clock.now) : null;
  const period = standard ? { ...standard, ...search } : null;
  const found = useQuery({
    queryKey: [...queryKeys.record, 'statistics', period], queryFn: () => api.statistics.get(period ?? { from: '', to: '' }), enabled: period !== null, placeholderData: keepPreviousData,
  });
  const set = (change: Partial<Period>) => void navigate({ to: '/desk/statistics', search: { ...search, ...change }, replace: true });
  const save = () => {
    if (!found.data || !period) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([statisticsCsv(found.data.statistics, language)], { type: 'text/csv;charset=utf-8' }));
    link.download = `${t('statistics.title')}-${period.from}-${period.to}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="cases-page">
      <h1>{t('statistics.title')}</h1>
      <SupervisionNav />
      <div className="history-filters">
        <label>{t('statistics.from')}<input type="date" value={period?.from ?? ''} onChange={(event) => { if (event.target.value) set({ from: event.target.value }); }} /></label>
        <label>{t('statistics.to')}<input type="date" value={period?.to ?? ''} onChange={(event) => { if (event.target.value) set({ to: event.target.value }); }} /></label>
        <Button onClick={save} disabled={!found.data}>{t('statistics.csv')}</Button>
        {period && <a className="plain-button" href={`/api/statistics.pdf?from=${period.from}&to=${period.to}`} download>{t('statistics.pdf')}</a>}
      </div>
      <p className="faint">{t('statistics.lead')}</p>
      {found.isError && !found.data && <ReadFailure error={found.error} again={() => void found.refetch()} />}
      {!found.isError && !found.data && <p className="queue-empty">{t('staff:loading')}</p>}
      <div className="statistics-grid">{period && found.data?.statistics.map((one) => <OneStatistic key={one.measure} statistic={one} period={period} />)}</div>
    </div>
  );
}

const rounded = (value: number | null) => (value === null ? '—' : value.toFixed(value < 10 ? 1 : 0));

function OneStatistic({ statistic, period }: { statistic: Statistic; period: Period }) {
  const { t } = useTranslation('audit');
  const say = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const { rows, unit } = statistic;
  const title = say(statistic.title);
  const row = rows.find(({ key }) => key === chosen);
  return (
    <Panel title={<>{title} <Articles ids={statistic.articles} /></>} extra={<span className="faint">{t(`statistics.${statistic.over}`)}</span>}>
      {rows.length === 0 ? <p className="faint">{t('statistics.none')}</p> : (
        <>
          <Suspense fallback={<div className="statistic-chart" />}><StatisticChart key={title} title={title} rows={rows.slice(0, 10).map(({ key, label, count }) => ({ key, label: say(label), count }))} /></Suspense>
          <div className="wide-table" tabIndex={0} role="group" aria-label={title}>
            <table className="desk-table">
              <thead><tr>
                <th scope="col">{t('statistics.item')}</th><th scope="col">{t('statistics.count')}</th><th scope="col">{t('statistics.caseCount')}</th>
                {unit && <th scope="col">{t(unit === 'days' ? 'statistics.days' : 'statistics.seconds')}</th>}{unit && <th scope="col">{t(unit === 'days' ? 'statistics.longest' : 'statistics.longestSeconds')}</th>}
              </tr></thead>
              <tbody>
                {rows.map(({ key, label, count, cases, average, longest }) => (
                  <tr key={key}>
                    <th scope="row" style={{ whiteSpace: 'normal' }}>{say(label)}</th><td className="figures">{count}</td>
                    <td><button type="button" className="statistic-number" aria-expanded={chosen === key} aria-label={t('statistics.cases', { title, key: say(label), count: cases })} onClick={() => setChosen(chosen === key ? null : key)}>{cases}</button></td>
                    {unit && <td className="figures">{rounded(average)}</td>}{unit && <td className="figures">{rounded(longest)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {row && <Cases measure={statistic.measure} statKey={row.key} period={period} title={t('statistics.cases', { title, key: say(row.label), count: row.cases })} />}
        </>
      )}
    </Panel>
  );
}

function Cases({ measure, statKey, period, title }: { measure: string; statKey: string; period: Period; title: string }) {
  const { t } = useTranslation(['audit', 'staff', 'cases']);
  const found = useQuery({ queryKey: [...queryKeys.record, 'statistics', 'cases', measure, statKey, period], queryFn: () => api.statistics.cases({ measure, key: statKey, ...period }) });
  if (found.isError) return <ReadFailure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="faint">{t('staff:loading')}</p>;
  return (
    <ul className="statistic-cases" aria-label={title}>
      {found.data.cases.map((one) => (
        <li key={one.caseId}><Link to="/desk/cases/$caseId" params={{ caseId: one.caseId }}>{one.caseNumber ?? t('cases:noNumber')}</Link> {one.causeOfAction}{one.times > 1 ? ` × ${one.times}` : ''}</li>
      ))}
    </ul>
  );
}
