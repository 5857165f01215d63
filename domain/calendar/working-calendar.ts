import { addDays, weekdayOf, yearOf, type ShanghaiDay } from './day.ts';

/**
 * One year of the State Council's notice on holidays. Plain data: an activity loads it and workflows carry it.
 */
export type CalendarYear = {
  /** Days off, weekends inside a holiday included. */
  readonly holidays: readonly ShanghaiDay[];
  /** Make-up days (调休上班): Saturdays and Sundays on which everybody works. */
  readonly makeUpDays: readonly ShanghaiDay[];
  /** True while the State Council has not published the year: make-up days are unknown, and some days off too. */
  readonly provisional: boolean;
  /** The court's own closing days, beside the statutory ones. */
  readonly closingDays?: readonly ShanghaiDay[];
  /** Where it was taken from. */
  readonly source?: string;
};

/** Calendar by year. A year that is missing counts as provisional, with weekends alone as days off. */
export type WorkingCalendar = { readonly [year: number]: CalendarYear };

/** The calendar with the court's own closing days, each in its year; they take the place of those that it had. A year that it lacks stays lacking. */
export function withClosingDays(calendar: WorkingCalendar, closingDays: readonly ShanghaiDay[]): WorkingCalendar {
  return Object.fromEntries(Object.entries(calendar).map(([year, data]) => [year, { ...data, closingDays: closingDays.filter((day) => yearOf(day) === Number(year)) }]));
}

export function isWorkingDay(calendar: WorkingCalendar, day: ShanghaiDay): boolean {
  const year = calendar[yearOf(day)];
  if (year?.closingDays?.includes(day)) return false;
  if (year?.holidays.includes(day)) return false;
  if (year?.makeUpDays.includes(day)) return true;
  return weekdayOf(day) <= 5;
}

/**
 * The working day that is `count` working days after the day; the day itself is not counted (CPL-85).
 * `count` 0 gives the day itself if it is a working day, else the next one. Negative counts are refused
 * with RangeError.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: ShanghaiDay, count: number): ShanghaiDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  if (count === 0) return isWorkingDay(calendar, day) ? day : nextWorkingDay(calendar, day);
  let reached = day;
  for (let counted = 0; counted < count; counted += 1) reached = nextWorkingDay(calendar, reached);
  return reached;
}

/** The first working day after the day. */
export function nextWorkingDay(calendar: WorkingCalendar, day: ShanghaiDay): ShanghaiDay {
  // A year has no month without a working day; a calendar that says so is broken, and looping for ever would hide it.
  for (let step = 1; step <= 60; step += 1) {
    const candidate = addDays(day, step);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  throw new RangeError(`No working day within 60 days after ${day}`);
}

/** Working days after `from` up to and including `to` (the first day is not counted, CPL-85); 0 if `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: ShanghaiDay, to: ShanghaiDay): number {
  let counted = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day)) counted += 1;
  }
  return counted;
}

/** True if a count from one day to the other rests on a year whose holidays are not published yet. */
export function restsOnProvisionalYear(calendar: WorkingCalendar, from: ShanghaiDay, to: ShanghaiDay): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (calendar[year]?.provisional ?? true) return true;
  }
  return false;
}
