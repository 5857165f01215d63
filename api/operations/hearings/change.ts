/** G4: the clerk moves or cancels a booked hearing. The law and the bookings are the case's to decide. */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { inHearing } from '#api/operations/access.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { ChangeHearing } from '#domain/messages/scheduling.ts';
import { updates } from '#domain/messages/messages.ts';

export function changeHearing(context: SignedInContext, input: Pick<ChangeHearing, 'hearingId' | 'reason' | 'change'>): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'hearings.change', body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => ({ do: 'change-hearing' }));
      const message: ChangeHearing = { ...input, personId: context.user.personId, commandId };
      return { kind: 'update', workflowId: caseWorkflowId(caseId), update: updates.changeHearing, args: [message] };
    },
  });
}
