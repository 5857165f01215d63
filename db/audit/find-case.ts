/** Which case somebody means: by its number or by its id. */
import type { Sql } from '#db/connect.ts';

/** @returns the case's id, also where only its journal is left */
export async function findCase(sql: Sql, asked: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select id from (select id::text as id, case_number from cases union select case_id::text, null from journal_heads) known
    where id = ${asked.replace(/^case-/, '')} or case_number = ${asked} limit 1`;
  return row?.id;
}

/** Every case that the database knows of, the oldest first. */
export async function allCases(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from (select case_id as id, min(recorded_at) as since from journal group by case_id
      union all select c.id, c.filed_at from cases c where not exists (select 1 from journal j where j.case_id = c.id)) known order by since, id`;
  return rows.map(({ id }) => id);
}
