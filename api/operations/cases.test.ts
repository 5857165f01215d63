import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { filingInput } from '#api/contract/cases.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { identityNumbers } from '#db/testing/court-fixture.ts';
import type { MaterialCategory } from '#domain/filing/material-categories.ts';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import type { CaseInput } from '#domain/messages/messages.ts';
import { createAccess } from './access.ts';
import { cases } from './cases.ts';

let court: OperationsCourt;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(() => { court.sent.length = 0; });

const material = async (category: MaterialCategory = 'complaint', who: 'plaintiff' | 'defendant' = 'plaintiff') => ({ fileId: await court.file(who, 'filing'), category });
type FilingInput = z.input<typeof filingInput>;
const filing = async (more: Partial<FilingInput> = {}): Promise<FilingInput> => ({
  causeOfAction: '买卖合同纠纷', claims: '支付货款五万元', factsAndReasons: '合同已履行，被告拒付。', appliesForOnline: true, filedAs: 'plaintiff',
  others: [{ name: '李四', identityNumber: identityNumbers.defendant, phone: '13800000002', role: 'defendant' }],
  facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
  materials: [await material()], ...more,
});
const fileOf = (input: FilingInput): string => { const [first] = input.materials; return typeof first === 'string' ? first : first!.fileId; };
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
      caseId, filedBy: court.people.plaintiff.personId, appliesForOnline: true, materials: [fileOf(input)],
      participants: [{ personId: court.people.plaintiff.personId, role: 'plaintiff' }, { personId: court.people.defendant.personId, role: 'defendant' }],
      facts: { caseType: 'civil', badSocialEffect: false },
    });
    const told = JSON.stringify(court.sent);
    for (const secret of ['张三', '李四', identityNumbers.defendant, '13800000002', '支付货款五万元']) expect(told).not.toContain(secret);
    expect(await court.sql`select claims, filed_by from filings where case_id = ${caseId}`).toMatchObject([{ claims: '支付货款五万元', filed_by: court.people.plaintiff.personId }]);
    expect(await court.sql`select case_id from files where id = ${fileOf(input)}`).toMatchObject([{ case_id: caseId }]);
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
    expect(await fieldsOf(await filing({ filedAs: 'agent' }))).toEqual(['others', 'agency.principals', 'agency', 'agency.powerOfAttorney']);
    expect(await fieldsOf(await filing({ materials: [await material('complaint', 'defendant')] }))).toEqual(['materials.0']);
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

