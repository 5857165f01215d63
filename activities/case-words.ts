/** How documents and messages name a case and its people: looked up here, never in a workflow. */
import { court } from '#domain/court/court.ts';
import { roleWords, type ParticipantRole } from '#domain/people/roles.ts';
import type { Sql } from '#db/connect.ts';

export interface CaseWords {
  court: string;
  caseNumber: string;
  causeOfAction: string;
  parties: string;
}

export interface PersonWords {
  personId: string;
  participantId: string | null;
  name: string;
  role: string;
  phone: string | null;
}

export async function caseWords(sql: Sql, caseId: string): Promise<CaseWords> {
  const [row] = await sql<{ case_number: string | null; cause_of_action: string }[]>`
    select coalesce(c.case_number, a.case_number) as case_number, f.cause_of_action
    from filings f left join cases c on c.id = f.case_id left join allotments a on a.case_id = f.case_id where f.case_id = ${caseId}`;
  const people = await participantsOf(sql, caseId);
  const named = (role: ParticipantRole): string => people.filter((person) => person.role === roleWords[role].zh).map((person) => person.name).join('、');
  return {
    court: court.name,
    caseNumber: row?.case_number ?? '（未编号）',
    causeOfAction: row?.cause_of_action ?? '',
    parties: `原告${named('plaintiff')}与被告${named('defendant')}`,
  };
}

export async function participantsOf(sql: Sql, caseId: string): Promise<PersonWords[]> {
  const rows = await sql<{ id: string; person_id: string; role: ParticipantRole; name: string; phone: string | null }[]>`
    select p.id, p.person_id, p.role, s.name, s.phone from participants p join persons s on s.id = p.person_id where p.case_id = ${caseId} order by p.role, p.id`;
  return rows.map((row) => ({ personId: row.person_id, participantId: row.id, name: row.name, role: roleWords[row.role].zh, phone: row.phone }));
}

/** The bench as documents name it: 审判长 or 审判员, the members, the clerk. */
export async function benchWords(sql: Sql, caseId: string): Promise<{ name: string; role: string }[]> {
  const rows = await sql<{ name: string; role: string }[]>`
    select p.name, x.role from (
      select presiding_judge as person_id, case when cardinality(panel) > 0 then '审判长' else '审判员' end as role, 0 as place from allotments where case_id = ${caseId}
      union all
      select m.id, case when exists (select from staff_roles r where r.person_id = m.id and r.role = 'judge') then '审判员' else '人民陪审员' end, m.place::int
      from allotments a, unnest(a.panel) with ordinality as m (id, place) where a.case_id = ${caseId}
      union all select clerk, '书记员', 100 from allotments where case_id = ${caseId}
    ) x join persons p on p.id = x.person_id order by x.place`;
  return rows.map(({ name, role }) => ({ name, role }));
}

export async function nameOf(sql: Sql, personId: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from persons where id = ${personId}`;
  return row?.name ?? '';
}
