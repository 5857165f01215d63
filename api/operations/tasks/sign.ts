/**
 * Signing a transcript (G9): who signs is asked once more, participants by a code on their phone, the court's staff by
 * their password. Neither is kept, not even as a hash of the request.
 */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, refused } from '#api/errors.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { completion, isSigned, openTask } from '#api/operations/tasks/complete.ts';
import type { TaskFound } from '#db/queries/task-detail.ts';

export interface Signature {
  taskId: string;
  versionHash: string;
  signatureFileId: string;
  code: string;
  next?: 'archive' | 'anotherSession';
}

export function signTranscript(context: SignedInContext, input: Signature): Promise<CommandAnswer> {
  const { code, ...body } = input;
  return context.commands.send(context, {
    operation: 'tasks.sign', body,
    prepare: async (tx, commandId) => {
      const task = await toSign(context, input.taskId);
      if (task.facts['sha256'] !== input.versionHash) {
        throw refused({ code: 'another-version', articles: ['G9'], message: { zh: '笔录已有新版本，请重新阅读后签名。', en: 'There is a newer version of the transcript; read it and sign again.' } });
      }
      await attachOwnFiles(tx, { personId: context.user.personId, commandId }, task.caseId, [{ path: 'signatureFileId', fileId: input.signatureFileId }], 'signature');
      // Last, because it spends the code.
      const verifiedBy = await verifyPerson(context, input.taskId, code);
      const outcome = {
        decision: 'sign' as const, versionHash: input.versionHash, signatureFileId: input.signatureFileId, verifiedBy,
        ...(input.next === undefined ? {} : { next: input.next }),
      };
      return completion(task, { taskId: input.taskId, outcome, personId: context.user.personId, commandId });
    },
  });
}

async function verifyPerson(context: SignedInContext, taskId: string, code: string): Promise<'password' | 'phoneCode'> {
  if (context.user.staff) {
    await context.signingCodes.verifyPassword(context.user, code);
    return 'password';
  }
  await context.signingCodes.verify(context.user.personId, taskId, code);
  return 'phoneCode';
}

/** The court's staff confirm with their password; nothing is sent to them. */
export async function requestSigningCode(context: SignedInContext, taskId: string): Promise<{ sentTo: string; validSeconds: number }> {
  const task = await toSign(context, taskId);
  if (context.user.staff) {
    throw refused({ code: 'sign-with-password', articles: ['G9'], message: { zh: '法院工作人员以登录密码确认签名。', en: 'Staff of the court confirm with their password.' } });
  }
  return context.signingCodes.issue(context.user.personId, taskId, task.caseId);
}

async function toSign(context: SignedInContext, taskId: string): Promise<TaskFound> {
  const task = await openTask(context, taskId);
  if (!isSigned(task.subject.kind)) throw notFound();
  return task;
}
