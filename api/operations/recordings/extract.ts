/** G6 (3), REC-13: the judge takes a stretch of a recording as evidence of a breach of discipline. */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, refused } from '#api/errors.ts';
import { inHearing } from '#api/operations/access.ts';
import { recordingOf } from '#db/queries/recordings.ts';
import { courtTaskQueue, recordingExtractWorkflowId } from '#domain/case/ids.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import type { RecordingExtractInput } from '#domain/messages/recordings.ts';
import { checkExtract } from '#domain/recordings/access.ts';

export function extractRecording(context: SignedInContext, input: { hearingId: string; fromMs: number; toMs: number; reason: string }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'recordings.extract', body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => ({ do: 'extract-recording' }));
      const recording = await recordingOf(context.sql, input.hearingId);
      if (!recording) throw notFound({ zh: '本次庭审还没有录音录像。', en: 'This hearing has no recording yet.' });
      const ruling = checkExtract(input.fromMs, input.toMs, recording.durationMs);
      if (isRefusal(ruling)) throw refused(ruling);
      const start: RecordingExtractInput = {
        extractId: commandId, caseId, hearingId: input.hearingId, recordingId: recording.recordingId, mediaHost: recording.mediaHost, by: context.user.personId,
        fromMs: input.fromMs, toMs: input.toMs, reason: input.reason, clockOffsetMs: (await context.courtNow()).offsetMs,
      };
      return { kind: 'start', workflowId: recordingExtractWorkflowId(commandId), workflowType: 'recordingExtract', taskQueue: courtTaskQueue, args: [start], seq: 1, result: { extractId: commandId } };
    },
  });
}
