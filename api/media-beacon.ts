/**
 * What a participant's page says about itself: evidence, kept word for word beside what Janus says.
 *
 * Pages send it with `navigator.sendBeacon` while they are being closed, so the answer may never be
 * read, and a beacon that never arrives is not an event. If the process dies here, that report is
 * lost; the classification then rests on what Janus saw.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { rawMediaEventSchema, type RawMediaEvent, type RawMediaEventKind } from '#domain/hearing/raw-media-event.ts';
import type { SeatedGuest } from '#api/media-proxy.ts';

/** The kinds that a page may report; everything else only Janus can say. */
const pageKinds: ReadonlySet<RawMediaEventKind> = new Set([
  'leave-pressed', 'page-closed', 'page-hidden', 'page-visible', 'media-switched', 'device-lost', 'device-restored', 'client-ice-state',
]);

const beaconSchema = z.strictObject({ events: z.array(z.looseObject({ kind: z.string() })).min(1).max(20) });

/**
 * The body of `POST /media/beacon?hearing=…`: `{ events: [{ kind, … }] }`.
 * @param at when it arrived, milliseconds since 1970: a page's own clock proves nothing.
 * @returns the raw events to keep, or null when the body is not such a report.
 */
export function pageEvents(guest: SeatedGuest, body: unknown, at: number): RawMediaEvent[] | null {
  const beacon = beaconSchema.safeParse(body);
  if (!beacon.success) return null;
  const events: RawMediaEvent[] = [];
  for (const said of beacon.data.events) {
    const event = rawMediaEventSchema.safeParse({ ...said, ...who(guest, at) });
    if (!event.success || !pageKinds.has(event.data.kind)) return null;
    events.push(event.data);
  }
  return events;
}

type ProxySays = { kind: 'client-ping' } | { kind: 'session-claimed' } | { kind: 'transport-disconnected' };

/** What the proxy itself saw of a seat's connection. `session` is Janus' number of it. */
export function proxyEvent(guest: SeatedGuest, said: ProxySays, session: number | null, at: number): RawMediaEvent {
  return { ...who(guest, at), ...said, session: session === null ? null : String(session) };
}

function who(guest: SeatedGuest, at: number) {
  const { hearingId, opaqueId, mediaHost } = guest;
  return { id: `${at}000-page-${randomUUID()}`, at, mediaHost, hearingId, opaqueId, session: null };
}
