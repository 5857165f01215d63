/** What of the journal is news to a clerk or judge at the desk: what people did and what became of the case, not what the system notes for itself. */
import type { EntryKind } from '#domain/journal/entries.ts';

export const newsKinds: readonly EntryKind[] = [
  'filing-corrected', 'stage-entered', 'task-completed', 'task-overdue', 'task-refused', 'evidence-submitted', 'evidence-changed', 'evidence-period',
  'hearing-scheduled', 'hearing-cancelled', 'hearing-moved', 'dates-rechecked', 'self-tested', 'notice-proven', 'interruption-opened', 'interruption-ended', 'hearing-ended',
  'document-served', 'recordings-requested', 'recordings-decided', 'transcript-reopened', 'transcript-signed', 'signature-refused', 'livestream-intended', 'livestream-decided',
  'recusal-asked', 'recusal-decided', 'bench-changed', 'assessor-answered', 'task-reassigned', 'invitation-ended', 'representative-asked', 'participant-joined', 'participant-left',
  'happened', 'happening-decided', 'facts-changed', 'case-suspended', 'case-resumed', 'participant-succeeded', 'archive-sealed', 'case-closed',
];

/** The home page shows so many days of hearings, today included. */
export const homeDays = 7;
/** And so many entries and tasks. */
export const mostNews = 30;
export const mostDue = 50;
