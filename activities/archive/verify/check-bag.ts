import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { tagFiles } from '#activities/archive/bag.ts';
import { sha256OfFile } from '#activities/archive/files.ts';
import type { SealChecker } from '#adapters/seal/port.ts';
import type { Findings } from './findings.ts';

/**
 * A volume as a bag: the court's seal over the tag manifest, the tag manifest over the manifest, the manifest over
 * every file, and not one file more. So no byte can change without being named.
 */

/** The hash of each file that lies in the volume. */
export type Inventory = ReadonlyMap<string, string>;

export interface Trust {
  /** The court's certificate (PEM), from outside the archive where there is one. */
  certificate: string;
  seals: SealChecker;
}

/**
 * @param name the volume's folder name, for the findings
 * @returns what lies in it, for the checks that follow
 */
export async function checkBag(folder: string, name: string, trust: Trust, findings: Findings): Promise<Inventory> {
  const inventory = await takeInventory(folder, name, findings);
  const before = findings.all.length;
  const missingTags = Object.values(tagFiles).filter((file) => !inventory.has(file));
  for (const file of missingTags) findings.wrong('bag', at(name, file), 'is missing');

  await checkSeal(folder, name, inventory, trust, findings);

  const own = [tagFiles.declaration, tagFiles.info, tagFiles.certificate, tagFiles.manifest];
  const tags = await readManifest(folder, tagFiles.tagManifest, name, inventory, findings);
  compare(tags, inventory, (file) => own.some((tag) => tag === file), name, findings, missingTags);
  const payload = await readManifest(folder, tagFiles.manifest, name, inventory, findings);
  compare(payload, inventory, (file) => file.startsWith('data/'), name, findings, []);
  for (const file of inventory.keys()) {
    const known = file.startsWith('data/') || Object.values(tagFiles).some((tag) => tag === file);
    if (!known) findings.wrong('bag', at(name, file), 'was added: it is no part of the volume');
  }

  if (!findings.all.slice(before).some(({ verdict }) => verdict === 'wrong')) {
    findings.right('bag', name || '.', `${payload.size} files are there, unchanged, and none was added`);
  }
  return inventory;
}

async function checkSeal(folder: string, name: string, inventory: Inventory, { certificate, seals }: Trust, findings: Findings): Promise<void> {
  const sha256 = inventory.get(tagFiles.tagManifest);
  if (!sha256 || !inventory.has(tagFiles.seal)) return;
  const verdict = seals.checkDetached(await readFile(path.join(folder, tagFiles.seal)), sha256, certificate);
  if (verdict.valid) findings.right('seal', at(name, tagFiles.seal), `the court sealed this volume at ${verdict.sealedAt}`);
  else findings.wrong('seal', at(name, tagFiles.seal), `the court's seal over ${tagFiles.tagManifest} does not hold: ${verdict.reason}`);
}

/** Manifest lines that say what must be there, against what is there. */
function compare(
  expected: Map<string, string>, inventory: Inventory, belongs: (file: string) => boolean, name: string, findings: Findings, alreadyNamed: readonly string[],
): void {
  for (const [file, sha256] of expected) {
    const found = inventory.get(file);
    if (found === undefined) {
      if (!alreadyNamed.includes(file)) findings.wrong('bag', at(name, file), 'is missing');
    } else if (found !== sha256) findings.wrong('bag', at(name, file), 'was changed: its SHA-256 is not the one in the manifest');
  }
  for (const file of inventory.keys()) {
    if (belongs(file) && !expected.has(file)) findings.wrong('bag', at(name, file), 'was added: no manifest knows it');
  }
}

async function readManifest(folder: string, file: string, name: string, inventory: Inventory, findings: Findings): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  if (!inventory.has(file)) return entries;
  for (const line of (await readFile(path.join(folder, file), 'utf8')).split('\n')) {
    if (line === '') continue;
    const [, sha256, listed] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (!sha256 || !listed || entries.has(listed)) findings.wrong('bag', at(name, file), `has a line that cannot be read: ${line.slice(0, 120)}`);
    else entries.set(listed, sha256);
  }
  return entries;
}

/** Hashes every file. Links and empty folders do not belong into a volume: they hide or add something. */
async function takeInventory(folder: string, name: string, findings: Findings): Promise<Inventory> {
  const inventory = new Map<string, string>();
  const walk = async (inside: string): Promise<void> => {
    const entries = await readdir(path.join(folder, inside), { withFileTypes: true });
    if (entries.length === 0 && inside !== '') findings.wrong('bag', at(name, inside), 'was added: it is an empty folder');
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) await walk(file);
      else if (entry.isFile()) inventory.set(file, await sha256OfFile(path.join(folder, file)));
      else findings.wrong('bag', at(name, file), 'was added: it is not a plain file');
    }
  };
  await walk('');
  return inventory;
}

function at(name: string, file: string): string {
  return path.posix.join(name, file);
}
