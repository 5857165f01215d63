/** Supervision of access: who looked at what, when, and as what they were allowed to. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roleWords, type StaffRole } from '#domain/people/roles.ts';
import { api } from '#web/api/client.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { SupervisionNav } from '#web/staff/supervision/SupervisionNav.tsx';
import { dayBounds, type LooksSearch } from '#web/staff/supervision/history-search.ts';

const route = getRouteApi('/desk/looks');

export function LooksPage() {
  const search = route.useSearch();
  const { t } = useTranslation(['audit', 'staff', 'cases', 'shell']);
  const say = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  usePageTitle(t('looks.title'));
  const filter = { ...(search.person ? { person: search.person } : {}), ...(search.caseId ? { caseId: search.caseId } : {}), ...(search.staffOnly ? { staffOnly: 'true' as const } : {}), ...dayBounds(search) };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.record, 'looks', filter],
    queryFn: ({ pageParam }) => api.audit.looks({ ...filter, limit: 100, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.looks) ?? [];
  const people = list.data?.pages[0]?.people ?? [];
  const set = (change: { [K in keyof LooksSearch]?: LooksSearch[K] | undefined }) => {
    void navigate({ to: '/desk/looks', search: Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== '')) as LooksSearch, replace: true });
  };
  return (
    <div className="cases-page">
      <h1>{t('looks.title')}</h1>
      <SupervisionNav />
      <p className="faint">{t('looks.lead')}</p>
      <div className="history-filters">
        <label>{t('filter.person')}
          <Select suffixIcon={<DownOutlined aria-hidden />} aria-label={t('filter.person')} value={search.person ?? ''} onChange={(person) => set({ person })} style={{ width: 170 }} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: t('filter.any') }, ...people.map(({ personId, name }) => ({ value: personId, label: name }))]} />
        </label>
        <label>{t('filter.from')}<input type="date" value={search.from ?? ''} onChange={(event) => set({ from: event.target.value })} /></label>
        <label>{t('filter.to')}<input type="date" value={search.to ?? ''} onChange={(event) => set({ to: event.target.value })} /></label>
        <Checkbox checked={search.staffOnly === true} onChange={(event) => set({ staffOnly: event.target.checked || undefined })}>{t('looks.staffOnly')}</Checkbox>
        {search.caseId && <span className="mark">{t('looks.case')} {rows[0]?.caseNumber ?? search.caseId.slice(0, 8)}</span>}
        {Object.keys(search).length > 0 && <Button onClick={() => void navigate({ to: '/desk/looks', search: {}, replace: true })}>{t('filter.clear')}</Button>}
      </div>
      {list.isError && rows.length === 0 && <ReadFailure error={list.error} again={() => void list.refetch()} />}
      {!list.isError && rows.length === 0 && <p className="queue-empty">{list.isPending ? t('staff:loading') : t('looks.none')}</p>}
      {rows.length > 0 && (
        <div className="wide-table" tabIndex={0} role="region" aria-label={t('looks.title')}>
          <table className="desk-table">
            <thead><tr><th scope="col">{t('looks.at')}</th><th scope="col">{t('looks.who')}</th><th scope="col">{t('looks.what')}</th><th scope="col">{t('looks.case')}</th><th scope="col">{t('looks.why')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td><time dateTime={row.at}>{formatInstant(row.at, 'dateTime', language)}</time>{row.until && formatInstant(row.until, 'time', language) !== formatInstant(row.at, 'time', language) && <span className="row-second">– {formatInstant(row.until, 'time', language)}</span>}</td>
                  <td>{row.name}<span className="row-second">{row.roles.map((role) => (role in roleWords ? say(roleWords[role as StaffRole]) : role)).join(t('shell:listSeparator'))}</span></td>
                  <td>{say(row.what)}{row.subject && <span className="row-second figures" lang="en">{row.subject.slice(0, 8)}</span>}</td>
                  <td><Link to="/desk/supervision/$caseId" params={{ caseId: row.caseId }}>{row.caseNumber ?? t('cases:noNumber')}</Link></td>
                  <td>{row.why ? say(row.why) : <span className="faint">{t('looks.unknown')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('looks.more')}</Button>}
    </div>
  );
}
