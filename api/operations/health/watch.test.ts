/** What an alarm of a task queue says, in both languages: the queue's own name is the only word that stays. */
import { expect, test } from '@jest/globals';
import { alarmsOf } from '#domain/operations/alarms.ts';
import { ofQueues } from './watch.ts';

const queue = { taskQueue: 'court', backlog: 40, oldestSeconds: 75, tasksPerSecond: 3, pollers: [] };

test.each([['workflow', '流程'], ['activity', '活动']] as const)('a backlog of the %s tasks', (kind, zh) => {
  const backlog = alarmsOf(ofQueues([{ ...queue, kind }])).find((alarm) => alarm.kind === 'queue-backlog');
  expect(backlog).toMatchObject({
    severity: 'critical', key: `queue-backlog:court (${kind})`, about: { zh: `队列 court（${zh}）`, en: `Queue court (${kind})` },
    detail: { zh: '40 个任务，最早的已等待 75 秒', en: '40 tasks, the oldest 75 s' },
  });
});
