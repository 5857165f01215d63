/**
 * What people read of a case, made again from the journal alone, beside what the tables hold: `kaiting reconcile` compares
 * the two, `kaiting rebuild` writes the first over the second.
 *
 * The projections run unchanged, into temporary tables that stand before the real ones, in a transaction that is read-only
 * from then on: a projection of a table that is not named in `projectedTables` fails here instead of changing anything.
 * If the process dies: the transaction is gone, and with it the temporary tables.
 */
import postgres from 'postgres';
import type { JournalEntry } from '#domain/journal/entries.ts';
import type { Sql } from '#db/connect.ts';
import { projected, projectedTables, type Tx } from '#db/projector/projections.ts';
import { restoreClaims } from '#db/queries/claims.ts';
import { searchTextAnew } from '#db/projector/search-text.ts';

export type ProjectedTable = (typeof projectedTables)[number];
export type Row = Readonly<Record<string, postgres.JSONValue>>;

/** One row that is not as the journal makes it. `column` is null where the whole row is missing or should not be there. */
export interface RowDifference {
  table: ProjectedTable;
  key: string;
  column: string | null;
  /** What the journal says; undefined: no such row. */
  expected: postgres.JSONValue | undefined;
  found: postgres.JSONValue | undefined;
}

/** Rows of each projected table, by key. */
export type ProjectedRows = ReadonlyMap<ProjectedTable, ReadonlyMap<string, Row>>;

/**
 * Columns that are people's convenience and not the case's: the API writes them (an exception of the design), the journal
 * does not know them, and a rebuild leaves them as they are.
 */
export const conveniences: Partial<Record<ProjectedTable, readonly string[]>> = {
  tasks: ['claimed_by', 'claimed_at', 'search_text'],
  // Made from names and texts that the journal does not hold.
  cases: ['search_text', 'card'],
};

/** Tables whose rows a projection touches but does not make: they get an empty shadow, so that the real ones stay untouched. */
export const touchedTables = ['files', 'filings', 'transcript_versions', 'claim_seals'] as const;

export interface JournalRow { stream: string; seq: number; kind: string; at: string; caseId: string; data: unknown }

/** Entries of a case's journals in an order in which they can have been written: within a stream by number, streams as they arrived. */
export async function journalOf(sql: Sql | Tx, caseId: string): Promise<JournalRow[]> {
  return sql<JournalRow[]>`
    select stream, seq, kind, at, case_id as "caseId", data from (
      select *, max(recorded_at) over (partition by stream order by seq) as arrived from journal where case_id = ${caseId}) ordered
    order by arrived, stream, seq`;
}

/**
 * Connections for shadows alone. Statements are not prepared: one that was prepared for the real table would not see the
 * temporary one that stands before it.
 */
export type Shadows = { readonly shadows: Sql };
export const connectShadows = (url: string): Shadows => ({ shadows: postgres(url, { max: 1, prepare: false, idle_timeout: 60, onnotice: () => undefined, connect_timeout: 5 }) });

/** What the projections make of these entries. @throws when an entry cannot be projected (a kind that this build does not know) */
export async function projectedFrom({ shadows }: Shadows, entries: readonly JournalRow[]): Promise<ProjectedRows> {
  return rolledBack(shadows, async (tx) => {
    await shadow(tx, entries);
    return rowsOf(tx, 'pg_temp');
  });
}

/** What the tables hold of a case now. */
export async function projectedNow(sql: Sql | Tx, caseId: string): Promise<ProjectedRows> {
  return rowsOf(sql, 'public', caseId);
}

/** Every difference, in the order of the tables. */
export function differencesOf(expected: ProjectedRows, found: ProjectedRows): RowDifference[] {
  return projectedTables.flatMap((table) => {
    const [should, is] = [expected.get(table) ?? new Map<string, Row>(), found.get(table) ?? new Map<string, Row>()];
    const ignored = new Set(conveniences[table]);
    return [...new Set([...should.keys(), ...is.keys()])].sort().flatMap((key): RowDifference[] => {
      const [right, actual] = [should.get(key), is.get(key)];
      if (!right || !actual) return [{ table, key, column: null, expected: right as postgres.JSONValue | undefined, found: actual as postgres.JSONValue | undefined }];
      return Object.keys(right)
        .filter((column) => !ignored.has(column) && JSON.stringify(right[column]) !== JSON.stringify(actual[column]))
        .map((column) => ({ table, key, column, expected: right[column], found: actual[column] }));
    });
  });
}

