/** Which folders of the data folder a backup has, and copying them while the court works. */
import { createReadStream, existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { writeHashed, type FileEntry } from './manifest.ts';

/** What is not made again by itself. Logs, workflow bundles and ports are. */
const kept = ['files', 'recordings', 'archives', 'anchors', 'media', 'secrets'];

/** What is being written at this moment counts for nothing; the environment is written by every start. */
const left = [/^files\/incoming\//, /^archives\/\.making-/, /^secrets\/environment\.json$/, /^secrets\/janus\//, /\.new$/];

/** Names of everything to copy, relative to the data folder, in order. */
export async function filesToCopy(dataDir: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of kept) {
    if (!existsSync(path.join(dataDir, folder))) continue;
    for (const entry of await readdir(path.join(dataDir, folder), { recursive: true, withFileTypes: true })) {
      const name = path.relative(dataDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
      if (entry.isFile() && !left.some((pattern) => pattern.test(name))) found.push(name);
    }
  }
  return found.sort();
}

/** Copies one; undefined when it has gone since it was listed (a room that closed). */
export async function copyFile(dataDir: string, name: string, folder: string): Promise<FileEntry | undefined> {
  try {
    return await writeHashed(createReadStream(path.join(dataDir, name)), folder, `data/${name}`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && !existsSync(path.join(dataDir, name))) return undefined;
    throw error;
  }
}
