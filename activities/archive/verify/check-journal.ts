import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FIRST_PREVIOUS_HASH, chainText } from '#domain/journal/canonical.ts';
import { type ArchiveReader, type ItemAtHand, parse } from './archive-reader.ts';
import type { Findings } from './findings.ts';

/** The journals: numbered without a gap, each entry bound to the one before it. */

const line = z.object({
  stream: z.string(), seq: z.int(), kind: z.string(), at: z.string(), data: z.unknown(), hash: z.string(),
});
export type ArchivedEntry = z.infer<typeof line>;

const clockMoved = z.object({ offsetMs: z.number(), by: z.string() });

/** @returns all entries of journals that can be read */
export async function checkJournals(archive: ArchiveReader, findings: Findings): Promise<ArchivedEntry[]> {
  const entries: ArchivedEntry[] = [];
  for (const item of archive.of('journal')) {
    const read = checkChain(item, (await archive.bytes(item)).toString('utf8'), findings);
    entries.push(...read);
    for (const entry of read) nameClockMove(item, entry, findings);
  }
  return entries;
}

function checkChain(item: ItemAtHand, text: string, findings: Findings): ArchivedEntry[] {
  const entries: ArchivedEntry[] = [];
  let previous = FIRST_PREVIOUS_HASH;
  for (const [index, written] of text.split('\n').filter(Boolean).entries()) {
    const entry = parse(written, line);
    const number = index + 1;
    if (!entry) {
      findings.wrong('journal', item.subject, `line ${number} cannot be read`);
      return entries;
    }
    if (entry.seq !== number || entry.stream !== item.about.stream) {
      findings.wrong('journal', item.subject, `line ${number} is entry ${entry.seq} of ${entry.stream}: an entry is missing, doubled or out of order`);
      return entries;
    }
    if (createHash('sha256').update(chainText(previous, entry)).digest('hex') !== entry.hash) {
      findings.wrong('journal', item.subject, `the chain breaks at entry ${number} (${entry.kind}): this entry or one before it was changed`);
      return entries;
    }
    previous = entry.hash;
    entries.push(entry);
  }
  if (entries.length === 0) findings.wrong('journal', item.subject, 'has no entries');
  else findings.right('journal', item.subject, `${entries.length} entries, an unbroken chain up to ${previous.slice(0, 16)}…`);
  return entries;
}

// Only the demonstration and training court can move its clock; nobody who reads its archive may overlook that.
function nameClockMove(item: ItemAtHand, entry: ArchivedEntry, findings: Findings): void {
  if (entry.kind !== 'clock-moved') return;
  const move = clockMoved.safeParse(entry.data);
  findings.note('clock', item.subject, move.success
    ? `demonstration court: entry ${entry.seq} moved the clock to ${durationOf(move.data.offsetMs)} ahead of real time (by ${move.data.by}, at ${entry.at})`
    : `demonstration court: entry ${entry.seq} moved the clock (at ${entry.at})`);
}

function durationOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  return `${days > 0 ? `${days} d ` : ''}${Math.floor((minutes % 1440) / 60)} h ${minutes % 60} min`;
}
