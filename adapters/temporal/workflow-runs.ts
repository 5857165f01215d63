/**
 * The runs of a workflow with their histories, oldest first: as Temporal has them, as they were exported, or earlier ones
 * from the export before those that Temporal still has; and beside them the runs that a reset left. Read only.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';
import type { temporal } from '@temporalio/proto';
import type { HistorySource } from '#domain/audit/case-audit.ts';

const { WorkflowTaskFailedCause } = proto.temporal.api.enums.v1;

export type History = temporal.api.history.v1.IHistory;
export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

export interface WorkflowRun { runId: string; history: History }

export interface WorkflowRuns {
  stream: string;
  runs: WorkflowRun[];
  /** Runs that a reset left, oldest first, as far as they are to be had; what they did after the point of the reset is in no other. */
  left: WorkflowRun[];
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
    if (!isForgotten(error)) throw error;
    // A later run was read and an earlier one has passed its retention: what was read counts, and says that it is not all.
    return runs.length === 0 ? undefined : { stream, runs, left: await liveLeft(client, stream, runs), complete: false, from: 'live' };
  }
  return { stream, runs, left: await liveLeft(client, stream, runs), complete: true, from: 'live' };
}

/** @returns those that Temporal still has of the runs that were left by resets */
async function liveLeft(client: Client, stream: string, runs: readonly WorkflowRun[]): Promise<WorkflowRun[]> {
  const found: WorkflowRun[] = [];
  const asked = new Set<string>();
  const wanted = runs.flatMap(({ history }) => leftBy(history));
  for (let runId = wanted.shift(); runId !== undefined; runId = wanted.shift()) {
    if (asked.has(runId)) continue;
    asked.add(runId);
    const history = await client.workflow.getHandle(stream, runId).fetchHistory().catch((error: unknown) => {
      if (isForgotten(error)) return undefined;
      throw error;
    });
    if (!history) continue;
    found.push({ runId, history });
    wanted.push(...leftBy(history));
  }
  return leftAmong(runs, found);
}

/** The runs that this one was reset from: Temporal says it in the workflow task at the point. */
export const leftBy = (history: History): string[] => (history.events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
  (failed?.cause === WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW && failed.baseRunId ? [failed.baseRunId] : []));

/** Every run that a reset left is among those that were. */
export const hasAllLeft = ({ runs, left }: WorkflowRuns): boolean =>
  [...left, ...runs].flatMap(({ history }) => leftBy(history)).every((runId) => left.some((run) => run.runId === runId));

/** The runs of an export, in any order, put in order. Undefined where there are none. */
export function exportedRuns(stream: string, exported: readonly WorkflowRun[]): WorkflowRuns | undefined {
  const unread = new Map(exported.map((run) => [run.runId, run]));
  const followed = new Set(exported.flatMap(({ history }) => [continuedFrom(history), ...leftBy(history)]));
  let run = exported.find(({ runId }) => !followed.has(runId));
  const runs: WorkflowRun[] = [];
  while (run) {
    runs.unshift(run);
    unread.delete(run.runId);
    run = unread.get(continuedFrom(run.history) ?? '');
  }
  const [first] = runs;
  return first ? { stream, runs, left: leftAmong(runs, exported), complete: continuedFrom(first.history) === undefined, from: 'export' } : undefined;
}

/** Of these the runs that were left by resets of the runs, and by resets before those: oldest first. */
function leftAmong(runs: readonly WorkflowRun[], among: readonly WorkflowRun[]): WorkflowRun[] {
  const left = new Map<string, WorkflowRun>();
  const gather = (history: History): void => {
    for (const runId of leftBy(history)) {
      const found = left.has(runId) ? undefined : among.find((run) => run.runId === runId);
      if (!found) continue;
      gather(found.history);
      left.set(runId, found);
    }
  };
  for (const { history } of runs) gather(history);
  return [...left.values()];
}

/** What Temporal has, and what only the export has: earlier runs, and runs that a reset left. */
export function together(live: WorkflowRuns | undefined, exported: readonly WorkflowRun[]): WorkflowRuns | undefined {
  if (!live) return undefined;
  const [first] = live.runs;
  const others = exported.filter(({ runId }) => ![...live.runs, ...live.left].some((run) => run.runId === runId));
  const withLeft = (runs: WorkflowRun[]): WorkflowRun[] => leftAmong(runs, [...live.left, ...others]);
  if (live.complete || !first) return { ...live, left: withLeft(live.runs) };
  const before = earlierThan(first, others);
  if (before.length === 0) return { ...live, left: withLeft(live.runs) };
  const runs = [...before, ...live.runs];
  return { stream: live.stream, runs, left: withLeft(runs), complete: continuedFrom(before[0]?.history ?? {}) === undefined, from: 'both' };
}

function earlierThan(run: WorkflowRun, exported: readonly WorkflowRun[]): WorkflowRun[] {
  const earlier = exported.find(({ runId }) => runId === continuedFrom(run.history));
  return earlier ? [...earlierThan(earlier, exported), earlier] : [];
}

/** Temporal does not know the run (any more). Of a run that it is asked the history of it says so by the status alone. */
export const isForgotten = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (typeof error === 'object' && error !== null && (error as { code?: unknown }).code === grpcNotFound);
const grpcNotFound = 5;

export const continuedFrom = (history: History): string | undefined => history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;

/** How a run ended: for good, or in another run; undefined while it is open. Milliseconds since 1970, Temporal's clock. */
export function endOf(history: History): { at: number; last: boolean } | undefined {
  const event = history.events?.at(-1);
  if (!event) return undefined;
  // A run that was reset goes on in another.
  if (event.workflowExecutionTerminatedEventAttributes && wasReset(event)) return { at: instantOf(event), last: false };
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

/** Temporal ends a run that is reset in its own name. */
const wasReset = ({ workflowExecutionTerminatedEventAttributes: ended }: HistoryEvent): boolean => ended?.identity === 'history-resetter';

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
