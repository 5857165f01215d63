/**
 * The work queue: one page of one of its lists, and what is in all of them. The page follows (due time, id), those without a
 * time last, and goes on after the last row that was shown: it stays right while tasks come and go. Page and counts are one
 * statement that reads indexes of open tasks alone and answers one row of JSON: at hundreds of requests a second, trips and
 * planning cost more than reading does (bench/queue measures it with a million tasks). `connectPlanned` (db/connect.ts) gives
 * the connections for it.
 */
import type postgres from 'postgres';
import type { Sql } from '#db/connect.ts';
import { decodeCursor, encodeCursor, type Cursor } from '#db/queries/cursor.ts';
import { iso, type TaskRecord, type TaskRowView } from '#db/queries/task-row.ts';
import { kindsAlsoBy } from '#db/queries/task-queue.ts';
import type { Viewer } from '#domain/access/policy.ts';
import type { StageOrClosed } from '#domain/case/stages.ts';
import { filingDivision } from '#domain/court/court.ts';
import { taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import { bigramsOf, searchTerms, type CaseCard, type QueueView, type SavedViewContent } from '#domain/tasks/queue-views.ts';

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
  const [row] = await sql<(PageRecord & CountsRecord)[]>`select ${pageColumn(sql, reader, filter, now)}, ${countsColumns(sql, reader, now)}`;
  return { ...pageFrom(row?.rows ?? [], reader, filter), ...countsFrom(row) };
}

export async function queuePage(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date) {
  const [row] = await sql<PageRecord[]>`select ${pageColumn(sql, reader, filter, now)}`;
  return pageFrom(row?.rows ?? [], reader, filter);
}

/** How many wait in each list, by kind, and when the next task that was put off comes back; null when none is. */
export async function queueCounts(sql: Sql, reader: QueueReader, now: Date): Promise<{ counts: QueueCounts; wakesAt: string | null }> {
  const [row] = await sql<CountsRecord[]>`select ${countsColumns(sql, reader, now)}`;
  return countsFrom(row);
}

interface CountsRecord { counts: { view: keyof QueueCounts; kind: TaskKindName; total: number; overdue: number }[] | null; wakes_at: Date | null }
interface PageRecord { rows: QueueRecord[] | null }
/** Times are PostgreSQL's own writing of an instant. */
type QueueRecord = Pick<TaskRecord, 'id' | 'case_id' | 'kind' | 'role' | 'state' | 'person_id' | 'participant_id' | 'hearing_id' | 'articles' | 'due_provisional' | 'overdue' | 'claimed_by' | 'case_number'
  | 'assignee_name' | 'claimer_name' | 'participant_person_id' | 'participant_role' | 'participant_name'> & {
  stage: StageOrClosed | null; division: string | null; card: CaseCard | null; opened_at: string; due_at: string | null; completed_at: string | null; comments: number; snoozed_until: string | null; snooze_reason: string | null;
};

const utc = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());
const named = (personId: string | null, name: string | null) => (personId === null ? null : { personId, name: name ?? '' });

/** As `taskRowFrom`, of what the queue reads. Nobody of the court is an agent in a case where they hold an office. */
function queueRowFrom(row: QueueRecord, reader: QueueReader) {
  const { card } = row;
  return {
    taskId: row.id, caseId: row.case_id, caseNumber: row.case_number, causeOfAction: card?.cause ?? '', caseType: card?.caseType ?? 'civil', instance: card?.instance ?? 'first', parties: card?.parties ?? '',
    kind: row.kind, role: row.role, state: row.state, assignee: named(row.person_id, row.assignee_name),
    participant: row.participant_id === null || row.participant_person_id === null ? null
      : { participantId: row.participant_id, personId: row.participant_person_id, name: row.participant_name ?? '', role: row.participant_role ?? '' },
    hearingId: row.hearing_id, articles: row.articles, openedAt: new Date(row.opened_at).toISOString(), dueAt: utc(row.due_at), dueProvisional: row.due_provisional, overdue: row.overdue,
    claimedBy: named(row.claimed_by, row.claimer_name), mine: row.person_id === reader.personId || row.claimed_by === reader.personId,
    stage: row.stage, division: row.division, comments: row.comments,
    insteadOf: reader.standsInFor.find(({ personId }) => personId === row.person_id) ?? null,
    snoozed: row.snoozed_until === null ? null : { until: new Date(row.snoozed_until).toISOString(), reason: row.snooze_reason ?? '' },
  } satisfies TaskRowView & Record<string, unknown>;
}

