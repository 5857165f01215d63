/** The first page of a day: what is due, whom one stands in for, what others did since one last looked. */
import type { Sql } from '#db/connect.ts';
import { onPanel } from '#db/queries/on-panel.ts';
import { absenceInForce } from '#db/queries/absences.ts';
import type { StandsInFor } from '#db/queries/home-hearings.ts';
import { caseKindOf, selectTasks, taskRowFrom, type TaskRecord, type TaskRowView } from '#db/queries/task-row.ts';
import type { Viewer } from '#domain/access/policy.ts';
import { mostDue, mostNews, newsKinds } from '#domain/desk/news.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { mayRead, type Reader } from '#domain/journal/visibility.ts';
import { wordEntry, type Names } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';

export async function standsInFor(sql: Sql, personId: string): Promise<StandsInFor[]> {
  const rows = await sql<{ id: string; name: string; until_at: Date }[]>`
    select p.id, p.name, a.until_at from staff_absences a join persons p on p.id = a.person_id where a.deputy_id = ${personId} and ${absenceInForce(sql)} order by p.name, p.id`;
  return rows.map((row) => ({ person: { personId: row.id, name: row.name }, until: row.until_at.toISOString() }));
}

interface Given { by: string; reason: string; at: string }
interface Reminded { by: string; note: string; at: string }
type DueRecord = TaskRecord & { assigned: Given | null; reminded: Reminded | null };
export type HomeTaskView = TaskRowView & { insteadOf: { personId: string; name: string } | null; personal: boolean; assigned: Given | null; reminded: Reminded | null };

/** The assignment of the task `t` that holds: the claim is still its own. */
export const assignmentInForce = (sql: Sql) => sql`(
  select jsonb_build_object('to', coalesce(p.name, ''), 'toId', g.to_person, 'by', coalesce(b.name, ''), 'reason', g.reason, 'at', g.at) from task_assignments g join persons b on b.id = g.by_person join persons p on p.id = g.to_person
  where g.task_id = t.id and g.ended_at is null and g.to_person = t.claimed_by order by g.id desc limit 1)`;

export const lastReminder = (sql: Sql) => sql`(
  select jsonb_build_object('by', b.name, 'to', p.name, 'note', r.note, 'at', r.at) from task_reminders r join persons b on b.id = r.by_person left join persons p on p.id = r.to_person where r.task_id = t.id order by r.id desc limit 1)`;

/** Overdue, due by `until` (milliseconds), given to the viewer, reminded of, or an absent one's in whose place they stand. */
export async function dueTasks(sql: Sql, viewer: Viewer, absent: readonly StandsInFor[], until: number): Promise<HomeTaskView[]> {
  const people = absent.map(({ person }) => person.personId);
  const me = viewer.personId;
  const records = await sql<DueRecord[]>`
    select row.*, ${assignmentInForce(sql)} as assigned, ${lastReminder(sql)} as reminded
    from (${selectTasks(sql)}
      where t.state = 'open' and t.id in (
        select w.id from tasks w where w.state = 'open' and (w.person_id = ${me} or w.claimed_by = ${me}) and (w.overdue or w.due_at <= ${new Date(until)})
        union select w.id from task_assignments g join tasks w on w.id = g.task_id and w.claimed_by = ${me} where g.to_person = ${me} and g.ended_at is null
        union select w.id from tasks w where w.state = 'open' and w.person_id = any(${people}::uuid[]) and w.role = any(${viewer.roles as string[]})
          and not exists (select from participants q where q.case_id = w.case_id and q.person_id = ${me})
        union select r.task_id from task_reminders r where r.to_person = ${me}
        union select r.task_id from task_reminders r join tasks w on w.id = r.task_id and w.person_id is null and w.claimed_by is null and w.role = any(${viewer.roles as string[]}) where r.to_person is null
      ) order by t.due_at, t.id limit ${mostDue}) row join tasks t on t.id = row.id
    order by row.due_at, row.id`;
  return records.map((record) => ({
    ...taskRowFrom(record, viewer), assigned: given(record.assigned), reminded: given(record.reminded),
    insteadOf: absent.find(({ person }) => person.personId === record.person_id)?.person ?? null,
    personal: (taskCatalogue[record.kind] as TaskKind).personal !== undefined,
  }));
}

/** PostgreSQL's own writing of an instant, as ours. */
export const given = <T extends { at: string }>(found: T | null): T | null => found && { ...found, at: new Date(found.at).toISOString() };

