/**
 * One media host: beside each Janus, it keeps Janus' rooms, its events as evidence, and tells each
 * hearing who has come and gone.
 *
 * If it dies: Janus goes on, and holds its events for minutes; the rooms as they are meant lie on disk,
 * the events in the database. The next start takes all up, and compares with who is in the rooms.
 */
import { startEventsReceiver, type JanusEvent } from '#adapters/media/events-receiver.ts';
import { JanusEventReader } from '#adapters/media/janus/read-events.ts';
import type { MediaServer } from '#adapters/media/media-server.ts';
import type { RoomKeeper } from '#adapters/media/room-keeper.ts';
import { appendMediaEvents, mediaEventsOf, type MediaEventRow } from '#db/queries/media-events.ts';
import type { Sql } from '#db/connect.ts';
import { PresenceWatch, type ReportPresence } from './presence-watch.ts';

export interface MediaHostParts {
  mediaHost: string;
  sql: Sql;
  media: MediaServer;
  rooms: RoomKeeper;
  report: ReportPresence;
  events: { port: number; host?: string; user: string; password: string };
  /** Milliseconds between looks at the clock and at what pages have reported. */
  tickMs?: number;
  /** Milliseconds between looks whether Janus still has all rooms. */
  roomsCheckMs?: number;
  complain?(what: string, cause: unknown): void;
}

/** Pages' reports come through the database; one that was written late is still found. */
const LATE_MS = 15_000;

export class MediaHost {
  readonly #parts: MediaHostParts;
  readonly #watches = new Map<string, PresenceWatch>();
  readonly #reader: JanusEventReader;
  readonly #timers: NodeJS.Timeout[] = [];
  #receiver: { port: number; close(): Promise<void> } | undefined;
  #busy = { pages: false, rooms: false };

  private constructor(parts: MediaHostParts) {
    this.#parts = parts;
    this.#reader = new JanusEventReader(parts.mediaHost, () => parts.rooms.rooms.map((room) => room.hearingId));
  }

  /** Takes up what was, and starts listening. Janus itself need not be there yet. */
  static async start(parts: MediaHostParts): Promise<MediaHost> {
    const host = new MediaHost(parts);
    const kept = await mediaEventsOf(parts.sql, parts.rooms.rooms.map((room) => room.hearingId));
    host.#reader.remember(kept);
    host.#learn(kept);
    host.#receiver = await startEventsReceiver({ ...parts.events, keep: (events) => host.#keep(events) });
    await host.#checkRooms(true);
    host.#timers.push(
      setInterval(() => void host.#lookAtPages(), parts.tickMs ?? 500),
      setInterval(() => void host.#checkRooms(false), parts.roomsCheckMs ?? 3_000),
    );
    return host;
  }

  get eventsPort(): number {
    return this.#receiver?.port ?? 0;
  }

  async stop(): Promise<void> {
    this.#timers.forEach(clearInterval);
    await this.#receiver?.close();
  }

  /** Evidence first; only what is kept is acted upon. */
  async #keep(said: JanusEvent[]): Promise<void> {
    const rows = said.flatMap((event) => this.#reader.read(event));
    await appendMediaEvents(this.#parts.sql, rows);
    this.#learn(rows);
    if (rows.some(({ event }) => event.kind === 'server-started')) void this.#checkRooms(false);
    for (const { event } of rows) {
      if (event.kind === 'published' && event.opaqueId !== null) {
        this.#parts.rooms.published(event.hearingId, event.opaqueId).catch((cause: unknown) => this.#complain('stopping media of the bench', cause));
      }
    }
    void this.#tick();
  }

  #learn(rows: readonly MediaEventRow[]): void {
    for (const { event } of rows) this.#watchOf(event.hearingId)?.add([event]);
  }

  /** Only hearings with a room here are watched. */
  #watchOf(hearingId: string): PresenceWatch | undefined {
    const known = this.#watches.get(hearingId);
    if (known || !this.#parts.rooms.rooms.some((room) => room.hearingId === hearingId)) return known;
    const watch = new PresenceWatch(hearingId, this.#parts.report);
    this.#watches.set(hearingId, watch);
    return watch;
  }

  async #lookAtPages(): Promise<void> {
    if (this.#busy.pages) return;
    this.#busy.pages = true;
    try {
      const open = new Set(this.#parts.rooms.rooms.map((room) => room.hearingId));
      for (const hearingId of this.#watches.keys()) if (!open.has(hearingId)) this.#watches.delete(hearingId);
      this.#learn(await mediaEventsOf(this.#parts.sql, [...open], Date.now() - LATE_MS));
      await this.#tick();
    } catch (cause) {
      this.#complain('looking at what pages reported', cause);
    } finally {
      this.#busy.pages = false;
    }
  }

  async #tick(): Promise<void> {
    const now = Date.now();
    await Promise.all([...this.#watches.values()].map((watch) => watch.tick(now)));
  }

  /** Rooms that a restart of Janus took are made again. After our own restart: who is still there? */
  async #checkRooms(compare: boolean): Promise<void> {
    const { rooms, media } = this.#parts;
    if (this.#busy.rooms) return;
    this.#busy.rooms = true;
    try {
      await rooms.restore();
      if (!compare) return;
      for (const { hearingId } of rooms.rooms) {
        const inRoom = new Set((await media.listParticipants(hearingId)).map(({ opaqueId }) => opaqueId));
        await this.#watchOf(hearingId)?.compare(inRoom, Date.now());
      }
    } catch (cause) {
      this.#complain('looking after the rooms', cause);
    } finally {
      this.#busy.rooms = false;
    }
  }

  #complain(what: string, cause: unknown): void {
    this.#parts.complain?.(what, cause);
  }
}
