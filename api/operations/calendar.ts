/** The court's calendar. */
import { signedIn } from '#api/operation.ts';
import { calendarYear, setClosingDay, takeBackClosingDay } from '#api/operations/calendar/closing-days.ts';
import { courtWeek } from '#api/operations/calendar/week.ts';

export const calendar = {
  year: signedIn.calendar.year.handler(({ input, context }) => calendarYear(context, input.year)),
  addClosingDay: signedIn.calendar.addClosingDay.handler(({ input, context }) => setClosingDay(context, input)),
  removeClosingDay: signedIn.calendar.removeClosingDay.handler(({ input, context }) => takeBackClosingDay(context, input)),
  week: signedIn.calendar.week.handler(({ input, context }) => courtWeek(context, input)),
};
