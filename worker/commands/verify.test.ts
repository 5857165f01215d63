import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type BuiltArchive, buildArchive } from '#activities/archive/build-archive.ts';
import { sampleCase } from '#activities/archive/testing/sample-case.ts';
import { xorrisoDisc } from '#adapters/disc/xorriso-disc.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { type CourtKey, makeCourtKey } from '#adapters/seal/testing/court-key.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const command = fileURLToPath(new URL('./verify.ts', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';
let court: CourtKey;
let built: BuiltArchive;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-verify-command-'));
  const python = process.env.KAITING_PYTHON ?? '';
  court = await makeCourtKey(folder, 'court');
  const ports = { pdf: weasyprintRenderer(python), seal: await openCourtSeal({ ...court, python }), disc: xorrisoDisc(process.env.KAITING_XORRISO ?? 'xorriso'), archivesFolder: path.join(folder, 'archives') };
  built = await buildArchive(await sampleCase(path.join(folder, 'case')), ports);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs it as `npx kaiting verify` does, without a server and without the settings of one. */
function verify(args: string[], settings: Record<string, string> = {}): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: repository, encoding: 'utf8', env: { PATH: process.env.PATH, KAITING_PYTHON: process.env.KAITING_PYTHON, ...settings },
  });
  return { code: status, said: stdout + stderr };
}

test('an archive that holds: exit 0, each check a line, the moved clock named', () => {
  const { code, said } = verify([built.folder, '--certificate', court.certificate]);
  expect(said).toContain('VERIFIED: ');
  expect(code).toBe(0);
  for (const line of ['ok    bag        main-volume: ', 'ok    document   main-volume/data/notices/002.pdf: 开庭通知书: sealed by the court', 'ok    recording  ', 'ok    disc       ', 'note  clock      ']) expect(said).toContain(line);
});

test('the certificate of the local court is used when none is named', () => {
  const { code, said } = verify([built.mainVolume], { KAITING_SEAL_CERTIFICATE: court.certificate });
  expect(said).toContain('(this court\'s)');
  expect(code).toBe(0);
});

test('with only the certificate inside the archive: exit 1, and it says why', () => {
  const { code, said } = verify([built.folder]);
  expect(said).toContain('NOT VERIFIED: only the certificate inside the archive was available');
  expect(code).toBe(1);
});

test('a changed byte: exit 1, and the file is named', async () => {
  const file = path.join(built.mainVolume, 'data/evidence/003.jpg');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await chmod(file, 0o644);
  await writeFile(file, bytes);
  const { code, said } = verify([built.folder, '--certificate', court.certificate]);
  expect(said).toMatch(/WRONG bag +main-volume\/data\/evidence\/003\.jpg: was changed/);
  expect(said).toContain('NOT VERIFIED: ');
  expect(code).toBe(1);
});

test('asked wrongly: exit 2', () => {
  expect(verify([]).code).toBe(2);
  expect(verify([built.folder, '--certificate', path.join(folder, 'none.pem')])).toMatchObject({ code: 2, said: expect.stringContaining('The certificate cannot be read') });
  expect(verify([built.folder, '--certificate', command]).code).toBe(2);
  expect(verify(['--no-such-option']).code).toBe(2);
});
