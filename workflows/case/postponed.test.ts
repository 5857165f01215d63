/** G4, G5: what the clerk finds at an identity, or the judge at a notice that nobody received, postpones the hearing: off, everybody told, scheduled anew. */
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { about, exchanged, scheduled } from '#workflows/testing/walk.ts';
import { workflowsPath } from '#worker/workflow-bundle.ts';

let bundle: WorkflowBundle;
let court: TestCourt;
beforeAll(async () => { bundle = await bundleWorkflowCode({ workflowsPath }); }, 120_000);
afterEach(() => court.close());

async function inPreparation(): Promise<TestCase> {
  court = await TestCourt.open(bundle);
  const the = await court.file();
  await exchanged(the);
  await scheduled(the);
  await the.task('test-courtroom');
  return the;
}

async function isOffAndScheduledAnew(the: TestCase): Promise<void> {
  await the.task('schedule-hearing');
  expect(the.data('hearing-cancelled')).toHaveLength(1);
  expect(the.openTasks.map(({ kind }) => kind)).toEqual(['schedule-hearing']);
}

test('an identity that cannot be verified in time (G5)', async () => {
  const the = await inPreparation();
  await the.complete(await about(the, 'verify-identity', people.defendant), { decision: 'postpone', reason: '身份证已过期，待换领' }, people.clerk);
  await isOffAndScheduledAnew(the);
}, 60_000);

test('a notice that nobody received and that the judge does not waive (G4)', async () => {
  const the = await inPreparation();
  await court.env.sleep('3 days');
  await the.complete(await about(the, 'phone-notice', people.plaintiff), { result: 'reached', record: '本人接听' }, people.clerk);
  await the.complete(await about(the, 'phone-notice', people.defendant), { result: 'notReached', record: '三次未接' }, people.clerk);
  await the.answer('waive-notice', { decision: 'postpone', reason: '未能通知被告' });
  await isOffAndScheduledAnew(the);
}, 60_000);
