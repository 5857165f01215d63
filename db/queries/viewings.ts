/** Who looked at what (G10). Written before the thing is shown: dying in between records a look that did not happen. */
import type { Sql } from '#db/connect.ts';

export interface Viewing { personId: string; caseId: string; what: string; fileId?: string; how?: 'view' | 'download'; /** As what the person was allowed to (domain/access/looks.ts). */ why?: string; subject?: string | null }

export async function keepViewing(sql: Sql, { personId, caseId, what, fileId, how = 'view', why, subject }: Viewing): Promise<void> {
  await sql`insert into viewings (person_id, case_id, what, file_id, how, until, why, subject) values (${personId}, ${caseId}, ${what}, ${fileId ?? null}, ${how}, now(), ${why ?? null}, ${subject ?? null})`;
}

/** A player asks for a recording in parts while it plays: what follows within ten minutes is the same look, which lasts until then. */
export async function keepPlaying(sql: Sql, viewing: Viewing & Required<Pick<Viewing, 'fileId' | 'how'>>): Promise<void> {
  const { personId, fileId, how } = viewing;
  const known = await sql`
    update viewings set until = now() where id = (
      select id from viewings where person_id = ${personId} and file_id = ${fileId} and how = ${how} and coalesce(until, at) > now() - interval '10 minutes'
      order by id desc limit 1) returning id`;
  if (known.length === 0) await keepViewing(sql, viewing);
}

/** Looks that this process kept lately: a page reads again and again, and is one look. By what and whom, when. */
const lately = new Map<string, number>();
const sameLookMs = 10 * 60_000;

/** A look of the court's staff at something of a case; what follows within ten minutes is the same look. */
export async function keepStaffLook(sql: Sql, viewing: Viewing & { why: string; subject: string | null }): Promise<void> {
  const key = [viewing.personId, viewing.caseId, viewing.what, viewing.subject ?? '', viewing.why].join('/');
  const now = Date.now();
  if (now - (lately.get(key) ?? 0) < sameLookMs) return;
  if (lately.size > 20_000) lately.clear();
  lately.set(key, now);
  await keepViewing(sql, viewing).catch((error: unknown) => {
    lately.delete(key);
    throw error;
  });
}
