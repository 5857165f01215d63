/**
 * The work queue: one page of one of its lists, and what is in all of them. The page follows (due time, id), those without a
 * time last, and goes on after the last row that was shown: it stays right while tasks come and go. The ids of the page are
 * found in indexes of open tasks alone and their rows are read by id, so that the large statement is planned once a connection
 * and the one whose best way depends on what is asked is small (bench/queue measures them with a million tasks).
 */
import type postgres from 'postgres';
import type { Sql } from '#db/connect.ts';
import { decodeCursor, encodeCursor, type Cursor } from '#db/queries/cursor.ts';
import { iso, selectTasks, taskRowFrom, type TaskRecord } from '#db/queries/task-row.ts';
import { kindsAlsoBy } from '#db/queries/task-queue.ts';
import type { Viewer } from '#domain/access/policy.ts';
import { taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import { bigramsOf, searchTerms, type QueueView, type SavedViewContent } from '#domain/tasks/queue-views.ts';

/** Whose queue (db/queries/queue-reader.ts). */
export interface QueueReader extends Viewer {
  /** The one that they belong to, empty when they serve all; null for none of the court's staff. */
  division: string | null;
  /** Absent colleagues in whose place they stand now. */
  standsInFor: readonly { personId: string; name: string }[];
  /** Cases in which they take part themselves: there they are no office, and see nothing of its work. */
  takesPartIn: readonly string[];
}

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
  const [page, { counts, wakesAt }] = await Promise.all([queuePage(sql, reader, filter, now), queueCounts(sql, reader, now)]);
  return { ...page, counts, wakesAt };
}

interface QueueRecord extends TaskRecord { comments: number; snoozed_until: Date | null; snooze_reason: string | null }

export async function queuePage(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date) {
  const picked = pick(sql, reader, filter, now);
  const ids = picked === null ? [] : (await sql<{ id: string }[]>`${picked}`).map(({ id }) => id);
  const shown = ids.slice(0, filter.limit);
  const records = shown.length === 0 ? [] : await sql<QueueRecord[]>`
    select row.*, (select count(*)::int from task_comments m where m.task_id = row.id) as comments, s.until as snoozed_until, s.reason as snooze_reason
    from (${selectTasks(sql)} where t.id = any(${shown}::uuid[])) row
      left join task_snoozes s on s.task_id = row.id and s.person_id = ${reader.personId} and s.until > ${now}`;
  const byId = new Map(records.map((record) => [record.id, record]));
  // What was answered between the two statements is in the list no more.
  const rows = shown.flatMap((id) => byId.get(id) ?? []).filter(({ state }) => (state === 'open') === (filter.view !== 'completed'));
  const last = byId.get(ids[filter.limit - 1] ?? '');
  const lastAt = last && (filter.view === 'completed' ? last.completed_at : last.due_at);
  return {
    rows: rows.map((record) => ({
      ...taskRowFrom(record, reader), stage: record.stage, division: record.division, comments: record.comments,
      insteadOf: reader.standsInFor.find(({ personId }) => personId === record.person_id) ?? null,
      snoozed: record.snoozed_until === null ? null : { until: record.snoozed_until.toISOString(), reason: record.snooze_reason ?? '' },
    })),
    next: ids.length > filter.limit && last ? encodeCursor(lastAt ?? null, last.id) : null,
  };
}

/** The ids of the page, one more than it shows, in its order; null where this person has no such list. */
function pick(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date): Fragment | null {
  const after = decodeCursor(filter.after);
  const terms = searchTerms(filter.search);
  const narrowed = sql`${narrow(sql, filter)} ${holding(sql, terms)}`;
  if (filter.view === 'completed') {
    return sql`select t.id from tasks t
      where t.state = 'completed' and t.completed_by = ${reader.personId} ${narrowed}
      ${after === null ? sql`` : sql`and (t.completed_at, t.id) < (${after.at}, ${after.id})`}
      order by t.completed_at desc, t.id desc limit ${filter.limit + 1}`;
  }
  const list = listOf(sql, reader, filter.view, now);
  if (list === null) return null;
  const asked = sql`t.state = 'open' and ${list} ${narrowed} ${dueWithin(sql, filter.due, now)} ${later(sql, after)}`;
  const pairs = [...new Set(terms.flatMap(bigramsOf))];
  if (pairs.length === 0) return sql`select t.id from tasks t where ${asked} order by ${due(sql)}, t.id limit ${filter.limit + 1}`;
  // Whatever the planner takes the words to be worth, they are looked up in their index first: to walk the list and take every text apart is much more.
  const division = filter.view === 'division' ? divisionScope(reader)?.division ?? null : null;
  return sql`with found as materialized (
      select t.id, ${due(sql)} as at from tasks t where ${asked} and search_signs(t.search_text, t.division) @> ${division === null ? pairs : [...pairs, division]}::text[])
    select id from found order by at, id limit ${filter.limit + 1}`;
}

const later = (sql: Sql, after: Cursor | null) => (after === null ? sql`` : sql`and (${due(sql)}, t.id) > (coalesce(${after.at}::timestamptz, 'infinity'::timestamptz), ${after.id}::uuid)`);

