/**
 * A participant's connection to the hearing room, free of any framework.
 *
 *     const connection = new HearingConnection({ hearingId });
 *     connection.subscribe(() => render(connection.snapshot()));   // fits useSyncExternalStore
 *     await connection.enter();
 *
 * It comes back by itself: a lost socket is opened anew and its Janus session claimed, media find a
 * new path (ICE restart), and when Janus has forgotten the session, everything is joined from the
 * start. Camera and microphone stay taken throughout.
 */
import { LocalMedia, type MediaProblem } from '#web/room/local-media.ts';
import {
  accept, attach, claimSession, endSession, giveUpSocket, heardFrom, offer, openSession, send, within,
  type Handle, type JanusSession, type Jsep, type Message,
} from '#web/room/janus-library.ts';
import { reportTo, watchPage, type Report } from '#web/room/page-reports.ts';
import { RemoteFeeds, type Publisher, type RemoteFeed } from '#web/room/remote-feeds.ts';

export type { MediaProblem } from '#web/room/local-media.ts';
export type { RemoteFeed } from '#web/room/remote-feeds.ts';

export type ConnectionState =
  | { kind: 'outside' }
  | { kind: 'entering' }
  | { kind: 'joined' }
  /** `since` in milliseconds of the page's clock. */
  | { kind: 'reconnecting'; since: number; attempts: number }
  /** Put out: the seat was taken on another device, or was taken away. `enter()` takes it back if it may. */
  | { kind: 'displaced' }
  | { kind: 'left' };

/** How one's own media get through, as far as the page can tell. */
export type Network = 'good' | 'weak' | 'lost';

export interface HearingSnapshot {
  state: ConnectionState;
  network: Network;
  /** The own picture and sound; mute the element that shows it. */
  local: MediaStream;
  camera: boolean;
  microphone: boolean;
  /** Devices that cannot be used, with the browser's reason. */
  problems: readonly MediaProblem[];
  /** Everybody else who sends, by opaque id. */
  feeds: readonly RemoteFeed[];
}

export interface HearingConnectionOptions {
  hearingId: string;
  /** Address of the API's proxy; `/media/janus?hearing=…` of this origin when absent. */
  socketAddress?: string;
  /** Where the page reports about itself; `/media/beacon?hearing=…` when absent. */
  beaconAddress?: string;
  /** STUN and TURN servers of the court; none on one's own network. */
  iceServers?: RTCIceServer[];
}

const WATCH_MS = 1_000;
/** Looks in vain, more than two unanswered keepalives: the socket is dead. A page that stood still itself has looked once. */
const SILENT_LOOKS = 6;
const LOST_PATH_MS = 3_000;
const PUBLISH_MS = 10_000;
const RETRY_MS = [300, 1_000, 2_000, 3_000] as const;
const WEAK_MS = 10_000;

export class HearingConnection {
  readonly #socketAddress: string;
  readonly #iceServers: RTCIceServer[];
  readonly #report: Report;
  readonly #media: LocalMedia;
  readonly #listeners = new Set<() => void>();
  readonly #remoteStreams = new Map<string, MediaStream>();
  #state: ConnectionState = { kind: 'outside' };
  #snapshot: HearingSnapshot;
  #session: JanusSession | null = null;
  #publisher: Handle | null = null;
  #feeds: RemoteFeeds | null = null;
  #pathLostAt: number | null = null;
  #pathRestarts = 0;
  #silentLooks = 0;
  #weakUntil = 0;
  #watch: ReturnType<typeof setInterval> | undefined;
  #unwatchPage: (() => void) | undefined;
  #recovering = false;
  #wake: (() => void) | undefined;
  #onJoined: ((message: Message) => void) | undefined;
  #onFailed: ((cause: Error) => void) | undefined;

