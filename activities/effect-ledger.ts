/**
 * Effects that must not happen twice. A row is written before the effect, so that after a crash we know that it may have
 * happened: then the outside is asked (`status`), and only if it knows nothing the effect is done (again, under the same
 * key). When the outside cannot be reached, it is asked when it can be; when it cannot say, the effect is ambiguous: that
 * is shown to operations, never silently repeated.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Sql } from '#db/connect.ts';
import { isUnreachable } from '#db/unreachable.ts';

export interface Effect<R> {
  key: string;
  kind: string;
  caseId: string;
  /** What is kept of the request: ids, no personal data. */
  request: Record<string, unknown>;
  /** Does it. An error that says it was certainly not done may be tried again. */
  act: () => Promise<R>;
  /** Asks the outside what became of the key; null when it never got it. */
  status: () => Promise<R | null>;
}

/** Does the effect once, whoever asks and however often. Answers what the outside answered the first time. */
export async function once<R>(sql: Sql, effect: Effect<R>): Promise<R> {
  const { key, kind, caseId } = effect;
  const request = sql.json(effect.request as never);
  const [mine] = await sql<{ key: string }[]>`
    insert into effects (key, kind, case_id, state, request) values (${key}, ${kind}, ${caseId}, 'intended', ${request})
    on conflict (key) do nothing returning key`;
  if (!mine) {
    const [row] = await sql<{ state: string; response: R }[]>`select state, response from effects where key = ${key}`;
    if (row?.state === 'done') return row.response;
    const found = await asked(sql, effect);
    if (found !== null) return found;
  }
  return done(sql, key, await attempted(sql, effect));
}

async function asked<R>(sql: Sql, effect: Effect<R>): Promise<R | null> {
  try {
    const found = await effect.status();
    return found === null ? null : await done(sql, effect.key, found);
  } catch (error) {
    if (isUnreachable(error)) throw error;
    throw await ambiguous(sql, effect.key, error);
  }
}

async function attempted<R>(sql: Sql, effect: Effect<R>): Promise<R> {
  try {
    return await effect.act();
  } catch (error) {
    // The error does not say whether it happened: the outside is asked before anything else.
    const found = await asked(sql, effect);
    if (found !== null) return found;
    throw error;
  }
}

async function done<R>(sql: Sql, key: string, response: R): Promise<R> {
  await sql`update effects set state = 'done', response = ${sql.json(response as never)}, done_at = now() where key = ${key}`;
  return response;
}

async function ambiguous(sql: Sql, key: string, cause: unknown): Promise<ApplicationFailure> {
  await sql`update effects set state = 'ambiguous' where key = ${key}`;
  return ApplicationFailure.create({ type: 'Ambiguous', nonRetryable: true, message: `It is not known whether ${key} happened: ${String(cause)}` });
}
