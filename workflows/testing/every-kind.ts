/** Opens a task of every kind and answers none: what its being overdue makes of each. For tests of escalation alone. */
import { condition, sleep, workflowInfo } from '@temporalio/workflow';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';
import { CourtClock } from '../support/clock.ts';
import { Deadlines } from '../support/deadlines.ts';
import { HumanTasks } from '../support/human-tasks.ts';
import { Journal } from '../support/journal.ts';

const hour = 3_600_000;
const day = 24 * hour;

export async function everyKind({ calendar }: { calendar: WorkingCalendar }): Promise<void> {
  const clock = new CourtClock(0);
  const journal = new Journal(workflowInfo().workflowId, '00000000-0000-4000-8000-00000000000c', clock);
  const tasks = new HumanTasks(journal, clock, new Deadlines(clock), () => calendar);
  for (const kind of taskKindNames) {
    const { role, due } = taskCatalogue[kind];
    tasks.open(kind, { assignee: { role }, ...(due.in === 'givenByStage' ? { dueAt: clock.now() + hour } : {}) });
  }
  tasks.open('help-with-test', { assignee: { role: 'technician' }, dueAt: clock.now() + hour, endsWhenOverdue: true });
  await sleep(2 * day);
  // A period that the court set anew passes a second time.
  tasks.moveDue('submit-evidence', clock.now() + day);
  await condition(() => false, 40 * day);
  await journal.settled();
}
