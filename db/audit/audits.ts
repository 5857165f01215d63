/** Audits that were run from a case's page: who, when, how far, what was found. They stay on record. */
import type { AuditProgress, CaseAuditResult } from '#domain/audit/case-audit.ts';
import type { Sql } from '#db/connect.ts';

export interface AuditRow {
  id: string;
  name: string | null;
  source: 'live' | 'export';
  state: 'running' | 'done' | 'failed';
  progress: AuditProgress;
  result: CaseAuditResult | null;
  error: string | null;
  startedAt: Date;
  touchedAt: Date;
  finishedAt: Date | null;
}

export async function beginAudit(sql: Sql, { auditId, caseId, personId, source }: { auditId: string; caseId: string; personId: string; source: 'live' | 'export' }): Promise<void> {
  const progress: AuditProgress = { step: 'anchors', done: 0, of: 1 };
  await sql`insert into audits (id, case_id, person_id, source, state, progress) values (${auditId}, ${caseId}, ${personId}, ${source}, 'running', ${sql.json({ ...progress })})`;
}

/** One of the case that runs now and goes on; null: none. */
export async function runningAudit(sql: Sql, caseId: string, source: 'live' | 'export', withinMs: number): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from audits where case_id = ${caseId} and source = ${source} and state = 'running' and touched_at > now() - make_interval(secs => ${withinMs / 1000}) order by started_at desc limit 1`;
  return row?.id ?? null;
}

export async function noteProgress(sql: Sql, auditId: string, progress: AuditProgress): Promise<void> {
  await sql`update audits set progress = ${sql.json({ ...progress })}, touched_at = now() where id = ${auditId}`;
}

export async function endAudit(sql: Sql, auditId: string, how: { result: CaseAuditResult } | { error: string }): Promise<void> {
  await sql`update audits set state = ${'result' in how ? 'done' : 'failed'}, result = ${'result' in how ? sql.json(how.result as never) : null}, error = ${'error' in how ? how.error : null},
    touched_at = now(), finished_at = now() where id = ${auditId}`;
}

const columns = (sql: Sql) => sql`a.id, p.name, a.source, a.state, a.progress, a.result, a.error, a.started_at as "startedAt", a.touched_at as "touchedAt", a.finished_at as "finishedAt"`;

export async function findAudit(sql: Sql, caseId: string, auditId: string): Promise<AuditRow | null> {
  const [row] = await sql<AuditRow[]>`select ${columns(sql)} from audits a left join persons p on p.id = a.person_id where a.id = ${auditId} and a.case_id = ${caseId}`;
  return row ?? null;
}

/** The newest fifty. */
export const listAudits = async (sql: Sql, caseId: string): Promise<AuditRow[]> =>
  [...await sql<AuditRow[]>`select ${columns(sql)} from audits a left join persons p on p.id = a.person_id where a.case_id = ${caseId} order by a.started_at desc limit 50`];
