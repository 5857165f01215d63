/**
 * Live changes. One server-sent-event stream a browser: the tab that holds the Web Lock reads it and tells the other
 * tabs over a BroadcastChannel; when that tab closes, another takes the lock. Without Web Locks (a page without TLS)
 * each tab reads its own stream.
 *
 * Between a read and the opening of the stream, and while it is broken, changes may have been missed: whenever it has
 * opened, everything shown is read again.
 */
import { useSyncExternalStore } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/contract/live-event.ts';
import { invalidatedBy } from '#web/api/live-invalidation.ts';

export type Connection = 'connecting' | 'live' | 'lost';
type Message = { what: 'event'; event: LiveEvent } | { what: 'connection'; connection: Connection } | { what: 'hello' };

/** Once the server has sent a sign of life, a stream silent for longer than this is dead, although the socket looks open. */
const silenceMs = 45_000;
const reconnectMs = 1_500;

let connection: Connection = 'connecting';
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

/** Starts the stream for as long as somebody is signed in. @returns stops it. */
export function startLive(queryClient: QueryClient): () => void {
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('kaiting.live') : null;
  const stopping = new AbortController();
  let reads = false;

  const hear = (message: Message) => {
    switch (message.what) {
      case 'event':
        for (const { queryKey, exact } of invalidatedBy(message.event)) void queryClient.invalidateQueries({ queryKey, exact: exact ?? false });
        eventListeners.forEach((listener) => listener(message.event));
        return;
      case 'connection':
        // What was read before the stream was there may have changed before it was.
        if (message.connection === 'live' && connection !== 'live') void queryClient.invalidateQueries();
        setConnection(message.connection);
        return;
      case 'hello':
        if (reads) channel?.postMessage({ what: 'connection', connection } satisfies Message);
    }
  };
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
      source = new EventSource('/api/live');
      source.onopen = () => tell({ what: 'connection', connection: 'live' });
      source.onerror = lost;
      source.onmessage = (message: MessageEvent<string>) => tell({ what: 'event', event: JSON.parse(message.data) as LiveEvent });
      source.addEventListener('alive', () => {
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
