/** What follows a session of each kind (G1): every outcome and every refusal. */
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { MakeServiceReceipt, MakeSessionDocument } from '#activities/court-activities.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { SessionKind } from '#domain/case/types.ts';
import { agenda } from '#domain/hearing/agenda.ts';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import { failing, people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { exchanged, lawfulDay, opened, prepared, signed } from '#workflows/testing/walk.ts';

let court: TestCourt | undefined;
afterAll(async () => { await court?.close(); });

let made: MakeSessionDocument[];
let receipts: MakeServiceReceipt[];

/** A session of the kind, held, closed and signed; the judge chose to archive unless said otherwise. */
async function openCourt(): Promise<TestCourt> {
  const last = court;
  court = undefined;
  await last?.close();
  // A busy machine may take longer than the server's own five seconds to start it.
  for (let tries = 1; ; tries += 1) {
    const opened = await TestCourt.open().catch((error: unknown) => { if (tries === 6) throw error; });
    if (opened) return (court = opened);
  }
}

async function held(kind: SessionKind, next: 'archive' | 'anotherSession' = 'archive'): Promise<TestCase> {
  await openCourt();
  [made, receipts] = [[], []];
  court!.faults = {
    makeSessionDocument: async (input) => { made.push(input); return { fileId: input.documentId, sha256: '3'.repeat(64) }; },
    makeServiceReceipt: async (input) => { receipts.push(input); return { fileId: input.receiptId, sha256: '5'.repeat(64) }; },
  };
  const the = await court!.file();
  await exchanged(the);
  const task = await the.task('schedule-hearing');
  await the.complete(task, { decision: 'schedule', kind, day: await lawfulDay(the), startTime: '09:30', durationMinutes: 60, courtroomId: 'c1' }, people.clerk);
  await prepared(the);
  await opened(the);
  const begin: Record<string, string> = { questions: 'begin-questions', evidence: 'begin-evidence', issues: 'begin-issues', mediation: 'begin-mediation', pronouncement: 'begin-pronouncement', service: 'begin-service', finalStatements: 'begin-final-statements' };
  for (const { phase, optional } of agenda(kind)) if (phase !== 'opening' && !optional) await the.move(begin[phase] ?? phase, 'judge');
  await the.move('close', 'judge');
  await signed(the, next);
  return the;
}

const stagesOf = (the: TestCase) => the.data('stage-ended').map(({ stage, exit }) => `${stage} ${exit}`);
const exitOfSigning = (the: TestCase) => the.until('the stage of signing ends', () => stagesOf(the).find((one) => one.startsWith('signing')));
const decisions = (the: TestCase) => the.data('decision').map(({ what }) => what);

describe('mediation (CPL-99 to CPL-102)', () => {
  const terms = '一、被告于十日内支付五万元。\n二、原告放弃其他请求。';
  const agreed = (form: 'mediationDocument' | 'inTheTranscript') => ({ decision: 'reached', terms, form } as const);
  async function sign(the: TestCase, person: string, outcome?: OutcomeOf<'sign-mediation-agreement'>): Promise<void> {
    const task = await the.task('sign-mediation-agreement', (open) => open.assignee.personId === person);
    await the.complete(task, outcome ?? { decision: 'sign', versionHash: task.facts['sha256'], signatureFileId: randomUUID(), verifiedBy: 'phoneCode' }, person);
  }

  test('agreed, signed by all, confirmed, served and signed for: the case is settled and archived', async () => {
    const the = await held('mediation');
    await the.answer('write-mediation-agreement', agreed('mediationDocument'), people.clerk);
    const task = await the.task('sign-mediation-agreement', (open) => open.assignee.personId === people.plaintiff);
    await expect(the.complete(task, { decision: 'sign', versionHash: '0'.repeat(64), signatureFileId: randomUUID(), verifiedBy: 'phoneCode' }, people.plaintiff)).rejects.toMatchObject({ cause: { details: [{ code: 'another-version' }] } });
    await sign(the, people.plaintiff);
    await sign(the, people.defendant);
    await the.answer('confirm-mediation-agreement', { decision: 'confirm' });
    for (const person of [people.plaintiff, people.defendant]) await the.answer('receive-document', { answer: 'received' }, person);
    expect(await exitOfSigning(the)).toBe('signing signed');
    expect(made).toMatchObject([{ title: '调解书', sections: [{ lines: ['一、被告于十日内支付五万元。', '二、原告放弃其他请求。'] }], articles: ['CPL-99', 'CPL-100'] }]);
    expect(made[0]?.signers.map(({ personId }) => personId)).toEqual([people.plaintiff, people.defendant]);
    expect(the.data('document-served').map(({ how, articles }) => [how, articles])).toEqual([['electronic', ['CPL-87', 'CPL-90']], ['electronic', ['CPL-87', 'CPL-90']]]);
    expect(decisions(the)).toContain('mediation-effective');
    await the.answer('complete-archive', { checked: true, registrationNumber: '备2026-1' });
    await the.until('closed', () => the.data('case-closed').length > 0);
    expect(the.data('case-closed')).toMatchObject([{ how: 'settled', articles: ['CPL-99', 'CPL-100'] }]);
  }, 240_000);

  test('noted in the transcript it takes effect with the signatures: nothing is served (CPL-101)', async () => {
    const the = await held('mediation');
    await the.answer('write-mediation-agreement', agreed('inTheTranscript'), people.clerk);
    await sign(the, people.plaintiff);
    await sign(the, people.defendant);
    await the.answer('confirm-mediation-agreement', { decision: 'confirm' });
    expect(await exitOfSigning(the)).toBe('signing signed');
    expect(made).toMatchObject([{ title: '调解协议', articles: ['CPL-99', 'CPL-101'] }]);
    expect(the.data('document-served')).toEqual([]);
    expect(the.data('decision').at(-1)).toMatchObject({ what: 'mediation-effective', articles: ['CPL-99', 'CPL-101'] });
  }, 240_000);

  const failures: [string, (the: TestCase) => Promise<void>, string][] = [
    ['nothing is agreed', async (the) => { await the.answer('write-mediation-agreement', { decision: 'notReached', reason: '双方差距过大' }, people.clerk); }, '双方差距过大'],
    ['a party does not sign', async (the) => {
      await the.answer('write-mediation-agreement', agreed('mediationDocument'), people.clerk);
      await sign(the, people.plaintiff);
      await sign(the, people.defendant, { decision: 'refuse', reason: '需要再考虑' });
    }, '需要再考虑'],
    ['a party never answers', async (the) => {
      await the.answer('write-mediation-agreement', agreed('mediationDocument'), people.clerk);
      await sign(the, people.plaintiff);
      await the.task('sign-mediation-agreement');
      await court!.env.sleep('15 days');
    }, '逾期未签署'],
    ['the judge does not confirm', async (the) => {
      await the.answer('write-mediation-agreement', agreed('mediationDocument'), people.clerk);
      await sign(the, people.plaintiff);
      await sign(the, people.defendant);
      await the.answer('confirm-mediation-agreement', { decision: 'refuse', reason: '损害第三人利益' });
    }, '损害第三人利益'],
    ['a party goes back on it when it is served', async (the) => {
      await the.answer('write-mediation-agreement', agreed('mediationDocument'), people.clerk);
      await sign(the, people.plaintiff);
      await sign(the, people.defendant);
      await the.answer('confirm-mediation-agreement', { decision: 'confirm' });
      await the.answer('receive-document', { answer: 'received' }, people.plaintiff);
      await the.answer('receive-document', { answer: 'refuse', reason: '反悔' }, people.defendant);
    }, '调解书送达前当事人反悔或者未能送达'],
  ];
  test.each(failures)('%s: the case goes on, though the judge had chosen to archive (CPL-102)', async (_what, happens, reason) => {
    const the = await held('mediation');
    await happens(the);
    expect(await exitOfSigning(the)).toBe('signing anotherSession');
    expect(the.data('decision').at(-1)).toMatchObject({ what: 'mediation-not-reached', value: { reason } });
    expect(the.data('decision').at(-1)?.articles).toContain('CPL-102');
    await the.task('schedule-hearing');
  }, 240_000);

  test('a mediation document is never left behind', async () => {
    const the = await held('mediation');
    await the.answer('write-mediation-agreement', agreed('mediationDocument'), people.clerk);
    await sign(the, people.plaintiff);
    await sign(the, people.defendant);
    await the.answer('confirm-mediation-agreement', { decision: 'confirm' });
    await the.answer('receive-document', { answer: 'paper', address: '某街一号' }, people.plaintiff);
    const task = await the.task('record-service');
    const today = dayOf(await court!.env.currentTimeMs());
    await expect(the.complete(task, { result: 'served', how: 'leftBehind', servedOn: today, receivedBy: '门上', circumstances: '无人应门' }, people.clerk)).rejects.toMatchObject({ cause: { details: [{ code: 'not-to-be-left-behind' }] } });
    await the.complete(task, { result: 'served', how: 'inPerson', servedOn: today, receivedBy: '本人', circumstances: '当面签收' }, people.clerk);
    await the.answer('receive-document', { answer: 'received' }, people.defendant);
    expect(await exitOfSigning(the)).toBe('signing signed');
    expect(the.data('document-served').map(({ how }) => how).sort()).toEqual(['electronic', 'inPerson']);
  }, 240_000);
});

describe('pronouncement (CPL-151)', () => {
  const judgment = { findings: '原告主张成立。', operative: '一、被告支付五万元。\n二、案件受理费由被告负担。', appeal: '可在十五日内向中级人民法院上诉。' };

  test('the judgment is sealed and served; who refuses it gets it left behind; every receipt says how and when', async () => {
    const the = await held('pronouncement');
    await the.answer('enter-judgment', judgment);
    await the.answer('receive-document', { answer: 'received' }, people.plaintiff);
    await the.answer('receive-document', { answer: 'refuse', reason: '不服判决' }, people.defendant);
    const task = await the.task('record-service');
    expect(task.facts).toMatchObject({ answered: 'refused', why: '不服判决', title: '判决书' });
    const today = dayOf(await court!.env.currentTimeMs());
    await expect(the.complete(task, { result: 'served', how: 'inPerson', servedOn: '2098-01-01', receivedBy: '本人', circumstances: '当面' }, people.clerk)).rejects.toMatchObject({ cause: { details: [{ code: 'service-in-the-future' }] } });
    await the.complete(task, { result: 'served', how: 'leftBehind', servedOn: today, receivedBy: '社区工作人员', circumstances: '拍照留置' }, people.clerk);
    expect(await exitOfSigning(the)).toBe('signing signed');
    expect(made).toMatchObject([{ title: '判决书', articles: ['CPL-151'] }]);
    expect(the.data('document-served').find(({ how }) => how === 'leftBehind')).toMatchObject({ on: today, receivedBy: '社区工作人员', why: '不服判决；拍照留置', articles: ['CPL-87', 'CPL-89'] });
    expect(receipts).toHaveLength(2);
    expect(the.data('document-served').every(({ receiptFileId }) => receiptFileId !== undefined)).toBe(true);
  }, 240_000);

  test('not signed for in time, and not served in another way either: on record, and the case goes to its archive', async () => {
    const the = await held('pronouncement');
    await the.answer('enter-judgment', judgment);
    await the.answer('receive-document', { answer: 'received' }, people.plaintiff);
    await court!.env.sleep('10 days');
    const task = await the.task('record-service');
    expect(task.facts).toMatchObject({ answered: 'none' });
    await the.complete(task, { result: 'notServed', circumstances: '下落不明' }, people.clerk);
    expect(await exitOfSigning(the)).toBe('signing signed');
    expect(the.data('document-served').at(-1)).toMatchObject({ how: 'notServed', why: '下落不明' });
  }, 240_000);

  test('goes on although a party is not there', async () => {
    await openCourt();
    const the = await court!.file();
    await exchanged(the);
    await the.complete(await the.task('schedule-hearing'), { decision: 'schedule', kind: 'pronouncement', day: await lawfulDay(the), startTime: '09:30', durationMinutes: 60, courtroomId: 'c1' }, people.clerk);
    await prepared(the);
    await opened(the);
    await the.presence('away', [people.defendant], 'network-loss');
    await the.until('away', () => the.data('presence-changed').at(-1)?.state === 'away');
    await the.move('begin-pronouncement', 'judge');
    await the.move('close', 'judge');
    expect(the.data('interruption-opened')).toEqual([]);
  }, 240_000);

  test('the judgment cannot be made: operations end it, on record', async () => {
    const the = await held('pronouncement');
    court!.faults.makeSessionDocument = failing('no printer');
    await the.answer('enter-judgment', judgment);
    await the.endStep('skip', '改为纸质制作');
    expect(await exitOfSigning(the)).toBe('signing signed');
    expect(the.data('decision').at(-1)).toMatchObject({ what: 'document-not-made', value: { title: '判决书', reason: '改为纸质制作' } });
  }, 240_000);
});

test('service: the document that was handed in is served on each party (CPL-87)', async () => {
  const the = await held('service', 'anotherSession');
  await the.answer('list-document-to-serve', { title: '传票', fileId: randomUUID() }, people.clerk);
  for (const person of [people.plaintiff, people.defendant]) await the.answer('receive-document', { answer: 'received' }, person);
  expect(await exitOfSigning(the)).toBe('signing anotherSession');
  expect(the.data('session-document')).toMatchObject([{ document: 'servedDocument', title: '传票', articles: ['CPL-87'] }]);
  expect(receipts.map(({ title, how }) => [title, how])).toEqual([['传票', 'electronic'], ['传票', 'electronic']]);
}, 240_000);

test('exchange of evidence: what is agreed and what is in dispute is put on record (CPL-136)', async () => {
  const the = await held('evidenceExchange', 'anotherSession');
  await the.answer('settle-issues', { agreed: '合同成立', disputed: '是否交货\n货款数额' });
  expect(await exitOfSigning(the)).toBe('signing anotherSession');
  expect(made).toMatchObject([{ title: '争议焦点清单', sections: [{ lines: ['合同成立'] }, { lines: ['是否交货', '货款数额'] }], articles: ['CPL-136', 'G8'] }]);
}, 240_000);

test.each(['inquiry', 'publicHearing'] as const)('%s: its transcript is all it leaves', async (kind) => {
  const the = await held(kind);
  expect(await exitOfSigning(the)).toBe('signing signed');
  expect(the.data('session-document')).toEqual([]);
}, 240_000);

test('questioning in custody is not scheduled without a place of detention in the case (ONL-37)', async () => {
  await openCourt();
  const the = await court!.file();
  await exchanged(the);
  const task = await the.task('schedule-hearing');
  await expect(the.complete(task, { decision: 'schedule', kind: 'custodyQuestioning', day: await lawfulDay(the), startTime: '09:30', durationMinutes: 60, courtroomId: 'c1' }, people.clerk))
    .rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'participant-lacking', articles: ['ONL-37'] }] } });
}, 240_000);
