/** G6 (3), G10: what becomes of an extract, by where the archive of its case is: against a real database, storage and archive. */
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { buildArchive, type ArchivePorts } from '#activities/archive/build-archive.ts';
import { sha256OfFile } from '#activities/archive/files.ts';
import { hashOf, sampleCase } from '#activities/archive/testing/sample-case.ts';
import { verifyArchive } from '#activities/archive/verify/verify-archive.ts';
import { keepFile } from '#activities/keep-file.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { supplementArchive } from '#activities/supplement-archive.ts';
import { xorrisoDisc } from '#adapters/disc/xorriso-disc.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { makeCourtKey } from '#adapters/seal/testing/court-key.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { recordingExtractWorkflowId } from '#domain/case/ids.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const python = process.env.KAITING_PYTHON ?? '';
const at = '2026-06-01T02:00:00.000Z';
let court: CourtFixture;
let folder = '';
let ports: CourtPorts & ArchivePorts;
let the: CaseFixture;

beforeAll(async () => {
  court = await openCourt();
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-supplement-archive-'));
  const key = await makeCourtKey(folder, 'court');
  ports = {
    sql: court.sql, storage: createLocalStorage(path.join(folder, 'files')), pdf: weasyprintRenderer(python), seal: await openCourtSeal({ ...key, python }),
    disc: xorrisoDisc(process.env.KAITING_XORRISO ?? 'xorriso'), archivesFolder: path.join(folder, 'archives'),
  } as unknown as CourtPorts & ArchivePorts;
  the = await court.acceptedCase();
});
afterAll(async () => {
  await court?.close();
  await rm(folder, { recursive: true, force: true });
});

/** An extract that was ordered and made, with its stream. */
async function extracted(content: string) {
  const extractId = randomUUID();
  const stream = recordingExtractWorkflowId(extractId);
  const hearingId = randomUUID();
  const [bytes, sha256] = [Buffer.from(content), hashOf(content)];
  const fileId = await keepFile(court.sql, ports.storage, bytes, { fileId: randomUUID(), name: '录音录像摘录.mp4', mediaType: 'video/mp4', purpose: 'recording', caseId: the.caseId });
  const about = { extractId, hearingId, fromMs: 0, toMs: 60_000, why: '被告侮辱证人', by: court.people.judge.personId, articles: ['G6(3)'] };
  await recordJournal(court.sql, stream, [
    { seq: 1, kind: 'recording-extract-asked', at, caseId: the.caseId, data: about }, { seq: 2, kind: 'recording-extracted', at, caseId: the.caseId, data: { ...about, fileId, sha256 } },
  ] as JournalEntry[]);
  return { caseId: the.caseId, extractId, stream, at, sha256 };
}

test('before the archive is sealed nothing is supplemented; what lies in it is not filed twice; what came later is, once', async () => {
  const early = await extracted('early');
  expect(await supplementArchive(ports, early)).toEqual({ state: 'not-archived' });
  await the.note('task-completed', { taskId: randomUUID(), kind: 'complete-archive', outcome: { checked: true, registrationNumber: '备1' }, by: court.people.clerk.personId, commandId: randomUUID(), via: 'update' });
  expect(await supplementArchive(ports, early)).toEqual({ state: 'being-archived' });

  const archiveId = randomUUID();
  const sample = await sampleCase(path.join(folder, 'case'), archiveId);
  const bytes = Buffer.from('early');
  const built = await buildArchive({ ...sample, documents: [...sample.documents, { kind: 'recording-extract', title: '摘录', date: at, originalName: '摘录.mp4', source: { bytes, sha256: hashOf(bytes) }, seal: 'none' }] }, ports);
  await the.note('archive-sealed', { archiveId, mainVolume: 'm', confidentialVolume: 'c', disc: null });
  expect(await supplementArchive(ports, early)).toEqual({ state: 'contained' });

  const sealed = await everyHash(built.folder);
  const late = await extracted('late');
  const filed = await supplementArchive(ports, late);
  expect(filed).toMatchObject({ state: 'supplemented', archiveId, supplementId: late.extractId });
  // The sealed archive is the same to the byte; the supplement names it.
  expect(await everyHash(built.folder)).toEqual(sealed);
  const supplement = path.join(ports.archivesFolder, late.extractId);
  const info = await readFile(path.join(supplement, 'bag-info.txt'), 'utf8');
  expect(info).toContain(`Supplement-To: ${archiveId}\n`);
  expect(info).toContain(`Confidential-Volume-Tagmanifest-SHA256: ${built.manifestHashes.confidential}\n`);
  const check = () => verifyArchive(supplement, { certificate: ports.seal.certificate, seals: ports.seal });
  const { verified, findings } = await check();
  expect(verified).toBe(true);
  expect(findings.map(({ says }) => says)).toContainEqual(expect.stringContaining(`this supplements the 副卷 of archive ${archiveId}`));

  // Asked for again, the same one; one that was changed is not answered with.
  expect(await supplementArchive(ports, late)).toEqual(filed);
  const extract = path.join(supplement, 'data/extracts/001.mp4');
  expect(hashOf(await readFile(extract))).toBe(late.sha256);
  await chmod(extract, 0o644);
  await writeFile(extract, 'another');
  expect((await check()).verified).toBe(false);
  await expect(supplementArchive(ports, late)).rejects.toThrow(/does not verify/);
  expect((await readdir(ports.archivesFolder)).sort()).toEqual([archiveId, late.extractId].sort());
});

const everyHash = async (root: string): Promise<string[]> => {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  return Promise.all(files.map((entry) => path.join(entry.parentPath, entry.name)).sort().map(async (file) => `${file} ${await sha256OfFile(file)}`));
};
