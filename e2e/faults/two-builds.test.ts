/**
 * A new build comes while cases are open (docs/decisions/0002-worker-versioning.md): for a while both builds take tasks
 * of the same cases, then the old one ends. And a build that would break open cases: they wait, and nothing is lost.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { buildOfTheHouse, changedBuild, oneMoreStep } from '#e2e/faults/builds.ts';
import { until } from '#e2e/court/person.ts';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted, agreed, exchanged } from '#workflows/testing/walk.ts';

let old: WorkflowBundle;
let guarded: WorkflowBundle;
let careless: WorkflowBundle;

/** What the new builds do differently: the stage of evidence begins with one more step. */
const step = `${oneMoreStep}\n  courtCase.journal.note('decision', { what: 'calendar-read-again', value: true, articles: ['G8'] });`;

let court: TestCourt;
beforeAll(async () => {
  old = await buildOfTheHouse();
  guarded = await changedBuild(`if (patched('evidence-reads-the-calendar')) {\n  ${step}\n  }`);
  careless = await changedBuild(step);
}, 240_000);
beforeEach(async () => { court = await TestCourt.open(old, await localEnvironment()); }, 60_000);
afterEach(() => court.close(), 60_000);

/** From wherever the case is in the exchange of evidence to its end: nobody can hear it online. */
async function exchangedAndOffline(the: TestCase): Promise<void> {
  await the.answer('submit-evidence', { items: [] }, people.plaintiff);
  await the.answer('submit-evidence', { items: [] }, people.defendant);
  await offline(the);
}

async function offline(the: TestCase): Promise<void> {
  await the.answer('schedule-hearing', { decision: 'offline', reason: '当事人均要求线下开庭' });
  await the.handle.result();
}

/** Every task once, every entry once, in a journal without a hole. */
function isWhole(the: TestCase): void {
  const entries = court.entries(the.stream);
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  const ended = entries.flatMap((entry) => (entry.kind === 'task-completed' ? [entry.data.taskId] : []));
  expect(new Set(ended).size).toBe(ended.length);
  expect(the.openTasks).toEqual([]);
  expect(the.data('case-closed')).toHaveLength(1);
}
const readsAgain = (the: TestCase): number => the.data('decision').filter((decision) => decision.what === 'calendar-read-again').length;

describe('a new build comes while cases are open', () => {
  test('both builds take the tasks of open cases; the old one ends; every case goes on to its end', async () => {
    const [accepting, exchanging, scheduling] = [await court.file(), await court.file(), await court.file()];
    await accepted(accepting);
    await agreed(exchanging);
    await exchanging.task('submit-evidence');
    await exchanged(scheduling);
    await scheduling.task('schedule-hearing');

    await court.addBuild(guarded);
    // While both run, each task goes to whichever build asks first.
    await accepting.answer('consent-online', { decision: 'consent' }, people.defendant);
    await exchanging.answer('submit-evidence', { items: [] }, people.plaintiff);
    const [begun, crossing] = [await court.file(), await court.file()];
    await accepted(begun);
    await agreed(crossing);
    await crossing.task('submit-evidence');
    await court.endBuild(old);

    await accepting.answer('permit-online', { decision: 'permit' });
    await exchangedAndOffline(accepting);
    await exchanging.answer('submit-evidence', { items: [] }, people.defendant);
    await offline(exchanging);
    await offline(scheduling);
    await begun.answer('consent-online', { decision: 'consent' }, people.defendant);
    await begun.answer('permit-online', { decision: 'permit' });
    await exchangedAndOffline(begun);
    await exchangedAndOffline(crossing);

    [accepting, exchanging, scheduling, begun, crossing].forEach(isWhole);
    // Who was past the change stays with the old way to the end; who came to it later goes the new way.
    expect([accepting, exchanging, scheduling, begun].map(readsAgain)).toEqual([1, 0, 0, 1]);
    // Who came to it while both ran was told by one of them, once.
    expect(readsAgain(crossing)).toBeLessThanOrEqual(1);
  }, 240_000);

  test('a careless build breaks no open case: it waits, and goes on with the build that knows it', async () => {
    const the = await court.file();
    await agreed(the);
    await the.task('submit-evidence');
    await court.endBuild(old);
    await court.addBuild(careless);
    const submitting = the.answer('submit-evidence', { items: [] }, people.plaintiff);
    await until('the careless build fails at it', async () => ((await the.handle.describe()).raw.pendingWorkflowTask?.attempt ?? 0) > 1);
    expect(the.openTasks.map((task) => task.kind)).toEqual(['submit-evidence', 'submit-evidence']);
    await court.endBuild(careless);
    await court.addBuild(guarded);
    await submitting;
    await the.answer('submit-evidence', { items: [] }, people.defendant);
    await offline(the);
    isWhole(the);
  }, 240_000);
});
