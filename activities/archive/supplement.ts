import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Seal } from '#adapters/seal/port.ts';
import { type ArchiveCatalogue, type ArchiveItem, archiveCatalogueSchema } from '#domain/archive/catalogue.ts';
import { volumeOf } from '#domain/archive/volumes.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';
import type { ChainedEntry, FileSource } from './archive-input.ts';
import { beginBag, supplementLabel, tagFiles } from './bag.ts';
import { exists, isSystemError, sha256OfFile } from './files.ts';
import { verifyArchive } from './verify/verify-archive.ts';
import { volumeFolders } from './volume.ts';

/**
 * A supplement to the confidential volume of an archive that is sealed: a volume of its own, with its own manifest and seal,
 * which names the tag manifest of the one that it supplements. The sealed archive is only read.
 *
 * Built in a folder beside its place, verified, then renamed: when the process dies, there is no supplement, or a whole one.
 */
export interface SupplementInput {
  supplementId: string;
  archiveId: string;
  /** Instant, by the court's clock. */
  at: string;
  /** An extract of a recording as evidence of a breach of discipline (G6 (3)). */
  extract: { title: string; date: string; hearingId: string; source: FileSource };
  /** The stream in which it was ordered and made, from its first entry. */
  journal: { stream: string; entries: readonly ChainedEntry[] };
}

export interface BuiltSupplement { folder: string; tagManifestSha256: string }
interface Ports { seal: Seal; archivesFolder: string }

/** What the sealed confidential volume lists. */
export async function sealedCatalogue({ archivesFolder }: Pick<Ports, 'archivesFolder'>, archiveId: string): Promise<ArchiveCatalogue> {
  const file = path.join(archivesFolder, archiveId, volumeFolders.confidential, 'data/catalogue.json');
  return archiveCatalogueSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Builds the supplement, or answers with the one that was built before under the same id. */
export async function buildSupplement(input: SupplementInput, ports: Ports): Promise<BuiltSupplement> {
  const folder = path.join(ports.archivesFolder, input.supplementId);
  if (!await exists(folder)) {
    const making = await mkdtemp(path.join(ports.archivesFolder, `.making-${input.supplementId}-`));
    try {
      const inside = path.join(making, 'volume');
      await fill(input, inside, ports);
      await mustVerify(inside, ports);
      await rename(inside, folder).catch((error: unknown) => {
        // Another attempt was first: its supplement counts.
        if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      });
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  await mustVerify(folder, ports);
  return { folder, tagManifestSha256: await sha256OfFile(path.join(folder, tagFiles.tagManifest)) };
}

async function fill(input: SupplementInput, folder: string, ports: Ports): Promise<void> {
  const { items: _sealed, ...head } = await sealedCatalogue(ports, input.archiveId);
  const bag = await beginBag(folder);
  const items: ArchiveItem[] = [];
  const put = async (item: Omit<ArchiveItem, 'sha256' | 'sealed' | 'articles'> & { kind: 'recording-extract' | 'journal' }, source: Parameters<typeof bag.put>[1], expected?: string): Promise<void> => {
    const { sha256 } = await bag.put(item.file, source, expected);
    items.push({ ...item, sha256, sealed: false, articles: [...volumeOf[item.kind].articles] });
  };
  const { extract, journal } = input;
  await put({ kind: 'recording-extract', file: 'data/extracts/001.mp4', title: extract.title, date: extract.date, about: { hearingId: extract.hearingId } }, extract.source, extract.source.sha256);
  const lines = journal.entries.map(({ seq, kind, at, data, hash }) => `${canonicalJson({ stream: journal.stream, seq, kind, at, data, hash })}\n`).join('');
  await put({ kind: 'journal', file: `data/journal/${journal.stream}.jsonl`, title: `流程日志 ${journal.stream}`, date: journal.entries.at(-1)?.at ?? null, about: { stream: journal.stream } }, { text: lines });
  await bag.put('data/catalogue.json', { text: canonicalJson({ ...head, archivedAt: input.at, items }) });
  const sealedManifest = path.join(ports.archivesFolder, input.archiveId, volumeFolders.confidential, tagFiles.tagManifest);
  await bag.close([
    ['Source-Organization', head.court], ['External-Identifier', head.caseNumber], ['External-Description', `${head.causeOfAction} 副卷补充卷`],
    ['Bagging-Date', input.at.slice(0, 10)], ['Bag-Group-Identifier', input.archiveId],
    [supplementLabel, input.archiveId], ['Confidential-Volume-Tagmanifest-SHA256', await sha256OfFile(sealedManifest)],
  ], ports.seal);
}

async function mustVerify(folder: string, { seal }: Ports): Promise<void> {
  const { verified, findings } = await verifyArchive(folder, { certificate: seal.certificate, seals: seal });
  if (!verified) throw new Error(`The supplement ${folder} does not verify: ${findings.filter(({ verdict }) => verdict === 'wrong').map(({ subject, says }) => `${subject}: ${says}`).join('; ')}`);
}
