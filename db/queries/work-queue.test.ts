import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { rebuildCase, connectShadows } from '#db/audit/projection-shadow.ts';
import { queueReader } from './queue-reader.ts';
import { queueCounts, queuePage, workQueue, type QueueFilter, type QueueReader } from './work-queue.ts';

const now = new Date('2026-05-20T04:00:00.000Z');
let court: CourtFixture;
let one: CaseFixture;
let other: CaseFixture;
let head: QueueReader;
const ids: Record<string, string> = {};
const filter = (more: Partial<QueueFilter> = {}): QueueFilter => ({ view: 'mine', limit: 50, ...more });
const reader = (who: keyof CourtFixture['people'], division = ''): QueueReader => ({ ...court.people[who], division, standsInFor: [], takesPartIn: [] });
const found = async (who: QueueReader, more: Partial<QueueFilter> = {}) => (await queuePage(court.sql, who, filter(more), now)).rows.map(({ taskId }) => Object.entries(ids).find(([, id]) => id === taskId)?.[0]);

beforeAll(async () => {
  court = await openCourt();
  const { clerk, clerk2, judge, manager } = court.people;
  head = { personId: manager.personId, roles: ['divisionHead'], verified: true, division: '民一庭', standsInFor: [], takesPartIn: [] };
  one = await court.filedCase({ causeOfAction: '买卖合同纠纷' });
  await one.note('case-accepted', { caseNumber: '（2026）豫06民初71号', bench: { presidingJudge: judge.personId, clerk: clerk.personId, division: '民一庭' } });
  await one.note('stage-entered', { stage: 'scheduling', articles: ['G4'] });
  other = await court.filedCase({ causeOfAction: '民间借贷纠纷' });
  ids['review'] = await other.openTask('review-filing', { role: 'filingClerk' }, { dueAt: '2026-05-22T15:59:59.999Z' });
  ids['late'] = await one.openTask('verify-identity', { role: 'clerk', personId: clerk.personId }, { dueAt: '2026-05-19T15:59:59.999Z' });
  ids['today'] = await one.openTask('phone-notice', { role: 'clerk', personId: clerk.personId }, { dueAt: '2026-05-20T15:59:59.999Z' });
  ids['week'] = await one.openTask('schedule-hearing', { role: 'clerk', personId: clerk.personId }, { dueAt: '2026-05-25T15:59:59.999Z' });
  ids['never'] = await one.openTask('finish-transcript', { role: 'clerk', personId: clerk.personId });
  ids['theirs'] = await one.openTask('explain-gap', { role: 'technician' }, { dueAt: '2026-05-21T15:59:59.999Z' });
  ids['judge'] = await one.openTask('waive-notice', { role: 'judge', personId: judge.personId }, { dueAt: '2026-05-21T15:59:59.999Z' });
  ids['colleague'] = await one.openTask('record-refusal-to-sign', { role: 'clerk', personId: clerk2.personId }, { dueAt: '2026-05-23T15:59:59.999Z' });
  ids['failed'] = await one.openTask('repair-step', { role: 'operations' });
  await one.note('task-overdue', { taskId: ids['late'], kind: 'verify-identity' });
});
afterAll(() => court.close());

test('the next statutory day first, whatever has none last', async () => {
  expect(await found(reader('clerk'))).toEqual(['late', 'today', 'week', 'never']);
});

test('page by page nothing is missing and nothing comes twice, also when tasks come and go meanwhile', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await queuePage(court.sql, reader('clerk'), filter({ limit: 1, ...(after ? { after } : {}) }), now);
    seen.push(...page.rows.map((row) => row.taskId));
    after = page.next ?? undefined;
    if (seen.length === 1) {
      // What comes before the place reached does not push what was seen onto the next page.
      const early = await one.openTask('list-document-to-serve', { role: 'clerk', personId: court.people.clerk.personId }, { dueAt: '2026-05-18T15:59:59.999Z' });
      await one.note('task-withdrawn', { taskId: early, kind: 'list-document-to-serve', why: 'test' });
    }
  } while (after);
  expect(seen).toEqual([ids['late'], ids['today'], ids['week'], ids['never']]);
});

describe('lists', () => {
  test.each([
    ['a filing clerk’s role', () => reader('filingClerk'), 'roles', ['review']],
    ['a technician’s role', () => reader('technician'), 'roles', ['theirs']],
    ['operations', () => reader('operations'), 'roles', ['failed']],
    ['the head of the division: all but failed steps', () => head, 'division', ['late', 'today', 'judge', 'theirs', 'colleague', 'week', 'never']],
    ['the head of another', () => ({ ...head, division: '民二庭' }), 'division', []],
    ['the head of all', () => ({ ...head, division: '' }), 'division', ['late', 'today', 'judge', 'theirs', 'review', 'colleague', 'week', 'never']],
    ['a clerk of the division: the clerks’ work', () => reader('clerk2', '民一庭'), 'division', ['late', 'today', 'colleague', 'week', 'never']],
    ['a clerk of no division', () => reader('clerk2'), 'division', []],
  ] as const)('%s', async (_who, who, view, expected) => {
    expect((await found(who(), { view })).sort()).toEqual([...expected].sort());
  });

  test('what was claimed is mine', async () => {
    await court.sql`update tasks set claimed_by = ${court.people.technician.personId} where id = ${ids['theirs']!}`;
    expect(await found(reader('technician'))).toEqual(['theirs']);
    await court.sql`update tasks set claimed_by = null where id = ${ids['theirs']!}`;
  });
});

