/** Counts tries in the database, so that several API processes count together. */
import { randomUUID } from 'node:crypto';
import type { Sql } from '#db/connect.ts';

/** @returns counts `tries` of `key` (one, if not said); false when there were more than `max` within a minute. */
export const createAttempts = (sql: Sql) => async (key: string, max: number, tries = 1): Promise<boolean> => {
  const now = Date.now();
  const [row] = await sql<{ count: number }[]>`
    insert into auth_rate_limits as r (id, key, count, last_request) values (${randomUUID()}, ${key}, ${tries}, ${now})
    on conflict (key) do update set
      count = case when r.last_request < ${now - 60_000} then excluded.count else r.count + excluded.count end,
      last_request = case when r.last_request < ${now - 60_000} then ${now} else r.last_request end
    returning count`;
  return row !== undefined && row.count <= max;
};
export type Attempts = ReturnType<typeof createAttempts>;
