/** Who looked at what, when, and as what they were allowed to (G10): over all cases, newest first. One page at a time. */
import { wordAllowedAs } from '#domain/access/looks.ts';
import { wordViewing } from '#domain/journal/wording.ts';
import type { Sql } from '#db/connect.ts';

export interface LooksFilter { person?: string; caseId?: string; from?: string; to?: string; staffOnly: boolean; after?: string; limit: number }

interface Row { id: string; at: Date; until: Date | null; person_id: string; name: string | null; roles: string[] | null; case_id: string; case_number: string | null; what: string; how: 'view' | 'download'; why: string | null; subject: string | null }

export async function looks(sql: Sql, { person, caseId, from, to, staffOnly, after, limit }: LooksFilter) {
  const rows = await sql<Row[]>`
    select v.id::text as id, v.at, v.until, v.person_id, p.name, (select array_agg(r.role order by r.role) from staff_roles r where r.person_id = v.person_id) as roles,
      v.case_id, c.case_number, v.what, v.how, v.why, v.subject
    from viewings v left join persons p on p.id = v.person_id left join cases c on c.id = v.case_id
    where true ${person ? sql`and v.person_id = ${person}` : sql``} ${caseId ? sql`and v.case_id = ${caseId}` : sql``} ${from ? sql`and v.at >= ${from}` : sql``} ${to ? sql`and v.at <= ${to}` : sql``}
      ${staffOnly ? sql`and p.kind = 'staff'` : sql``} ${after && /^\d{1,18}$/.test(after) ? sql`and v.id < ${after}` : sql``}
    order by v.id desc limit ${limit + 1}`;
  const people = await sql<{ personId: string; name: string }[]>`select p.id as "personId", p.name from persons p where exists (select from viewings v where v.person_id = p.id) order by p.kind desc, p.name limit 500`;
  const shown = rows.slice(0, limit);
  return {
    looks: shown.map((row) => ({
      id: row.id, at: row.at.toISOString(), until: row.until?.toISOString() ?? null, personId: row.person_id, name: row.name ?? '', roles: row.roles ?? [], caseId: row.case_id, caseNumber: row.case_number,
      what: wordViewing(row.what, row.how), subject: row.subject, why: wordAllowedAs(row.why),
    })),
    next: rows.length > limit ? shown.at(-1)?.id ?? null : null, people: [...people],
  };
}
