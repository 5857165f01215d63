/** One hearing's livestream: the whole approval for the court, their own part for whoever takes part (N2). */
import type { LivestreamView } from '#api/contract/livestreams.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { inHearing, viewerOf } from '#api/operations/access.ts';
import { findLivestream, ownPart, stateOf, wholeApproval } from '#db/queries/livestream-view.ts';
import { may, type Operation } from '#domain/access/policy.ts';

export async function getLivestream(context: SignedInContext, hearingId: string): Promise<LivestreamView> {
  const standing = await inHearing(context, hearingId, ({ relation }) => (relation === 'participant' ? { do: 'see-hearing' } : { do: 'see-livestream-approval' }));
  const found = await findLivestream(context.sql, hearingId);
  if (!found) throw notFound();
  const allows = (operation: Operation) => may(viewerOf(context.user), standing, operation).allowed;
  const { hearing, approval, names, forms } = found;
  const state = stateOf(approval);
  const participant = standing.relation === 'participant';
  const open = state === 'open';
  const own = ownPart(found, context.user.personId);
  const { now } = await context.courtNow();
  return {
    hearing, state,
    own: participant ? { words: own.words, told: own.told, noteTaskId: own.noteTaskId, objections: own.objections } : null,
    approval: participant || approval === null ? null : wholeApproval(approval, names),
    forms: participant ? [] : forms.filter(() => allows({ do: 'see-file', file: { purpose: 'livestream-approval', uploadedBy: null, caseId: hearing.caseId } })),
    may: {
      intend: state === 'none' && hearing.state === 'scheduled' && now.getTime() < Date.parse(hearing.startsAt) && allows({ do: 'intend-livestream' }),
      object: open && allows({ do: 'object-to-livestream' }),
      reportFacts: open && allows({ do: 'report-livestream-facts' }),
      withdraw: open && allows({ do: 'intend-livestream' }),
      seeCase: allows({ do: 'see-case' }),
    },
  };
}
