import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { history } from '#db/queries/timeline.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import type { CurrentUser } from '#api/context.ts';
import { addDays, dayOf } from '#domain/calendar/day.ts';
import { desk } from './desk.ts';
import { tasks } from './tasks.ts';

const now = new Date();
const hour = 3_600_000;
const later = (ms: number) => new Date(now.getTime() + ms).toISOString();
const today = dayOf(now.getTime());

let court: OperationsCourt;
let theCase: CaseFixture;
let headId: string;
let deputyId: string;
const outsider = { role: 'technician' as const };
beforeAll(async () => {
  court = await openOperationsCourt(now);
  const person = async (name: string, role: string, division = '') => {
    const personId = randomUUID();
    await court.sql`insert into persons (id, kind, name) values (${personId}, 'staff', ${name})`;
    await court.sql`insert into staff (person_id, username, title, division) values (${personId}, ${name}, ${role}, ${division})`;
    await court.sql`insert into staff_roles (person_id, role) values (${personId}, ${role})`;
    return personId;
  };
  headId = await person('钱庭长', 'divisionHead', '民事审判第一庭');
  await person('另一庭长', 'divisionHead', '刑事审判庭');
  deputyId = court.people.clerk2.personId;
  await person('郭技术', 'technician');
});
afterAll(() => court.close());
beforeEach(async () => {
  theCase = await court.acceptedCase();
  await court.sql`update cases set division = '民事审判第一庭' where id = ${theCase.caseId}`;
  await court.sql`delete from staff_absences`;
});

const asHead = (personId = headId) => court.as('manager', { personId, roles: ['divisionHead'] } as Partial<CurrentUser>);
const otherHead = async () => asHead((await court.sql<{ id: string }[]>`select id from persons where name = '另一庭长'`)[0]!.id);
const toClerk = () => ({ role: 'clerk' as const, personId: court.people.clerk.personId });
const away = (more: Partial<{ from: string; until: string; deputy: string; reason: string }> = {}) => ({ from: today, until: addDays(today, 2), deputy: deputyId, reason: '外出培训', ...more });

describe('assigning an open task of a role', () => {
  test('by the head: it shows as claimed by the colleague, for all to see, and is on record with who and why; taken back it is free again', async () => {
    const taskId = await theCase.openTask('explain-gap', outsider);
    const { colleagues } = await call(desk.colleagues, { taskId }, { context: asHead() });
    expect(colleagues.map(({ name }) => name).sort()).toEqual(['周技术', '郭技术']);
    const [to] = colleagues;
    const row = await call(desk.assign, { taskId, to: to!.personId, reason: '由熟悉设备的同事办理' }, { context: asHead() });
    expect(row.claimedBy).toEqual({ personId: to!.personId, name: to!.name });
    expect(court.published.at(-1)).toEqual({ type: 'claim', caseId: theCase.caseId, taskId });
    expect((await call(desk.colleagues, { taskId }, { context: asHead() })).assigned).toMatchObject({ to: { name: to!.name }, by: '钱庭长', reason: '由熟悉设备的同事办理' });
    await call(desk.takeBack, { taskId, reason: '改由他人办理' }, { context: court.as('clerk') });
    expect((await court.sql`select claimed_by from tasks where id = ${taskId}`)[0]).toEqual({ claimed_by: null });
    expect(await errorOf(call(desk.takeBack, { taskId, reason: '再次收回' }, { context: asHead() }))).toMatchObject({ code: 'REFUSED', data: { code: 'not-assigned' } });
    const told = (await history(court.sql, theCase.caseId)).filter(({ stream }) => stream === 'assignments');
    expect(told.map(({ who, title: { zh }, detail }) => [who, zh, detail['reason']])).toEqual([
      ['钱庭长', `将“说明录音录像中断”指派给${to!.name}`, '由熟悉设备的同事办理'], ['陈书记', `从${to!.name}收回“说明录音录像中断”`, '改由他人办理'],
    ]);
  });

  test('whoever may not is told that there is none', async () => {
    const taskId = await theCase.openTask('explain-gap', outsider);
    const to = court.people.technician.personId;
    for (const context of [court.as('technician'), court.as('clerk2'), court.as('manager'), court.as('plaintiff'), court.as('operations'), await otherHead()]) {
      expect((await errorOf(call(desk.assign, { taskId, to, reason: '理由' }, { context }))).code).toBe('NOT_FOUND');
      expect((await errorOf(call(desk.colleagues, { taskId }, { context }))).code).toBe('NOT_FOUND');
      expect((await errorOf(call(desk.takeBack, { taskId, reason: '理由' }, { context }))).code).toBe('NOT_FOUND');
    }
    const personal = await theCase.openTask('schedule-hearing', toClerk());
    expect((await errorOf(call(desk.assign, { taskId: personal, to: deputyId, reason: '理由' }, { context: asHead() }))).code).toBe('NOT_FOUND');
  });

  test('not to somebody without the role, and not to one who is away', async () => {
    const taskId = await theCase.openTask('explain-gap', outsider);
    expect((await errorOf(call(desk.assign, { taskId, to: court.people.clerk.personId, reason: '理由' }, { context: asHead() }))).code).toBe('INVALID');
    const technicians = await call(desk.absences, undefined, { context: court.as('technician') });
    await call(desk.enterAbsence, away({ deputy: technicians.deputies[0]!.personId }), { context: court.as('technician') });
    expect(await errorOf(call(desk.assign, { taskId, to: court.people.technician.personId, reason: '理由' }, { context: asHead() }))).toMatchObject({ code: 'REFUSED', data: { code: 'colleague-away' } });
  });
});

