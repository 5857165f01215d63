/**
 * What a backup says of itself: versions, and every file with its size and hash. It is written last: a folder without it is
 * not a backup.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const fileEntry = z.object({ path: z.string(), bytes: z.number(), sha256: z.string().length(64) });
export type FileEntry = z.infer<typeof fileEntry>;

const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Between the moment of the database and the moment of Temporal, which is the later one. Milliseconds. */
  apartMs: z.number().nullable(),
  build: z.string(),
  mode: z.string(),
  database: z.object({
    server: z.string(),
    /** `when` of the newest migration, as drizzle's journal names it. */
    migratedTo: z.number(),
    tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), path: z.string() })),
    sequences: z.array(z.object({ name: z.string(), lastValue: z.string() })),
  }),
  /** `elsewhere`: its own backup is the business of whoever runs it. */
  temporal: z.enum(['here', 'elsewhere']),
  files: z.array(fileEntry),
  /** What a restored court needs and this backup has not, in a person's words. */
  notHere: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'manifest.json';

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = path.join(folder, manifestName);
  await writeFile(`${file}.new`, JSON.stringify(manifest, null, 1));
  await rename(`${file}.new`, file);
}

/** @throws Error in a person's words when the folder is no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, manifestName), 'utf8').catch(() => {
    throw new Error(`${folder} is not a backup, or one that was cut short: it has no ${manifestName}`);
  });
  return manifestSchema.parse(JSON.parse(text));
}

/** Writes a stream to a file, and says what was written. Folders on the way are made, for the owner alone. */
export async function writeHashed(source: Readable, folder: string, name: string): Promise<FileEntry> {
  const target = path.join(folder, name);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.length;
      next(null, chunk);
    },
  });
  await pipeline(source, count, createWriteStream(target, { mode: 0o600 }));
  return { path: name, bytes, sha256: hash.digest('hex') };
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
