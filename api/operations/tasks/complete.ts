/**
 * Completing a task: the policy, the outcome against the task kind's schema, then the Update to the workflow that waits
 * for it. The checks run once for an Idempotency-Key, so that a retry gets the first answer whatever happened since.
 */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { alreadyDone, invalid, notFound, refused, type FieldProblem } from '#api/errors.ts';
import { allowedTask, viewerOf } from '#api/operations/access.ts';
import { checkFields } from '#api/operations/field-problems.ts';
import type { UploadPurpose } from '#api/files/upload.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import type { TaskFound } from '#db/queries/task-detail.ts';
import { isDeputyFor, type Standing } from '#domain/access/policy.ts';
import { currentDiscipline } from '#domain/hearing/discipline.ts';
import { updates, type CompleteTask } from '#domain/messages/messages.ts';
import { problemsOfInput } from '#domain/operations/input-problems.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { taskCatalogue, type OutcomeOf, type TaskKindName } from '#domain/tasks/catalogue.ts';

export function completeTask(context: SignedInContext, input: { taskId: string; outcome?: unknown }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'tasks.complete', body: input,
    prepare: async (tx, commandId) => {
      const task = await openTask(context, input.taskId);
      const { kind } = task.subject;
      const checked = checkFields(taskCatalogue[kind].outcome, input.outcome);
      if (!checked.ok) throw invalid(checked.fields.map(({ path, message }) => ({ path: path === '' ? 'outcome' : `outcome.${path}`, message })));
      const unfit = kind === 'repair-step' ? unfitInput(task, checked.value as OutcomeOf<'repair-step'>) : [];
      if (unfit.length > 0) throw invalid(unfit);
      if (isSignature(kind, checked.value)) throw refused(signNeedsCode);
      // A corrected text is kept by cases.correctFiling, which names its version.
      if (kind === 'correct-filing' && (checked.value as OutcomeOf<'correct-filing'>).version !== undefined) throw invalid([{ path: 'outcome.version', message: { zh: '请通过补正页面提交。', en: 'Correct the filing on its own page.' } }]);
      if (isOldDiscipline(kind, checked.value)) throw refused(anotherDiscipline);
      const taken = filesOf(kind, checked.value);
      if (taken) await attachOwnFiles(tx, { personId: context.user.personId, commandId }, task.caseId, taken.files, taken.purpose);
      return completion(task, { taskId: input.taskId, outcome: checked.value, personId: context.user.personId, commandId, ...inPlaceOf(context, task) });
    },
  });
}

/** The absent person in whose place this one answers. */
const inPlaceOf = (context: SignedInContext, { subject, standing }: TaskFound & { standing: Standing }): { deputyOf?: string } =>
  (subject.personId !== null && subject.personId !== context.user.personId && isDeputyFor(viewerOf(context.user), standing, subject) ? { deputyOf: subject.personId } : {});

/** A task that waits for this person. @throws NOT_FOUND, REFUSED, ALREADY_DONE with who and when. */
export async function openTask(context: SignedInContext, taskId: string): Promise<TaskFound & { standing: Standing }> {
  const task = await allowedTask(context, taskId, 'answer-task');
  switch (task.state) {
    case 'open':
      return task;
    case 'completed':
      throw alreadyDone(task.completedBy?.name ?? null, task.completedAt);
    case 'withdrawn':
      throw notFound({ zh: '该事项已撤回，无需办理。', en: 'This was taken back; there is nothing to do.' });
  }
}

export const completion = (task: TaskFound, message: CompleteTask) =>
  ({ kind: 'update' as const, workflowId: task.stream, update: updates.completeTask, args: [message] as [CompleteTask] });

/** Kinds that are answered with a drawn signature, and who signs is asked once more (G9, ONL-33). */
export const isSigned = (kind: TaskKindName): boolean => kind === 'sign-transcript' || kind === 'sign-mediation-agreement';

const isSignature = (kind: TaskKindName, outcome: unknown): boolean =>
  isSigned(kind) && (outcome as OutcomeOf<'sign-transcript'>).decision === 'sign';

const signNeedsCode: Refusal = {
  code: 'sign-needs-code', articles: ['G9'],
  message: { zh: '签名须经本人验证码或者密码确认。', en: 'A signature needs the person’s own code or password.' },
};

/** A corrected input is checked against the step's own schema; the workflow asks once more. */
function unfitInput(task: TaskFound, outcome: OutcomeOf<'repair-step'>): FieldProblem[] {
  if (outcome.action !== 'retryWith') return [];
  const { step, input } = task.view.facts as { step?: string; input?: unknown };
  return problemsOfInput(step ?? '', input, outcome.input).map(({ path, message }) => ({ path: path === '' ? 'outcome.input' : `outcome.input.${path}`, message }));
}

/** G6: what is acknowledged is the text in force, not one that a page kept open. */
const isOldDiscipline = (kind: TaskKindName, outcome: unknown): boolean =>
  kind === 'acknowledge-discipline' && (outcome as OutcomeOf<'acknowledge-discipline'>).version !== currentDiscipline.version;

const anotherDiscipline: Refusal = {
  code: 'another-discipline', articles: ['G6'],
  message: { zh: '法庭纪律已有新版本，请重新阅读后确认。', en: 'There is a newer version of the discipline; read it and acknowledge again.' },
};

/** Files that an outcome names, with the field that names them, and what they are taken for. */
function filesOf(kind: TaskKindName, outcome: unknown): { purpose: UploadPurpose; files: { path: string; fileId: string }[] } | undefined {
  if (kind === 'submit-evidence') {
    return { purpose: 'evidence', files: (outcome as OutcomeOf<'submit-evidence'>).items.map((item, at) => ({ path: `outcome.items.${at}.fileId`, fileId: item.fileId })) };
  }
  if (kind === 'correct-filing') {
    return { purpose: 'filing', files: (outcome as OutcomeOf<'correct-filing'>).materials.map((fileId, at) => ({ path: `outcome.materials.${at}`, fileId })) };
  }
  if (kind === 'list-document-to-serve') return { purpose: 'court-document', files: [{ path: 'outcome.fileId', fileId: (outcome as OutcomeOf<'list-document-to-serve'>).fileId }] };
  return undefined;
}
