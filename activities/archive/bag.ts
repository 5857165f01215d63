import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Seal } from '#adapters/seal/port.ts';
import { sha256OfFile } from './files.ts';

/**
 * A volume as a bag (BagIt 1.0, RFC 8493): payload under `data/`, a manifest of its hashes, a tag manifest
 * over all that, and the court's seal over the tag manifest.
 *
 * When the process dies here, the bag is unfinished: it is built in a folder that nobody reads, and its tag
 * manifest, written last, is missing.
 */

export const tagFiles = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  certificate: 'court-certificate.pem',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  seal: 'tagmanifest-sha256.txt.p7s',
} as const;

/** In the information of a volume that supplements a sealed one: the archive's id. */
export const supplementLabel = 'Supplement-To';

/** Where a payload file comes from. `moved` is a file made for the archive, which is taken and not copied. */
export type Source = { path: string } | { moved: string } | { bytes: Uint8Array } | { text: string };

export interface BaggedFile {
  /** From the bag's folder: `data/…`. */
  file: string;
  sha256: string;
  bytes: number;
}

/** A file that is not what the records say it is: archiving it would seal a falsehood. */
export class SourceChanged extends Error {
  constructor(readonly source: string, readonly expected: string, readonly found: string) {
    super(`${source} is not what was recorded: its SHA-256 is ${found}, recorded was ${expected}.`);
    this.name = 'SourceChanged';
  }
}

export interface Bag {
  readonly folder: string;
  /**
   * Copies a file in, hashing it on the way.
   * @param expected its SHA-256 where the records know it
   * @throws SourceChanged when it is another
   */
  put(file: string, source: Source, expected?: string): Promise<BaggedFile>;
  /** Writes the tag files and the seal; the bag is whole then. */
  close(info: readonly (readonly [label: string, value: string])[], seal: Seal): Promise<{ tagManifestSha256: string }>;
}

/** Begins a bag in a folder that does not exist yet. */
export async function beginBag(folder: string): Promise<Bag> {
  await mkdir(path.join(folder, 'data'), { recursive: true });
  const payload = new Map<string, BaggedFile>();
  return {
    folder,
    async put(file, source, expected) {
      if (!/^data(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(file)) throw new TypeError(`A file in an archive cannot be named "${file}".`);
      if (payload.has(file)) throw new TypeError(`Two files in an archive are named "${file}".`);
      const target = path.join(folder, file);
      await mkdir(path.dirname(target), { recursive: true });
      const sha256 = await take(source, target);
      if (expected !== undefined && sha256 !== expected) throw new SourceChanged('path' in source ? source.path : file, expected, sha256);
      await chmod(target, 0o444);
      const bagged = { file, sha256, bytes: (await stat(target)).size };
      payload.set(file, bagged);
      return bagged;
    },
    async close(info, seal) {
      const files = [...payload.values()];
      const octets = files.reduce((sum, { bytes }) => sum + bytes, 0);
      const tags: [string, string][] = [
        [tagFiles.declaration, 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
        [tagFiles.info, [...info, ['Payload-Oxum', `${octets}.${files.length}`] as const].map(([label, value]) => `${label}: ${oneLine(value)}\n`).join('')],
        [tagFiles.certificate, seal.certificate],
        [tagFiles.manifest, manifestText(files)],
      ];
      const tagManifest = manifestText(tags.map(([file, text]) => ({ file, sha256: sha256(text) })));
      await Promise.all([...tags, [tagFiles.tagManifest, tagManifest] as const].map(([file, text]) => keep(path.join(folder, file), text)));
      await keep(path.join(folder, tagFiles.seal), await seal.sealBytes(Buffer.from(tagManifest)));
      return { tagManifestSha256: sha256(tagManifest) };
    },
  };
}

function manifestText(files: readonly { file: string; sha256: string }[]): string {
  return [...files]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((entry) => `${entry.sha256}  ${entry.file}\n`)
    .join('');
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

async function keep(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content, { flush: true, mode: 0o444 });
}

async function take(source: Source, target: string): Promise<string> {
  if ('path' in source) return copy(source.path, target);
  if ('moved' in source) {
    await rename(source.moved, target);
    return sha256OfFile(target);
  }
  const bytes = 'bytes' in source ? source.bytes : Buffer.from(source.text);
  await writeFile(target, bytes, { flush: true });
  return sha256(bytes);
}

/** Copies and hashes what was copied, in one reading. */
async function copy(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), hashing, createWriteStream(to, { flush: true }));
  return hash.digest('hex');
}
