/**
 * Brings the database to the newest migration. Several may start at once: an advisory lock lets one through at a time
 * (drizzle's own `migrate` fails for all but one). Dying in the middle leaves the last whole migration.
 */
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { connectSql } from '#db/connect.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const lockKey = 726_001;

export async function migrate(url: string): Promise<void> {
  const client = connectSql(url, 1);
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    await runMigrations(drizzle(client), { migrationsFolder });
    await client`select pg_advisory_unlock(${lockKey})`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set: which database shall be migrated?');
  await migrate(url);
}
