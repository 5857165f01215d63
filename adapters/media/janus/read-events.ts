/**
 * From Janus' words to the court's raw media events. Nothing is judged here, only attributed: to a
 * hearing, a participant and a session.
 *
 * Janus names the participant on events of handles (the proxy has written it there:
 * `<hearing>|<opaque id>|<purpose>`), but not on those of sessions and sockets; which of them belong to
 * whom is remembered, and can be remembered again from what was kept (`remember`). Only the handle that
 * sends counts: what a participant watches says nothing about their presence.
 */
import { createHash } from 'node:crypto';
import type { JanusEvent } from '#adapters/media/events-receiver.ts';
import { rawMediaEventSchema, type RawMediaEvent } from '#domain/hearing/raw-media-event.ts';

export interface KeptMediaEvent {
  event: RawMediaEvent;
  /** What Janus said, word for word, without secrets; null for a page's own report. */
  raw: unknown;
}

interface Place { hearingId: string; opaqueId: string }
interface Session { transport: string | null; place: Place | null; early: JanusEvent[] }
type Words = Record<string, unknown> & { kind: RawMediaEvent['kind'] };

const TYPE = { session: 1, handle: 2, webrtc: 16, media: 32, plugin: 64, transport: 128, core: 256 } as const;
/** A session that was never attached to anything by now belongs to no participant. */
const EARLY_EVENTS = 8;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const field = (record: unknown, name: string): unknown => (typeof record === 'object' && record !== null ? (record as Record<string, unknown>)[name] : undefined);

/** The event without the seat's token, which the videoroom puts into `joined`. */
function withoutSecrets(said: JanusEvent): JanusEvent {
  const data = field(said.event, 'data');
  if (typeof data !== 'object' || data === null || !('token' in data)) return said;
  const { token: _token, ...rest } = data as Record<string, unknown>;
  return { ...said, event: { ...said.event, data: rest } };
}

export class JanusEventReader {
  readonly #mediaHost: string;
  readonly #activeHearings: () => Iterable<string>;
  readonly #sessions = new Map<number, Session>();
  /** The newest session on a seat, for the events that name the room and the id alone. */
  readonly #seats = new Map<string, number>();

  /** @param activeHearings whose rooms are on this media server: what concerns the server concerns them. */
  constructor(mediaHost: string, activeHearings: () => Iterable<string>) {
    this.#mediaHost = mediaHost;
    this.#activeHearings = activeHearings;
  }

  /** Takes up what was known when these events were kept, after a restart. In their order. */
  remember(kept: readonly KeptMediaEvent[]): void {
    for (const { raw } of kept) if (raw !== null) this.read(raw as JanusEvent);
  }

  /** @returns what is to be kept of one event; empty when it belongs to no hearing. */
  read(said: JanusEvent): KeptMediaEvent[] {
    switch (said.type) {
      case TYPE.core: return this.#core(said);
      case TYPE.transport: return this.#transport(said);
      case TYPE.session: return this.#session(said);
      case TYPE.handle: case TYPE.webrtc: case TYPE.media: case TYPE.plugin: return this.#handle(said);
      // Signalling texts (8) and what others add (other numbers) are not evidence of presence.
      default: return [];
    }
  }

  #core(said: JanusEvent): KeptMediaEvent[] {
    const status = text(said.event['status']);
    const kind = status === 'started' ? 'server-started' : status === 'shutdown' ? 'server-stopped' : null;
    // Every session has ended with the server that held it.
    if (kind === 'server-started') this.#sessions.clear();
    return kind === null ? [] : [...this.#activeHearings()].flatMap((hearingId) => this.#keep(said, { hearingId, opaqueId: null }, null, { kind }));
  }

  #transport(said: JanusEvent): KeptMediaEvent[] {
    const id = text(said.event['id']);
    if (text(field(said.event['data'], 'event')) !== 'disconnected') return [];
    const kept: KeptMediaEvent[] = [];
    for (const [number, session] of this.#sessions) {
      // Janus does not tell over which socket a session was claimed: from then on the proxy reports its end.
      if (session.transport !== id) continue;
      session.transport = null;
      if (session.place) kept.push(...this.#keep(said, session.place, number, { kind: 'transport-disconnected' }));
      else this.#sessions.delete(number);
    }
    return kept;
  }

