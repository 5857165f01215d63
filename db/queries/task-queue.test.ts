import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { taskQueue, type TaskFilter } from './task-queue.ts';
import { findTask } from './task-detail.ts';
import { standingOf } from './standing.ts';

let court: CourtFixture;
let theCase: CaseFixture;
const ids: string[] = [];
const filter = (more: Partial<TaskFilter>): TaskFilter => ({ view: 'mine', state: 'open', limit: 50, ...more });

beforeAll(async () => {
  court = await openCourt();
  theCase = await court.acceptedCase();
  const { clerk, judge, defendant, plaintiff } = court.people;
  for (const day of [3, 1, 2]) ids.push(await theCase.openTask('verify-identity', { role: 'clerk', personId: clerk.personId }, { dueAt: `2026-05-2${day}T01:00:00.000Z` }));
  ids.push(await theCase.openTask('finish-transcript', { role: 'clerk', personId: clerk.personId }));
  await theCase.openTask('permit-online', { role: 'judge', personId: judge.personId });
  await theCase.openTask('consent-online', { role: 'participant', personId: defendant.personId, participantId: theCase.participants.defendant });
  await theCase.openTask('submit-evidence', { role: 'participant', personId: plaintiff.personId, participantId: theCase.participants.plaintiff });
  await theCase.openTask('repair-step', { role: 'operations' }, { facts: { step: 'issueNotices' } });
});
afterAll(() => court.close());

describe('my queue', () => {
  test('by due time, those without one last', async () => {
    const { rows, next, counts } = await taskQueue(court.sql, court.people.clerk, filter({}));
    expect(rows.map((row) => row.taskId)).toEqual([ids[1], ids[2], ids[0], ids[3]]);
    expect(next).toBeNull();
    expect(counts).toEqual({ mine: 4, roles: 0, overdue: 0 });
    expect(rows[0]).toMatchObject({ caseNumber: theCase.caseNumber, parties: '张三 诉 李四', causeOfAction: '买卖合同纠纷', mine: true, assignee: { name: '陈书记' } });
  });

  test('page by page nothing is missing and nothing comes twice, also over the tasks without a due time', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await taskQueue(court.sql, court.people.clerk, filter({ limit: 1, ...(after ? { after } : {}) }));
      seen.push(...page.rows.map((row) => row.taskId));
      after = page.next ?? undefined;
    } while (after);
    expect(seen).toEqual([ids[1], ids[2], ids[0], ids[3]]);
  });

  test('text that is no cursor starts at the beginning', async () => {
    expect((await taskQueue(court.sql, court.people.clerk, filter({ after: 'nonsense' }))).rows).toHaveLength(4);
  });

  test('one kind alone', async () => {
    expect((await taskQueue(court.sql, court.people.clerk, filter({ kind: 'finish-transcript' }))).rows.map((row) => row.taskId)).toEqual([ids[3]]);
  });
});

describe('what waits for a role', () => {
  test('any filing clerk takes a filing; a claim makes it one’s own for all to see', async () => {
    const filed = await court.filedCase();
    const taskId = await filed.openTask('review-filing', { role: 'filingClerk' });
    const before = await taskQueue(court.sql, court.people.filingClerk, filter({ view: 'roles' }));
    expect(before.rows.map((row) => [row.taskId, row.mine])).toEqual([[taskId, false]]);
    expect(before.counts).toEqual({ mine: 0, roles: 1, overdue: 0 });

    await court.sql`update tasks set claimed_by = ${court.people.filingClerk.personId} where id = ${taskId}`;
    const mine = await taskQueue(court.sql, court.people.filingClerk, filter({}));
    expect(mine.rows).toMatchObject([{ taskId, mine: true, claimedBy: { name: '李立案' } }]);
    expect((await taskQueue(court.sql, court.people.clerk, filter({ view: 'roles' }))).rows).toEqual([]);
  });

  test('any technician finds the technology to test; the clerk’s own test is not theirs (G5)', async () => {
    const [clerks, technicians] = [
      await theCase.openTask('test-courtroom', { role: 'clerk', personId: court.people.clerk.personId }), await theCase.openTask('test-courtroom-technology', { role: 'technician' }),
    ];
    expect((await taskQueue(court.sql, court.people.technician, filter({ view: 'roles' }))).rows.map((row) => row.taskId)).toEqual([technicians]);
    await theCase.note('task-withdrawn', { taskId: clerks, kind: 'test-courtroom', why: 'test' });
    await theCase.note('task-withdrawn', { taskId: technicians, kind: 'test-courtroom-technology', why: 'test' });
  });

  test('failed steps wait for operations', async () => {
    expect((await taskQueue(court.sql, court.people.operations, filter({ view: 'roles' }))).rows.map((row) => row.kind)).toEqual(['repair-step']);
  });
});

