/** How documents and messages name a case and its people: looked up here, never in a workflow. */
import { court } from '#domain/court/court.ts';
import { partyWords, type CaseKind } from '#domain/filing/party-words.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';
import type { FilingParticulars } from '#db/schema/cases.ts';
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
  /** What the party is called in this kind of case: 原告, 上诉人, 自诉人. */
  role: string;
  roleName: ParticipantRole;
  /** The organisation that the person acts for, else the name. */
  party: string;
  phone: string | null;
}

/** What kind of case it is: the parties are called by it. */
export async function caseKindOf(sql: Sql, caseId: string): Promise<CaseKind> {
  const [row] = await sql<{ particulars: FilingParticulars | null }[]>`select particulars from filings where case_id = ${caseId}`;
  return kindOf(row?.particulars);
}

const kindOf = (particulars: FilingParticulars | null | undefined): CaseKind =>
  ({ caseType: particulars?.caseType ?? 'civil', instance: particulars?.instance ?? 'first', ...(particulars?.publicProsecution ? { publicProsecution: true } : {}) });

export async function caseWords(sql: Sql, caseId: string): Promise<CaseWords> {
  const [row] = await sql<{ case_number: string | null; cause_of_action: string; particulars: FilingParticulars }[]>`
    select coalesce(c.case_number, a.case_number) as case_number, f.cause_of_action, f.particulars
    from filings f left join cases c on c.id = f.case_id left join allotments a on a.case_id = f.case_id where f.case_id = ${caseId}`;
  const people = await participantsOf(sql, caseId);
  const kind = kindOf(row?.particulars);
  // The procuratorate stands where elsewhere the plaintiff stands.
  const filing: ParticipantRole = kind.publicProsecution ? 'prosecutor' : 'plaintiff';
  const side = (role: 'plaintiff' | 'defendant'): string => `${partyWords(role, kind).zh}${people.filter((person) => person.roleName === (role === 'plaintiff' ? filing : role)).map((person) => person.party).join('、')}`;
  return {
    court: court.name,
    caseNumber: row?.case_number ?? '（未编号）',
    causeOfAction: row?.cause_of_action ?? '',
    parties: `${side('plaintiff')}${kind.publicProsecution ? '指控' : '与'}${side('defendant')}`,
  };
}

/** Those who take part now; whose place somebody else has taken is not told any more. */
export async function participantsOf(sql: Sql, caseId: string): Promise<PersonWords[]> {
  const rows = await sql<{ id: string; person_id: string; role: ParticipantRole; name: string; party: string; phone: string | null; particulars: FilingParticulars | null }[]>`
    select p.id, p.person_id, p.role, s.name, coalesce(o.name, s.name) as party, s.phone, f.particulars
    from participants p join persons s on s.id = p.person_id left join organisations o on o.id = p.organisation_id left join filings f on f.case_id = p.case_id
    where p.case_id = ${caseId} and p.left_at is null order by p.role, p.id`;
  return rows.map((row) => ({
    personId: row.person_id, participantId: row.id, name: row.name, roleName: row.role, party: row.party, phone: row.phone,
    role: partyWords(row.role, kindOf(row.particulars)).zh,
  }));
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