test('a deputy’s own list holds what waits for the absent one, and says so; without the absence it does not', async () => {
  const { clerk, clerk2 } = court.people;
  await court.sql`insert into staff_absences (id, person_id, deputy_id, from_at, until_at, reason, entered_at) values (${one.caseId}, ${clerk.personId}, ${clerk2.personId}, now() - interval '1 day', now() + interval '1 day', '年休假', now())`;
  const deputy = await queueReader(court.sql, clerk2);
  const { rows } = await queuePage(court.sql, deputy, filter(), now);
  expect(rows.map(({ taskId, insteadOf }) => [Object.keys(ids).find((name) => ids[name] === taskId), insteadOf?.personId ?? null])).toEqual([
    ['late', clerk.personId], ['today', clerk.personId], ['colleague', null], ['week', clerk.personId], ['never', clerk.personId]]);
  expect((await queueCounts(court.sql, deputy, now)).counts.mine.total).toBe(5);
  // Judges stand in for judges: an office that one does not hold is not lent.
  expect(await found({ ...deputy, roles: ['technician'] })).toEqual(['colleague']);
  await court.sql`update staff_absences set ended_at = now()`;
  expect(await found(await queueReader(court.sql, clerk2))).toEqual(['colleague']);
});

test('whoever takes part in a case sees nothing of the court’s work in it', async () => {
  const { technician, clerk2 } = court.people;
  for (const [n, { personId }] of [technician, clerk2].entries()) await court.sql`insert into participants (id, case_id, person_id, role) values (${one.caseId.replace(/^./, n === 0 ? 'a' : 'b')}, ${one.caseId}, ${personId}, 'thirdParty')`;
  expect(await found(await queueReader(court.sql, technician), { view: 'roles' })).toEqual([]);
  expect(await found({ ...(await queueReader(court.sql, clerk2)), division: '民一庭' }, { view: 'division' })).toEqual([]);
  expect((await queueCounts(court.sql, { ...(await queueReader(court.sql, clerk2)), division: '民一庭' }, now)).counts.division.total).toBe(0);
  await court.sql`delete from participants where person_id in (${technician.personId}, ${clerk2.personId})`;
});

describe('narrowed', () => {
  test.each([
    ['by kind', { kind: 'phone-notice' }, ['today']],
    ['by article', { article: 'G9' }, ['never']],
    ['by stage', { stage: 'scheduling' }, ['late', 'today', 'week', 'never']],
    ['by another stage', { stage: 'hearing' }, []],
    ['overdue', { due: { overdue: true } }, ['late']],
    ['until tomorrow', { due: { before: new Date('2026-05-20T16:00:00.000Z') } }, ['late', 'today']],
    ['from tomorrow', { due: { from: new Date('2026-05-20T16:00:00.000Z') } }, ['week']],
    ['without a time', { due: { none: true } }, ['never']],
    ['by a name of two characters', { search: '李四' }, ['late', 'today', 'week', 'never']],
    ['by a part of the cause', { search: '合同' }, ['late', 'today', 'week', 'never']],
    ['by number, in half-width signs', { search: '(2026)豫06民初71' }, ['late', 'today', 'week', 'never']],
    ['by name and cause', { search: '张三 买卖' }, ['late', 'today', 'week', 'never']],
    ['by what stands apart', { search: '张四' }, []],
    ['by signs that mean something to the search', { search: '%_' }, []],
    ['by one character', { search: '豫' }, ['late', 'today', 'week', 'never']],
  ] as const)('%s', async (_how, more, expected) => {
    expect(await found(reader('clerk'), more as Partial<QueueFilter>)).toEqual([...expected]);
  });

  test('a name that comes into the case is found at once', async () => {
    expect(await found(reader('clerk'), { search: '路人' })).toEqual([]);
    await one.note('participant-joined', { participant: { participantId: one.participants.defendant.replace(/^./, 'f'), personId: court.people.stranger.personId, role: 'thirdParty' }, how: 'invited', articles: [] } as never);
    expect(await found(reader('clerk'), { search: '路人' })).toHaveLength(4);
  });
});

test('counts of every list, by kind', async () => {
  const { counts } = await queueCounts(court.sql, { ...reader('clerk', '民一庭') }, now);
  expect(counts).toEqual({
    mine: { total: 4, overdue: 1, kinds: { 'verify-identity': 1, 'phone-notice': 1, 'schedule-hearing': 1, 'finish-transcript': 1 } },
    // A clerk may explain a gap beside the technician, in their own cases.
    roles: { total: 0, overdue: 0, kinds: {} },
    division: { total: 5, overdue: 1, kinds: { 'verify-identity': 1, 'phone-notice': 1, 'schedule-hearing': 1, 'finish-transcript': 1, 'record-refusal-to-sign': 1 } },
    snoozed: { total: 0, overdue: 0, kinds: {} },
  });
});

