/** As whom somebody takes part in a case. */
import type { Sql } from '#db/connect.ts';

/** The first, where it is in several roles; null if not at all, or no longer. */
export async function participantIdOf(sql: Sql, caseId: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from participants where case_id = ${caseId} and person_id = ${personId} and left_at is null order by id limit 1`;
  return row?.id ?? null;
}
