import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type ArchivePorts, buildArchive } from '#activities/archive/build-archive.ts';
import { sha256OfFile } from '#activities/archive/files.ts';
import { rememberingRenderer, rememberingSeal } from '#activities/archive/testing/remembering.ts';
import { hashOf, sampleCase } from '#activities/archive/testing/sample-case.ts';
import { xorrisoDisc } from '#adapters/disc/xorriso-disc.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { makeCourtKey } from '#adapters/seal/testing/court-key.ts';
import type { Trust } from './check-bag.ts';
import { embeddedCertificate, verifyArchive } from './verify-archive.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const python = process.env.KAITING_PYTHON ?? '';
let root = '';
let pristine = '';
let folder = '';
let ports: ArchivePorts;
let trust: Trust;
let files: string[] = [];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kaiting-verify-'));
  const court = await makeCourtKey(root, 'court');
  const seal = rememberingSeal(await openCourtSeal({ ...court, python }));
  ports = { pdf: rememberingRenderer(weasyprintRenderer(python)), seal, disc: xorrisoDisc(process.env.KAITING_XORRISO ?? 'xorriso'), archivesFolder: path.join(root, 'archives') };
  pristine = (await buildArchive(await sampleCase(path.join(root, 'case')), ports)).folder;
  trust = { certificate: court.pem, seals: seal };
  files = (await readdir(pristine, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    .map((entry) => path.relative(pristine, path.join(entry.parentPath, entry.name))).sort();
});
afterAll(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
  folder = path.join(root, 'copy');
  await rm(folder, { recursive: true, force: true });
  await cp(pristine, folder, { recursive: true });
});

async function wrongs(where = folder): Promise<string[]> {
  const { verified, findings } = await verifyArchive(where, trust);
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong').map(({ subject, says }) => `${subject}: ${says}`);
  expect(verified).toBe(wrong.length === 0);
  return wrong;
}

/** Writes as somebody who may: files of an archive are read-only. */
async function overwrite(file: string, bytes: Uint8Array | string): Promise<void> {
  await rm(path.join(folder, file), { force: true });
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), bytes);
}

test('an archive as it was built verifies, and says what was checked', async () => {
  const { verified, findings } = await verifyArchive(folder, trust);
  expect(verified).toBe(true);
  expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(['bag', 'seal', 'catalogue', 'document', 'journal', 'clock', 'transcript', 'signature', 'recording', 'disc']));
  expect(findings.filter(({ check }) => check === 'signature')).toHaveLength(4);
  expect(findings.filter(({ verdict }) => verdict === 'note').map(({ says }) => says)).toEqual([expect.stringContaining('moved the clock to 3 d 0 h 0 min ahead of real time (by p-clerk')]);
  expect(files.length).toBeGreaterThan(35);
});

test('one changed byte in any file is found, and the file named', async () => {
  const unnoticed: string[] = [];
  for (const [index, file] of files.entries()) {
    const bytes = await readFile(path.join(pristine, file));
    const position = (index * 7919) % bytes.length;
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(position) ^ 0x01, position);
    await overwrite(file, changed);
    if (!(await wrongs()).some((line) => line.includes(file) || line.includes(path.basename(file)))) unnoticed.push(`${file} at ${position}`);
    await overwrite(file, bytes);
  }
  expect(unnoticed).toEqual([]);
  expect(await wrongs()).toEqual([]);
});

test('any removed file is found, and named', async () => {
  const unnoticed: string[] = [];
  for (const file of files) {
    const bytes = await readFile(path.join(pristine, file));
    await rm(path.join(folder, file));
    if (!(await wrongs()).some((line) => line.startsWith(file) && line.includes('missing'))) unnoticed.push(file);
    await overwrite(file, bytes);
  }
  expect(unnoticed).toEqual([]);
});

