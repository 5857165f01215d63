/**
 * Would the workflows of this checkout go on with the cases of the running court? The histories of every open workflow and
 * of a sample of the closed ones are replayed against it. Nothing is written anywhere: killed at any moment, nothing remains.
 */
import type { Client, HistoryAndWorkflowId, WorkflowExecutionInfo } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { Worker, type WorkflowBundle } from '@temporalio/worker';

export interface BrokenHistory {
  workflowId: string;
  runId: string;
  workflowType: string;
  open: boolean;
  /** `determinism`: the code takes another way than the history; `other`: it could not be replayed at all. */
  why: 'determinism' | 'other';
  message: string;
  /** The build whose worker took the last workflow task; undefined where none did. */
  lastBuild: string | undefined;
}

export interface ReplayedCourt { open: number; closed: number; broken: BrokenHistory[] }

export interface ReplaySettings {
  client: Client;
  workflowBundle: WorkflowBundle;
  dataConverter?: DataConverter;
  /** How many closed histories, spread over all that Temporal still keeps. */
  sample: number;
  /** Told after every history. */
  onReplayed?: (count: number, of: number) => void;
}

type Known = Pick<WorkflowExecutionInfo, 'workflowId' | 'runId' | 'type'> & { open: boolean };

/** @throws when Temporal cannot be asked. */
export async function replayCourt({ client, workflowBundle, dataConverter, sample, onReplayed }: ReplaySettings): Promise<ReplayedCourt> {
  const open = (await list(client, "ExecutionStatus = 'Running'")).map((one) => ({ ...one, open: true }));
  const closed = spread(await list(client, "ExecutionStatus != 'Running'"), sample).map((one) => ({ ...one, open: false }));
  const all: Known[] = [...open, ...closed];
  const builds = new Map<string, string | undefined>();
  const result: ReplayedCourt = { open: 0, closed: 0, broken: [] };
  const known = new Map(all.map((one) => [one.runId, one]));
  // One worker for all of them; the histories are read one by one, so that none but the current lies in memory.
  for await (const { workflowId, runId, error } of Worker.runReplayHistories({ workflowBundle, ...(dataConverter ? { dataConverter } : {}) }, histories(client, all, builds))) {
    const one = known.get(runId) ?? all.find((other) => other.workflowId === workflowId);
    result[one?.open ? 'open' : 'closed'] += 1;
    onReplayed?.(result.open + result.closed, all.length);
    if (!error) continue;
    result.broken.push({
      workflowId, runId, workflowType: one?.type ?? '', open: one?.open ?? false, why: error.name === 'DeterminismViolationError' ? 'determinism' : 'other', message: error.message, lastBuild: builds.get(runId),
    });
  }
  return result;
}

async function list(client: Client, query: string): Promise<Omit<Known, 'open'>[]> {
  const found: Omit<Known, 'open'>[] = [];
  for await (const { workflowId, runId, type } of client.workflow.list({ query, pageSize: 1000 })) found.push({ workflowId, runId, type });
  return found;
}

/** As many as asked, at even distances, so that old ones and new ones are among them. */
export function spread<T>(all: readonly T[], count: number): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, (_, index) => all[Math.floor((index * all.length) / count)] as T);
}

async function* histories(client: Client, all: readonly Known[], builds: Map<string, string | undefined>): AsyncIterable<HistoryAndWorkflowId> {
  for (const { workflowId, runId } of all) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory().catch((error: unknown) => {
      // It ended and passed its retention since it was listed.
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw error;
    });
    if (!history) continue;
    const taken = (history.events ?? []).findLast((event) => event.workflowTaskCompletedEventAttributes)?.workflowTaskCompletedEventAttributes;
    builds.set(runId, taken?.deploymentVersion?.buildId ?? taken?.workerVersion?.buildId ?? undefined);
    yield { workflowId, history };
  }
}
