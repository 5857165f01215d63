/**
 * The runs of a workflow with their histories, oldest first: as Temporal has them, as they were exported, or earlier ones
 * from the export before those that Temporal still has. Read only.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { temporal } from '@temporalio/proto';
import type { HistorySource } from '#domain/audit/case-audit.ts';

export type History = temporal.api.history.v1.IHistory;
export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

export interface WorkflowRun { runId: string; history: History }

export interface WorkflowRuns {
  stream: string;
  runs: WorkflowRun[];
  /** False where earlier runs are in neither Temporal nor the export. */
  complete: boolean;
  from: HistorySource;
}

/** @returns undefined where Temporal does not know the workflow (any more: retention) @throws when it cannot be asked */
export async function liveRuns(client: Client, stream: string): Promise<WorkflowRuns | undefined> {
  const runs: WorkflowRun[] = [];
  try {
    let runId: string | undefined = (await client.workflow.getHandle(stream).describe()).runId;
    while (runId) {
      const history = await client.workflow.getHandle(stream, runId).fetchHistory();
      runs.unshift({ runId, history });
      runId = continuedFrom(history);
    }
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // A later run was read and an earlier one has passed its retention: what was read counts, and says that it is not all.
    return runs.length === 0 ? undefined : { stream, runs, complete: false, from: 'live' };
  }
  return { stream, runs, complete: true, from: 'live' };
}

/** The runs of an export, in any order, put in order. Undefined where there are none. */
export function exportedRuns(stream: string, exported: readonly WorkflowRun[]): WorkflowRuns | undefined {
  const left = new Map(exported.map((run) => [run.runId, run]));
  const followed = new Set(exported.map(({ history }) => continuedFrom(history)));
  let run = exported.find(({ runId }) => !followed.has(runId));
  const runs: WorkflowRun[] = [];
  while (run) {
    runs.unshift(run);
    left.delete(run.runId);
    run = left.get(continuedFrom(run.history) ?? '');
  }
  const [first] = runs;
  return first ? { stream, runs, complete: continuedFrom(first.history) === undefined, from: 'export' } : undefined;
}

/** What Temporal has, and before it what only the export has. */
export function together(live: WorkflowRuns | undefined, exported: WorkflowRuns | undefined): WorkflowRuns | undefined {
  const [first] = live?.runs ?? [];
  if (!live || !first) return exported;
  if (live.complete || !exported) return live;
  const before = exportedRuns(live.stream, exported.runs.filter(({ runId }) => !live.runs.some((run) => run.runId === runId)));
  if (before?.runs.at(-1)?.runId !== continuedFrom(first.history)) return live;
  return before ? { stream: live.stream, runs: [...before.runs, ...live.runs], complete: before.complete, from: 'both' } : live;
}

export const continuedFrom = (history: History): string | undefined => history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;

/** How a run ended: for good, or in another run; undefined while it is open. Milliseconds since 1970, Temporal's clock. */
export function endOf(history: History): { at: number; last: boolean } | undefined {
  const event = history.events?.at(-1);
  if (!event) return undefined;
  const ended = event.workflowExecutionCompletedEventAttributes ?? event.workflowExecutionFailedEventAttributes ?? event.workflowExecutionCanceledEventAttributes
    ?? event.workflowExecutionTerminatedEventAttributes ?? event.workflowExecutionTimedOutEventAttributes;
  if (event.workflowExecutionContinuedAsNewEventAttributes) return { at: instantOf(event), last: false };
  return ended ? { at: instantOf(event), last: true } : undefined;
}

/** Milliseconds of the server's clock. */
export function instantOf(event: HistoryEvent): number {
  const { seconds, nanos } = event.eventTime ?? {};
  return Number(seconds ?? 0) * 1000 + Math.floor((nanos ?? 0) / 1_000_000);
}

export interface HistoryFile { gz: Uint8Array; jsonSha256: string; events: number }

/** JSON as Temporal's own tools write and replay it, encrypted payloads as they are, gzipped. */
export async function historyFile(history: History): Promise<HistoryFile> {
  const json = Buffer.from(historyToJSON(history));
  return { gz: await promisify(gzip)(json), jsonSha256: createHash('sha256').update(json).digest('hex'), events: history.events?.length ?? 0 };
}

/** @throws when it is not the file that was hashed */
export async function readHistoryFile(gz: Uint8Array, jsonSha256: string): Promise<History> {
  const json = await promisify(gunzip)(gz);
  if (createHash('sha256').update(json).digest('hex') !== jsonSha256) throw new Error('The exported history is not the one that was hashed');
  return historyFromJSON(JSON.parse(json.toString('utf8')));
}
