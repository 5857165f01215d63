/** The work queue: what I have to do, and what waits for one of my roles. Made for the keyboard. */
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import type { TaskRow } from '#api/contract/tasks.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { KeyboardHelp } from '#web/staff/queue/KeyboardHelp.tsx';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import { QueuePreview } from '#web/staff/queue/QueuePreview.tsx';
import { QueueTable } from '#web/staff/queue/QueueTable.tsx';
import type { QueueView } from '#web/staff/queue/queue-views.ts';
import { QueueTabs } from '#web/staff/queue/QueueTabs.tsx';
import { countMarks, inOrder, steadyRows, type SteadyRow } from '#web/staff/queue/steady-rows.ts';
import { useQueueKeys } from '#web/staff/queue/use-queue-keys.ts';

const route = getRouteApi('/desk/');
const idOf = (row: TaskRow): string => row.taskId;

export function QueuePage() {
  const { t } = useTranslation('staff');
  const navigate = useNavigate();
  usePageTitle(t('nav.queue'));
  const search = route.useSearch();
  const view = search.view ?? 'mine';
  const done = view === 'done';
  const list = useQuery(queries.tasks({ view: done ? 'mine' : view, state: done ? 'completed' : 'open', limit: 100 }));
  const [shown, setShown] = useState<{ of: QueueView; rows: SteadyRow<TaskRow>[] } | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [help, setHelp] = useState(false);
  const { data, isPlaceholderData } = list;

  useEffect(() => {
    if (!data || isPlaceholderData) return;
    setShown((before) => ({ of: view, rows: before?.of === view ? steadyRows(before.rows, data.rows, idOf) : inOrder(data.rows) }));
  }, [data, isPlaceholderData, view]);

  // Who comes in with nothing of their own, but with work for their role, begins there.
  const beginsWithRoles = search.view === undefined && data !== undefined && data.counts.mine === 0 && data.counts.roles > 0;
  useEffect(() => {
    if (beginsWithRoles) void navigate({ to: '/desk', search: { view: 'roles' }, replace: true });
  }, [beginsWithRoles, navigate]);

  const rows = shown?.of === view ? shown.rows : [];
  const current = rows.find(({ row }) => row.taskId === selected) ?? rows[0];
  const claim = useCommand((task: TaskRow, options) => (task.claimedBy ? api.tasks.release({ taskId: task.taskId }, options) : api.tasks.claim({ taskId: task.taskId }, options)), { label: t('queue.claim') });
  const putInOrder = () => data && setShown({ of: view, rows: inOrder(data.rows) });
  const open = (taskId: string) => void navigate({ to: '/desk/tasks/$taskId', params: { taskId } });

  useQueueKeys({
    move: (by) => {
      const at = rows.findIndex(({ row }) => row.taskId === current?.row.taskId);
      const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
      if (next) setSelected(next.row.taskId);
    },
    open: () => current && open(current.row.taskId),
    claim: () => { if (current && current.mark !== 'gone' && current.row.assignee === null && !done) void claim.run(current.row); },
    putInOrder,
    switchView: () => void navigate({ to: '/desk', search: { view: view === 'mine' ? 'roles' : 'mine' } }),
    help: () => setHelp((before) => !before),
  });

  const changes = countMarks(rows);
  return (
    <div className="queue-page">
      <div className="queue-list">
        <QueueTabs view={view} counts={data?.counts} onHelp={() => setHelp(true)} />
        {claim.problem && <Problem problem={claim.problem} />}
        {list.isError && !data ? <ReadFailure error={list.error} again={() => void list.refetch()} /> : (
          <QueueTable rows={rows} loading={shown?.of !== view} selected={current?.row.taskId ?? null} onSelect={setSelected} onOpen={open} view={view} />
        )}
        <p className="queue-changes" role="status">
          {changes.fresh + changes.gone > 0 && (
            <>{t('queue.changes', changes)} <button type="button" className="language-switch" onClick={putInOrder}>{t('queue.putInOrder')}</button></>
          )}
        </p>
      </div>
      <QueuePreview row={current?.row ?? null} gone={current?.mark === 'gone'} busy={claim.phase !== null} onOpen={open} onClaim={(row) => void claim.run(row)} />
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
