/**
 * G6 to G8, G12: the hearing itself is a child workflow; the case waits for its report. It begins half an hour before its
 * time, when its room opens; until then it can be moved or cancelled (hearing-change.ts).
 */
import { getExternalWorkflowHandle, ParentClosePolicy, startChild, workflowInfo } from '@temporalio/workflow';
import { courtTaskQueue, hearingWorkflowId } from '#domain/case/ids.ts';
import type { ScheduledHearing } from '#domain/case/types.ts';
import type { HearingInput } from '#domain/messages/hearing.ts';
import { signals, type MoveClock } from '#domain/messages/messages.ts';
import type { StageExit } from '#domain/case/stages.ts';
import type { CourtCase } from './court-case.ts';
import { afterChange, unlessChanged, type Change } from './hearing-change.ts';
import { tellHearing } from './hearing-people.ts';
import { noLivestreamOf } from './livestream.ts';
import { closeWhenTurned } from './turn.ts';

/** G7: people log in early; the room opens this long before the start. */
const roomOpensBeforeMs = 30 * 60_000;

export async function hearing(courtCase: CourtCase): Promise<StageExit<'hearing'>> {
  const scheduled = courtCase.hearing;
  const change = await untilRoomOpens(courtCase, scheduled);
  if (change) {
    await afterChange(courtCase, scheduled, change);
    return change.what;
  }
  const stream = hearingWorkflowId(scheduled.hearingId);
  if (!courtCase.streams.includes(stream)) courtCase.streams.push(stream);
  courtCase.held.add(scheduled.hearingId);
  courtCase.evidenceState.enter(scheduled.hearingId, 'opening');
  let over = false;
  const ended = new Promise<void>((resolve) => {
    courtCase.onHearingEnded = (hearingId) => { if (hearingId === scheduled.hearingId) { over = true; resolve(); } };
  });
  const { offset } = courtCase.clock;
  const input: HearingInput = {
    caseId: courtCase.filing.caseId, hearing: scheduled, participants: courtCase.participants, bench: courtCase.allotted,
    calendar: courtCase.calendar, clockOffsetMs: offset, ...(courtCase.people.awaited.size > 0 ? { awaited: [...courtCase.people.awaited] } : {}),
    caseType: courtCase.filing.facts.caseType, ...(courtCase.filing.facts.instance === undefined ? {} : { instance: courtCase.filing.facts.instance }),
    ...(courtCase.filing.facts.publicProsecution ? { publicProsecution: true } : {}),
  };
  // Abandoned on purpose: a case that continues as new must not end its hearing; the hearing reports by Signal.
  courtCase.child = await startChild('courtHearing', {
    workflowId: stream, args: [input], taskQueue: courtTaskQueue, parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowTaskTimeout: workflowInfo().taskTimeoutMs,
  });
  // Moved while the child began: nobody has told it.
  const move: MoveClock = { offsetMs: courtCase.clock.offset, by: courtCase.allotted.clerk };
  if (courtCase.clock.offset !== offset) await getExternalWorkflowHandle(stream).signal(signals.moveClock, move).catch(() => undefined);
  // So too an assessor who accepted meanwhile (PAL-19).
  if (input.awaited?.some((one) => !courtCase.people.awaited.has(one))) await tellHearing(courtCase, { what: 'assessors', awaited: [...courtCase.people.awaited] });
  void closeWhenTurned(courtCase, stream, () => over);
  await ended;
  // Adjourned before its opening: what was to be livestreamed is not held.
  await noLivestreamOf(courtCase, scheduled.hearingId, '庭审已经结束');
  return courtCase.lastEnding;
}

/** @returns the change that came first; null: the room opens now. */
async function untilRoomOpens(courtCase: CourtCase, scheduled: ScheduledHearing): Promise<Change | null> {
  const waiting = `room/${scheduled.hearingId}`;
  const opens = courtCase.deadlines.reach(waiting, Date.parse(scheduled.startsAt) - roomOpensBeforeMs);
  const first = await unlessChanged(courtCase, scheduled, opens);
  courtCase.deadlines.clear(waiting);
  if ('what' in first) return first;
  courtCase.tasks.withdrawAll('已到开庭时间', (task) => task.kind === 'recheck-date');
  return null;
}
