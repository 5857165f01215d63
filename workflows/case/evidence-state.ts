/**
 * What a case knows beside its list of evidence: the time for it, the session that is being held, what was asked of whom.
 * Everything but the open requests is carried by continue-as-new; the case does not go on in a new run while any is open.
 */
import type { ParticipantId } from '#domain/case/ids.ts';
import { debateEndedAfter } from '#domain/evidence/acts.ts';
import type { EvidencePeriod } from '#domain/evidence/period.ts';
import type { Journalled } from '#domain/messages/messages.ts';

export interface CarriedEvidence {
  period?: EvidencePeriod;
  /** As the case was accepted. */
  procedure?: 'simple' | 'ordinary' | 'fastTrack';
  session?: { hearingId: string; phase: string };
  debateEnded?: boolean;
  closed?: boolean;
  answered?: [commandId: string, answer: Journalled][];
}

/** A request for opinions that is open: withdrawn when every item of it has its opinion in another way. */
export interface AskedOpinions {
  participantId: ParticipantId;
  versions: ReadonlyMap<string, number>;
  withdraw: (why: string) => void;
}

export class EvidenceState {
  period: EvidencePeriod | undefined;
  procedure: CarriedEvidence['procedure'] | undefined;
  session: { hearingId: string; phase: string } | undefined;
  debateEnded = false;
  /** The case is being archived. */
  closed = false;
  /** Others are asked for their opinion on what is added from now on. */
  exchanging = false;
  readonly answered: Map<string, Journalled>;
  readonly asked = new Set<AskedOpinions>();
  readonly guidance = new Set<ParticipantId>();

  constructor(carried: CarriedEvidence = {}) {
    this.period = carried.period;
    this.procedure = carried.procedure;
    this.session = carried.session;
    this.debateEnded = carried.debateEnded ?? false;
    this.closed = carried.closed ?? false;
    // A run that goes on does so at a stage's end: after the exchange, if the period was ever set.
    this.exchanging = carried.period !== undefined;
    this.answered = new Map(carried.answered);
  }

  /** A session begins (`opening`), entered a phase that matters to evidence (reported by it), or ended in whatever way (`closed`). */
  enter(hearingId: string, phase: string): void {
    this.session = phase === 'closed' ? undefined : { hearingId, phase };
    const before = this.debateEnded;
    this.debateEnded = debateEndedAfter(before, phase);
    // CPL-144: nobody is asked for an opinion any more.
    if (this.debateEnded && !before) for (const asked of [...this.asked]) asked.withdraw('the debate has ended (CPL-144)');
  }

  carry(): CarriedEvidence {
    return {
      ...(this.period ? { period: this.period } : {}), ...(this.procedure ? { procedure: this.procedure } : {}), ...(this.session ? { session: this.session } : {}),
      debateEnded: this.debateEnded, closed: this.closed, answered: [...this.answered],
    };
  }
}
