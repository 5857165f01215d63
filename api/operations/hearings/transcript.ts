/**
 * G7, G9: the clerk writes the transcript, the judge amends it; once a version is fixed for signing nobody writes, until
 * the judge reopens it, which voids the signatures given.
 */
import type { SignedInContext } from '#api/context.ts';
import type { TranscriptLine } from '#api/contract/hearings.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import { conflict, notFound, refused } from '#api/errors.ts';
import { inHearing, viewerOf } from '#api/operations/access.ts';
import type { HearingStanding } from '#db/queries/standing.ts';
import { removeLine, transcriptOf, writeLine, type LineWrite, type Transcript } from '#db/queries/transcript.ts';
import { may, movesAs } from '#domain/access/policy.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { updates, type ReopenTranscript } from '#domain/messages/messages.ts';

/** From the scheduling on (the clerk prepares the head) until the case leaves the signing. */
export const mayWriteNow = (standing: { stage: HearingStanding['stage'] }, hearingState: string, frozen: boolean): boolean =>
  !frozen && hearingState !== 'cancelled' && hearingState !== 'moved' && ['preparation', 'hearing', 'signing'].includes(standing.stage);

export async function readTranscript(context: SignedInContext, hearingId: string): Promise<Transcript & { writable: boolean }> {
  const transcript = await transcriptOf(context.sql, hearingId);
  const standing = await inHearing(context, hearingId, () => ({ do: 'see-transcript', frozen: transcript.frozen !== null }));
  const writable = mayWriteNow(standing, standing.hearingState, transcript.frozen !== null) && may(viewerOf(context.user), standing, { do: 'write-transcript' }).allowed;
  return { ...transcript, writable };
}

export async function writeTranscriptLine(context: SignedInContext, input: LineWrite): Promise<TranscriptLine> {
  const { hearingId, lineId } = input;
  const standing = await writing(context, hearingId);
  const written = await writeLine(context.sql, input, context.user.personId, movesAs(standing.relation) === 'judge' ? 'judge' : 'clerk');
  switch (written.how) {
    case 'written':
      await context.publish({ type: 'transcript', caseId: standing.caseId, hearingId, lineId });
      return written.line;
    case 'frozen':
      throw refused(frozenRefusal);
    case 'stale':
      throw conflict({ ...staleRefusal, data: written.line });
    case 'removed':
      throw conflict({ code: 'line-removed', articles: [], message: { zh: '该行已被删除。', en: 'This line was removed.' } });
    case 'elsewhere':
      throw notFound();
  }
}

export async function removeTranscriptLine(context: SignedInContext, { hearingId, lineId }: { hearingId: string; lineId: string }): Promise<{ removed: boolean }> {
  const { caseId } = await writing(context, hearingId);
  const removed = await removeLine(context.sql, hearingId, lineId);
  if (removed) await context.publish({ type: 'transcript', caseId, hearingId, lineId });
  else if ((await transcriptOf(context.sql, hearingId)).frozen) throw refused(frozenRefusal);
  return { removed };
}

async function writing(context: SignedInContext, hearingId: string): Promise<HearingStanding> {
  const standing = await inHearing(context, hearingId, () => ({ do: 'write-transcript' }));
  // Whether a version is fixed, the statement that writes finds out; no time lies between.
  if (!mayWriteNow(standing, standing.hearingState, false)) {
    throw refused({ code: 'transcript-closed', articles: ['G9'], message: { zh: '现在不能记录笔录。', en: 'The transcript cannot be written now.' } });
  }
  return standing;
}

export function reopenTranscript(context: SignedInContext, input: { hearingId: string; reason: string }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'hearings.reopenTranscript', body: input,
    prepare: async (_tx, commandId) => {
      const { caseId } = await inHearing(context, input.hearingId, () => ({ do: 'reopen-transcript' }));
      const message: ReopenTranscript = { hearingId: input.hearingId, reason: input.reason, personId: context.user.personId, commandId };
      return { kind: 'update', workflowId: caseWorkflowId(caseId), update: updates.reopenTranscript, args: [message] };
    },
  });
}

const frozenRefusal: Refusal = {
  code: 'transcript-frozen', articles: ['G9'],
  message: { zh: '笔录已生成签名版本，不能修改；须由法官重新打开。', en: 'A version is fixed for signing; the judge must reopen the transcript first.' },
};
const staleRefusal: Refusal = {
  code: 'line-changed', articles: [], message: { zh: '该行已被他人修改，请核对后再保存。', en: 'Somebody changed this line meanwhile; look at it before you save.' },
};
