import { mkdir, mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ArchiveInput } from '#activities/archive/archive-input.ts';
import { xorrisoDisc } from '#adapters/disc/xorriso-disc.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { makeCourtKey } from '#adapters/seal/testing/court-key.ts';
import { type ArchivePorts, buildArchive } from './build-archive.ts';
import { rememberingRenderer, rememberingSeal } from './testing/remembering.ts';
import { chained, sampleCase } from './testing/sample-case.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const python = process.env.KAITING_PYTHON ?? '';
let folder = '';
let ports: ArchivePorts;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-build-archive-'));
  const court = await makeCourtKey(folder, 'court');
  ports = { pdf: rememberingRenderer(weasyprintRenderer(python)), seal: rememberingSeal(await openCourtSeal({ ...court, python })), disc: xorrisoDisc(process.env.KAITING_XORRISO ?? 'xorriso'), archivesFolder: path.join(folder, 'archives') };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const left = () => readdir(ports.archivesFolder);

test('two volumes as the table of volumes says; the second call answers with the same archive', async () => {
  await mkdir(path.join(ports.archivesFolder, '.making-twice-dead'), { recursive: true });
  const input = await sampleCase(path.join(folder, 'twice'), 'twice');
  const built = await buildArchive(input, ports);
  expect(await left()).toEqual(['twice']);
  expect((await readdir(path.join(built.mainVolume, 'data'))).sort()).toEqual(['catalogue.json', 'catalogue.pdf', 'evidence', 'filing', 'hearing-1', 'notices']);
  expect((await readdir(path.join(built.confidentialVolume, 'data'))).sort()).toEqual(['catalogue.json', 'catalogue.pdf', 'disc', 'hearing-1', 'histories', 'journal']);
  expect(await readdir(path.join(built.mainVolume, 'data/evidence'))).toEqual(['003.jpg']);
  expect(built.discImage).toBe(path.join(built.confidentialVolume, 'data/disc/disc.iso'));
  const info = await readFile(path.join(built.mainVolume, 'bag-info.txt'), 'utf8');
  expect(info).toContain('External-Identifier: （2026）演01民初17号\n');

  const before = await stat(path.join(built.mainVolume, 'tagmanifest-sha256.txt'));
  expect(await buildArchive(input, ports)).toEqual(built);
  expect((await stat(path.join(built.mainVolume, 'tagmanifest-sha256.txt'))).ino).toBe(before.ino);

  await rm(path.join(built.mainVolume, 'data/evidence/003.jpg'));
  await expect(buildArchive(input, ports)).rejects.toThrow(/main-volume\/data\/evidence\/003\.jpg: is missing/);
});

test('two attempts at once leave one archive, and both answer with it', async () => {
  const input = await sampleCase(path.join(folder, 'both'), 'both');
  const answers = await Promise.allSettled([buildArchive(input, ports), buildArchive(input, ports)]);
  const fulfilled = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  expect(fulfilled.length).toBeGreaterThan(0);
  expect((await left()).filter((name) => name.includes('both'))).toEqual(['both']);
  expect(await buildArchive(input, ports)).toEqual(fulfilled[0]);
});

