// A database of its own for a test.
import { randomBytes } from 'node:crypto';
import postgres from 'postgres';

export interface TestDatabase {
  /** postgres:// address of an empty database. */
  url: string;
  /** Ends all its connections and removes it. */
  drop(): Promise<void>;
}

/** Makes an empty database on the test run's server. Migrations are the caller's. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = process.env.KAITING_TEST_DATABASE;
  if (!server) throw new Error('No test database: run the tests through jest, whose set-up starts one.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
