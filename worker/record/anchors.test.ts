/**
 * Anchors over a real database with the court's real seal: a journal that somebody rewrites with a chain made right again,
 * and no Temporal beside it, is contradicted by every anchor made before.
 */
import { mkdtemp, rm, readFile, writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { anchorReading } from '#adapters/seal/anchor-reading.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { makeCourtKey } from '#adapters/seal/testing/court-key.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { anchorRows, readAnchors } from '#db/audit/anchors.ts';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import { copiesIn, makeAnchor, type AnchorPorts } from './anchors.ts';
import { compareCopies, verifyAnchors } from './verify-anchors.ts';

let court: CourtFixture;
let folder: string;
let ports: AnchorPorts;
let pem: string;
let it: CaseFixture;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-anchors-'));
  const key = await makeCourtKey(folder, 'court', 'ec');
  pem = key.pem;
  court = await openCourt();
  ports = { sql: court.sql, seal: await openCourtSeal({ ...key, python: '' }), storage: createLocalStorage(path.join(folder, 'files')), folder: path.join(folder, 'anchors') };
  it = await court.acceptedCase();
  await court.acceptedCase();
  await makeAnchor(ports, new Date('2026-11-20T01:00:00Z'));
  await it.openTask('consent-online', { role: 'participant', personId: court.people.defendant.personId });
  await makeAnchor(ports, new Date('2026-11-21T01:00:00Z'));
  await it.note('task-overdue', { taskId: it.participants.plaintiff, kind: 'consent-online' });
}, 60_000);
afterAll(async () => {
  await court?.close();
  await rm(folder, { recursive: true, force: true });
});

let stream: string;
beforeEach(() => { stream = `case-${it.caseId}`; });
const verified = async (sql: CourtFixture['sql'] = court.sql) => verifyAnchors(sql, await readAnchors(await anchorRows(sql), anchorReading(ports.storage, [pem])));
/** Lets somebody change the database, verifies, takes the change back. */
async function afterDeed(deed: (sql: CourtFixture['sql']) => Promise<unknown>): Promise<string[]> {
  let kinds: string[] = [];
  await court.sql.begin(async (tx) => {
    await deed(tx as never);
    kinds = (await verified(tx as never)).findings.map(({ kind, subject }) => `${kind} ${subject}`);
    throw new Error('taken back');
  }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'taken back') throw error; });
  return kinds;
}
/** As somebody would do it who knows how the chain is made. */
async function rewrite(sql: CourtFixture['sql'], change: (row: { seq: number; data: object }) => object, until = Number.POSITIVE_INFINITY): Promise<void> {
  const rows = await sql<{ seq: number; kind: string; at: string; data: object }[]>`select seq, kind, at, data from journal where stream = ${stream} order by seq`;
  await sql`delete from journal where stream = ${stream}`;
  await sql`delete from journal_heads where stream = ${stream}`;
  for (const table of ['tasks', 'cases', 'participants']) await sql`delete from ${sql(table)} where ${sql(table === 'cases' ? 'id' : 'case_id')} = ${it.caseId}`;
  await recordJournal({ begin: (within: (tx: unknown) => unknown) => within(sql) } as never, stream, rows.filter(({ seq }) => seq <= until).map((row) => ({ ...row, caseId: it.caseId, data: change(row) })) as never);
}

test('nothing is found where nobody interfered, and a day has one anchor', async () => {
  expect(await verified()).toMatchObject({ anchors: 2, streams: 2, findings: [] });
  expect(await makeAnchor(ports, new Date('2026-11-21T15:59:00Z'), { oncePerDay: true })).toBeNull();
  expect((await readdir(ports.folder)).sort()).toEqual(['000001-2026-11-20.json', '000001-2026-11-20.json.p7s', '000002-2026-11-21.json', '000002-2026-11-21.json.p7s']);
});

test('a journal that was rewritten with its chain made right again is found by the anchors before', async () => {
  // The fourth entry came between the two anchors, the fifth after both.
  expect(await afterDeed((sql) => rewrite(sql, ({ seq, data }) => (seq === 2 ? { ...data, caseNumber: 'forged' } : data)))).toEqual(['anchor-differs 3', 'anchor-differs 4']);
  expect(await afterDeed((sql) => rewrite(sql, ({ seq, data }) => (seq === 4 ? { ...data, forged: 1 } : data)))).toEqual(['anchor-differs 4']);
  expect(await afterDeed((sql) => rewrite(sql, ({ data }) => data, 3))).toEqual(['anchor-differs 4']);
  expect(await afterDeed((sql) => rewrite(sql, ({ seq, data }) => (seq === 5 ? { ...data, forged: 1 } : data)))).toEqual([]);
  expect(await afterDeed(async (sql) => { await sql`delete from journal where stream = ${stream}`; await sql`delete from journal_heads where stream = ${stream}`; })).toEqual(['anchor-differs 3', 'anchor-differs 4']);
});

test('an anchor that is deleted, exchanged or made by somebody else is found', async () => {
  expect(await afterDeed((sql) => sql`delete from anchors where number = 1`)).toEqual(['anchor-broken 2']);
  expect(await afterDeed((sql) => sql`update anchors set sha256 = (select sha256 from anchors where number = 1) where number = 2`)).toEqual(['anchor-broken 2']);
  const other = await makeCourtKey(folder, 'other', 'ec');
  const theirs = await openCourtSeal({ ...other, python: '' });
  expect(await afterDeed(async (sql) => {
    for (const row of await anchorRows(sql)) await sql`update anchors set seal = ${Buffer.from(await theirs.sealHash(row.sha256)).toString('base64')} where number = ${row.number}`;
  })).toEqual(['anchor-broken 1', 'anchor-broken 2']);
  // The last one, with its row: the copies elsewhere tell.
  await court.sql.begin(async (tx) => {
    await tx`delete from anchors where number = 2`;
    expect(compareCopies(await anchorRows(tx), await copiesIn(ports.folder)).map(({ subject }) => subject)).toEqual(['2']);
    throw new Error('taken back');
  }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'taken back') throw error; });
});

test('a file that was changed in the storage is not believed', async () => {
  const [first] = await anchorRows(court.sql);
  const file = path.join(folder, 'files', first!.sha256.slice(0, 2), first!.sha256.slice(2, 4), first!.sha256);
  const before = await readFile(file);
  await writeFile(file, before.toString().replace('"seq": 3', '"seq": 2'));
  expect((await verified()).findings.map(({ kind, found }) => [kind, found])).toEqual([['anchor-broken', 'the file is another one']]);
  await writeFile(file, before);
});
