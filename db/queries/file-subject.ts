/** What the policy must know of a stored file. */
import type { Sql } from '#db/connect.ts';
import type { Reader } from '#db/queries/task-row.ts';
import type { FileSubject } from '#domain/access/policy.ts';

/** Of the alias `f` (files): for whom a notice was made, whether evidence has been submitted, whether the access that a judge granted lasts (by the court's clock, so that no late workflow prolongs it). */
export const fileCircumstances = (sql: Reader) => sql`
  coalesce(f.made_for, (select x.person_id from notices n join participants x on x.id = n.participant_id where n.document_file_id = f.id limit 1)) as "madeFor",
  (f.purpose <> 'evidence' or exists (select from evidence e where e.file_id = f.id
    or (e.case_id = f.case_id and e.record->'formerVersions' @> jsonb_build_array(jsonb_build_object('fileId', f.id))))) as submitted,
  (f.purpose <> 'recording-access' or exists (
    select from recordings_requests r where r.file_id = f.id and r.state = 'ready'
      and r.until > now() + coalesce((select offset_ms from court_clock where id = 1), 0) * interval '1 millisecond')) as "accessInForce"`;

/** Null if there is no such file. */
export async function findFileSubject(sql: Sql, fileId: string): Promise<FileSubject | null> {
  const [file] = await sql<FileSubject[]>`
    select f.purpose, f.uploaded_by as "uploadedBy", f.case_id as "caseId", ${fileCircumstances(sql)}
    from files f where f.id = ${fileId}`;
  return file ? { ...file } : null;
}
