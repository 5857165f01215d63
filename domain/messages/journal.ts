/** What the recording of a journal answers to the workflow. */
import type { EntryData } from '#domain/journal/entries.ts';

/**
 * The run began again from a point of its history, and the journal had gone on before: nothing was written. From the entry
 * `from` on, it is told again behind `head`, after the reset itself.
 */
export interface GoOnBehind { head: number; from: number; reset: Omit<EntryData['workflow-reset'], 'afterSeq'> }
