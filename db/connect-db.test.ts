/** What drizzle sends has a name, in and out of transactions, and means the same as without. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { freshDatabase, type TestDatabase } from '#infra/testing/postgres.ts';
import { connectDb } from './connect.ts';

let database: TestDatabase;
let court: ReturnType<typeof connectDb>;
beforeAll(async () => {
  database = await freshDatabase();
  // One connection: a prepared statement is known to its own alone.
  court = connectDb(database.url, 1);
});
afterAll(async () => {
  await court.end();
  await database.drop();
});

const prepared = async (text: string): Promise<number> =>
  (await court.db.execute(sql.raw(`select 1 from pg_prepared_statements where statement like '%${text}%' and statement not like '%pg_prepared%'`))).length;

test('a statement is prepared once, however often it is sent', async () => {
  for (const number of [1, 2, 3]) expect([...await court.db.execute(sql`select ${number}::int as outside`)]).toEqual([{ outside: number }]);
  expect(await prepared('as outside')).toBe(1);
});

test('so it is in a transaction and in one inside it; what is thrown there undoes it', async () => {
  await court.db.execute(sql`create table kept (number int)`);
  await court.db.transaction(async (tx) => {
    await tx.execute(sql`insert into kept values (${1}::int)`);
    await expect(tx.transaction(async (inner) => {
      await inner.execute(sql`insert into kept values (${2}::int + 0)`);
      throw new Error('no');
    })).rejects.toThrow('no');
  });
  await expect(court.db.transaction(async (tx) => {
    await tx.execute(sql`insert into kept values (${3}::int)`);
    throw new Error('neither');
  })).rejects.toThrow('neither');
  expect([...await court.db.execute(sql`select number from kept`)]).toEqual([{ number: 1 }]);
  expect([await prepared('::int)'), await prepared('::int + 0')]).toEqual([1, 1]);
});

test('a text of several statements without parameters still goes', async () => {
  await court.db.execute(sql.raw('create table one (a int); create table two (b int)'));
  expect([...await court.db.execute(sql`select count(*)::int as tables from pg_tables where tablename = any(${sql.param(['one', 'two'])})`)]).toEqual([{ tables: 2 }]);
});
