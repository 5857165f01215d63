/**
 * The only writer of the journal and of what people read. One transaction: lock the stream's head, skip what is there,
 * refuse a gap, append with a SHA-256 chain, apply the projections, notify.
 *
 * Dying before the commit leaves nothing; after it, the repeated call finds everything there and changes nothing, so
 * retries and a worker that was thought dead are harmless.
 */
import { hearingOfStream } from '#domain/case/ids.ts';
import { createHash } from 'node:crypto';
import { chainText, FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { liveChannel } from '#domain/messages/live-channel.ts';
import type { Sql } from '#db/connect.ts';
import { projected, type Tx } from './projections.ts';

/** The entry after the head is missing: the caller lost some. Never expected; retried, and shown when it lasts. */
export class JournalGap extends Error {
  constructor(stream: string, head: number, next: number) {
    super(`Journal ${stream} ends at ${head}; entry ${next} cannot follow`);
    this.name = 'JournalGap';
  }
}

/** hash = sha256(previous hash + newline + canonical JSON of the entry), hex; see domain/journal/canonical.ts. */
export function chainHash(previous: string, stream: string, entry: Pick<JournalEntry, 'seq' | 'kind' | 'at' | 'data'>): string {
  return createHash('sha256').update(chainText(previous, { stream, ...entry })).digest('hex');
}

/** Appends and projects. `entries` are in order; those that are there already are skipped. */
export async function recordJournal(sql: Sql, stream: string, entries: readonly JournalEntry[]): Promise<void> {
  const first = entries[0];
  if (!first) return;
  await sql.begin(async (tx) => {
    const head = await lockHead(tx, stream, first.caseId);
    const fresh = entries.filter((entry) => entry.seq > head.seq);
    const next = fresh[0];
    if (!next) return;
    if (next.seq !== head.seq + 1) throw new JournalGap(stream, head.seq, next.seq);
    const { rows, hash } = chained(stream, head.hash, fresh);
    const last = fresh.at(-1)?.seq ?? head.seq;
    // In order on one connection, but sent without waiting for each other's answer: one trip instead of one each.
    // When one fails, those behind it fail too, and the first one's error is what the transaction throws.
    await Promise.all([
      tx`insert into journal ${tx(rows.map((row) => ({ ...row, data: tx.json(row.data as never) })), 'stream', 'seq', 'kind', 'at', 'case_id', 'data', 'hash')}`,
      ...fresh.flatMap((entry) => projected(tx, entry, stream)),
      tx`update journal_heads set seq = ${last}, hash = ${hash} where stream = ${stream}`,
      tx`select pg_notify(${liveChannel}, ${JSON.stringify(liveEvent(stream, first.caseId, last, fresh))})`,
    ].map((statement) => statement.execute()));
  });
}

async function lockHead(tx: Tx, stream: string, caseId: string): Promise<{ seq: number; hash: string }> {
  const lock = () => tx<{ seq: number; hash: string }[]>`select seq, hash from journal_heads where stream = ${stream} for update`;
  const [known] = await lock();
  if (known) return known;
  // Of two that begin the stream at once, the second waits here for the first, and finds its row.
  await tx`insert into journal_heads (stream, case_id, seq, hash) values (${stream}, ${caseId}, 0, ${FIRST_PREVIOUS_HASH}) on conflict do nothing`;
  const [head] = await lock();
  if (!head) throw new Error(`Journal head of ${stream} vanished`);
  return head;
}

function chained(stream: string, from: string, entries: readonly JournalEntry[]) {
  let hash = from;
  const rows = entries.map((entry) => {
    hash = chainHash(hash, stream, entry);
    return { stream, seq: entry.seq, kind: entry.kind, at: entry.at, case_id: entry.caseId, data: entry.data, hash };
  });
  return { rows, hash };
}

/** What browsers are told: ids only (api/contract/live-event.ts). */
function liveEvent(stream: string, caseId: string, seq: number, entries: readonly JournalEntry[]) {
  const opened: string[] = [];
  const closed: string[] = [];
  for (const entry of entries) {
    if (entry.kind === 'task-opened') opened.push(entry.data.task.taskId);
    if (entry.kind === 'task-completed' || entry.kind === 'task-withdrawn') closed.push(entry.data.taskId);
  }
  const hearingId = hearingOfStream(stream);
  return { type: 'journal', caseId, stream, seq, opened, closed, ...(hearingId === undefined ? {} : { hearingId }) };
}