describe('a deputy during an absence', () => {
  test('sees and answers what waits for the absent one; it comes back at the end', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk(), { dueAt: later(48 * hour) });
    const offline = { decision: 'offline', reason: '当事人要求线下开庭' };
    expect((await errorOf(call(tasks.get, { taskId }, { context: court.as('clerk2') }))).code).toBe('NOT_FOUND');
    const entered = await call(desk.enterAbsence, away(), { context: court.as('clerk') });
    expect(entered.mine).toMatchObject([{ person: { name: '陈书记' }, deputy: { name: '孙书记' }, inForce: true, reason: '外出培训' }]);
    expect(await call(tasks.get, { taskId }, { context: court.as('clerk2') })).toMatchObject({ mayAnswer: true, insteadOf: { name: '陈书记' } });
    const { due, standsInFor } = await call(desk.home, undefined, { context: court.as('clerk2') });
    expect(standsInFor).toMatchObject([{ person: { name: '陈书记' } }]);
    expect(due.find((one) => one.taskId === taskId)).toMatchObject({ insteadOf: { name: '陈书记' }, personal: false, mine: false });
    court.sent.length = 0;
    await call(tasks.complete, { taskId, outcome: offline }, { context: court.as('clerk2') });
    expect(court.sent).toMatchObject([{ args: [{ taskId, personId: deputyId, deputyOf: court.people.clerk.personId }] }]);
    // The absent one answers as ever, in their own name.
    court.sent.length = 0;
    await call(tasks.complete, { taskId, outcome: offline }, { context: court.as('clerk') });
    expect((court.sent[0] as { args: Record<string, unknown>[] }).args[0]).not.toHaveProperty('deputyOf');
    await call(desk.endAbsence, { absenceId: entered.mine[0]!.absenceId }, { context: court.as('clerk') });
    expect((await errorOf(call(tasks.get, { taskId }, { context: court.as('clerk2') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(tasks.complete, { taskId, outcome: offline }, { context: court.as('clerk2') }))).code).toBe('NOT_FOUND');
  });

  test('what is the absent one’s by law is seen, and refused', async () => {
    const taskId = await theCase.openTask('finish-transcript', toClerk());
    await call(desk.enterAbsence, away(), { context: court.as('clerk') });
    expect(await call(tasks.get, { taskId }, { context: court.as('clerk2') })).toMatchObject({ mayAnswer: false, insteadOf: { name: '陈书记' } });
    expect((await errorOf(call(tasks.complete, { taskId, outcome: { finished: true } }, { context: court.as('clerk2') }))).code).toBe('REFUSED');
  });

  test('one of the same role, days to come, nobody twice', async () => {
    const enter = (input: ReturnType<typeof away>, who: 'clerk' | 'clerk2' = 'clerk') => call(desk.enterAbsence, input, { context: court.as(who) });
    expect((await errorOf(enter(away({ deputy: court.people.judge.personId })))).code).toBe('INVALID');
    expect((await errorOf(enter(away({ deputy: court.people.clerk.personId })))).code).toBe('INVALID');
    expect((await errorOf(enter(away({ from: addDays(today, -1) })))).code).toBe('INVALID');
    expect((await errorOf(enter(away({ until: addDays(today, -1) })))).code).toBe('INVALID');
    await enter(away());
    expect(await errorOf(enter(away()))).toMatchObject({ code: 'REFUSED', data: { code: 'absent-already' } });
    expect(await errorOf(enter(away({ deputy: court.people.clerk.personId }), 'clerk2'))).toMatchObject({ code: 'REFUSED', data: { code: 'deputy-absent' } });
    expect((await errorOf(call(desk.absences, undefined, { context: court.as('plaintiff') }))).code).toBe('NOT_FOUND');
  });

  test('the head and the manager see it, a colleague does not', async () => {
    await call(desk.enterAbsence, away(), { context: court.as('clerk') });
    expect((await call(desk.absences, undefined, { context: asHead() })).others).toMatchObject([{ person: { name: '陈书记' } }]);
    expect((await call(desk.absences, undefined, { context: court.as('manager') })).others).toHaveLength(1);
    expect((await call(desk.absences, undefined, { context: court.as('judge') })).others).toBeNull();
  });
});

