/** Live changes under `/api/live`. */
import type { Express } from 'express';
import { livePositionHeader } from '#api/contract/live-event.ts';
import type { Access, Services } from '#api/context.ts';
import { createLiveStreams, type LiveStreams } from '#api/live/stream.ts';
import type { LiveHub } from '#api/live/hub.ts';
import { answering, signedInUser, userOf } from '#api/setup/sessions.ts';
import { sessionLives } from '#api/sign-in/current-user.ts';

export function setUpLive(app: Express, hub: LiveHub, { sql, environment }: Services, access: Access, aliveEveryMs?: number): LiveStreams {
  const demonstration = environment.court.mode === 'demonstration';
  const streams = createLiveStreams({ hub, access, demonstration, aliveEveryMs, sessionLives: (id) => sessionLives(sql, id) });
  // On every read: the newest change that it must know of. A browser whose stream begins there need not read again.
  app.use('/api', (_request, response, next) => {
    response.setHeader(livePositionHeader, hub.position());
    next();
  });
  app.get('/api/live', answering((request, response) => {
    // The demonstration's outbox is open to people who are not signed in yet.
    streams.open(request, response, demonstration ? userOf(response) : signedInUser(response));
  }));
  return streams;
}
