/** The people of a case: recusal, replacement, invitations, agents (CPL-47 to CPL-50, CPL-62, CPL-63, G3). */
import { z } from 'zod';
import { base, commandAnswer, instant, personRef } from '#api/contract/shared.ts';
import { agentKinds } from '#domain/filing/kinds.ts';
import { recusalGrounds } from '#domain/court/recusal.ts';
import { invitedRoles } from '#domain/people/roles.ts';

const reason = z.string().trim().min(2).max(2000);
const caseId = z.uuid();
const named = { name: z.string().trim().min(2).max(50), identityNumber: z.string().trim().length(18), phone: z.string().trim().length(11) };

export const casePeopleView = z.object({
  recusals: z.array(z.object({
    recusalId: z.uuid(), of: personRef, seat: z.string(), ground: z.enum(recusalGrounds), reason: z.string(), askedBy: personRef, mine: z.boolean(), again: z.boolean(),
    askedAt: instant, state: z.enum(['open', 'sustained', 'rejected']), decision: z.string().nullable(), decidedAt: instant.nullable(),
  })),
  invitations: z.array(z.object({ participantId: z.uuid(), name: z.string(), role: z.string(), state: z.enum(['open', 'accepted', 'declined', 'lapsed', 'withdrawn']), invitedAt: instant })),
  /** What the reader may ask for; whether it is in time, the case's workflow decides. */
  may: z.object({ applyForRecusal: z.boolean(), askReplacement: z.boolean(), invite: z.boolean(), changeRepresentative: z.boolean() }),
});
export type CasePeopleView = z.infer<typeof casePeopleView>;

export const casePeople = {
  get: base.route({ method: 'GET', path: '/cases/{caseId}/people' }).input(z.strictObject({ caseId })).output(casePeopleView),
  /** A party, whoever acts for one, or somebody of the bench; asked again after a rejection it is the reconsideration. */
  applyForRecusal: base.route({ method: 'POST', path: '/cases/{caseId}/recusals' })
    .input(z.strictObject({ caseId, of: z.uuid(), ground: z.enum(recusalGrounds), reason })).output(commandAnswer),
  /** The bench or the clerk: somebody can no longer sit in the case. */
  askReplacement: base.route({ method: 'POST', path: '/cases/{caseId}/replacements' })
    .input(z.strictObject({ caseId, of: z.uuid(), reason })).output(commandAnswer),
  /** The presiding judge or the clerk. The invited person gets an SMS with a link. */
  invite: base.route({ method: 'POST', path: '/cases/{caseId}/invitations' })
    .input(z.strictObject({ caseId, ...named, role: z.enum(invitedRoles), reason })).output(commandAnswer),
  /** A party names an agent; the clerk verifies. */
  appointAgent: base.route({ method: 'POST', path: '/cases/{caseId}/agents' })
    .input(z.strictObject({ caseId, ...named, kind: z.enum(agentKinds), instead: z.uuid().optional(), powerOfAttorney: z.uuid() })).output(commandAnswer),
  dismissAgent: base.route({ method: 'POST', path: '/cases/{caseId}/agents/{participantId}/dismissal' })
    .input(z.strictObject({ caseId, participantId: z.uuid(), reason })).output(commandAnswer),
};
