import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import type { EntryData } from '#domain/journal/entries.ts';
import { intendedFactsSchema } from '#domain/livestream/facts.ts';
import { applied, assessed, facts, objected, start } from '#domain/livestream/testing/sample-approval.ts';
import { cases } from './cases.ts';
import { livestreams } from './livestreams.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
let hearingId: string;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(async () => {
  court.sent.length = 0;
  theCase = await court.acceptedCase();
  hearingId = await theCase.scheduleHearing();
});

const plain = intendedFactsSchema.strip().parse(facts);
const stream = () => `livestream-${hearingId}`;
const { judgeInCharge, panel, participants, chain, opening, day } = start;
/** In the livestream's own journal. */
const note = <K extends 'livestream-begun' | 'livestream-event' | 'livestream-decided' | 'livestream-form-kept'>(seq: number, kind: K, data: EntryData[K]) =>
  recordJournal(court.sql, stream(), [{ seq, kind, at: '2026-05-11T01:00:00.000Z', caseId: theCase.caseId, data } as never]);
const begun = () => note(1, 'livestream-begun', { hearingId, by: court.people.judge.personId, approval: { judgeInCharge, panel, participants, chain, opening, day, facts } });

test('the judge in charge intends it: an Update of the case; nobody else may (N2)', async () => {
  const context = court.as('judge');
  await call(livestreams.intend, { hearingId, facts: plain }, { context });
  expect(court.sent).toEqual([{
    kind: 'update', workflowId: `case-${theCase.caseId}`, update: 'intendLivestream', args: [{ hearingId, facts: plain, personId: court.people.judge.personId, commandId: context.idempotencyKey }],
  }]);
  for (const [who, code] of [['clerk', 'REFUSED'], ['plaintiff', 'REFUSED'], ['manager', 'REFUSED'], ['stranger', 'NOT_FOUND'], ['clerk2', 'NOT_FOUND']] as const) {
    expect((await errorOf(call(livestreams.intend, { hearingId, facts: plain }, { context: court.as(who) }))).code).toBe(code);
  }
  expect(court.sent).toHaveLength(1);
});

describe('what is said to the approval', () => {
  test('where no livestream is intended there is nothing to say', async () => {
    expect((await errorOf(call(livestreams.object, { hearingId, grounds: '涉及隐私' }, { context: court.as('defendant') }))).code).toBe('NOT_FOUND');
    expect(court.sent).toEqual([]);
  });

  test('a participant objects as who they are in the case; the court reports facts; the judge withdraws', async () => {
    await begun();
    await call(livestreams.object, { hearingId, grounds: '涉及隐私' }, { context: court.as('defendant') });
    await call(livestreams.reportFacts, { hearingId, facts: { tradeSecret: true }, reason: '被告主张商业秘密' }, { context: court.as('clerk') });
    await call(livestreams.withdraw, { hearingId, reason: '不再直播' }, { context: court.as('judge') });
    expect(court.sent.map((plan) => (plan.kind === 'update' ? { workflowId: plan.workflowId, update: plan.update, args: plan.args } : plan))).toMatchObject([
      { workflowId: stream(), update: 'tellLivestream', args: [{ what: 'objection', participantId: theCase.participants.defendant, personId: court.people.defendant.personId, grounds: '涉及隐私' }] },
      { workflowId: stream(), update: 'tellLivestream', args: [{ what: 'facts', facts: { tradeSecret: true }, reason: '被告主张商业秘密', personId: court.people.clerk.personId }] },
      { workflowId: stream(), update: 'tellLivestream', args: [{ what: 'withdrawal', reason: '不再直播', personId: court.people.judge.personId }] },
    ]);
  });

  test('who may say what', async () => {
    await begun();
    const code = async (promise: Promise<unknown>) => (await errorOf(promise)).code;
    expect(await code(call(livestreams.object, { hearingId, grounds: '不愿公开' }, { context: court.as('clerk') }))).toBe('REFUSED');
    expect(await code(call(livestreams.object, { hearingId, grounds: '不愿公开' }, { context: court.as('stranger') }))).toBe('NOT_FOUND');
    expect(await code(call(livestreams.reportFacts, { hearingId, facts: { tradeSecret: true }, reason: '商业秘密' }, { context: court.as('plaintiff') }))).toBe('REFUSED');
    expect(await code(call(livestreams.withdraw, { hearingId, reason: '撤回' }, { context: court.as('clerk') }))).toBe('REFUSED');
    expect(court.sent).toEqual([]);
  });

  test('after the decision it is refused under N2', async () => {
    await begun();
    await note(2, 'livestream-decided', { hearingId, end: { how: 'approved', at: opening, articles: ['N2'] } });
    expect(await errorOf(call(livestreams.object, { hearingId, grounds: '涉及隐私' }, { context: court.as('defendant') })))
      .toMatchObject({ code: 'REFUSED', data: { code: 'livestream-decided', articles: ['N2'] } });
    expect(court.sent).toEqual([]);
  });
});

