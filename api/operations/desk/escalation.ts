/** What is overdue and went up: the list of whoever supervises, and the reminder that reaches the one it waits for. */
import type { EscalatedTask } from '#api/contract/desk.ts';
import type { TaskRow } from '#api/contract/tasks.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, refused } from '#api/errors.ts';
import { ensure, viewerOf } from '#api/operations/access.ts';
import { addReminder, escalatedTo, escalationOf, unclaimedInDivision } from '#db/queries/escalated.ts';
import { standingOf } from '#db/queries/standing.ts';
import { may } from '#domain/access/policy.ts';

export async function escalated(context: SignedInContext): Promise<{ rows: EscalatedTask[]; open: TaskRow[] }> {
  ensure(context, null, { do: 'see-escalated' });
  const viewer = viewerOf(context.user);
  const [rows, open] = await Promise.all([escalatedTo(context.sql, viewer), unclaimedInDivision(context.sql, viewer)]);
  return {
    open,
    rows: rows.map(({ row, subject, headOfDivision, ...rest }) => ({
      ...row, ...rest, mayAssign: may(viewer, { relation: 'none', stage: 'filing', ...(headOfDivision ? { headOfDivision } : {}) }, { do: 'assign-task', task: subject }).allowed,
    })),
  };
}

/** To whom the task waits for; of a participant's task to the case's clerk, who has to do with them. */
export async function remind(context: SignedInContext, { taskId, note }: { taskId: string; note: string }): Promise<{ to: string | null; at: string }> {
  context.attempt.subject = taskId;
  const task = await escalationOf(context.sql, taskId);
  if (!task) throw notFound();
  context.attempt.caseId = task.caseId;
  ensure(context, await standingOf(context.sql, task.caseId, context.user.personId), { do: 'remind-of-task', escalatedTo: task.toRole });
  const to = task.role === 'participant' ? task.clerk : task.personId ?? task.claimedBy;
  const { now } = await context.courtNow();
  const reminded = await addReminder(context.sql, { taskId, caseId: task.caseId, to, by: context.user.personId, note, at: now });
  if (!reminded) throw refused({ code: 'reminded-already', articles: [], message: { zh: '一小时内已催办过，请稍后再催。', en: 'Somebody reminded within the last hour; wait a while.' } });
  await context.publish({ type: 'claim', caseId: task.caseId, taskId });
  return reminded;
}
