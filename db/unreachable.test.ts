import { expect, test } from '@jest/globals';
import { connectDb, connectSql } from '#db/connect.ts';
import { sql as query } from 'drizzle-orm';
import { isUnreachable } from './unreachable.ts';

const refused = async (work: PromiseLike<unknown>): Promise<unknown> => Promise.resolve(work).then(() => { throw new Error('it was answered'); }, (error: unknown) => error);

test('a database that is away is known behind every wrapping', async () => {
  const sql = connectSql('postgres://nobody@127.0.0.1:1/nothing', 1);
  const { db, end } = connectDb('postgres://nobody@127.0.0.1:1/nothing', 1);
  expect(isUnreachable(await refused(sql`select 1`))).toBe(true);
  expect(isUnreachable(await refused(db.execute(query`select 1`)))).toBe(true);
  await Promise.all([sql.end(), end()]);
});

test.each([
  [{ code: '57P03' }, true], [{ code: 14, details: 'no connection' }, true], [{ code: '23505' }, false], [new Error('a mistake'), false],
  [Object.assign(new Error('no file'), { code: 'ENOENT', syscall: 'open' }), false], [null, false],
])('%p', (error, expected) => {
  expect(isUnreachable(error)).toBe(expected);
});
