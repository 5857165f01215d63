import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DiscWriter } from '#adapters/disc/port.ts';
import type { PdfRenderer } from '#adapters/pdf/port.ts';
import type { Seal } from '#adapters/seal/port.ts';
import { type ArchiveCatalogue, type Volume, volumes as allVolumes } from '#domain/archive/catalogue.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';
import type { ArchiveInput } from './archive-input.ts';
import { tagFiles } from './bag.ts';
import { putDocuments } from './documents.ts';
import { exists, isSystemError, sha256OfFile } from './files.ts';
import { putDisc, putRecordings, putSignedTexts } from './hearing-records.ts';
import type { Finding } from './verify/findings.ts';
import { verifyArchive } from './verify/verify-archive.ts';
import { type OpenVolumes, catalogueOf, openVolumes, volumeFolders, volumeTitles } from './volume.ts';

/**
 * The archive of a case (G10, N1): main volume and confidential volume, sealed, with the disc's image.
 *
 * Built in a folder of its own beside the place where it belongs, verified there, then renamed. When the process
 * dies before the renaming, no archive exists and the next attempt begins anew; when it dies after, the next
 * attempt finds the archive, verifies it and answers with it.
 */

export interface ArchivePorts {
  pdf: PdfRenderer;
  seal: Seal;
  disc: DiscWriter;
  /** The folder in which archives lie, each under its id. */
  archivesFolder: string;
}

export interface BuiltArchive {
  folder: string;
  mainVolume: string;
  confidentialVolume: string;
  /** The path of the disc's image; null when nothing was recorded. */
  discImage: string | null;
  /** SHA-256 of each volume's tag manifest, over which the court's seal is. */
  manifestHashes: Record<Volume, string>;
}

/** An archive that does not verify: it is not delivered, and the findings say why. */
export class ArchiveNotSound extends Error {
  constructor(readonly folder: string, readonly findings: readonly Finding[]) {
    super(`The archive ${folder} does not verify: ${findings.map(({ subject, says }) => `${subject}: ${says}`).join('; ')}`);
    this.name = 'ArchiveNotSound';
  }
}

/**
 * Builds the archive, or answers with the one that was built before under the same id.
 * @throws SourceChanged when a file is not what the records say
 * @throws DocumentRefused when a document lacks something
 * @throws ArchiveNotSound when what came out, or what lies there, does not verify
 */
export async function buildArchive(input: ArchiveInput, ports: ArchivePorts): Promise<BuiltArchive> {
  if (!/^[A-Za-z0-9_-]+$/.test(input.archiveId)) throw new TypeError(`An archive cannot have the id "${input.archiveId}".`);
  const folder = path.join(ports.archivesFolder, input.archiveId);
  await mkdir(ports.archivesFolder, { recursive: true });
  if (!await exists(folder)) {
    const making = await mkdtemp(path.join(ports.archivesFolder, `.making-${input.archiveId}-`));
    try {
      await fillAndSeal(input, making, ports);
      await mustVerify(making, ports);
      await moveIntoPlace(making, folder);
    } finally {
      await removeLeftovers(input.archiveId, ports.archivesFolder);
    }
  } else {
    await mustVerify(folder, ports);
  }
  return describe(folder);
}

async function fillAndSeal(input: ArchiveInput, making: string, ports: ArchivePorts): Promise<void> {
  const volumes = await openVolumes(making);
  await putDocuments(input, volumes, ports);
  await putSignedTexts(input, volumes, ports.seal);
  const onDisc = await putRecordings(input, volumes);
  await putDisc(input, volumes, making, onDisc, ports);
  await putJournalsAndHistories(input, volumes);
  await putCatalogues(input, volumes, ports);
  await closeVolumes(input, volumes, ports.seal);
}

async function putJournalsAndHistories(input: ArchiveInput, volumes: OpenVolumes): Promise<void> {
  for (const { stream, entries } of input.journals) {
    const text = entries.map(({ seq, kind, at, data, hash }) => `${canonicalJson({ stream, seq, kind, at, data, hash })}\n`).join('');
    await volumes.put({ kind: 'journal', title: `流程日志 ${stream}`, date: entries.at(-1)?.at ?? null, file: `data/journal/${stream}.jsonl`, source: { text }, about: { stream } });
  }
  for (const { workflowId, runId, source } of input.histories) {
    await volumes.put({
      kind: 'history', title: `流程历史 ${workflowId}`, date: null, file: `data/histories/${workflowId}.${runId}.json`, source, expected: source.sha256, about: { stream: workflowId },
    });
  }
}

