/** G6 to G8, G12: the hearing itself is a child workflow; the case waits for its report. */
import { ParentClosePolicy, startChild, workflowInfo } from '@temporalio/workflow';
import { courtTaskQueue, hearingWorkflowId } from '#domain/case/ids.ts';
import type { HearingInput } from '#domain/messages/hearing.ts';
import type { StageExit } from '#domain/case/stages.ts';
import type { CourtCase } from './court-case.ts';
import { noLivestreamOf } from './livestream.ts';

export async function hearing(courtCase: CourtCase): Promise<StageExit<'hearing'>> {
  const scheduled = courtCase.hearing;
  const stream = hearingWorkflowId(scheduled.hearingId);
  if (!courtCase.streams.includes(stream)) courtCase.streams.push(stream);
  courtCase.held.add(scheduled.hearingId);
  const ended = new Promise<void>((resolve) => {
    courtCase.onHearingEnded = (hearingId) => { if (hearingId === scheduled.hearingId) resolve(); };
  });
  const input: HearingInput = {
    caseId: courtCase.filing.caseId, hearing: scheduled, participants: courtCase.participants, bench: courtCase.allotted,
    calendar: courtCase.calendar, clockOffsetMs: courtCase.clock.offset,
  };
  // Abandoned on purpose: a case that continues as new must not end its hearing; the hearing reports by Signal.
  courtCase.child = await startChild('courtHearing', {
    workflowId: stream, args: [input], taskQueue: courtTaskQueue, parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowTaskTimeout: workflowInfo().taskTimeoutMs,
  });
  await ended;
  // Adjourned before its opening: what was to be livestreamed is not held.
  await noLivestreamOf(courtCase, scheduled.hearingId, '庭审已经结束');
  return courtCase.lastEnding;
}
