/** The case as somebody sees it who was drawn for its panel and has not answered: people, no file (PAL-18). One statement. */
import type { Sql } from '#db/connect.ts';
import { onPanel } from '#db/queries/on-panel.ts';

/** As `api/contract/assessors.ts` tells it. */
export type AssessorAnswer = 'invited' | 'accepted' | 'declined' | 'recused' | 'lapsed' | null;
interface Row {
  division: string | null;
  presiding_judge: string | null;
  clerk: string | null;
  panel: { name: string; assessor: boolean; state: AssessorAnswer; me: boolean }[];
  people: { name: string; role: string; office: string | null }[];
  hearings: { hearingId: string; startsAt: string; endsAt: string; courtroom: string }[];
  sits_in: number;
}

/** Null if there is no such case. Witnesses and interpreters are named in the file alone: parties, and who acts for or against them. */
export async function assessorInvitation(sql: Sql, caseId: string, personId: string) {
  const [row] = await sql<Row[]>`
    select c.division, j.name as presiding_judge, k.name as clerk,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', m.name, 'assessor', not exists (select from staff_roles r where r.person_id = m.id and r.role = 'judge'), 'me', m.id = ${personId}, 'state', i.state) order by array_position(c.panel, m.id))
        from persons m left join assessor_invitations i on i.case_id = c.id and i.person_id = m.id where m.id = any(c.panel)), '[]') as panel,
      coalesce((
        select jsonb_agg(jsonb_build_object('name', coalesce(o.name, p.name), 'role', x.role, 'office', case when o.id is null then null else p.name end)
          order by array_position(array['plaintiff', 'defendant', 'thirdParty', 'agent', 'defender', 'prosecutor'], x.role), p.name)
        from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id
        where x.case_id = c.id and x.left_at is null and x.role in ('plaintiff', 'defendant', 'thirdParty', 'agent', 'defender', 'prosecutor')), '[]') as people,
      coalesce((
        select jsonb_agg(jsonb_build_object('hearingId', h.id, 'startsAt', h.starts_at, 'endsAt', h.ends_at, 'courtroom', coalesce(room.name, h.courtroom_id)) order by h.starts_at)
        from hearings h left join courtrooms room on room.id = h.courtroom_id where h.case_id = c.id and h.state in ('scheduled', 'open')), '[]') as hearings,
      ${openPanels(sql, personId)} as sits_in
    from cases c left join persons j on j.id = c.presiding_judge left join persons k on k.id = c.clerk
    where c.id = ${caseId}`;
  if (!row) return null;
  const { presiding_judge: presidingJudge, sits_in: sitsIn, hearings, ...rest } = row;
  const instant = (at: string) => new Date(at).toISOString();
  return { ...rest, presidingJudge, sitsIn, hearings: hearings.map((one) => ({ ...one, startsAt: instant(one.startsAt), endsAt: instant(one.endsAt) })) };
}

/** Open cases in whose panel the person sits. */
const openPanels = (sql: Sql, personId: string) => sql`(select count(*)::int from (select c.id from cases c where c.closed_at is null and ${onPanel(sql, personId)}) sits)`;
