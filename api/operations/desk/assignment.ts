/**
 * An open task of a role is given to one who holds it, and taken back. People's convenience, as a claim is: whoever else
 * holds the role may still answer. Who gave it, when and why stays (task_assignments), and is told in the case's history.
 */
import type { TaskRow } from '#api/contract/tasks.ts';
import type { SignedInContext } from '#api/context.ts';
import { alreadyDone, invalid, notFound, refused } from '#api/errors.ts';
import { allowedTask, viewerOf } from '#api/operations/access.ts';
import { assignmentOf, assignTask, colleaguesForTask, takeBackTask, type Colleague } from '#db/queries/assignments.ts';
import { findTask, type TaskFound } from '#db/queries/task-detail.ts';

export async function listColleagues(context: SignedInContext, taskId: string): Promise<{ colleagues: Colleague[]; assigned: Awaited<ReturnType<typeof assignmentOf>> }> {
  const task = await toAssign(context, taskId);
  const [colleagues, assigned] = await Promise.all([colleaguesForTask(context.sql, task.subject.role, task.caseId), assignmentOf(context.sql, taskId)]);
  return { colleagues, assigned };
}

export async function assign(context: SignedInContext, { taskId, to, reason }: { taskId: string; to: string; reason: string }): Promise<TaskRow> {
  const task = await toAssign(context, taskId);
  const colleague = (await colleaguesForTask(context.sql, task.subject.role, task.caseId)).find(({ personId }) => personId === to);
  if (!colleague) throw invalid([{ path: 'to', message: { zh: '请选择该岗位的同事。', en: 'Choose a colleague who holds the role.' } }]);
  if (colleague.away) throw refused({ code: 'colleague-away', articles: [], message: { zh: `${colleague.name}目前不在岗，请选择其他同事。`, en: `${colleague.name} is away at the moment; choose somebody else.` } });
  const given = await assignTask(context.sql, { taskId, caseId: task.caseId, to, by: context.user.personId, reason, at: (await context.courtNow()).now }, context.seal);
  if (!given) throw notFound();
  return afterwards(context, task);
}

export async function takeBack(context: SignedInContext, { taskId, reason }: { taskId: string; reason: string }): Promise<TaskRow> {
  const task = await toAssign(context, taskId);
  const back = await takeBackTask(context.sql, { taskId, by: context.user.personId, reason, at: (await context.courtNow()).now }, context.seal);
  if (!back) throw refused({ code: 'not-assigned', articles: [], message: { zh: '该任务目前没有指派给任何人。', en: 'The task is given to nobody at the moment.' } });
  return afterwards(context, task);
}

async function toAssign(context: SignedInContext, taskId: string): Promise<TaskFound> {
  const task = await allowedTask(context, taskId, 'assign-task');
  if (task.state === 'completed') throw alreadyDone(task.completedBy?.name ?? null, task.completedAt);
  if (task.state === 'withdrawn') throw notFound();
  return task;
}

async function afterwards(context: SignedInContext, { caseId, view: { taskId } }: TaskFound): Promise<TaskRow> {
  await context.publish({ type: 'claim', caseId, taskId });
  const found = await findTask(context.sql, taskId, viewerOf(context.user));
  if (!found) throw notFound();
  const { facts: _facts, outcome: _outcome, completedBy: _by, completedAt: _at, lastRefusal: _refusal, ...row } = found.view;
  return row;
}
