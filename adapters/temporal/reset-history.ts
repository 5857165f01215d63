/** The history of a workflow's current run, as a reset looks at it (domain/operations/reset.ts). Read only. */
import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { temporal } from '@temporalio/proto';
import type { ResetEvent } from '#domain/operations/reset.ts';

type Payloads = temporal.api.common.v1.IPayload[] | null | undefined;

export interface ResetHistory { runId: string; running: boolean; events: ResetEvent[] }

/** @throws WorkflowNotFoundError, and when Temporal cannot be asked */
export async function readResetHistory(client: Client, workflowId: string): Promise<ResetHistory> {
  const { runId, status } = await client.workflow.getHandle(workflowId).describe();
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const decode = async (payloads: Payloads): Promise<unknown[]> => decodeArrayFromPayloads(client.options.loadedDataConverter, payloads);
  // An Update that a former reset kept is accepted without its words: they stand where Temporal gave it to the run once more.
  const sentAgain = new Map((events ?? []).flatMap(({ workflowExecutionUpdateAdmittedEventAttributes: admitted }) => (admitted?.request?.meta?.updateId ? [[admitted.request.meta.updateId, admitted.request] as const] : [])));
  return { runId, running: status.name === 'RUNNING', events: await Promise.all((events ?? []).map((event) => eventOf(event, decode, sentAgain))) };
}

async function eventOf(event: temporal.api.history.v1.IHistoryEvent, decode: (payloads: Payloads) => Promise<unknown[]>, sentAgain: ReadonlyMap<string, temporal.api.update.v1.IRequest>): Promise<ResetEvent> {
  const { seconds, nanos } = event.eventTime ?? {};
  const at = { eventId: Number(event.eventId), at: new Date(Number(seconds ?? 0) * 1000 + Math.floor((nanos ?? 0) / 1_000_000)).toISOString() };
  if (event.workflowTaskCompletedEventAttributes) return { ...at, what: 'stood' };
  const scheduled = event.activityTaskScheduledEventAttributes;
  if (scheduled) {
    const [input] = await decode(scheduled.input?.payloads);
    const activity = scheduled.activityType?.name ?? '';
    return activity === 'recordJournal' ? { ...at, what: 'journal', entries: (input as { entries: Extract<ResetEvent, { what: 'journal' }>['entries'] }).entries } : { ...at, what: 'activity', activity, input };
  }
  const update = event.workflowExecutionUpdateAcceptedEventAttributes;
  if (update) {
    const request = update.acceptedRequest ?? sentAgain.get(update.protocolInstanceId ?? '');
    const [input] = await decode(request?.input?.args?.payloads);
    return { ...at, what: 'update', name: request?.input?.name ?? '', updateId: update.protocolInstanceId ?? '', input };
  }
  const signal = event.workflowExecutionSignaledEventAttributes;
  if (signal) return { ...at, what: 'signal', name: signal.signalName ?? '' };
  const child = event.startChildWorkflowExecutionInitiatedEventAttributes;
  if (child) return { ...at, what: 'child', workflowType: child.workflowType?.name ?? '' };
  // What the run was begun with, and what activities answered, are known to it.
  const known = event.workflowExecutionStartedEventAttributes?.input?.payloads ?? event.activityTaskCompletedEventAttributes?.result?.payloads;
  return { ...at, what: 'other', known: await decode(known) };
}
