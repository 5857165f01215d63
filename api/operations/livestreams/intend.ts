/** N2: the judge in charge intends to livestream a hearing. Whether it is in time and the first, the case's workflow decides. */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { inHearing } from '#api/operations/access.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { IntendedFacts } from '#domain/livestream/facts.ts';
import type { IntendLivestream } from '#domain/messages/livestream.ts';
import { updates } from '#domain/messages/messages.ts';

export function intendLivestream(context: SignedInContext, input: { hearingId: string; facts: IntendedFacts }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'livestreams.intend', body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => ({ do: 'intend-livestream' }));
      const message: IntendLivestream = { ...input, personId: context.user.personId, commandId };
      return { kind: 'update', workflowId: caseWorkflowId(caseId), update: updates.intendLivestream, args: [message] };
    },
  });
}
