/**
 * What the page tells the court about itself, as evidence beside what the media server saw: closed,
 * hidden, camera switched. Sent as beacons, which leave even while the page is being closed.
 */
import type { Medium } from '#domain/hearing/raw-media-event.ts';

export type PageReport =
  | { kind: 'leave-pressed' }
  | { kind: 'page-closed'; persisted: boolean }
  | { kind: 'page-hidden' }
  | { kind: 'page-visible' }
  | { kind: 'media-switched'; medium: Medium; on: boolean }
  | { kind: 'device-lost'; medium: Medium; reason: string }
  | { kind: 'device-restored'; medium: Medium }
  | { kind: 'client-ice-state'; state: 'connected' | 'disconnected' | 'failed' | 'closed' };

/** `arrived`: wait until the court has it, at most a second. */
export type Report = (report: PageReport, arrived?: boolean) => Promise<void>;

/** @returns how to report; nothing fails with it. */
export function reportTo(address: string): Report {
  return async (report, arrived = false) => {
    const body = new Blob([JSON.stringify({ events: [report] })], { type: 'application/json' });
    if (!arrived && navigator.sendBeacon(address, body)) return;
    await fetch(address, { method: 'POST', body, keepalive: true, signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  };
}

/** Reports the page's own life until the returned function is called. */
export function watchPage(report: Report): () => void {
  const onHide = (event: PageTransitionEvent) => void report({ kind: 'page-closed', persisted: event.persisted });
  const onVisibility = () => void report({ kind: document.visibilityState === 'hidden' ? 'page-hidden' : 'page-visible' });
  window.addEventListener('pagehide', onHide);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('pagehide', onHide);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
