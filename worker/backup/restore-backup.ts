/**
 * A backup becomes a data folder that `npm start` runs. Every hash is checked; a target that holds anything is refused. If
 * the process dies, the target is unfinished and says so (`being-restored`): it is removed by hand, and the backup is as it was.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onPath, run } from '#infra/parts/programs.ts';
import { clusterFolder, makeDataFolder } from '#infra/stack/data-folder.ts';
import { loadDatabase } from './database.ts';
import { hashOf, readManifest, writeHashed, type Manifest } from './manifest.ts';
import { withOwnPostgres } from './own-postgres.ts';

export interface RestoreSettings {
  /** A folder or a `.tar` that `npx kaiting backup` made. */
  from: string;
  dataDir: string;
  /** An own database elsewhere that is empty; otherwise one is made in the data folder. */
  databaseUrl?: string;
  say: (line: string) => void;
}

/** @throws Error in a person's words; what was begun is removed. */
export async function restoreBackup({ from, dataDir, databaseUrl, say }: RestoreSettings): Promise<Manifest> {
  if (!existsSync(from)) throw new Error(`${from} is not there`);
  if (existsSync(dataDir) && (await readdir(dataDir)).length > 0) throw new Error(`${dataDir} is not empty: a court is restored into a folder of its own`);
  await mkdir(dataDir, { recursive: true });
  try {
    const folder = statSync(from).isDirectory() ? from : await unpacked(from, dataDir, say);
    const manifest = await readManifest(folder);
    await writeFile(path.join(dataDir, 'being-restored'), `${manifest.takenAt}\n`);
    makeDataFolder(dataDir);
    await bring(folder, manifest, dataDir, say);
    const told = (table: string) => { if (table === 'journal') say('  the journal'); };
    say('Filling the database');
    if (databaseUrl) {
      await loadDatabase(databaseUrl, manifest.database, folder, told);
    } else {
      const password = (await readFile(path.join(dataDir, 'secrets', 'postgres-password'), 'utf8')).trim();
      await withOwnPostgres(dataDir, { folder: clusterFolder(dataDir), password }, (url) => loadDatabase(url, manifest.database, folder, told));
    }
    if (folder !== from) await rm(folder, { recursive: true });
    await rm(path.join(dataDir, 'being-restored'));
    return manifest;
  } catch (error) {
    const elsewhere = clusterFolder(dataDir);
    await rm(dataDir, { recursive: true, force: true });
    if (path.relative(dataDir, elsewhere).startsWith('..')) await rm(path.dirname(elsewhere), { recursive: true, force: true });
    throw error;
  }
}

async function unpacked(file: string, dataDir: string, say: (line: string) => void): Promise<string> {
  const tar = onPath('tar');
  if (!tar) throw new Error('There is no tar on this machine: unpack the backup elsewhere and name its folder');
  say('Unpacking');
  const folder = await mkdtemp(path.join(dataDir, 'unpacking-'));
  await run(tar, ['-C', folder, '-xf', file]);
  return folder;
}

/** Everything but the database to its place; the database's files are checked where they are. */
async function bring(folder: string, { files, temporal }: Manifest, dataDir: string, say: (line: string) => void): Promise<void> {
  say(`Checking and copying ${files.length} files`);
  let told = Date.now();
  for (const [index, { path: name, sha256, bytes }] of files.entries()) {
    const source = path.join(folder, name);
    if (path.relative(folder, source).startsWith('..')) throw new Error(`The backup names a file outside itself: ${name}`);
    if (!existsSync(source)) throw new Error(`The backup lacks ${name}`);
    const goal = name.startsWith('data/') ? name.slice('data/'.length) : name.startsWith('temporal/') && temporal === 'here' ? name : undefined;
    const found = goal === undefined ? await hashOf(source) : (await writeHashed(createReadStream(source), dataDir, goal)).sha256;
    if (found !== sha256) throw new Error(`${name} is not as the backup took it (${bytes} bytes, SHA-256 ${sha256.slice(0, 12)}…): it was damaged or changed`);
    if (Date.now() - told > 5_000) {
      told = Date.now();
      say(`  ${index + 1} of ${files.length}`);
    }
  }
}