describe('what is overdue', () => {
  const overdue = async (kind: 'schedule-hearing' | 'explain-gap' | 'consent-online', to: Parameters<CaseFixture['openTask']>[1]) => {
    const taskId = await theCase.openTask(kind, to, { dueAt: later(-hour) });
    await theCase.note('task-overdue', { taskId, kind, escalatedTo: 'divisionHead', articles: ['G4'] });
    return taskId;
  };
  test('goes up once to the head of the division, with whom it waits for; a reminder reaches that person’s home', async () => {
    const taskId = await overdue('schedule-hearing', toClerk());
    await theCase.note('task-overdue', { taskId, kind: 'schedule-hearing', escalatedTo: 'divisionHead', articles: ['G4'] });
    const ofHead = async (context = asHead()) => (await call(desk.escalated, undefined, { context })).rows.filter((row) => row.caseId === theCase.caseId);
    expect(await ofHead()).toMatchObject([{ taskId, waitsFor: '陈书记', mayAssign: false, reminded: null }]);
    expect(await ofHead(await otherHead())).toEqual([]);
    expect(await call(desk.remind, { taskId, note: '请今天排期' }, { context: asHead() })).toMatchObject({ to: '陈书记', at: now.toISOString() });
    expect((await ofHead())[0]?.reminded?.at).toBe(now.toISOString());
    expect((await call(desk.home, undefined, { context: court.as('clerk') })).due.find((one) => one.taskId === taskId)).toMatchObject({ overdue: true, reminded: { by: '钱庭长', note: '请今天排期' } });
    expect(await errorOf(call(desk.remind, { taskId, note: '请今天排期' }, { context: asHead() }))).toMatchObject({ code: 'REFUSED', data: { code: 'reminded-already' } });
    for (const context of [await otherHead(), court.as('clerk'), court.as('manager')]) expect((await errorOf(call(desk.remind, { taskId, note: '催办' }, { context }))).code).toBe('NOT_FOUND');
    await theCase.note('task-completed', { taskId, kind: 'schedule-hearing', outcome: {}, by: court.people.clerk.personId, commandId: randomUUID(), via: 'update' });
    expect(await ofHead()).toEqual([]);
  });

  test('of a role: the head may give it to one; of a party: the clerk of the case is reminded', async () => {
    const shared = await overdue('explain-gap', outsider);
    const asked = await overdue('consent-online', { role: 'participant', personId: court.people.defendant.personId, participantId: theCase.participants.defendant });
    const rows = (await call(desk.escalated, undefined, { context: asHead() })).rows;
    expect(rows.find((row) => row.taskId === shared)).toMatchObject({ waitsFor: null, mayAssign: true });
    expect(rows.find((row) => row.taskId === asked)).toMatchObject({ waitsFor: '李四', mayAssign: false });
    expect(await call(desk.remind, { taskId: asked, note: '请联系被告' }, { context: asHead() })).toMatchObject({ to: '陈书记' });
    expect((await errorOf(call(desk.escalated, undefined, { context: court.as('clerk') }))).code).toBe('NOT_FOUND');
  });

  test('what nobody has claimed yet is there to be given', async () => {
    const taskId = await theCase.openTask('explain-gap', outsider);
    expect((await call(desk.escalated, undefined, { context: asHead() })).open.map((row) => row.taskId)).toContain(taskId);
    expect((await call(desk.escalated, undefined, { context: await otherHead() })).open).toEqual([]);
  });
});

