/** G2: a participant tested their device once more; the case scores it and keeps it in the file. */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { inHearing } from '#api/operations/access.ts';
import { participantIdOf } from '#db/queries/participant-id.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { ReportSelfTest } from '#domain/messages/scheduling.ts';
import { updates } from '#domain/messages/messages.ts';

export function reportSelfTest(context: SignedInContext, input: Pick<ReportSelfTest, 'hearingId' | 'findings'>): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'hearings.reportSelfTest', body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => ({ do: 'report-self-test' }));
      const { personId } = context.user;
      const participantId = await participantIdOf(context.sql, caseId, personId);
      if (participantId === null) throw notFound();
      const message: ReportSelfTest = { ...input, participantId, personId, commandId };
      return { kind: 'update', workflowId: caseWorkflowId(caseId), update: updates.reportSelfTest, args: [message] };
    },
  });
}
