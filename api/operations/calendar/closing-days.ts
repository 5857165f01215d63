/** The court's own closing days: the manager sets them and takes them back; open cases hear of it (worker/calendar-watch.ts). */
import type { CalendarYearView } from '#api/contract/calendar.ts';
import type { SignedInContext } from '#api/context.ts';
import { refused } from '#api/errors.ts';
import { ensure } from '#api/operations/access.ts';
import { courtCalendar } from '#api/operations/calendar/court-calendar.ts';
import { addClosingDay, closingDaysOf, removeClosingDay } from '#db/queries/closing-days.ts';
import { dayOf, parseShanghaiDay, shanghaiDayFrom, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay } from '#domain/calendar/working-calendar.ts';
import type { Refusal } from '#domain/law/ruled.ts';

export async function calendarYear(context: SignedInContext, year: number): Promise<CalendarYearView> {
  ensure(context, null, { do: 'see-calendar' });
  const calendar = await courtCalendar(context.sql, shanghaiDayFrom(`${year}-01-01`));
  const found = calendar[year];
  return {
    year, provisional: found?.provisional ?? true, source: found?.source ?? '', holidays: [...(found?.holidays ?? [])], makeUpDays: [...(found?.makeUpDays ?? [])],
    closingDays: await closingDaysOf(context.sql, year),
  };
}

export async function setClosingDay(context: SignedInContext, input: { day: string; reason: string }): Promise<CalendarYearView> {
  ensure(context, null, { do: 'change-calendar' });
  const day = await toCome(context, input.day);
  if (!isWorkingDay(await courtCalendar(context.sql, day), day) && !(await isSet(context, day))) throw refused(closedAnyway);
  await addClosingDay(context.sql, { day, reason: input.reason, by: context.user.personId });
  return calendarYear(context, yearOf(day));
}

export async function takeBackClosingDay(context: SignedInContext, input: { day: string; reason: string }): Promise<CalendarYearView> {
  ensure(context, null, { do: 'change-calendar' });
  const day = await toCome(context, input.day);
  if (!(await removeClosingDay(context.sql, { day, reason: input.reason, by: context.user.personId }))) throw refused(notSet);
  return calendarYear(context, yearOf(day));
}

/** What has passed stays as it was: periods were counted by it. */
async function toCome(context: SignedInContext, text: string): Promise<ShanghaiDay> {
  const day = parseShanghaiDay(text);
  if (!day) throw refused(notADay);
  const { now } = await context.courtNow();
  if (day <= dayOf(now.getTime())) throw refused(past);
  return day;
}

async function isSet(context: SignedInContext, day: ShanghaiDay): Promise<boolean> {
  return (await closingDaysOf(context.sql, yearOf(day))).some((one) => one.day === day && one.removedAt === null);
}

const notADay: Refusal = { code: 'not-a-day', articles: [], message: { zh: '日期不存在。', en: 'There is no such day.' } };
const past: Refusal = { code: 'closing-day-passed', articles: ['CPL-85'], message: { zh: '只能设置今天以后的日期，已经过去的期间不再变动。', en: 'Only days to come can be changed: what has passed was counted already.' } };
const closedAnyway: Refusal = { code: 'closed-anyway', articles: [], message: { zh: '这一天本来就不是工作日。', en: 'That day is no working day anyway.' } };
const notSet: Refusal = { code: 'not-a-closing-day', articles: [], message: { zh: '这一天没有设为本院休息日。', en: 'That day is not one of the court’s closing days.' } };
