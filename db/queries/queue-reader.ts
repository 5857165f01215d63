/** Who looks at the work queue, and what of it is theirs to see: one small statement before the others. */
import type { Sql } from '#db/connect.ts';
import { absenceInForce } from '#db/queries/absences.ts';
import type { QueueReader } from '#db/queries/work-queue.ts';
import type { Viewer } from '#domain/access/policy.ts';

export async function queueReader(sql: Sql, viewer: Viewer): Promise<QueueReader> {
  const me = viewer.personId;
  const [row] = await sql<{ division: string | null; standsInFor: { personId: string; name: string }[]; takesPartIn: string[] }[]>`
    select (select s.division from staff s where s.person_id = ${me}) as division,
      array(select x.case_id from participants x where x.person_id = ${me} and x.left_at is null) as "takesPartIn",
      (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name) order by p.name, p.id), '[]') from staff_absences a join persons p on p.id = a.person_id
        where a.deputy_id = ${me} and ${absenceInForce(sql)}) as "standsInFor"`;
  return { ...viewer, division: row?.division ?? '', standsInFor: row?.standsInFor ?? [], takesPartIn: row?.takesPartIn ?? [] };
}
