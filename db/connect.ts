/**
 * Connections to PostgreSQL. drizzle changes the client it is given, so raw SQL and LISTEN use their own.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Sql = postgres.Sql;
export type Db = PostgresJsDatabase;

/** A pool for raw SQL. `max` connections; idle ones close after a minute. */
export const connectSql = (url: string, max = 10): Sql => postgres(url, { max, idle_timeout: 60, onnotice: () => undefined, connect_timeout: 5 });

/**
 * A statement goes to the first connection that is free. Left to itself the client sends up to a hundred behind those that still
 * run: what takes a millisecond then waits for whatever is slow on the connection that it happened to get. Only for pools
 * without transactions: the client would never reserve a connection for one.
 */
const oneAtATime = { max_pipeline: 0 };

/**
 * A pool for few statements that are asked often and planned at length: each is planned once a connection, for any values. Not
 * for statements whose best way depends on the values, and not for transactions.
 */
export const connectPlanned = (url: string, max: number): Sql =>
  postgres(url, { ...oneAtATime, max, idle_timeout: 60, onnotice: () => undefined, connect_timeout: 5, connection: { plan_cache_mode: 'force_generic_plan', max_parallel_workers_per_gather: 0 } });

/** A pool behind drizzle, and how to end it. */
export const connectDb = (url: string, max = 10): { db: Db; end: () => Promise<void> } => {
  const client = connectSql(url, max);
  return { db: drizzle(named(client)), end: () => client.end({ timeout: 5 }) };
};

/**
 * drizzle sends statements without a name, and each then takes two trips: one for its types, one to run it. With a name,
 * as raw SQL has them, the first trip is made once a connection.
 */
function named(client: Sql): Sql {
  const begin = client.begin.bind(client) as (within: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;
  return Object.assign(client, {
    unsafe: naming(client),
    begin: (within: (tx: postgres.TransactionSql) => unknown) => begin((tx) => within(namedWithin(tx))),
  });
}

function namedWithin(tx: postgres.TransactionSql): postgres.TransactionSql {
  const savepoint = tx.savepoint.bind(tx) as (within: (inner: postgres.TransactionSql) => unknown) => Promise<unknown>;
  return Object.assign(tx, {
    unsafe: naming(tx),
    savepoint: (within: (inner: postgres.TransactionSql) => unknown) => savepoint((inner) => within(namedWithin(inner))),
  });
}

function naming({ unsafe }: Pick<Sql, 'unsafe'>): Sql['unsafe'] {
  // Without parameters it goes as it is, in one trip; such a text may hold several statements.
  return (query, parameters, options) => unsafe(query, parameters, parameters?.length ? { ...options, prepare: true } : options);
}
