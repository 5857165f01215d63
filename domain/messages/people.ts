/** What is said to a case about its people: Update `changePeople`. Ids and legal facts; names and numbers stay in PostgreSQL. */
import type { FileId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { Bench, Participant } from '#domain/case/types.ts';
import type { AgentKind } from '#domain/filing/kinds.ts';
import type { RecusalGround } from '#domain/court/recusal.ts';
import type { Actor } from './messages.ts';

export type ChangePeople = Actor & (
  /** CPL-47: a party or agent applies, or somebody of the court asks for their own or another's recusal. */
  | { what: 'recusal'; of: PersonId; ground: RecusalGround; reason: string }
  /** Somebody of the bench can no longer sit in the case: illness, transfer. */
  | { what: 'replacement'; of: PersonId; reason: string }
  /** The judge or the clerk invites somebody to take part. */
  | { what: 'invitation'; participant: Participant; reason: string }
  /** CPL-62, CPL-63: a party names an agent, perhaps instead of one; the clerk verifies. */
  | { what: 'appointment'; party: ParticipantId; agent: Participant; kind: AgentKind; instead?: ParticipantId; powerOfAttorney: FileId }
  /** CPL-63: a party ends an agent's authority. */
  | { what: 'dismissal'; party: ParticipantId; agent: ParticipantId; reason: string });

/** Signal `peopleChanged` of the hearing, from its case. */
export type PeopleChanged =
  /** `awaited`: assessors of this bench who have not accepted. */
  | { what: 'bench'; bench: Bench; from: PersonId; to: PersonId; awaited?: PersonId[] }
  | { what: 'assessors'; awaited: PersonId[] }
  | { what: 'joined'; participant: Participant }
  | { what: 'left'; participantId: ParticipantId };
