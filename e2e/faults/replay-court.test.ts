/**
 * Before a new build goes live (docs/operations.md): the open cases of a court are replayed against it. The build that they
 * run on takes them all; one that was changed on purpose, without `patched()`, is found out, case by case.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { until } from '#e2e/court/person.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { replayCourt } from '#worker/replay/replay-court.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted, agreed } from '#workflows/testing/walk.ts';

let court: TestCourt;
let current: WorkflowBundle;
let careless: WorkflowBundle;
let folder: string;

beforeAll(async () => {
  current = await bundleWorkflowCode({ workflowsPath: path.join(repositoryFolder, 'workflows/workflows.ts') });
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-build-'));
  for (const part of ['domain', 'workflows', 'package.json']) cpSync(path.join(repositoryFolder, part), path.join(folder, part), { recursive: true });
  symlinkSync(path.join(repositoryFolder, 'node_modules'), path.join(folder, 'node_modules'));
  const file = path.join(folder, 'workflows/case/evidence.ts');
  const stage = 'export async function evidence(courtCase: CourtCase): Promise<StageExit<\'evidence\'>> {\n';
  const source = readFileSync(file, 'utf8');
  if (!source.includes(stage)) throw new Error('The stage of evidence begins otherwise');
  writeFileSync(file, `import { court } from '../support/activities.ts';\n${source.replace(stage, `${stage}  await court.loadCalendar({ years: [2026] });\n`)}`);
  careless = await bundleWorkflowCode({ workflowsPath: path.join(folder, 'workflows/workflows.ts') });
  court = await TestCourt.open(current, await localEnvironment());
}, 240_000);
afterAll(async () => {
  await court?.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const opened = async (the: TestCase): Promise<TestCase> => { await the.task('submit-evidence'); return the; };

test('every open and closed history goes on with the build that made it; a careless build is found out, with the cases that it would break', async () => {
  const before = await court.file();
  await accepted(before);
  const [first, second] = [await court.file(), await court.file()];
  for (const the of [first, second]) { await agreed(the); await opened(the); }
  const closed = await court.file();
  await agreed(closed);
  await closed.answer('submit-evidence', { items: [] }, people.plaintiff);
  await closed.answer('submit-evidence', { items: [] }, people.defendant);
  await closed.answer('schedule-hearing', { decision: 'offline', reason: '当事人均要求线下开庭' });
  await closed.handle.result();
  const { client } = court.env;
  await until('Temporal lists them', async () => (await client.workflow.count("ExecutionStatus = 'Running'")).count === 3
    && (await client.workflow.count("ExecutionStatus = 'Completed'")).count === 1);

  const good = await replayCourt({ client, workflowBundle: current, sample: 10 });
  expect(good.broken).toEqual([]);
  expect([good.open, good.closed]).toEqual([3, 1]);

  const counted: number[] = [];
  const bad = await replayCourt({ client, workflowBundle: careless, sample: 10, onReplayed: (count) => counted.push(count) });
  expect(new Map(bad.broken.map(({ workflowId, open, why }) => [workflowId, { open, why }]))).toEqual(new Map([
    [first.stream, { open: true, why: 'determinism' }], [second.stream, { open: true, why: 'determinism' }], [closed.stream, { open: false, why: 'determinism' }],
  ]));
  expect(bad.broken.every(({ lastBuild, message }) => lastBuild !== undefined && message.length > 0)).toBe(true);
  expect(counted).toEqual([1, 2, 3, 4]);
}, 240_000);
