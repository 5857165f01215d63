/** My cases, or all of them for those who supervise; newest filing first. One statement. */
import type { Sql } from '#db/connect.ts';
import { onPanel } from '#db/queries/on-panel.ts';
import { decodeCursor, encodeCursor } from '#db/queries/cursor.ts';
import { partiesOf } from '#db/queries/task-row.ts';
import type { Viewer } from '#domain/access/policy.ts';

export interface CaseFilter {
  /** `all` only for whom the policy lets list all cases. */
  scope: 'mine' | 'all';
  state: 'open' | 'closed' | 'any';
  search?: string;
  after?: string;
  limit: number;
}

interface CaseRecord {
  id: string;
  case_number: string | null;
  cause_of_action: string | null;
  parties: string | null;
  stage: string;
  stage_since: Date;
  filed_at: Date;
  closed_how: string | null;
  participates: boolean;
  hearing_id: string | null;
  hearing_starts_at: Date | null;
  hearing_phase: string | null;
  open_tasks: number;
  my_tasks: number;
}

export async function caseList(sql: Sql, viewer: Viewer, filter: CaseFilter) {
  const after = decodeCursor(filter.after);
  const records = await sql<CaseRecord[]>`
    select c.id, c.case_number, f.cause_of_action, ${partiesOf(sql, sql`c.id`)} as parties, c.stage, c.stage_since, c.filed_at, c.closed_how,
      ${participates(sql, viewer)} as participates,
      h.id as hearing_id, h.starts_at as hearing_starts_at, h.phase as hearing_phase,
      coalesce(o.open_tasks, 0)::int as open_tasks, coalesce(o.my_tasks, 0)::int as my_tasks
    from cases c
      left join filings f on f.case_id = c.id
      left join lateral (
        select id, starts_at, phase from hearings where case_id = c.id and state in ('scheduled', 'open') order by starts_at limit 1) h on true
      left join lateral (
        select count(*) as open_tasks, count(*) filter (where t.person_id = ${viewer.personId} or t.claimed_by = ${viewer.personId}) as my_tasks
        from tasks t where t.case_id = c.id and t.state = 'open') o on true
    where ${filter.scope === 'all' ? sql`true` : mine(sql, viewer)}
      and ${filter.state === 'any' ? sql`true` : filter.state === 'closed' ? sql`c.stage = 'closed'` : sql`c.stage <> 'closed'`}
      ${filter.search?.trim() ? sql`and ${matches(sql, filter.search.trim())}` : sql``}
      ${after === null ? sql`` : sql`and (c.filed_at, c.id) < (${after.at}, ${after.id})`}
    order by c.filed_at desc, c.id desc
    limit ${filter.limit + 1}`;
  const rows = records.slice(0, filter.limit);
  const last = rows.at(-1);
  return { rows: rows.map(caseRowFrom), next: records.length > filter.limit && last ? encodeCursor(last.filed_at, last.id) : null };
}

/** G3: a filing that is not accepted is nobody's but the one's who filed. */
const participates = (sql: Sql, viewer: Viewer) => sql`(
  (c.filed_by = ${viewer.personId} and not exists (select from participants x where x.case_id = c.id and x.person_id = ${viewer.personId} and x.left_at is not null))
  or (c.case_number is not null and exists (select from participants x where x.case_id = c.id and x.person_id = ${viewer.personId} and x.left_at is null)))`;

const mine = (sql: Sql, viewer: Viewer) => sql`(
  ${participates(sql, viewer)} or c.presiding_judge = ${viewer.personId} or ${onPanel(sql, viewer.personId)} or c.clerk = ${viewer.personId} or c.technician = ${viewer.personId}
  ${viewer.roles.includes('filingClerk') ? sql`or c.stage = 'filing'` : sql``})`;

function matches(sql: Sql, search: string) {
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`(
    c.case_number ilike ${like} or f.cause_of_action ilike ${like}
    or exists (select from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id where x.case_id = c.id and (p.name ilike ${like} or o.name ilike ${like})))`;
}

const caseRowFrom = (record: CaseRecord) => ({
  caseId: record.id,
  caseNumber: record.case_number,
  causeOfAction: record.cause_of_action ?? '',
  parties: record.parties ?? '',
  stage: record.stage,
  stageSince: record.stage_since.toISOString(),
  filedAt: record.filed_at.toISOString(),
  closed: record.stage === 'closed',
  closedHow: record.closed_how,
  nextHearing: record.hearing_id === null || record.hearing_starts_at === null ? null
    : { hearingId: record.hearing_id, startsAt: record.hearing_starts_at.toISOString(), phase: record.hearing_phase ?? '' },
  // Parties see only what concerns them: how much the others have to do does not.
  openTasks: record.participates ? record.my_tasks : record.open_tasks,
  myTasks: record.my_tasks,
});
