/** What the court's people say to each other about a task: kept, and seen by whoever of them may see the task. */
import { randomUUID } from 'node:crypto';
import type { SignedInContext } from '#api/context.ts';
import type { TaskComment } from '#api/contract/queue.ts';
import { conflict } from '#api/errors.ts';
import { allowedTask } from '#api/operations/access.ts';
import { commentsOf, keepComment } from '#db/queries/task-comments.ts';

export async function listComments(context: SignedInContext, taskId: string): Promise<{ comments: TaskComment[] }> {
  await allowedTask(context, taskId, 'read-comments');
  return { comments: await commentsOf(context.sql, taskId) };
}

export async function addComment(context: SignedInContext, { taskId, text }: { taskId: string; text: string }): Promise<TaskComment> {
  const { caseId } = await allowedTask(context, taskId, 'comment-task');
  const { now } = await context.courtNow();
  const { personId, name } = context.user;
  // A click that is sent again is one comment.
  const commentId = context.idempotencyKey ?? randomUUID();
  const kept = await keepComment(context.sql, { id: commentId, taskId, caseId, personId, text, at: now });
  if (!kept) throw conflict({ code: 'idempotency-key-reused', articles: [], message: { zh: '该 Idempotency-Key 已用于另一请求。', en: 'This Idempotency-Key was used for another request.' } });
  await context.publish({ type: 'comment', caseId, taskId });
  return { commentId, by: { personId, name }, text, at: now.toISOString() };
}
