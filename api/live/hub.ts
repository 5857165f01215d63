/**
 * What this process hears of changes: PostgreSQL's NOTIFY, and once a second a look at the journal itself, because
 * notifications are lost when PostgreSQL or the connection restarts. Every event gets a number, so that a browser which
 * comes back hears what it missed.
 *
 * If the process dies here: browsers come back to another one, whose numbers are others, and are told to fetch anew.
 */
import { hearingOfStream } from '#domain/case/ids.ts';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { connectSql, type Sql } from '#db/connect.ts';
import { liveChannel, type LiveEvent } from '#api/contract/live-event.ts';

export interface NumberedEvent {
  /** Unique over processes; goes out as the event's id. */
  id: string;
  event: LiveEvent;
}

export interface LiveHub {
  /** Calls back at every event. @returns how to stop. */
  subscribe(listener: (event: NumberedEvent) => void): () => void;
  /** What came after an id, or null when this process does not know the id (any more). */
  since(id: string): NumberedEvent[] | null;
  /** The id of the newest event. What is read from now on is at least as new; `since` tells what came after. */
  position(): string;
  publish(event: LiveEvent): Promise<void>;
  /** True while changes cannot be read (no database): whoever listens would take what they see for new. */
  deaf(): boolean;
  /** Calls back when it becomes deaf. @returns how to stop. */
  onDeaf(listener: () => void): () => void;
  /** Hears from now on; resolves when the first look and the first LISTEN have succeeded. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface JournalRow { stream: string; case_id: string; seq: number; opened: string[] | null; closed: string[] | null; asOf: Date }

const KEPT_EVENTS = 2_000;
/** A transaction may commit this long after its time stamp and still be seen by the look. */
const LOOK_BACK_SECONDS = 10;
const PROBE_EVERY_MS = 5_000;
const PROBE_WITHIN_MS = 3_000;

export interface HubSettings {
  databaseUrl: string;
  sql: Sql;
  log: Logger;
  lookEveryMs?: number;
}

export function createLiveHub({ databaseUrl, sql, log, lookEveryMs = 1_000 }: HubSettings): LiveHub {
  const epoch = randomUUID().slice(0, 8);
  const listeners = new Set<(event: NumberedEvent) => void>();
  const deafListeners = new Set<() => void>();
  const kept: NumberedEvent[] = [];
  let count = 0;
  /** The newest entry of a stream that was told, and when, so that look and notification tell it once. */
  const told = new Map<string, { seq: number; at: number }>();
  let lookedUntil: Date | null = null;
  let listening: Sql | null = null;
  let probe: { token: string; sentAt: number; heard: boolean } | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  const tell = (event: LiveEvent) => {
    if (event.type === 'journal') {
      if ((told.get(event.stream)?.seq ?? 0) >= event.seq) return;
      told.set(event.stream, { seq: event.seq, at: Date.now() });
    }
    count += 1;
    const numbered = { id: `${epoch}-${count}`, event };
    kept.push(numbered);
    if (kept.length > KEPT_EVENTS) kept.splice(0, kept.length - KEPT_EVENTS);
    for (const listener of listeners) listener(numbered);
  };

  const hear = (payload: string) => {
    const said = parsed(payload);
    if (said === null) return;
    if (said.type === 'probe') {
      if (probe && said.token === probe.token) probe.heard = true;
      return;
    }
    tell(said);
  };

  /** A new LISTEN on a connection of its own. Whoever was connected meanwhile may have missed something. */
  const listen = async (again: boolean) => {
    await listening?.end({ timeout: 1 }).catch(() => undefined);
    const connection = connectSql(databaseUrl, 1);
    listening = connection;
    await connection.listen(liveChannel, hear);
    probe = null;
    if (again) tell({ type: 'resync' });
  };

  /** The journal since the last look: one event a stream, as its last notification would have said it. */
  const look = async () => {
    const rows = await sql<JournalRow[]>`
      select stream, case_id, max(seq) as seq, now() as "asOf",
        array_agg(data->'task'->>'taskId') filter (where kind = 'task-opened') as opened,
        array_agg(data->>'taskId') filter (where kind in ('task-completed', 'task-withdrawn')) as closed
      from journal where recorded_at > ${lookedUntil ?? new Date()}::timestamptz - make_interval(secs => ${LOOK_BACK_SECONDS})
      group by stream, case_id`;
    const first = lookedUntil === null;
    lookedUntil = rows[0]?.asOf ?? (await sql<{ asOf: Date }[]>`select now() as "asOf"`)[0]!.asOf;
    for (const { stream, case_id: caseId, seq, opened, closed } of rows) {
      // What was there before this process started is not news.
      if (first) { told.set(stream, { seq, at: Date.now() }); continue; }
      const hearingId = hearingOfStream(stream);
      tell({ type: 'journal', caseId, stream, seq, opened: opened ?? [], closed: closed ?? [], ...(hearingId ? { hearingId } : {}) });
    }
    const old = Date.now() - 6 * LOOK_BACK_SECONDS * 1_000;
    for (const [stream, { at }] of told) if (at < old) told.delete(stream);
  };

  /** Does a notification still reach us? A connection that was cut off silently says nothing. */
  const probeListening = async () => {
    if (probe && !probe.heard && Date.now() - probe.sentAt > PROBE_WITHIN_MS) {
      log.warn('live changes are not heard: listening again');
      await listen(true);
    }
    if (!probe || Date.now() - probe.sentAt > PROBE_EVERY_MS) {
      probe = { token: randomUUID(), sentAt: Date.now(), heard: false };
      await sql`select pg_notify(${liveChannel}, ${JSON.stringify({ type: 'probe', token: probe.token })})`;
    }
  };

  /** Rounds that failed one after the other; the first may be a connection that was cut, the second is an absence. */
  let failures = 0;
  const round = async () => {
    try {
      await look();
      if (failures > 0) await listen(true);
      await probeListening();
      failures = 0;
    } catch (error) {
      if (failures === 0) log.warn({ why: error instanceof Error ? error.message : String(error) }, 'live changes cannot be read');
      failures += 1;
      if (failures === 2) for (const tell of [...deafListeners]) tell();
    }
  };
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => { turn = round().finally(again); }, lookEveryMs);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    deaf: () => failures >= 2,
    onDeaf(listener) {
      deafListeners.add(listener);
      return () => { deafListeners.delete(listener); };
    },
    since(id) {
      const at = kept.findIndex((event) => event.id === id);
      if (at >= 0) return kept.slice(at + 1);
      if (id === `${epoch}-${count}`) return [];
      // From before the first event of this process, as long as all of them are kept.
      return id === `${epoch}-0` && kept.length === count ? [...kept] : null;
    },
    position: () => `${epoch}-${count}`,
    async publish(event) {
      await sql`select pg_notify(${liveChannel}, ${JSON.stringify(event)})`;
    },
    async start() {
      await look();
      await listen(false);
      again();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await turn;
      await listening?.end({ timeout: 1 }).catch(() => undefined);
    },
  };
}

type Heard = LiveEvent | { type: 'probe'; token: string };

function parsed(payload: string): Heard | null {
  try {
    return JSON.parse(payload) as Heard;
  } catch {
    return null;
  }
}
