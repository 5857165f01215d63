/** One answer to many tasks: a few at a time, each its own command with its own key, and a report of what failed and why. */
import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { newCommandKey } from '#web/api/command-key.ts';
import { runCommand } from '#web/api/command.ts';
import { asProblem, type ApiProblem } from '#web/api/errors.ts';
import { queryKeys } from '#web/api/query-keys.ts';

export interface BulkItem { taskId: string; name: string }
export interface BulkReport {
  total: number;
  done: number;
  failed: { item: BulkItem; problem: ApiProblem }[];
  over: boolean;
  stopped: boolean;
  /** What is said below the report. */
  after: 'afterRetry' | 'afterAsk' | 'afterConfirm';
}

const atOnce = 4;

export interface Bulk {
  report: BulkReport | null;
  /** One at a time: while one is under way nothing else begins. */
  run: (items: readonly BulkItem[], outcome: unknown, after: BulkReport['after']) => Promise<void>;
  stop: () => void;
  close: () => void;
}

export function useBulk(): Bulk {
  const queryClient = useQueryClient();
  const [report, setReport] = useState<BulkReport | null>(null);
  const stopped = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => { gone.current = true; };
  }, []);

  const send = async ({ taskId }: BulkItem, outcome: unknown): Promise<void> => {
    const context = { commandKey: newCommandKey() };
    await runCommand({
      send: () => api.tasks.complete({ taskId, outcome }, { context }), ask: (commandId) => api.supervision.command({ commandId }),
      onPhase: () => undefined, onKept: () => undefined, wait: (ms) => new Promise((resolve) => { window.setTimeout(resolve, ms); }), stopped: () => gone.current,
    });
  };
  const run = async (items: readonly BulkItem[], outcome: unknown, after: BulkReport['after']): Promise<void> => {
    if (report && !report.over) return;
    stopped.current = false;
    let state: BulkReport = { total: items.length, done: 0, failed: [], over: false, stopped: false, after };
    const tell = (change: Partial<BulkReport>) => {
      state = { ...state, ...change };
      if (!gone.current) setReport(state);
    };
    tell({});
    const waiting = [...items];
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item && !stopped.current && !gone.current; item = waiting.shift()) {
        try {
          await send(item, outcome);
          tell({ done: state.done + 1 });
        } catch (error) {
          tell({ done: state.done + 1, failed: [...state.failed, { item, problem: asProblem(error) }] });
        }
      }
    }));
    tell({ over: true, stopped: stopped.current && state.done < state.total });
    for (const queryKey of [queryKeys.supervision, queryKeys.tasks]) void queryClient.invalidateQueries({ queryKey });
  };
  return { report, run, stop: () => { stopped.current = true; }, close: () => setReport(null) };
}
