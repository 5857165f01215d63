/** The livestream of a hearing. */
import { signedIn } from '#api/operation.ts';
import { getLivestream } from '#api/operations/livestreams/get.ts';
import { intendLivestream } from '#api/operations/livestreams/intend.ts';
import { objectToLivestream, reportLivestreamFacts, withdrawLivestream } from '#api/operations/livestreams/tell.ts';

export const livestreams = {
  get: signedIn.livestreams.get.handler(({ input, context }) => getLivestream(context, input.hearingId)),
  intend: signedIn.livestreams.intend.handler(({ input, context }) => intendLivestream(context, input)),
  object: signedIn.livestreams.object.handler(({ input, context }) => objectToLivestream(context, input)),
  reportFacts: signedIn.livestreams.reportFacts.handler(({ input, context }) => reportLivestreamFacts(context, input)),
  withdraw: signedIn.livestreams.withdraw.handler(({ input, context }) => withdrawLivestream(context, input)),
};
