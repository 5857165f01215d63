/** Lists of cases: those that I have a part in, and all of them for those who supervise. */
import { Button, Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { closedWords, stageWords } from '#domain/case/stages.ts';
import type { CaseRow } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { SupervisionNav } from '#web/staff/supervision/SupervisionNav.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

const states = ['open', 'closed', 'any'] as const;

export const MyCasesPage = () => <CasesPage scope="mine" />;
export const AllCasesPage = () => <CasesPage scope="all" />;

function CasesPage({ scope }: { scope: 'mine' | 'all' }) {
  const { t } = useTranslation(['cases', 'staff']);
  usePageTitle(scope === 'all' ? t('staff:nav.supervision') : t('staff:nav.cases'));
  const [state, setState] = useState<(typeof states)[number]>('open');
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const filter = { scope, state, limit: 50, ...(search === '' ? {} : { search }) };
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.cases, 'pages', filter],
    queryFn: ({ pageParam }) => api.cases.list({ ...filter, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="cases-page">
      {scope === 'all' && <SupervisionNav />}
      <div className="queue-head">
        <h1>{scope === 'all' ? t('staff:nav.supervision') : t('staff:nav.cases')}</h1>
        <Segmented aria-label={t('staff:nav.cases')} value={state} onChange={setState} options={states.map((value) => ({ value, label: t(`states.${value}`) }))} />
        <Input type="search" aria-label={t('search')} placeholder={t('search')} value={typed} onChange={(event) => setTyped(event.target.value)} style={{ width: 280 }} />
      </div>
      {list.isError && rows.length === 0 && <ReadFailure error={list.error} again={() => void list.refetch()} />}
      {!list.isError && rows.length === 0 && <p className="queue-empty">{list.isPending ? t('staff:loading') : t('noCases')}</p>}
      {rows.length > 0 && (
        <table className="desk-table">
          <thead><tr>
            <th scope="col">{t('column.number')}</th><th scope="col">{t('column.parties')}</th><th scope="col">{t('column.stage')}</th>
            <th scope="col">{t('column.nextHearing')}</th><th scope="col">{t('column.tasks')}</th><th scope="col">{t('column.filed')}</th>
            {scope === 'all' && <th scope="col"><span className="visually-hidden">{t('staff:supervision.history')}</span></th>}
          </tr></thead>
          <tbody>{rows.map((row) => <Row key={row.caseId} row={row} supervised={scope === 'all'} />)}</tbody>
        </table>
      )}
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
    </div>
  );
}

function Row({ row, supervised }: { row: CaseRow; supervised: boolean }) {
  const { t } = useTranslation(['cases', 'staff']);
  const say = useWords();
  const parties = useParties();
  const language = useLanguage();
  const stage = row.stage in stageWords ? say(stageWords[row.stage as keyof typeof stageWords]) : row.stage;
  const how = row.closedHow && row.closedHow in closedWords ? say(closedWords[row.closedHow as keyof typeof closedWords]) : null;
  return (
    <tr>
      <td><Link to="/desk/cases/$caseId" params={{ caseId: row.caseId }} className="row-title">{row.caseNumber ?? t('noNumber')}</Link><span className="row-second">{row.causeOfAction}</span></td>
      <td>{parties(row.parties)}</td>
      <td><span className={row.closed ? 'mark' : 'mark stage'}>{how ?? stage}</span><Since at={row.stageSince} /></td>
      <td>{row.nextHearing ? <time dateTime={row.nextHearing.startsAt}>{formatInstant(row.nextHearing.startsAt, 'dayTime', language)}</time> : <span className="faint">{t('staff:none')}</span>}</td>
      <td>{row.openTasks === 0 ? <span className="faint">{t('staff:none')}</span> : supervised ? row.openTasks : t('taskCounts', { open: row.openTasks, mine: row.myTasks })}</td>
      <td><time dateTime={row.filedAt}>{formatInstant(row.filedAt, 'shortDay', language)}</time></td>
      {supervised && <td><Link to="/desk/supervision/$caseId" params={{ caseId: row.caseId }}>{t('staff:supervision.history')}</Link></td>}
    </tr>
  );
}
