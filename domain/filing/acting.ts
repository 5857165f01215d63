/**
 * Who acts for a party (CPL-61, CPL-62). An agent hands in evidence and says what there is to say of the other side's;
 * consenting to an online hearing gives up a way of proceeding, so the agent needs a special authority for it, and
 * without one the party is asked. A party without an agent acts for itself.
 */
import type { Participant } from '#domain/case/types.ts';

export type PartyAct = 'evidence' | 'consent';

/** The person to ask: the first agent with the authority, else the party. */
export function actingFor(party: Participant, act: PartyAct, participants: readonly Participant[]): Participant {
  const agent = participants.find(({ role, agency }) => role === 'agent' && agency?.principals.includes(party.participantId)
    && (act === 'evidence' || agency.authority === 'special'));
  return agent ?? party;
}

/** Did this person apply for the party: the party itself, or its agent with special authority (G1)? */
export const appliedFor = (party: Participant, personId: string, participants: readonly Participant[]): boolean =>
  party.personId === personId || participants.some((one) => one.personId === personId && one.agency?.authority === 'special' && one.agency.principals.includes(party.participantId));
