/**
 * `npx kaiting audit CASE`: compares the journal of a case with its hash chain and with Temporal's own history, entry by
 * entry; what people read with what the journal makes; the commands with the Updates that the workflows accepted.
 * CASE is a case number or a case's id. Exit 0: all is as it was written; 1: differences, each named; 2: asked wrongly.
 */
import { auditCase, auditSources, type CaseAudit } from '#db/audit/audit-case.ts';
import { connectShadows } from '#db/audit/projection-shadow.ts';
import { connectSql } from '#db/connect.ts';
import { findCase } from '#db/audit/find-case.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { readStreamHistory } from '#adapters/temporal/stream-history.ts';
import { temporalClient } from '../temporal-connection.ts';

async function main(): Promise<number> {
  const [asked] = process.argv.slice(2);
  if (!asked) {
    console.error('Usage: npx kaiting audit CASE   (a case number, or the id of a case)');
    return 2;
  }
  const environment = readEnvironment(['database', 'temporal']);
  const sql = connectSql(environment.database.url, 2);
  const shadows = connectShadows(environment.database.url);
  const temporal = temporalClient(environment.temporal);
  try {
    const caseId = await findCase(sql, asked);
    if (caseId === undefined) {
      console.error(`There is no case ${asked}.`);
      return 2;
    }
    const audit = await auditCase(auditSources(sql, shadows, (stream) => readStreamHistory(temporal.client, stream)), caseId);
    tell(audit);
    return audit.findings.length + audit.differences.length === 0 ? 0 : 1;
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), shadows.shadows.end({ timeout: 5 }), temporal.close()]);
  }
}

function tell({ caseId, streams, findings, differences, commands }: CaseAudit): void {
  console.log(`Case ${caseId}`);
  for (const { stream, entries, runs, history } of streams) {
    console.log(`  ${stream}: ${entries} entries, ${history === 'gone' ? 'Temporal’s history is past its retention' : `Temporal: ${runs} run${runs === 1 ? '' : 's'}${history === 'partly' ? ', earlier ones past retention' : ''}`}`);
  }
  console.log(`  ${commands} commands`);
  for (const { kind, stream, subject, expected, found, event } of findings) {
    console.log(`✗ ${kind} ${stream} ${subject}${event ? ` (event ${event.eventId} of run ${event.runId})` : ''}`);
    if (expected !== undefined) console.log(`    Temporal  ${JSON.stringify(expected)}`);
    if (found !== undefined) console.log(`    database  ${JSON.stringify(found)}`);
  }
  for (const { table, key, column, expected, found } of differences) {
    console.log(`✗ ${table} ${key}${column === null ? (found === undefined ? ': the row is missing' : ': nobody wrote this row') : ` ${column}`}`);
    if (column !== null) console.log(`    journal   ${JSON.stringify(expected)}\n    database  ${JSON.stringify(found)}`);
  }
  const count = findings.length + differences.length;
  console.log(count === 0 ? 'audit: true' : `audit: false (${count} difference${count === 1 ? '' : 's'})`);
}

process.exitCode = await main();
