/**
 * Many tasks at once, each as if it had been done by itself: its own check, its own command, its own place in the record, its
 * own refusal. What failed is told with the reason; the rest is done.
 *
 * If the process dies here: what was sent is kept and goes on, the rest did not happen; the same request again does only that,
 * because every task has a key made from the request's and its own.
 */
import { createHash } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { SignedInContext } from '#api/context.ts';
import type { BulkAction, BulkResult } from '#api/contract/queue.ts';
import { invalid, refused } from '#api/errors.ts';
import { allowedTask, ensure } from '#api/operations/access.ts';
import { snoozeTask } from '#api/operations/queue/snooze.ts';
import { claimTask, releaseTask } from '#api/operations/tasks/claim.ts';
import { completeTask } from '#api/operations/tasks/complete.ts';
import { keepAttempt } from '#api/refused-attempts.ts';
import { checkBulkAnswer } from '#domain/tasks/bulk.ts';
import type { Words } from '#domain/law/ruled.ts';

/** So many are under way together; each waits for its workflow. */
const atOnce = 4;

export async function bulk(context: SignedInContext, { taskIds, action }: { taskIds: string[]; action: BulkAction }): Promise<{ results: BulkResult[] }> {
  ensure(context, null, { do: 'use-queue' });
  if (context.idempotencyKey === undefined) throw invalid([], { zh: '请求缺少 Idempotency-Key（UUID）。', en: 'The request needs an Idempotency-Key header with a UUID.' });
  const waiting = [...new Set(taskIds)];
  const results = new Map<string, BulkResult>();
  const work = async () => {
    for (let taskId = waiting.shift(); taskId !== undefined; taskId = waiting.shift()) results.set(taskId, await one(context, taskId, action));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { results: [...new Set(taskIds)].flatMap((taskId) => results.get(taskId) ?? []) };
}

async function one(context: SignedInContext, taskId: string, action: BulkAction): Promise<BulkResult> {
  const own: SignedInContext = { ...context, attempt: { caseId: null, subject: null }, idempotencyKey: keyOf(context.idempotencyKey ?? '', taskId) };
  try {
    return { taskId, state: await act(own, taskId, action) };
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    await keepAttempt(own, `queue.bulk.${action.do}`, error as ORPCError<string, unknown>);
    const data = error.data as { code?: string; message?: Words; articles?: string[] } | undefined;
    return { taskId, state: 'failed', code: data?.code ?? error.code, ...(data?.message ? { message: data.message } : {}), ...(data?.articles ? { articles: data.articles } : {}) };
  }
}

async function act(context: SignedInContext, taskId: string, action: BulkAction): Promise<'done' | 'pending'> {
  switch (action.do) {
    case 'claim':
      await claimTask(context, taskId);
      return 'done';
    case 'release':
      await releaseTask(context, taskId);
      return 'done';
    case 'snooze':
      await snoozeTask(context, { taskId, until: action.until, reason: action.reason });
      return 'done';
    case 'complete': {
      const { subject } = await allowedTask(context, taskId, 'answer-task');
      const refusal = checkBulkAnswer(subject.kind, action.outcome);
      if (refusal) throw refused(refusal);
      return (await completeTask(context, { taskId, outcome: action.outcome })).state === 'pending' ? 'pending' : 'done';
    }
  }
}

/** The same for the same request and task, whenever it is sent: a UUID of version 8 (RFC 9562). */
function keyOf(key: string, taskId: string): string {
  const hex = createHash('sha256').update(`${key}/${taskId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