export async function homeCounts(sql: Sql, viewer: Viewer): Promise<{ open: number; overdue: number; roles: number }> {
  const [row] = await sql<{ open: number; overdue: number; roles: number }[]>`
    select count(*) filter (where mine)::int as open, count(*) filter (where mine and overdue)::int as overdue, count(*) filter (where not mine)::int as roles from (
      select t.overdue, (t.person_id = ${viewer.personId} or t.claimed_by = ${viewer.personId}) is true as mine from tasks t
      where t.state = 'open' and (t.person_id = ${viewer.personId} or t.claimed_by = ${viewer.personId} or (t.person_id is null and t.claimed_by is null and t.role = any(${viewer.roles as string[]})))) waiting`;
  return row ?? { open: 0, overdue: 0, roles: 0 };
}

/** Up to when the person has seen what others did; the day before, for who never looked. */
export async function seenUntil(sql: Sql, personId: string): Promise<Date> {
  const [row] = await sql<{ until: Date }[]>`select coalesce((select until from desk_seen where person_id = ${personId}), now() - interval '1 day') as until`;
  return row!.until;
}

/** Never earlier than before, and never what is still to come. */
export async function noteSeen(sql: Sql, personId: string, until: Date): Promise<Date> {
  const [row] = await sql<{ until: Date }[]>`
    insert into desk_seen (person_id, until) values (${personId}, least(${until}, now())) on conflict (person_id) do update set until = greatest(desk_seen.until, excluded.until) returning until`;
  return row!.until;
}

export interface News { since: string; until: string; more: boolean; entries: { caseId: string; caseNumber: string | null; seq: number; stream: string; at: string; who: string | null; title: Words }[] }

/** What others did in the person's own cases since they last looked, the newest first. Three statements. */
export async function newsFor(sql: Sql, viewer: Viewer): Promise<News> {
  const since = await seenUntil(sql, viewer.personId);
  const me = viewer.personId;
  const rows = await sql<(JournalEntry & { stream: string; caseNumber: string | null; caseKind: CaseKind; recordedAt: Date })[]>`
    select j.stream, j.seq, j.kind, j.at, j.case_id as "caseId", j.data, j.recorded_at as "recordedAt", c.case_number as "caseNumber", ${caseKindOf(sql)} as "caseKind"
    from cases c join journal j on j.case_id = c.id left join filings f on f.case_id = c.id
    where (${me} in (c.presiding_judge, c.clerk, c.technician) or ${onPanel(sql, me)}) and not exists (select from participants x where x.case_id = c.id and x.person_id = ${me})
      and j.recorded_at > ${since} and j.kind = any(${newsKinds as string[]}) and j.data->>'by' is distinct from ${me}
    order by j.recorded_at desc, j.stream, j.seq desc limit ${mostNews + 1}`;
  const reader: Reader = { as: 'court', personId: me, participantIds: new Set(), taskIds: new Set() };
  const names = await namesIn(sql, [...new Set(rows.map(({ caseId }) => caseId))]);
  return {
    since: since.toISOString(), // A millisecond on: PostgreSQL counts finer than we do.
    until: new Date((rows[0]?.recordedAt ?? since).getTime() + (rows.length > 0 ? 1 : 0)).toISOString(), more: rows.length > mostNews,
    entries: rows.slice(0, mostNews).filter((entry) => mayRead(entry, reader)).map((entry) => {
      const { title, who } = wordEntry(entry, { ...names, kind: entry.caseKind });
      return { caseId: entry.caseId, caseNumber: entry.caseNumber, seq: entry.seq, stream: entry.stream, at: entry.at, who, title };
    }),
  };
}

/** Names of everybody whom the journals of these cases may name. */
async function namesIn(sql: Sql, caseIds: readonly string[]): Promise<Omit<Names, 'kind'>> {
  if (caseIds.length === 0) return { person: (id) => id, participant: (id) => id, courtroom: (id) => id };
  const rows = await sql<{ id: string; name: string }[]>`
    select unnest(array[p.id, x.id]) as id, p.name from participants x join persons p on p.id = x.person_id where x.case_id = any(${caseIds as string[]}::uuid[])
    union select unnest(array[p.id, i.participant_id]), p.name from invitations i join persons p on p.id = i.person_id where i.case_id = any(${caseIds as string[]}::uuid[])
    union select p.id, p.name from persons p where p.kind = 'staff'
    union select p.id, p.name from persons p join filings f on f.filed_by = p.id where f.case_id = any(${caseIds as string[]}::uuid[])`;
  const byId = new Map(rows.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => byId.get(id) ?? id;
  return { person: nameOf, participant: nameOf, courtroom: (id) => id };
}
