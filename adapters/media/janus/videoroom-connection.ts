/**
 * One short conversation with Janus' videoroom: connect, ask, end.
 *
 * janus-gateway-js 2.0.2 is kept behind this page, because measured by itself
 * - a core error (403, 458, 464) rejects nothing: it is only an `error` event of the session;
 * - nothing rejects when the socket closes, and the library never reconnects;
 * - an `error` event without a listener becomes an unhandled rejection;
 * - `getPluginData` gives null for false;
 * - a request that is never answered leaves a timer of 30 s behind, a keepalive runs on for ever.
 * Here every call ends within its time, by an answer or by a `MediaServerError`.
 *
 * If the process dies in the middle: Janus forgets the session; each request is safe to repeat.
 */
import { randomUUID } from 'node:crypto';
import janus, { type Gateway } from 'janus-gateway-js';
import { MediaServerError, type MediaServerFailure } from '#adapters/media/media-server.ts';

export interface JanusAddress {
  url: string;
  apiSecret: string;
  /** Milliseconds that one request may take. */
  timeoutMs?: number;
}

/** Sends one request and resolves to the plugin's data. Requests go one after the other. */
export type Ask = (body: Record<string, unknown>) => Promise<Record<string, unknown>>;

const failureOfCode: Record<number, MediaServerFailure> = {
  403: 'refused', 458: 'not-found', 459: 'not-found', 460: 'unavailable', 464: 'invalid',
  426: 'not-found', 427: 'conflict', 428: 'not-found', 432: 'conflict', 433: 'refused', 436: 'conflict',
};

function asFailure(cause: unknown, what: string): MediaServerError {
  if (cause instanceof MediaServerError) return cause;
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' ? message : 'no reason given';
  if (typeof code !== 'number') return new MediaServerError('unavailable', `Janus, ${what}: ${text}`);
  return new MediaServerError(failureOfCode[code] ?? 'invalid', `Janus, ${what}: ${text} (${code})`, code);
}

/** Ends requests that will never be answered, and with them the library's timers. */
function abandonTransactions(gateway: Gateway): void {
  for (const transaction of Object.values(gateway.getTransactions().list)) {
    transaction.promise.catch(() => undefined);
    transaction.execute({ getError: () => ({ reason: 'abandoned', code: 0 }) }).catch(() => undefined);
  }
}

/**
 * Opens a conversation, hands it to `converse`, and ends it whatever happens.
 * @throws MediaServerError
 */
export async function withPlugin<T>(address: JanusAddress, plugin: string, converse: (ask: Ask) => Promise<T>): Promise<T> {
  const timeoutMs = address.timeoutMs ?? 5_000;
  const connection = new janus.Connection(randomUUID(), address.url, { apisecret: address.apiSecret, keepalive: false });
  const gateways: Gateway[] = [connection];
  let ending = false;
  let failCurrent: ((cause: unknown) => void) | undefined;
  const listen = (gateway: Gateway) => gateway.on('error', (cause) => failCurrent?.(cause));
  listen(connection);
  connection.on('close', () => {
    if (!ending) failCurrent?.(new MediaServerError('unavailable', 'Janus closed the connection'));
  });

  /** Runs one step so that it ends by its answer, an error event, the socket's end or the clock. */
  const step = async <R>(what: string, run: () => Promise<R>): Promise<R> => {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<R>((resolve, reject) => {
        failCurrent = reject;
        timer = setTimeout(() => reject(new MediaServerError('unavailable', `Janus, ${what}: no answer in ${timeoutMs} ms`)), timeoutMs);
        run().then(resolve, reject);
      });
    } catch (cause) {
      throw asFailure(cause, what);
    } finally {
      clearTimeout(timer);
      failCurrent = undefined;
    }
  };

  try {
    await step('connecting', () => connection.open());
    const session = await step('creating a session', () => connection.createSession());
    gateways.push(session);
    listen(session);
    const handle = await step(`attaching to ${plugin}`, () => session.attachPlugin(plugin));
    gateways.push(handle);
    listen(handle);
    const result = await converse((body) => step(String(body['request'] ?? plugin), async () => {
      if (connection.isClosed()) throw new MediaServerError('unavailable', 'Janus closed the connection');
      const answer = await handle.sendWithTransaction({ body });
      return answer.getPlainMessage().plugindata?.data ?? {};
    }));
    ending = true;
    // A refusal to end the session costs nothing: Janus ends it with the socket.
    await step('ending the session', () => session.destroy()).catch(() => undefined);
    return result;
  } finally {
    ending = true;
    gateways.forEach(abandonTransactions);
    await connection.close().catch(() => undefined);
  }
}
