import { X509Certificate } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { supplementLabel, tagFiles } from '#activities/archive/bag.ts';
import { isFolder, isSystemError } from '#activities/archive/files.ts';
import { volumeFolders, volumeTitles } from '#activities/archive/volume.ts';
import { type Volume, volumes as allVolumes } from '#domain/archive/catalogue.ts';
import { type VolumeAtHand, readArchive } from './archive-reader.ts';
import { type Trust, checkBag } from './check-bag.ts';
import { checkDisc } from './check-disc.ts';
import { checkJournals } from './check-journal.ts';
import { checkRecordings } from './check-recordings.ts';
import { checkSealedDocuments } from './check-seals.ts';
import { checkSignatures, checkTranscripts } from './check-signatures.ts';
import { type Finding, type Findings, newFindings } from './findings.ts';

/**
 * Checks an archive, or one volume of it, without any server: only files and the court's certificate.
 * Nothing is written.
 */

export interface Verification {
  verified: boolean;
  findings: readonly Finding[];
}

/**
 * @param folder an archive (both volumes), or one volume alone
 * @param trust the court's certificate comes from outside the archive: whoever rewrites an archive can put another
 *   certificate into it
 */
export async function verifyArchive(folder: string, trust: Trust): Promise<Verification> {
  const findings = newFindings();
  const volumes = await checkVolumes(folder, trust, findings);
  const archive = await readArchive(volumes, findings);
  await checkBelonging(volumes, archive.catalogues, findings);
  await checkSealedDocuments(archive, trust, findings);
  const journal = await checkJournals(archive, findings);
  // The journal lies in the confidential volume, the transcripts in the main one: one alone says nothing of the other.
  const told = archive.volumes.length === allVolumes.length ? journal : [];
  await checkTranscripts(archive, told, findings);
  await checkSignatures(archive, told, trust, findings);
  await checkRecordings(archive, journal, findings);
  await checkDisc(archive, trust, findings);
  return { verified: !findings.all.some(({ verdict }) => verdict === 'wrong'), findings: findings.all };
}

/**
 * The certificate that lies in the archive itself. It proves nothing by itself: it serves to look into an archive
 * when the court's own is not at hand.
 */
export async function embeddedCertificate(folder: string): Promise<string | undefined> {
  for (const inside of ['', ...Object.values(volumeFolders)]) {
    try {
      const pem = await readFile(path.join(folder, inside, tagFiles.certificate), 'utf8');
      new X509Certificate(pem);
      return pem;
    } catch {
      continue; // Not here, or damaged: what is damaged is found by its hash.
    }
  }
  return undefined;
}

async function checkVolumes(folder: string, trust: Trust, findings: Findings): Promise<VolumeAtHand[]> {
  if (!await isFolder(folder)) {
    findings.wrong('bag', folder, 'is not a folder');
    return [];
  }
  const entries = await readdir(folder);
  if (entries.includes(tagFiles.declaration) || entries.includes(tagFiles.tagManifest)) return [await checkOneVolume(folder, trust, findings)];

  const known = Object.values(volumeFolders);
  for (const entry of entries) {
    if (!known.includes(entry)) findings.wrong('bag', entry, 'was added: it is no part of the archive');
  }
  const found: VolumeAtHand[] = [];
  for (const volume of allVolumes) {
    const name = volumeFolders[volume];
    const inside = path.join(folder, name);
    if (await isFolder(inside)) found.push({ volume, name, folder: inside, inventory: await checkBag(inside, name, trust, findings) });
    else findings.wrong('bag', name, `the volume ${volumeTitles[volume]} is missing`);
  }
  return found;
}

async function checkOneVolume(folder: string, trust: Trust, findings: Findings): Promise<VolumeAtHand> {
  const info = await readInfo(folder);
  const supplements = info.get(supplementLabel);
  if (supplements !== undefined) {
    findings.note('bag', '.', `this supplements the ${volumeTitles.confidential} of archive ${supplements}, whose tag manifest has the SHA-256 ${info.get('Confidential-Volume-Tagmanifest-SHA256') ?? '(not named)'}`);
    return { volume: 'confidential', name: '', folder, inventory: await checkBag(folder, '', trust, findings) };
  }
  const volume: Volume = info.get('Bag-Count') === '2 of 2' ? 'confidential' : 'main';
  findings.note('bag', '.', `this is the ${volumeTitles[volume]} alone: what lies in the other volume is not checked`);
  return { volume, name: '', folder, inventory: await checkBag(folder, '', trust, findings) };
}

/** Both volumes are of the same archive: the confidential one names the main one's tag manifest. */
async function checkBelonging(volumes: readonly VolumeAtHand[], catalogues: readonly { archiveId: string; caseNumber: string }[], findings: Findings): Promise<void> {
  const main = volumes.find(({ volume }) => volume === 'main');
  const confidential = volumes.find(({ volume }) => volume === 'confidential');
  if (!main || !confidential) return;
  const named = (await readInfo(confidential.folder)).get('Main-Volume-Tagmanifest-SHA256');
  const [first, second] = catalogues;
  const same = named === main.inventory.get(tagFiles.tagManifest) && first?.archiveId === second?.archiveId && first?.caseNumber === second?.caseNumber;
  if (!same) findings.wrong('bag', confidential.name, `does not belong to this ${main.name}`);
  else findings.right('bag', '.', `both volumes belong to archive ${first?.archiveId} of case ${first?.caseNumber}`);
}

async function readInfo(folder: string): Promise<Map<string, string>> {
  try {
    const text = await readFile(path.join(folder, tagFiles.info), 'utf8');
    return new Map(text.split('\n').flatMap((line) => {
      const [, label, value] = /^([^:]+): (.*)$/.exec(line) ?? [];
      return label && value !== undefined ? [[label, value] as const] : [];
    }));
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return new Map(); // Named as missing already.
    throw error;
  }
}