describe('the home of a day', () => {
  test('the hearings of the next days with what they lack and the task that mends it', async () => {
    const hearingId = randomUUID();
    const { participants, note } = theCase;
    await note('hearing-scheduled', { hearing: { hearingId, sessionNumber: 1, kind: 'trial', startsAt: later(20 * hour), endsAt: later(21 * hour), courtroomId: 'c1', meetingNumber: String(Math.floor(Math.random() * 1e9)), mediaHost: 'media-1', noticedAt: later(-hour) } });
    await note('notice-proven', { hearingId, participantId: participants.plaintiff, how: 'confirmed', by: court.people.plaintiff.personId });
    await note('self-tested', { hearingId, participantId: participants.plaintiff, by: court.people.plaintiff.personId, findings: { channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true }, score: { score: 95, verdict: 'passed', deductions: [], articles: ['G2'] } });
    const verify = await theCase.openTask('verify-identity', { ...toClerk(), participantId: participants.defendant }, { hearingId, facts: { participantId: participants.defendant } });
    const room = await theCase.openTask('test-courtroom', toClerk(), { hearingId });
    const find = async (who: 'clerk' | 'judge' | 'clerk2') => (await call(desk.home, undefined, { context: court.as(who) })).hearings.find((one) => one.hearingId === hearingId);
    const mine = await find('clerk');
    expect(mine?.participants).toMatchObject([{ name: '张三', noticeProven: 'confirmed', test: { score: 95, verdict: 'passed' } }, { name: '李四', noticeProven: null, test: null }]);
    const item = (what: string, participantId: string | null) => mine?.items.find((one) => one.what === what && one.participantId === participantId);
    expect(item('notice', participants.plaintiff)).toMatchObject({ state: 'done', task: null });
    expect(item('identity', participants.defendant)).toMatchObject({ state: 'waiting', task: { taskId: verify, mine: true } });
    expect(item('courtroom', null)).toMatchObject({ state: 'waiting', task: { taskId: room, mine: true } });
    expect((await find('judge'))?.items.find((one) => one.what === 'courtroom')).toMatchObject({ task: { mine: false, who: '陈书记' } });
    expect(await find('clerk2')).toBeUndefined();
    await call(desk.enterAbsence, away(), { context: court.as('clerk') });
    expect(await find('clerk2')).toMatchObject({ insteadOf: { name: '陈书记' } });
  });

  test('what others did, until it was seen; not what one did oneself', async () => {
    const news = async () => (await call(desk.home, undefined, { context: court.as('judge') })).news;
    const mine = await theCase.openTask('permit-online', { role: 'judge', personId: court.people.judge.personId });
    await theCase.note('task-completed', { taskId: mine, kind: 'permit-online', outcome: { decision: 'permit' }, by: court.people.judge.personId, commandId: randomUUID(), via: 'update' });
    const others = await theCase.openTask('schedule-hearing', toClerk());
    await theCase.note('task-completed', { taskId: others, kind: 'schedule-hearing', outcome: {}, by: deputyId, commandId: randomUUID(), via: 'update', deputyOf: court.people.clerk.personId });
    const before = await news();
    const ofCase = before.entries.filter(({ caseId }) => caseId === theCase.caseId);
    expect(ofCase.map(({ title }) => title.zh)).toContain('完成：排期开庭（孙书记代陈书记办理）');
    expect(ofCase.filter(({ who }) => who === '王审判')).toEqual([]);
    await call(desk.seen, { until: before.until }, { context: court.as('judge') });
    expect((await news()).entries).toEqual([]);
  });

  test('nobody of the public has one', async () => expect((await errorOf(call(desk.home, undefined, { context: court.as('plaintiff') }))).code).toBe('NOT_FOUND'));
});
