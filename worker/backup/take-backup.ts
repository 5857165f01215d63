/**
 * A backup of everything, while the court works or while it is stopped.
 *
 * The order makes it reconcilable. First the database's moment is held, then Temporal's, a few milliseconds later: so no
 * journal is ahead of its workflow, and what a workflow wrote between the two is appended by `npx kaiting reconcile --apply`.
 * Then the files, which are written before anything speaks of them and are never changed.
 *
 * If the process dies, the folder has no manifest and counts for nothing. Nothing of the court is changed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { onPath, run } from '#infra/parts/programs.ts';
import { clusterFolder } from '#infra/stack/data-folder.ts';
import { isRunning, RunFile } from '#infra/stack/run-file.ts';
import { sourcesHash } from '../workflow-bundle.ts';
import { dumpDatabase, holdDatabase } from './database.ts';
import { copyFile, filesToCopy } from './folders.ts';
import { hashOf, writeManifest, type FileEntry, type Manifest } from './manifest.ts';
import { withOwnPostgres } from './own-postgres.ts';
import { copierOf } from './temporal-file.ts';

export interface BackupSettings {
  dataDir: string;
  /** The stack's environment as its last start kept it. */
  environment: Record<string, string | undefined>;
  /** A folder that is not there or is empty, or a file that ends in `.tar`. */
  target: string;
  /** Bin folder of the Python environment. */
  python: string;
  say: (line: string) => void;
}

export interface Taken { place: string; manifest: Manifest; bytes: number }

/** @throws Error in a person's words; what was begun is removed. */
export async function takeBackup(settings: BackupSettings): Promise<Taken> {
  const { dataDir, target, say } = settings;
  const packed = target.endsWith('.tar');
  if (packed && existsSync(target)) throw new Error(`${target} is there already`);
  const folder = packed ? `${target}.being-made` : target;
  if (existsSync(folder) && (packed || (await readdir(folder)).length > 0)) throw new Error(`${folder} is there already and is not empty`);
  if (!path.relative(dataDir, path.resolve(folder)).startsWith('..')) throw new Error('A backup does not lie in the folder that it is a backup of');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const manifest = await withDatabase(settings, (url) => write(settings, url, folder));
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    if (packed) {
      say('Packing');
      const tar = onPath('tar');
      if (!tar) throw new Error('There is no tar on this machine: name a folder instead of a file');
      await run(tar, ['-C', folder, '-cf', target, '.']);
      await rm(folder, { recursive: true });
    }
    return { place: target, manifest, bytes };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The database as it runs; where the court is stopped its own server is run meanwhile, and nobody may start the court. */
async function withDatabase<T>({ dataDir, environment, say }: BackupSettings, work: (url: string) => Promise<T>): Promise<T> {
  const password = path.join(dataDir, 'secrets', 'postgres-password');
  const own = existsSync(path.join(clusterFolder(dataDir), 'made-by-kaiting'));
  if (isRunning(dataDir) || !own) return work(environment['DATABASE_URL'] ?? '');
  say('The court is stopped: its database is run for the backup');
  const hold = await RunFile.take(dataDir);
  try {
    return await withOwnPostgres(dataDir, { folder: clusterFolder(dataDir), password: readFileSync(password, 'utf8').trim() }, work);
  } finally {
    hold.release();
  }
}

async function write({ dataDir, environment, python, say }: BackupSettings, url: string, folder: string): Promise<Manifest> {
  const temporalFile = path.join(dataDir, 'temporal', 'temporal.db');
  const here = existsSync(temporalFile) && isOwnTemporal(dataDir, environment['TEMPORAL_ADDRESS']);
  const files: FileEntry[] = [];
  const copy = path.join(folder, 'temporal', 'temporal.db');
  if (here) await mkdir(path.dirname(copy), { mode: 0o700 });
  const copier = here ? await copierOf(python, temporalFile, copy) : undefined;
  try {
    const { moment, end } = await holdDatabase(url);
    const takenAt = new Date();
    await copier?.hold();
    const apartMs = copier ? Date.now() - takenAt.getTime() : null;
    say(`The moment of this backup: ${takenAt.toISOString()}${apartMs === null ? '' : `; Temporal ${apartMs} ms later`}`);
    const dumped = await dumpDatabase(moment, folder, progress(say, 'tables')).finally(end);
    files.push(...dumped.files);
    if (copier) {
      await copier.done();
      files.push({ path: 'temporal/temporal.db', bytes: (await stat(copy)).size, sha256: await hashOf(copy) });
    }
    const names = await filesToCopy(dataDir);
    const tell = progress(say, `files of ${names.length}`);
    for (const name of names) {
      tell(name);
      const entry = await copyFile(dataDir, name, folder);
      if (!entry) continue;
      // A stored file is named by its content: what no longer fits its name was damaged before.
      if (name.startsWith('files/') && path.basename(name) !== entry.sha256) say(`! ${name} is damaged: its content is not what its name says`);
      files.push(entry);
    }
    const manifest: Manifest = {
      format: 1, takenAt: takenAt.toISOString(), apartMs, build: await sourcesHash(), mode: environment['KAITING_MODE'] ?? '',
      database: dumped.database, temporal: here ? 'here' : 'elsewhere', files, notHere: notHere(dataDir, environment, here),
    };
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    copier?.end();
  }
}

function isOwnTemporal(dataDir: string, address: string | undefined): boolean {
  const file = path.join(dataDir, 'ports.json');
  if (!existsSync(file) || address === undefined) return true;
  return address === `127.0.0.1:${(JSON.parse(readFileSync(file, 'utf8')) as { temporal: number }).temporal}`;
}

/** Settings of the person's own that a restored court needs again. */
function notHere(dataDir: string, environment: BackupSettings['environment'], temporalHere: boolean): string[] {
  const secret = (name: string) => { const file = path.join(dataDir, 'secrets', name); return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined; };
  const seal = environment['KAITING_SEAL_KEY'];
  return [
    ...(temporalHere ? [] : ['Temporal runs elsewhere: its own backup must be taken after this one']),
    ...(environment['KAITING_PAYLOAD_KEYS'] && environment['KAITING_PAYLOAD_KEYS'] !== secret('payload-keys') ? ['KAITING_PAYLOAD_KEYS was given to the court from outside: without it no history can be read'] : []),
    ...(seal && path.relative(dataDir, seal).startsWith('..') ? ['The seal’s key and certificate lie outside the data folder (KAITING_SEAL_KEY, KAITING_SEAL_CERTIFICATE)'] : []),
  ];
}

/** A line every five seconds. */
function progress(say: (line: string) => void, what: string): (name: string) => void {
  let [count, told] = [0, Date.now()];
  return (name) => {
    count += 1;
    if (Date.now() - told < 5_000) return;
    told = Date.now();
    say(`  ${count} ${what}, now ${name}`);
  };
}
