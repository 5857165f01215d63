/** G10: a party applies to view or copy the recording of a hearing. A workflow of its own follows, also when the case is closed. */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, refused } from '#api/errors.ts';
import { inHearing } from '#api/operations/access.ts';
import { applicationFacts, recordingOf } from '#db/queries/recordings.ts';
import { courtTaskQueue, recordingsRequestWorkflowId } from '#domain/case/ids.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import type { RecordingsRequestInput } from '#domain/messages/recordings.ts';
import { mayApply, type RecordingAccess } from '#domain/recordings/access.ts';

export function applyForRecording(context: SignedInContext, input: { hearingId: string; how: RecordingAccess; reason: string }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'recordings.apply', body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => ({ do: 'apply-for-recording' }));
      const { personId } = context.user;
      const applicant = await applicationFacts(context.sql, { caseId, hearingId: input.hearingId, personId, how: input.how });
      if (!applicant) throw notFound();
      const ruling = mayApply(input.how, applicant.facts);
      if (isRefusal(ruling)) throw refused(ruling);
      const recording = await recordingOf(context.sql, input.hearingId);
      if (!recording) throw notFound();
      const start: RecordingsRequestInput = {
        requestId: commandId, caseId, hearingId: input.hearingId, recordingId: recording.recordingId, mediaHost: recording.mediaHost, participantId: applicant.participantId, personId,
        how: input.how, reason: input.reason, judge: recording.judge, clockOffsetMs: (await context.courtNow()).offsetMs,
      };
      return { kind: 'start', workflowId: recordingsRequestWorkflowId(commandId), workflowType: 'recordingsRequest', taskQueue: courtTaskQueue, args: [start], seq: 1, result: { requestId: commandId } };
    },
  });
}
