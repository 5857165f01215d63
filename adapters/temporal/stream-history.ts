/**
 * What Temporal's own history of a workflow says of its journal and its commands: every batch of entries that it handed
 * over, every Update that it accepted. Read only; all runs of the workflow, oldest first.
 */
import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { temporal } from '@temporalio/proto';
import type { AcceptedUpdate, HandedOver, StreamHistory } from '#domain/audit/stream-history.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';

type Event = temporal.api.history.v1.IHistoryEvent;
type Payload = temporal.api.common.v1.IPayload;

/** @returns undefined where Temporal does not know the workflow (any more: retention) @throws when it cannot be asked */
export async function readStreamHistory(client: Client, stream: string): Promise<StreamHistory | undefined> {
  const read = emptyHistory(stream);
  let runId: string | undefined;
  try {
    runId = (await client.workflow.getHandle(stream).describe()).runId;
    while (runId) {
      const { events } = await client.workflow.getHandle(stream, runId).fetchHistory();
      const run = await readRun(client, runId, events ?? []);
      read.runs.unshift({ runId, events: events?.length ?? 0 });
      read.handedOver.unshift(...run.handedOver);
      read.updates.unshift(...run.updates);
      runId = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    }
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    // A later run was read and an earlier one has passed its retention: what was read counts, and says that it is not all.
    if (read.runs.length === 0) return undefined;
    read.complete = false;
  }
  return read;
}

const emptyHistory = (stream: string) => ({ stream, complete: true, runs: [] as { runId: string; events: number }[], handedOver: [] as HandedOver[], updates: [] as AcceptedUpdate[] });

async function readRun(client: Client, runId: string, events: Event[]): Promise<{ handedOver: HandedOver[]; updates: AcceptedUpdate[] }> {
  const decode = async (payloads: Payload[] | null | undefined): Promise<unknown[]> => decodeArrayFromPayloads(client.options.loadedDataConverter, payloads);
  const batches = new Map<string, HandedOver>();
  const updates = new Map<string, AcceptedUpdate>();
  for (const event of events) {
    const eventId = String(event.eventId);
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled?.activityType?.name === 'recordJournal') {
      const [batch] = await decode(scheduled.input?.payloads) as [{ entries: JournalEntry[] }];
      batches.set(eventId, { runId, eventId, scheduledAt: instant(event), entries: batch.entries });
    }
    const completed = event.activityTaskCompletedEventAttributes;
    if (completed) {
      const batch = batches.get(String(completed.scheduledEventId));
      if (batch) batch.recordedBy = instant(event);
    }
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    if (accepted?.protocolInstanceId) {
      const input = accepted.acceptedRequest?.input;
      updates.set(accepted.protocolInstanceId, {
        runId, eventId, updateId: accepted.protocolInstanceId, name: input?.name ?? '', acceptedAt: instant(event), args: await decode(input?.args?.payloads),
      });
    }
    const answered = event.workflowExecutionUpdateCompletedEventAttributes;
    const update = answered ? updates.get(answered.meta?.updateId ?? '') : undefined;
    if (answered && update) {
      if (answered.outcome?.success) [update.answer] = await decode(answered.outcome.success.payloads);
      else update.failed = true;
    }
  }
  return { handedOver: [...batches.values()], updates: [...updates.values()] };
}

/** Milliseconds of the server's clock. */
function instant(event: Event): number {
  const { seconds, nanos } = event.eventTime ?? {};
  return Number(seconds ?? 0) * 1000 + Math.floor((nanos ?? 0) / 1_000_000);
}
