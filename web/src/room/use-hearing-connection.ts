import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { HearingConnection, type HearingSnapshot } from '#web/room/janus-client.ts';

export interface RoomConnection {
  connection: HearingConnection;
  snapshot: HearingSnapshot;
}

/** One connection for as long as the page shows this hearing. Leaving the page in any way gives camera and microphone back. */
export function useHearingConnection(hearingId: string): RoomConnection {
  const connection = useMemo(() => new HearingConnection({ hearingId }), [hearingId]);
  const snapshot = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const shown = useRef<HearingConnection | null>(null);
  useEffect(() => {
    shown.current = connection;
    return () => {
      shown.current = null;
      // React may take an effect away and put it back at once (strict mode): only a page that stays away leaves.
      queueMicrotask(() => { if (shown.current !== connection) void connection.leave(); });
    };
  }, [connection]);
  return { connection, snapshot };
}

/** Seconds since an instant of the page's clock, counted up while it is shown. */
export function useSecondsSince(since: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? 0 : Math.max(0, Math.floor((now - since) / 1_000));
}
