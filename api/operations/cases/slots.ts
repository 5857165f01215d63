/**
 * G4: lawful start times for the clerk who schedules, with a courtroom and all people free. A help, not the rule: the
 * workflow checks the law again, and PostgreSQL's exclusion constraint decides about two clerks at the same second.
 */
import type { SignedInContext } from '#api/context.ts';
import { inCase } from '#api/operations/access.ts';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { busyFor, type Busy } from '#db/queries/bookings.ts';
import { addWorkingDays, nextWorkingDay } from '#domain/calendar/working-calendar.ts';
import { dayOf, instantOf, yearOf, type ClockTime, type ShanghaiDay } from '#domain/calendar/day.ts';
import { earliestLawfulDay } from '#domain/scheduling/notice.ts';

const calendars = stateCouncilCalendar();
/** How far ahead a clerk looks, and when the court begins sessions. */
const workingDaysShown = 10;
const startTimes: readonly ClockTime[] = ['09:00', '10:30', '14:00', '15:30'];
const sessionMinutes = 90;

export interface Slot { day: string; startTime: string; courtroomId: string }

export async function getSlots(context: SignedInContext, caseId: string): Promise<{ earliestDay: string; slots: Slot[] }> {
  await inCase(context, caseId, { do: 'see-slots' });
  const { now } = await context.courtNow();
  const today = dayOf(now.getTime());
  const calendar = await calendars.load([yearOf(today), yearOf(today) + 1]);
  const earliestDay = earliestLawfulDay(calendar, today);
  const days = [earliestDay];
  while (days.length < workingDaysShown) days.push(nextWorkingDay(calendar, days.at(-1) as ShanghaiDay));
  const until = instantOf(addWorkingDays(calendar, days.at(-1) as ShanghaiDay, 1), '00:00');
  const { busy, courtrooms } = await busyFor(context.sql, caseId, instantOf(earliestDay, '00:00'), until);
  return { earliestDay, slots: freeSlots(days, busy, courtrooms) };
}

/** Every day and start time at which all people of the case are free, once for each free courtroom. */
export function freeSlots(days: readonly ShanghaiDay[], busy: readonly Busy[], courtrooms: readonly string[]): Slot[] {
  return days.flatMap((day) => startTimes.flatMap((startTime) => {
    const from = instantOf(day, startTime);
    const to = from + sessionMinutes * 60_000;
    const taken = busy.filter((booking) => booking.startsAt < to && from < booking.endsAt);
    if (taken.some((booking) => booking.resourceKind !== 'courtroom')) return [];
    return courtrooms.filter((courtroomId) => !taken.some((booking) => booking.resourceId === courtroomId)).map((courtroomId) => ({ day, startTime, courtroomId }));
  }));
}
