/** The list on paper: everything that the choice finds, as it stands now, with when and by whom it was printed. */
import { useMemo } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { choice, queueSearchFrom } from '#web/staff/queue/queue-search.ts';
import { useRowWords } from '#web/staff/queue/use-row-words.ts';
import { wholeList } from '#web/staff/queue/whole-list.ts';
import '#web/staff/queue/queue.css';

const route = getRouteApi('/desk/queue/print');

export function PrintPage() {
  const { t } = useTranslation(['queue', 'staff', 'shell']);
  const language = useLanguage();
  const address = route.useSearch();
  const search = useMemo(() => queueSearchFrom({ ...address }), [address]);
  const content = choice(search.view ?? 'mine', search);
  const { data: me } = useQuery(queries.me());
  const { data: court } = useQuery(queries.court());
  const { heads, cells } = useRowWords();
  const now = useCourtNow(3_600_000);
  usePageTitle(t('staff:queue.title'));
  // A sheet does not change under the eyes of whoever prints it.
  const list = useQuery({ queryKey: ['print', content], queryFn: () => wholeList(content), staleTime: Infinity });
  if (list.isError) return <ReadFailure page error={list.error} again={() => void list.refetch()} />;
  if (!list.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  const { rows, more } = list.data;
  return (
    <div className="print-page">
      <div className="print-actions"><Button type="primary" autoFocus onClick={() => window.print()}>{t('print.do')}</Button> <Link to="/desk" search={search}>{t('staff:task.backToQueue')}</Link></div>
      <h1>{court?.name ?? t('shell:court')} {t('staff:queue.title')}{t('colon')}{t(`view.${content.view}`)}</h1>
      <p className="faint">{t('print.by', { who: me?.name ?? '', at: formatInstant(now, 'dateTime', language), count: rows.length })}{more ? t('print.more') : ''}</p>
      <div className="print-scroll" role="region" aria-label={t('staff:queue.title')} tabIndex={0}>
        <table className="desk-table">
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <tr key={row.taskId} className={row.overdue ? 'overdue' : ''}>{cells(row).map((cell, at) => <td key={heads[at]}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </div>
  );
}
