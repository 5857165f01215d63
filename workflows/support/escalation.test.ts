import { afterAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { bundleWorkflowCode, Worker } from '@temporalio/worker';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import type { EntryData, JournalEntry } from '#domain/journal/entries.ts';
import { taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';
import { escalatesTo } from '#domain/tasks/escalation.ts';
import { timeSkippingEnvironment } from '#infra/testing/temporal.ts';
import type { everyKind } from '#workflows/testing/every-kind.ts';
import { people, TestCourt } from '#workflows/testing/court.ts';
import { accepted } from '#workflows/testing/walk.ts';

let court: TestCourt | undefined;
afterAll(async () => { await court?.close(); });

test('every kind with a due rule goes up once when it is overdue, with its articles; what ends with its due time does not', async () => {
  const env = await timeSkippingEnvironment();
  const entries: JournalEntry[] = [];
  const taskQueue = randomUUID();
  const year = new Date(await env.currentTimeMs()).getUTCFullYear();
  const worker = await Worker.create({
    connection: env.nativeConnection, taskQueue,
    workflowBundle: await bundleWorkflowCode({ workflowsPath: path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../testing/every-kind.ts') }),
    activities: { recordJournal: async ({ entries: batch }: { entries: JournalEntry[] }) => { entries.push(...batch.slice(batch.findIndex(({ seq }) => seq === entries.length + 1))); } },
  });
  const calendar = await stateCouncilCalendar().load([year, year + 1]);
  await worker.runUntil(env.client.workflow.execute<typeof everyKind>('everyKind', { taskQueue, workflowId: randomUUID(), args: [{ calendar }] }));
  await env.teardown();

  const data = <K extends 'task-opened' | 'task-overdue' | 'task-withdrawn'>(kind: K) => entries.filter((entry) => entry.kind === kind).map((entry) => entry.data as EntryData[K]);
  const opened = data('task-opened').map(({ task }) => task);
  const ended = data('task-withdrawn').map(({ taskId }) => taskId);
  expect(ended).toHaveLength(1);
  const found = taskKindNames.map((kind) => {
    const task = opened.find((one) => one.kind === kind && !ended.includes(one.taskId));
    return [kind, data('task-overdue').filter(({ taskId }) => taskId === task?.taskId)] as const;
  });
  const wentUp = found.map(([kind, overdue]) => [kind, overdue.filter(({ escalatedTo }) => escalatedTo).map(({ escalatedTo, articles }) => [escalatedTo, articles])]);
  expect(wentUp).toEqual(taskKindNames.map((kind) => {
    const { due, role, articles } = taskCatalogue[kind];
    return [kind, due.in === 'none' ? [] : [[escalatesTo(role), [...articles]]]];
  }));
  expect(found.find(([kind]) => kind === 'submit-evidence')?.[1]).toHaveLength(2);
  expect(data('task-overdue').find(({ taskId }) => taskId === ended[0])).toEqual({ taskId: ended[0], kind: 'help-with-test' });
}, 120_000);

describe('a deputy’s answer', () => {
  test('is taken for the absent one and says so; not for another, and not without', async () => {
    court = await TestCourt.open();
    const the = await court.file({ appliesForOnline: false });
    await accepted(the);
    const task = await the.task('propose-online');
    const outcome = { decision: 'propose', explanation: '说明在线审理的方式和后果' };
    const answer = (more: { deputyOf?: string }) => the.handle.executeUpdate('completeTask', { args: [{ taskId: task.taskId, outcome, personId: people.substitute, commandId: randomUUID(), ...more }] });
    await expect(answer({})).rejects.toMatchObject({ cause: { type: 'Refused' } });
    await expect(answer({ deputyOf: people.clerk })).rejects.toMatchObject({ cause: { type: 'Refused' } });
    await answer({ deputyOf: people.judge });
    await the.task('consent-online');
    expect(the.data('task-completed').find(({ kind }) => kind === 'propose-online')).toMatchObject({ by: people.substitute, deputyOf: people.judge });
  }, 60_000);

  test('is refused where the law gives the task to one person', async () => {
    await court?.close();
    court = await TestCourt.open();
    const the = await court.file();
    await accepted(the);
    await the.answer('consent-online', { decision: 'consent' }, people.defendant);
    const task = await the.task('permit-online');
    await expect(the.handle.executeUpdate('completeTask', { args: [{ taskId: task.taskId, outcome: { decision: 'permit' }, personId: people.substitute, commandId: randomUUID(), deputyOf: people.judge }] }))
      .rejects.toMatchObject({ cause: { type: 'Refused' } });
    expect(the.openTasks.map(({ kind }) => kind)).toEqual(['permit-online']);
  }, 60_000);
});
