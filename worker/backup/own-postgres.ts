/** The data folder's own PostgreSQL, run for as long as something is done with it. The watchdog ends it if this process dies. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { postgres } from '#infra/parts/postgres.ts';
import { databaseUrl, type Cluster } from '#infra/parts/postgres-cluster.ts';
import { createDatabase } from '#infra/stack/database.ts';
import { postgresPlan } from '#infra/stack/plans.ts';
import { Child } from '#infra/supervision/child.ts';
import { freePorts } from '#infra/supervision/ports.ts';
import { startWatchdog } from '#infra/supervision/watchdog.ts';

/** Starts it (and makes it where it is not there), does the work, and ends it. */
export async function withOwnPostgres<T>(dataDir: string, settings: Pick<Cluster, 'folder' | 'password'>, work: (url: string) => Promise<T>): Promise<T> {
  const bin = await programs();
  const [port = 0] = await freePorts(1);
  const cluster: Cluster = { ...settings, bin, port };
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  const watchdog = startWatchdog();
  const server = new Child(await postgresPlan(cluster, path.join(dataDir, 'logs', 'postgres.log')), { watchdog, onProcess: () => {}, say: () => {} });
  try {
    await server.start();
    await createDatabase(cluster);
    return await work(databaseUrl(cluster, 'kaiting'));
  } finally {
    await server.stop();
    await watchdog.close();
  }
}

/** Whatever DATABASE_URL says: that is another server. */
async function programs(): Promise<string> {
  const found = await postgres.find();
  if (found) return found.path;
  await postgres.install(() => {});
  const installed = await postgres.find();
  if (!installed) throw new Error(`PostgreSQL's programs are not there. ${postgres.advice}`);
  return installed.path;
}
