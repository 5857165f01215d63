/**
 * A backup of a court that works, restored elsewhere (docs/operations.md): what was there is there, what the backup caught
 * half-way is reconciled, and the restored court goes on. What was damaged or changed is refused.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '#e2e/court/person.ts';
import { complaintPdf } from '#e2e/court/papers.ts';
import { accept, comeToCourt, consent, file, schedule, exchangeEvidence, type Walk } from '#e2e/court/story.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { startStack, type Stack } from '#infra/stack.ts';
import { freshDatabase, type TestDatabase } from '#infra/testing/postgres.ts';

jest.setTimeout(900_000);

const root = mkdtempSync(path.join(tmpdir(), 'kaiting-backup-'));
const [first, second, backup] = [path.join(root, 'first'), path.join(root, 'second'), path.join(root, 'backup')];
let running: Stack | undefined;
let elsewhere: TestDatabase | undefined;
let walk: Walk;
let scheduled: Walk;
let hearingId: string;
let paper: string;
/** Cases that were filed while the backup was made. */
const meanwhile: string[] = [];
let manifest: { apartMs: number; files: { path: string; sha256: string }[]; database: { tables: { name: string; rows: number }[] } };

/** `npx kaiting X`, as a person types it. */
async function kaiting(dataDir: string, ...args: string[]): Promise<{ code: number; text: string }> {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...env } = process.env;
  const child = spawn(process.execPath, [path.join(repositoryFolder, 'infra/kaiting.mjs'), ...args], { env: { ...env, KAITING_DATA: dataDir, NODE_OPTIONS: '' } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const code = await new Promise<number>((resolve) => { child.on('close', (status) => resolve(status ?? 1)); });
  return { code, text };
}

beforeAll(async () => {
  running = await startStack({ dataDir: first, ports: { api: 0 } });
  const people = await comeToCourt(running.baseUrl);
  walk = await accept(people, await file(people));
  await consent(walk);
  paper = await walk.plaintiff.upload('evidence', '合同.pdf', complaintPdf());
  await walk.plaintiff.complete(walk.caseId, 'submit-evidence', { items: [{ title: '买卖合同', source: '原告', proves: '合同内容', fileId: paper }] });
  scheduled = await accept(people, await file(people));
  await consent(scheduled);
  await exchangeEvidence(scheduled);
  ({ hearingId } = await schedule(scheduled));
});
afterAll(async () => {
  await running?.stop();
  delete process.env['DATABASE_URL'];
  await elsewhere?.drop();
  rmSync(root, { recursive: true, force: true });
});

test('a backup is made while people work', async () => {
  let made = false;
  const working = (async () => { while (!made) meanwhile.push(await file(walk)); })();
  const { code, text } = await kaiting(first, 'backup', backup);
  made = true;
  await working;
  console.log(text, `${meanwhile.length} cases were filed meanwhile`);
  expect({ code, text }).toMatchObject({ code: 0 });
  manifest = JSON.parse(readFileSync(path.join(backup, 'manifest.json'), 'utf8'));
  expect(manifest.database.tables.find(({ name }) => name === 'journal')?.rows).toBeGreaterThan(0);
  expect(meanwhile.length).toBeGreaterThan(0);
  // Twice into one place is refused.
  expect((await kaiting(first, 'backup', backup)).code).toBe(1);
});

test('what was changed or is missing is refused, and nothing remains; a folder with something in it is not touched', async () => {
  const damaged = path.join(root, 'damaged');
  cpSync(backup, damaged, { recursive: true });
  const journal = path.join(damaged, 'database', 'journal.copy');
  const content = readFileSync(journal);
  content[Math.floor(content.length / 2)]! ^= 1;
  writeFileSync(journal, content);
  const changed = await kaiting(second, 'restore', damaged, '--into', second);
  expect(changed.code).toBe(1);
  expect(changed.text).toContain('database/journal.copy is not as the backup took it');
  expect(existsSync(second)).toBe(false);
  rmSync(path.join(damaged, 'temporal', 'temporal.db'));
  expect((await kaiting(second, 'restore', damaged, '--into', second)).code).toBe(1);
  const before = readdirSync(first);
  expect((await kaiting(second, 'restore', backup, '--into', first)).text).toContain('is not empty');
  expect(readdirSync(first)).toEqual(before);
});

test('the restored court goes on', async () => {
  await running?.stop();
  const { code, text } = await kaiting(second, 'restore', backup, '--into', second);
  console.log(text);
  expect({ code, text }).toMatchObject({ code: 0 });
  running = await startStack({ dataDir: second, ports: { api: 0 } });
  const reconciled = await kaiting(second, 'reconcile', '--apply');
  console.log(reconciled.text);
  expect(reconciled).toMatchObject({ code: 0 });
  const again = await kaiting(second, 'reconcile');
  expect(again).toMatchObject({ code: 0 });
  expect(again.text).toContain('0 entries missing, 0 otherwise than in Temporal, 0 rows different');
  for (const caseId of [walk.caseId, scheduled.caseId]) expect((await kaiting(second, 'audit', caseId)).text).toContain('audit: true');

  // The code at hand goes on with every open case, whose payloads only the restored keys open.
  const replayed = await kaiting(second, 'replay');
  console.log(replayed.text);
  expect(replayed).toMatchObject({ code: 0 });
  expect(replayed.text).toMatch(/replay: ([2-9]|\d\d+) open and \d+ closed histories, 0 would break/);

  // People sign in where they did, and go on with what was open.
  const people = await comeToCourt(running.baseUrl);
  const content = await people.plaintiff.download(paper);
  expect(content.equals(complaintPdf())).toBe(true);
  await people.defendant.complete(walk.caseId, 'submit-evidence', { items: [] });
  await until('the exchange goes on', async () => (await people.defendant.tasks(walk.caseId)).some(({ kind }) => kind === 'confirm-evidence'));
  expect((await people.plaintiff.case(scheduled.caseId)).hearings.map((hearing) => hearing.hearingId)).toEqual([hearingId]);
  // A new case is accepted with the next number, not with one that was given before.
  const numbers = await Promise.all([walk.caseId, scheduled.caseId].map(async (caseId) => (await people.manager.case(caseId)).caseNumber));
  const fresh = await accept(people, await file(people));
  expect(numbers).not.toContain((await people.manager.case(fresh.caseId)).caseNumber);
  for (const caseId of [walk.caseId, fresh.caseId]) expect((await kaiting(second, 'audit', caseId)).text).toContain('audit: true');
});

test('a stopped court is backed up too, into one file, and comes back from it', async () => {
  await running?.stop();
  running = undefined;
  const tar = path.join(root, 'court.tar');
  const taken = await kaiting(second, 'backup', tar);
  expect(taken).toMatchObject({ code: 0 });
  const third = path.join(root, 'third');
  const restored = await kaiting(third, 'restore', tar, '--into', third);
  console.log(taken.text, restored.text);
  expect(restored).toMatchObject({ code: 0 });
  running = await startStack({ dataDir: third, ports: { api: 0 } });
  const reconciled = await kaiting(third, 'reconcile');
  expect(reconciled.text).toContain('0 entries missing, 0 otherwise than in Temporal, 0 rows different');
  const people = await comeToCourt(running.baseUrl);
  expect((await people.plaintiff.download(paper)).equals(complaintPdf())).toBe(true);
});

test('into a database of one’s own elsewhere; one that holds anything is not touched', async () => {
  await running?.stop();
  running = undefined;
  elsewhere = await freshDatabase();
  const [fourth, fifth] = [path.join(root, 'fourth'), path.join(root, 'fifth')];
  // The backup breaks off in the midst of the tables: nothing remains of it but tables without rows, and it is tried again.
  const broken = path.join(root, 'broken');
  cpSync(backup, broken, { recursive: true });
  const place = path.join(broken, 'manifest.json');
  const told = JSON.parse(readFileSync(place, 'utf8')) as typeof manifest;
  told.database.tables.find(({ name }) => name === 'journal')!.rows += 1;
  writeFileSync(place, JSON.stringify(told));
  const failed = await kaiting(fourth, 'restore', broken, '--into', fourth, '--database', elsewhere.url);
  expect(failed.code).toBe(1);
  expect(existsSync(fourth)).toBe(false);
  const restored = await kaiting(fourth, 'restore', backup, '--into', fourth, '--database', elsewhere.url);
  console.log(failed.text, restored.text);
  expect(restored).toMatchObject({ code: 0 });
  // Somebody names the database of a court that is there.
  const again = await kaiting(fifth, 'restore', backup, '--into', fifth, '--database', elsewhere.url);
  expect(again.code).toBe(1);
  expect(again.text).toContain('The database is not empty');
  expect(existsSync(fifth)).toBe(false);

  process.env['DATABASE_URL'] = elsewhere.url;
  running = await startStack({ dataDir: fourth, ports: { api: 0 } });
  expect(running.databaseUrl).toBe(elsewhere.url);
  expect(running.pids().postgres).toBeUndefined();
  expect(await kaiting(fourth, 'reconcile', '--apply')).toMatchObject({ code: 0 });
  expect((await kaiting(fourth, 'audit', walk.caseId)).text).toContain('audit: true');
  const people = await comeToCourt(running.baseUrl);
  await people.defendant.complete(walk.caseId, 'submit-evidence', { items: [] });
  await until('the exchange goes on', async () => (await people.defendant.tasks(walk.caseId)).some(({ kind }) => kind === 'confirm-evidence'));
});
