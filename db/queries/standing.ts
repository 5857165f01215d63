/** What a person is to a case: the one thing that the policy must know from the database. */
import type postgres from 'postgres';
import type { Sql } from '#db/connect.ts';
import { onPanel } from '#db/queries/on-panel.ts';
import { absenceInForce } from '#db/queries/absences.ts';
import { divisionOf } from '#db/queries/division-of.ts';
import type { Standing } from '#domain/access/policy.ts';
import type { StageOrClosed } from '#domain/case/stages.ts';
import type { CaseRelation } from '#domain/people/roles.ts';

/**
 * The relation of the person (`person`) to the cases of the alias `c` (columns id, stage, presiding_judge, clerk,
 * panel, technician, filed_by, case_number). Who takes part is a participant before anything else. G3: until the court has
 * accepted the filing, it is nobody's but the one's who filed.
 */
const relationTo = (sql: Sql, person: string | Fragment) => sql`
  case
    when c.filed_by = ${person} and not exists (select from participants x where x.case_id = c.id and x.person_id = ${person} and x.left_at is not null) then 'participant'
    when c.case_number is not null and exists (select from participants x where x.case_id = c.id and x.person_id = ${person} and x.left_at is null) then 'participant'
    when c.presiding_judge = ${person} then 'presidingJudge'
    when ${onPanel(sql, person)} then 'panelMember'
    when c.clerk = ${person} then 'clerkOfCase'
    when c.technician = ${person} then 'technicianOfCase'
    else 'none'
  end`;

/** Takes part in the case `c` as a witness and as nothing else. */
const isWitness = (sql: Sql, person: string | Fragment) => sql`
  coalesce((select bool_and(x.role = 'witness') from participants x where x.case_id = c.id and x.person_id = ${person} and x.left_at is null), false)`;

/** Cases, and filings that the journal has not brought to the readers yet. */
const casesAndFilings = (sql: Sql, caseId: string) => sql`(
  select id, stage, presiding_judge, panel, clerk, technician, filed_by, case_number, division from cases where id = ${caseId}
  union all
  select case_id, 'filing', null, '{}'::uuid[], null, null, filed_by, null, null from filings
  where case_id = ${caseId} and not exists (select from cases where id = ${caseId}))`;

/** Null if there is no such case. */
export async function standingOf(sql: Sql, caseId: string, personId: string): Promise<Standing | null> {
  const [row] = await sql<StandingRecord[]>`select ${standingColumns(sql, personId)} from ${casesAndFilings(sql, caseId)} c`;
  return row ? standingFrom(row) : null;
}

/** What each of these people is to the case, in one statement; nobody has one to a case that there is not. */
export async function standingsOf(sql: Sql, caseId: string, personIds: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await sql<(StandingRecord & { person: string })[]>`
    select w.person, ${standingColumns(sql, sql`w.person`)} from ${casesAndFilings(sql, caseId)} c cross join unnest(${personIds as string[]}::uuid[]) w(person)`;
  return new Map(rows.map((row) => [row.person, standingFrom(row)]));
}

const standingColumns = (sql: Sql, person: string | Fragment) => sql`
  c.stage, ${relationTo(sql, person)} as relation, ${isWitness(sql, person)} as witness, ${deputyFor(sql, person)} as "deputyFor",
  ${headsDivision(sql, person)} as "headOfDivision", ${belongsToDivision(sql, person)} as "ownDivision"`;

interface StandingRecord { stage: StageOrClosed; relation: CaseRelation; witness: boolean; deputyFor: { personId: string; relation: CaseRelation }[] | null; headOfDivision: boolean; ownDivision?: boolean }

const standingFrom = ({ relation, stage, witness, deputyFor: absent, headOfDivision, ownDivision }: StandingRecord): Standing => ({
  relation, stage, ...(witness ? { witness: true } : {}), ...(absent ? { deputyFor: absent } : {}), ...(headOfDivision ? { headOfDivision: true } : {}), ...(ownDivision ? { ownDivision: true } : {}),
});

/** Whom the person stands in for now, and what those are to the case `c`. */
const deputyFor = (sql: Sql, person: string | Fragment) => sql`(
  select jsonb_agg(jsonb_build_object('personId', a.person_id, 'relation', ${relationTo(sql, sql`a.person_id`)})) from staff_absences a
  where a.deputy_id = ${person} and ${absenceInForce(sql)})`;

/** Heads the division that the case `c` belongs to; who heads none in particular serves all (db/demonstration-staff.ts). */
const headsDivision = (sql: Sql, person: string | Fragment) => sql`exists (
  select from staff s join staff_roles r on r.person_id = s.person_id and r.role = 'divisionHead'
  where s.person_id = ${person} and s.active and (s.division = '' or s.division = ${divisionOf(sql)}))`;

/** Belongs to the division of the case `c`, as every one of its people does. */
const belongsToDivision = (sql: Sql, person: string | Fragment) => sql`exists (
  select from staff s where s.person_id = ${person} and s.active and s.division <> '' and s.division = ${divisionOf(sql)})`;

type Fragment = postgres.PendingQuery<postgres.Row[]>;

export interface HearingStanding extends Standing {
  caseId: string;
  hearingState: 'scheduled' | 'cancelled' | 'moved' | 'open' | 'ended' | 'adjourned' | 'withdrawn';
  /** The person has a seat in the hearing's room. */
  seated: boolean;
}

/** Null if there is no such hearing. */
export async function standingOfHearing(sql: Sql, hearingId: string, personId: string): Promise<HearingStanding | null> {
  const [row] = await sql<(StandingRecord & Omit<HearingStanding, keyof Standing>)[]>`
    select c.stage, ${relationTo(sql, personId)} as relation, ${isWitness(sql, personId)} as witness, ${deputyFor(sql, personId)} as "deputyFor", ${headsDivision(sql, personId)} as "headOfDivision", c.id as "caseId", h.state as "hearingState",
      exists (select from seats s where s.hearing_id = h.id and s.person_id = ${personId}) as seated
    from hearings h join cases c on c.id = h.case_id where h.id = ${hearingId}`;
  return row ? { ...standingFrom(row), caseId: row.caseId, hearingState: row.hearingState, seated: row.seated } : null;
}
