/** The database as a backup has it, brought into another one: whole, not into one that holds anything, and tried again after a failure. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectSql } from '#db/connect.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';
import { freshDatabase, type TestDatabase } from '#infra/testing/postgres.ts';
import { dumpDatabase, holdDatabase, loadDatabase } from './database.ts';

let court: CourtFixture;
let elsewhere: TestDatabase;
let folder: string;
beforeAll(async () => {
  [court, elsewhere, folder] = await Promise.all([openCourt(), freshDatabase(), mkdtemp(path.join(tmpdir(), 'kaiting-dump-'))]);
});
afterAll(async () => {
  await court.close();
  await elsewhere.drop();
  await rm(folder, { recursive: true, force: true });
});

test('is as it was; a database that holds anything is refused and untouched; one that a failed restore left is taken', async () => {
  await court.acceptedCase();
  const { moment, end } = await holdDatabase(court.url);
  const { database } = await dumpDatabase(moment, folder, () => undefined).finally(end);
  const load = (change: Partial<typeof database> = {}) => loadDatabase(elsewhere.url, { ...database, ...change }, folder, () => undefined);
  const oneMore = database.tables.map((table) => (table.name === 'journal' ? { ...table, rows: table.rows + 1 } : table));
  await expect(load({ tables: oneMore })).rejects.toThrow('The table journal has');
  await load();

  const restored = connectSql(elsewhere.url, 1);
  try {
    const journal = (sql: typeof restored) => sql`select stream, seq, kind, data, hash from journal order by stream, seq`;
    const before = await journal(restored);
    expect(before.length).toBeGreaterThan(2);
    expect([...before]).toEqual([...await journal(court.sql)]);
    await court.acceptedCase();
    await expect(load()).rejects.toThrow('is not empty');
    expect([...await journal(restored)]).toEqual([...before]);
  } finally {
    await restored.end({ timeout: 5 });
  }
});
