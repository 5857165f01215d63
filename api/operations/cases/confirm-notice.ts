/** G4: the participant confirms that the notice was received, or its agent does (CPL-88). */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { inCase } from '#api/operations/access.ts';
import { noticeOf } from '#db/queries/notices.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { updates, type ConfirmNotice } from '#domain/messages/messages.ts';

export function confirmNotice(context: SignedInContext, input: { caseId: string; hearingId: string; of?: string | undefined }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'cases.confirmNotice', body: input,
    prepare: async (_tx, commandId) => {
      await inCase(context, input.caseId, { do: 'confirm-notice' });
      const { personId } = context.user;
      const notice = await noticeOf(context.sql, input.caseId, input.hearingId, personId, input.of);
      if (!notice) throw notFound({ zh: '没有需要确认的开庭通知。', en: 'There is no notice to confirm.' });
      const message: ConfirmNotice = { hearingId: input.hearingId, participantId: notice.participantId, personId, commandId };
      return { kind: 'update', workflowId: caseWorkflowId(input.caseId), update: updates.confirmNotice, args: [message] };
    },
  });
}
