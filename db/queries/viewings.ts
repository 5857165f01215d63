/** Who looked at what (G10). Written before the thing is shown: dying in between records a look that did not happen. */
import type { Sql } from '#db/connect.ts';

export async function keepViewing(sql: Sql, viewing: { personId: string; caseId: string; what: string; fileId?: string }): Promise<void> {
  await sql`insert into viewings (person_id, case_id, what, file_id) values (${viewing.personId}, ${viewing.caseId}, ${viewing.what}, ${viewing.fileId ?? null})`;
}
