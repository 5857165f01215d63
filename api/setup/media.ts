/** The hearing room's two ways in: the socket to Janus, and what pages report about themselves. */
import type { IncomingMessage, Server } from 'node:http';
import express, { type Express } from 'express';
import type { Sql } from '#db/connect.ts';
import { appendMediaEvents } from '#db/queries/media-events.ts';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import type { CurrentUser, Services } from '#api/context.ts';
import { invalid, notFound } from '#api/errors.ts';
import { pageEvents } from '#api/media-beacon.ts';
import { installMediaProxy, type MediaAuthorisation, type SeatedGuest } from '#api/media-proxy.ts';
import { answering, signedInUser } from '#api/setup/sessions.ts';
import type { AskWho } from '#api/sign-in/current-user.ts';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';

/** Media hosts that listen hear of a new event at once; the others find it when they look. */
const mediaChannel = 'kaiting_media';
const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The person's seat while the hearing's room is open. */
async function seatOf(sql: Sql, user: CurrentUser, hearingId: string | null): Promise<SeatedGuest | null> {
  if (hearingId === null || !isUuid(hearingId) || !user.verified) return null;
  const [seat] = await sql<{ opaqueId: string; roomId: string; mediaHost: string }[]>`
    select s.opaque_id as "opaqueId", r.room_id as "roomId", r.media_host as "mediaHost"
    from seats s join rooms r on r.hearing_id = s.hearing_id
    where s.hearing_id = ${hearingId} and s.person_id = ${user.personId} and r.state = 'open'`;
  return seat ? { kind: 'seat', hearingId, personId: user.personId, ...seat } : null;
}

async function keep(sql: Sql, events: readonly RawMediaEvent[]): Promise<void> {
  await appendMediaEvents(sql, events.map((event) => ({ event, raw: null })));
  for (const hearingId of new Set(events.map((event) => event.hearingId))) await sql`select pg_notify(${mediaChannel}, ${hearingId})`;
}

const hearingOf = (url: string | undefined) => new URL(url ?? '/', 'http://court').searchParams.get('hearing');

/** `POST /media/beacon?hearing=…` (also under `/api`). */
export function setUpMediaReports(app: Express, { sql }: Services): void {
  app.post(['/media/beacon', '/api/media/beacon'], express.json({ limit: 16 * 1024 }), answering(async (request, response) => {
    const guest = await seatOf(sql, signedInUser(response), hearingOf(request.originalUrl));
    if (!guest) throw notFound();
    const events = pageEvents(guest, request.body as unknown, Date.now());
    if (!events) throw invalid([]);
    await keep(sql, events);
    response.status(204).end();
  }));
}

/** @returns a function that closes every connection. */
export function setUpMediaSocket(server: Server, { sql, environment, log }: Services, askWho: AskWho, origins: readonly string[]): () => void {
  const { janusUrl, apiSecret, adminKey } = environment.media;
  const mediaServer = createJanusMediaServer({ url: janusUrl, apiSecret, adminKey });
  return installMediaProxy(server, {
    janusUrl, apiSecret, adminKey, origins,
    async authorise(request: IncomingMessage): Promise<MediaAuthorisation | null> {
      const { user } = await askWho(request.headers);
      if (!user) return null;
      const hearingId = hearingOf(request.url);
      return hearingId === null ? { kind: 'self-test', personId: user.personId } : seatOf(sql, user, hearingId);
    },
    vacateSeat: (roomId, opaqueId) => mediaServer.vacateSeat(roomId, opaqueId),
    keep: (event) => keep(sql, [event]),
    onRefused: (guest, verb, reason) => log.warn({ personId: guest.personId, verb, reason }, 'a frame to Janus was refused'),
  });
}