describe('who is filed for and against', () => {
  const company = { kind: 'company' as const, name: '福建某某有限公司', creditCode: '91350100M000100Y43', address: '福州市鼓楼区一号', office: '法定代表人' };
  const started = (): CaseInput['filing'] => (court.sent.at(-1) as { args: CaseInput[] }).args[0]!.filing;

  test('a company is a party, its legal representative acts for it; named without a number, the same person the next time', async () => {
    const acting = { name: '吴十', phone: '13800000010', role: 'defendant' as const, organisation: company };
    const { caseId } = await call(cases.file, await filing({ others: [acting] }), { context: court.as('plaintiff') });
    await call(cases.file, await filing({ others: [acting] }), { context: court.as('plaintiff') });
    expect(await court.sql`select name, identity_number from persons where phone = '13800000010'`).toEqual([{ name: '吴十', identity_number: null }]);
    expect(await court.sql`select kind, name, credit_code, office from organisations where named_in = ${caseId}`).toEqual([{ kind: 'company', name: company.name, credit_code: company.creditCode, office: '法定代表人' }]);
    expect(started().participants[1]).toMatchObject({ role: 'defendant', organisation: { kind: 'company' } });
    expect(JSON.stringify(court.sent)).not.toContain(company.name);
  });

  test.each([
    ['a code with a wrong check character', { ...company, creditCode: '91350100M000100Y44' }, 'others.0.organisation.creditCode'],
    ['a company without its code', { ...company, creditCode: undefined }, 'others.0.organisation.creditCode'],
  ])('%s is named', async (_what, organisation, path) => {
    expect(await fieldsOf(await filing({ others: [{ name: '吴十', phone: '13800000010', role: 'defendant', organisation }] }))).toEqual([path]);
  });

  test('a natural person has an identity number; a company that files proves what it is', async () => {
    expect(await fieldsOf(await filing({ others: [{ name: '吴十', phone: '13800000010', role: 'defendant' }] }))).toEqual(['others.0.identityNumber']);
    expect(await fieldsOf(await filing({ organisation: company }))).toEqual(['materials.identity']);
    await call(cases.file, await filing({ organisation: company, materials: [await material(), await material('identity')] }), { context: court.as('plaintiff') });
    expect(started().participants[0]).toMatchObject({ personId: court.people.plaintiff.personId, role: 'plaintiff', organisation: { kind: 'company' } });
  });

  test('an agent files for the party whom the power of attorney names', async () => {
    const [li] = (await filing()).others;
    const powerOfAttorney = await court.file('plaintiff', 'filing');
    const principal = { name: '周八', identityNumber: '410803199210206067', phone: '13800000006', role: 'plaintiff' as const };
    const { caseId } = await call(cases.file, await filing({ filedAs: 'agent', others: [li!, principal], agency: { kind: 'lawyer', authority: 'special', powerOfAttorney, principals: [1] } }), { context: court.as('plaintiff') });
    const [agent, , party] = started().participants;
    expect(agent).toMatchObject({ role: 'agent', agency: { kind: 'lawyer', authority: 'special', powerOfAttorney, principals: [party!.participantId] } });
    expect(await court.sql`select case_id from files where id = ${powerOfAttorney}`).toEqual([{ case_id: caseId }]);
  });

  test('an administrative action is against an agency, under an administrative cause', async () => {
    const input = await filing({ caseType: 'administrative', causeOfAction: '行政处罚' });
    expect(await fieldsOf(input)).toEqual(['others.0.kind']);
    await call(cases.file, { ...input, others: [{ name: '郑局长', phone: '13800000011', role: 'defendant', organisation: { ...company, kind: 'agency', name: '某某市场监督管理局', creditCode: undefined, office: '局长' } }] }, { context: court.as('plaintiff') });
    expect(started()).toMatchObject({ facts: { caseType: 'administrative', instance: 'first' } });
    expect(await fieldsOf(await filing({ causeOfAction: '行政处罚' }))).toEqual(['causeOfAction']);
  });

  test('a private prosecution needs its ground; an accused under eighteen is a fact of the case', async () => {
    const input = await filing({ caseType: 'criminal', causeOfAction: '侮辱罪' });
    expect(await fieldsOf(input)).toEqual(['prosecutionGround']);
    await call(cases.file, { ...input, prosecutionGround: 'onComplaintOnly' }, { context: court.as('plaintiff') });
    expect(started()).toMatchObject({ prosecutionGround: 'onComplaintOnly', facts: { minorDefendant: false } });
  });

  test('a public prosecution comes from a procuratorate with the indictment, the file and the evidence (CRPL-176)', async () => {
    const procuratorate = { kind: 'procuratorate' as const, name: '某某市人民检察院', creditCode: '11410600M000315016', address: '某某市某路二号', office: '检察员' };
    const input = await filing({ caseType: 'criminal', causeOfAction: '盗窃罪', filedAs: 'prosecutor', organisation: procuratorate });
    expect(await fieldsOf(input)).toEqual(['prosecution.held', 'prosecution.onlineGround', 'materials.indictment', 'materials.caseFile', 'materials.evidence', 'materials.identity']);
    const materials = await Promise.all((['indictment', 'caseFile', 'evidence', 'identity'] as const).map((category) => material(category)));
    const { caseId } = await call(cases.file, { ...input, materials, prosecution: { held: true, place: '某某市看守所', onlineGround: 'fastTrack' } }, { context: court.as('plaintiff') });
    expect(started()).toMatchObject({ participants: [{ role: 'prosecutor', organisation: { kind: 'procuratorate' } }, { role: 'defendant' }], facts: { caseType: 'criminal', publicProsecution: true, noGroundForOnline: false } });
    expect(JSON.stringify(court.sent)).not.toContain('看守所');
    expect(await court.sql`select particulars->'prosecution'->>'place' as place, particulars->'publicProsecution' as publicly from filings where case_id = ${caseId}`).toEqual([{ place: '某某市看守所', publicly: true }]);
  });

  test('an appeal names the decision and comes in time, or says why not', async () => {
    const appeal = { lowerCaseNumber: '（2026）豫0611民初123号', decision: 'judgment' as const, decidedOn: '2026-04-20', servedOn: '2026-05-06', appellantWas: 'defendant' as const };
    const input = await filing({ instance: 'second', appeal, materials: [await material('lowerDecision')] });
    await call(cases.file, input, { context: court.as('plaintiff') });
    expect(started()).toMatchObject({ facts: { instance: 'second' }, appeal: { lastDay: '2026-05-21', late: false } });
    expect(await fieldsOf(await filing({ instance: 'second', materials: [await material('lowerDecision')] }))).toEqual(['appeal']);
    expect(await fieldsOf(await filing({ instance: 'second', appeal }))).toEqual(['materials.lowerDecision']);
    const late = { ...appeal, servedOn: '2026-04-20' };
    expect(await fieldsOf(await filing({ instance: 'second', appeal: late, materials: [await material('lowerDecision')] }))).toEqual(['appeal.lateBecause']);
    await call(cases.file, await filing({ instance: 'second', appeal: { ...late, lateBecause: '住院治疗' }, materials: [await material('lowerDecision')] }), { context: court.as('plaintiff') });
    expect(started().appeal).toMatchObject({ late: true, lastDay: '2026-05-06' });
    expect(JSON.stringify(court.sent)).not.toContain('住院治疗');
  });
});