/**
 * Writes what the journal says over what the tables hold, for one case, in one transaction: rows that should not be there
 * go, missing ones come, wrong columns are set right; what people's convenience wrote stays.
 * @returns what was different before; nothing is written when nothing was.
 */
export async function rebuildCase(sql: Sql, shadows: Shadows, caseId: string): Promise<RowDifference[]> {
  return sql.begin(async (tx) => {
    // Nobody appends to the case while it is rebuilt: the projector takes the same locks.
    await tx`select 1 from journal_heads where case_id = ${caseId} order by stream for update`;
    const expected = await projectedFrom(shadows, await journalOf(tx, caseId));
    const found = await projectedNow(tx, caseId);
    const differences = differencesOf(expected, found);
    for (const [table, key] of new Map(differences.map(({ table, key }) => [`${table}/${key}`, [table, key] as const])).values()) {
      await setRight(tx, table, expected.get(table)?.get(key), found.get(table)?.get(key));
    }
    if (differences.length > 0) for (const statement of [...searchTextAnew(tx, caseId), restoreClaims(tx, caseId)]) await statement;
    return differences;
  });
}

async function setRight(tx: Tx, table: ProjectedTable, right: Row | undefined, actual: Row | undefined): Promise<void> {
  const keys = await keyColumns(tx, table);
  const convenient = conveniences[table] ?? [];
  const row = right ? { ...right, ...Object.fromEntries(convenient.map((column) => [column, actual?.[column] ?? right[column]])) } : undefined;
  if (actual) await tx`delete from ${tx(table)} t where (select jsonb_object_agg(k, to_jsonb(t) -> k) from unnest(${keys}::text[]) k) = ${tx.json(Object.fromEntries(keys.map((key) => [key, actual[key]])) as postgres.JSONValue)}`;
  if (row) await tx`insert into ${tx(table)} select * from jsonb_populate_record(null::${tx(table)}, ${tx.json(row as postgres.JSONValue)})`;
}

async function rolledBack<T>(sql: Sql, within: (tx: Tx) => Promise<T>): Promise<T> {
  let value: { of: T } | undefined;
  const nothingRemains = new Error('rolled back on purpose');
  await sql.begin(async (tx) => {
    value = { of: await within(tx) };
    throw nothingRemains;
  }).catch((error: unknown) => { if (error !== nothingRemains) throw error; });
  if (!value) throw new Error('The shadow was not made');
  return value.of;
}

async function shadow(tx: Tx, entries: readonly JournalRow[]): Promise<void> {
  for (const table of [...projectedTables, ...touchedTables]) await tx`create temporary table ${tx(table)} (like public.${tx(table)} including all) on commit drop`;
  await tx`set transaction read only`;
  for (const { stream, ...entry } of entries) for (const statement of projected(tx, entry as JournalEntry, stream)) await statement;
}

async function rowsOf(sql: Sql | Tx, schema: 'pg_temp' | 'public', caseId?: string): Promise<ProjectedRows> {
  const tables = await Promise.all(projectedTables.map(async (table) => {
    const keys = await keyColumns(sql, table);
    const rows = await sql<{ key: string; row: Row }[]>`
      select array_to_string(array(select to_jsonb(t) ->> k from unnest(${keys}::text[]) k), '/') as key, to_jsonb(t) as row from ${sql(schema)}.${sql(table)} t
      ${caseId === undefined ? sql`` : sql`where ${sql(table === 'cases' ? 'id' : 'case_id')} = ${caseId}`}`;
    return [table, new Map(rows.map(({ key, row }) => [key, row]))] as const;
  }));
  return new Map(tables);
}

/** The primary key's columns, in order. */
async function keyColumns(sql: Sql | Tx, table: string): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select a.attname as name from pg_index i join unnest(i.indkey) with ordinality as part(attnum, place) on true
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.attnum
    where i.indrelid = ('public.' || ${table})::regclass and i.indisprimary order by part.place`;
  return rows.map(({ name }) => name);
}
