import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';

/**
 * Where the calendar of working days comes from. Read-only: if the process dies here, nothing is left behind and
 * asking again gives the same answer, until a year is published that was not before.
 */
export interface CalendarSource {
  /**
   * The years asked for, each once. A year that the State Council has not published is provisional: it has the
   * days off that the law itself names and no make-up days. Throws RangeError for what is not a year from 2004 to 2099.
   */
  load(years: readonly number[]): Promise<WorkingCalendar>;
}
