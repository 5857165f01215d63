/**
 * Entries that a workflow handed over and the database does not have: after a restore from an older backup the workflow
 * would otherwise meet a gap for ever. What the database has otherwise than Temporal is never overwritten: that is for
 * people to look at (`kaiting audit`).
 *
 * Dying in the middle leaves a part appended; the next run appends the rest.
 */
import type { StreamHistory } from '#domain/audit/stream-history.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import type { Sql } from '#db/connect.ts';
import { recordJournal } from '#db/projector/record-journal.ts';

export interface MissingEntries {
  stream: string;
  /** Number of the last entry that the database has; 0: none. */
  head: number;
  /** In order, following `head` without a gap. */
  entries: JournalEntry[];
  /** True where Temporal does not know what should follow `head`: its history begins later. */
  gap: boolean;
}

/** What is missing of a stream. What the workflow is about to hand over (scheduled, not yet done) counts as well: appending it twice is harmless. */
export async function missingEntries(sql: Sql, history: StreamHistory): Promise<MissingEntries> {
  const [row] = await sql<{ seq: number }[]>`select seq from journal_heads where stream = ${history.stream}`;
  const head = row?.seq ?? 0;
  const bySeq = new Map<number, JournalEntry>();
  for (const { entries } of history.handedOver) for (const entry of entries) if (entry.seq > head && !bySeq.has(entry.seq)) bySeq.set(entry.seq, entry);
  const entries: JournalEntry[] = [];
  for (let seq = head + 1; bySeq.has(seq); seq += 1) entries.push(bySeq.get(seq) as JournalEntry);
  return { stream: history.stream, head, entries, gap: bySeq.size > entries.length };
}

/** Appends them, in batches as the workflow would. */
export async function appendMissing(sql: Sql, { stream, entries }: MissingEntries): Promise<void> {
  for (let from = 0; from < entries.length; from += 200) await recordJournal(sql, stream, entries.slice(from, from + 200));
}
