/** The Runtime of a worker: Temporal's own lines go into this process's log, its metrics to this process's listener. */
import { createServer } from 'node:net';
import { makeTelemetryFilterString, type LogMetadata, type RuntimeOptions } from '@temporalio/worker';
import type { Logger } from 'pino';

/** @param metricsPort loopback port of Temporal's own metrics; undefined: none */
export function runtimeOptions(log: Logger, metricsPort: number | undefined): RuntimeOptions {
  const at = (name: 'warn' | 'error') => (message: string, meta?: LogMetadata) => log[name](plain(meta), message);
  const nothing = () => undefined;
  return {
    logger: {
      log: (name, message, meta) => { if (name === 'WARN' || name === 'ERROR') at(name === 'WARN' ? 'warn' : 'error')(message, meta); },
      trace: nothing, debug: nothing, info: nothing, warn: at('warn'), error: at('error'),
    },
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
      ...(metricsPort === undefined ? {} : { metrics: { prometheus: { bindAddress: `127.0.0.1:${metricsPort}` } } }),
    },
  };
}

/** Without what cannot be written as JSON. */
function plain(meta: LogMetadata = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(meta).map(([key, value]) => [key, typeof value === 'bigint' ? String(value) : value instanceof Error ? { type: value.name, message: value.message, stack: value.stack } : value]));
}

/** A free loopback port: Temporal's exporter cannot choose one itself. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export const temporalMetrics = (port: number) => async (): Promise<string> => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