  #session(said: JanusEvent): KeptMediaEvent[] {
    const number = said.session_id ?? 0;
    const name = text(said.event['name']);
    const transport = text(field(said.event['transport'], 'id')) || null;
    const known = this.#sessions.get(number);
    if (name === 'created') {
      this.#sessions.set(number, { transport, place: null, early: [said] });
      return [];
    }
    if (name !== 'timeout' && name !== 'destroyed') return [];
    if (!known?.place) {
      this.#sessions.delete(number);
      return [];
    }
    return this.#keep(said, known.place, number, { kind: name === 'timeout' ? 'session-timeout' : 'session-destroyed' });
  }

  #handle(said: JanusEvent): KeptMediaEvent[] {
    const data = said.type === TYPE.plugin ? said.event['data'] : undefined;
    const [hearingId, opaqueId, purpose] = text(said.opaque_id).split('|');
    if (hearingId && opaqueId) {
      if (purpose !== 'publisher') return [];
      return this.#ofPublisher(said, { hearingId, opaqueId }, said.session_id ?? null);
    }
    // `leaving` and `kicked` come without session and handle, and name room and participant.
    const place = { hearingId: text(field(data, 'room')), opaqueId: text(field(data, 'id')) };
    const session = this.#seats.get(`${place.hearingId}|${place.opaqueId}`);
    return session === undefined ? [] : this.#ofPublisher(said, place, session);
  }

  #ofPublisher(said: JanusEvent, place: Place, session: number | null): KeptMediaEvent[] {
    const early = session === null ? [] : this.#attribute(session, place);
    const words = wordsOf(said);
    // Not before it has joined: an old session on the same seat is put out first.
    if (session !== null && words?.kind === 'joined') this.#seats.set(`${place.hearingId}|${place.opaqueId}`, session);
    return words ? [...early, ...this.#keep(said, place, session, words)] : early;
  }

  /** Notes whose session it is. @returns what the session had said before that was known. */
  #attribute(number: number, place: Place): KeptMediaEvent[] {
    const session = this.#sessions.get(number) ?? { transport: null, place: null, early: [] };
    this.#sessions.set(number, session);
    if (session.place) return [];
    session.place = place;
    return session.early.splice(0, EARLY_EVENTS).flatMap((said) => this.#keep(said, place, number, { kind: 'session-created' }));
  }

  #keep(said: JanusEvent, place: { hearingId: string; opaqueId: string | null }, session: number | null, words: Words): KeptMediaEvent[] {
    const raw = withoutSecrets(said);
    const hash = createHash('sha256').update(JSON.stringify([raw, place.hearingId, place.opaqueId])).digest('hex').slice(0, 12);
    const event = rawMediaEventSchema.safeParse({
      ...words, ...place,
      // The same words at the same microsecond are the same event, however often Janus sends them.
      id: `${said.timestamp}-janus-${hash}`,
      at: Math.floor(said.timestamp / 1_000), mediaHost: this.#mediaHost, session: session === null ? null : String(session),
    });
    return event.success ? [{ event: event.data, raw }] : [];
  }
}

function wordsOf(said: JanusEvent): Words | null {
  const { event } = said;
  switch (said.type) {
    case TYPE.handle:
      return event['name'] === 'attached' ? { kind: 'handle-attached' } : event['name'] === 'detached' ? { kind: 'handle-detached' } : null;
    case TYPE.webrtc: {
      const ice = text(event['ice']);
      if (['connected', 'ready', 'disconnected', 'failed'].includes(ice)) return { kind: 'ice-state', state: ice };
      if (event['connection'] === 'webrtcup') return { kind: 'webrtc-up' };
      return event['connection'] === 'hangup' ? { kind: 'webrtc-hangup', reason: text(event['reason']) } : null;
    }
    case TYPE.media: {
      const medium = event['media'];
      const mid = text(event['mid']);
      if (typeof event['receiving'] === 'boolean') return { kind: 'media-receiving', medium, mid, receiving: event['receiving'] };
      return 'slow_link' in event ? { kind: 'slow-link', medium, mid, lostPackets: event['lost_packets'] ?? 0 } : null;
    }
    case TYPE.plugin: {
      const name = text(field(event['data'], 'event'));
      switch (name) {
        case 'joined': case 'published': case 'unpublished': case 'leaving': case 'kicked': return { kind: name };
        default: return null;
      }
    }
    default: return null;
  }
}
