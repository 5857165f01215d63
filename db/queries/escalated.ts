/** What is overdue and went up (domain/tasks/escalation.ts): a head's list of her division, and reminders. */
import type { Sql } from '#db/connect.ts';
import { divisionOf } from '#db/queries/division-of.ts';
import { assignmentInForce, given, lastReminder } from '#db/queries/home.ts';
import { selectTasks, taskRowFrom, type TaskRecord } from '#db/queries/task-row.ts';
import { assignableRoles, type TaskSubject, type Viewer } from '#domain/access/policy.ts';
import { escalationRoles, type EscalationRole } from '#domain/tasks/escalation.ts';

type EscalatedRecord = TaskRecord & {
  escalated_at: Date;
  headed: boolean;
  assigned: { to: string; by: string; reason: string; at: string } | null;
  reminded: { by: string; to: string | null; note: string; at: string } | null;
};

/** Still open and overdue, the oldest first, of what went up to an office that the viewer holds. */
export async function escalatedTo(sql: Sql, viewer: Viewer) {
  const roles = escalationRoles.filter((role) => viewer.roles.includes(role));
  const records = await sql<EscalatedRecord[]>`
    select row.*, e.at as escalated_at, ${assignmentInForce(sql)} as assigned, ${lastReminder(sql)} as reminded, e.to_role = 'divisionHead' as headed
    from (${selectTasks(sql)} where t.state = 'open' and t.overdue
        and exists (select from escalations u where u.task_id = t.id and u.to_role = any(${roles as string[]}))
        and not exists (select from participants q where q.case_id = t.case_id and q.person_id = ${viewer.personId})) row
      join tasks t on t.id = row.id join escalations e on e.task_id = row.id left join cases c on c.id = row.case_id
    where e.to_role <> 'divisionHead' or exists (select from staff s where s.person_id = ${viewer.personId} and (s.division = '' or s.division = ${divisionOf(sql)}))
    order by e.at, row.id limit 200`;
  return records.map((record) => ({
    row: taskRowFrom(record, viewer),
    subject: { kind: record.kind, role: record.role, personId: record.person_id } satisfies TaskSubject,
    headOfDivision: record.headed,
    escalatedAt: record.escalated_at.toISOString(),
    // Whom a task of the court is about is not whom it waits for.
    waitsFor: record.assignee_name ?? record.claimer_name ?? (record.role === 'participant' ? record.participant_name : null),
    assigned: given(record.assigned), reminded: given(record.reminded),
  }));
}

/** Open tasks of a role that nobody is at and that did not go up, of the division that the viewer heads: those that are due first. */
export async function unclaimedInDivision(sql: Sql, viewer: Viewer) {
  if (!viewer.roles.includes('divisionHead')) return [];
  const records = await sql<TaskRecord[]>`
    ${selectTasks(sql)}
    where t.state = 'open' and t.person_id is null and t.claimed_by is null and t.role = any(${assignableRoles as string[]})
      and not exists (select from escalations e where e.task_id = t.id)
      and exists (select from staff s where s.person_id = ${viewer.personId} and (s.division = '' or s.division = ${divisionOf(sql)}))
      and not exists (select from participants q where q.case_id = t.case_id and q.person_id = ${viewer.personId})
    order by t.due_at, t.id limit 50`;
  return records.map((record) => taskRowFrom(record, viewer));
}

/** Whom the task went up to, whom it waits for, and the clerk of its case; null: it did not go up, or is open no more. */
export async function escalationOf(sql: Sql, taskId: string): Promise<{ toRole: EscalationRole; caseId: string; role: string; personId: string | null; claimedBy: string | null; clerk: string | null } | null> {
  const [row] = await sql<{ toRole: EscalationRole; caseId: string; role: string; personId: string | null; claimedBy: string | null; clerk: string | null }[]>`
    select e.to_role as "toRole", t.case_id as "caseId", t.role, t.person_id as "personId", t.claimed_by as "claimedBy", c.clerk
    from escalations e join tasks t on t.id = e.task_id left join cases c on c.id = t.case_id where e.task_id = ${taskId} and t.state = 'open'`;
  return row ? { ...row } : null;
}

export interface Reminder { taskId: string; caseId: string; to: string | null; by: string; note: string; /** By the court's clock. */ at: Date }

/** Null: somebody reminded within the last hour; then nothing is written. */
export async function addReminder(sql: Sql, { taskId, caseId, to, by, note, at }: Reminder): Promise<{ to: string | null; at: string } | null> {
  return sql.begin(async (tx) => {
    await tx`select 1 from tasks where id = ${taskId} for update`;
    const [row] = await tx<{ name: string | null; at: Date }[]>`
      insert into task_reminders (task_id, case_id, to_person, by_person, note, at)
      select ${taskId}::uuid, ${caseId}::uuid, ${to}::uuid, ${by}::uuid, ${note}::text, ${at}::timestamptz where not exists (select from task_reminders where task_id = ${taskId} and at > ${at}::timestamptz - interval '1 hour')
      returning at, (select name from persons where id = ${to}::uuid) as name`;
    return row ? { to: row.name, at: row.at.toISOString() } : null;
  });
}
