/** Resets of workflows, for operations. */
import { signedIn } from '#api/operation.ts';
import { notFound } from '#api/errors.ts';
import { ensure } from '#api/operations/access.ts';
import { askReset } from '#api/operations/resets/ask.ts';
import { decideReset } from '#api/operations/resets/decide.ts';
import { historyOf, pointsOf } from '#api/operations/resets/history.ts';
import { findCase } from '#db/audit/find-case.ts';
import { caseNumberOf, resetsAsked } from '#db/queries/resets.ts';
import { previewReset, refusalOfReset } from '#domain/operations/reset.ts';

export const resets = {
  find: signedIn.resets.find.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    const caseId = await findCase(context.sql, input.asked);
    if (caseId === undefined) throw notFound({ zh: '没有这个案号或者工作流编号。', en: 'There is no case of that number, and no workflow of that id.' });
    return { caseId, caseNumber: await caseNumberOf(context.sql, caseId) };
  }),
  points: signedIn.resets.points.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    const [points, caseNumber] = await Promise.all([historyOf(context, input.caseId).then(pointsOf), caseNumberOf(context.sql, input.caseId)]);
    return { caseNumber, ...points };
  }),
  preview: signedIn.resets.preview.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    const preview = previewReset((await historyOf(context, input.caseId)).events, input.eventId);
    const refusal = refusalOfReset(preview);
    return { preview, refusal: refusal ? { code: refusal.code, message: refusal.message } : null };
  }),
  list: signedIn.resets.list.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    return { resets: (await resetsAsked(context.sql)).map(({ askedBy, ...one }) => ({ ...one, mine: askedBy === context.user.personId })) };
  }),
  ask: signedIn.resets.ask.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'reset-workflow' });
    return askReset(context, input);
  }),
  decide: signedIn.resets.decide.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'reset-workflow' });
    return decideReset(context, input);
  }),
};
