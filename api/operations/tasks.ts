/** The work queue. */
import { signedIn } from '#api/operation.ts';
import { claimTask, releaseTask } from '#api/operations/tasks/claim.ts';
import { completeTask } from '#api/operations/tasks/complete.ts';
import { getTask, listTasks } from '#api/operations/tasks/read.ts';
import { requestSigningCode, signTranscript } from '#api/operations/tasks/sign.ts';

export const tasks = {
  list: signedIn.tasks.list.handler(({ input, context }) => listTasks(context, input)),
  get: signedIn.tasks.get.handler(({ input, context }) => getTask(context, input.taskId)),
  complete: signedIn.tasks.complete.handler(({ input, context }) => completeTask(context, input)),
  claim: signedIn.tasks.claim.handler(({ input, context }) => claimTask(context, input.taskId)),
  release: signedIn.tasks.release.handler(({ input, context }) => releaseTask(context, input.taskId)),
  requestSigningCode: signedIn.tasks.requestSigningCode.handler(({ input, context }) => requestSigningCode(context, input.taskId)),
  sign: signedIn.tasks.sign.handler(({ input, context }) => signTranscript(context, input)),
};