describe('who reads what of an approval (N2: it belongs to the confidential volume)', () => {
  /** Assessed, applied for; the defendant objects and is answered; a form is kept. */
  async function underWay(): Promise<string> {
    const [judge, defendant] = [court.people.judge.personId, court.people.defendant.personId];
    const { plaintiff, defendant: objector } = theCase.participants;
    const approval = {
      judgeInCharge: judge, panel: [judge], chain, opening, day, facts,
      participants: [{ participantId: plaintiff, personId: court.people.plaintiff.personId, role: 'plaintiff' as const }, { participantId: objector, personId: defendant, role: 'defendant' as const }],
    };
    await note(1, 'livestream-begun', { hearingId, by: judge, approval });
    const events = [
      assessed(judge), applied({ opinion: '绝密之承办人意见' }, judge), { ...objected(objector, 'o1'), by: defendant },
      { what: 'objectionDecided' as const, objectionId: 'o1', by: judge, at: '2026-05-08T03:00:00.000Z', wellFounded: false, reason: '没有正当理由', participantId: objector },
    ];
    for (const [index, event] of events.entries()) await note(index + 2, 'livestream-event', { hearingId, event, status: 'deciding', articles: ['N2'] });
    const fileId = await court.file('judge', 'livestream-approval');
    await court.sql`update files set case_id = ${theCase.caseId}, uploaded_by = null where id = ${fileId}`;
    await note(6, 'livestream-form-kept', { hearingId, version: 1, fileId });
    return fileId;
  }
  const get = (who: Parameters<OperationsCourt['as']>[0], more = {}) => call(livestreams.get, { hearingId }, { context: court.as(who, more) });

  test('nobody intends one: the judge in charge may', async () => {
    expect(await get('judge')).toMatchObject({ state: 'none', approval: null, own: null, may: { intend: true, withdraw: false } });
    expect(await get('clerk')).toMatchObject({ state: 'none', may: { intend: false } });
    expect(await get('defendant')).toMatchObject({ state: 'none', own: { words: null, objections: [] }, may: { object: false } });
  });

  test('the court reads steps, opinions with names and dates, grounds, plan, objections, forms', async () => {
    const fileId = await underWay();
    const view = await get('judge');
    expect(view).toMatchObject({
      state: 'open', own: null, forms: [{ fileId, version: 1 }], may: { intend: false, withdraw: true, reportFacts: true },
      approval: {
        status: 'deciding', risk: 'low', judgeInCharge: '王审判', screening: { streamable: true, encouraged: [{ article: 'N4-encouraged' }] },
        assessments: [{ name: '王审判', level: 'low', inForce: true }], applications: [{ version: 1, inForce: true, content: { opinion: '绝密之承办人意见' } }],
        objections: [{ name: '李四', decided: { wellFounded: false, reason: '没有正当理由', name: '王审判' } }],
        told: [{ name: '张三', told: false }, { name: '李四', told: true }],
      },
    });
    expect(view.approval?.steps.map(({ step, state }) => [step, state])).toEqual([['technical-screening', 'now'], ['division-head', 'waiting'], ['vice-president', 'waiting']]);
    expect(view.approval?.lacking[0]).toEqual({ zh: '待技术筛查', en: 'Waiting: Technical screening' });
    // Offices of the chain read it too, though the case is not theirs; others do not know of it.
    for (const role of ['vicePresident', 'trialManagementOffice'] as const) expect((await get('stranger', { roles: [role], staff: true })).approval).not.toBeNull();
    const head = async (division: string) => {
      const personId = randomUUID();
      await court.sql`insert into persons (id, kind, name) values (${personId}, 'staff', '庭长')`;
      await court.sql`insert into staff (person_id, username, title, division) values (${personId}, ${personId}, '庭长', ${division})`;
      await court.sql`insert into staff_roles (person_id, role) values (${personId}, 'divisionHead')`;
      return get('stranger', { personId, roles: ['divisionHead'], staff: true });
    };
    expect((await head('')).approval).not.toBeNull();
    expect((await errorOf(head('另一审判庭'))).code).toBe('NOT_FOUND');
    for (const who of ['stranger', 'clerk2', 'filingClerk'] as const) expect((await errorOf(get(who))).code).toBe('NOT_FOUND');
  });

  test('who takes part reads that it is intended, and their own objection with its decision; nothing else anywhere', async () => {
    const fileId = await underWay();
    const own = await get('defendant');
    expect(own).toEqual({
      hearing: expect.objectContaining({ hearingId }), state: 'open', approval: null, forms: [],
      own: {
        words: { zh: '本次庭审拟进行互联网直播', en: 'This hearing is to be livestreamed' }, told: true, noteTaskId: null,
        objections: [{ objectionId: 'o1', at: expect.any(String), grounds: '涉及家庭隐私', decided: { wellFounded: false, reason: '没有正当理由', at: '2026-05-08T03:00:00.000Z' } }],
      },
      may: { intend: false, object: true, reportFacts: false, withdraw: false, seeCase: true },
    });
    expect(await get('plaintiff')).toMatchObject({ own: { told: false, objections: [] } });
    const seen = JSON.stringify([
      own, await get('plaintiff'),
      await call(cases.get, { caseId: theCase.caseId }, { context: court.as('defendant') }), await call(cases.timeline, { caseId: theCase.caseId }, { context: court.as('defendant') }),
    ]);
    for (const secret of ['绝密之承办人意见', fileId, '案情简单', 'deciding', '审批中', '低风险']) expect(seen).not.toContain(secret);
    // The court finds all of it.
    expect(JSON.stringify(await call(cases.get, { caseId: theCase.caseId }, { context: court.as('judge') }))).toContain(fileId);
  });

  test('decided: a party reads that, and not why', async () => {
    await underWay();
    await note(7, 'livestream-decided', { hearingId, end: { how: 'refused', at: opening, articles: ['N2', 'N4(5)'], by: court.people.judge.personId, step: 'division-head', reason: { zh: '舆情隐患', en: '舆情隐患' } } });
    expect(await get('judge')).toMatchObject({ state: 'notStreamed', approval: { end: { how: 'refused', reason: { zh: '舆情隐患' }, name: '王审判' }, lacking: [] } });
    const seen = await get('plaintiff');
    expect(seen).toMatchObject({ state: 'notStreamed', own: { words: { zh: '本次庭审不直播' } }, may: { object: false } });
    expect(JSON.stringify([seen, await call(cases.timeline, { caseId: theCase.caseId }, { context: court.as('plaintiff') })])).not.toMatch(/舆情隐患|division-head|N4/);
  });
});
