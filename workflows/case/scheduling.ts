/**
 * G4: at least three working days ahead the clerk schedules and everyone is told. The law is checked in the validator;
 * whether people and courtroom are free, PostgreSQL decides, and of two clerks at the same second one wins: the
 * other's task stays open with the reason.
 */
import { uuid4 } from '@temporalio/workflow';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import type { ScheduledHearing } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import { isRefusal, type Refusal } from '#domain/law/ruled.ts';
import { checkHearingTime } from '#domain/scheduling/notice.ts';
import { dayOf, instantOf, parseShanghaiDay, type ClockTime } from '#domain/calendar/day.ts';
import { court, documents } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';

type Schedule = Extract<OutcomeOf<'schedule-hearing'>, { decision: 'schedule' }>;

export async function scheduling(courtCase: CourtCase): Promise<StageExit<'scheduling'>> {
  let booked = { meetingNumber: '', mediaHost: '' };
  const hearingId = uuid4();
  const scheduled = await courtCase.tasks.open('schedule-hearing', {
    assignee: courtCase.forClerk(),
    check: (outcome) => (outcome.decision === 'schedule' ? lawful(courtCase, outcome) : undefined),
    settle: async (outcome) => {
      if (outcome.decision !== 'schedule') return undefined;
      const booking = await courtCase.steps.attempt('bookHearing', court.bookHearing, {
        caseId: courtCase.filing.caseId, hearingId, ...timesOf(outcome), courtroomId: outcome.courtroomId,
        bench: courtCase.allotted, participants: courtCase.participants,
      });
      if (!booking.done) return notBooked(booking.reason);
      if (!booking.value.booked) return booking.value.refusal;
      booked = { meetingNumber: booking.value.meetingNumber, mediaHost: booking.value.mediaHost };
      return undefined;
    },
  }).ended;
  if (scheduled.how !== 'answered') return courtCase.offline('未排期', ['G4']);
  if (scheduled.outcome.decision === 'offline') return courtCase.offline(scheduled.outcome.reason, ['G1', 'G4']);

  const hearing: ScheduledHearing = {
    hearingId, sessionNumber: courtCase.hearings.length + 1, kind: scheduled.outcome.kind, ...timesOf(scheduled.outcome),
    courtroomId: scheduled.outcome.courtroomId, ...booked, noticedAt: courtCase.clock.iso(),
  };
  courtCase.hearings.push(hearing);
  courtCase.journal.note('hearing-scheduled', { hearing });
  await notify(courtCase, hearing);
  return 'noticed';
}

/** One notice and one SMS a participant. A skipped step leaves the notices unproven: the clerk then calls (G4). */
async function notify(courtCase: CourtCase, hearing: ScheduledHearing): Promise<void> {
  const issued = await courtCase.steps.attempt('issueNotices', documents.issueNotices, {
    caseId: courtCase.filing.caseId, hearing, participants: courtCase.participants,
  });
  if (!issued.done) return;
  for (const notice of issued.value) courtCase.journal.note('notice-issued', { hearingId: hearing.hearingId, ...notice });
}

function lawful(courtCase: CourtCase, outcome: Schedule): Refusal | undefined {
  if (!parseShanghaiDay(outcome.day)) {
    return { code: 'not-a-day', articles: ['G4'], message: { zh: '日期不存在。', en: 'There is no such day.' } };
  }
  const { startsAt, endsAt } = timesOf(outcome);
  const checked = checkHearingTime({
    noticeDay: dayOf(courtCase.clock.now()), start: Date.parse(startsAt), end: Date.parse(endsAt),
    calendar: courtCase.calendar, now: courtCase.clock.now(),
  });
  return isRefusal(checked) ? checked : undefined;
}

const notBooked = (reason: string): Refusal => ({
  code: 'booking-not-made', articles: [], message: { zh: `未能预订：${reason}`, en: `It could not be booked: ${reason}` },
});

function timesOf(outcome: Schedule): { startsAt: string; endsAt: string } {
  const day = parseShanghaiDay(outcome.day);
  const start = day === undefined ? Number.NaN : instantOf(day, outcome.startTime as ClockTime);
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + outcome.durationMinutes * 60_000).toISOString() };
}
