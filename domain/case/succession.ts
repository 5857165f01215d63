/** INT-55: who takes the place of a party; what the party did, and the authority that it gave, go on for the successor. */
import type { ParticipantId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';

/** Everybody, with the successor where the party stood and in its stead behind its agents, until the successor ends their authority (CPL-63). */
export function inPlaceOf(participants: readonly Participant[], out: ParticipantId, successor: Participant): Participant[] {
  return participants.map((one) => {
    if (one.participantId === out) return successor;
    if (!one.agency?.principals.includes(out)) return one;
    return { ...one, agency: { ...one.agency, principals: one.agency.principals.map((principal) => (principal === out ? successor.participantId : principal)) } };
  });
}
