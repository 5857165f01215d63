// Builds the pages into web/dist, when what they are made from has changed.
//
// Built beside and renamed: a build cut short leaves the old pages, and the next start builds again.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryFolder } from '#infra/parts/folders.ts';
import type { Say } from '#infra/parts/part.ts';
import { run } from '#infra/parts/programs.ts';
import { compressFiles } from '#infra/stack/compress-files.ts';

const sources = ['web', 'domain', 'api/contract', 'package-lock.json', 'infra/stack/web-build.ts', 'infra/stack/compress-files.ts'];
const dist = path.join(repositoryFolder, 'web/dist');
const mark = path.join(dist, '.built-from');

/** Resolves when web/dist is what the sources make. About 20 s when it has to build, else milliseconds. */
export async function buildWeb(say: Say): Promise<void> {
  const hash = hashSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  say('Building the pages');
  const beside = path.join(repositoryFolder, '.kaiting', `web-${process.pid}`);
  mkdirSync(path.dirname(beside), { recursive: true });
  try {
    await run(process.execPath, [path.join(repositoryFolder, 'node_modules/vite/bin/vite.js'), 'build',
      '--config', 'web/vite.config.ts', '--outDir', beside, '--emptyOutDir', '--logLevel', 'warn'],
    // Whoever starts the court may be a test: the pages are always those that people get.
    { cwd: repositoryFolder, env: { ...process.env, NODE_ENV: 'production' } });
    await compressFiles(beside);
    writeFileSync(path.join(beside, path.basename(mark)), hash);
    putInPlace(beside);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Another start may put its pages there at the same moment; the last one stays. */
function putInPlace(built: string): void {
  for (;;) {
    rmSync(dist, { recursive: true, force: true });
    try {
      renameSync(built, dist);
      return;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(path.join(repositoryFolder, source))) {
      hash.update(`${path.relative(repositoryFolder, file)}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesBelow(place: string): string[] {
  if (!existsSync(place)) return [];
  if (path.extname(place) !== '') return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !file.startsWith(`${dist}${path.sep}`) && !file.includes(`${path.sep}node_modules${path.sep}`))
    .sort();
}
