/** What is said to a case about its booked hearing and the calendar. */
import type { Actor } from '#domain/messages/messages.ts';
import type { HearingId, ParticipantId } from '#domain/case/ids.ts';
import type { SelfTestFindings } from '#domain/preparation/self-test-score.ts';

/** Where and when a hearing goes. Day and time by the Shanghai clock. */
export interface HearingSlot {
  /** 'YYYY-MM-DD' */
  day: string;
  /** 'HH:MM' */
  startTime: string;
  durationMinutes: number;
  courtroomId: string;
}

/** G4: the clerk (or the presiding judge) moves or cancels a hearing whose room is not open yet. */
export interface ChangeHearing extends Actor {
  hearingId: HearingId;
  reason: string;
  change: { do: 'cancel' } | ({ do: 'move' } & HearingSlot);
}

/** G2: a participant tested their device once more; what was measured and declared. */
export interface ReportSelfTest extends Actor {
  hearingId: HearingId;
  participantId: ParticipantId;
  findings: SelfTestFindings;
}

/** A Signal: the court's calendar is another one than it was. What changed, the case loads by itself. */
export interface CalendarChanged {
  /** The change's number on record (`calendar_changes`). */
  changeId: string;
  what: CalendarChange;
}

export type CalendarChange =
  | { what: 'closing-day-added' | 'closing-day-removed'; day: string; reason: string }
  | { what: 'year-published'; year: number };
