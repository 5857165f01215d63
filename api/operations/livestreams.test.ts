import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import type { EntryData } from '#domain/journal/entries.ts';
import { intendedFactsSchema } from '#domain/livestream/facts.ts';
import { facts, start } from '#domain/livestream/testing/sample-approval.ts';
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
const note = <K extends 'livestream-begun' | 'livestream-decided'>(seq: number, kind: K, data: EntryData[K]) =>
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
