/**
 * Watches one hearing: from the raw events to the transitions that its workflow hears of (G12).
 *
 * Nothing is kept here that the events do not hold: after a restart the whole is classified anew from
 * what was kept, and the present state of everybody is reported again, which changes nothing twice.
 */
import { classify, type Presence } from '#domain/hearing/presence.ts';
import type { RawMediaEvent, RawMediaEventKind } from '#domain/hearing/raw-media-event.ts';
import type { PresenceChanged } from '#domain/messages/messages.ts';

/** Said often, and of no use to the classification. */
const uninteresting: ReadonlySet<RawMediaEventKind> = new Set(['client-ping', 'slow-link']);
/** A reload is away for less; a beacon that tells the cause arrives within it. */
const SETTLED_MS = 1_000;

export type ReportPresence = (hearingId: string, change: PresenceChanged) => Promise<void>;

export class PresenceWatch {
  readonly #hearingId: string;
  readonly #report: ReportPresence;
  readonly #events = new Map<string, RawMediaEvent>();
  readonly #reported = new Map<string, Presence['state']>();
  /** Seen to be gone, while the events still say present; until something new is said of them. */
  readonly #overruled = new Set<string>();
  #ticking: Promise<void> | null = null;

  constructor(hearingId: string, report: ReportPresence) {
    this.#hearingId = hearingId;
    this.#report = report;
  }

  /** The same event twice counts once. */
  add(events: readonly RawMediaEvent[]): void {
    for (const event of events) {
      if (uninteresting.has(event.kind) || this.#events.has(event.id)) continue;
      this.#events.set(event.id, event);
      if (event.opaqueId !== null) this.#overruled.delete(event.opaqueId);
    }
  }

  /** Classifies as of `now`, and reports who has come or gone. What cannot be reported is tried again with the next tick. */
  tick(now: number): Promise<void> {
    // One at a time: while Temporal does not answer, the next ones wait for nothing.
    this.#ticking ??= this.#tick(now).catch(() => undefined).finally(() => { this.#ticking = null; });
    return this.#ticking;
  }

  /**
   * After a restart: whoever counts as present and is not in the room has gone while nobody watched.
   * The events that say why may still come.
   */
  async compare(inRoom: ReadonlySet<string>, now: number): Promise<void> {
    for (const [opaqueId, presence] of Object.entries(this.#classified(now))) {
      if (presence.state === 'present' && !inRoom.has(opaqueId)) {
        this.#overruled.add(opaqueId);
        await this.#tell(opaqueId, { ...presence, state: 'away', cause: 'unknown', since: now });
      }
    }
  }

  #classified(now: number): Readonly<Record<string, Presence>> {
    return classify([...this.#events.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), now);
  }

  async #tick(now: number): Promise<void> {
    for (const [opaqueId, presence] of Object.entries(this.#classified(now))) {
      const before = this.#reported.get(opaqueId);
      if (presence.state === before || this.#overruled.has(opaqueId)) continue;
      // Who was never there has not gone.
      if (presence.state === 'away' && (presence.cause === 'not-joined' || now - presence.since < SETTLED_MS)) continue;
      await this.#tell(opaqueId, presence);
    }
  }

  async #tell(opaqueId: string, presence: Presence): Promise<void> {
    await this.#report(this.#hearingId, {
      opaqueId, state: presence.state, ...(presence.cause === null ? {} : { cause: presence.cause }),
      at: new Date(presence.since).toISOString(), evidence: [...presence.evidence],
    });
    this.#reported.set(opaqueId, presence.state);
  }
}