describe('corrections (REG-7)', () => {
  async function asked(corrections: { what: string; why: string }[]) {
    const theCase = await court.acceptedCase();
    const taskId = await theCase.openTask('correct-filing', { role: 'participant', personId: court.people.plaintiff.personId }, { facts: { corrections } });
    return { theCase, taskId };
  }

  test('the corrected text is a version beside the old, and stands when the journal says so; the workflow gets no text', async () => {
    const { theCase, taskId } = await asked([{ what: 'field:claims', why: '金额不具体' }, { what: 'missing:identity', why: '缺少身份证明' }]);
    const fileId = await court.file('plaintiff', 'filing');
    await call(cases.correctFiling, { taskId, explanation: '已补正', fields: { claims: '支付货款六万元整' }, materials: [{ for: 'missing:identity', fileId, category: 'identity' }] }, { context: court.as('plaintiff') });
    expect(court.sent).toMatchObject([{ update: 'completeTask', args: [{ taskId, outcome: { explanation: '已补正', materials: [fileId], version: 2, changed: ['field:claims', 'missing:identity'] } }] }]);
    expect(JSON.stringify(court.sent)).not.toContain('六万元');
    const read = async (who: 'plaintiff' | 'defendant' | 'judge') => call(cases.get, { caseId: theCase.caseId }, { context: court.as(who) });
    expect(await read('plaintiff')).toMatchObject({ claims: '支付货款', filing: { version: 1 } });
    await theCase.note('filing-corrected', { version: 2, changed: ['field:claims'], by: court.people.plaintiff.personId, articles: ['REG-7'] });
    expect(await read('judge')).toMatchObject({ claims: '支付货款六万元整', filing: { version: 2, materials: [{ fileId, category: 'identity' }] } });
    expect((await read('judge')).filing.versions.map(({ version, changed }) => [version, changed])).toEqual([[2, ['field:claims', 'missing:identity']]]);
    expect((await read('defendant')).filing.versions).toEqual([]);
  });

  test('nothing but what was asked for, by nobody but the filer', async () => {
    const { taskId } = await asked([{ what: 'field:claims', why: '金额不具体' }]);
    const change = (fields: { claims?: string; causeOfAction?: string }) => ({ taskId, explanation: '已补正', fields, materials: [] });
    expect(await errorOf(call(cases.correctFiling, change({ causeOfAction: '借款合同纠纷' }), { context: court.as('plaintiff') }))).toMatchObject({ code: 'REFUSED', data: { code: 'not-asked-for' } });
    expect((await errorOf(call(cases.correctFiling, change({ claims: '支付六万元' }), { context: court.as('defendant') }))).code).toBe('NOT_FOUND');
    expect(court.sent).toEqual([]);
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
