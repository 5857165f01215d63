/**
 * Keeps the rooms of one media server as they are meant to be: Janus forgets every room when it
 * restarts, and a participant's stopped media when they publish anew.
 *
 * What is meant is written to disk first (one small file a room, replaced whole), then done. If the
 * process dies between, `restore` does it at the next start; every step may be repeated.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MediaServerError, type MediaServer, type OpaqueId } from '#adapters/media/media-server.ts';

export interface KeptRoom {
  /** The hearing's id is the room's. */
  hearingId: string;
  /** `bench`: stopped in a recess (G13). */
  seats: { opaqueId: OpaqueId; bench: boolean }[];
  recording: boolean;
  benchStopped: boolean;
}

export interface RoomKeeperSettings {
  media: MediaServer;
  /** Where the files of the rooms lie. */
  stateFolder: string;
  /** Parent of the rooms' recordings. */
  recordingsFolder: string;
}

const VIDEO_BITRATE = 600_000;
const KEY_FRAME_SECONDS = 4;

export class RoomKeeper {
  readonly #settings: RoomKeeperSettings;
  readonly #rooms = new Map<string, KeptRoom>();
  /** One change a room at a time. */
  readonly #last = new Map<string, Promise<unknown>>();

  private constructor(settings: RoomKeeperSettings) {
    this.#settings = settings;
  }

  /** Reads what was meant before. */
  static async open(settings: RoomKeeperSettings): Promise<RoomKeeper> {
    const keeper = new RoomKeeper(settings);
    await mkdir(settings.stateFolder, { recursive: true });
    for (const file of await readdir(settings.stateFolder)) {
      if (!file.endsWith('.json')) continue;
      const room = JSON.parse(await readFile(join(settings.stateFolder, file), 'utf8')) as KeptRoom;
      keeper.#rooms.set(room.hearingId, room);
    }
    return keeper;
  }

  get rooms(): readonly KeptRoom[] {
    return [...this.#rooms.values()];
  }

  recordingsOf(hearingId: string): string {
    return join(this.#settings.recordingsFolder, hearingId);
  }

  /** @throws MediaServerError; what is meant is kept all the same. */
  provision(hearingId: string, seats: KeptRoom['seats']): Promise<void> {
    return this.#change(hearingId, async () => {
      const known = this.#rooms.get(hearingId);
      await this.#save({ hearingId, seats, recording: known?.recording ?? false, benchStopped: known?.benchStopped ?? false });
      await this.#make(hearingId);
    });
  }

  /** Takes a seat away and puts out who sits there. */
  unseat(hearingId: string, opaqueId: OpaqueId): Promise<void> {
    return this.#change(hearingId, async () => {
      const room = this.#room(hearingId);
      await this.#save({ ...room, seats: room.seats.filter((seat) => seat.opaqueId !== opaqueId) });
      await this.#unlessGone(hearingId, () => this.#settings.media.removeSeat(hearingId, opaqueId));
    });
  }

  /** @throws MediaServerError `not-found` when the room was never provisioned or is closed. */
  setRecording(hearingId: string, on: boolean): Promise<void> {
    return this.#change(hearingId, async () => {
      await this.#save({ ...this.#room(hearingId), recording: on });
      await this.#unlessGone(hearingId, () => this.#settings.media.setRecording(hearingId, on));
    });
  }

  /** G13: in a recess nothing of the bench goes out, whatever its browsers do. */
  setBenchMedia(hearingId: string, stopped: boolean): Promise<void> {
    return this.#change(hearingId, async () => {
      await this.#save({ ...this.#room(hearingId), benchStopped: stopped });
      await this.#unlessGone(hearingId, () => this.#stopBench(hearingId));
    });
  }

  /** Somebody published: who is meant to be silent is silenced again. */
  async published(hearingId: string, opaqueId: OpaqueId): Promise<void> {
    const room = this.#rooms.get(hearingId);
    if (!room?.benchStopped || !room.seats.some((seat) => seat.bench && seat.opaqueId === opaqueId)) return;
    await this.#change(hearingId, () => this.#settings.media.stopMedia(hearingId, opaqueId, true));
  }

  /** Ends the room; it is forgotten when Janus has ended it. Asked again, nothing is left to do. */
  close(hearingId: string): Promise<void> {
    return this.#change(hearingId, async () => {
      await this.#settings.media.destroyRoom(hearingId);
      this.#rooms.delete(hearingId);
      await rm(this.#file(hearingId), { force: true });
    });
  }

  /** Makes every room that Janus does not know. @returns the hearings whose room had to be made again. */
  async restore(): Promise<string[]> {
    const made: string[] = [];
    for (const { hearingId } of this.rooms) {
      await this.#change(hearingId, async () => {
        if (!this.#rooms.has(hearingId) || (await this.#settings.media.roomExists(hearingId))) return;
        await this.#make(hearingId);
        made.push(hearingId);
      });
    }
    return made;
  }

  async #make(hearingId: string): Promise<void> {
    const { seats, recording, benchStopped } = this.#room(hearingId);
    await this.#settings.media.createRoom({
      roomId: hearingId, seats: seats.map((seat) => seat.opaqueId), recording,
      recordingsFolder: this.recordingsOf(hearingId), videoBitrate: VIDEO_BITRATE, keyFrameSeconds: KEY_FRAME_SECONDS,
    });
    if (benchStopped) await this.#stopBench(hearingId);
  }

  async #stopBench(hearingId: string): Promise<void> {
    const { seats, benchStopped } = this.#room(hearingId);
    for (const { opaqueId, bench } of seats) if (bench) await this.#settings.media.stopMedia(hearingId, opaqueId, benchStopped);
  }

  /** Does it; if Janus has forgotten the room, makes it as it is meant, which does it too. */
  async #unlessGone(hearingId: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      if (!(cause instanceof MediaServerError) || cause.failure !== 'not-found') throw cause;
      await this.#make(hearingId);
    }
  }

  #room(hearingId: string): KeptRoom {
    const room = this.#rooms.get(hearingId);
    if (!room) throw new MediaServerError('not-found', `the hearing ${hearingId} has no room here`);
    return room;
  }

  #file(hearingId: string): string {
    return join(this.#settings.stateFolder, `${hearingId}.json`);
  }

  async #save(room: KeptRoom): Promise<void> {
    const file = this.#file(room.hearingId);
    await writeFile(`${file}.new`, JSON.stringify(room));
    await rename(`${file}.new`, file);
    this.#rooms.set(room.hearingId, room);
  }

  #change<T>(hearingId: string, run: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(hearingId) ?? Promise.resolve()).then(run);
    this.#last.set(hearingId, mine.catch(() => undefined));
    return mine;
  }
}
