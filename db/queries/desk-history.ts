/** Of one case, who gave its tasks to whom, took them back, and reminded of them: for those who supervise. */
import type { Sql } from '#db/connect.ts';
import type { TimelineRow } from '#db/queries/timeline.ts';
import { wordAssignment, wordReminder, wordTakenBack } from '#domain/journal/desk-wording.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';

export async function deskHistory(sql: Sql, caseId: string): Promise<TimelineRow[]> {
  const [given, reminded] = await Promise.all([
    sql<{ id: string; task_id: string; kind: TaskKindName; to_name: string; by_name: string; reason: string; at: Date; ended_at: Date | null; ended_name: string | null; end_reason: string | null; moved: boolean }[]>`
      select g.id, g.task_id, t.kind, p.name as to_name, b.name as by_name, g.reason, g.at, g.ended_at, e.name as ended_name, g.end_reason,
        exists (select from task_assignments n where n.task_id = g.task_id and n.id > g.id and n.at = g.ended_at) as moved
      from task_assignments g join tasks t on t.id = g.task_id join persons p on p.id = g.to_person join persons b on b.id = g.by_person left join persons e on e.id = g.ended_by
      where g.case_id = ${caseId} order by g.id`,
    sql<{ id: string; task_id: string; kind: TaskKindName; to_name: string | null; by_name: string; note: string; at: Date }[]>`
      select r.id, r.task_id, t.kind, p.name as to_name, b.name as by_name, r.note, r.at from task_reminders r join tasks t on t.id = r.task_id join persons b on b.id = r.by_person left join persons p on p.id = r.to_person
      where r.case_id = ${caseId} order by r.id`,
  ]);
  const row = (stream: string, seq: number, kind: string, at: Date, who: string, title: TimelineRow['title'], detail: Record<string, unknown>): TimelineRow =>
    ({ stream, seq, kind, at: at.toISOString(), who, title, detail, articles: [], refused: false });
  return [
    ...given.flatMap((one) => [
      row('assignments', Number(one.id) * 2, 'task-assigned', one.at, one.by_name, wordAssignment(one.kind, one.to_name), { taskId: one.task_id, reason: one.reason }),
      ...(one.ended_at && one.ended_name && !one.moved ? [row('assignments', Number(one.id) * 2 + 1, 'task-taken-back', one.ended_at, one.ended_name, wordTakenBack(one.kind, one.to_name), { taskId: one.task_id, reason: one.end_reason })] : []),
    ]),
    ...reminded.map((one) => row('reminders', Number(one.id), 'task-reminded', one.at, one.by_name, wordReminder(one.kind, one.to_name), { taskId: one.task_id, note: one.note })),
  ];
}
