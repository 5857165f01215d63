/**
 * The calendar of a case: loaded when it is filed, again at the beginning of a stage when it has grown old, and at once when
 * the court says that it has changed. Then every date that rests on it is looked at again: what people have to do is due
 * later where the law says so (CPL-85), and the clerk decides about a hearing whose day no longer holds.
 */
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { CalendarChanged } from '#domain/messages/scheduling.ts';
import { recheckHearingDate } from '#domain/scheduling/recheck.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { lawfulSlot, moveBooked, type BookedHearing } from './hearing-change.ts';

/** A month: the holidays of a year are published in November, and closing days are told at once. */
const oldAfterMs = 30 * 24 * 3_600_000;

/** This year and the next, and the years of hearings to come. */
function yearsOf(the: CourtCase): number[] {
  const year = yearOf(dayOf(the.clock.now()));
  const hearing = the.hearings.at(-1);
  const years = new Set([year, year + 1, ...(hearing ? [yearOf(dayOf(Date.parse(hearing.noticedAt))), yearOf(dayOf(Date.parse(hearing.startsAt)))] : [])]);
  return [...years].sort();
}

/** Loads it; what cannot be had is waited for, and an operator's skip leaves the calendar as it was. */
export async function loadCalendar(the: CourtCase): Promise<void> {
  const loaded = await the.steps.attempt('loadCalendar', court.loadCalendar, { years: yearsOf(the) });
  if (!loaded.done) return;
  the.calendar = loaded.value;
  the.calendarLoadedAt = the.clock.now();
}

export async function renewOldCalendar(the: CourtCase): Promise<void> {
  const missing = the.calendar[yearOf(dayOf(the.clock.now()))] === undefined;
  if (missing || the.clock.now() - the.calendarLoadedAt > oldAfterMs) await loadCalendar(the);
}

/** The Signal's handling: beside the stages, which go on. */
export async function recheckDates(the: CourtCase, { what: change }: CalendarChanged): Promise<void> {
  await loadCalendar(the);
  the.tasks.recount();
  const { booked } = the;
  if (!booked || the.notHeld.has(booked.hearing.hearingId)) {
    the.journal.note('dates-rechecked', { change, articles: ['CPL-85'] });
    return;
  }
  const { hearing } = booked;
  const checked = recheckHearingDate({ noticedAt: Date.parse(hearing.noticedAt), startsAt: Date.parse(hearing.startsAt), calendar: the.calendar, caseType: the.filing.facts.caseType });
  const about = { change, hearingId: hearing.hearingId, holds: checked.holds };
  if (checked.holds) {
    if (hearing.provisional && !checked.provisional) delete hearing.provisional;
    the.journal.note('dates-rechecked', { ...about, provisional: checked.provisional, articles: checked.articles });
    return;
  }
  the.journal.note('dates-rechecked', { ...about, problem: checked.problem, articles: checked.problem.articles });
  if (booked.asked) return;
  booked.asked = true;
  // Nobody waits for it here: withdrawn when the hearing is moved, cancelled, or its room opens.
  void askClerk(the, booked, checked.problem);
}

async function askClerk(the: CourtCase, booked: BookedHearing, problem: Refusal): Promise<void> {
  const { hearing } = booked;
  const answer = await the.tasks.open('recheck-date', {
    assignee: the.forClerk(), hearingId: hearing.hearingId, facts: { problem: { message: problem.message, articles: problem.articles }, startsAt: hearing.startsAt, provisional: hearing.provisional === true },
    check: (outcome) => (outcome.decision === 'move' ? lawfulSlot(the, outcome) : undefined),
    settle: async (outcome, by) => {
      if (outcome.decision !== 'move') return undefined;
      const moved = await moveBooked(the, booked, outcome, outcome.reason, by, true);
      return 'refusal' in moved ? moved.refusal : undefined;
    },
  }).ended;
  if (answer.how === 'answered' && answer.outcome.decision === 'keep') {
    the.journal.note('decision', { what: 'date-kept', value: { hearingId: hearing.hearingId, reason: answer.outcome.reason }, articles: ['G4'], by: answer.by });
  }
  booked.asked = false;
}
