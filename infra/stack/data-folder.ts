// Where a stack keeps what it must not lose.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { othersCanEnter, repositoryFolder, runsAsRoot } from '#infra/parts/folders.ts';

/** The data folder of `npm start`: KAITING_DATA, else .kaiting in the clone. */
export function dataFolder(): string {
  return path.resolve(process.env.KAITING_DATA ?? path.join(repositoryFolder, '.kaiting'));
}

/** Makes the data folder with its subfolders. */
export function makeDataFolder(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  for (const name of ['files', 'recordings', 'archives', 'logs', 'temporal', 'secrets']) {
    mkdirSync(path.join(dataDir, name), { recursive: true, mode: 0o700 });
    chmodSync(path.join(dataDir, name), 0o700);
  }
}

/**
 * The database's folder. When root starts the stack, the server runs as another user; a data folder that
 * this one cannot enter (below root's home, say) keeps its database in /var/lib/kaiting, and says so
 * in the file `postgres-is-elsewhere`.
 */
export function clusterFolder(dataDir: string): string {
  const inside = path.join(dataDir, 'postgres');
  const note = path.join(dataDir, 'postgres-is-elsewhere');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  if (!runsAsRoot || existsSync(inside) || othersCanEnter(dataDir)) return inside;
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
  const outside = path.join('/var/lib/kaiting', name, 'postgres');
  mkdirSync(path.dirname(outside), { recursive: true, mode: 0o755 });
  writeFileSync(note, `${outside}\n`);
  return outside;
}
