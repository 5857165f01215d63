/**
 * G4: at least three working days ahead the clerk schedules and everyone is told. The law is checked in the validator;
 * whether people and courtroom are free, PostgreSQL decides, and of two clerks at the same second one wins: the
 * other's task stays open with the reason.
 */
import { uuid4 } from '@temporalio/workflow';
import { refusalOfMediation } from '#domain/case/happenings.ts';
import { closingReasons } from '#domain/case/closing-reason.ts';
import type { ScheduledHearing, SessionKind } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import { schedulable } from '#domain/hearing/sessions/attendance.ts';
import { isRefusal, type Refusal } from '#domain/law/ruled.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { lawfulSlot, noteUnavailable, notify, notMade, provisionalIf, timesOf } from './hearing-change.ts';

export async function scheduling(courtCase: CourtCase): Promise<StageExit<'scheduling'>> {
  let booked = { meetingNumber: '', mediaHost: '' };
  let unavailable: Parameters<typeof noteUnavailable>[2];
  const hearingId = uuid4();
  const scheduled = await courtCase.tasks.open('schedule-hearing', {
    assignee: courtCase.forClerk(),
    check: (outcome) => (outcome.decision === 'schedule' ? fits(courtCase, outcome.kind) ?? lawfulSlot(courtCase, outcome) : undefined),
    settle: async (outcome) => {
      if (outcome.decision !== 'schedule') return undefined;
      const booking = await courtCase.steps.attempt('bookHearing', court.bookHearing, {
        caseId: courtCase.filing.caseId, hearingId, ...timesOf(outcome), courtroomId: outcome.courtroomId,
        bench: courtCase.allotted, participants: courtCase.participants,
      });
      if (!booking.done) return notMade(booking.reason);
      if (!booking.value.booked) return booking.value.refusal;
      booked = { meetingNumber: booking.value.meetingNumber, mediaHost: booking.value.mediaHost };
      unavailable = booking.value.unavailable;
      // The step may have waited for operations: the notice's period counts from today.
      const late = lawfulSlot(courtCase, outcome);
      // Nobody was told of it: whatever the clerk decides now, the courtroom and the people are free again.
      if (late) await courtCase.steps.attempt('freeBooking', court.freeBooking, { hearingId });
      return late;
    },
  }).ended;
  if (scheduled.how !== 'answered') return courtCase.offline(closingReasons.notScheduled.zh, ['G4']);
  if (scheduled.outcome.decision === 'offline') return courtCase.offline(scheduled.outcome.reason, ['G1', 'G4']);

  const hearing: ScheduledHearing = {
    hearingId, sessionNumber: Math.max(0, ...courtCase.hearings.map((before) => before.sessionNumber)) + 1, kind: scheduled.outcome.kind, ...timesOf(scheduled.outcome),
    courtroomId: scheduled.outcome.courtroomId, ...booked, noticedAt: courtCase.clock.iso(), ...provisionalIf(courtCase, scheduled.outcome),
  };
  courtCase.hearings.push(hearing);
  courtCase.journal.note('hearing-scheduled', { hearing });
  noteUnavailable(courtCase, hearingId, unavailable);
  await notify(courtCase, hearing);
  return 'noticed';
}

/** G1: who must take part in a session of the kind takes part in the case. */
function fits(courtCase: CourtCase, kind: SessionKind): Refusal | undefined {
  // CRPL-212: mediation is for private prosecutions, and not for all of them.
  const unfit = kind === 'mediation' ? refusalOfMediation({ ...courtCase.filing.facts, prosecutionGround: courtCase.filing.prosecutionGround }, courtCase.today) : undefined;
  if (unfit) return unfit;
  const ruling = schedulable(kind, courtCase.participants.map(({ role }) => role));
  return isRefusal(ruling) ? ruling : undefined;
}
