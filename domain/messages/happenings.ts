/** What is said to a case at any time, and by a case to its hearing when it has to close. */
import type { ParticipantId } from '#domain/case/ids.ts';
import type { Happening } from '#domain/case/happenings.ts';
import type { Participant } from '#domain/case/types.ts';
import type { Actor } from './messages.ts';

/** Update `tellCase` of the case. Whoever may tell it is decided there, by what the person is to the case. */
export type TellCase = Actor & {
  happening: Happening;
  /** The party for whom an agent tells it; needed where it acts for several. */
  of?: ParticipantId;
};

/** Update `nameSuccessor` of the case: while it is suspended, by its judge or clerk. */
export interface NameSuccessor extends Actor {
  /** Whose place is taken. */
  out: ParticipantId;
  successor: Pick<Participant, 'participantId' | 'personId'>;
}

/** Signal `closeHearing` of the hearing. `withdrawn`: the action is withdrawn or settled; else the session is adjourned. */
export interface CloseHearing { how: 'withdrawn' | 'adjourned'; reason: string }
