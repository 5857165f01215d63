/**
 * A wedged workflow, made on purpose (docs/operations.md): a build that does not fit an open case takes its tasks. Operations see
 * the case, the cause and the build; when a build that fits runs, the alarm ends by itself.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { createWedgedWatch } from '#api/operations/health/wedged.ts';
import { queueHealth } from '#api/operations/health/task-queues.ts';
import { courtTaskQueue } from '#domain/case/ids.ts';
import { until } from '#e2e/court/person.ts';
import { buildOfTheHouse, changedBuild, oneMoreStep } from '#e2e/faults/builds.ts';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { people, TestCourt } from '#workflows/testing/court.ts';
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

test('a workflow that a careless build wedges is found with the build, and no other; it is well again when the right build runs', async () => {
  const well = await court.file();
  await accepted(well);
  const the = await court.file();
  await agreed(the);
  await the.task('submit-evidence');
  const watch = createWedgedWatch(court.env.client);
  expect((await watch.look([])).wedged).toEqual([]);
  const queues = await queueHealth(court.env.client, [{ name: courtTaskQueue, kinds: ['workflow', 'activity'] }]);
  expect(queues.map(({ kind, pollers }) => [kind, pollers.length > 0, pollers.every(({ build }) => build !== null)])).toEqual([['workflow', true, true], ['activity', true, true]]);

  await court.endBuild(current);
  await court.addBuild(careless);
  // Temporal refuses it while the workflow is wedged; the API sends it again then (api/commands/delivery.ts), and so do we.
  const submit = () => the.answer('submit-evidence', { items: [] }, people.plaintiff).then(() => true, (error: unknown) => { if (String(error).includes('Update failed')) return undefined; throw error; });
  const submitting = submit();
  const found = await until('it is found', async () => (await watch.look([the.stream])).wedged.find(({ workflowId }) => workflowId === the.stream), 120_000);
  console.log(found);
  expect(found).toMatchObject({ workflowType: 'courtCase', cause: 'non-deterministic-error' });
  expect(found.attempts).toBeGreaterThanOrEqual(3);
  expect(found.message).toMatch(/TMPRL1100|Nondeterminism/i);
  const builds = (await queueHealth(court.env.client, [{ name: courtTaskQueue, kinds: ['workflow'] }]))[0]?.pollers.map(({ build }) => build) ?? [];
  const [right] = queues[0]?.pollers.map(({ build }) => build) ?? [];
  expect(builds).toContain(found.build);
  expect(found.build).not.toBe(right);
  expect((await watch.look([])).wedged.map(({ workflowId }) => workflowId)).toEqual([the.stream]);

  await court.endBuild(careless);
  await court.addBuild(current);
  await until('the answer is taken', async () => await submitting ?? await submit(), 120_000);
  expect((await watch.look([])).wedged).toEqual([]);
}, 300_000);
