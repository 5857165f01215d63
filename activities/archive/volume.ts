import path from 'node:path';
import type { ArchiveCatalogue, ArchiveItem, ArchiveItemKind, Volume } from '#domain/archive/catalogue.ts';
import { volumeOf } from '#domain/archive/volumes.ts';
import { type Bag, type BaggedFile, type Source, beginBag } from './bag.ts';

/** The two volumes while they are being filled. */

export const volumeFolders: Record<Volume, string> = { main: 'main-volume', confidential: 'confidential-volume' };
export const volumeTitles: Record<Volume, string> = { main: '正卷', confidential: '副卷' };

/** What is put in: the table of domain/archive/volumes.ts says into which volume. */
export interface Contribution {
  kind: Exclude<ArchiveItemKind, 'catalogue'>;
  file: string;
  source: Source;
  /** Its SHA-256 where the records know it. */
  expected?: string;
  title: string;
  date: string | null;
  sealed?: boolean;
  about?: ArchiveItem['about'];
}

export interface OpenVolumes {
  readonly bags: Record<Volume, Bag>;
  readonly items: Record<Volume, ArchiveItem[]>;
  /** Puts a file into the volume it belongs to, and on that volume's list. */
  put(contribution: Contribution): Promise<BaggedFile & { path: string }>;
}

/** Begins both volumes in a folder of their own. */
export async function openVolumes(folder: string): Promise<OpenVolumes> {
  const bags = {
    main: await beginBag(path.join(folder, volumeFolders.main)),
    confidential: await beginBag(path.join(folder, volumeFolders.confidential)),
  };
  const items: Record<Volume, ArchiveItem[]> = { main: [], confidential: [] };
  return {
    bags,
    items,
    async put({ kind, file, source, expected, title, date, sealed = false, about = {} }) {
      const { value: volume, articles } = volumeOf[kind];
      const bagged = await bags[volume].put(file, source, expected);
      items[volume].push({ file, kind, title, date, sha256: bagged.sha256, sealed, articles: [...articles], about });
      return { ...bagged, path: path.join(bags[volume].folder, file) };
    },
  };
}

/** The catalogue of a volume, its items in the order of their files. */
export function catalogueOf(head: Omit<ArchiveCatalogue, 'format' | 'items'>, items: readonly ArchiveItem[]): ArchiveCatalogue {
  return { format: 'kaiting-archive-1', ...head, items: [...items].sort((a, b) => (a.file < b.file ? -1 : 1)) };
}
