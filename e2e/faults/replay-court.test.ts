/**
 * Before a new build goes live (docs/operations.md): the open cases of a court are replayed against it. The build that they
 * run on takes them all; one that was changed on purpose, without `patched()`, is found out, case by case.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { until } from '#e2e/court/person.ts';
import { buildOfTheHouse, changedBuild, oneMoreStep } from '#e2e/faults/builds.ts';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { replayCourt } from '#worker/replay/replay-court.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted, agreed } from '#workflows/testing/walk.ts';

let court: TestCourt;
let current: WorkflowBundle;
let careless: WorkflowBundle;

beforeAll(async () => {
  current = await buildOfTheHouse();
  careless = await changedBuild(oneMoreStep);
  court = await TestCourt.open(current, await localEnvironment());
}, 240_000);
afterAll(async () => {
  await court?.close();
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
