/**
 * The loopback listener that Janus' event handler posts to.
 *
 * Janus repeats a post only when the connection fails, never for a status: so the answer is 200 after
 * the events are kept, and when keeping them fails the connection is cut without an answer.
 * If the process dies between keeping and answering, the same events come again: `keep` is told of
 * them twice, and must not mind.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';

/** One event as Janus said it. The fields are Janus' own; see its documentation of event handlers. */
export interface JanusEvent {
  type: number;
  /** Microseconds; see `normalise-events.ts`. */
  timestamp: number;
  session_id?: number;
  handle_id?: number;
  opaque_id?: string;
  event: Record<string, unknown>;
}

export interface EventsReceiverSettings {
  port: number;
  /** Loopback unless Janus is elsewhere. */
  host?: string;
  /** The credentials that Janus was configured with. */
  user: string;
  password: string;
  /** Called for one post after the other, in Janus' order. A rejection makes Janus send it again. */
  keep(events: JanusEvent[]): Promise<void>;
}

const MAX_BODY_BYTES = 20_000_000;
const digest = (text: string) => createHash('sha256').update(text).digest();

function isAuthorised(request: IncomingMessage, { user, password }: EventsReceiverSettings): boolean {
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(expected));
}

async function read(request: IncomingMessage): Promise<JanusEvent[]> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MAX_BODY_BYTES) throw new Error('too large');
    parts.push(part as Buffer);
  }
  const said: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
  const list = Array.isArray(said) ? said : [said];
  return list.filter((event): event is JanusEvent => {
    const { type, timestamp, event: content } = event as Partial<JanusEvent>;
    return typeof type === 'number' && typeof timestamp === 'number' && typeof content === 'object' && content !== null;
  });
}

/** Starts listening. @returns how to stop; posts in progress end first. */
export async function startEventsReceiver(settings: EventsReceiverSettings): Promise<{ port: number; close(): Promise<void> }> {
  let last: Promise<void> = Promise.resolve();
  const server: Server = createServer((request, response) => {
    if (!isAuthorised(request, settings)) {
      response.writeHead(401).end();
      return;
    }
    read(request).then(
      (events) => {
        last = last.then(() => settings.keep(events)).then(() => void response.writeHead(200).end(), () => void request.socket.destroy());
      },
      // What cannot be read would not be better the second time.
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : settings.port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    }),
  };
}
