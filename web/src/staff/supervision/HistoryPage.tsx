/** Everything that the court keeps of a case on one time line, for those who supervise. Looking is itself on record. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Words } from '#domain/law/ruled.ts';
import { entryAreas, entryAreaWords, entryKindWords, isEntryKind } from '#domain/journal/kind-words.ts';
import { historySources, type HistorySourceName } from '#domain/audit/history-entry.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Standing } from '#web/staff/case/Standing.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { HistoryEntry } from '#web/staff/supervision/HistoryEntry.tsx';
import { CaseSupervisionNav } from '#web/staff/supervision/SupervisionNav.tsx';
import { dayBounds, type HistorySearch } from '#web/staff/supervision/history-search.ts';

const route = getRouteApi('/desk/supervision/$caseId');

export function HistoryPage() {
  const { caseId } = route.useParams();
  const search = route.useSearch();
  const { t } = useTranslation(['audit', 'staff', 'cases']);
  usePageTitle(t('nav.history'));
  const { data: courtCase } = useQuery(queries.case(caseId));
  const overview = useQuery({ queryKey: [...queryKeys.record, 'history-overview', caseId], queryFn: () => api.audit.overview({ caseId }), placeholderData: keepPreviousData });
  const filter = { ...(search.sources ? { sources: search.sources } : {}), ...(search.person ? { person: search.person } : {}), ...(search.article ? { article: search.article } : {}), ...(search.kind ? { kind: search.kind } : {}), ...(search.about ? { about: search.about } : {}), ...(search.refused ? { refused: 'true' as const } : {}), ...dayBounds(search) };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.record, 'history', caseId, filter],
    queryFn: ({ pageParam }) => api.audit.history({ caseId, ...filter, limit: 100, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const unread = list.data?.pages.at(-1)?.unread ?? [];
  const count = Object.values(overview.data?.counts ?? {}).reduce((sum, one) => sum + one, 0);
  return (
    <div className="case-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('staff:crumbs')}>
          <Link to="/desk/supervision">{t('staff:nav.supervision')}</Link>
          <Link to="/desk/cases/$caseId" params={{ caseId }}>{courtCase?.caseNumber ?? t('cases:noNumber')}</Link>
        </nav>
        <h1>{t('nav.history')} <span>{courtCase?.causeOfAction}</span></h1>
      </header>
      <CaseSupervisionNav caseId={caseId} />
      {courtCase && <Standing courtCase={courtCase} />}
      <Panel title={overview.data ? t('entries', { count }) : t('nav.history')} extra={<span className="faint">{t('shown', { count: entries.length })}</span>}>
        <Filters caseId={caseId} search={search} counts={overview.data?.counts ?? {}} people={overview.data?.people ?? []} articles={overview.data?.articles ?? []} kinds={overview.data?.kinds ?? []} />
        <p className="faint">{t('onRecord')} {t('relatedHint')}</p>
        {unread.length > 0 && <p className="if-nobody" role="status">{t('unread', { streams: unread.join(', ') })}</p>}
        {list.isError && entries.length === 0 && <ReadFailure error={list.error} again={() => void list.refetch()} />}
        {list.isPending && <p className="faint">{t('staff:loading')}</p>}
        {list.isSuccess && entries.length === 0 && <p className="faint">{t('none')}</p>}
        <ol className="history-list">{entries.map((entry) => <HistoryEntry key={entry.id} caseId={caseId} entry={entry} />)}</ol>
        {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
      </Panel>
    </div>
  );
}

function Filters({ caseId, search, counts, people, articles, kinds }: { caseId: string; search: HistorySearch; counts: Record<string, number>; people: readonly { personId: string; name: string }[]; articles: readonly string[]; kinds: readonly string[] }) {
  const { t } = useTranslation('audit');
  const say = useWords();
  const navigate = useNavigate();
  const set = (change: { [K in keyof HistorySearch]?: HistorySearch[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== '')) as HistorySearch;
    void navigate({ to: '/desk/supervision/$caseId', params: { caseId }, search: next, replace: true });
  };
  const chosen = search.sources === undefined ? [...historySources] : search.sources.split(',');
  const choose = (source: HistorySourceName, on: boolean) => {
    const next = historySources.filter((name) => (name === source ? on : chosen.includes(name)));
    set({ sources: next.length === historySources.length || next.length === 0 ? undefined : next.join(',') });
  };
  return (
    <>
      <fieldset className="history-sources">
        <legend>{t('filter.sources')}</legend>
        {historySources.map((source) => (
          <Checkbox key={source} checked={chosen.includes(source)} onChange={(event) => choose(source, event.target.checked)}>{t(`source.${source}`)} <span className="faint figures">{counts[source] ?? ''}</span></Checkbox>
        ))}
      </fieldset>
      <div className="history-filters">
        <label>{t('filter.person')}
          <Select suffixIcon={<DownOutlined aria-hidden />} aria-label={t('filter.person')} value={search.person ?? ''} onChange={(person) => set({ person })} style={{ width: 150 }} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: t('filter.any') }, ...people.map(({ personId, name }) => ({ value: personId, label: name }))]} />
        </label>
        <label>{t('filter.article')}
          <Select suffixIcon={<DownOutlined aria-hidden />} aria-label={t('filter.article')} value={search.article ?? ''} onChange={(article) => set({ article })} style={{ width: 130 }} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: t('filter.any') }, ...articles.map((article) => ({ value: article, label: article }))]} />
        </label>
        <label>{t('filter.kind')}
          <Select suffixIcon={<DownOutlined aria-hidden />} aria-label={t('filter.kind')} value={search.kind ?? ''} onChange={(kind) => set({ kind })} style={{ width: 210 }} popupMatchSelectWidth={false} showSearch={{ optionFilterProp: ['label', 'value'] }}
            options={[{ value: '', label: t('filter.any') }, ...kindOptions(kinds, search.kind, say)]} />
        </label>
        <label>{t('filter.from')}<input type="date" value={search.from ?? ''} onChange={(event) => set({ from: event.target.value })} /></label>
        <label>{t('filter.to')}<input type="date" value={search.to ?? ''} onChange={(event) => set({ to: event.target.value })} /></label>
        <Checkbox checked={search.refused === true} onChange={(event) => set({ refused: event.target.checked || undefined })}>{t('filter.refused')}</Checkbox>
        {search.about && <span className="mark">{t('filter.about')} <span className="figures">{search.about}</span></span>}
        {Object.keys(search).length > 0 && <Button onClick={() => void navigate({ to: '/desk/supervision/$caseId', params: { caseId }, search: {}, replace: true })}>{t('filter.clear')}</Button>}
      </div>
    </>
  );
}

/** By the part of the court's work. The one that the address names can be chosen even where the case has none of it. */
function kindOptions(kinds: readonly string[], chosen: string | undefined, say: (words: Words) => string) {
  const known = [...new Set([...kinds, ...(chosen === undefined ? [] : [chosen])])].filter(isEntryKind);
  return entryAreas.flatMap((area) => {
    const options = known.filter((kind) => entryKindWords[kind].area === area).map((kind) => ({ value: kind as string, label: say(entryKindWords[kind].words) }));
    return options.length === 0 ? [] : [{ label: say(entryAreaWords[area]), options }];
  });
}
