/** G7: clerk and judge move the hearing on. Whether the step is lawful now, the hearing's workflow decides. */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { inHearing } from '#api/operations/access.ts';
import { movesAs } from '#domain/access/policy.ts';
import { hearingWorkflowId } from '#domain/case/ids.ts';
import { updates, type MovePhase } from '#domain/messages/messages.ts';

export function movePhase(context: SignedInContext, input: { hearingId: string; move: string; reason?: string }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'hearings.move', body: input,
    prepare: async (_tx, commandId) => {
      const { relation } = await inHearing(context, input.hearingId, () => ({ do: 'move-phase' }));
      const as = movesAs(relation);
      if (as === null) throw notFound();
      const message: MovePhase = {
        move: input.move, as, personId: context.user.personId, commandId, ...(input.reason === undefined ? {} : { reason: input.reason }),
      };
      return { kind: 'update', workflowId: hearingWorkflowId(input.hearingId), update: updates.movePhase, args: [message] };
    },
  });
}
