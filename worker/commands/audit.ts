/**
 * `npx kaiting audit CASE [--from-export]`: compares the journal of a case with its hash chain, with every anchor and with
 * Temporal's own history, entry by entry; what people read with what the journal makes; the commands with the Updates that
 * the workflows accepted, and with the court's own keyed hashes. `--from-export`: with the exported histories alone.
 * CASE is a case number or a case's id. Exit 0: all is as it was written; 1: differences, each named; 2: asked wrongly.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditCase, auditSources, type CaseAudit } from '#db/audit/audit-case.ts';
import { anchorRows, readAnchors } from '#db/audit/anchors.ts';
import { exportsOf } from '#db/audit/exported-histories.ts';
import { connectShadows } from '#db/audit/projection-shadow.ts';
import { connectSql } from '#db/connect.ts';
import { findCase } from '#db/audit/find-case.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { anchorReading } from '#adapters/seal/anchor-reading.ts';
import { recordKey } from '#adapters/seal/record-key.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { keptHistories } from '#adapters/temporal/kept-histories.ts';
import { temporalClient } from '../temporal-connection.ts';

async function main(): Promise<number> {
  const { values, positionals: [asked] } = parseArgs({ options: { 'from-export': { type: 'boolean', default: false } }, allowPositionals: true });
  if (!asked) {
    console.error('Usage: npx kaiting audit CASE [--from-export]   (a case number, or the id of a case)');
    return 2;
  }
  const environment = readEnvironment(['database', 'temporal', 'seal']);
  const storage = createLocalStorage(path.join(environment.court.data, 'files'));
  const certificate = await readFile(environment.seal.certificate, 'utf8');
  const sql = connectSql(environment.database.url, 2);
  const shadows = connectShadows(environment.database.url);
  const temporal = temporalClient(environment.temporal);
  try {
    const caseId = await findCase(sql, asked);
    if (caseId === undefined) {
      console.error(`There is no case ${asked}.`);
      return 2;
    }
    const histories = keptHistories({ client: temporal.client, storage, exportsOf: (stream) => exportsOf(sql, stream) });
    const audit = await auditCase(auditSources(sql, shadows, (stream) => histories.history(stream, values['from-export'] ? 'export' : 'live'), {
      anchors: async () => readAnchors(await anchorRows(sql), anchorReading(storage, [certificate])),
      checkSeal: recordKey(environment.temporal.payloadKeys).check,
    }), caseId);
    tell(audit);
    return audit.findings.length + audit.differences.length === 0 ? 0 : 1;
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), shadows.shadows.end({ timeout: 5 }), temporal.close()]);
  }
}

function tell({ caseId, streams, findings, differences, resets, commands, sealedCommands, anchoredUntil }: CaseAudit): void {
  console.log(`Case ${caseId}`);
  for (const { stream, entries, runs, history, from, anchors } of streams) {
    const source = from === 'live' ? 'Temporal' : from === 'both' ? 'export and Temporal' : 'export';
    console.log(`  ${stream}: ${entries} entries, ${anchors} anchors, ${history === 'gone' ? 'Temporal’s history is past its retention and not exported' : `${source}: ${runs} run${runs === 1 ? '' : 's'}${history === 'partly' ? ', earlier ones past retention' : ''}`}`);
  }
  console.log(`  ${commands} commands, ${sealedCommands} sealed; anchored until ${anchoredUntil ?? '—'}`);
  for (const { stream, seq, from, to, runId, by, confirmedBy, reason, compared } of resets) {
    console.log(`  ${stream} was reset (entry ${seq}): asked for by ${by}, confirmed by ${confirmedBy}: ${reason}`);
    console.log(`    entries ${from} to ${to} were written by the run before the reset, ${runId}: ${compared ? 'compared with its history' : 'its history is neither in Temporal nor exported; the chain and the anchors alone speak for them'}`);
  }
  for (const { kind, stream, subject, expected, found, event } of findings) {
    console.log(`✗ ${kind} ${stream} ${subject}${event ? ` (event ${event.eventId} of run ${event.runId})` : ''}`);
    if (expected !== undefined) console.log(`    expected  ${JSON.stringify(expected)}`);
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
