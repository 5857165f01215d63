// Where built parts are kept, and which folders another user of the machine can enter.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the source code. */
export const repositoryFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** True when this process is root, which PostgreSQL refuses to run as. */
export const runsAsRoot = process.getuid?.() === 0;

/**
 * The folder that built parts share between clones: KAITING_CACHE, else ~/.cache/kaiting. Root uses
 * /var/cache/kaiting, because the user that runs PostgreSQL cannot enter /root.
 */
export function cacheFolder(): string {
  return process.env.KAITING_CACHE ?? (runsAsRoot ? '/var/cache/kaiting' : path.join(homedir(), '.cache/kaiting'));
}

/** A folder inside the cache, made when it is not there. */
export function inCache(...names: string[]): string {
  const folder = path.join(cacheFolder(), ...names);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** True when a user who owns nothing here can walk down to this folder (its last part need not exist). */
export function othersCanEnter(folder: string): boolean {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (existsSync(current) && (statSync(current).mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}
