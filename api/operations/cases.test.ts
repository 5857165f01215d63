import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import type { FilingInput } from '#api/operations/cases/file.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { identityNumbers } from '#db/testing/court-fixture.ts';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import type { CaseInput } from '#domain/messages/messages.ts';
import { createAccess } from './access.ts';
import { cases } from './cases.ts';

let court: OperationsCourt;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(() => { court.sent.length = 0; });

const filing = async (more: Partial<FilingInput> = {}): Promise<FilingInput> => ({
  causeOfAction: '买卖合同纠纷', claims: '支付货款五万元', factsAndReasons: '合同已履行，被告拒付。', appliesForOnline: true, filedAs: 'plaintiff',
  others: [{ name: '李四', identityNumber: identityNumbers.defendant, phone: '13800000002', role: 'defendant' }],
  facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
  materials: [await court.file('plaintiff', 'filing')], ...more,
});
const fieldsOf = async (input: FilingInput, who: 'plaintiff' | 'stranger' = 'plaintiff') => {
  const error = await errorOf(call(cases.file, input, { context: court.as(who) }));
  expect(error.code).toBe('INVALID');
  return (error.data['fields'] as { path: string }[]).map((field) => field.path);
};

describe('filing (G3)', () => {
  test('keeps the text, attaches the files and starts the case with ids and legal facts alone', async () => {
    const input = await filing();
    const { caseId } = await call(cases.file, input, { context: court.as('plaintiff') });
    expect(court.sent).toMatchObject([{ kind: 'start', workflowId: `case-${caseId}`, workflowType: 'courtCase', taskQueue: 'court', seq: 1 }]);
    const [start] = (court.sent[0] as { args: CaseInput[] }).args;
    expect(start?.filing).toMatchObject({
      caseId, filedBy: court.people.plaintiff.personId, appliesForOnline: true, materials: input.materials,
      participants: [{ personId: court.people.plaintiff.personId, role: 'plaintiff' }, { personId: court.people.defendant.personId, role: 'defendant' }],
      facts: { caseType: 'civil', badSocialEffect: false },
    });
    const told = JSON.stringify(court.sent);
    for (const secret of ['张三', '李四', identityNumbers.defendant, '13800000002', '支付货款五万元']) expect(told).not.toContain(secret);
    expect(await court.sql`select claims, filed_by from filings where case_id = ${caseId}`).toMatchObject([{ claims: '支付货款五万元', filed_by: court.people.plaintiff.personId }]);
    expect(await court.sql`select case_id from files where id = ${input.materials[0]!}`).toMatchObject([{ case_id: caseId }]);
  });

  test('the same key files one case, and answers it again', async () => {
    const input = await filing();
    const key = randomUUID();
    const first = await call(cases.file, input, { context: court.as('plaintiff', { key }) });
    expect(await call(cases.file, input, { context: court.as('plaintiff', { key }) })).toEqual(first);
    expect(court.sent).toHaveLength(1);
  });

  test('somebody who is not known yet becomes a person, one for one number, and is not verified by being named', async () => {
    const newcomer = { name: '周八', identityNumber: '410803199210206067', phone: '13800000006', role: 'thirdParty' as const };
    for (let time = 0; time < 2; time += 1) await call(cases.file, await filing({ others: [...(await filing()).others, newcomer] }), { context: court.as('plaintiff') });
    expect(await court.sql`select name, verified_at from persons where identity_number = ${newcomer.identityNumber}`).toEqual([{ name: '周八', verified_at: null }]);
  });

  test('two filings at the same second that name the same new person: one person', async () => {
    const newcomer = { name: '孙七', identityNumber: '410603198802165056', phone: '13800000005', role: 'defendant' as const };
    const inputs = await Promise.all([filing({ others: [newcomer] }), filing({ others: [newcomer] })]);
    await Promise.all(inputs.map((input) => call(cases.file, input, { context: court.as('plaintiff') })));
    expect(await court.sql`select id from persons where identity_number = ${newcomer.identityNumber}`).toHaveLength(1);
  });

  test.each([
    ['a wrong check digit', { identityNumber: '410802199005122029' }, 'others.0.identityNumber'],
    ['a phone of the wrong shape', { phone: '12345678901' }, 'others.0.phone'],
    ['a name that the court knows otherwise', { name: '李五' }, 'others.0.name'],
    ['a name that the register knows otherwise', { name: '孙八', identityNumber: '410811199511054044' }, 'others.0.name'],
    ['one’s own number', { name: '张三', identityNumber: identityNumbers.plaintiff }, 'others.0.identityNumber'],
  ] as const)('%s is named, and nothing is kept', async (_what, wrong, path) => {
    const before = await court.sql`select count(*) from filings`;
    const input = await filing();
    expect(await fieldsOf({ ...input, others: [{ ...input.others[0]!, ...wrong }] })).toEqual([path]);
    expect(await court.sql`select count(*) from filings`).toEqual(before);
    expect(court.sent).toEqual([]);
  });

  test('the same number twice, no defendant, an agent without a plaintiff, another’s file', async () => {
    const [li] = (await filing()).others;
    expect(await fieldsOf(await filing({ others: [li!, { ...li!, role: 'thirdParty' }] }))).toEqual(['others.1.identityNumber']);
    expect(await fieldsOf(await filing({ others: [{ ...li!, role: 'thirdParty' }] }))).toEqual(['others']);
    expect(await fieldsOf(await filing({ filedAs: 'agent' }))).toEqual(['others']);
    expect(await fieldsOf(await filing({ materials: [await court.file('defendant', 'filing')] }))).toEqual(['materials.0']);
    const used = await filing();
    await call(cases.file, used, { context: court.as('plaintiff') });
    expect(await fieldsOf(await filing({ materials: used.materials }))).toEqual(['materials.0']);
  });

  test('a register that cannot be asked does not stop a filing', async () => {
    const context = { ...court.as('plaintiff'), identity: { verify: async () => { throw new Error('down'); } } };
    const unknown = { name: '钱九', identityNumber: '410811199511054044', phone: '13800000004', role: 'defendant' as const };
    expect(await call(cases.file, await filing({ others: [unknown] }), { context })).toMatchObject({ state: 'answered' });
  });

  test('only after real-name verification, and not by the court’s staff', async () => {
    expect(await errorOf(call(cases.file, await filing(), { context: court.as('plaintiff', { verified: false }) }))).toMatchObject({ code: 'REFUSED', data: { code: 'identity-not-verified' } });
    expect(await errorOf(call(cases.file, await filing(), { context: court.as('clerk') }))).toMatchObject({ code: 'REFUSED' });
  });
});

