import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { createAccess } from '#api/operations/access.ts';
import { queue } from './queue.ts';
import { tasks } from './tasks.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(async () => { theCase = await court.acceptedCase(); court.sent.length = 0; court.published.length = 0; });

const toClerk = () => ({ role: 'clerk' as const, personId: court.people.clerk.personId });
const due = '2026-05-14T15:59:59.999Z';

describe('the page', () => {
  test('says how many working days are left, under which article, and at which stage the case is', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk(), { dueAt: due });
    const page = await call(queue.page, { view: 'mine', caseId: theCase.caseId }, { context: court.as('clerk') });
    expect(page.rows).toMatchObject([{ taskId, workingDaysLeft: 3, stage: 'consent', articles: ['G4', 'CPL-139'], dueProvisional: false, overdue: false, comments: 0, snoozed: null }]);
    expect(page.division).toBeNull();
    expect((await call(queue.page, { view: 'mine', caseId: theCase.caseId, due: 'week' }, { context: court.as('clerk') })).rows).toHaveLength(1);
    expect((await call(queue.page, { view: 'mine', caseId: theCase.caseId, due: 'today' }, { context: court.as('clerk') })).rows).toEqual([]);
  });

  test('of the division shows nothing that whoever sees it could not open', async () => {
    const before = await court.sql<{ person_id: string; division: string }[]>`select person_id, division from staff`;
    await court.sql`update staff set division = (select division from tasks t where t.id = ${await theCase.openTask('schedule-hearing', toClerk())})`;
    await theCase.openTask('repair-step', { role: 'operations' });
    await theCase.openTask('explain-gap', { role: 'technician' });
    await theCase.openTask('permit-online', { role: 'judge', personId: court.people.judge.personId });
    await theCase.openTask('consent-online', { role: 'participant', personId: court.people.defendant.personId, participantId: theCase.participants.defendant });
    const shown = async (who: 'clerk2' | 'judge' | 'technician' | 'manager' | 'operations') => {
      const { rows } = await call(queue.page, { view: 'division', caseId: theCase.caseId }, { context: court.as(who) });
      for (const { taskId } of rows) expect((await call(tasks.get, { taskId }, { context: court.as(who) })).taskId).toBe(taskId);
      return rows.map(({ kind }) => kind).sort();
    };
    expect([await shown('clerk2'), await shown('judge'), await shown('technician'), await shown('operations')]).toEqual([['schedule-hearing'], ['permit-online'], ['explain-gap'], ['repair-step']]);
    expect(await shown('manager')).toEqual(['consent-online', 'explain-gap', 'permit-online', 'schedule-hearing']);
    await court.sql`insert into participants (id, case_id, person_id, role) values (${randomUUID()}, ${theCase.caseId}, ${court.people.clerk2.personId}, 'thirdParty')`;
    expect(await shown('clerk2')).toEqual([]);
    await court.sql`delete from participants where case_id = ${theCase.caseId} and person_id = ${court.people.clerk2.personId}`;
    for (const { person_id, division } of before) await court.sql`update staff set division = ${division} where person_id = ${person_id}`;
  });

  test('is for the court’s staff alone', async () => {
    expect((await errorOf(call(queue.page, {}, { context: court.as('plaintiff') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(queue.views, {}, { context: court.as('plaintiff') }))).code).toBe('NOT_FOUND');
  });
});

