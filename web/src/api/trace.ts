/**
 * The trace of a click: a write names itself in `traceparent`, and when it is answered its span is reported. Only while the
 * API says that it keeps traces (OTEL_EXPORTER_OTLP_ENDPOINT).
 */
import { tracesHeader } from '#api/contract/traces.ts';

let kept = false;
const hex = (bytes: number) => [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
/** What a path names; the span has the operation alone. */
const named = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4,}/gi;

/** @returns what to call with the answer; undefined where nothing is traced */
export function traceWrite(request: Request): ((response: Response) => void) | undefined {
  if (!kept || request.method === 'GET') return undefined;
  const [traceId, spanId, beganAt] = [hex(16), hex(8), Date.now()];
  const name = `${request.method} ${new URL(request.url).pathname.replace(named, ':id')}`;
  request.headers.set('traceparent', `00-${traceId}-${spanId}-01`);
  return ({ status }) => {
    void fetch('/api/traces', {
      method: 'POST', credentials: 'same-origin', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ traceId, spanId, name, beganAt, endedAt: Date.now(), status }),
    }).catch(() => undefined);
  };
}

export function noteTracing(response: Response): void {
  kept = response.headers.get(tracesHeader) !== null;
}
