/**
 * Connections to PostgreSQL. drizzle changes the client it is given, so raw SQL and LISTEN use their own.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Sql = postgres.Sql;
export type Db = PostgresJsDatabase;

/** A pool for raw SQL. `max` connections; idle ones close after a minute. */
export const connectSql = (url: string, max = 10): Sql => postgres(url, { max, idle_timeout: 60, onnotice: () => undefined, connect_timeout: 5 });

/** A pool behind drizzle, and how to end it. */
export const connectDb = (url: string, max = 10): { db: Db; end: () => Promise<void> } => {
  const client = connectSql(url, max);
  return { db: drizzle(client), end: () => client.end({ timeout: 5 }) };
};
