import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { xorrisoDisc } from '#adapters/disc/xorriso-disc.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { makeCourtKey } from '#adapters/seal/testing/court-key.ts';
import { type ArchivePorts, buildArchive } from './build-archive.ts';
import { sha256OfFile } from './files.ts';
import { buildSupplement, sealedCatalogue, type SupplementInput } from './supplement.ts';
import { chained, hashOf, sampleCase } from './testing/sample-case.ts';
import { verifyArchive } from './verify/verify-archive.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const python = process.env.KAITING_PYTHON ?? '';
const stream = 'recording-extract-e-1';
let folder = '';
let ports: ArchivePorts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-supplement-test-'));
  const court = await makeCourtKey(folder, 'court');
  ports = { pdf: weasyprintRenderer(python), seal: await openCourtSeal({ ...court, python }), disc: xorrisoDisc(process.env.KAITING_XORRISO ?? 'xorriso'), archivesFolder: path.join(folder, 'archives') };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const everyHash = async (root: string): Promise<string[]> =>
  Promise.all((await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)).sort().map(async (file) => `${file} ${await sha256OfFile(file)}`));

test('an extract taken after the sealing lies in a volume of its own, which names the sealed one; the archive is the same to the byte (G6 (3), G10)', async () => {
  const built = await buildArchive(await sampleCase(path.join(folder, 'case'), 'archive-1'), ports);
  const sealed = await everyHash(built.folder);
  const bytes = Buffer.from('an extract');
  await writeFile(path.join(folder, 'extract.mp4'), bytes);
  const input: SupplementInput = {
    supplementId: 'e-1', archiveId: 'archive-1', at: '2026-06-01T02:00:00.000Z',
    extract: { title: '录音录像摘录', date: '2026-06-01T01:59:00.000Z', hearingId: 'h-1', source: { path: path.join(folder, 'extract.mp4'), sha256: hashOf(bytes) } },
    journal: { stream, entries: chained(stream, [{ kind: 'recording-extract-asked', data: { extractId: 'e-1' } }, { kind: 'recording-extracted', data: { extractId: 'e-1', sha256: hashOf(bytes) } }]) },
  };
  const supplement = await buildSupplement(input, ports);
  expect(await everyHash(built.folder)).toEqual(sealed);
  expect((await sealedCatalogue(ports, 'archive-1')).items.some(({ sha256 }) => sha256 === hashOf(bytes))).toBe(false);

  const info = await readFile(path.join(supplement.folder, 'bag-info.txt'), 'utf8');
  expect(info).toContain('Supplement-To: archive-1\n');
  expect(info).toContain(`Confidential-Volume-Tagmanifest-SHA256: ${built.manifestHashes.confidential}\n`);
  const check = () => verifyArchive(supplement.folder, { certificate: ports.seal.certificate, seals: ports.seal });
  const { verified, findings } = await check();
  expect(verified).toBe(true);
  expect(findings.map(({ says }) => says)).toContainEqual(expect.stringContaining('this supplements the 副卷 of archive archive-1'));
  // Asked for again, the same one; one that was changed is not answered with.
  expect(await buildSupplement(input, ports)).toEqual(supplement);
  const extract = path.join(supplement.folder, 'data/extracts/001.mp4');
  await chmod(extract, 0o644);
  await writeFile(extract, 'another');
  expect((await check()).verified).toBe(false);
  await expect(buildSupplement(input, ports)).rejects.toThrow(/does not verify/);
  expect((await readdir(ports.archivesFolder)).sort()).toEqual(['archive-1', 'e-1']);
});
