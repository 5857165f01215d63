/** What a case and its hearing say to one another. */
import type { Bench, CaseFacts, CaseType, Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { CaseId, HearingId, PersonId } from '#domain/case/ids.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';

/** Input of the hearing workflow `courtHearing`; id `hearingWorkflowId(hearing.hearingId)`. */
export interface HearingInput {
  caseId: CaseId;
  hearing: ScheduledHearing;
  participants: Participant[];
  bench: Bench;
  calendar: WorkingCalendar;
  clockOffsetMs: number;
  /** Assessors of the bench who have not accepted (PAL-19): they have no seat, and the session is not opened. */
  awaited?: PersonId[];
  /** What the rulings on a departure depend on. Absent in what older builds started: a civil case at first instance. */
  caseType?: CaseType;
  publicProsecution?: boolean;
  instance?: CaseFacts['instance'];
}

export type HearingEnding = 'ended' | 'adjourned' | 'withdrawn';

/** Sent by Signal to the case: an abandoned child's result never reaches a continued parent. */
export type HearingReport =
  /** A phase was entered: evidence is taken, shown and examined by it (G8). */
  | { hearingId: HearingId; what: 'phase'; phase: string }
  /** The judge opened the session. */
  | { hearingId: HearingId; what: 'opened' }
  /** `opened`: whether the session was; absent from older builds, whose sessions all were. */
  | { hearingId: HearingId; what: 'ended'; ending: HearingEnding; opened?: boolean }
  /** The recording is composed and its gaps are explained. */
  | { hearingId: HearingId; what: 'recorded' };
