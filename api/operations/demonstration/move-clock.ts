/** Moves the court's clock forward and tells every open case and hearing. */
import { WorkflowNotFoundError } from '@temporalio/client';
import type { SignedInContext } from '#api/context.ts';
import { openStreams } from '#db/queries/supervision.ts';
import { caseWorkflowId, hearingWorkflowId, recordingsRequestWorkflowId, type StreamId } from '#domain/case/ids.ts';
import { signals, type MoveClock } from '#domain/messages/messages.ts';

const atOnce = 20;

export async function moveCourtClock(context: SignedInContext, forwardMs: number): Promise<{ now: string; offsetMs: number }> {
  const { sql } = context;
  const [row] = await sql<{ offset_ms: string }[]>`
    insert into court_clock (id, offset_ms, moved_at) values (1, ${forwardMs}, now())
    on conflict (id) do update set offset_ms = court_clock.offset_ms + excluded.offset_ms, moved_at = excluded.moved_at
    returning offset_ms`;
  const offsetMs = Number(row?.offset_ms ?? forwardMs);
  const { cases, hearings, recordingsRequests } = await openStreams(sql);
  await tell(context, [...cases.map(caseWorkflowId), ...hearings.map(hearingWorkflowId), ...recordingsRequests.map(recordingsRequestWorkflowId)], { offsetMs, by: context.user.personId });
  await context.publish({ type: 'clock', offsetMs });
  return { now: new Date(Date.now() + offsetMs).toISOString(), offsetMs };
}

async function tell(context: SignedInContext, streams: StreamId[], move: MoveClock): Promise<void> {
  for (let from = 0; from < streams.length; from += atOnce) {
    await Promise.all(streams.slice(from, from + atOnce).map(async (stream) => {
      try {
        await context.temporal.workflow.getHandle(stream).signal(signals.moveClock, move);
      } catch (error) {
        // A hearing that has not begun, or a case that has just been closed: nobody there to tell.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    }));
  }
}
