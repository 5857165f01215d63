/** Who am I, which court is this, real-name verification (G3), drafts of forms. */
import { anybody, signedIn } from '#api/operation.ts';
import { readCourt } from '#api/operations/people/court.ts';
import { meOf, verifyIdentity } from '#api/operations/people/identity.ts';
import { readDraft, saveDraft } from '#db/queries/drafts.ts';

export const people = {
  me: signedIn.people.me.handler(({ context }) => meOf(context.user)),
  court: anybody.people.court.handler(({ context }) => readCourt(context)),
  verifyIdentity: signedIn.people.verifyIdentity.handler(({ input, context }) => verifyIdentity(context, input)),
  saveDraft: signedIn.people.saveDraft.handler(({ input, context }) => saveDraft(context.sql, context.user.personId, input.key, input.content)),
  draft: signedIn.people.draft.handler(({ input, context }) => readDraft(context.sql, context.user.personId, input.key)),
};
