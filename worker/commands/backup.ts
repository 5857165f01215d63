/**
 * `npx kaiting backup FOLDER | FILE.tar`: everything of the court, while it works or while it is stopped: the database,
 * Temporal, files, recordings, archives, secrets and keys, with a manifest of hashes. It holds the court's keys: keep it as
 * you keep those. `KAITING_DATA` names the data folder. Exit 0: it is whole; 1: it is not there; 2: asked wrongly.
 */
import path from 'node:path';
import { dataFolder } from '#infra/stack/data-folder.ts';
import { takeBackup } from '../backup/take-backup.ts';

const [target, ...more] = process.argv.slice(2);
if (!target || more.length > 0) {
  console.error('Usage: npx kaiting backup FOLDER | FILE.tar');
  process.exit(2);
}
const began = Date.now();
try {
  const { place, manifest, bytes } = await takeBackup({
    dataDir: dataFolder(), environment: process.env, target: path.resolve(target), python: process.env['KAITING_PYTHON'] ?? '/usr/bin', say: (line) => console.log(line),
  });
  for (const line of manifest.notHere) console.log(`! not in this backup: ${line}`);
  const rows = manifest.database.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`backup: ${place}, ${manifest.files.length} files, ${rows} rows, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  console.log(`To restore: npx kaiting restore ${target} --into FOLDER`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
