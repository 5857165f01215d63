/** Comments on tasks, oldest first. */
import type { Sql } from '#db/connect.ts';

export async function commentsOf(sql: Sql, taskId: string) {
  const rows = await sql<{ id: string; person_id: string; name: string; text: string; at: Date }[]>`
    select c.id, c.person_id, p.name, c.text, c.at from task_comments c join persons p on p.id = c.person_id where c.task_id = ${taskId} order by c.at, c.id`;
  return rows.map((row) => ({ commentId: row.id, by: { personId: row.person_id, name: row.name }, text: row.text, at: row.at.toISOString() }));
}

/** @returns false when that id is another comment's */
export async function keepComment(sql: Sql, comment: { id: string; taskId: string; caseId: string; personId: string; text: string; at: Date }): Promise<boolean> {
  await sql`insert into task_comments (id, task_id, case_id, person_id, text, at)
    values (${comment.id}, ${comment.taskId}, ${comment.caseId}, ${comment.personId}, ${comment.text}, ${comment.at}) on conflict (id) do nothing`;
  return (await sql`select from task_comments where id = ${comment.id} and task_id = ${comment.taskId} and person_id = ${comment.personId} and text = ${comment.text}`).length > 0;
}