describe('reading', () => {
  test('a filing is there for who filed it before the journal has it; somebody else’s case is not found', async () => {
    const { caseId } = await call(cases.file, await filing(), { context: court.as('plaintiff') });
    expect(await call(cases.get, { caseId }, { context: court.as('plaintiff') })).toMatchObject({ caseId, standing: { stage: 'filing' }, relation: 'participant' });
    for (const who of ['stranger', 'defendant', 'clerk'] as const) {
      const context = court.as(who);
      expect((await errorOf(call(cases.get, { caseId }, { context }))).code).toBe('NOT_FOUND');
      expect(context.attempt.caseId).toBe(caseId);
    }
  });

  test('the list of all is for those who supervise', async () => {
    expect((await call(cases.list, { scope: 'all' }, { context: court.as('manager') })).rows).toBeInstanceOf(Array);
    expect((await errorOf(call(cases.list, { scope: 'all' }, { context: court.as('judge') }))).code).toBe('NOT_FOUND');
  });

  test('a party’s timeline holds no tasks of others', async () => {
    const theCase = await court.acceptedCase();
    await theCase.openTask('permit-online', { role: 'judge', personId: court.people.judge.personId });
    const kinds = async (who: 'plaintiff' | 'judge') => (await call(cases.timeline, { caseId: theCase.caseId }, { context: court.as(who) })).entries.map((entry) => entry.kind);
    expect(await kinds('plaintiff')).not.toContain('task-opened');
    expect(await kinds('judge')).toContain('task-opened');
  });

  test('streams ask the same policy', async () => {
    const theCase = await court.acceptedCase();
    const access = createAccess(court.as('judge'));
    const [evidence, recording] = [randomUUID(), randomUUID()];
    await court.sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id) values (${evidence}, 'x', 1, 'application/pdf', 'x', 'filing', ${theCase.caseId}), (${recording}, 'x', 1, 'video/mp4', 'x', 'recording', ${theCase.caseId})`;
    const may = (who: 'judge' | 'plaintiff' | 'stranger', id: string, purpose: string) => access.mayReadFile(court.as(who).user, { id, purpose, caseId: theCase.caseId, uploadedBy: null });
    expect([await may('judge', recording, 'recording'), await may('plaintiff', recording, 'recording'), await may('plaintiff', evidence, 'filing'), await may('stranger', evidence, 'filing')]).toEqual([true, false, true, false]);
    expect([await access.mayKnowOf(court.as('judge').user, theCase.caseId), await access.mayKnowOf(court.as('stranger').user, theCase.caseId)]).toEqual([true, false]);
  });
});

describe('the notice (G4)', () => {
  test('a participant confirms their own', async () => {
    const theCase = await court.acceptedCase();
    const hearingId = await theCase.scheduleHearing();
    await call(cases.confirmNotice, { caseId: theCase.caseId, hearingId }, { context: court.as('defendant') });
    expect(court.sent).toMatchObject([{ workflowId: `case-${theCase.caseId}`, update: 'confirmNotice', args: [{ hearingId, participantId: theCase.participants.defendant, personId: court.people.defendant.personId }] }]);
    expect((await errorOf(call(cases.confirmNotice, { caseId: theCase.caseId, hearingId }, { context: court.as('judge') }))).code).toBe('REFUSED');
    expect((await errorOf(call(cases.confirmNotice, { caseId: theCase.caseId, hearingId: randomUUID() }, { context: court.as('defendant') }))).code).toBe('NOT_FOUND');
  });
});

describe('slots (G4)', () => {
  test('begin on the earliest lawful day and leave out what is taken', async () => {
    const theCase = await court.acceptedCase();
    await court.sql`insert into bookings (hearing_id, resource_kind, resource_id, case_id, starts_at, ends_at) values
      (${randomUUID()}, 'courtroom', 'c1', ${randomUUID()}, '2026-05-14T01:00:00Z', '2026-05-14T02:00:00Z'),
      (${randomUUID()}, 'judge', ${court.people.judge.personId}, ${randomUUID()}, '2026-05-14T06:00:00Z', '2026-05-14T07:00:00Z')`;
    const { earliestDay, earliest, slots } = await call(cases.slots, { caseId: theCase.caseId, durationMinutes: 90 }, { context: court.as('clerk') });
    // Now is Monday 11 May 2026: Tuesday, Wednesday, Thursday.
    expect(earliestDay).toBe('2026-05-14');
    expect(slots.filter((slot) => slot.day === '2026-05-14')).toEqual([
      { day: '2026-05-14', startTime: '09:00', courtroomId: 'c2', provisional: false },
      { day: '2026-05-14', startTime: '10:30', courtroomId: 'c1', provisional: false }, { day: '2026-05-14', startTime: '10:30', courtroomId: 'c2', provisional: false },
      { day: '2026-05-14', startTime: '15:30', courtroomId: 'c1', provisional: false }, { day: '2026-05-14', startTime: '15:30', courtroomId: 'c2', provisional: false },
    ]);
    expect(earliest).toEqual({ day: '2026-05-14', startTime: '08:30', courtroomId: 'c2', provisional: false });
    expect(slots.map((slot) => slot.day)).not.toContain('2026-05-16'); // a Saturday
    expect((await errorOf(call(cases.slots, { caseId: theCase.caseId }, { context: court.as('plaintiff') }))).code).toBe('REFUSED');
  });
});
