import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { sampleDocuments } from '#adapters/pdf/testing/sample-documents.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal, sealChecker } from './court-seal.ts';
import type { Seal } from './port.ts';
import { makeCourtKey } from './testing/court-key.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const python = process.env.KAITING_PYTHON ?? '';
let folder = '';
let court: Awaited<ReturnType<typeof makeCourtKey>>;
let seal: Seal;
let pdfs: Uint8Array[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-court-seal-'));
  court = await makeCourtKey(folder, 'court');
  seal = await openCourtSeal({ ...court, python });
  pdfs = (await weasyprintRenderer(python).renderAll(sampleDocuments.slice(0, 2))).map(({ pdf }) => pdf);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

test('sealed documents are accepted; changed, added to, unsealed and foreign ones are not', async () => {
  const [first, second] = await seal.sealPdfs(pdfs.map((pdf) => ({ pdf, reason: '开庭通知', field: 'CourtSeal' })));
  if (!first || !second) throw new Error('two documents were sealed');
  const changed = Buffer.from(first);
  const middle = Math.floor(changed.length / 2);
  changed.writeUInt8(changed.readUInt8(middle) ^ 0x01, middle);

  const other = await makeCourtKey(folder, 'other');
  const foreign = await (await openCourtSeal({ ...other, python })).sealPdf(pdfs[0] ?? first, { reason: '开庭通知', field: 'CourtSeal' });

  const paths = await Promise.all([
    written('first.pdf', first), written('second.pdf', second), written('changed.pdf', changed), written('added.pdf', Buffer.concat([first, Buffer.from('% added\n')])),
    written('unsealed.pdf', pdfs[0] ?? first), written('foreign.pdf', foreign), written('no.pdf', Buffer.from('not a document')),
  ]);
  const verdicts = await sealChecker(python).checkPdfs(paths, court.pem);
  expect(verdicts.map(({ valid }) => valid)).toEqual([true, true, false, false, false, false, false]);
  expect(verdicts.flatMap((verdict) => (verdict.valid ? [] : [verdict.reason]))).toEqual([
    'the document was changed after it was sealed',
    'something was added after the seal',
    'the document carries no seal',
    'the seal was not made with the key of this certificate',
    expect.stringContaining('PdfReadError'),
  ]);
});

test('files of any kind carry their seal beside them', async () => {
  const hash = createHash('sha256').update(Buffer.alloc(3_000_000, 7)).digest('hex');
  const signature = await seal.sealHash(hash);
  expect(await seal.sealBytes(Buffer.alloc(3_000_000, 7))).toHaveLength(signature.length);
  expect(sealChecker(python).checkDetached(signature, hash, court.pem)).toMatchObject({ valid: true });
  expect(sealChecker(python).checkDetached(await seal.sealBytes(Buffer.from('x')), hash, court.pem)).toMatchObject({ valid: false });
});

test('a key that is not the certificate’s does not open', async () => {
  const other = await makeCourtKey(folder, 'another');
  await expect(openCourtSeal({ key: other.key, certificate: court.certificate, python })).rejects.toThrow(/is not the one of the certificate/);
});