function pageFrom(records: readonly QueueRecord[], reader: QueueReader, filter: QueueFilter) {
  const shown = records.slice(0, filter.limit);
  const last = shown.at(-1);
  const lastAt = last && (filter.view === 'completed' ? last.completed_at : last.due_at);
  return {
    rows: shown.map((record) => queueRowFrom(record, reader)),
    next: records.length > filter.limit && last ? encodeCursor(lastAt == null ? null : new Date(lastAt), last.id) : null,
  };
}

function pageColumn(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date): Fragment {
  const picked = pick(sql, reader, filter, now);
  if (picked === null) return sql`null as rows`;
  return sql`(select json_agg(r) from (
    with picked as materialized (${picked})
    select ${shownColumns(sql)}, c.case_number, c.stage, c.division, c.card, assignee.name as assignee_name, claimer.name as claimer_name,
      x.person_id as participant_person_id, x.role as participant_role, p.name as participant_name,
      (select count(*)::int from task_comments m where m.task_id = t.id) as comments, s.until as snoozed_until, s.reason as snooze_reason
    from picked t
      left join cases c on c.id = t.case_id
      left join persons assignee on assignee.id = t.person_id
      left join persons claimer on claimer.id = t.claimed_by
      left join participants x on x.id = t.participant_id
      left join persons p on p.id = x.person_id
      left join task_snoozes s on s.task_id = t.id and s.person_id = ${reader.personId} and s.until > ${now}
    order by ${filter.view === 'completed' ? sql`t.at desc, t.id desc` : sql`t.at, t.id`}) r) as rows`;
}

/** What a row needs of its task: read where it is found, not once more by its id. */
const shownColumns = (sql: Sql) => sql`t.id, t.case_id, t.kind, t.role, t.state, t.person_id, t.participant_id, t.hearing_id, t.articles, t.opened_at, t.due_at, t.due_provisional, t.overdue, t.claimed_by, t.completed_at`;

/** The tasks of the page, one more than it shows, in its order; null where this person has no such list. */
function pick(sql: Sql, reader: QueueReader, filter: QueueFilter, now: Date): Fragment | null {
  const after = decodeCursor(filter.after);
  const terms = searchTerms(filter.search);
  const division = filter.view === 'division' ? divisionScope(reader)?.division ?? null : null;
  const staged = filter.stage === undefined ? sql`` : sql`staged as materialized (select c.id from cases c where c.stage = ${filter.stage} ${inDivision(sql, division)})`;
  if (filter.view === 'completed') {
    return sql`${filter.stage === undefined ? sql`` : sql`with ${staged}`} select ${shownColumns(sql)}, t.completed_at as at from tasks t
      where t.state = 'completed' and t.completed_by = ${reader.personId} ${narrow(sql, filter)} ${holding(sql, terms)}
      ${after === null ? sql`` : sql`and (t.completed_at, t.id) < (${after.at}, ${after.id})`}
      order by t.completed_at desc, t.id desc limit ${filter.limit + 1}`;
  }
  const list = listOf(sql, reader, filter.view, now);
  if (list === null) return null;
  const inOrder = (also: Fragment) => sql`from tasks t where t.state = 'open' and ${list} ${narrow(sql, filter)} ${dueWithin(sql, filter.due, now)} ${later(sql, after)} ${also}`;
  const spelled = holding(sql, terms);
  const firstOf = sql`order by ${due(sql)}, t.id limit ${filter.limit + 1}`;
  const pairs = [...new Set(terms.flatMap(bigramsOf))];
  if (pairs.length === 0 && filter.stage === undefined) return sql`select ${shownColumns(sql)}, ${due(sql)} as at ${inOrder(spelled)} ${firstOf}`;
  // Looked up as a whole and put in order then: to walk the list in its order, and take every text apart or look at every case on
  // the way, is much more. What is put in order is short; what a row shows is read of those on the page.
  if (pairs.length === 0) {
    return sql`with ${staged}, found as materialized (select t.id, ${due(sql)} as at ${inOrder(spelled)}), first as (select id, at from found order by at, id limit ${filter.limit + 1})
      select ${shownColumns(sql)}, first.at from first join tasks t on t.id = first.id`;
  }
  // A word that very many have is soon met on the way; every one of them looked up would be the most work of all. Which it is shows
  // in the index; of the two ways only one is gone.
  const signs = sql`search_signs(t.search_text, t.division) @> ${division === null ? pairs : [...pairs, division]}::text[]`;
  const areMany = sql`(select count(*) from met) = ${many}`;
  return sql`with ${filter.stage === undefined ? sql`` : sql`${staged},`} met as materialized (select 1 from tasks t where t.state = 'open' and ${signs} limit ${many}),
    found as materialized (select t.id, ${due(sql)} as at ${inOrder(sql`${spelled} and ${signs} and not ${areMany}`)}),
    first as ((select id, at from found order by at, id limit ${filter.limit + 1}) union all (select t.id, ${due(sql)} ${inOrder(sql`${spelled} and ${areMany}`)} ${firstOf}))
    select ${shownColumns(sql)}, first.at from first join tasks t on t.id = first.id`;
}

