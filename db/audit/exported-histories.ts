/** Which runs of which workflows are exported, and which are still to be. The files lie in the storage. */
import type { Sql } from '#db/connect.ts';

export interface ExportRow {
  workflowId: string;
  runId: string;
  caseId: string;
  sha256: string;
  jsonSha256: string;
  bytes: number;
  events: number;
  continues: string | null;
  last: boolean;
  closedAt: Date;
}

export const exportsOf = async (sql: Sql, workflowId: string): Promise<ExportRow[]> => [...await sql<ExportRow[]>`
  select workflow_id as "workflowId", run_id as "runId", case_id as "caseId", sha256, json_sha256 as "jsonSha256", bytes, events, continues, last, closed_at as "closedAt"
  from exported_histories where workflow_id = ${workflowId} order by closed_at`];

/** A run that is there already stays as it was exported first. */
export async function keepExport(sql: Sql, row: ExportRow): Promise<void> {
  await sql`insert into exported_histories (workflow_id, run_id, case_id, sha256, json_sha256, bytes, events, continues, last, closed_at)
    values (${row.workflowId}, ${row.runId}, ${row.caseId}, ${row.sha256}, ${row.jsonSha256}, ${row.bytes}, ${row.events}, ${row.continues}, ${row.last}, ${row.closedAt}) on conflict do nothing`;
}

/** Of these runs the ones that are not exported and whose workflow has a journal. */
export async function notExported(sql: Sql, runs: readonly { workflowId: string; runId: string }[]): Promise<{ workflowId: string; runId: string; caseId: string }[]> {
  if (runs.length === 0) return [];
  return [...await sql<{ workflowId: string; runId: string; caseId: string }[]>`
    select r.workflow_id as "workflowId", r.run_id as "runId", h.case_id as "caseId"
    from unnest(${runs.map(({ workflowId }) => workflowId)}::text[], ${runs.map(({ runId }) => runId)}::text[]) as r(workflow_id, run_id)
      join journal_heads h on h.stream = r.workflow_id
    where not exists (select from exported_histories e where e.workflow_id = r.workflow_id and e.run_id = r.run_id)`];
}

/** Journals of closed cases whose workflow's end is not exported yet. */
export const streamsToExport = async (sql: Sql, caseId: string | null): Promise<{ stream: string; caseId: string }[]> => [...await sql<{ stream: string; caseId: string }[]>`
  select h.stream, h.case_id as "caseId" from journal_heads h left join cases c on c.id = h.case_id
  where ${caseId === null ? sql`c.stage = 'closed'` : sql`h.case_id = ${caseId}`} and not exists (select from exported_histories e where e.workflow_id = h.stream and e.last) order by h.stream`];

/** How many journals a case has, and of how many the whole history is exported. */
export async function exportState(sql: Sql, caseId: string): Promise<{ streams: number; exported: number; exportedAt: Date | null }> {
  const [row] = await sql<{ streams: number; exported: number; exportedAt: Date | null }[]>`
    select count(*)::int as streams, count(e.workflow_id)::int as exported, max(e.exported_at) as "exportedAt"
    from journal_heads h left join exported_histories e on e.workflow_id = h.stream and e.last where h.case_id = ${caseId}`;
  return row ?? { streams: 0, exported: 0, exportedAt: null };
}
