/**
 * What is said to the approval of a livestream at any time until the opening: an objection, new facts, a withdrawal
 * (N1, N2, N4). One that comes after the decision is refused here, and kept among the refused attempts.
 */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, refused } from '#api/errors.ts';
import { inHearing } from '#api/operations/access.ts';
import { livestreamState } from '#db/queries/livestream.ts';
import { participantIdOf } from '#db/queries/participant-id.ts';
import type { Operation } from '#domain/access/policy.ts';
import { livestreamWorkflowId } from '#domain/case/ids.ts';
import type { ChangedFacts } from '#domain/livestream/facts.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { TellLivestream } from '#domain/messages/livestream.ts';
import { updates, type Actor } from '#domain/messages/messages.ts';

export const objectToLivestream = (context: SignedInContext, input: { hearingId: string; grounds: string }): Promise<CommandAnswer> =>
  tell(context, 'livestreams.object', input, { do: 'object-to-livestream' }, async (actor, caseId) => {
    const participantId = await participantIdOf(context.sql, caseId, actor.personId);
    if (participantId === null) throw notFound();
    return { ...actor, what: 'objection', participantId, grounds: input.grounds };
  });

export const reportLivestreamFacts = (context: SignedInContext, input: { hearingId: string; facts: ChangedFacts; reason: string }): Promise<CommandAnswer> =>
  tell(context, 'livestreams.reportFacts', input, { do: 'report-livestream-facts' }, async (actor) => ({ ...actor, what: 'facts', facts: input.facts, reason: input.reason }));

export const withdrawLivestream = (context: SignedInContext, input: { hearingId: string; reason: string }): Promise<CommandAnswer> =>
  tell(context, 'livestreams.withdraw', input, { do: 'intend-livestream' }, async (actor) => ({ ...actor, what: 'withdrawal', reason: input.reason }));

function tell(
  context: SignedInContext, operation: string, input: { hearingId: string }, asks: Operation, says: (actor: Actor, caseId: string) => Promise<TellLivestream>,
): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation, body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => asks);
      const livestream = await livestreamState(context.sql, input.hearingId);
      if (livestream.state === 'none') throw notFound({ zh: '本次庭审没有直播申请。', en: 'No livestream of this hearing is intended.' });
      if (livestream.state === 'decided') throw refused(decidedAlready);
      return {
        kind: 'update', workflowId: livestreamWorkflowId(input.hearingId), update: updates.tellLivestream,
        args: [await says({ personId: context.user.personId, commandId }, caseId)],
      };
    },
  });
}

const decidedAlready: Refusal = {
  code: 'livestream-decided', articles: ['N2'], message: { zh: '本次庭审直播事项已有结果。', en: 'The livestream of this hearing is decided already.' },
};
