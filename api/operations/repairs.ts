/** Failed steps, as operations see them. What is done about one is the answer to its task. */
import { notFound } from '#api/errors.ts';
import { signedIn } from '#api/operation.ts';
import { allowedTask, ensure } from '#api/operations/access.ts';
import { askProvider } from '#api/operations/repairs/ask-provider.ts';
import { ambiguousEffects, awaitedConfirmations, effectsUnder, failedStepRows } from '#db/queries/repairs.ts';
import { groupFailures } from '#domain/operations/groups.ts';
import { wordsOfStep } from '#domain/operations/steps.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';

export const repairs = {
  list: signedIn.repairs.list.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    const [{ total, rows }, confirmations] = await Promise.all([failedStepRows(context.sql), awaitedConfirmations(context.sql)]);
    return { total, groups: groupFailures(rows), confirmations: confirmations.map((one) => ({ ...one, mine: one.by.personId === context.user.personId })) };
  }),
  effects: signedIn.repairs.effects.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    const { view, subject } = await allowedTask(context, input.taskId, 'see-task');
    if (!isOfOperations(subject.kind)) throw notFound();
    const { step, input: given } = view.facts as { step?: string; input?: Record<string, unknown> };
    return { effects: await effectsUnder(context.sql, view.caseId, wordsOfStep(step ?? '').effects?.(given ?? {}) ?? []) };
  }),
  ambiguous: signedIn.repairs.ambiguous.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    return { effects: await ambiguousEffects(context.sql) };
  }),
  askProvider: signedIn.repairs.askProvider.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    return askProvider(context, input.key);
  }),
};
