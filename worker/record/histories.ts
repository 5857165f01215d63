/**
 * Exports closed runs of workflows before Temporal's retention ends: one gzipped file a run, in the storage, with its
 * hashes in the database.
 *
 * If the process dies here: a run without its row is exported again by the next look; the same file is kept once.
 */
import type { Client } from '@temporalio/client';
import type { Storage } from '#adapters/storage/storage.ts';
import { continuedFrom, endOf, historyFile, isForgotten, liveRuns, type History } from '#adapters/temporal/workflow-runs.ts';
import { keepExport, notExported, streamsToExport } from '#db/audit/exported-histories.ts';
import type { Sql } from '#db/connect.ts';

export interface ExportPorts { sql: Sql; temporal: Client; storage: Storage }
export interface Exported { runs: number; bytes: number; /** Journals whose workflow is still open, or that Temporal does not know any more. */ open: string[]; gone: string[] }

/** Everything of a case that has ended; of all cases that are closed where none is named. What is exported stays as it is. */
export async function exportCases(ports: ExportPorts, caseId: string | null): Promise<Exported> {
  const exported: Exported = { runs: 0, bytes: 0, open: [], gone: [] };
  for (const { stream, caseId: of } of await streamsToExport(ports.sql, caseId)) {
    const live = await liveRuns(ports.temporal, stream);
    if (!live) exported.gone.push(stream);
    const wanted = new Set((await notExported(ports.sql, (live?.runs ?? []).map(({ runId }) => ({ workflowId: stream, runId })))).map(({ runId }) => runId));
    for (const { runId, history } of live?.runs ?? []) {
      if (!endOf(history)) exported.open.push(stream);
      else if (wanted.has(runId)) {
        exported.bytes += await exportRun(ports, { stream, runId, caseId: of, history });
        exported.runs += 1;
      }
    }
  }
  return exported;
}

/**
 * Every run that Temporal says has closed since then, of any workflow that has a journal: the earlier runs of cases that
 * go on for years too. @param since null: of all that Temporal still knows
 */
export async function exportClosed(ports: ExportPorts, since: Date | null): Promise<Exported> {
  const closed: { workflowId: string; runId: string }[] = [];
  const query = `ExecutionStatus != "Running"${since === null ? '' : ` AND CloseTime > "${since.toISOString()}"`}`;
  for await (const { workflowId, runId } of ports.temporal.workflow.list({ query })) closed.push({ workflowId, runId });
  const exported: Exported = { runs: 0, bytes: 0, open: [], gone: [] };
  for (const { workflowId, runId, caseId } of await notExported(ports.sql, closed)) {
    const history = await ports.temporal.workflow.getHandle(workflowId, runId).fetchHistory().catch((error: unknown) => {
      if (isForgotten(error)) return undefined;
      throw error;
    });
    if (!history) exported.gone.push(workflowId);
    else if (endOf(history)) {
      exported.bytes += await exportRun(ports, { stream: workflowId, runId, caseId, history });
      exported.runs += 1;
    }
  }
  return exported;
}

async function exportRun({ sql, storage }: ExportPorts, { stream, runId, caseId, history }: { stream: string; runId: string; caseId: string; history: History }): Promise<number> {
  const end = endOf(history);
  if (!end) throw new Error(`The run ${runId} of ${stream} is open`);
  const { gz, jsonSha256, events } = await historyFile(history);
  const { sha256, bytes } = await storage.put(gz);
  await keepExport(sql, { workflowId: stream, runId, caseId, sha256, jsonSha256, bytes, events, continues: continuedFrom(history) ?? null, last: end.last, closedAt: new Date(end.at) });
  return bytes;
}
