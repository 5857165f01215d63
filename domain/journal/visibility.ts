/**
 * Which journal entries a person reads on the timeline. The court's people of the case read all but the system's own
 * troubles; a participant reads what concerns everybody, and of tasks and notices their own.
 */
import type { Words } from '#domain/law/ruled.ts';
import { wordEndForParticipant, wordOwnEvent } from '#domain/livestream/wording.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';

export interface Reader {
  /** `supervisor`: everything, for the history of a case. */
  as: 'supervisor' | 'court' | 'participant';
  personId: string;
  /** The reader's own participant ids in the case. */
  participantIds: ReadonlySet<string>;
  /** Tasks addressed to the reader. */
  taskIds: ReadonlySet<string>;
}

export function mayRead(entry: JournalEntry, reader: Reader): boolean {
  if (reader.as === 'supervisor') return true;
  const participant = reader.as === 'participant';
  switch (entry.kind) {
    case 'case-filed':
    case 'filing-corrected':
    case 'case-accepted':
    case 'stage-entered':
    case 'evidence-submitted':
    case 'evidence-changed':
    case 'evidence-period':
    case 'hearing-scheduled':
    case 'hearing-cancelled':
    case 'hearing-moved':
    case 'dates-rechecked':
    case 'hearing-phase':
    case 'interruption-opened':
    case 'interruption-ended':
    case 'hearing-ended':
    case 'transcript-frozen':
    case 'transcript-reopened':
    case 'transcript-signed':
    case 'signature-refused':
    case 'session-document':
    case 'recusal-decided':
    case 'bench-changed':
    case 'participant-joined':
    case 'participant-left':
    case 'livestream-decided':
    case 'clock-moved':
    case 'archive-sealed':
    case 'case-closed':
    case 'happened':
    case 'happening-decided':
    case 'facts-changed':
    case 'ruling-issued':
    case 'case-suspended':
    case 'case-resumed':
    case 'participant-succeeded':
      return true;
    case 'decision':
      return !participant || entry.data.articles.length > 0;
    case 'task-opened':
      return !isOfOperations(entry.data.task.kind) && (!participant || reader.taskIds.has(entry.data.task.taskId));
    case 'task-completed':
    case 'task-overdue':
    case 'task-withdrawn':
    case 'due-moved':
    case 'task-refused':
      return !isOfOperations(entry.data.kind) && (!participant || reader.taskIds.has(entry.data.taskId));
    case 'acceptance-issued':
    case 'notice-issued':
    case 'notice-proven':
    case 'self-tested':
    case 'presence-changed':
    // G10: a party's application is between them and the court.
    case 'document-served':
    case 'recordings-requested':
    case 'recordings-decided':
    case 'recordings-ready':
    case 'recordings-access-ended':
      return !participant || reader.participantIds.has(entry.data.participantId);
    // N2: the approval belongs to the confidential volume; a participant reads what they were told, what they objected, and how that was decided.
    case 'livestream-notice-sent':
      return !participant || reader.participantIds.has(entry.data.participantId);
    case 'livestream-event': {
      const { event } = entry.data;
      const own = event.what === 'told' || event.what === 'objected' || event.what === 'objectionDecided' ? event.participantId : undefined;
      return !participant || (own !== undefined && reader.participantIds.has(own));
    }
    // CPL-50: who applied reads what they asked and what was decided; the others read the decision.
    case 'recusal-asked':
    case 'representative-asked':
    case 'representative-refused':
      return !participant || entry.data.by === reader.personId || ('party' in entry.data && reader.participantIds.has(entry.data.party));
    // CPL-47, PAI-3: the parties learn who sits, with every change; why somebody does not is for the court.
    case 'assessor-invited':
    case 'assessor-answered':
    case 'replacement-asked':
    case 'task-reassigned':
    case 'person-invited':
    case 'invitation-ended':
    case 'livestream-intended':
    case 'livestream-begun':
    case 'livestream-screened':
    case 'livestream-form-kept':
    case 'stage-ended':
    case 'hearing-room':
    case 'recording-composed':
    case 'recording-extract-asked':
    case 'recording-extracted':
    case 'archive-supplemented':
    // Who cannot come when is for the court that sets the date.
    case 'unavailable-weighed':
      return !participant;
    case 'signal-refused':
    case 'step-parked':
    case 'step-repaired':
    case 'repair-not-confirmed':
    case 'workflow-reset':
      return false;
  }
}

/** Details that only the court reads: where volumes lie, what raw evidence a presence rests on, why a hearing is not livestreamed (N2). */
export function detailFor(reader: Reader, detail: Record<string, unknown>): Record<string, unknown> {
  if (reader.as !== 'participant') return detail;
  const { mainVolume: _main, confidentialVolume: _confidential, disc: _disc, evidence: _evidence, mediaHost: _host, livestreamReason: _reason, livestreamHow: _how, livestreamStatus: _status, ...rest } = detail;
  return rest;
}

/** How the entry is called for the reader: a participant reads nothing of where an approval stands, nor why it ended (N2). */
export function titleFor(reader: Reader, entry: JournalEntry, title: Words): Words {
  if (reader.as !== 'participant') return title;
  switch (entry.kind) {
    case 'livestream-event': return wordOwnEvent(entry.data.event) ?? title;
    case 'livestream-decided': return wordEndForParticipant(entry.data.end);
    default: return title;
  }
}

/** The articles that the reader is shown: which ground excluded a livestream is for the court (N2). */
export const articlesFor = (reader: Reader, entry: JournalEntry, articles: readonly string[]): string[] =>
  (reader.as === 'participant' && entry.kind === 'livestream-decided' ? ['N2'] : [...articles]);
