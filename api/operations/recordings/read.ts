/** What the judge's page of a recording shows, and what a participant sees of the recordings of the case (G10). */
import type { z } from 'zod';
import type { recordings as contract, RecordingPage } from '#api/contract/recordings.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { inCase, inHearing, viewerOf } from '#api/operations/access.ts';
import { ownRecordings, recordingPage } from '#db/queries/recordings.ts';
import { may } from '#domain/access/policy.ts';

export async function getRecording(context: SignedInContext, hearingId: string): Promise<RecordingPage> {
  const standing = await inHearing(context, hearingId, () => ({ do: 'see-recording' }));
  const page = await recordingPage(context.sql, hearingId);
  if (!page) throw notFound();
  return { ...page, may: { extract: page.recording !== null && may(viewerOf(context.user), standing, { do: 'extract-recording' }).allowed } };
}

type Mine = z.infer<NonNullable<(typeof contract.mine)['~orpc']['outputSchema']>>;

export async function myRecordings(context: SignedInContext, caseId: string): Promise<Mine> {
  const standing = await inCase(context, caseId, { do: 'see-case' });
  if (standing.relation !== 'participant') throw notFound();
  const mine = await ownRecordings(context.sql, caseId, context.user.personId);
  return { ...mine, mayApply: mine.mayApply && may(viewerOf(context.user), standing, { do: 'apply-for-recording' }).allowed };
}
