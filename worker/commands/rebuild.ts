/**
 * `npx kaiting rebuild [CASE] [--apply]`: makes what people read again from the journal alone, for one case or all, and shows
 * what the tables hold instead; with `--apply` puts that right, a case a transaction. Without it nothing is changed (a dry run).
 * Exit 0: nothing differs (any more); 1: something does; 2: asked wrongly.
 */
import { parseArgs } from 'node:util';
import { allCases, findCase } from '#db/audit/find-case.ts';
import { connectShadows, differencesOf, journalOf, projectedFrom, projectedNow, rebuildCase, type RowDifference } from '#db/audit/projection-shadow.ts';
import { connectSql } from '#db/connect.ts';
import { readEnvironment } from '#adapters/config/environment.ts';

const { values: { apply }, positionals: [asked] } = parseArgs({ options: { apply: { type: 'boolean', default: false } }, allowPositionals: true });
const { database: { url } } = readEnvironment(['database']);
const sql = connectSql(url, 2);
const shadows = connectShadows(url);
try {
  process.exitCode = await rebuild();
} finally {
  await Promise.all([sql.end({ timeout: 5 }), shadows.shadows.end({ timeout: 5 })]);
}

async function rebuild(): Promise<number> {
  const cases = asked === undefined ? await allCases(sql) : [await findCase(sql, asked)];
  let rows = 0;
  for (const caseId of cases) {
    if (caseId === undefined) {
      console.error(`There is no case ${asked}.`);
      return 2;
    }
    const differences = apply ? await rebuildCase(sql, shadows, caseId) : differencesOf(await projectedFrom(shadows, await journalOf(sql, caseId)), await projectedNow(sql, caseId));
    for (const difference of differences) tell(caseId, difference);
    rows += differences.length;
  }
  const what = `${cases.length} case${cases.length === 1 ? '' : 's'}, ${rows} difference${rows === 1 ? '' : 's'}`;
  console.log(rows === 0 ? `rebuild: ${what}` : apply ? `rebuild: ${what}, put right` : `rebuild: ${what} (nothing was changed; --apply puts them right)`);
  return rows === 0 || apply ? 0 : 1;
}

function tell(caseId: string, { table, key, column, expected, found }: RowDifference): void {
  const what = column ?? (found === undefined ? 'the row is missing' : 'nobody wrote this row');
  console.log(`case-${caseId} ${table} ${key} ${what}${column === null ? '' : `: journal ${JSON.stringify(expected)}, table ${JSON.stringify(found)}`}`);
}
