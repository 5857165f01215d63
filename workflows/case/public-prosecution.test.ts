/** 公诉: the procuratorate files, both sides are asked and bring evidence, and the court rules when the prosecution is taken back. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Happening } from '#domain/case/happenings.ts';
import type { Filing } from '#domain/case/types.ts';
import { updates } from '#domain/messages/messages.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { brokenRules } from '#workflows/testing/random-case-rules.ts';
import { accepted, exchanged, lawfulDay } from '#workflows/testing/walk.ts';

let court: TestCourt;
beforeAll(async () => { court = await TestCourt.open(); }, 120_000);
afterAll(() => court.close());

const facts: Filing['facts'] = {
  caseType: 'criminal', instance: 'first', publicProsecution: true, noGroundForOnline: false, stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false,
  minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false,
};
/** The officer of the procuratorate stands where elsewhere the plaintiff stands. */
const prosecutor = people.plaintiff;
function prosecuted(change: Partial<Filing> = {}): Promise<TestCase> {
  court.journals.clear();
  return court.file({
    facts,
    participants: [
      { participantId: randomUUID(), personId: prosecutor, role: 'prosecutor', organisation: { organisationId: randomUUID(), kind: 'procuratorate' } },
      { participantId: randomUUID(), personId: people.defendant, role: 'defendant' },
    ],
    ...change,
  });
}
const refusalOf = async (asked: Promise<unknown>) => asked.then(() => undefined, (error: unknown) => {
  if (!(error instanceof WorkflowUpdateFailedError)) throw error;
  return (error.cause as unknown as { details: { code: string; articles: string[] }[] }).details[0];
});
const tell = (the: TestCase, happening: Happening, personId: string) => the.handle.executeUpdate(updates.tellCase, { args: [{ happening, personId, commandId: randomUUID() }] });

test('reviewed in seven days; sent back on the grounds of CRINT-219 alone, what lacks is asked for within three days', async () => {
  const the = await prosecuted();
  const task = await the.task('review-filing');
  expect(task.articles).toEqual(expect.arrayContaining(['CRPL-186', 'TIME-6', 'CRPL-183']));
  expect(await refusalOf(the.complete(task, { decision: 'reject', ground: 'noProof', reason: '缺乏罪证' }, people.filingClerk))).toMatchObject({ code: 'ground-of-another-kind' });
  expect(await refusalOf(the.complete(task, { decision: 'correct', corrections: [{ what: 'missing:caseFile', why: '案卷不全' }], days: 7 }, people.filingClerk))).toMatchObject({ code: 'correction-days', articles: ['CRINT-219'] });
  await the.complete(task, { decision: 'reject', ground: 'accusedAbsent', reason: '被告人不在案，退回人民检察院' }, people.filingClerk);
  await the.handle.result();
  expect(the.data('case-closed')[0]).toMatchObject({ how: 'rejected', articles: ['G3', 'CRINT-219'] });
  expect(await brokenRules(the)).toEqual([]);
});

test('both sides exchange evidence; nothing is mediated or settled; the court permits the withdrawal of the prosecution', async () => {
  const the = await prosecuted();
  await exchanged(the);
  expect(the.data('evidence-submitted').map(({ by }) => by)).toContain(the.participantOf(prosecutor));
  const day = await lawfulDay(the);
  const scheduling = await the.task('schedule-hearing');
  expect(await refusalOf(the.complete(scheduling, { decision: 'schedule', kind: 'mediation', day, startTime: '09:30', durationMinutes: 60, courtroomId: 'c1' }, people.clerk))).toMatchObject({ code: 'not-mediable', articles: ['CRPL-212'] });
  expect(await refusalOf(tell(the, { what: 'settled', terms: '双方和解', wish: 'withdrawal' }, people.defendant))).toMatchObject({ code: 'not-in-public-prosecution' });
  await tell(the, { what: 'withdrawalApplied', reason: '犯罪事实并非被告人所为' }, prosecutor);
  await the.answer('rule-on-withdrawal', { decision: 'permit', reason: '理由成立' });
  await the.handle.result();
  expect(the.data('case-closed')[0]).toMatchObject({ how: 'withdrawn', articles: ['CRINT-296'] });
  expect(await brokenRules(the)).toEqual([]);
});

test('the court proposes: the procuratorate and the accused are asked (ONL-4, ONL-37); one that refuses moves the case offline', async () => {
  const the = await prosecuted({ appliesForOnline: false });
  await accepted(the);
  await the.answer('propose-online', { decision: 'propose', explanation: '说明在线庭审的方式和后果' });
  await the.answer('consent-online', { decision: 'consent' }, people.defendant);
  await the.answer('consent-online', { decision: 'refuse', reason: '案情复杂' }, prosecutor);
  await the.handle.result();
  expect(the.data('case-closed')[0]).toMatchObject({ how: 'offline', reason: '案情复杂' });
});

test('neither fast track nor unfit for the courtroom: it is heard there (ONL-3)', async () => {
  const the = await prosecuted({ facts: { ...facts, noGroundForOnline: true } });
  await accepted(the);
  await the.handle.result();
  expect(the.data('case-closed')[0]).toMatchObject({ how: 'offline', articles: ['ONL-3', 'ONL-37'] });
});
