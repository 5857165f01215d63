import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { testBundle } from '#workflows/testing/bundle.ts';

/** Histories of released builds: open cases of those builds must go on with this one. */
const folder = fileURLToPath(new URL('./testing/histories', import.meta.url));
const kept = readdirSync(folder).flatMap((release) => readdirSync(path.join(folder, release)).map((name) => path.join(release, name)));

let workflowBundle: WorkflowBundle;
beforeAll(async () => { workflowBundle = await testBundle(); }, 120_000);

const read = (name: string): { events: { activityTaskScheduledEventAttributes?: { activityType: { name: string } } }[] } =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

describe('histories of released builds replay', () => {
  test('there are some', () => { expect(kept.length).toBeGreaterThanOrEqual(2); });

  test.each(kept)('%s', async (name) => {
    await Worker.runReplayHistory({ workflowBundle }, read(name), workflowIdOf(read(name)));
  }, 60_000);

  test('a deliberately broken one is found out', async () => {
    const [name = ''] = kept;
    const broken = read(name);
    const scheduled = broken.events.filter((event) => event.activityTaskScheduledEventAttributes);
    const last = scheduled.at(-1)?.activityTaskScheduledEventAttributes;
    if (!last) throw new Error('The history has no activity');
    last.activityType.name = 'sendEverybodyHome';
    await expect(Worker.runReplayHistory({ workflowBundle }, broken, workflowIdOf(broken))).rejects.toThrow(DeterminismViolationError);
  }, 60_000);
});

/** The journal's stream is the workflow's id, and is in the input of the first journal activity. */
function workflowIdOf(history: { events: object[] }): string | undefined {
  const [started] = history.events as { workflowExecutionStartedEventAttributes?: { workflowId?: string } }[];
  return started?.workflowExecutionStartedEventAttributes?.workflowId;
}
