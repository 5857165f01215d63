/** What a case knows of its people beside bench and participants: what is asked and not decided, who left, who waits. */
import type { ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';
import type { AskedBefore } from '#domain/court/recusal.ts';
import type { Stage } from '#domain/case/stages.ts';
import type { Journalled } from '#domain/messages/messages.ts';

export interface AskedRecusal extends AskedBefore { recusalId: string; of: PersonId; by: PersonId }

/** Carried by continue-as-new; nothing is open then. */
export interface CarriedPeople {
  recusals: AskedRecusal[];
  offTheBench: PersonId[];
  answered: [commandId: string, answer: Journalled][];
}

export class PeopleOfCase {
  /** Where the case is; set by the procedure (workflow.ts). */
  stage: Stage = 'filing';
  /** The last stage is over; what is still owed (a ruling to be repaired) may keep the case open for a while. */
  closed = false;
  readonly recusals: AskedRecusal[];
  /** Recused or replaced: never allotted to this case again. */
  readonly offTheBench: Set<PersonId>;
  readonly answered: Map<string, Journalled>;
  /** Invited, and neither here nor declined. */
  readonly invited = new Map<ParticipantId, Participant>();
  /** Whose replacement is being decided. */
  readonly replacing = new Set<PersonId>();
  /** Assessors of the bench who were drawn and have not accepted (bench-seats.ts). Not carried: somebody is asked as long as there is one. */
  readonly awaited = new Set<PersonId>();
  /** Assessors who do not sit, while the one who follows is looked for. */
  readonly makingRoom = new Set<PersonId>();
  /** Agents whose appointment or dismissal the clerk verifies. */
  readonly verifying = new Set<PersonId>();
  /** Set by the stage that has something for a participant who comes while it runs. */
  onJoined: ((participant: Participant) => void) | undefined;
  private readonly leaving = new Map<ParticipantId, (() => void)[]>();

  constructor(carried?: CarriedPeople) {
    this.recusals = carried?.recusals ?? [];
    this.offTheBench = new Set(carried?.offTheBench ?? []);
    this.answered = new Map(carried?.answered ?? []);
  }

  /** The last application of the same person for the same one's recusal. */
  askedBefore(of: PersonId, by: PersonId): AskedRecusal | undefined {
    return this.recusals.findLast((asked) => asked.of === of && asked.by === by);
  }

  /** CPL-48: until it is decided the person takes no part; CPL-50: a reconsideration does not stop them. */
  standsAside(personId: PersonId): boolean {
    return this.recusals.some((asked) => asked.of === personId && asked.state === 'open' && !asked.reconsidered);
  }

  /** Resolves when the participant leaves the case. */
  untilLeft(participantId: ParticipantId): Promise<void> {
    return new Promise((resolve) => { this.leaving.set(participantId, [...(this.leaving.get(participantId) ?? []), resolve]); });
  }

  tellLeft(participantId: ParticipantId): void {
    for (const tell of this.leaving.get(participantId) ?? []) tell();
    this.leaving.delete(participantId);
  }

  carry(): CarriedPeople {
    return { recusals: this.recusals, offTheBench: [...this.offTheBench], answered: [...this.answered] };
  }
}
