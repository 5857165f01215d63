/**
 * What the others send: one Janus handle that subscribes to everybody, one stream a participant.
 *
 * A subscription is renegotiated whenever somebody comes or goes; one negotiation runs at a time, and
 * what changed meanwhile is asked for in the next.
 */
import { answer, attach, send, type Handle, type JanusSession, type Jsep, type Message } from '#web/room/janus-library.ts';

export interface RemoteFeed {
  opaqueId: string;
  /** The same object as long as the participant stays: give it to a video element once. */
  stream: MediaStream;
  /** False when nothing has arrived for a moment: show it at once, the legal state follows. */
  flowing: boolean;
}

interface PublishedStream { mid: string; type: string; disabled?: boolean }
export interface Publisher { id: string; streams?: PublishedStream[] }
interface SubscribedStream { mid: string; feed_id?: string; active?: boolean; type: string }

const RETRY_MS = 1_000;
const NEGOTIATION_MS = 6_000;

export class RemoteFeeds {
  readonly #session: JanusSession;
  readonly #privateId: number;
  readonly #changed: () => void;
  readonly #published = new Map<string, string[]>();
  readonly #subscribed = new Set<string>();
  readonly #streams: Map<string, MediaStream>;
  #received = new Map<string, number>();
  #flowing = new Set<string>();
  #layout: SubscribedStream[] = [];
  #handle: Handle | null = null;
  #negotiating = false;
  #negotiationTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** `streams` outlive this object, so that a video element keeps its source over a reconnect. */
  constructor(session: JanusSession, privateId: number, streams: Map<string, MediaStream>, changed: () => void) {
    this.#session = session;
    this.#privateId = privateId;
    this.#streams = streams;
    this.#changed = changed;
  }

  list(): RemoteFeed[] {
    return [...this.#published.keys()].sort().map((opaqueId) => {
      const stream = this.#streamOf(opaqueId);
      return { opaqueId, stream, flowing: stream.getTracks().some((track) => this.#flowing.has(track.id)) };
    });
  }

  /** Once a second: which tracks have brought anything since the last time? A browser does not tell by itself. */
  async measure(): Promise<void> {
    const connection = this.#handle?.webrtcStuff.pc;
    const received = new Map<string, number>();
    (await connection?.getStats())?.forEach((entry: { type: string; trackIdentifier?: string; bytesReceived?: number }) => {
      if (entry.type === 'inbound-rtp' && entry.trackIdentifier) received.set(entry.trackIdentifier, entry.bytesReceived ?? 0);
    });
    const flowing = new Set([...received].filter(([track, bytes]) => bytes > (this.#received.get(track) ?? 0)).map(([track]) => track));
    const same = flowing.size === this.#flowing.size && [...flowing].every((track) => this.#flowing.has(track));
    this.#received = received;
    this.#flowing = flowing;
    if (!same) this.#changed();
  }

  appeared(publishers: readonly Publisher[]): void {
    for (const { id, streams } of publishers) {
      const mids = (streams ?? []).filter((stream) => stream.disabled !== true).map((stream) => stream.mid);
      // Also said of somebody who only found a new network path: nothing to subscribe to anew.
      if (mids.join() !== this.#published.get(id)?.join()) this.#subscribed.delete(id);
      this.#published.set(id, mids);
    }
    this.#changed();
    void this.#sync();
  }

  disappeared(opaqueId: string): void {
    this.#published.delete(opaqueId);
    this.#subscribed.delete(opaqueId);
    this.#arrange();
  }

  /** New network paths for what is subscribed to. */
  restart(): void {
    if (this.#handle && this.#subscribed.size > 0) void send(this.#handle, { request: 'configure', restart: true }).catch(() => this.#rebuild());
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#negotiationTimer);
    this.#handle?.detach({ noRequest: !this.#session.isConnected() });
    this.#handle = null;
  }

  async #sync(): Promise<void> {
    if (this.#closed || this.#negotiating) return;
    const missing = [...this.#published].filter(([id]) => !this.#subscribed.has(id));
    const streams = missing.flatMap(([feed, mids]) => mids.map((mid) => ({ feed, mid })));
    if (streams.length === 0) return;
    this.#negotiating = true;
    this.#negotiationTimer = setTimeout(() => this.#rebuild(), NEGOTIATION_MS);
    for (const [id] of missing) this.#subscribed.add(id);
    try {
      if (this.#handle) {
        await send(this.#handle, { request: 'update', subscribe: streams });
      } else {
        this.#handle = await attach(this.#session, 'videoroom', 'subscriber', {
          onmessage: (message, jsep) => void this.#onMessage(message, jsep).catch(() => this.#rebuild()),
          onremotetrack: (track) => {
            for (const event of ['mute', 'unmute', 'ended']) track.addEventListener(event, this.#changed);
            this.#arrange();
          },
          webrtcState: (up) => { if (!up) this.#rebuild(); },
          iceState: (state) => { if (state === 'failed') this.restart(); },
        });
        await send(this.#handle, { request: 'join', ptype: 'subscriber', private_id: this.#privateId, streams });
      }
    } catch {
      this.#rebuild();
    }
  }

  async #onMessage(message: Message, jsep?: Jsep): Promise<void> {
    if (message['error_code'] !== undefined) throw new Error(String(message.error));
    if (Array.isArray(message['streams'])) this.#layout = message['streams'] as SubscribedStream[];
    const handle = this.#handle;
    if (jsep && handle) {
      const reply = await answer(handle, jsep);
      await send(handle, { request: 'start' }, reply);
    }
    this.#arrange();
    if (message['videoroom'] === 'attached' || message['videoroom'] === 'updated') this.#negotiated();
  }

  #negotiated(): void {
    clearTimeout(this.#negotiationTimer);
    this.#negotiating = false;
    void this.#sync();
  }

  /** Starts the subscription over: the way out of every failure. */
  #rebuild(): void {
    if (this.#closed) return;
    clearTimeout(this.#negotiationTimer);
    this.#negotiating = true;
    const old = this.#handle;
    this.#handle = null;
    this.#layout = [];
    this.#subscribed.clear();
    old?.detach({ noRequest: !this.#session.isConnected() });
    this.#negotiationTimer = setTimeout(() => this.#negotiated(), RETRY_MS);
    this.#arrange();
  }

  #streamOf(opaqueId: string): MediaStream {
    const known = this.#streams.get(opaqueId);
    if (known) return known;
    const stream = new MediaStream();
    this.#streams.set(opaqueId, stream);
    return stream;
  }

  /** Puts every arriving track into its sender's stream. */
  #arrange(): void {
    const transceivers = this.#handle?.webrtcStuff.pc?.getTransceivers() ?? [];
    const tracksOf = new Map<string, MediaStreamTrack[]>();
    for (const { mid, feed_id, active } of this.#layout) {
      const track = transceivers.find((transceiver) => transceiver.mid === mid)?.receiver.track;
      if (track && feed_id !== undefined && active !== false) tracksOf.set(feed_id, [...(tracksOf.get(feed_id) ?? []), track]);
    }
    for (const [opaqueId, stream] of this.#streams) {
      const wanted = tracksOf.get(opaqueId) ?? [];
      for (const track of stream.getTracks()) if (!wanted.includes(track)) stream.removeTrack(track);
      for (const track of wanted) if (!stream.getTracks().includes(track)) stream.addTrack(track);
    }
    this.#changed();
  }
}
