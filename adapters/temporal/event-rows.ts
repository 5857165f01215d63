/** The events of a workflow's runs as rows of a case's history: when, what, which ids join them to journal and commands. */
import type { LoadedDataConverter } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { instantOf, type HistoryEvent, type WorkflowRuns } from '#adapters/temporal/workflow-runs.ts';

export interface EventRow {
  stream: string;
  runId: string;
  eventId: string;
  /** Microseconds since 1970, Temporal's clock. */
  us: number;
  /** The name of its attributes, without the ending: "activityTaskScheduled". */
  type: string;
  /** Activity type, update or signal name. */
  name: string | null;
  /** The Update's id, which is the command's. */
  commandId: string | null;
  /** The journal entries that it handed over. */
  seqs: readonly number[];
}

export async function eventRows({ stream, runs }: WorkflowRuns, converter: LoadedDataConverter): Promise<EventRow[]> {
  const rows: EventRow[] = [];
  for (const { runId, history } of runs) {
    const activities = new Map<string, { name: string; seqs: readonly number[] }>();
    const updates = new Map<string, string>();
    for (const event of history.events ?? []) {
      const scheduled = event.activityTaskScheduledEventAttributes;
      if (scheduled) activities.set(String(event.eventId), { name: scheduled.activityType?.name ?? '', seqs: scheduled.activityType?.name === 'recordJournal' ? await seqsOf(scheduled.input?.payloads, converter) : [] });
      const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
      // Kept over a reset, an Update is accepted without its words: they stand where Temporal gave it to the run once more.
      const request = accepted?.acceptedRequest ?? event.workflowExecutionUpdateAdmittedEventAttributes?.request;
      const updateId = accepted?.protocolInstanceId ?? request?.meta?.updateId;
      if (updateId && request?.input?.name) updates.set(updateId, request.input.name);
      const activity = activities.get(String(scheduled ? event.eventId : (event.activityTaskStartedEventAttributes ?? event.activityTaskCompletedEventAttributes ?? event.activityTaskFailedEventAttributes ?? event.activityTaskTimedOutEventAttributes)?.scheduledEventId));
      const commandId = accepted?.protocolInstanceId ?? event.workflowExecutionUpdateCompletedEventAttributes?.meta?.updateId ?? null;
      rows.push({
        stream, runId, eventId: String(event.eventId), us: instantOf(event) * 1000 + Math.floor(((event.eventTime?.nanos ?? 0) % 1_000_000) / 1000), type: typeOf(event),
        name: activity?.name ?? (commandId === null ? null : updates.get(commandId) ?? null) ?? event.workflowExecutionSignaledEventAttributes?.signalName ?? event.workflowExecutionStartedEventAttributes?.workflowType?.name
          ?? event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId ?? event.signalExternalWorkflowExecutionInitiatedEventAttributes?.signalName ?? null,
        commandId, seqs: scheduled ? activity?.seqs ?? [] : [],
      });
    }
  }
  return rows;
}

async function seqsOf(payloads: Parameters<typeof decodeArrayFromPayloads>[1], converter: LoadedDataConverter): Promise<number[]> {
  const [batch] = await decodeArrayFromPayloads(converter, payloads) as [{ entries?: JournalEntry[] } | undefined];
  return (batch?.entries ?? []).map(({ seq }) => seq);
}

export const typeOf = (event: HistoryEvent): string => {
  const name = Object.keys(event).find((key) => key.endsWith('EventAttributes') && event[key as keyof HistoryEvent] !== null && event[key as keyof HistoryEvent] !== undefined);
  return name?.slice(0, -'EventAttributes'.length) ?? `event-${String(event.eventType)}`;
};
