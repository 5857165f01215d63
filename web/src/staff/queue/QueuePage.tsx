/** The work queue: lists, what narrows them, many tasks at once, and beside the list what one decides by. Made for the keyboard. */
import type { InputRef } from 'antd';
import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isTaskKind, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { whyOneByOne } from '#domain/tasks/bulk.ts';
import { queueViews } from '#domain/tasks/queue-views.ts';
import type { BulkAction, QueueRow } from '#api/contract/queue.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import { BulkAnswer } from '#web/staff/queue/BulkAnswer.tsx';
import { BulkBar, BulkReportNote, type BulkReport } from '#web/staff/queue/BulkBar.tsx';
import { commentBoxId } from '#web/staff/queue/Comments.tsx';
import { csvOf, download } from '#web/staff/queue/csv.ts';
import { KeyboardHelp } from '#web/staff/queue/KeyboardHelp.tsx';
import { QueueFilters } from '#web/staff/queue/QueueFilters.tsx';
import { QueuePreview } from '#web/staff/queue/QueuePreview.tsx';
import { isWatched } from '#web/staff/queue/instead-of.ts';
import { choice, isNarrowed, queueSearchFrom, type QueueSearch } from '#web/staff/queue/queue-search.ts';
import { QueueTable } from '#web/staff/queue/QueueTable.tsx';
import { QueueTabs } from '#web/staff/queue/QueueTabs.tsx';
import { SavedViews, type ViewsDialog } from '#web/staff/queue/SavedViews.tsx';
import { SnoozeDialog } from '#web/staff/queue/SnoozeDialog.tsx';
import { useQueueKeys } from '#web/staff/queue/use-queue-keys.ts';
import { useQueueList } from '#web/staff/queue/use-queue-list.ts';
import { useRowWords } from '#web/staff/queue/use-row-words.ts';
import { usePhone } from '#web/staff/queue/use-phone.ts';
import { wholeList } from '#web/staff/queue/whole-list.ts';
import '#web/staff/queue/queue.css';

const route = getRouteApi('/desk/');

