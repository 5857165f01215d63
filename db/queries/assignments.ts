/** Who gave an open task to whom. The claim moves with it, in one transaction; what was before stays on record. */
import type { Sql } from '#db/connect.ts';
import { writeClaim, type SealText } from '#db/queries/claims.ts';
import { absenceInForce } from '#db/queries/absences.ts';

export interface Colleague { personId: string; name: string; title: string; away: boolean; open: number }

/** Active holders of the role who take no part in the case; judges of the case's division. `open`: how much they have. */
export async function colleaguesForTask(sql: Sql, role: string, caseId: string): Promise<Colleague[]> {
  const rows = await sql<Colleague[]>`
    select s.person_id as "personId", p.name, s.title, exists (select from staff_absences a where a.person_id = s.person_id and ${absenceInForce(sql)}) as away,
      (select count(*)::int from tasks t where t.state = 'open' and (t.person_id = s.person_id or t.claimed_by = s.person_id)) as open
    from staff s join persons p on p.id = s.person_id join staff_roles r on r.person_id = s.person_id and r.role = ${role}
    where s.active and not exists (select from participants x where x.case_id = ${caseId} and x.person_id = s.person_id)
      and (${role} <> 'judge' or s.division = '' or s.division = (select c.division from cases c where c.id = ${caseId}))
    order by away, open, p.name, s.person_id`;
  return rows.map((row) => ({ ...row }));
}

export interface Assignment { taskId: string; caseId: string; to: string; by: string; reason: string; /** By the court's clock. */ at: Date }

/** Gives it, whoever is at it. False: it is open no more, or waits for one person meanwhile. */
export async function assignTask(sql: Sql, { taskId, caseId, to, by, reason, at }: Assignment, seal: SealText): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [task] = await tx<{ claimed_by: string | null }[]>`select claimed_by from tasks where id = ${taskId} and state = 'open' and person_id is null for update`;
    if (!task) return false;
    await writeClaim(tx, { taskId, claimedBy: to, seal });
    await tx`update task_assignments set ended_at = ${at}, ended_by = ${by}, end_reason = ${reason} where task_id = ${taskId} and ended_at is null`;
    await tx`insert into task_assignments (task_id, case_id, to_person, by_person, instead_of, reason, at) values (${taskId}, ${caseId}, ${to}, ${by}, ${task.claimed_by}, ${reason}, ${at})`;
    return true;
  });
}

/** Takes it back: it waits for anybody of its role again. False: nobody was given it, or they gave it back themselves. */
export async function takeBackTask(sql: Sql, { taskId, by, reason, at }: Omit<Assignment, 'to' | 'caseId'>, seal: SealText): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [held] = await tx`
      update task_assignments g set ended_at = ${at}, ended_by = ${by}, end_reason = ${reason} from tasks t
      where g.task_id = ${taskId} and g.ended_at is null and t.id = g.task_id and t.state = 'open' and t.claimed_by = g.to_person returning g.id`;
    if (!held) return false;
    await writeClaim(tx, { taskId, claimedBy: null, seal });
    return true;
  });
}

/** The assignment that holds, or null. */
export async function assignmentOf(sql: Sql, taskId: string): Promise<{ to: { personId: string; name: string }; by: string; reason: string; at: string } | null> {
  const [row] = await sql<{ to_person: string; to_name: string; by_name: string; reason: string; at: Date }[]>`
    select g.to_person, p.name as to_name, b.name as by_name, g.reason, g.at from task_assignments g join tasks t on t.id = g.task_id and t.claimed_by = g.to_person
      join persons p on p.id = g.to_person join persons b on b.id = g.by_person
    where g.task_id = ${taskId} and g.ended_at is null order by g.id desc limit 1`;
  return row ? { to: { personId: row.to_person, name: row.to_name }, by: row.by_name, reason: row.reason, at: row.at.toISOString() } : null;
}