describe('what does not fit together is never delivered:', () => {
  const hearingOf = (input: ArchiveInput) => input.hearings[0] ?? fail('a hearing');
  const withHearing = (input: ArchiveInput, change: (hearing: ArchiveInput['hearings'][number]) => ArchiveInput['hearings'][number]): ArchiveInput => ({ ...input, hearings: [change(hearingOf(input))] });
  const withJournal = (input: ArchiveInput, change: (entries: ArchiveInput['journals'][number]['entries']) => ArchiveInput['journals'][number]['entries']): ArchiveInput => ({
    ...input, journals: input.journals.map((journal, index) => (index === 0 ? { ...journal, entries: change(journal.entries) } : journal)),
  });

  const cases: [title: string, change: (input: ArchiveInput) => ArchiveInput, message: RegExp][] = [
    ['a file that is not what the records say', (input) => withHearing(input, (hearing) => ({ ...hearing, recordings: hearing.recordings.map((recording) => ({ ...recording, source: { ...recording.source, sha256: '0'.repeat(64) } })) })), /recording\.mp4 is not what was recorded/],
    ['a transcript that is not its hash', (input) => withHearing(input, (hearing) => ({ ...hearing, transcripts: hearing.transcripts.map((transcript) => ({ ...transcript, canonical: transcript.canonical.replace('现在开庭', '现在休庭') })) })), /transcript-v1\.json is not what was recorded/],
    ['a journal entry changed', (input) => withJournal(input, (entries) => entries.map((entry) => (entry.seq === 2 ? { ...entry, at: '2026-03-09T01:00:01.000Z' } : entry))), /case-c-1\.jsonl: the chain breaks at entry 2/],
    ['a journal entry left out', (input) => withJournal(input, (entries) => entries.filter(({ seq }) => seq !== 3)), /line 3 is entry 4/],
    ['a version missing that the journal froze', (input) => withHearing(input, (hearing) => ({ ...hearing, transcripts: hearing.transcripts.slice(1) })), /version 1, frozen by entry 3 of case-c-1, is missing/],
    ['a signature missing that the journal knows', (input) => withHearing(input, (hearing) => ({ ...hearing, transcripts: hearing.transcripts.map((transcript) => ({ ...transcript, signatures: transcript.signatures.filter(({ record }) => record.personId !== 'p-judge') })) })), /signature of p-judge under version 2/],
    ['a refusal missing that the journal knows', (input) => withHearing(input, (hearing) => ({ ...hearing, transcripts: hearing.transcripts.map((transcript) => ({ ...transcript, signatures: transcript.signatures.filter(({ record }) => record.decision === 'signed') })) })), /refusal of p-defendant to sign version 2/],
    ['a signature over another text', (input) => withHearing(input, (hearing) => ({ ...hearing, transcripts: hearing.transcripts.map((transcript) => ({ ...transcript, signatures: transcript.signatures.map((signature) => ({ ...signature, record: { ...signature.record, transcriptHash: 'a'.repeat(64) } })) })) })), /the hash signed is not that of version 1 in this archive/],
    ['a seal over a signature that is not the court’s', (input) => withHearing(input, (hearing) => ({ ...hearing, transcripts: hearing.transcripts.map((transcript) => ({ ...transcript, signatures: transcript.signatures.map((signature) => ({ ...signature, seal: Buffer.from('forged') })) })) })), /v1-01\.json\.p7s: the court's seal over/],
    ['a document that claims a seal and has none', (input) => ({ ...input, documents: input.documents.map((document) => (document.kind === 'filing' ? { ...document, seal: 'carries' } : document)) }), /filing\/001\.pdf: 民事起诉状: /],
    ['a recording that the journal names otherwise', (input) => ({ ...input, journals: [{ stream: 's', entries: chained('s', [{ kind: 'recording-composed', data: { hearingId: 'h', recordingId: 'r-1', sha256: '1'.repeat(64) } }]) }] }), /recording-1\.mp4: is not the recording that entry 1 of s names/],
  ];
  // What the catalogue looks like as a document is not what these tests are about: one a volume will do.
  const sameCatalogues = rememberingRenderer(weasyprintRenderer(python), (document) => JSON.stringify(document.template === 'archive-catalogue' ? document.data.volume : document));
  let input: ArchiveInput;
  beforeAll(async () => {
    input = await sampleCase(path.join(folder, 'unsound'), 'unsound');
  });
  test.each(cases)('%s', async (_title, change, message) => {
    await expect(buildArchive(change(input), { ...ports, pdf: sameCatalogues })).rejects.toThrow(message);
    expect((await left()).filter((name) => name.includes('unsound'))).toEqual([]);
  });
});

test('names from outside never lead out of the archive', async () => {
  const input = await sampleCase(path.join(folder, 'names'), 'names');
  await expect(buildArchive({ ...input, archiveId: '../names' }, ports)).rejects.toThrow(/cannot have the id/);
  await expect(buildArchive({ ...input, histories: [{ workflowId: '../../up', runId: 'r', source: { bytes: Buffer.from('{}') } }] }, ports)).rejects.toThrow(/cannot be named/);
});

function fail(what: string): never {
  throw new Error(`the sample has ${what}`);
}
