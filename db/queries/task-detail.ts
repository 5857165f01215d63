/** One task with everything that its page needs, and what the policy needs to know of it. One statement. */
import type { Sql } from '#db/connect.ts';
import { iso, selectTasks, subjectOf, taskRowFrom, type TaskRecord } from '#db/queries/task-row.ts';
import type { TaskSubject, Viewer } from '#domain/access/policy.ts';

interface Further {
  stream: string;
  facts: Record<string, unknown>;
  outcome: unknown;
  completed_by: string | null;
  completer_name: string | null;
  last_refusal: unknown;
}

export interface TaskFound {
  subject: TaskSubject;
  stream: string;
  caseId: string;
  hearingId: string | null;
  state: TaskRecord['state'];
  facts: Record<string, unknown>;
  completedBy: { personId: string; name: string } | null;
  completedAt: string | null;
  /** As `api/contract/tasks.ts` tells it, but for `mayAnswer`, which the policy says. */
  view: ReturnType<typeof taskViewFrom>;
}

/** Null if there is no such task. */
export async function findTask(sql: Sql, taskId: string, viewer: Viewer): Promise<TaskFound | null> {
  const [record] = await sql<(TaskRecord & Further)[]>`
    select row.*, t.stream, t.facts, t.outcome, t.completed_by, t.last_refusal, completer.name as completer_name
    from (${selectTasks(sql)} where t.id = ${taskId}) row
      join tasks t on t.id = row.id
      left join persons completer on completer.id = t.completed_by`;
  if (!record) return null;
  const view = taskViewFrom(record, viewer);
  return {
    subject: subjectOf(record),
    stream: record.stream, caseId: record.case_id, hearingId: record.hearing_id, state: record.state, facts: record.facts,
    completedBy: view.completedBy, completedAt: view.completedAt, view,
  };
}

/** What the policy needs to know of some tasks. */
export async function taskSubjects(sql: Sql, taskIds: readonly string[]): Promise<(TaskSubject & { taskId: string })[]> {
  return sql<(TaskSubject & { taskId: string })[]>`select id as "taskId", kind, role, person_id as "personId" from tasks where id = any(${taskIds as string[]}::uuid[])`;
}

const taskViewFrom = (record: TaskRecord & Further, viewer: Viewer) => ({
  ...taskRowFrom(record, viewer),
  facts: record.facts,
  outcome: record.outcome ?? null,
  completedBy: record.completed_by === null ? null : { personId: record.completed_by, name: record.completer_name ?? '' },
  completedAt: iso(record.completed_at),
  lastRefusal: record.last_refusal ?? null,
});

/** What a task needs of the person whom it is about; the rest stays null. */
export async function participantData(sql: Sql, personId: string, needed: readonly ('phone' | 'identity')[]) {
  const [person] = await sql<{ phone: string | null; identity_number: string | null; verified_at: Date | null }[]>`
    select phone, identity_number, verified_at from persons where id = ${personId}`;
  const identity = needed.includes('identity');
  return {
    phone: needed.includes('phone') ? person?.phone ?? null : null,
    identityNumber: identity ? person?.identity_number ?? null : null,
    verifiedAt: identity ? iso(person?.verified_at ?? null) : null,
  };
}
