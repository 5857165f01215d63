import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { call } from '@orpc/server';
import type { ApiContext } from '#api/context.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { addSystem, listSystems, revokeSystem } from '#db/system-credentials.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { systems } from './systems.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
let head: string;
let taskId: string;
let oa: { credentialId: string; credential: string };
const approval = { decision: 'approve', opinion: '同意直播' };

beforeAll(async () => {
  court = await openOperationsCourt();
  head = randomUUID();
  await court.sql`insert into persons (id, kind, name) values (${head}, 'staff', '钱庭长')`;
  await court.sql`insert into staff (person_id, username, title) values (${head}, 'head', '庭长')`;
  await court.sql`insert into staff_roles (person_id, role) values (${head}, 'divisionHead')`;
  oa = await addSystem(court.sql, '办公', ['approve-livestream-division-head']);
});
afterAll(() => court.close());
beforeEach(async () => {
  court.sent.length = 0;
  theCase = await court.acceptedCase();
  taskId = await theCase.openTask('approve-livestream-division-head', { role: 'divisionHead' });
});

/** Nobody is signed in: a system has a credential in the place of a session. */
const as = (credential: string | undefined, key: string = randomUUID()): ApiContext => {
  const { user: _user, ...rest } = court.as('judge');
  return { ...rest, user: null, idempotencyKey: key, attempt: { caseId: null, subject: null }, ...(credential === undefined ? {} : { credential }) };
};
const answer = (more: object = {}, context = as(oa.credential)) => call(systems.answerTask, { taskId, caseId: theCase.caseId, username: 'head', outcome: approval, ...more }, { context });
const codeOf = async (promise: Promise<unknown>) => { const { code, data } = await errorOf(promise); return code === 'REFUSED' ? data['code'] : code; };

test('the same completion, as a Signal, in the name of the person and of the system', async () => {
  const context = as(oa.credential);
  await answer({}, context);
  expect(court.sent).toEqual([{
    kind: 'signal', workflowId: `case-${theCase.caseId}`, signal: 'answerTask',
    args: [{ taskId, outcome: approval, personId: head, commandId: context.idempotencyKey, system: '办公' }],
  }]);
  // The same key again: the same answer, nothing is sent a second time.
  await answer({}, as(oa.credential, context.idempotencyKey));
  expect(court.sent).toHaveLength(1);
});

test('a forged, a mangled and a revoked credential open nothing; only the hash of a secret is kept', async () => {
  const [, id] = oa.credential.split('.');
  for (const forged of [undefined, 'kaiting', `kaiting.${id}.${'A'.repeat(43)}`, `${oa.credential}x`, `kaiting.${randomUUID()}.${oa.credential.split('.')[2]}`]) {
    expect(await codeOf(answer({}, as(forged)))).toBe('UNAUTHENTICATED');
  }
  const other = await addSystem(court.sql, '旧系统', ['approve-livestream-division-head']);
  expect(await revokeSystem(court.sql, other.credentialId)).toBe(true);
  expect(await revokeSystem(court.sql, other.credentialId)).toBe(false);
  expect(await codeOf(answer({}, as(other.credential)))).toBe('UNAUTHENTICATED');
  expect(JSON.stringify(await court.sql`select * from system_credentials`)).not.toContain(other.credential.split('.')[2]);
  expect((await listSystems(court.sql)).map(({ system, revokedAt }) => [system, revokedAt !== null])).toEqual([['办公', false], ['旧系统', true]]);
  expect(court.sent).toEqual([]);
});

test('of another case, out of scope, by nobody in office or by somebody who may not, malformed, late: refused', async () => {
  expect(await codeOf(answer({ caseId: randomUUID() }))).toBe('another-case');
  expect(await codeOf(answer({ taskId: randomUUID() }))).toBe('NOT_FOUND');
  expect(await codeOf(answer({ username: 'nobody' }))).toBe('no-such-person');
  expect(await codeOf(answer({ username: 'clerk2' }))).toBe('not-found');
  expect(await codeOf(answer({ username: 'judge' }))).toBe('not-your-task');
  expect(await codeOf(answer({ outcome: { decision: 'approve' } }))).toBe('INVALID');
  const other = await theCase.openTask('approve-livestream-vice-president', { role: 'vicePresident' });
  expect(await codeOf(answer({ taskId: other }))).toBe('not-in-scope');
  await theCase.note('task-completed', { taskId, kind: 'approve-livestream-division-head', outcome: approval, by: head, commandId: randomUUID(), via: 'update' });
  expect(await errorOf(answer())).toMatchObject({ code: 'ALREADY_DONE', data: { by: '钱庭长' } });
  const withdrawn = await theCase.openTask('approve-livestream-division-head', { role: 'divisionHead' });
  await theCase.note('task-withdrawn', { taskId: withdrawn, kind: 'approve-livestream-division-head', why: 'the approval has changed' });
  expect(await codeOf(answer({ taskId: withdrawn }))).toBe('NOT_FOUND');
  expect(court.sent).toEqual([]);
});
