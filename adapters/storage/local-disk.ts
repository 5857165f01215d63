/**
 * Storage on a local disk: `<folder>/ab/cd/abcd…`. A file is written beside, flushed to the disk, then renamed.
 *
 * If the process dies here: what was not renamed lies in `incoming/` and counts for nothing; a sweep removes it after a
 * day. What was renamed is whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { FileMissing, type Storage, type StoredFile } from '#adapters/storage/storage.ts';

const isSha256 = (name: string) => /^[0-9a-f]{64}$/.test(name);
const DAY_MS = 86_400_000;

/** @param folder KAITING_DATA/files. */
export function createLocalStorage(folder: string): Storage {
  const incoming = path.join(folder, 'incoming');
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  /** A rename is on the disk when its folder is. */
  const flushFolder = async (name: string) => {
    const handle = await open(name, 'r');
    await handle.sync().finally(() => handle.close());
  };

  const write = async (handle: FileHandle, content: Readable | Uint8Array): Promise<StoredFile> => {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content instanceof Uint8Array ? [content] : (content as AsyncIterable<Uint8Array>)) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
    return { sha256: hash.digest('hex'), bytes };
  };

  return {
    async put(content) {
      await mkdir(incoming, { recursive: true });
      const temporary = path.join(incoming, randomUUID());
      const handle = await open(temporary, 'wx', 0o640);
      try {
        const stored = await write(handle, content).finally(() => handle.close());
        const target = place(stored.sha256);
        await mkdir(path.dirname(target), { recursive: true });
        await rename(temporary, target);
        await flushFolder(path.dirname(target));
        return stored;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async open(sha256, range) {
      if ((await this.size(sha256)) === null) throw new FileMissing(sha256);
      return createReadStream(place(sha256), range);
    },
    async size(sha256) {
      if (!isSha256(sha256)) return null;
      const found = await stat(place(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return found?.size ?? null;
    },
  };
}

/** Removes what was never finished and is older than a day. @returns how many. */
export async function sweepIncoming(folder: string, now = Date.now()): Promise<number> {
  const incoming = path.join(folder, 'incoming');
  const names = await readdir(incoming).catch(() => [] as string[]);
  let removed = 0;
  for (const name of names) {
    const file = path.join(incoming, name);
    const found = await stat(file).catch(() => null);
    if (found && now - found.mtimeMs > DAY_MS) {
      await rm(file, { force: true });
      removed += 1;
    }
  }
  return removed;
}
