/**
 * The only writer of the journal and of what people read. One transaction: lock the stream's head, skip what is there,
 * refuse a gap, append with a SHA-256 chain, apply the projections, notify.
 *
 * Dying before the commit leaves nothing; after it, the repeated call finds everything there and changes nothing, so
 * retries and a worker that was thought dead are harmless.
 */
import { hearingOfStream } from '#domain/case/ids.ts';
import { createHash } from 'node:crypto';
import type { GoOnBehind } from '#domain/messages/journal.ts';
import { canonicalJson, chainText, FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
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

/** The entry says something else than the one that stands under its number: somebody reset the workflow behind the court's back. Retried, shown when it lasts. */
export class JournalFork extends Error {
  constructor(stream: string, seq: number) {
    super(`Journal ${stream} says something else under ${seq}, and no reset of the workflow is on record`);
    this.name = 'JournalFork';
  }
}

/**
 * Appends and projects. `entries` are in order; those that are there already are skipped.
 * @param runId of the workflow's run: one that began anew by a reset on record is told to go on behind the journal's head, and nothing is written
 */
export async function recordJournal(sql: Sql, stream: string, entries: readonly JournalEntry[], runId?: string): Promise<GoOnBehind | undefined> {
  const first = entries[0];
  if (!first) return undefined;
  return sql.begin(async (tx) => {
    const head = await lockHead(tx, stream, first.caseId, runId);
    const fresh = entries.filter((entry) => entry.seq > head.seq);
    const forked = fresh.length === entries.length ? undefined : await firstForked(tx, stream, entries.filter((entry) => entry.seq <= head.seq));
    const next = fresh[0];
    const from = forked ?? next?.seq;
    if (from === undefined) return undefined;
    if (head.reset && !entries.some((entry) => entry.kind === 'workflow-reset' && entry.data.resetId === head.reset?.resetId)) return { head: head.seq, from, reset: head.reset };
    if (forked !== undefined) throw new JournalFork(stream, forked);
    if (!next) return undefined;
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
    return undefined;
  });
}

/** The first of the entries that stands otherwise in the journal, or undefined: then they are the same. */
async function firstForked(tx: Tx, stream: string, entries: readonly JournalEntry[]): Promise<number | undefined> {
  const rows = await tx<{ seq: number; kind: string; at: string; data: unknown }[]>`
    select seq, kind, at, data from journal where stream = ${stream} and seq between ${entries[0]?.seq ?? 0} and ${entries.at(-1)?.seq ?? 0}`;
  const there = new Map(rows.map((row) => [row.seq, row]));
  const text = (entry: { kind: string; at: string; data: unknown } | undefined) => entry && canonicalJson({ kind: entry.kind, at: entry.at, data: entry.data });
  return entries.find((entry) => text(entry) !== text(there.get(entry.seq)))?.seq;
}

interface Head { seq: number; hash: string; /** Of this run, and not in the journal yet. */ reset: GoOnBehind['reset'] | null }

/** Whether the run was reset, on record and not in the journal yet: asked by one that has nothing to write. Writes nothing. */
export async function resetOf(sql: Sql, stream: string, runId: string | undefined, after: number): Promise<GoOnBehind | undefined> {
  const [head] = await sql.begin((tx) => selectHead(tx, stream, runId));
  return head?.reset ? { head: head.seq, from: after + 1, reset: head.reset } : undefined;
}

const selectHead = (tx: Tx, stream: string, runId: string | undefined) => tx<Head[]>`
    select seq, hash, (
      select jsonb_build_object('resetId', r.id, 'baseRunId', r.base_run_id, 'eventId', r.event_id, 'keepSignals', r.keep_signals, 'keepUpdates', r.keep_updates, 'reason', r.reason, 'by', r.asked_by, 'confirmedBy', r.decided_by)
      from workflow_resets r where r.stream = ${stream} and r.state in ('confirmed', 'done') and r.base_run_id <> ${runId ?? ''} and ${runId !== undefined}
        and not exists (select 1 from journal j where j.stream = r.stream and j.kind = 'workflow-reset' and j.data ->> 'resetId' = r.id::text) limit 1) as reset
    from journal_heads where stream = ${stream} for update`;

async function lockHead(tx: Tx, stream: string, caseId: string, runId: string | undefined): Promise<Head> {
  const lock = () => selectHead(tx, stream, runId);
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