describe('the tasks of a case', () => {
  const kindsFor = async (who: keyof CourtFixture['people']) => {
    const viewer = court.people[who];
    const standing = (await standingOf(court.sql, theCase.caseId, viewer.personId))!;
    const { rows } = await taskQueue(court.sql, viewer, filter({ view: 'case', caseId: theCase.caseId, standing }));
    return [...new Set(rows.map((row) => row.kind))].sort();
  };
  test.each([
    ['judge', ['consent-online', 'finish-transcript', 'permit-online', 'submit-evidence', 'verify-identity']],
    ['defendant', ['consent-online']],
    ['plaintiff', ['submit-evidence']],
    ['clerk2', []],
    ['stranger', []],
    ['manager', ['consent-online', 'finish-transcript', 'permit-online', 'repair-step', 'submit-evidence', 'verify-identity']],
  ] as const)('%s sees %j', async (who, kinds) => {
    expect(await kindsFor(who)).toEqual([...kinds]);
  });
});

test('overdue tasks are counted and marked', async () => {
  await theCase.note('task-overdue', { taskId: ids[1]!, kind: 'verify-identity' });
  const { rows, counts } = await taskQueue(court.sql, court.people.clerk, filter({}));
  expect(counts.overdue).toBe(1);
  expect(rows.filter((row) => row.overdue).map((row) => row.taskId)).toEqual([ids[1]]);
});

test('a completed task tells who completed it, when and how, and stands among what I have done', async () => {
  const { judge } = court.people;
  const taskId = await theCase.openTask('permit-online', { role: 'judge', personId: judge.personId });
  await theCase.note('task-completed', { taskId, kind: 'permit-online', outcome: { decision: 'permit' }, by: judge.personId, commandId: taskId, via: 'update' }, { at: '2026-05-12T02:00:00.000Z' });
  const found = await findTask(court.sql, taskId, judge);
  expect(found?.view).toMatchObject({ state: 'completed', outcome: { decision: 'permit' }, completedBy: { name: '王审判' }, completedAt: '2026-05-12T02:00:00.000Z' });
  expect((await taskQueue(court.sql, judge, filter({ state: 'completed' }))).rows.map((row) => row.taskId)).toEqual([taskId]);
});

test('a queue of many tasks is found by its index, not by reading all', async () => {
  await court.sql`
    insert into tasks (id, case_id, stream, kind, role, person_id, state, facts, articles, opened_at, due_at)
    select gen_random_uuid(), gen_random_uuid(), 'case-x', 'verify-identity', 'clerk', gen_random_uuid(), 'completed', '{}', '[]', now(), now() from generate_series(1, 20000)`;
  await court.sql`analyze tasks`;
  const plan = await court.sql`explain select id from tasks t where t.state = 'open' and (t.person_id = ${court.people.clerk.personId} or t.claimed_by = ${court.people.clerk.personId})`;
  expect(JSON.stringify(plan)).not.toContain('Seq Scan');
});
