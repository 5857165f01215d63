/** The rows of a list as they stand on the screen: what changes is marked in its place, and moves only when the person asks. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { QueueRow } from '#api/contract/queue.ts';
import type { SavedViewContent } from '#domain/tasks/queue-views.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { courtNow } from '#web/shell/court-clock.ts';
import { countMarks, inOrder, steadyRows, type SteadyRow } from '#web/staff/queue/steady-rows.ts';

const idOf = (row: QueueRow): string => row.taskId;
/** A timer cannot wait longer than that. */
const longestTimerMs = 2_000_000_000;

export function useQueueList(content: SavedViewContent, offsetMs: number) {
  const of = JSON.stringify(content);
  const list = useInfiniteQuery(queries.queue(content));
  const queryClient = useQueryClient();
  const [shown, setShown] = useState<{ of: string; rows: SteadyRow<QueueRow>[] } | null>(null);
  const { data, isPlaceholderData } = list;
  const fresh = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const pages = useRef(0);

  useEffect(() => {
    if (!fresh || isPlaceholderData) return;
    // Further rows that the person asked for come at the end, in their order, and are nothing new.
    const asked = (data?.pages.length ?? 0) > pages.current && pages.current > 0;
    pages.current = data?.pages.length ?? 0;
    setShown((before) => {
      if (before?.of !== of) return { of, rows: inOrder(fresh) };
      const steady = steadyRows(before.rows, fresh, idOf);
      const known = new Set(before.rows.map(({ row }) => row.taskId));
      return { of, rows: asked ? steady.map((one) => (known.has(one.row.taskId) ? one : { ...one, mark: null })) : steady };
    });
  }, [fresh, isPlaceholderData, of, data]);

  // What was put off comes back by itself.
  const wakesAt = data?.pages[0]?.wakesAt ?? null;
  useEffect(() => {
    if (wakesAt === null) return;
    const wait = Math.max(0, Date.parse(wakesAt) - Date.parse(courtNow(offsetMs))) + 500;
    if (wait > longestTimerMs) return;
    const timer = window.setTimeout(() => void queryClient.invalidateQueries({ queryKey: queryKeys.tasks }), wait);
    return () => window.clearTimeout(timer);
  }, [wakesAt, offsetMs, queryClient]);

  const rows = shown?.of === of ? shown.rows : [];
  return {
    rows, first: data?.pages[0], loading: shown?.of !== of, list, changes: countMarks(rows),
    putInOrder: () => fresh && setShown({ of, rows: inOrder(fresh) }),
  };
}
