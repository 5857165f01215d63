/**
 * `npx kaiting reconcile [CASE] [--apply]`: compares PostgreSQL with the workflows in Temporal, for one case or all: entries
 * that a workflow handed over and the journal lacks (after a restore), rows that are not as the journal makes them. With
 * `--apply` appends the first and puts the second right; without it nothing is changed (a dry run). What the journal says
 * otherwise than Temporal is shown, never overwritten.
 * Exit 0: nothing is missing or different (any more); 1: something is; 2: asked wrongly.
 */
import { parseArgs } from 'node:util';
import type { Client } from '@temporalio/client';
import { auditEntries } from '#domain/audit/audit-stream.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { readStreamHistory } from '#adapters/temporal/stream-history.ts';
import { journalRowsOf } from '#db/audit/audit-case.ts';
import { findCase } from '#db/audit/find-case.ts';
import { appendMissing, missingEntries } from '#db/audit/missing-entries.ts';
import { connectShadows, differencesOf, journalOf, projectedFrom, projectedNow, rebuildCase } from '#db/audit/projection-shadow.ts';
import { connectSql } from '#db/connect.ts';
import { temporalClient } from '../temporal-connection.ts';

const { values: { apply }, positionals: [asked] } = parseArgs({ options: { apply: { type: 'boolean', default: false } }, allowPositionals: true });
const environment = readEnvironment(['database', 'temporal']);
const sql = connectSql(environment.database.url, 2);
const shadows = connectShadows(environment.database.url);
const temporal = temporalClient(environment.temporal);
try {
  process.exitCode = await reconcile();
} finally {
  await Promise.all([sql.end({ timeout: 5 }), shadows.shadows.end({ timeout: 5 }), temporal.close()]);
}

async function reconcile(): Promise<number> {
  const only = asked === undefined ? undefined : await findCase(sql, asked) ?? asked.replace(/^case-/, '');
  const count = { streams: 0, missing: 0, otherwise: 0, rows: 0, gone: 0 };
  for (const stream of await streamsOf(temporal.client, only)) {
    const history = await readStreamHistory(temporal.client, stream);
    count.streams += 1;
    if (!history) { count.gone += 1; continue; }
    const missing = await missingEntries(sql, history);
    if (missing.entries.length > 0) console.log(`${stream}: the journal ends at ${missing.head}; Temporal has ${missing.entries.length} more${missing.gap ? ', and a gap after them' : ''}`);
    if (missing.gap && missing.entries.length === 0) console.log(`${stream}: the journal ends at ${missing.head}, and Temporal's history begins later: the entries between are lost`);
    count.missing += missing.entries.length;
    if (apply) await appendMissing(sql, missing);
    // What is only missing at the end was named above.
    for (const { kind, subject } of auditEntries(history, await journalRowsOf(sql, stream))) {
      if (kind === 'entry-missing' && Number(subject) > missing.head) continue;
      count.otherwise += 1;
      console.log(`${stream}: ${kind} ${subject} (\`npx kaiting audit\` shows both sides)`);
    }
  }
  const cases = only === undefined ? (await sql<{ id: string }[]>`select distinct case_id as id from journal_heads`).map(({ id }) => id) : [only];
  for (const caseId of cases) {
    const differences = apply ? await rebuildCase(sql, shadows, caseId) : differencesOf(await projectedFrom(shadows, await journalOf(sql, caseId)), await projectedNow(sql, caseId));
    if (differences.length > 0) console.log(`case-${caseId}: ${differences.length} rows or columns are not as the journal makes them (\`npx kaiting rebuild ${caseId}\` shows them)`);
    count.rows += differences.length;
  }
  const found = count.missing + count.otherwise + count.rows;
  console.log(`reconcile: ${count.streams} workflows, ${count.missing} entries missing, ${count.otherwise} otherwise than in Temporal, ${count.rows} rows different${count.gone > 0 ? `, ${count.gone} past retention` : ''}${found === 0 ? '' : apply ? '; missing entries appended, rows put right' : '; nothing was changed (--apply)'}`);
  return count.otherwise > 0 || (!apply && found > 0) ? 1 : 0;
}

/** Workflow ids that have a journal, of one case or of all: what the database knows and what Temporal lists. */
async function streamsOf(client: Client, caseId: string | undefined): Promise<string[]> {
  const known = await sql<{ stream: string }[]>`select stream from journal_heads where ${caseId ?? null}::uuid is null or case_id = ${caseId ?? null}`;
  const streams = new Set(known.map(({ stream }) => stream));
  for await (const { workflowId, memo } of client.workflow.list()) {
    if (!/^(case|hearing|livestream)-/.test(workflowId)) continue;
    if (caseId === undefined || workflowId === `case-${caseId}` || memo?.['caseId'] === caseId) streams.add(workflowId);
  }
  return [...streams].sort();
}
