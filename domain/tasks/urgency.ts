/** How urgent a task is, as the law counts: working days, the first day not counted (CPL-85). */
import { dayOf } from '#domain/calendar/day.ts';
import { workingDaysBetween, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';

/**
 * Working days from today to the day on which it is due, that day included: 0 when it is due today or on a day off before the
 * next working day. Once the time has passed: how many have gone by since, as a negative number, at least -1.
 */
export function workingDaysLeft(calendar: WorkingCalendar, now: Date, due: Date): number {
  const [today, dueDay] = [dayOf(now.getTime()), dayOf(due.getTime())];
  if (due.getTime() > now.getTime()) return workingDaysBetween(calendar, today, dueDay);
  return -Math.max(1, workingDaysBetween(calendar, dueDay, today));
}
