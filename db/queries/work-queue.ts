/**
 * The work queue: one page of one of its lists, and what is in all of them. The page follows (due time, id), those without a
 * time last, and goes on after the last row that was shown: it stays right while tasks come and go. Both statements read
 * indexes of open tasks alone (bench/queue measures them with a million tasks).
 */
import type postgres from 'postgres';
import type { Sql } from '#db/connect.ts';
import { decodeCursor, encodeCursor, type Cursor } from '#db/queries/cursor.ts';
import { iso, selectTasks, taskRowFrom, type TaskRecord } from '#db/queries/task-row.ts';
import { kindsAlsoBy } from '#db/queries/task-queue.ts';
import type { Viewer } from '#domain/access/policy.ts';
import type { StageOrClosed } from '#domain/case/stages.ts';
import { taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import { bigramsOf, searchTerms, type QueueView, type SavedViewContent } from '#domain/tasks/queue-views.ts';

/** Whose queue: `division` is the one that they belong to, empty when they serve all; null for none of the court's staff. */
export interface QueueReader extends Viewer { division: string | null }

/** What the choice `due` means now: from and before are instants. */
export interface DueRange { overdue?: true; none?: true; from?: Date; before?: Date }

export interface QueueFilter extends Omit<SavedViewContent, 'due'> {
  due?: DueRange;
  after?: string;
  limit: number;
}

export interface ViewCount { total: number; overdue: number; kinds: Record<string, number> }
/** Of what is done nothing is counted: it only grows. */
export type QueueCounts = Record<Exclude<QueueView, 'completed'>, ViewCount>;

type Fragment = postgres.PendingQuery<postgres.Row[]>;
const due = (sql: Sql) => sql`coalesce(t.due_at, 'infinity'::timestamptz)`;

/** Every role leads or belongs to a division in its own way; null: this person has no such list. */
export function divisionScope(reader: QueueReader): { division: string | null; roles: readonly string[] | null } | null {
  const has = (...roles: string[]) => reader.roles.some((role) => roles.includes(role));
  if (has('manager', 'trialManagementOffice')) return { division: null, roles: null };
  if (has('divisionHead')) return { division: reader.division || null, roles: null };
  return reader.division ? { division: reader.division, roles: reader.roles } : null;
}

export async function workQueue(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date) {
  const [page, counts, wakesAt] = await Promise.all([queuePage(sql, reader, filter, now), queueCounts(sql, reader, now), nextWaking(sql, reader, now)]);
  return { ...page, counts, wakesAt };
}

interface QueueRecord extends TaskRecord { stage: StageOrClosed | null; division: string | null; comments: number; snoozed_until: Date | null; snooze_reason: string | null }

export async function queuePage(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date) {
  const picked = pick(sql, reader, filter, now);
  const records = picked === null ? [] : await sql<QueueRecord[]>`
    with picked as materialized (${picked})
    select row.*, c.stage, c.division, (select count(*)::int from task_comments m where m.task_id = row.id) as comments, s.until as snoozed_until, s.reason as snooze_reason
    from (${selectTasks(sql)} where t.id in (select id from picked)) row
      join picked on picked.id = row.id
      left join cases c on c.id = row.case_id
      left join task_snoozes s on s.task_id = row.id and s.person_id = ${reader.personId} and s.until > ${now}
    order by ${filter.view === 'completed' ? sql`picked.at desc, picked.id desc` : sql`picked.at, picked.id`}`;
  const rows = records.slice(0, filter.limit);
  const last = rows.at(-1);
  const lastAt = last && (filter.view === 'completed' ? last.completed_at : last.due_at);
  return {
    rows: rows.map((record) => ({
      ...taskRowFrom(record, reader), stage: record.stage, division: record.division, comments: record.comments,
      snoozed: record.snoozed_until === null ? null : { until: record.snoozed_until.toISOString(), reason: record.snooze_reason ?? '' },
    })),
    next: records.length > filter.limit && last ? encodeCursor(lastAt ?? null, last.id) : null,
  };
}

/** The ids of the page, one more than it shows, in its order; null where this person has no such list. */
function pick(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date): Fragment | null {
  const after = decodeCursor(filter.after);
  const narrowed = sql`${narrow(sql, filter)} ${searched(sql, filter.search)}`;
  if (filter.view === 'completed') {
    return sql`select t.id, t.completed_at as at from tasks t
      where t.state = 'completed' and t.completed_by = ${reader.personId} ${narrowed}
      ${after === null ? sql`` : sql`and (t.completed_at, t.id) < (${after.at}, ${after.id})`}
      order by t.completed_at desc, t.id desc limit ${filter.limit + 1}`;
  }
  const list = listOf(sql, reader, filter.view, now);
  return list && sql`select t.id, ${due(sql)} as at from tasks t
    where t.state = 'open' and ${list} ${narrowed} ${dueWithin(sql, filter.due, now)} ${later(sql, after)}
    order by ${due(sql)}, t.id limit ${filter.limit + 1}`;
}

const later = (sql: Sql, after: Cursor | null) => (after === null ? sql`` : sql`and (${due(sql)}, t.id) > (coalesce(${after.at}::timestamptz, 'infinity'::timestamptz), ${after.id}::uuid)`);

/** The open tasks of a list; null where this person has no such list. */
function listOf(sql: Sql, reader: QueueReader, view: Exclude<QueueView, 'completed'>, now: Date): Fragment | null {
  // Read once a statement: what one person put off is little.
  const putOff = sql`select s.task_id from task_snoozes s where s.person_id = ${reader.personId} and s.until > ${now}`;
  const inSight = sql`t.id <> all(array(${putOff}))`;
  switch (view) {
    case 'mine':
      return sql`(t.person_id = ${reader.personId} or t.claimed_by = ${reader.personId}) and ${inSight}`;
    case 'roles':
      return reader.roles.length === 0 ? null : sql`${ofRoles(sql, reader)} and ${inSight}`;
    case 'division': {
      const scope = divisionScope(reader);
      return scope && sql`${scope.division === null ? sql`true` : sql`t.division = ${scope.division}`}
        ${scope.roles === null ? sql`and t.kind <> all(${taskKindNames.filter(isOfOperations) as string[]})` : sql`and t.role = any(${scope.roles as string[]})`} and ${inSight}`;
    }
    case 'snoozed':
      return sql`t.id = any(array(${putOff}))`;
  }
}

/** Addressed to nobody in person and to a role of mine, or to be answered by my office beside the one it is addressed to. */
function ofRoles(sql: Sql, reader: QueueReader) {
  const pool = sql`(t.person_id is null and t.role = any(${reader.roles as string[]}))`;
  const beside = kindsAlsoBy(reader.roles);
  return beside.length === 0 ? pool : sql`(${pool} or t.kind = any(${beside as string[]}))`;
}

function narrow(sql: Sql, { caseId, kind, article, stage }: QueueFilter) {
  return sql`${caseId === undefined ? sql`` : sql`and t.case_id = ${caseId}`}
    ${kind === undefined ? sql`` : sql`and t.kind = ${kind}`}
    ${article === undefined ? sql`` : sql`and t.articles ? ${article}`}
    ${stage === undefined ? sql`` : sql`and (select c.stage from cases c where c.id = t.case_id) = ${stage}`}`;
}

/** Each word must be there. A single character is looked for without the index, among the rest of what is asked. */
function searched(sql: Sql, search: string | undefined) {
  const terms = searchTerms(search);
  if (terms.length === 0) return sql``;
  const pairs = [...new Set(terms.flatMap(bigramsOf))];
  const all = terms.map((term) => sql`and t.search_text like ${`%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`);
  return sql`${pairs.length === 0 ? sql`` : sql`and bigrams(t.search_text) @> ${pairs}::text[]`} ${all.reduce((before, one) => sql`${before} ${one}`)}`;
}

function dueWithin(sql: Sql, range: DueRange | undefined, now: Date) {
  if (range === undefined) return sql``;
  if (range.none) return sql`and ${due(sql)} = 'infinity'::timestamptz`;
  if (range.overdue) return sql`and (t.overdue or ${due(sql)} < ${now})`;
  return sql`${range.from ? sql`and ${due(sql)} >= ${range.from}` : sql``} ${range.before ? sql`and ${due(sql)} < ${range.before}` : sql`and ${due(sql)} < 'infinity'::timestamptz`}`;
}

/** How many wait in each list, by kind. One statement. */
export async function queueCounts(sql: Sql, reader: QueueReader, now: Date): Promise<QueueCounts> {
  const views = ['mine', 'roles', 'division', 'snoozed'] as const;
  const parts = views.flatMap((view) => {
    const list = listOf(sql, reader, view, now);
    return list === null ? [] : [sql`select ${view} as view, t.kind, count(*)::int as total, (count(*) filter (where t.overdue))::int as overdue from tasks t where t.state = 'open' and ${list} group by t.kind`];
  });
  const rows = await sql<{ view: (typeof views)[number]; kind: TaskKindName; total: number; overdue: number }[]>`${parts.reduce((before, one) => sql`${before} union all ${one}`)}`;
  const counts = Object.fromEntries(views.map((view) => [view, { total: 0, overdue: 0, kinds: {} }])) as unknown as QueueCounts;
  for (const { view, kind, total, overdue } of rows) {
    const count = counts[view];
    count.total += total;
    count.overdue += overdue;
    count.kinds[kind] = total;
  }
  return counts;
}

/** When the next task that was put off comes back; null when none is. */
async function nextWaking(sql: Sql, reader: QueueReader, now: Date): Promise<string | null> {
  const [row] = await sql<{ until: Date | null }[]>`select min(until) as until from task_snoozes where person_id = ${reader.personId} and until > ${now}`;
  return iso(row?.until ?? null);
}