describe('comments', () => {
  test('are kept, seen by the court’s people of the task, told to their browsers, and hidden from everybody else', async () => {
    const taskId = await theCase.openTask('consent-online', { role: 'participant', personId: court.people.defendant.personId, participantId: theCase.participants.defendant });
    await call(queue.comment, { taskId, text: ' 已电话提醒被告 ' }, { context: court.as('clerk') });
    expect(court.published).toEqual([{ type: 'comment', caseId: theCase.caseId, taskId }]);
    const { comments } = await call(queue.comments, { taskId }, { context: court.as('judge') });
    expect(comments).toMatchObject([{ by: { name: '陈书记' }, text: '已电话提醒被告', at: '2026-05-11T02:00:00.000Z' }]);
    for (const who of ['defendant', 'plaintiff', 'stranger', 'clerk2', 'operations'] as const) {
      expect((await errorOf(call(queue.comments, { taskId }, { context: court.as(who) }))).code).toBe('NOT_FOUND');
      expect((await errorOf(call(queue.comment, { taskId, text: '看得到吗' }, { context: court.as(who) }))).code).toBe('NOT_FOUND');
    }
  });

  test('sent again is said once', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk());
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) await call(queue.comment, { taskId, text: '请先确认法庭' }, { context: court.as('clerk', { key }) });
    expect((await call(queue.comments, { taskId }, { context: court.as('clerk') })).comments).toHaveLength(1);
    // A key is one comment's: whoever uses it for another is told, and nothing is lost unseen.
    expect((await errorOf(call(queue.comment, { taskId, text: '另一句话' }, { context: court.as('clerk', { key }) }))).code).toBe('CONFLICT');
    expect((await errorOf(call(queue.comment, { taskId, text: '请先确认法庭' }, { context: court.as('judge', { key }) }))).code).toBe('CONFLICT');
  });
});

describe('putting off', () => {
  const until = '2026-05-13T01:00:00.000Z';
  test('hides it from whoever did it, until then; anybody else sees it; it can be taken back', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk(), { dueAt: due });
    await call(queue.snooze, { taskId, until, reason: '等待当事人材料' }, { context: court.as('clerk') });
    const mine = async () => (await call(queue.page, { view: 'mine', caseId: theCase.caseId }, { context: court.as('clerk') })).rows;
    expect(await mine()).toEqual([]);
    await call(queue.wake, { taskId }, { context: court.as('clerk') });
    expect(await mine()).toHaveLength(1);
  });

  test('never beyond the day on which it is due', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk(), { dueAt: due });
    expect((await errorOf(call(queue.snooze, { taskId, until: '2026-05-15T01:00:00.000Z', reason: '以后再说' }, { context: court.as('clerk') }))).data).toMatchObject({ code: 'snooze-past-due' });
  });

  test('by whom it waits for, and by nobody else', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk(), { dueAt: due });
    expect((await errorOf(call(queue.snooze, { taskId, until, reason: '不是我的' }, { context: court.as('judge') }))).code).toBe('REFUSED');
    expect((await errorOf(call(queue.snooze, { taskId, until, reason: '不是我的' }, { context: court.as('clerk2') }))).code).toBe('NOT_FOUND');
  });
});

describe('many at once', () => {
  test('each is claimed by itself; whose it is already is told', async () => {
    const filed = await court.filedCase();
    const [free, taken] = [await filed.openTask('review-filing', { role: 'filingClerk' }), await filed.openTask('review-filing', { role: 'filingClerk' })];
    await court.sql`update tasks set claimed_by = ${court.people.judge.personId} where id = ${taken}`;
    const own = await theCase.openTask('schedule-hearing', toClerk());
    const { results } = await call(queue.bulk, { taskIds: [free, taken, own, free], action: { do: 'claim' } }, { context: court.as('filingClerk') });
    expect(results).toMatchObject([
      { taskId: free, state: 'done' },
      { taskId: taken, state: 'failed', code: 'claimed-by-another', message: { zh: '已由王审判认领。' } },
      { taskId: own, state: 'failed', code: 'NOT_FOUND' },
    ]);
    // The attempts that were refused are kept as if each had been made alone.
    const attempts = await court.sql`select operation, code from refused_attempts where person_id = ${court.people.filingClerk.personId} order by code`;
    expect(attempts).toEqual([{ operation: 'queue.bulk.claim', code: 'NOT_FOUND' }, { operation: 'queue.bulk.claim', code: 'claimed-by-another' }]);
    expect((await call(queue.bulk, { taskIds: [free], action: { do: 'release' } }, { context: court.as('filingClerk') })).results).toEqual([{ taskId: free, state: 'done' }]);
  });

  test('the answer that a kind allows for many is one command each, and the same when it is sent again', async () => {
    const step = () => theCase.openTask('repair-step', { role: 'operations' }, { facts: { step: 'issueNotices' } });
    const steps = [await step(), await step()];
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1) {
      const { results } = await call(queue.bulk, { taskIds: steps, action: { do: 'complete', outcome: { action: 'retry' } } }, { context: court.as('operations', { key }) });
      expect(results).toEqual(steps.map((taskId) => ({ taskId, state: 'done' })));
    }
    expect(court.sent.map((plan) => (plan.args[0] as { taskId: string }).taskId).sort()).toEqual([...steps].sort());
  });

  test('what is decided case by case is refused, and nothing is sent', async () => {
    const permit = await theCase.openTask('permit-online', { role: 'judge', personId: court.people.judge.personId });
    const step = await theCase.openTask('repair-step', { role: 'operations' });
    expect((await call(queue.bulk, { taskIds: [permit], action: { do: 'complete', outcome: { decision: 'permit' } } }, { context: court.as('judge') })).results).toMatchObject([{ state: 'failed', code: 'not-in-bulk' }]);
    expect((await call(queue.bulk, { taskIds: [step], action: { do: 'complete', outcome: { action: 'skip', reason: '不再需要' } } }, { context: court.as('operations') })).results).toMatchObject([{ state: 'failed', code: 'answer-not-in-bulk' }]);
    expect(court.sent).toEqual([]);
  });
});