export function QueuePage() {
  const { t } = useTranslation(['queue', 'staff']);
  const navigate = useNavigate();
  usePageTitle(t('staff:nav.queue'));
  const address = route.useSearch();
  const search = useMemo(() => queueSearchFrom({ ...address }), [address]);
  const view = search.view ?? 'mine';
  const content = choice(view, search);
  const { data: court } = useQuery(queries.court());
  const { rows, first, loading, list, changes, putInOrder } = useQueueList(content, court?.clock.offsetMs ?? 0);
  const { heads, cells } = useRowWords();
  const searchBox = useRef<InputRef>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [snoozing, setSnoozing] = useState<readonly QueueRow[] | null>(null);
  const [answering, setAnswering] = useState<TaskKindName | null>(null);
  const [report, setReport] = useState<BulkReport | null>(null);
  const [views, setViews] = useState<ViewsDialog>(null);
  const [help, setHelp] = useState(false);
  const phone = usePhone();
  const [peeking, setPeeking] = useState(false);
  useEffect(() => setPicked(new Set()), [view]);

  // Who comes in with nothing of their own, but with work for their role, begins there.
  const beginsWithRoles = search.view === undefined && !isNarrowed(search) && first !== undefined && first.counts.mine.total === 0 && first.counts.roles.total > 0;
  useEffect(() => {
    if (beginsWithRoles) void navigate({ to: '/desk', search: { view: 'roles' }, replace: true });
  }, [beginsWithRoles, navigate]);

  const current = rows.find(({ row }) => row.taskId === selected) ?? rows[0];
  const chosen = rows.filter(({ row, mark }) => mark !== 'gone' && picked.has(row.taskId)).map(({ row }) => row);
  const claim = useCommand((task: QueueRow, options) => (task.claimedBy && task.mine ? api.tasks.release({ taskId: task.taskId }, options) : api.tasks.claim({ taskId: task.taskId }, options)), { label: t('staff:queue.claim') });
  const wake = useCommand((taskId: string, options) => api.queue.wake({ taskId }, options), { label: t('snooze.wake') });
  const bulk = useCommand((of: { action: BulkAction; rows: readonly QueueRow[] }, options) => api.queue.bulk({ taskIds: of.rows.map((row) => row.taskId), action: of.action }, options), { label: t('bulk.label') });
  const busy = claim.phase !== null || wake.phase !== null || bulk.phase !== null;
  const problem = claim.problem ?? wake.problem ?? bulk.problem;

  const together = async (action: BulkAction, of: readonly QueueRow[]) => {
    if (of.length === 0) return;
    const answer = await bulk.run({ action, rows: of });
    setSnoozing(null);
    setAnswering(null);
    if (!answer) return;
    setReport({ did: action.do, results: answer.results, rows: new Map(of.map((row) => [row.taskId, row])) });
    // What failed stays picked, so that it can be tried again or looked at.
    setPicked(new Set(answer.results.filter((one) => one.state === 'failed').map((one) => one.taskId)));
  };
  const open = (taskId: string) => void navigate({ to: '/desk/tasks/$taskId', params: { taskId } });
  const narrow = (changed: { [K in keyof QueueSearch]?: QueueSearch[K] | undefined }) => void navigate({ to: '/desk', search: choice(view, { ...search, ...changed }), replace: true });
  const pick = (taskId: string) => setPicked((before) => (before.has(taskId) ? new Set([...before].filter((id) => id !== taskId)) : new Set([...before, taskId])));
  const pickAll = () => setPicked(rows.every(({ row }) => picked.has(row.taskId)) ? new Set() : new Set(rows.map(({ row }) => row.taskId)));
  const snooze = (row: QueueRow) => (row.snoozed ? void wake.run(row.taskId) : setSnoozing([row]));
  const move = (by: 1 | -1) => {
    const at = rows.findIndex(({ row }) => row.taskId === current?.row.taskId);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) setSelected(next.row.taskId);
  };
  const answerMany = () => {
    const kinds = [...new Set(chosen.map((row) => row.kind))].filter(isTaskKind);
    if (kinds.length === 1 && kinds[0] && whyOneByOne(kinds[0]) === null) setAnswering(kinds[0]);
  };
  const exportAll = async () => {
    const whole = await wholeList(content);
    download(`${t('staff:queue.title')}.csv`, csvOf([heads, ...whole.rows.map(cells)]));
  };
  const available = queueViews.filter((each) => each !== 'division' || (first !== undefined && first.division !== null));
  const openRow = current && current.mark !== 'gone' && current.row.state === 'open' ? current.row : null;

  useQueueKeys({
    'move-down': () => move(1), 'move-up': () => move(-1),
    open: () => current && open(current.row.taskId),
    claim: () => { if (chosen.length > 0) void together({ do: 'claim' }, chosen); else if (openRow && openRow.assignee === null) void claim.run(openRow); },
    snooze: () => { if (chosen.length > 0) setSnoozing(chosen); else if (openRow) snooze(openRow); },
    comment: () => document.getElementById(commentBoxId)?.focus(),
    pick: () => openRow && pick(openRow.taskId), 'pick-all': pickAll, answer: answerMany,
    search: () => searchBox.current?.focus({ cursor: 'all' }), narrow: () => document.getElementById('queue-kind')?.focus(),
    views: () => setViews('list'), save: () => setViews('save'), export: () => void exportAll(), print: () => void navigate({ to: '/desk/queue/print', search: content }),
    order: putInOrder, more: () => { if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage(); },
    view: () => void navigate({ to: '/desk', search: { view: available[(available.indexOf(view) + 1) % available.length] ?? 'mine' } }),
    clear: () => setPicked(new Set()), help: () => setHelp((before) => !before),
  });

  const preview = (
    <QueuePreview
      row={current?.row ?? null} watching={current !== undefined && isWatched(current.row, view)} gone={current?.mark === 'gone'} inDrawer={phone} busy={busy}
      onOpen={open} onClaim={(row) => void claim.run(row)} onSnooze={(row) => { setPeeking(false); snooze(row); }}
    />
  );

  return (
    <div className="queue-page">
      <div className="queue-list">
        <QueueTabs view={view} page={first} onHelp={() => setHelp(true)} />
        <QueueFilters view={view} search={search} page={first} searchBox={searchBox} onChange={narrow} onClear={() => void navigate({ to: '/desk', search: { view }, replace: true })} />
        <div className="queue-tools">
          <SavedViews dialog={views} content={content} onDialog={setViews} />
          <Button size="small" onClick={() => void exportAll()}>{t('export')} <kbd>e</kbd></Button>
          <Button size="small" onClick={() => void navigate({ to: '/desk/queue/print', search: content })}>{t('print.open')} <kbd>p</kbd></Button>
        </div>
        {list.isError && !first ? <ReadFailure error={list.error} again={() => void list.refetch()} /> : (
          <QueueTable rows={rows} loading={loading} narrowed={isNarrowed(search)} selected={current?.row.taskId ?? null} picked={picked} onSelect={(taskId) => { setSelected(taskId); setPeeking(phone); }} onPick={pick} onPickAll={pickAll} onOpen={open} view={view} />
        )}
        {list.hasNextPage && !loading && <Button block disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')} <kbd>n</kbd></Button>}
        <p className="queue-changes" role="status">
          {changes.fresh + changes.gone > 0 && (
            <>{t('staff:queue.changes', changes)} <button type="button" className="language-switch" onClick={putInOrder}>{t('staff:queue.putInOrder')}</button></>
          )}
        </p>
        {/* At the foot of the window, so that no row moves under the pointer of whoever is picking. */}
        <div className="queue-foot">
          <BulkBar rows={chosen} busy={busy} onClaim={() => void together({ do: 'claim' }, chosen)} onRelease={() => void together({ do: 'release' }, chosen)} onSnooze={() => setSnoozing(chosen)} onAnswer={answerMany} onClear={() => setPicked(new Set())} />
          {report && <BulkReportNote report={report} onClose={() => setReport(null)} />}
          {problem && <Problem problem={problem} />}
        </div>
      </div>
      {phone ? (
        <Drawer open={peeking && current !== undefined} placement="bottom" size="82%" onClose={() => setPeeking(false)} title={t('staff:queue.preview')} destroyOnHidden closable={{ 'aria-label': t('closePreview') }} closeIcon={<CloseOutlined aria-hidden />}>{preview}</Drawer>
      ) : preview}
      <SnoozeDialog rows={snoozing} busy={busy} onClose={() => setSnoozing(null)} onSnooze={(until, reason) => void together({ do: 'snooze', until, reason }, snoozing ?? [])} />
      <BulkAnswer kind={answering} count={chosen.length} busy={busy} onClose={() => setAnswering(null)} onSend={(outcome) => void together({ do: 'complete', outcome }, chosen)} />
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
