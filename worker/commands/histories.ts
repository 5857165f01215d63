/**
 * `npx kaiting histories export [CASE]`: exports every closed run of the workflows of a case (or of all closed cases, and
 * whatever else Temporal says has closed) that is not exported yet. `npx kaiting histories list CASE`: what is exported.
 * CASE is a case number or a case's id. Exit 0: done; 1: something of a closed case is past retention and not exported; 2: asked wrongly.
 */
import path from 'node:path';
import { readEnvironment } from '#adapters/config/environment.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { exportsOf } from '#db/audit/exported-histories.ts';
import { findCase } from '#db/audit/find-case.ts';
import { connectSql } from '#db/connect.ts';
import { exportCases, exportClosed } from '../record/histories.ts';
import { temporalClient } from '../temporal-connection.ts';

const [what, asked] = process.argv.slice(2);
if (what !== 'export' && !(what === 'list' && asked !== undefined)) {
  console.error('Usage: npx kaiting histories export [CASE] | list CASE');
  process.exitCode = 2;
} else {
  const environment = readEnvironment(['database', 'temporal']);
  const sql = connectSql(environment.database.url, 2);
  const temporal = temporalClient(environment.temporal);
  const ports = { sql, temporal: temporal.client, storage: createLocalStorage(path.join(environment.court.data, 'files')) };
  try {
    const caseId = asked === undefined ? null : await findCase(sql, asked) ?? '';
    if (caseId === '') {
      console.error(`There is no case ${asked}.`);
      process.exitCode = 2;
    } else process.exitCode = what === 'list' ? await list(caseId ?? '') : await exportAll(caseId);
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), temporal.close()]);
  }

  async function exportAll(caseId: string | null): Promise<number> {
    const all = await exportCases(ports, caseId);
    const more = caseId === null ? await exportClosed(ports, null) : { runs: 0, bytes: 0 };
    for (const stream of all.gone) console.log(`✗ ${stream} is past Temporal’s retention and was not exported`);
    console.log(`histories: ${all.runs + more.runs} runs exported, ${all.bytes + more.bytes} bytes${all.open.length > 0 ? `; ${all.open.length} still open` : ''}`);
    return all.gone.length === 0 ? 0 : 1;
  }

  async function list(caseId: string): Promise<number> {
    const streams = await sql<{ stream: string }[]>`select stream from journal_heads where case_id = ${caseId} order by stream`;
    for (const { stream } of streams) {
      const runs = await exportsOf(sql, stream);
      if (runs.length === 0) console.log(`${stream}: not exported`);
      for (const { runId, events, bytes, closedAt, sha256 } of runs) console.log(`${stream} ${runId}: ${events} events, ${bytes} bytes, closed ${closedAt.toISOString()}, sha256 ${sha256}`);
    }
    return 0;
  }
}