describe('saved views', () => {
  const content = { view: 'mine' as const, due: 'week' as const, search: '买卖' };
  test('are one’s own until they are shared with a role or a division; their owner alone changes them', async () => {
    const saved = await call(queue.saveView, { name: '本周买卖合同', content }, { context: court.as('clerk') });
    const seenBy = async (who: 'clerk' | 'clerk2' | 'judge') => (await call(queue.views, {}, { context: court.as(who) })).views.map(({ viewId, mine }) => [viewId, mine]);
    expect([await seenBy('clerk'), await seenBy('clerk2')]).toEqual([[[saved.viewId, true]], []]);
    await call(queue.changeView, { viewId: saved.viewId, name: '本周', content, sharedRole: 'clerk' }, { context: court.as('clerk') });
    expect([await seenBy('clerk2'), await seenBy('judge')]).toEqual([[[saved.viewId, false]], []]);
    await court.sql`update staff set division = '民一庭' where person_id in (${court.people.clerk.personId}, ${court.people.judge.personId})`;
    await call(queue.changeView, { viewId: saved.viewId, name: '本周', content, sharedWithDivision: true }, { context: court.as('clerk') });
    expect([await seenBy('clerk2'), await seenBy('judge')]).toEqual([[], [[saved.viewId, false]]]);
    expect((await errorOf(call(queue.changeView, { viewId: saved.viewId, name: '改名', content }, { context: court.as('judge') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(queue.removeView, { viewId: saved.viewId }, { context: court.as('judge') }))).code).toBe('NOT_FOUND');
    await call(queue.removeView, { viewId: saved.viewId }, { context: court.as('clerk') });
    expect(await seenBy('clerk')).toEqual([]);
  });

  test('with a role of one’s own only', async () => {
    expect((await errorOf(call(queue.saveView, { name: '全院', content, sharedRole: 'judge' }, { context: court.as('clerk2') }))).code).toBe('INVALID');
    expect((await errorOf(call(queue.saveView, { name: '本庭', content, sharedWithDivision: true }, { context: court.as('clerk2') }))).code).toBe('INVALID');
  });
});

test('whoever takes work of a role hears of it, without having to do with the case', async () => {
  const filed = await court.filedCase();
  const [review, gap] = [await filed.openTask('review-filing', { role: 'filingClerk' }), await theCase.openTask('explain-gap', { role: 'technician' })];
  const access = createAccess({ sql: court.sql } as never);
  const hears = async (who: 'filingClerk' | 'technician' | 'clerk2' | 'stranger', caseId: string, taskId: string) => (await access.audible([court.as(who).user], caseId, [taskId]))[0]?.tasks;
  expect([await hears('filingClerk', filed.caseId, review), await hears('technician', theCase.caseId, gap)]).toEqual([[review], [gap]]);
  expect(await access.audible([court.as('judge').user, court.as('technician').user, court.as('stranger').user], theCase.caseId, [gap])).toEqual([
    { knows: true, tasks: [gap] }, { knows: false, tasks: [gap] }, { knows: false, tasks: [] }]);
  expect([await hears('clerk2', theCase.caseId, gap), await hears('stranger', theCase.caseId, gap), await hears('technician', filed.caseId, review)]).toEqual([[], [], []]);
});
