/** Device tests of participants (G2). */
import type { Sql } from '#db/connect.ts';

/** As whom the person takes part in the case; the first, where it is in several roles. */
export async function participantIdOf(sql: Sql, caseId: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from participants where case_id = ${caseId} and person_id = ${personId} order by id limit 1`;
  return row?.id ?? null;
}
