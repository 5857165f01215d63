/**
 * Live changes. One server-sent-event stream a browser: the tab that holds the Web Lock reads it and tells the other
 * tabs over a BroadcastChannel; when that tab closes, another takes the lock. Without Web Locks (a page without TLS)
 * each tab reads its own stream.
 *
 * Between a read and the opening of the stream, and while it is broken, changes happen too: the stream is asked to
 * begin where the oldest read stands, or where it broke off (`live-position.ts`). Where the server cannot tell them any
 * more, everything shown is read again; what failed meanwhile always is.
 */
import { useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/contract/live-event.ts';
import { GatheredInvalidation } from '#web/api/gathered-invalidation.ts';
import { invalidatedBy } from '#web/api/live-invalidation.ts';
import { LivePosition } from '#web/api/live-position.ts';

export type Connection = 'connecting' | 'live' | 'lost';
/** `id`, `from`: positions in the order of live changes; a tab that says hello is told the newest that it missed. */
type Message =
  | { what: 'event'; event: LiveEvent; id: string }
  | { what: 'connection'; connection: 'live'; from: string }
  | { what: 'connection'; connection: 'connecting' | 'lost' }
  | { what: 'hello' };

/** Once the server has sent a sign of life, a stream silent for longer than this is dead, although the socket looks open. */
const silenceMs = 45_000;
const reconnectMs = 1_500;

let connection: Connection = 'connecting';
const position = new LivePosition();
let readAgain = (): void => undefined;
const connectionListeners = new Set<() => void>();
const eventListeners = new Set<(event: LiveEvent) => void>();

function setConnection(next: Connection): void {
  if (connection === next) return;
  connection = next;
  connectionListeners.forEach((tell) => tell());
}

/** The state of the stream, for the note that pages show while it is lost. */
export function useConnection(): Connection {
  return useSyncExternalStore((tell) => { connectionListeners.add(tell); return () => connectionListeners.delete(tell); }, () => connection);
}

/** Hears every live change beside the invalidation (for marks on what is being edited). @returns stops hearing. */
export function onLiveEvent(hear: (event: LiveEvent) => void): () => void {
  eventListeners.add(hear);
  return () => eventListeners.delete(hear);
}

/** A call of the API begins. @returns to be told the answer's position (`livePositionHeader`). */
export function beginRead(): (position: string | null) => void {
  const begunLive = position.live;
  return (answered) => { if (position.read(answered, begunLive)) readAgain(); };
}

/** Starts the stream for as long as somebody is signed in. @returns stops it. */
export function startLive(queryClient: QueryClient): () => void {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('kaiting.live') : null;
  const stopping = new AbortController();
  const stale = new GatheredInvalidation(({ queryKey, exact }) => queryClient.invalidateQueries({ queryKey, exact: exact ?? false }));
  let reads = false;
  /** Where the stream began when everything was read again: the server's word to do so has the same id. */
  let readAgainFrom: string | null = null;
  readAgain = () => void queryClient.invalidateQueries();

  const hear = (message: Message) => {
    switch (message.what) {
      case 'event':
        if (message.event.type === 'resync' && message.id === readAgainFrom) return;
        stale.add(invalidatedBy(message.event));
        eventListeners.forEach((listener) => listener(message.event));
        position.told(message.id);
        return;
      case 'connection':
        if (message.connection !== 'live') position.lost();
        else if (connection !== 'live') {
          if (position.opened(message.from)) {
            readAgainFrom = message.from;
            readAgain();
          } else void queryClient.invalidateQueries({ predicate: ({ state }) => state.isInvalidated || state.status === 'error' });
        }
        setConnection(message.connection);
        return;
      case 'hello':
        if (reads) channel?.postMessage(state());
    }
  };
  const state = (): Message => (connection === 'live' ? { what: 'connection', connection, from: position.after ?? '' } : { what: 'connection', connection });
  const tellAll = (message: Message) => {
    channel?.postMessage(message);
    hear(message);
  };
  channel?.addEventListener('message', (event: MessageEvent<Message>) => hear(event.data));
  channel?.postMessage({ what: 'hello' } satisfies Message);

  const readUntilStopped = async (): Promise<void> => {
    // The lock may be granted in the moment in which this was stopped; whoever comes next waits for it.
    if (stopping.signal.aborted) return;
    reads = true;
    await readStream(tellAll, stopping.signal);
    reads = false;
  };
  if (navigator.locks) {
    navigator.locks.request('kaiting.live', { signal: stopping.signal }, readUntilStopped).catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });
  } else void readUntilStopped();

  return () => {
    stopping.abort();
    channel?.close();
    stale.stop();
    position.forget();
    setConnection('connecting');
  };
}

/** Reads the stream, opening it again whenever it ends. Resolves when stopped. */
function readStream(tell: (message: Message) => void, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | null = null;
    let silence: number | undefined;
    let retry: number | undefined;

    const lost = () => {
      source?.close();
      window.clearTimeout(silence);
      window.clearTimeout(retry);
      tell({ what: 'connection', connection: 'lost' });
      retry = window.setTimeout(open, reconnectMs);
    };
    const open = () => {
      const { after } = position;
      source = new EventSource(after === null ? '/api/live' : `/api/live?after=${encodeURIComponent(after)}`);
      let opened = false;
      source.onerror = lost;
      source.onmessage = (message: MessageEvent<string>) => tell({ what: 'event', event: JSON.parse(message.data) as LiveEvent, id: message.lastEventId });
      source.addEventListener('alive', ({ lastEventId }: MessageEvent<string>) => {
        if (!opened) tell({ what: 'connection', connection: 'live', from: lastEventId });
        opened = true;
        window.clearTimeout(silence);
        silence = window.setTimeout(lost, silenceMs);
      });
    };
    stopped.addEventListener('abort', () => {
      source?.close();
      window.clearTimeout(silence);
      window.clearTimeout(retry);
      resolve();
    });
    open();
  });
}
