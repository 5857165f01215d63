// The stack's database: made empty at the first start, migrated at every start.
//
// If the process dies between the two, the next start migrates; a migration is one transaction.
import path from 'node:path';
import postgres from 'postgres';
import { setTimeout as wait } from 'node:timers/promises';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { databaseUrl, type Cluster } from '#infra/parts/postgres-cluster.ts';
import { run } from '#infra/parts/programs.ts';
import { typescriptLoader } from './plans.ts';
import { processEnvironment } from './prepare.ts';

/** Makes the database `kaiting` of the cluster when it is not there. */
export async function createDatabase(cluster: Cluster): Promise<void> {
  const sql = postgres(databaseUrl(cluster, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    await whenRecovered(() => sql`select 1`);
    const there = await sql`select 1 from pg_database where datname = 'kaiting'`;
    if (there.length === 0) await sql`create database kaiting`;
  } finally {
    await sql.end();
  }
}

/** Brings the tables up to date (db/migrate.ts, which takes a lock: several starters may do this at once). */
export async function migrate(environment: Record<string, string>): Promise<void> {
  await run(process.execPath, [typescriptLoader, path.join(repositoryFolder, 'db/migrate.ts')], { cwd: repositoryFolder, env: processEnvironment(environment) });
}

/** A server that was killed replays its log first, and answers 57P03 (cannot connect now) until then. */
async function whenRecovered(query: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await query();
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '57P03' || attempt > 600) throw error;
      await wait(100);
    }
  }
}
