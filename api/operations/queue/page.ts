/** A page of the work queue, with the working days that are left of each task. */
import type { SignedInContext } from '#api/context.ts';
import type { QueuePage } from '#api/contract/queue.ts';
import { courtCalendar } from '#api/operations/calendar/court-calendar.ts';
import { ensure, viewerOf } from '#api/operations/access.ts';
import { queueReader } from '#db/queries/queue-reader.ts';
import { divisionScope, workQueue, type DueRange } from '#db/queries/work-queue.ts';
import { addDays, boundsOf, dayOf } from '#domain/calendar/day.ts';
import { addWorkingDays, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { DueWindow, SavedViewContent } from '#domain/tasks/queue-views.ts';
import { workingDaysLeft } from '#domain/tasks/urgency.ts';

export async function queuePage(context: SignedInContext, { due, ...input }: SavedViewContent & { after?: string; limit: number }): Promise<QueuePage> {
  ensure(context, null, { do: 'use-queue' });
  const { now } = await context.courtNow();
  const [calendar, reader] = await Promise.all([courtCalendar(context.sql, dayOf(now.getTime())), queueReader(context.sql, viewerOf(context.user))]);
  const page = await workQueue(context.queueSql, reader, { ...input, ...(due === undefined ? {} : { due: dueRange(due, now, calendar) }) }, now);
  const scope = divisionScope(reader);
  return {
    ...page, division: scope === null ? null : scope.division ?? '',
    rows: page.rows.map((row) => ({ ...row, workingDaysLeft: row.dueAt === null ? null : workingDaysLeft(calendar, now, new Date(row.dueAt)) })),
  };
}

function dueRange(due: DueWindow, now: Date, calendar: WorkingCalendar): DueRange {
  const today = dayOf(now.getTime());
  const [tomorrow, inAWeek] = [today, addWorkingDays(calendar, today, 5)].map((day) => new Date(boundsOf(addDays(day, 1)).first)) as [Date, Date];
  switch (due) {
    case 'overdue': return { overdue: true };
    case 'today': return { before: tomorrow };
    case 'week': return { before: inAWeek };
    case 'later': return { from: inAWeek };
    case 'none': return { none: true };
  }
}
