/** Who names many people within a minute is stopped, whatever operation names them; the attempt is on record. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { casePeople } from '#api/operations/case-people.ts';
import { cases } from '#api/operations/cases.ts';
import { keepAttempt } from '#api/refused-attempts.ts';
import { tooMany } from '#api/errors.ts';
import { createAttempts } from '#api/sign-in/attempts.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { mostNamedAMinute } from './naming-limit.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
beforeAll(async () => { court = await openOperationsCourt(); theCase = await court.acceptedCase(); });
afterAll(() => court.close());

const witness = { name: '周八', identityNumber: '410803199210206067', phone: '13800000006', role: 'witness' as const, reason: '了解交货经过' };
const key = (who: keyof OperationsCourt['people']) => `naming:${court.people[who].personId}`;
const invite = (who: 'clerk' | 'judge') => call(casePeople.invite, { caseId: theCase.caseId, ...witness }, { context: court.as(who) });

test('a court names thirty a minute, a filing ten at once', () => {
  expect(mostNamedAMinute.production).toBeGreaterThanOrEqual(10);
  expect(mostNamedAMinute.production).toBeLessThanOrEqual(30);
});

test('over the limit of the minute: inviting, appointing an agent and naming a successor are stopped with words, others are not', async () => {
  await invite('clerk');
  expect((await court.sql`select count from auth_rate_limits where key = ${key('clerk')}`)[0]).toEqual({ count: 1 });
  for (const who of ['clerk', 'plaintiff'] as const) await createAttempts(court.sql)(key(who), 0, mostNamedAMinute.demonstration);
  const words = { zh: expect.stringContaining('一分钟'), en: expect.stringContaining('minute') };
  expect(await errorOf(invite('clerk'))).toMatchObject({ code: 'TOO_MANY', data: { message: words } });
  const { name, identityNumber, phone } = witness;
  const successor = { caseId: theCase.caseId, participantId: theCase.participants.defendant, name, identityNumber, phone };
  expect(await errorOf(call(cases.nameSuccessor, successor, { context: court.as('clerk') }))).toMatchObject({ code: 'TOO_MANY' });
  const paper = await court.file('plaintiff', 'filing');
  const agent = { caseId: theCase.caseId, kind: 'lawyer' as const, powerOfAttorney: paper, name, identityNumber, phone };
  expect(await errorOf(call(casePeople.appointAgent, agent, { context: court.as('plaintiff') }))).toMatchObject({ code: 'TOO_MANY' });
  // Nothing remains of what was stopped.
  expect((await court.sql`select case_id from files where id = ${paper}`)[0]).toEqual({ case_id: null });
  await invite('judge');
  // A minute later.
  await court.sql`update auth_rate_limits set last_request = last_request - 61000`;
  await invite('clerk');
});

test('it is kept with who tried', async () => {
  const context = court.as('clerk');
  context.attempt.caseId = theCase.caseId;
  await keepAttempt(context, 'casePeople.invite', tooMany());
  expect((await court.sql`select person_id, case_id, operation, code from refused_attempts where code = 'TOO_MANY'`)[0]).toEqual({ person_id: court.people.clerk.personId, case_id: theCase.caseId, operation: 'casePeople.invite', code: 'TOO_MANY' });
});
