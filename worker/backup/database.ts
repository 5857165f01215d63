/**
 * The database as text, table by table, all of one moment; and back. It fits any later PostgreSQL and any place: nothing of
 * the server's own files is copied.
 */
import { createReadStream } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connectSql, type Sql } from '#db/connect.ts';
import { writeHashed, type FileEntry, type Manifest } from './manifest.ts';

type DatabaseManifest = Manifest['database'];
const migrations = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * A client that copies tables as streams. The court's own library for PostgreSQL does that too, but a query after a copy can
 * be left unsent there (seen with postgres 3.4).
 */
async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'kaiting backup' });
  await client.connect();
  return client;
}

/** Holds one moment of the database until `end`. */
export async function holdDatabase(url: string): Promise<{ moment: Client; end: () => Promise<void> }> {
  const moment = await connect(url);
  await moment.query('begin isolation level repeatable read, read only');
  // The snapshot is taken by the first query, not by `begin`.
  await moment.query('select pg_current_snapshot()');
  return { moment, end: () => moment.end() };
}

/** Writes every table of that moment below `folder`. */
export async function dumpDatabase(moment: Client, folder: string, told: (table: string) => void): Promise<{ database: DatabaseManifest; files: FileEntry[] }> {
  const { rows: [server] } = await moment.query<{ server_version: string }>('show server_version');
  const { rows: [last] } = await moment.query<{ when: string }>('select max(created_at)::text as "when" from drizzle.__drizzle_migrations');
  const { rows: tables } = await moment.query<{ name: string; columns: string[] }>(`
    select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by c.table_name order by c.table_name`);
  const { rows: sequences } = await moment.query<{ name: string; lastValue: string | null }>(`
    select sequencename as name, last_value::text as "lastValue" from pg_sequences where schemaname = 'public' order by 1`);
  const database: DatabaseManifest = {
    server: server?.server_version ?? '', migratedTo: Number(last?.when ?? 0), tables: [],
    sequences: sequences.flatMap(({ name, lastValue }) => (lastValue === null ? [] : [{ name, lastValue }])),
  };
  const files: FileEntry[] = [];
  for (const { name, columns } of tables) {
    told(name);
    const place = `database/${name}.copy`;
    const { rows: [counted] } = await moment.query<{ rows: string }>(`select count(*)::text as rows from public.${quoted(name)}`);
    files.push(await writeHashed(moment.query(copyTo(`copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`)), folder, place));
    database.tables.push({ name, columns, rows: Number(counted?.rows), path: place });
  }
  return { database, files };
}

/**
 * Makes the tables as they were at the backup and fills them, in one transaction. The next start migrates further.
 * @throws when the database holds anything: a court that works there would be lost
 */
export async function loadDatabase(url: string, database: DatabaseManifest, folder: string, told: (table: string) => void): Promise<void> {
  await mustBeEmpty(url);
  const sql = connectSql(url, 1);
  await migrateTo(sql, database.migratedTo).finally(() => sql.end({ timeout: 5 }));
  const client = await connect(url);
  try {
    await client.query('begin');
    // The rows fit together already; checks would want them in one order.
    await client.query('set local session_replication_role = replica');
    for (const { name, columns, rows, path: place } of database.tables) {
      told(name);
      await client.query(`delete from public.${quoted(name)}`);
      await pipeline(createReadStream(path.join(folder, place)), client.query(copyFrom(`copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`)));
      const { rows: [counted] } = await client.query<{ rows: string }>(`select count(*)::text as rows from public.${quoted(name)}`);
      if (Number(counted?.rows) !== rows) throw new Error(`The table ${name} has ${counted?.rows} rows instead of ${rows}`);
    }
    for (const { name, lastValue } of database.sequences) await client.query('select setval($1::regclass, $2::bigint)', [`public.${quoted(name)}`, lastValue]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Tables without rows are allowed: a restore that failed leaves them. */
async function mustBeEmpty(url: string): Promise<void> {
  const client = await connect(url);
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'drizzle') order by 1`);
    for (const { name } of tables) {
      const { rowCount } = await client.query(`select 1 from ${name} limit 1`);
      if (rowCount) throw new Error(`The database is not empty (${name} has rows): a court is restored into a database of its own`);
    }
  } finally {
    await client.end();
  }
}

/** The migrations up to the one that the backup was at. @throws when this build does not have it. */
async function migrateTo(sql: Sql, when: number): Promise<void> {
  const journal = JSON.parse(await readFile(path.join(migrations, 'meta/_journal.json'), 'utf8')) as { entries: { when: number }[] };
  if (!journal.entries.some((entry) => entry.when === when)) throw new Error('The backup was made by a build with other tables: restore it with that build, or a newer one');
  const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-migrations-'));
  try {
    await cp(migrations, folder, { recursive: true });
    await writeFile(path.join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.filter((entry) => entry.when <= when) }));
    await migrate(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