  constructor(options: HearingConnectionOptions) {
    const query = `hearing=${encodeURIComponent(options.hearingId)}`;
    const socket = new URL(options.socketAddress ?? `/media/janus?${query}`, location.href);
    socket.protocol = socket.protocol === 'https:' || socket.protocol === 'wss:' ? 'wss:' : 'ws:';
    // Its own address tells this connection's sockets from another's in the same page.
    socket.searchParams.set('connection', crypto.getRandomValues(new Uint32Array(1)).join());
    this.#socketAddress = socket.href;
    this.#iceServers = options.iceServers ?? [];
    this.#report = reportTo(options.beaconAddress ?? `/media/beacon?${query}`);
    this.#media = new LocalMedia(this.#report, (replaced) => {
      if (replaced) this.#replaceTrack(replaced);
      this.#changed();
    });
    this.#snapshot = this.#look();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  snapshot = (): HearingSnapshot => this.#snapshot;

  /** Takes camera and microphone and joins; resolves when joined for the first time. It keeps trying until `leave()`. */
  async enter(): Promise<void> {
    const { kind } = this.#state;
    if (kind === 'entering' || kind === 'joined' || kind === 'reconnecting') return;
    this.#become({ kind: 'entering' });
    if (this.#media.tracks.length === 0) await this.#media.take();
    this.#unwatchPage = watchPage(this.#report);
    window.addEventListener('online', this.#hurry);
    window.addEventListener('pageshow', this.#hurry);
    this.#watch = setInterval(() => this.#lookAfter(), WATCH_MS);
    await this.#recover();
  }

  /** Leaves the room on purpose, says so, and gives camera and microphone back. */
  async leave(): Promise<void> {
    if (this.#state.kind === 'left' || this.#state.kind === 'outside') return;
    this.#become({ kind: 'left' });
    this.#stopWatching();
    // First the intention, then the act: so it stands in the record.
    await this.#report({ kind: 'leave-pressed' }, true);
    const publisher = this.#publisher;
    if (publisher) await send(publisher, { request: 'leave' }).catch(() => undefined);
    await this.#drop();
    this.#media.release();
  }

  setCamera(on: boolean): void {
    this.#media.switch('video', on);
  }

  setMicrophone(on: boolean): void {
    this.#media.switch('audio', on);
  }

  /** Everything from the socket to the first answer about media, or a rejection. */
  async #join(): Promise<void> {
    await this.#drop();
    const session = await openSession(this.#socketAddress, this.#iceServers, (lost) => {
      if (lost === this.#session) void this.#recover();
    });
    this.#session = session;
    const publisher = await attach(session, 'videoroom', 'publisher', {
      onmessage: (message, jsep) => this.#onMessage(message, jsep),
      iceState: (state) => this.#onIceState(state),
      webrtcState: (up) => { if (!up && publisher === this.#publisher) void this.#recover(true); },
      slowLink: () => { this.#weakUntil = Date.now() + WEAK_MS; this.#changed(); },
    });
    this.#publisher = publisher;
    const joined = await within<Message>(PUBLISH_MS, 'joining', (resolve, reject) => {
      this.#onJoined = resolve;
      this.#onFailed = reject;
      send(publisher, { request: 'join', ptype: 'publisher' }).catch(reject);
    });
    this.#feeds = new RemoteFeeds(session, Number(joined['private_id']), this.#remoteStreams, this.#changed);
    this.#feeds.appeared((joined['publishers'] ?? []) as Publisher[]);
    if (this.#media.tracks.length > 0) {
      const jsep = await offer(publisher, { tracks: this.#media.tracks });
      await send(publisher, { request: 'publish' }, jsep);
    }
  }

  #onMessage(message: Message, jsep?: Jsep): void {
    if (message['error_code'] !== undefined) this.#onFailed?.(new Error(String(message.error)));
    if (message['videoroom'] === 'joined') this.#onJoined?.(message);
    if (message['leaving'] === 'ok' && message['reason'] === 'kicked') void this.#beDisplaced();
    else if (typeof message['leaving'] === 'string' && message['leaving'] !== 'ok') this.#feeds?.disappeared(message['leaving']);
    if (typeof message['unpublished'] === 'string' && message['unpublished'] !== 'ok') this.#feeds?.disappeared(message['unpublished']);
    if (Array.isArray(message['publishers']) && message['videoroom'] === 'event') this.#feeds?.appeared(message['publishers'] as Publisher[]);
    if (message['videoroom'] === 'destroyed') void this.#recover(true);
    if (jsep && this.#publisher) accept(this.#publisher, jsep).catch(() => void this.#recover(true));
  }

  #onIceState(state: string): void {
    if (state === 'connected' || state === 'completed') {
      if (this.#pathLostAt !== null) void this.#report({ kind: 'client-ice-state', state: 'connected' });
      this.#pathLostAt = null;
      this.#pathRestarts = 0;
    } else if (state === 'disconnected' || state === 'failed' || state === 'closed') {
      this.#pathLostAt ??= Date.now();
      void this.#report({ kind: 'client-ice-state', state });
    }
    this.#changed();
  }

  /** Once a second: is the socket alive, do media have a path? */
  #lookAfter(): void {
    if (this.#state.kind !== 'joined') return;
    void this.#feeds?.measure().catch(() => undefined);
    this.#silentLooks = heardFrom(this.#socketAddress) ? 0 : this.#silentLooks + 1;
    if (this.#silentLooks > SILENT_LOOKS) void this.#recover();
    else if (this.#pathLostAt !== null && Date.now() - this.#pathLostAt > LOST_PATH_MS) {
      // One restart; when the same wait passes again in vain, everything is joined anew.
      this.#pathLostAt = Date.now();
      if (this.#pathRestarts++ === 0) this.#restartPaths().catch(() => this.#recover(true));
      else void this.#recover(true);
    }
    if (this.#weakUntil !== 0 && Date.now() > this.#weakUntil) {
      this.#weakUntil = 0;
      this.#changed();
    }
  }

  async #restartPaths(): Promise<void> {
    const publisher = this.#publisher;
    if (!publisher) return;
    this.#feeds?.restart();
    if (this.#media.tracks.length === 0) return;
    const jsep = await offer(publisher, { iceRestart: true });
    await send(publisher, { request: 'configure' }, jsep);
  }

  /** Comes back: by a claim while Janus knows the session, else from the start; again and again until it works. */
  async #recover(fromTheStart = false): Promise<void> {
    if (this.#recovering || this.#state.kind === 'left' || this.#state.kind === 'displaced') return;
    this.#recovering = true;
    const since = Date.now();
    let claimable = !fromTheStart && this.#session !== null;
    giveUpSocket(this.#socketAddress);
    this.#silentLooks = 0;
    for (let attempts = 0; this.#wanted(); attempts++) {
      if (this.#state.kind !== 'entering') this.#become({ kind: 'reconnecting', since, attempts });
      try {
        if (claimable && this.#session) {
          await claimSession(this.#session);
          await this.#restartPaths();
        } else {
          await this.#join();
        }
        if (this.#wanted()) this.#become({ kind: 'joined' });
        break;
      } catch (cause) {
        // Janus has answered and does not know the session: only a new one helps.
        if (claimable && /no such session/i.test(String(cause))) claimable = false;
        else if (claimable && Date.now() - since > 60_000) claimable = false;
        giveUpSocket(this.#socketAddress);
        await this.#pause(RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 3_000);
      }
    }
    this.#recovering = false;
  }

  #wanted(): boolean {
    return this.#state.kind === 'entering' || this.#state.kind === 'joined' || this.#state.kind === 'reconnecting';
  }

  async #beDisplaced(): Promise<void> {
    this.#become({ kind: 'displaced' });
    this.#stopWatching();
    await this.#drop();
  }

  /** Ends what there is of a session; camera and microphone stay. */
  async #drop(): Promise<void> {
    this.#feeds?.close();
    this.#feeds = null;
    this.#publisher = null;
    this.#pathLostAt = null;
    this.#pathRestarts = 0;
    const session = this.#session;
    this.#session = null;
    if (session) await endSession(session);
    giveUpSocket(this.#socketAddress);
  }

  #replaceTrack(track: MediaStreamTrack): void {
    const sender = this.#publisher?.webrtcStuff.pc?.getTransceivers().find((transceiver) => transceiver.receiver.track.kind === track.kind)?.sender;
    // A medium that was never sent has no place in the connection: it is negotiated from the start.
    if (sender) void sender.replaceTrack(track);
    else if (this.#state.kind === 'joined') void this.#recover(true);
  }

  #hurry = (): void => {
    this.#wake?.();
  };

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, milliseconds);
    });
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#unwatchPage?.();
    window.removeEventListener('online', this.#hurry);
    window.removeEventListener('pageshow', this.#hurry);
    this.#wake?.();
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    this.#changed();
  }

  #changed = (): void => {
    this.#snapshot = this.#look();
    this.#listeners.forEach((listener) => listener());
  };

  #look(): HearingSnapshot {
    const lost = this.#state.kind === 'reconnecting' || this.#pathLostAt !== null;
    return {
      state: this.#state,
      network: lost ? 'lost' : Date.now() < this.#weakUntil ? 'weak' : 'good',
      local: this.#media.stream,
      camera: this.#media.on.video,
      microphone: this.#media.on.audio,
      problems: this.#media.problems,
      feeds: this.#feeds?.list() ?? [],
    };
  }
}