test('what is put off is out of one’s own sight alone, and comes back by itself', async () => {
  const { clerk } = court.people;
  await court.sql`insert into task_snoozes (person_id, task_id, until, reason, at) values (${clerk.personId}, ${ids['week']!}, '2026-05-22T01:00:00Z', '等法官定庭期', ${now})`;
  const page = await workQueue(court.sql, reader('clerk', '民一庭'), filter({ view: 'snoozed' }), now);
  expect(page.rows).toMatchObject([{ taskId: ids['week'], snoozed: { until: '2026-05-22T01:00:00.000Z', reason: '等法官定庭期' } }]);
  expect(page).toMatchObject({ wakesAt: '2026-05-22T01:00:00.000Z', counts: { mine: { total: 3 }, snoozed: { total: 1 } } });
  expect(await found(head, { view: 'division' })).toContain('week');
  const back = await workQueue(court.sql, reader('clerk'), filter(), new Date('2026-05-22T01:00:00.000Z'));
  expect(back.rows.map((row) => row.taskId)).toContain(ids['week']);
  expect(back).toMatchObject({ wakesAt: null, counts: { snoozed: { total: 0 } } });
});

test('what I did, the newest first', async () => {
  const { judge } = court.people;
  for (const [at, kind] of [['2026-05-12T02:00:00.000Z', 'permit-online'], ['2026-05-13T02:00:00.000Z', 'settle-issues']] as const) {
    const taskId = await one.openTask(kind, { role: 'judge', personId: judge.personId });
    ids[kind] = taskId;
    await one.note('task-completed', { taskId, kind, outcome: {}, by: judge.personId, commandId: taskId, via: 'update' }, { at });
  }
  expect(await found(reader('judge'), { view: 'completed' })).toEqual(['settle-issues', 'permit-online']);
  const { next } = await queuePage(court.sql, reader('judge'), filter({ view: 'completed', limit: 1 }), now);
  expect(await found(reader('judge'), { view: 'completed', after: next! })).toEqual(['permit-online']);
});

test('a rebuild makes a lost row again, with what is searched', async () => {
  const shadows = connectShadows(court.url);
  try {
    await court.sql`delete from tasks where id = ${ids['today']!}`;
    await court.sql`update tasks set division = '别的庭' where id = ${ids['week']!}`;
    const differences = await rebuildCase(court.sql, shadows, one.caseId);
    expect(differences.map(({ table, column }) => `${table}.${column ?? 'row'}`).sort()).toEqual(['tasks.division', 'tasks.row']);
    expect(await found(reader('clerk'), { search: '买卖 李四', kind: 'phone-notice' })).toEqual(['today']);
  } finally {
    await shadows.shadows.end({ timeout: 5 });
  }
});

test('what waits for the head of a division waits for the head of the case’s division, and for no other', async () => {
  const replacement = await one.openTask('decide-replacement', { role: 'divisionHead' });
  const seenBy = async (division: string) => (await queuePage(court.sql, { ...head, division }, filter({ view: 'roles' }), now)).rows.map(({ taskId }) => taskId);
  expect([await seenBy('民一庭'), await seenBy('民二庭'), await seenBy('')]).toEqual([[replacement], [], [replacement]]);
  expect((await queueCounts(court.sql, { ...head, division: '民二庭' }, now)).counts.roles.total).toBe(0);
  await one.note('task-withdrawn', { taskId: replacement, kind: 'decide-replacement', why: 'test' });
});

test('a word that hundreds of open tasks have: the same pages in the same order, none missing, none twice', async () => {
  const like = ids['week'] ?? '';
  await court.sql`insert into tasks (id, case_id, stream, kind, role, person_id, state, facts, articles, opened_at, due_at, division, search_text)
    select gen_random_uuid(), case_id, stream, kind, role, person_id, state, facts, articles, opened_at, due_at + n % 7 * interval '1 day', division, search_text from tasks, generate_series(1, 450) n where id = ${like}`;
  for (const search of ['买卖', '买卖合同纠纷', '71号', '买卖 71号']) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await queuePage(court.sql, head, filter({ view: 'division', search, limit: 100, ...(after ? { after } : {}) }), now);
      seen.push(...page.rows.map(({ taskId }) => taskId));
      after = page.next ?? undefined;
    } while (after);
    const expected = await court.sql<{ id: string }[]>`select id from tasks where state = 'open' and division = '民一庭' and kind <> 'repair-step' and case_id = ${one.caseId} order by coalesce(due_at, 'infinity'), id`;
    expect(expected.length).toBeGreaterThan(450);
    expect(seen).toEqual(expected.map(({ id }) => id));
  }
  expect(await queuePage(court.sql, head, filter({ view: 'division', search: '买卖', stage: 'evidence' }), now)).toMatchObject({ rows: [], next: null });
  await court.sql`delete from tasks where case_id = ${one.caseId} and id <> all(${Object.values(ids)}::uuid[]) and person_id = ${court.people.clerk.personId} and kind = 'schedule-hearing'`;
});
