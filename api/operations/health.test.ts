import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { chaptersOf, handbook as readHandbook } from '#api/operations/health/handbook.ts';
import { health } from '#api/operations/health.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { giveSign } from '#db/operations/signs-of-life.ts';
import { daysGoneBy, keepAlarms, livingProcesses } from '#db/queries/health.ts';

let court: OperationsCourt;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());

describe('the health of the court', () => {
  test.each(['manager', 'clerk', 'judge', 'plaintiff'] as const)('is hidden from %s', async (who) => {
    for (const asked of [() => call(health.look, undefined, { context: court.as(who) }), () => call(health.handbook, undefined, { context: court.as(who) }), () => call(health.acknowledge, { key: 'x' }, { context: court.as(who) })]) {
      expect((await errorOf(asked())).code).toBe('NOT_FOUND');
    }
  });

  test('operations say that they have seen an alarm that stands, and nothing else', async () => {
    const before = await keepAlarms(court.sql, ['clock-off:a']);
    expect(before.get('clock-off:a')?.acknowledged).toBeNull();
    await call(health.acknowledge, { key: 'clock-off:a' }, { context: court.as('operations') });
    const after = (await keepAlarms(court.sql, ['clock-off:a'])).get('clock-off:a');
    expect(after).toMatchObject({ since: before.get('clock-off:a')?.since, acknowledged: { by: '郑运维' } });
    expect((await errorOf(call(health.acknowledge, { key: 'disk-full:b' }, { context: court.as('operations') }))).code).toBe('NOT_FOUND');
  });

  test('one that was away for a minute begins anew, and nobody has seen it', async () => {
    await keepAlarms(court.sql, ['disk-full:c']);
    await call(health.acknowledge, { key: 'disk-full:c' }, { context: court.as('operations') });
    await court.sql`update alarms set since = now() - interval '1 hour', last_seen = now() - interval '2 minutes' where key = 'disk-full:c'`;
    const again = (await keepAlarms(court.sql, ['disk-full:c'])).get('disk-full:c');
    expect(again?.acknowledged).toBeNull();
    expect(Date.now() - new Date(again?.since ?? 0).getTime()).toBeLessThan(60_000);
  });

  test('a process gives signs of life', async () => {
    await giveSign(court.sql, { process: 'worker', build: 'b1', taskQueue: 'court', data: '/' });
    await giveSign(court.sql, { process: 'worker', build: 'b1', taskQueue: 'court', data: '/' });
    const [one, ...more] = await livingProcesses(court.sql);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ process: 'worker', build: 'b1', taskQueue: 'court' });
    expect(one?.diskTotalBytes).toBeGreaterThan(one?.diskFreeBytes ?? 0);
  });

  test('a workflow whose task let its last day go by without a word is looked at first', async () => {
    const it = await court.acceptedCase();
    const taskId = await it.openTask('review-filing', { role: 'filingClerk' }, { dueAt: new Date(Date.now() - 60_000).toISOString() });
    expect(await daysGoneBy(court.sql)).toEqual([`case-${it.caseId}`]);
    await it.note('task-overdue', { taskId, kind: 'review-filing' });
    expect(await daysGoneBy(court.sql)).toEqual([]);
  });

  test('the handbook is read by chapters', async () => {
    expect(chaptersOf('# Book\n\n## A part: does not answer\n\nText\n\n## Next\nMore')).toEqual([
      { anchor: 'a-part-does-not-answer', title: 'A part: does not answer', html: '<p>Text</p>' }, { anchor: 'next', title: 'Next', html: '<p>More</p>' },
    ]);
    expect((await readHandbook()).map(({ anchor }) => anchor)).toContain('a-wedged-workflow');
  });
});
