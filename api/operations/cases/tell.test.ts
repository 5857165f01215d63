import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { cases } from '#api/operations/cases.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(async () => { court.sent.length = 0; theCase = await court.acceptedCase(); });

const secret = { what: 'factRecorded', fact: 'tradeSecret', holds: true, reason: '合同含有技术秘密' } as const;
const detail = (who: Parameters<OperationsCourt['as']>[0]) => call(cases.get, { caseId: theCase.caseId }, { context: court.as(who) });
const suspend = () => theCase.note('case-suspended', { ground: 'partyDied', reason: '等待继承人', participantId: theCase.participants.defendant, stage: 'consent', articles: ['CPL-153'] });

test('who is of the case tells it, an Update of the case; others are told that there is no such case', async () => {
  const context = court.as('judge');
  await call(cases.tell, { caseId: theCase.caseId, happening: secret }, { context });
  await call(cases.tell, { caseId: theCase.caseId, happening: { what: 'consentWithdrawn', reason: '没有网络' } }, { context: court.as('defendant') });
  expect(court.sent).toMatchObject([
    { workflowId: `case-${theCase.caseId}`, update: 'tellCase', args: [{ happening: secret, personId: court.people.judge.personId, commandId: context.idempotencyKey }] },
    { update: 'tellCase', args: [{ happening: { what: 'consentWithdrawn' }, personId: court.people.defendant.personId }] },
  ]);
  for (const [who, code] of [['manager', 'REFUSED'], ['stranger', 'NOT_FOUND'], ['clerk2', 'NOT_FOUND']] as const) {
    expect((await errorOf(call(cases.tell, { caseId: theCase.caseId, happening: secret }, { context: court.as(who) }))).code).toBe(code);
  }
});

test('documents are the teller’s own, and become the case’s', async () => {
  const fileId = await court.file('defendant', 'statement');
  const happening = { what: 'groundReported', ground: 'partyDied', participantId: theCase.participants.plaintiff, reason: '原告去世', documents: [fileId] } as const;
  expect((await errorOf(call(cases.tell, { caseId: theCase.caseId, happening: { ...happening, documents: [fileId] } }, { context: court.as('plaintiff') }))).code).toBe('INVALID');
  await call(cases.tell, { caseId: theCase.caseId, happening: { ...happening, documents: [fileId] } }, { context: court.as('defendant') });
  const [file] = await court.sql<{ case_id: string }[]>`select case_id from files where id = ${fileId}`;
  expect(file?.case_id).toBe(theCase.caseId);
});

test('the page offers what the law leaves to its reader, and says that the case is suspended', async () => {
  expect((await detail('plaintiff')).mayTell).toEqual(['factClaimed', 'consentWithdrawn', 'withdrawalApplied', 'settled', 'groundReported']);
  expect((await detail('clerk')).mayTell).toEqual(['factRecorded', 'groundReported']);
  expect((await detail('manager')).mayTell).toEqual([]);
  await theCase.openTask('rule-on-withdrawal', { role: 'judge', personId: court.people.judge.personId });
  expect((await detail('plaintiff')).mayTell).not.toContain('withdrawalApplied');
  await suspend();
  const suspended = await detail('plaintiff');
  expect(suspended.suspension).toMatchObject({ ground: 'partyDied', reason: '等待继承人', articles: ['CPL-153'] });
  expect(suspended.facts).toBeNull();
  await theCase.note('case-resumed', { stage: 'consent', reason: '继承人参加', by: court.people.judge.personId, articles: ['CPL-153'] });
  expect((await detail('judge')).suspension).toBeNull();
});

test('a successor is named by the clerk, known by number, and stands where the party stood; the party sees the case no more', async () => {
  await suspend();
  const named = { caseId: theCase.caseId, participantId: theCase.participants.defendant, name: '赵六', identityNumber: '410811199511054044', phone: '13800000004' };
  expect((await errorOf(call(cases.nameSuccessor, named, { context: court.as('plaintiff') }))).code).toBe('REFUSED');
  expect((await errorOf(call(cases.nameSuccessor, { ...named, identityNumber: '410811199511054045' }, { context: court.as('clerk') }))).code).toBe('INVALID');
  await call(cases.nameSuccessor, named, { context: court.as('clerk') });
  const [sent] = court.sent;
  const { successor } = (sent?.args as [{ successor: { participantId: string; personId: string } }])[0];
  expect(JSON.stringify(sent)).not.toMatch(/赵六|410811199511054044|13800000004/);
  await theCase.note('participant-succeeded', { out: theCase.participants.defendant, participant: { ...successor, role: 'defendant' }, by: court.people.clerk.personId, articles: ['INT-55'] });
  const { participants } = await detail('clerk');
  expect(participants.map(({ name, left }) => [name, left])).toEqual([['张三', false], ['赵六', false]]);
  expect((await errorOf(detail('defendant'))).code).toBe('NOT_FOUND');
});
