/**
 * What Temporal's own history of a workflow says of its journal and its commands: every batch of entries that it handed
 * over, every Update that it accepted. Read only; all runs of the workflow, oldest first, each after those that were left
 * when it was reset: so what a left run did alone comes before what was done once more.
 */
import type { Client } from '@temporalio/client';
import type { LoadedDataConverter } from '@temporalio/common';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import type { temporal } from '@temporalio/proto';
import { resetsTold, type AcceptedUpdate, type HandedOver, type StreamHistory } from '#domain/audit/stream-history.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import type { GoOnBehind } from '#domain/messages/journal.ts';
import { instantOf, leftBy, liveRuns, type HistoryEvent, type WorkflowRun, type WorkflowRuns } from '#adapters/temporal/workflow-runs.ts';

type Payload = temporal.api.common.v1.IPayload;

/** @returns undefined where Temporal does not know the workflow (any more: retention) @throws when it cannot be asked */
export async function readStreamHistory(client: Client, stream: string): Promise<StreamHistory | undefined> {
  const runs = await liveRuns(client, stream);
  return runs && streamHistoryOf(runs, client.options.loadedDataConverter);
}

/** What runs say, wherever they were taken from. */
export async function streamHistoryOf({ stream, runs, left, complete, from }: WorkflowRuns, converter: LoadedDataConverter): Promise<StreamHistory> {
  const read = { stream, complete, from, runs: [] as { runId: string; events: number }[], handedOver: [] as HandedOver[], updates: [] as AcceptedUpdate[] };
  for (const { runId, history } of inOrder(runs, left)) {
    const events = history.events ?? [];
    const run = await readRun(converter, runId, events);
    read.runs.push({ runId, events: events.length });
    read.handedOver.push(...run.handedOver);
    read.updates.push(...run.updates);
  }
  return { ...read, resets: resetsTold(read.handedOver, read.runs.map(({ runId }) => runId)) };
}

function inOrder(runs: readonly WorkflowRun[], left: readonly WorkflowRun[]): WorkflowRun[] {
  const before = (run: WorkflowRun): WorkflowRun[] => [...leftBy(run.history).flatMap((runId) => left.filter((one) => one.runId === runId)).flatMap(before), run];
  return [...new Set(runs.flatMap(before))];
}

async function readRun(converter: LoadedDataConverter, runId: string, events: HistoryEvent[]): Promise<{ handedOver: HandedOver[]; updates: AcceptedUpdate[] }> {
  const decode = async (payloads: Payload[] | null | undefined): Promise<unknown[]> => decodeArrayFromPayloads(converter, payloads);
  const batches = new Map<string, HandedOver>();
  const updates = new Map<string, AcceptedUpdate>();
  const requests = new Map<string, temporal.api.update.v1.IRequest>();
  for (const event of events) {
    const eventId = String(event.eventId);
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (scheduled?.activityType?.name === 'recordJournal') {
      const [batch] = await decode(scheduled.input?.payloads) as [{ entries: JournalEntry[] }];
      batches.set(eventId, { runId, eventId, scheduledAt: instantOf(event), entries: batch.entries });
    }
    const completed = event.activityTaskCompletedEventAttributes;
    if (completed) {
      const batch = batches.get(String(completed.scheduledEventId));
      if (batch) {
        batch.recordedBy = instantOf(event);
        // Answered so, it was not taken: the run tells it once more, behind what another run had written (docs/decisions/reset.md).
        const [behind] = await decode(completed.result?.payloads) as [GoOnBehind | null | undefined];
        if (behind) batch.entries = batch.entries.filter(({ seq }) => seq < behind.from);
      }
    }
    // What was sent to a run that was left: Temporal gives it to the new run once more.
    const sentAgain = event.workflowExecutionUpdateAdmittedEventAttributes?.request;
    if (sentAgain?.meta?.updateId) requests.set(sentAgain.meta.updateId, sentAgain);
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    if (accepted?.protocolInstanceId) {
      const { input } = accepted.acceptedRequest ?? requests.get(accepted.protocolInstanceId) ?? {};
      updates.set(accepted.protocolInstanceId, {
        runId, eventId, updateId: accepted.protocolInstanceId, name: input?.name ?? '', acceptedAt: instantOf(event), args: await decode(input?.args?.payloads),
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
