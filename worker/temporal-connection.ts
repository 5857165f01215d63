/** How processes reach Temporal: one place for address, namespace, TLS and the payload codec. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, DefaultLogger, type RuntimeOptions } from '@temporalio/worker';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import type { Environment } from '#adapters/config/environment.ts';

type Temporal = Environment<'temporal'>['temporal'];

const options = (temporal: Temporal) => ({
  address: temporal.address,
  ...(temporal.tls ? { tls: true as const } : {}),
  ...(temporal.apiKey === undefined ? {} : { apiKey: temporal.apiKey }),
});

/** Tries for as long as it takes: Temporal may start after us. A failed native connection shuts the Runtime down, so it is made anew. */
export async function connectWorker(temporal: Temporal, runtime: RuntimeOptions = { logger: new DefaultLogger('WARN') }): Promise<NativeConnection> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      Runtime.install(runtime);
      return await NativeConnection.connect(options(temporal));
    } catch (error) {
      await Runtime.instance().shutdown().catch(() => undefined);
      if (attempt % 10 === 0) (runtime.logger ?? new DefaultLogger('WARN')).warn(`Temporal at ${temporal.address} does not answer yet (${String(error)})`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** A client; it connects when it is first used. */
export function temporalClient(temporal: Temporal): { client: Client; close: () => Promise<void> } {
  const connection = Connection.lazy(options(temporal));
  return { client: new Client({ connection, namespace: temporal.namespace, dataConverter: dataConverter(temporal.payloadKeys) }), close: () => connection.close() };
}