/** So many open tasks of the reader's division with a word that one of a page is met every few rows. */
const many = 400;

/** What waits in the filing division belongs to no other yet, and is little. */
const inDivision = (sql: Sql, division: string | null) => (division === null || division === filingDivision ? sql`` : sql`and c.division = ${division}`);

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
  // A division's head holds that office in its division.
  const elsewhere = reader.roles.includes('divisionHead') && reader.division ? sql`and (t.role <> 'divisionHead' or t.division = ${reader.division})` : sql``;
  const pool = sql`(t.person_id is null and ${ofOneOf(sql, reader.roles)} ${elsewhere})`;
  const beside = kindsAlsoBy(reader.roles);
  return beside.length === 0 ? pool : sql`(${pool} or t.kind = any(${beside as string[]}))`;
}

function narrow(sql: Sql, { caseId, kind, article, stage }: QueueFilter) {
  return sql`${caseId === undefined ? sql`` : sql`and t.case_id = ${caseId}`}
    ${kind === undefined ? sql`` : sql`and t.kind = ${kind}`}
    ${article === undefined ? sql`` : sql`and t.articles ? ${article}`}
    ${stage === undefined ? sql`` : sql`and t.case_id in (select id from staged)`}`;
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

function countsColumns(sql: Sql, reader: QueueReader, now: Date): Fragment {
  const parts = countedViews.flatMap((view) => {
    const list = listOf(sql, reader, view, now);
    return list === null ? [] : [sql`select ${view}::text as view, t.kind, count(*)::int as total, (count(*) filter (where t.overdue))::int as overdue from tasks t where t.state = 'open' and ${list} group by t.kind`];
  });
  return sql`(select json_agg(n) from (${parts.reduce((before, one) => sql`${before} union all ${one}`)}) n) as counts,
    (select min(until) from task_snoozes where person_id = ${reader.personId} and until > ${now}) as wakes_at`;
}

const countedViews = ['mine', 'roles', 'division', 'snoozed'] as const;

function countsFrom(row: CountsRecord | undefined): { counts: QueueCounts; wakesAt: string | null } {
  const counts = Object.fromEntries(countedViews.map((view) => [view, { total: 0, overdue: 0, kinds: {} }])) as unknown as QueueCounts;
  for (const { view, kind, total, overdue } of row?.counts ?? []) {
    const count = counts[view];
    count.total += total;
    count.overdue += overdue;
    count.kinds[kind] = total;
  }
  return { counts, wakesAt: iso(row?.wakes_at ?? null) };
}
