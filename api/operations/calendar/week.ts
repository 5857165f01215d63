/** One week of the court: courtrooms, judges, hearings, and for one case the times that are lawful and free (G4). */
import type { WeekView } from '#api/contract/calendar.ts';
import type { SignedInContext } from '#api/context.ts';
import { refused } from '#api/errors.ts';
import { ensure, inCase } from '#api/operations/access.ts';
import { closingDaysOf } from '#db/queries/closing-days.ts';
import { hearingsBetween } from '#db/queries/week.ts';
import { courtCalendar } from '#api/operations/calendar/court-calendar.ts';
import { searchFor } from '#api/operations/cases/slots.ts';
import { addDays, boundsOf, parseShanghaiDay, weekdayOf, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { commonSlots } from '#domain/scheduling/slots.ts';

export async function courtWeek(context: SignedInContext, input: { day: string; caseId?: string; durationMinutes: number }): Promise<WeekView> {
  ensure(context, null, { do: 'see-calendar' });
  if (input.caseId !== undefined) await inCase(context, input.caseId, { do: 'see-slots' });
  const asked = parseShanghaiDay(input.day);
  if (!asked) throw refused({ code: 'not-a-day', articles: [], message: { zh: '日期不存在。', en: 'There is no such day.' } });
  const monday = addDays(asked, 1 - weekdayOf(asked));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  const [calendar, reasons, courtrooms, hearings] = await Promise.all([
    courtCalendar(context.sql, monday), reasonsOf(context, days),
    context.sql<{ id: string; name: string }[]>`select id, name from courtrooms where active order by id`,
    hearingsBetween(context.sql, { personId: context.user.personId, roles: context.user.roles }, boundsOf(monday).first, boundsOf(days.at(-1) as ShanghaiDay).last),
  ]);
  return {
    from: monday, days: days.map((day) => told(calendar, day, reasons)), courtrooms: courtrooms.map((room) => ({ ...room })), hearings,
    free: input.caseId === undefined ? [] : await freeTimes(context, input.caseId, input.durationMinutes, calendar, days),
  };
}

async function freeTimes(context: SignedInContext, caseId: string, durationMinutes: number, calendar: WorkingCalendar, days: readonly ShanghaiDay[]): Promise<WeekView['free']> {
  const { now } = await context.courtNow();
  const search = await searchFor(context, caseId, { calendar, now: now.getTime(), durationMinutes }, days);
  return commonSlots(search, days).map(({ day, startTime, courtroomId }) => ({ day, startTime, courtroomId }));
}

async function reasonsOf(context: SignedInContext, days: readonly ShanghaiDay[]): Promise<Map<string, string>> {
  const years = [...new Set(days.map(yearOf))];
  const set = (await Promise.all(years.map((year) => closingDaysOf(context.sql, year)))).flat();
  return new Map(set.filter(({ removedAt }) => removedAt === null).map(({ day, reason }) => [day, reason]));
}

function told(calendar: WorkingCalendar, day: ShanghaiDay, reasons: ReadonlyMap<string, string>): WeekView['days'][number] {
  const year = calendar[yearOf(day)];
  const why = year?.closingDays?.includes(day) ? 'closing' : year?.holidays.includes(day) ? 'holiday' : year?.makeUpDays.includes(day) ? 'makeUp' : weekdayOf(day) >= 6 ? 'weekend' : 'workday';
  return { day, working: isWorkingDay(calendar, day), why, reason: reasons.get(day) ?? null, provisional: year?.provisional ?? true };
}
