/**
 * The work queue: what waits for me, what waits for my roles, what is open in a case. Pages follow (due_at, id), so a
 * list stays right while tasks come and go; tasks without a due time come last.
 */
import type { Sql } from '#db/connect.ts';
import { decodeCursor, encodeCursor, type Cursor } from '#db/queries/cursor.ts';
import { kindsByAgents, selectTasks, subjectOf, taskRowFrom, type TaskRecord, type TaskRowView } from '#db/queries/task-row.ts';
import { may, type Standing, type Viewer } from '#domain/access/policy.ts';
import { taskCatalogue, taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { StaffRole, TaskRole } from '#domain/people/roles.ts';

export interface TaskFilter {
  view: 'mine' | 'roles' | 'case';
  /** Only for `case`: the case, and what the viewer is to it. */
  caseId?: string;
  standing?: Standing;
  kind?: string;
  state: 'open' | 'completed';
  after?: string;
  limit: number;
}

export interface TaskPage {
  rows: TaskRowView[];
  next: string | null;
  counts: { mine: number; roles: number; overdue: number };
}

/** One page of tasks, and how many wait in all. Two statements. */
export async function taskQueue(sql: Sql, viewer: Viewer, filter: TaskFilter): Promise<TaskPage> {
  const [page, counts] = await Promise.all([tasksOf(sql, viewer, filter), taskCounts(sql, viewer)]);
  return { ...page, counts };
}

async function tasksOf(sql: Sql, viewer: Viewer, filter: TaskFilter): Promise<Omit<TaskPage, 'counts'>> {
  const open = filter.state === 'open';
  const after = decodeCursor(filter.after);
  const records = await sql<TaskRecord[]>`
    ${selectTasks(sql)}
    where ${open ? sql`t.state = 'open'` : sql`t.state = 'completed'`}
      and ${whose(sql, viewer, filter)}
      ${filter.kind === undefined ? sql`` : sql`and t.kind = ${filter.kind}`}
      ${after === null ? sql`` : sql`and ${open ? laterThan(sql, after) : sql`(t.completed_at, t.id) < (${after.at}, ${after.id})`}`}
    order by ${open ? sql`coalesce(t.due_at, 'infinity'::timestamptz), t.id` : sql`t.completed_at desc, t.id desc`}
    limit ${filter.limit + 1}`;
  const rows = records.slice(0, filter.limit);
  const last = rows.at(-1);
  return {
    rows: rows.filter((record) => isVisible(viewer, filter.standing, record)).map((record) => taskRowFrom(record, viewer)),
    next: records.length > filter.limit && last ? encodeCursor(open ? last.due_at : last.completed_at, last.id) : null,
  };
}

const laterThan = (sql: Sql, after: Cursor) =>
  sql`(coalesce(t.due_at, 'infinity'::timestamptz), t.id) > (coalesce(${after.at}::timestamptz, 'infinity'::timestamptz), ${after.id}::uuid)`;

function whose(sql: Sql, viewer: Viewer, filter: TaskFilter) {
  switch (filter.view) {
    case 'mine':
      return filter.state === 'completed'
        ? sql`t.completed_by = ${viewer.personId}`
        : sql`(t.person_id = ${viewer.personId} or t.claimed_by = ${viewer.personId} or ${ofMyPrincipals(sql, viewer)})`;
    case 'roles':
      return ofMyRoles(sql, viewer);
    case 'case':
      return sql`t.case_id = ${filter.caseId ?? null}`;
  }
}

/** CPL-62: what my principals are asked and I may answer for them. Nobody of the court is an agent. */
const ofMyPrincipals = (sql: Sql, viewer: Viewer) => (viewer.roles.length > 0 ? sql`false` : sql`t.id in (
  select asked.id from participants me
    join tasks asked on asked.case_id = me.case_id and asked.state = 'open' and asked.kind = any(${kindsByAgents as string[]}) and me.agency->'principals' @> to_jsonb(asked.participant_id::text)
  where me.person_id = ${viewer.personId} and me.left_at is null)`);

/** Addressed to no one person of a role that I hold, or answerable by my office beside the one it is addressed to. A division's head holds it in that division. */
const ofMyRoles = (sql: Sql, viewer: Viewer) => sql`(
  (t.person_id is null and t.role = any(${viewer.roles as string[]})
    and (t.role <> 'divisionHead' or exists (select from staff s where s.person_id = ${viewer.personId} and (s.division = '' or s.division = t.division)))) or t.kind = any(${kindsAlsoBy(viewer.roles)}))`;

/** Clerks and judges answer beside others only in their own cases; those stand on the case's page. */
export function kindsAlsoBy(roles: readonly StaffRole[]): TaskKindName[] {
  const offices = roles.filter((role) => role !== 'clerk' && role !== 'judge');
  return taskKindNames.filter((kind) => {
    const alsoBy = (taskCatalogue[kind] as { alsoBy?: readonly TaskRole[] }).alsoBy ?? [];
    return offices.some((role) => alsoBy.includes(role));
  });
}

/** The two lists of one's own need no further question; of a case, the policy decides task by task. */
const isVisible = (viewer: Viewer, standing: Standing | undefined, record: TaskRecord): boolean =>
  standing === undefined || may(viewer, standing, { do: 'see-task', task: subjectOf(record) }).allowed;

async function taskCounts(sql: Sql, viewer: Viewer): Promise<TaskPage['counts']> {
  const [row] = await sql<{ mine: number; roles: number; overdue: number }[]>`
    select count(*) filter (where mine)::int as mine, count(*) filter (where roles)::int as roles, count(*) filter (where mine and overdue)::int as overdue
    from (
      select t.overdue, (t.person_id = ${viewer.personId} or t.claimed_by = ${viewer.personId} or ${ofMyPrincipals(sql, viewer)}) is true as mine, ${ofMyRoles(sql, viewer)} is true as roles
      from tasks t
      where t.state = 'open' and (t.person_id = ${viewer.personId} or t.claimed_by = ${viewer.personId} or ${ofMyPrincipals(sql, viewer)} or ${ofMyRoles(sql, viewer)})
    ) waiting`;
  return row ?? { mine: 0, roles: 0, overdue: 0 };
}
