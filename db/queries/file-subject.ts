/** What the policy must know of a stored file. */
import type { Sql } from '#db/connect.ts';
import type { Reader } from '#db/queries/task-row.ts';
import type { FileSubject } from '#domain/access/policy.ts';

/** Of the alias `f` (files): for whom a notice was made, and whether evidence has been submitted. */
export const fileCircumstances = (sql: Reader) => sql`
  coalesce(f.made_for, (select x.person_id from notices n join participants x on x.id = n.participant_id where n.document_file_id = f.id limit 1)) as "madeFor",
  (f.purpose <> 'evidence' or exists (select from evidence e where e.file_id = f.id)) as submitted`;

/** Null if there is no such file. */
export async function findFileSubject(sql: Sql, fileId: string): Promise<FileSubject | null> {
  const [file] = await sql<FileSubject[]>`
    select f.purpose, f.uploaded_by as "uploadedBy", f.case_id as "caseId", ${fileCircumstances(sql)}
    from files f where f.id = ${fileId}`;
  return file ? { ...file } : null;
}
