/** Who looked at what (G10). Written before the thing is shown: dying in between records a look that did not happen. */
import type { Sql } from '#db/connect.ts';

export interface Viewing { personId: string; caseId: string; what: string; fileId?: string; how?: 'view' | 'download' }

export async function keepViewing(sql: Sql, { personId, caseId, what, fileId, how = 'view' }: Viewing): Promise<void> {
  await sql`insert into viewings (person_id, case_id, what, file_id, how, until) values (${personId}, ${caseId}, ${what}, ${fileId ?? null}, ${how}, now())`;
}

/** A player asks for a recording in parts while it plays: what follows within ten minutes is the same look, which lasts until then. */
export async function keepPlaying(sql: Sql, viewing: Required<Viewing>): Promise<void> {
  const { personId, fileId, how } = viewing;
  const known = await sql`
    update viewings set until = now() where id = (
      select id from viewings where person_id = ${personId} and file_id = ${fileId} and how = ${how} and coalesce(until, at) > now() - interval '10 minutes'
      order by id desc limit 1) returning id`;
  if (known.length === 0) await keepViewing(sql, viewing);
}