/** The catalogue of each volume: for people (卷内目录, sealed) and for machines. */
async function putCatalogues(input: ArchiveInput, { bags, items }: OpenVolumes, { pdf, seal }: ArchivePorts): Promise<void> {
  const { court, caseNumber, causeOfAction, parties, clerk, archivedAt, archiveId, caseId, registrationNumber } = input;
  const lists = allVolumes.map((volume) => catalogueOf({ archiveId, caseId, court, caseNumber, causeOfAction, volume, archivedAt, registrationNumber }, items[volume]));
  const rendered = await pdf.renderAll(lists.map((list) => ({
    template: 'archive-catalogue',
    data: {
      court, caseNumber, causeOfAction, parties, clerk, archivedAt, volume: volumeTitles[list.volume],
      items: list.items.map(({ title, date, file, sha256, sealed, articles }) => ({ title, date, file, sha256, sealed, articles: articles.join('、') })),
    },
  })));
  const titles = lists.map((list) => `卷内目录（${volumeTitles[list.volume]}）`);
  const sealed = await seal.sealPdfs(rendered.map((document, index) => ({ pdf: document.pdf, reason: titles[index] ?? '', field: 'CourtSeal' })));
  for (const [index, list] of lists.entries()) {
    const bytes = sealed[index];
    if (!bytes) throw new Error('The catalogue was not sealed.');
    const file = 'data/catalogue.pdf';
    const { sha256 } = await bags[list.volume].put(file, { bytes });
    const item: ArchiveCatalogue['items'][number] = { file, kind: 'catalogue', title: titles[index] ?? '', date: archivedAt, sha256, sealed: true, articles: ['G10', 'N1'], about: {} };
    await bags[list.volume].put('data/catalogue.json', { text: canonicalJson({ ...list, items: [...list.items, item] }) });
  }
}

async function closeVolumes(input: ArchiveInput, { bags }: OpenVolumes, seal: Seal): Promise<void> {
  const info = (volume: Volume, count: string): [string, string][] => [
    ['Source-Organization', input.court],
    ['External-Identifier', input.caseNumber],
    ['External-Description', `${input.causeOfAction} ${volumeTitles[volume]}`],
    ['Bagging-Date', input.archivedAt.slice(0, 10)],
    ['Bag-Group-Identifier', input.archiveId],
    ['Bag-Count', count],
    ['Recording-Registration-Number', input.registrationNumber],
  ];
  const { tagManifestSha256 } = await bags.main.close(info('main', '1 of 2'), seal);
  await bags.confidential.close([...info('confidential', '2 of 2'), ['Main-Volume-Tagmanifest-SHA256', tagManifestSha256]], seal);
}

async function mustVerify(folder: string, { seal }: ArchivePorts): Promise<void> {
  const { verified, findings } = await verifyArchive(folder, { certificate: seal.certificate, seals: seal });
  if (!verified) throw new ArchiveNotSound(folder, findings.filter(({ verdict }) => verdict === 'wrong'));
}

async function moveIntoPlace(making: string, folder: string): Promise<void> {
  try {
    await rename(making, folder);
  } catch (error) {
    // Another attempt was first: its archive counts, and this one's is removed.
    if (!isSystemError(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

/** Half-made folders of this archive, also those of attempts that died. */
async function removeLeftovers(archiveId: string, archives: string): Promise<void> {
  const leftovers = (await readdir(archives)).filter((name) => name.startsWith(`.making-${archiveId}-`));
  await Promise.all(leftovers.map((name) => rm(path.join(archives, name), { recursive: true, force: true })));
}

async function describe(folder: string): Promise<BuiltArchive> {
  const place = (volume: Volume) => path.join(folder, volumeFolders[volume]);
  const image = path.join(place('confidential'), 'data/disc/disc.iso');
  return {
    folder,
    mainVolume: place('main'),
    confidentialVolume: place('confidential'),
    discImage: await exists(image) ? image : null,
    manifestHashes: {
      main: await sha256OfFile(path.join(place('main'), tagFiles.tagManifest)),
      confidential: await sha256OfFile(path.join(place('confidential'), tagFiles.tagManifest)),
    },
  };
}
