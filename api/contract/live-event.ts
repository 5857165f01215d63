/** A live change: ids only, so that nothing is told to whom it is not for; the browser fetches what it may see. */
export type LiveEvent =
  | { type: 'journal'; caseId: string; stream: string; seq: number; opened: string[]; closed: string[]; hearingId?: string }
  | { type: 'transcript'; caseId: string; hearingId: string; lineId: string }
  | { type: 'claim'; caseId: string; taskId: string }
  /** Somebody of the court said something about a task. */
  | { type: 'comment'; caseId: string; taskId: string }
  | { type: 'presence'; caseId: string; hearingId: string }
  | { type: 'outbox' }
  | { type: 'clock'; offsetMs: number }
  /** Something may have been missed (a server started again): fetch anew what is shown. */
  | { type: 'resync' };

/**
 * On every answer of the API: the position, in the order of live changes, that what was read is at least as new as.
 * `/api/live?after=` tells what came after a position. Two positions can be compared when they are of one process.
 */
export const livePositionHeader = 'kaiting-live-position';

export { liveChannel } from '#domain/messages/live-channel.ts';
