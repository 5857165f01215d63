/**
 * `GET /api/live`: live changes as server-sent events. A person hears only of what they may know of; the answer of the
 * policy is remembered for a connection and asked again when the case changes. The stream ends with the session.
 *
 * If the process dies here, the browser comes back with the last id that it heard, or with the position of its oldest read.
 */
import type { Request, Response } from 'express';
import { createAudience } from '#api/live/audience.ts';
import type { LiveEvent } from '#api/contract/live-event.ts';
import type { Access, CurrentUser } from '#api/context.ts';
import type { LiveHub, NumberedEvent } from '#api/live/hub.ts';

export interface StreamSettings {
  hub: LiveHub;
  access: Access;
  /** Asked at every sign of life. */
  sessionLives(sessionId: string): Promise<boolean>;
  demonstration: boolean;
  aliveEveryMs?: number;
}

/** More than this waiting for one browser: it is told to fetch anew instead. */
const LONGEST_QUEUE = 500;
const MOST_BUFFERED_BYTES = 1_000_000;
const REMEMBER_MS = 60_000;
/** More than this missed by one that comes back: to fetch anew is less than to ask the policy of each. */
const MOST_CAUGHT_UP = 100;

/** Tasks that the event is about. */
function tasksIn(event: Extract<LiveEvent, { caseId: string }>): string[] {
  switch (event.type) {
    case 'journal': return [...event.opened, ...event.closed];
    case 'claim': case 'comment': return [event.taskId];
    case 'transcript': case 'presence': return [];
  }
}

export interface LiveStreams {
  /** Opens a stream; `user` is null for the demonstration's outbox page, which hears of the outbox and the clock alone. */
  open(request: Request, response: Response, user: CurrentUser | null): void;
  /** Ends all of them. */
  close(): void;
}

export function createLiveStreams({ hub, access, sessionLives, demonstration, aliveEveryMs = 15_000 }: StreamSettings): LiveStreams {
  const ends = new Set<() => void>();
  const audience = createAudience(access);
  const close = () => { for (const end of [...ends]) end(); };
  // An open stream says that what is shown is up to date. The browsers see that it is not, and come back until it is.
  hub.onDeaf(close);

  const open = (request: Request, response: Response, user: CurrentUser | null) => {
    if (hub.deaf()) {
      response.status(503).set('retry-after', '2').end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    const known = new Map<string, { may: boolean; at: number }>();
    let queue: NumberedEvent[] = [];
    let working = false;
    let ended = false;

    const end = () => {
      if (ended) return;
      ended = true;
      ends.delete(end);
      unsubscribe();
      clearInterval(alive);
      response.end();
    };

    /** The event as this person hears it; null for what they do not hear of. */
    const heardOf = async (event: LiveEvent): Promise<LiveEvent | null> => {
      switch (event.type) {
        case 'resync': return event;
        case 'clock': return event;
        case 'outbox': return demonstration ? event : null;
        case 'journal':
        case 'transcript':
        case 'claim':
        case 'presence': {
          if (!user) return null;
          const { caseId } = event;
          const before = known.get(caseId);
          const tasks = user.roles.length === 0 ? [] : tasksIn(event);
          // A change of the case may be the one that makes it known to this person, or hides it.
          const fresh = before === undefined || event.type === 'journal' || Date.now() - before.at >= REMEMBER_MS;
          if (!fresh && (before.may || tasks.length === 0)) return before.may ? event : null;
          const { knows, tasks: [taskId] } = await audience(user, caseId, tasks);
          known.set(caseId, { may: knows, at: Date.now() });
          // Work for one of the person's roles comes, goes or is claimed, in a case that they have nothing else to do with: they hear of the task alone.
          return knows ? event : taskId === undefined ? null : { type: 'claim', caseId, taskId };
        }
        case 'comment': {
          if (!user || user.roles.length === 0) return null;
          return (await audience(user, event.caseId, [event.taskId])).tasks.length > 0 ? event : null;
        }
      }
    };

    const send = ({ id, event }: NumberedEvent) => {
      response.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      if (response.writableLength > MOST_BUFFERED_BYTES) end();
    };

    const work = async () => {
      if (working) return;
      working = true;
      try {
        for (let next = queue.shift(); next && !ended; next = queue.shift()) {
          const event = await heardOf(next.event);
          if (event && !ended) send({ id: next.id, event });
        }
      } catch {
        // The policy cannot be asked (no database): the browser comes back and fetches anew.
        end();
      } finally {
        working = false;
      }
    };

    const take = (event: NumberedEvent) => {
      if (queue.length >= LONGEST_QUEUE) queue = [{ id: event.id, event: { type: 'resync' } }];
      else queue.push(event);
      void work();
    };

    const stillThere = async () => {
      response.write('event: alive\ndata: {}\n\n');
      if (user && !(await sessionLives(user.sessionId).catch(() => true))) end();
    };

    const unsubscribe = hub.subscribe(take);
    const alive = setInterval(() => void stillThere(), aliveEveryMs);
    ends.add(end);
    request.on('close', end);
    response.on('error', end);

    const { after } = request.query;
    const lastHeard = request.get('last-event-id') ?? (typeof after === 'string' ? after : undefined);
    const since = lastHeard === undefined ? [] : hub.since(lastHeard);
    const missed = since !== null && since.length <= MOST_CAUGHT_UP ? since : null;
    // The first sign of life says from where on everything is told: what was read before that may be older.
    const from = lastHeard === undefined || missed === null ? hub.position() : lastHeard;
    response.write(`: live changes\n\nid: ${from}\nevent: alive\ndata: {}\n\n`);
    if (missed === null) send({ id: from, event: { type: 'resync' } });
    else missed.forEach(take);
  };

  return { open, close };
}
