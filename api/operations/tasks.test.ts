import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { alreadyDone } from '#api/errors.ts';
import { keptRefusal } from '#api/commands/plan.ts';
import { errorOf, openOperationsCourt, rightCode, rightPassword, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { tasks } from './tasks.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(async () => { theCase = await court.acceptedCase(); court.sent.length = 0; court.published.length = 0; });

const toDefendant = () => ({ role: 'participant' as const, personId: court.people.defendant.personId, participantId: theCase.participants.defendant });
const toClerk = () => ({ role: 'clerk' as const, personId: court.people.clerk.personId });

describe('completing a task', () => {
  test('sends the Update to the stream that waits for it, with who and which command', async () => {
    const taskId = await theCase.openTask('consent-online', toDefendant());
    const context = court.as('defendant');
    const answer = await call(tasks.complete, { taskId, outcome: { decision: 'consent' } }, { context });
    expect(answer).toMatchObject({ state: 'answered', stream: `case-${theCase.caseId}`, seq: 7 });
    expect(court.sent).toEqual([{
      kind: 'update', workflowId: `case-${theCase.caseId}`, update: 'completeTask',
      args: [{ taskId, outcome: { decision: 'consent' }, personId: court.people.defendant.personId, commandId: context.idempotencyKey }],
    }]);
  });

  test('a retry with the same key gets the same answer, also when the task is completed by then, and sends nothing', async () => {
    const taskId = await theCase.openTask('consent-online', toDefendant());
    const key = randomUUID();
    const first = await call(tasks.complete, { taskId, outcome: { decision: 'consent' } }, { context: court.as('defendant', { key }) });
    await theCase.note('task-completed', { taskId, kind: 'consent-online', outcome: { decision: 'consent' }, by: court.people.defendant.personId, commandId: key, via: 'update' });
    expect(await call(tasks.complete, { taskId, outcome: { decision: 'consent' } }, { context: court.as('defendant', { key }) })).toEqual(first);
    expect(court.sent).toHaveLength(1);
  });

  test('each field that does not fit is named, in both languages, and nothing is sent', async () => {
    const taskId = await theCase.openTask('schedule-hearing', toClerk());
    const error = await errorOf(call(tasks.complete, { taskId, outcome: { decision: 'schedule', kind: 'trial', day: '2026-02-30', startTime: '25:00', durationMinutes: 5, courtroomId: 'c1', extra: 1 } }, { context: court.as('clerk') }));
    expect(error.code).toBe('INVALID');
    const fields = error.data['fields'] as { path: string; message: { zh: string; en: string } }[];
    expect(fields.map((field) => field.path).sort()).toEqual(['outcome.day', 'outcome.durationMinutes', 'outcome.extra', 'outcome.startTime']);
    for (const field of fields) {
      expect(field.message.zh).toMatch(/[一-鿿]/);
      expect(field.message.en).not.toMatch(/[一-鿿]/);
    }
    expect(court.sent).toEqual([]);
    expect(await errorOf(call(tasks.complete, { taskId, outcome: undefined }, { context: court.as('clerk') }))).toMatchObject({ code: 'INVALID' });
  });

  test.each([
    ['plaintiff', 'NOT_FOUND'], ['stranger', 'NOT_FOUND'], ['clerk2', 'NOT_FOUND'], ['operations', 'NOT_FOUND'],
    ['judge', 'REFUSED'], ['clerk', 'REFUSED'], ['manager', 'REFUSED'],
  ] as const)('by %s: %s', async (who, code) => {
    const taskId = await theCase.openTask('consent-online', toDefendant());
    const context = court.as(who);
    expect((await errorOf(call(tasks.complete, { taskId, outcome: { decision: 'consent' } }, { context }))).code).toBe(code);
    expect(context.attempt).toEqual({ caseId: theCase.caseId, subject: taskId });
    expect(court.sent).toEqual([]);
  });

  test('who is not verified is told to do that first (G3)', async () => {
    const taskId = await theCase.openTask('consent-online', toDefendant());
    expect(await errorOf(call(tasks.complete, { taskId, outcome: { decision: 'consent' } }, { context: court.as('defendant', { verified: false }) })))
      .toMatchObject({ code: 'REFUSED', data: { code: 'identity-not-verified', articles: ['G3'] } });
  });

  test('what is completed already tells by whom and when; what was taken back is gone', async () => {
    const done = await theCase.openTask('finish-transcript', toClerk());
    await theCase.note('task-completed', { taskId: done, kind: 'finish-transcript', outcome: { finished: true }, by: court.people.clerk.personId, commandId: done, via: 'update' }, { at: '2026-05-12T02:00:00.000Z' });
    expect(await errorOf(call(tasks.complete, { taskId: done, outcome: { finished: true } }, { context: court.as('clerk') }))).toMatchObject({ code: 'ALREADY_DONE', data: { by: '陈书记', at: '2026-05-12T02:00:00.000Z' } });
    const withdrawn = await theCase.openTask('finish-transcript', toClerk());
    await theCase.note('task-withdrawn', { taskId: withdrawn, kind: 'finish-transcript', why: 'test' });
    expect((await errorOf(call(tasks.complete, { taskId: withdrawn, outcome: { finished: true } }, { context: court.as('clerk') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(tasks.complete, { taskId: randomUUID(), outcome: {} }, { context: court.as('clerk') }))).code).toBe('NOT_FOUND');
  });

  test('two at the same second: the workflow lets one win, the other is told who', async () => {
    const taskId = await theCase.openTask('finish-transcript', toClerk());
    court.answerNext(keptRefusal(alreadyDone('陈书记', '2026-05-12T02:00:00.000Z')));
    expect(await errorOf(call(tasks.complete, { taskId, outcome: { finished: true } }, { context: court.as('clerk') }))).toMatchObject({ code: 'ALREADY_DONE', data: { by: '陈书记' } });
  });

  test('a write without an Idempotency-Key is not taken', async () => {
    const taskId = await theCase.openTask('consent-online', toDefendant());
    expect((await errorOf(call(tasks.complete, { taskId, outcome: { decision: 'consent' } }, { context: { ...court.as('defendant'), idempotencyKey: undefined } }))).code).toBe('INVALID');
  });

  test('evidence is one’s own files, which become part of the case', async () => {
    const { plaintiff } = court.people;
    const taskId = await theCase.openTask('submit-evidence', { role: 'participant', personId: plaintiff.personId, participantId: theCase.participants.plaintiff });
    const [mine, his] = [await court.file('plaintiff', 'evidence'), await court.file('defendant', 'evidence')];
    const item = (fileId: string) => ({ title: '合同', source: '原告', proves: '合同成立', fileId });
    expect(await errorOf(call(tasks.complete, { taskId, outcome: { items: [item(mine), item(his)] } }, { context: court.as('plaintiff') })))
      .toMatchObject({ code: 'INVALID', data: { fields: [{ path: 'outcome.items.1.fileId' }] } });
    expect(await court.sql`select case_id from files where id = ${mine}`).toMatchObject([{ case_id: null }]);
    await call(tasks.complete, { taskId, outcome: { items: [item(mine)] } }, { context: court.as('plaintiff') });
    expect(await court.sql`select case_id from files where id = ${mine}`).toMatchObject([{ case_id: theCase.caseId }]);
  });
});

describe('signing (G9)', () => {
  const versionHash = 'a'.repeat(64);
  const signTask = (who: 'plaintiff' | 'clerk') => theCase.openTask('sign-transcript',
    who === 'clerk' ? toClerk() : { role: 'participant', personId: court.people.plaintiff.personId, participantId: theCase.participants.plaintiff }, { facts: { version: 1, sha256: versionHash, as: who } });

  test('a participant signs with the phone’s code, staff with their password; neither is kept in any form', async () => {
    for (const [who, code, verifiedBy] of [['plaintiff', rightCode, 'phoneCode'], ['clerk', rightPassword, 'password']] as const) {
      const taskId = await signTask(who);
      const signatureFileId = await court.file(who, 'signature');
      await call(tasks.sign, { taskId, versionHash, signatureFileId, code }, { context: court.as(who) });
      expect(court.sent.at(-1)).toMatchObject({ update: 'completeTask', args: [{ outcome: { decision: 'sign', versionHash, signatureFileId, verifiedBy } }] });
    }
    const kept = JSON.stringify(await court.sql`select * from commands`);
    expect(kept).not.toContain(rightCode);
    expect(kept).not.toContain(rightPassword);
  });

  test('with a wrong code nothing is signed, and the same key may be used again', async () => {
    const taskId = await signTask('plaintiff');
    const signatureFileId = await court.file('plaintiff', 'signature');
    const key = randomUUID();
    expect(await errorOf(call(tasks.sign, { taskId, versionHash, signatureFileId, code: '000000' }, { context: court.as('plaintiff', { key }) }))).toMatchObject({ code: 'REFUSED', data: { code: 'code-wrong' } });
    expect(court.sent).toEqual([]);
    expect(await call(tasks.sign, { taskId, versionHash, signatureFileId, code: rightCode }, { context: court.as('plaintiff', { key }) })).toMatchObject({ state: 'answered' });
  });

  test('not by way of completing the task, not another version, not with another’s picture, not for another', async () => {
    const taskId = await signTask('plaintiff');
    const signatureFileId = await court.file('plaintiff', 'signature');
    const outcome = { decision: 'sign', versionHash, signatureFileId, verifiedBy: 'phoneCode' };
    expect(await errorOf(call(tasks.complete, { taskId, outcome }, { context: court.as('plaintiff') }))).toMatchObject({ code: 'REFUSED', data: { code: 'sign-needs-code' } });
    expect(await errorOf(call(tasks.sign, { taskId, versionHash: 'b'.repeat(64), signatureFileId, code: rightCode }, { context: court.as('plaintiff') }))).toMatchObject({ data: { code: 'another-version' } });
    expect(await errorOf(call(tasks.sign, { taskId, versionHash, signatureFileId: await court.file('defendant', 'signature'), code: rightCode }, { context: court.as('plaintiff') }))).toMatchObject({ code: 'INVALID' });
    expect((await errorOf(call(tasks.sign, { taskId, versionHash, signatureFileId, code: rightPassword }, { context: court.as('judge') }))).code).toBe('REFUSED');
    expect((await errorOf(call(tasks.sign, { taskId, versionHash, signatureFileId, code: rightCode }, { context: court.as('defendant') }))).code).toBe('NOT_FOUND');
    expect(court.sent).toEqual([]);
  });

  test('a refusal to sign goes through as an answer', async () => {
    const taskId = await signTask('plaintiff');
    await call(tasks.complete, { taskId, outcome: { decision: 'refuse', reason: '记录不完整' } }, { context: court.as('plaintiff') });
    expect(court.sent).toHaveLength(1);
  });

  test('codes are for participants, and for tasks of signing', async () => {
    expect(await call(tasks.requestSigningCode, { taskId: await signTask('plaintiff') }, { context: court.as('plaintiff') })).toEqual({ sentTo: '138****0001', validSeconds: 300 });
    expect(await errorOf(call(tasks.requestSigningCode, { taskId: await signTask('clerk') }, { context: court.as('clerk') }))).toMatchObject({ data: { code: 'sign-with-password' } });
    expect((await errorOf(call(tasks.requestSigningCode, { taskId: await theCase.openTask('consent-online', toDefendant()) }, { context: court.as('defendant') }))).code).toBe('NOT_FOUND');
  });
});

describe('claims', () => {
  test('of two filing clerks one gets the task; it is told, and can be given back', async () => {
    const filed = await court.filedCase();
    const taskId = await filed.openTask('review-filing', { role: 'filingClerk' });
    expect(await call(tasks.claim, { taskId }, { context: court.as('filingClerk') })).toMatchObject({ claimedBy: { name: '李立案' }, mine: true });
    expect(court.published).toEqual([{ type: 'claim', caseId: filed.caseId, taskId }]);
    expect(await errorOf(call(tasks.claim, { taskId }, { context: court.as('clerk2', { roles: ['filingClerk'] }) }))).toMatchObject({ code: 'CONFLICT', data: { code: 'claimed-by-another', message: { en: '李立案 is at it already.' } } });
    expect(await errorOf(call(tasks.release, { taskId }, { context: court.as('clerk2', { roles: ['filingClerk'] }) }))).toMatchObject({ code: 'CONFLICT' });
    expect(await call(tasks.release, { taskId }, { context: court.as('filingClerk') })).toMatchObject({ claimedBy: null });
  });

  test('a task of one person needs no claim', async () => {
    const taskId = await theCase.openTask('finish-transcript', toClerk());
    expect(await errorOf(call(tasks.claim, { taskId }, { context: court.as('clerk') }))).toMatchObject({ data: { code: 'not-to-claim' } });
  });
});

describe('reading', () => {
  test('a task’s page says whether this person may answer it', async () => {
    const taskId = await theCase.openTask('consent-online', toDefendant());
    const see = async (who: 'defendant' | 'judge') => (await call(tasks.get, { taskId }, { context: court.as(who) })).mayAnswer;
    expect([await see('defendant'), await see('judge')]).toEqual([true, false]);
    expect((await errorOf(call(tasks.get, { taskId }, { context: court.as('plaintiff') }))).code).toBe('NOT_FOUND');
  });

  test('the tasks of somebody else’s case are not found', async () => {
    expect((await errorOf(call(tasks.list, { view: 'case', caseId: theCase.caseId }, { context: court.as('stranger') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(tasks.list, { view: 'case' }, { context: court.as('judge') }))).code).toBe('INVALID');
  });

  test('nobody reads without being signed in', async () => {
    expect((await errorOf(call(tasks.list, {}, { context: { ...court.as('judge'), user: null } }))).code).toBe('UNAUTHENTICATED');
  });
});