describe('what was added is found, and named:', () => {
  const places = ['added.txt', 'main-volume/added.txt', 'main-volume/data/added.txt', 'main-volume/data/evidence/004.jpg', 'confidential-volume/data/.hidden', 'third-volume/data/x'];
  test.each(places)('%s', async (place) => {
    await overwrite(place, 'something');
    expect((await wrongs()).some((line) => line.startsWith(place.startsWith('third') ? 'third-volume' : place) && line.includes('was added'))).toBe(true);
  });

  test('an empty folder, and a link', async () => {
    await mkdir(path.join(folder, 'main-volume/data/empty'));
    await symlink('/etc/hostname', path.join(folder, 'confidential-volume/data/link'));
    expect((await wrongs()).filter((line) => line.includes('was added'))).toEqual([
      'main-volume/data/empty: was added: it is an empty folder', 'confidential-volume/data/link: was added: it is not a plain file',
    ]);
  });
});

describe('whoever rewrites an archive', () => {
  test('and all its manifests, but has not the court’s key, is found out', async () => {
    const file = 'data/hearing-1/transcript-v2.json';
    const text = (await readFile(path.join(folder, 'main-volume', file), 'utf8')).replace('还款', '付款');
    await overwrite(`main-volume/${file}`, text);
    const replaceHash = async (manifest: string, listed: string, hash: string) => {
      const lines = (await readFile(path.join(folder, 'main-volume', manifest), 'utf8')).split('\n').map((line) => (line.endsWith(`  ${listed}`) ? `${hash}  ${listed}` : line));
      await overwrite(`main-volume/${manifest}`, lines.join('\n'));
    };
    await replaceHash('manifest-sha256.txt', file, hashOf(text));
    await replaceHash('tagmanifest-sha256.txt', 'manifest-sha256.txt', await sha256OfFile(path.join(folder, 'main-volume/manifest-sha256.txt')));
    const wrong = await wrongs();
    expect(wrong).toContainEqual(expect.stringMatching(/^main-volume\/tagmanifest-sha256\.txt\.p7s: the court's seal over tagmanifest-sha256\.txt does not hold/));
    expect(wrong).toContainEqual(expect.stringContaining('the hash signed is not that of version 2'));
  });

  test('with a key and certificate of their own is found out by the court’s certificate', async () => {
    const other = await makeCourtKey(root, 'forger');
    const seal = await openCourtSeal({ ...other, python });
    const forged = await buildArchive(await sampleCase(path.join(root, 'forged')), { ...ports, seal, archivesFolder: path.join(root, 'forged-archives') });
    expect(await embeddedCertificate(forged.folder)).toBe(other.pem);
    expect((await verifyArchive(forged.folder, { certificate: other.pem, seals: seal })).verified).toBe(true);
    const wrong = await wrongs(forged.folder);
    for (const named of ['main-volume/tagmanifest-sha256.txt.p7s', 'confidential-volume/tagmanifest-sha256.txt.p7s', 'main-volume/data/catalogue.pdf', 'signatures/v1-01.json.p7s', 'disc.iso.p7s']) {
      expect(wrong.some((line) => line.includes(named))).toBe(true);
    }
  });

  test('by putting volumes of two archives together is found out', async () => {
    const second = await buildArchive(await sampleCase(path.join(root, 'second'), 'archive-2'), ports);
    await rm(path.join(folder, 'main-volume'), { recursive: true });
    await cp(second.mainVolume, path.join(folder, 'main-volume'), { recursive: true });
    expect(await wrongs()).toContain('confidential-volume: does not belong to this main-volume');
  });
});

test('a volume alone can be checked, and a volume taken away is missed', async () => {
  for (const [volume, title] of [['main-volume', '正卷'], ['confidential-volume', '副卷']] as const) {
    const { verified, findings } = await verifyArchive(path.join(folder, volume), trust);
    expect(verified).toBe(true);
    expect(findings[0]).toMatchObject({ verdict: 'note', says: `this is the ${title} alone: what lies in the other volume is not checked` });
  }
  await rm(path.join(folder, 'confidential-volume'), { recursive: true });
  expect(await wrongs()).toEqual(['confidential-volume: the volume 副卷 is missing']);
  expect(await wrongs(path.join(root, 'nowhere'))).toEqual([`${path.join(root, 'nowhere')}: is not a folder`]);
});
