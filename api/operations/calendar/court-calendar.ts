/** The working days of this court as the API reads them: the State Council's, with the court's own closing days. */
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import type { Sql } from '#db/connect.ts';
import { withOwnClosingDays } from '#db/queries/closing-days.ts';
import { yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';

const published = stateCouncilCalendar();

/** The day's year and the next one. */
export async function courtCalendar(sql: Sql, day: ShanghaiDay): Promise<WorkingCalendar> {
  return withOwnClosingDays(sql, await published.load([yearOf(day), yearOf(day) + 1]));
}
