/** What is said about the livestream of a hearing: to its case, to its own workflow. */
import type { CaseId, HearingId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { CaseFacts, Participant } from '#domain/case/types.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { Approval } from '#domain/livestream/approval-state.ts';
import type { ChangedFacts, IntendedFacts } from '#domain/livestream/facts.ts';
import type { Actor } from './messages.ts';

/** Input of the workflow `courtLivestream`; id `livestreamWorkflowId(hearingId)`. */
export interface LivestreamInput {
  caseId: CaseId;
  hearingId: HearingId;
  /** Who intends it. */
  by: PersonId;
  approval: Pick<Approval, 'judgeInCharge' | 'panel' | 'participants' | 'chain' | 'opening' | 'day' | 'facts'>;
  calendar: WorkingCalendar;
  clockOffsetMs: number;
}

/** Update `intendLivestream` of the case: by the judge in charge, for a hearing that is scheduled. */
export interface IntendLivestream extends Actor {
  hearingId: HearingId;
  facts: IntendedFacts;
}

/** Update `tellLivestream` of the livestream: what may be said at any time until the opening. */
export type TellLivestream = Actor & (
  | { what: 'objection'; participantId: ParticipantId; grounds: string }
  | { what: 'facts'; facts: ChangedFacts; reason: string }
  | { what: 'withdrawal'; reason: string });

/** Signal `caseChanged` of the livestream, from its case: what became true of the case after it was intended. */
export interface CaseChanged {
  by: PersonId;
  reason: string;
  facts?: Partial<CaseFacts>;
  participants?: Participant[];
  /** Another judge or panel; the judge in charge among it. */
  bench?: { judgeInCharge: PersonId; panel: PersonId[] };
}

/** Signal `livestreamSettled` of the case: the approval has ended, and its form and journal are kept. The archive waits for it (N2). */
export interface LivestreamSettled { hearingId: HearingId }

/** Signal `hearingCancelled` of the livestream, from its case. */
export interface HearingCancelled { reason: string }
