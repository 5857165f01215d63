/**
 * Workflows that do not move: their workflow task fails again and again (non-determinism, an error in a handler), or what they
 * decided cannot be written to the journal. Temporal's list does not tell (its attribute for that came after server 1.29), so open workflows are looked
 * at one by one: first those that somebody waits for or whose day has gone by, then the others, a few at a time, round and round.
 */
import { defaultFailureConverter, defaultPayloadConverter, type LoadedDataConverter } from '@temporalio/common';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { HealthLook } from '#api/contract/health.ts';
import { queueHealth } from '#api/operations/health/task-queues.ts';

export type WedgedWorkflow = HealthLook['wedged'][number];
export type BehindWorkflow = HealthLook['behind'][number];

/** A workflow task that failed this often is named. */
const attemptsToTell = 3;
/** One that nobody ended in time: a worker that died or stands still costs a few, and is an alarm of its own. */
const timedOut = 'timed-out';
const timeoutsToTell = 10;
const perLook = 100;
const atOnce = 8;
const listAgainAfterMs = 60_000;

export interface WedgedWatch {
  /** Looks at the next ones. @param waitedFor workflows that somebody waits for: looked at each time. */
  look(waitedFor: readonly string[]): Promise<{ wedged: WedgedWorkflow[]; behind: BehindWorkflow[]; round: { open: number; lookedAt: number } }>;
}

export function createWedgedWatch(temporal: Client): WedgedWatch {
  const wedged = new Map<string, WedgedWorkflow>();
  const behind = new Map<string, BehindWorkflow>();
  let open: string[] = [];
  let next = 0;
  let listedAt = 0;

  const list = async () => {
    open = [];
    for await (const { workflowId } of temporal.workflow.list({ query: "ExecutionStatus = 'Running'", pageSize: 1000 })) open.push(workflowId);
    next = 0;
    listedAt = Date.now();
  };

  const examine = async (workflowId: string) => {
    const described = await describe(temporal, workflowId);
    wedged.delete(workflowId);
    behind.delete(workflowId);
    if (!described) return;
    const attempts = described.pendingWorkflowTask?.attempt ?? 0;
    if (attempts >= attemptsToTell) {
      const found = await why(temporal, workflowId, described, attempts);
      if (found.cause !== timedOut || attempts >= timeoutsToTell) wedged.set(workflowId, found);
    }
    const journal = described.pendingActivities?.find((activity) => activity.activityType?.name === 'recordJournal');
    if (journal) {
      const begun = Number(journal.scheduledTime?.seconds ?? 0);
      const seconds = begun === 0 ? 0 : Math.max(0, Date.now() / 1000 - begun);
      if (seconds > 2) behind.set(workflowId, { workflowId, seconds, attempts: journal.attempt ?? 0 });
    }
  };

  return {
    async look(waitedFor) {
      if (next >= open.length && Date.now() - listedAt > (open.length <= perLook ? 0 : listAgainAfterMs)) await list();
      const now = [...new Set([...waitedFor, ...wedged.keys(), ...behind.keys(), ...open.slice(next, next + perLook)])];
      next = Math.min(open.length, next + perLook);
      const rest = now.values();
      await Promise.all(Array.from({ length: atOnce }, async () => { for (const workflowId of rest) await examine(workflowId); }));
      return { wedged: [...wedged.values()], behind: [...behind.values()], round: { open: open.length, lookedAt: next } };
    },
  };
}

type Described = proto.temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse;

async function describe(temporal: Client, workflowId: string): Promise<Described | undefined> {
  return temporal.workflow.getHandle(workflowId).describe().then(({ raw, status }) => (status.name === 'RUNNING' ? raw : undefined), (error: unknown) => {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  });
}

/** The newest failure that the history has: Temporal writes the first of a row of failures. */
async function why(temporal: Client, workflowId: string, described: Described, attempts: number): Promise<WedgedWorkflow> {
  const runId = described.workflowExecutionInfo?.execution?.runId ?? '';
  const { history } = await temporal.workflowService.getWorkflowExecutionHistoryReverse({ namespace: temporal.options.namespace, execution: { workflowId, runId }, maximumPageSize: 50 });
  const event = history?.events?.find((one) => one.workflowTaskFailedEventAttributes ?? one.workflowTaskTimedOutEventAttributes ?? one.workflowTaskCompletedEventAttributes);
  const failed = event?.workflowTaskFailedEventAttributes;
  const since = event?.eventTime ?? described.pendingWorkflowTask?.originalScheduledTime;
  return {
    workflowId, runId, workflowType: described.workflowExecutionInfo?.type?.name ?? '', attempts, since: since ? new Date(Number(since.seconds) * 1000).toISOString() : null,
    cause: failed?.cause ? (proto.temporal.api.enums.v1.WorkflowTaskFailedCause[failed.cause] ?? '').replace('WORKFLOW_TASK_FAILED_CAUSE_', '').toLowerCase().replaceAll('_', '-') : timedOut,
    message: failed?.failure ? await messageOf(temporal.options.loadedDataConverter, failed.failure) : '',
    build: failed?.workerVersion?.buildId || await buildOf(temporal, described.executionConfig?.taskQueue?.name ?? '', failed?.identity ?? ''), worker: failed?.identity ?? '',
  };
}

/** The history names the worker, and its build only where versions are routed: whoever asks for tasks under that name says it, up to five minutes after its end. */
async function buildOf(temporal: Client, taskQueue: string, worker: string): Promise<string | null> {
  if (taskQueue === '' || worker === '') return null;
  const [queue] = await queueHealth(temporal, [{ name: taskQueue, kinds: ['workflow'] }]);
  return queue?.pollers.find((poller) => poller.worker === worker)?.build ?? null;
}

async function messageOf(converter: LoadedDataConverter, failure: proto.temporal.api.failure.v1.IFailure): Promise<string> {
  const error = await decodeOptionalFailureToOptionalError(converter, failure).catch(() => defaultFailureConverter.failureToError(failure, defaultPayloadConverter));
  return error?.message.slice(0, 600) ?? '';
}
