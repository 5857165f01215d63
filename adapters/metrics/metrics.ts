/**
 * Prometheus metrics of a process, on a listener of its own: loopback unless a token guards it (docs/decisions/metrics-and-traces.md). No
 * metric has an id, a name or a case in it. If the listener cannot be had, the process works without it and says so.
 */
import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Registry } from 'prom-client';

export interface MetricsAddress {
  /** Absent: no metrics. 0: any free port. */
  port: number | undefined;
  host: string;
  token: string | undefined;
}

export function metricsOf(process: 'api' | 'worker' | 'media-host'): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  return registry;
}

export interface MoreMetrics {
  /** Brings the registry up to date. */
  before?: () => Promise<void>;
  /** Further lines in Prometheus' text form (Temporal's own metrics). */
  after?: () => Promise<string>;
  /** Told when the port cannot be had. */
  complain?: (error: unknown) => void;
}

/** @returns its port, and how to end it. */
export async function serveMetrics({ port, host, token }: MetricsAddress, registry: Registry, { before, after, complain }: MoreMetrics = {}): Promise<{ port: number; end: () => Promise<void> } | undefined> {
  if (port === undefined) return undefined;
  const server = createServer((request, response) => {
    void (async () => {
      if (token !== undefined && !bears(request.headers.authorization, token)) return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
      await before?.();
      // What others have is left out where it cannot be had.
      const others = (await after?.().catch(() => '')) ?? '';
      const text = [await registry.metrics(), others].join('\n');
      response.writeHead(200, { 'content-type': registry.contentType }).end(text);
    })().catch(() => { response.writeHead(500).end(); });
  });
  try {
    await new Promise<void>((resolve, reject) => { server.once('error', reject); server.listen(port, host, resolve); });
  } catch (error) {
    // Nobody waits for metrics: the process works without them.
    complain?.(error);
    return undefined;
  }
  return {
    port: (server.address() as AddressInfo).port,
    end: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}

function bears(authorization: string | undefined, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
