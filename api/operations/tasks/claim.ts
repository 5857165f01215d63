/**
 * "I am at it": a convenience among people of one role, kept in PostgreSQL alone (an exception of the design). Of two at
 * the same moment one wins; it binds nobody.
 */
import type { SignedInContext } from '#api/context.ts';
import type { TaskRow } from '#api/contract/tasks.ts';
import { conflict, refused } from '#api/errors.ts';
import { allowedTask } from '#api/operations/access.ts';
import { openTask } from '#api/operations/tasks/complete.ts';
import { writeClaim } from '#db/queries/claims.ts';
import type { TaskFound } from '#db/queries/task-detail.ts';

export async function claimTask(context: SignedInContext, taskId: string): Promise<TaskRow> {
  const task = await openTask(context, taskId);
  if (task.subject.personId !== null) {
    throw refused({ code: 'not-to-claim', articles: [], message: { zh: '该任务已指定办理人，无需认领。', en: 'This task is addressed to one person already.' } });
  }
  const { personId } = context.user;
  return afterwards(context, taskId, task, await writeClaim(context.sql, { taskId, claimedBy: personId, ofWhom: personId, seal: context.seal }));
}

export async function releaseTask(context: SignedInContext, taskId: string): Promise<TaskRow> {
  const task = await openTask(context, taskId);
  return afterwards(context, taskId, task, await writeClaim(context.sql, { taskId, claimedBy: null, ofWhom: context.user.personId, seal: context.seal }));
}

async function afterwards(context: SignedInContext, taskId: string, { caseId }: TaskFound, changed: boolean): Promise<TaskRow> {
  // Told to the others before it is read again for the one who asked: they wait to see it.
  const [{ view }] = await Promise.all([allowedTask(context, taskId, 'see-task'), changed ? context.publish({ type: 'claim', caseId, taskId }) : null]);
  if (!changed) {
    const name = view.claimedBy?.name ?? '';
    throw conflict({ code: 'claimed-by-another', articles: [], message: { zh: `已由${name}认领。`, en: `${name} is at it already.` } });
  }
  const { facts: _facts, outcome: _outcome, completedBy: _by, completedAt: _at, lastRefusal: _refusal, ...row } = view;
  return row;
}
