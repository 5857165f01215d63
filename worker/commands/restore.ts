/**
 * `npx kaiting restore FROM --into FOLDER [--database URL]`: makes a data folder from a backup, every hash checked. FOLDER
 * must be empty or not there. Then `KAITING_DATA=FOLDER npm start`, and `KAITING_DATA=FOLDER npx kaiting reconcile --apply`.
 * Exit 0: restored; 1: refused or failed, and nothing remains of it; 2: asked wrongly.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.ts';

const { values: { into, database }, positionals: [from] } = parseArgs({ options: { into: { type: 'string' }, database: { type: 'string' } }, allowPositionals: true });
if (!from || !into) {
  console.error('Usage: npx kaiting restore FROM --into FOLDER [--database postgres://…]');
  process.exit(2);
}
const began = Date.now();
try {
  const manifest = await restoreBackup({ from: path.resolve(from), dataDir: path.resolve(into), ...(database ? { databaseUrl: database } : {}), say: (line) => console.log(line) });
  for (const line of manifest.notHere) console.log(`! not in this backup: ${line}`);
  console.log(`restore: the court of ${manifest.takenAt} lies in ${path.resolve(into)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  console.log(`Never run it beside the court that it was taken from: both would act.\nStart it:    KAITING_DATA=${into} npm start\nthen check:  KAITING_DATA=${into} npx kaiting reconcile --apply`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
