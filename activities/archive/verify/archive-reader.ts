import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { type ArchiveCatalogue, type ArchiveItem, type ArchiveItemKind, type Volume, archiveCatalogueSchema } from '#domain/archive/catalogue.ts';
import type { Inventory } from './check-bag.ts';
import type { Check, Findings } from './findings.ts';

/** The contents of the volumes by their catalogues, for the checks that look into the files. */

export interface VolumeAtHand {
  volume: Volume;
  /** The folder's name, for the findings; empty when the volume itself was given. */
  name: string;
  folder: string;
  inventory: Inventory;
}

export interface ItemAtHand extends ArchiveItem {
  /** From the archive's folder, for the findings. */
  subject: string;
  /** Where it lies. */
  path: string;
}

export interface ArchiveReader {
  readonly volumes: readonly Volume[];
  readonly catalogues: readonly ArchiveCatalogue[];
  /** Items of a kind that are there; those that are missing were named already. */
  of(kind: ArchiveItemKind): ItemAtHand[];
  sealedDocuments(): ItemAtHand[];
  bytes(item: ItemAtHand): Promise<Buffer>;
  /** The item's JSON, checked; undefined and a finding when it cannot be read. */
  json<T extends z.ZodType>(item: ItemAtHand, schema: T, check: Check): Promise<z.infer<T> | undefined>;
}

const catalogueFile = 'data/catalogue.json';

export async function readArchive(volumes: readonly VolumeAtHand[], findings: Findings): Promise<ArchiveReader> {
  const catalogues: ArchiveCatalogue[] = [];
  const items: ItemAtHand[] = [];
  for (const { volume, name, folder, inventory } of volumes) {
    const subject = path.posix.join(name, catalogueFile);
    const catalogue = inventory.has(catalogueFile) ? parse(await readFile(path.join(folder, catalogueFile), 'utf8'), archiveCatalogueSchema) : undefined;
    if (!catalogue || catalogue.volume !== volume) {
      findings.wrong('catalogue', subject, catalogue ? 'is the catalogue of another volume' : 'is missing or cannot be read');
      continue;
    }
    catalogues.push(catalogue);
    const listed = new Map(catalogue.items.map((item) => [item.file, item]));
    const before = findings.all.length;
    for (const [file, sha256] of inventory) {
      if (!file.startsWith('data/') || file === catalogueFile) continue;
      const item = listed.get(file);
      if (!item) findings.wrong('catalogue', subject, `does not list ${file}`);
      else if (item.sha256 !== sha256) findings.wrong('catalogue', subject, `lists ${file} with another SHA-256`);
    }
    for (const item of catalogue.items) {
      // From here on a file's hash is the one that was computed, whatever its catalogue says.
      const sha256 = inventory.get(item.file);
      if (sha256 !== undefined) items.push({ ...item, sha256, subject: path.posix.join(name, item.file), path: path.join(folder, item.file) });
      else findings.wrong('catalogue', subject, `lists ${item.file}, which is missing`);
    }
    if (findings.all.length === before) findings.right('catalogue', subject, `lists all ${listed.size} files with their hashes`);
  }
  return {
    volumes: volumes.map(({ volume }) => volume),
    catalogues,
    of: (kind) => items.filter((item) => item.kind === kind),
    sealedDocuments: () => items.filter((item) => item.sealed),
    bytes: (item) => readFile(item.path),
    async json(item, schema, check) {
      const value = parse(await readFile(item.path, 'utf8'), schema);
      if (value === undefined) findings.wrong(check, item.subject, 'cannot be read: it is not of the form that the court writes');
      return value;
    },
  };
}

/** A text as JSON of a form, or undefined. */
export function parse<T extends z.ZodType>(text: string, schema: T): z.infer<T> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // What is no JSON is not of the form either.
  }
  const checked = schema.safeParse(value);
  return checked.success ? checked.data : undefined;
}