/** The open tasks of a list; null where this person has no such list. */
function listOf(sql: Sql, reader: QueueReader, view: Exclude<QueueView, 'completed'>, now: Date): Fragment | null {
  // Read once a statement: what one person put off is little.
  const putOff = sql`select s.task_id from task_snoozes s where s.person_id = ${reader.personId} and s.until > ${now}`;
  const inSight = sql`t.id <> all(array(${putOff}))`;
  switch (view) {
    case 'mine':
      return sql`(t.person_id = ${reader.personId} or t.claimed_by = ${reader.personId} ${insteadOf(sql, reader)}) and ${inSight}`;
    case 'roles':
      return reader.roles.length === 0 ? null : sql`${ofRoles(sql, reader)} ${officeOnly(sql, reader)} and ${inSight}`;
    case 'division': {
      const scope = divisionScope(reader);
      return scope && sql`${scope.division === null ? sql`true` : sql`t.division = ${scope.division}`}
        ${scope.roles === null ? sql`and t.kind <> all(${taskKindNames.filter(isOfOperations) as string[]})` : sql`and ${ofOneOf(sql, scope.roles)}`} ${officeOnly(sql, reader)} and ${inSight}`;
    }
    case 'snoozed':
      return sql`t.id = any(array(${putOff}))`;
  }
}

/** What waits for the absent whose deputy this person is, as their own work does (domain/access/policy.ts, `isDeputyFor`). */
function insteadOf(sql: Sql, reader: QueueReader) {
  if (reader.standsInFor.length === 0) return sql``;
  return sql`or (t.person_id = any(${reader.standsInFor.map(({ personId }) => personId)}::uuid[]) and ${ofOneOf(sql, reader.roles)} ${officeOnly(sql, reader)})`;
}

/** Nobody does the court's work, or sees it, in a case of their own. */
const officeOnly = (sql: Sql, { takesPartIn }: QueueReader) => (takesPartIn.length === 0 ? sql`` : sql`and t.case_id <> all(${takesPartIn as string[]}::uuid[])`);

/** One role is asked for as one, so that its index also gives the order. */
const ofOneOf = (sql: Sql, roles: readonly string[]) => (roles.length === 1 ? sql`t.role = ${roles[0] ?? ''}` : sql`t.role = any(${roles as string[]})`);

/** Addressed to nobody in person and to a role of mine, or to be answered by my office beside the one it is addressed to. */
function ofRoles(sql: Sql, reader: QueueReader) {
  const pool = sql`(t.person_id is null and ${ofOneOf(sql, reader.roles)})`;
  const beside = kindsAlsoBy(reader.roles);
  return beside.length === 0 ? pool : sql`(${pool} or t.kind = any(${beside as string[]}))`;
}

function narrow(sql: Sql, { caseId, kind, article, stage }: QueueFilter) {
  return sql`${caseId === undefined ? sql`` : sql`and t.case_id = ${caseId}`}
    ${kind === undefined ? sql`` : sql`and t.kind = ${kind}`}
    ${article === undefined ? sql`` : sql`and t.articles ? ${article}`}
    ${stage === undefined ? sql`` : sql`and t.case_id in (select c.id from cases c where c.stage = ${stage})`}`;
}

/** Each word must be there. */
function holding(sql: Sql, terms: readonly string[]) {
  return terms.map((term) => sql`and t.search_text like ${`%${term.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`).reduce((before, one) => sql`${before} ${one}`, sql``);
}

function dueWithin(sql: Sql, range: DueRange | undefined, now: Date) {
  if (range === undefined) return sql``;
  if (range.none) return sql`and ${due(sql)} = 'infinity'::timestamptz`;
  if (range.overdue) return sql`and (t.overdue or ${due(sql)} < ${now})`;
  return sql`${range.from ? sql`and ${due(sql)} >= ${range.from}` : sql``} ${range.before ? sql`and ${due(sql)} < ${range.before}` : sql`and ${due(sql)} < 'infinity'::timestamptz`}`;
}

/** How many wait in each list, by kind, and when the next task that was put off comes back; null when none is. One statement. */
export async function queueCounts(sql: Sql, reader: QueueReader, now: Date): Promise<{ counts: QueueCounts; wakesAt: string | null }> {
  const views = ['mine', 'roles', 'division', 'snoozed'] as const;
  const waking = sql`select 'waking' as view, '' as kind, 0 as total, 0 as overdue, min(until) as until from task_snoozes where person_id = ${reader.personId} and until > ${now}`;
  const parts = views.flatMap((view) => {
    const list = listOf(sql, reader, view, now);
    return list === null ? [] : [sql`select ${view}, t.kind, count(*)::int, (count(*) filter (where t.overdue))::int, null from tasks t where t.state = 'open' and ${list} group by t.kind`];
  });
  const rows = await sql<{ view: (typeof views)[number] | 'waking'; kind: TaskKindName; total: number; overdue: number; until: Date | null }[]>`${parts.reduce((before, one) => sql`${before} union all ${one}`, waking)}`;
  const counts = Object.fromEntries(views.map((view) => [view, { total: 0, overdue: 0, kinds: {} }])) as unknown as QueueCounts;
  for (const { view, kind, total, overdue } of rows) {
    if (view === 'waking') continue;
    const count = counts[view];
    count.total += total;
    count.overdue += overdue;
    count.kinds[kind] = total;
  }
  return { counts, wakesAt: iso(rows.find(({ view }) => view === 'waking')?.until ?? null) };
}
