/** Managers and operations. */
import { notFound } from '#api/errors.ts';
import { signedIn } from '#api/operation.ts';
import { ensure, inCase } from '#api/operations/access.ts';
import { healthOfParts } from '#api/operations/supervision/health.ts';
import { allowedAs } from '#domain/access/looks.ts';
import { failedSteps, stuckCounts } from '#db/queries/supervision.ts';
import { history } from '#db/queries/timeline.ts';
import { keepViewing } from '#db/queries/viewings.ts';

export const supervision = {
  /** Looking is itself on record, before anything is shown. */
  history: signedIn.supervision.history.handler(async ({ input: { caseId }, context }) => {
    const standing = await inCase(context, caseId, { do: 'see-history' });
    await keepViewing(context.sql, { personId: context.user.personId, caseId, what: 'history', why: allowedAs(context.user, standing) });
    return { entries: await history(context.sql, caseId) };
  }),
  failedSteps: signedIn.supervision.failedSteps.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-failed-steps' });
    return { steps: await failedSteps(context.sql) };
  }),
  health: signedIn.supervision.health.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-health' });
    const [parts, counts] = await Promise.all([healthOfParts(context), stuckCounts(context.sql)]);
    return { parts, ...counts };
  }),
  command: signedIn.supervision.command.handler(async ({ input, context }) => {
    const answer = await context.commands.answerOf(context.user.personId, input.commandId);
    if (!answer) throw notFound();
    return answer;
  }),
};
