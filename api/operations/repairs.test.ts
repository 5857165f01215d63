import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { repairs } from '#api/operations/repairs.ts';
import { tasks } from '#api/operations/tasks.ts';
import type { SmsGateway } from '#adapters/sms/sms-gateway.ts';

let court: OperationsCourt;
let theCase: Awaited<ReturnType<OperationsCourt['acceptedCase']>>;
beforeAll(async () => { court = await openOperationsCourt(); }, 60_000);
afterAll(async () => { await court.close(); });
beforeEach(async () => { theCase = await court.acceptedCase(); });

const parked = (facts: Record<string, unknown>) => theCase.openTask('repair-step', { role: 'operations' }, { facts: { attempts: 4, errorType: 'Error', ...facts } });
const list = async () => call(repairs.list, undefined, { context: court.as('operations') });

describe('failed steps', () => {
  test('in groups, with their cases; for operations alone', async () => {
    await parked({ step: 'issueAcceptance', error: `out of paper for ${theCase.caseId}`, input: { caseId: theCase.caseId } });
    theCase = await court.acceptedCase();
    await parked({ step: 'issueAcceptance', error: `out of paper for ${theCase.caseId}`, input: { caseId: theCase.caseId } });
    const group = (await list()).groups.find(({ signature }) => signature === 'out of paper for <id>');
    expect(group).toMatchObject({ step: 'issueAcceptance', cases: 2, members: [{ attempts: 4, times: expect.any(Number) }, { attempts: 4 }] });
    expect(group?.members.map(({ caseNumber }) => caseNumber)).toContain(theCase.caseNumber);
    for (const who of ['manager', 'judge', 'clerk', 'plaintiff'] as const) expect((await errorOf(call(repairs.list, undefined, { context: court.as(who) }))).code).toBe('NOT_FOUND');
  });

  test('a corrected input is checked against the step’s own schema, field by field', async () => {
    const taskId = await parked({ step: 'acceptFiling', error: 'no numbers left', input: { caseId: theCase.caseId, year: 2025 } });
    const correct = (input: unknown) => call(tasks.complete, { taskId, outcome: { action: 'retryWith', input, reason: '年份更正' } }, { context: court.as('operations') });
    expect(await errorOf(correct({ caseId: theCase.caseId, year: 'next' }))).toMatchObject({ code: 'INVALID', data: { fields: [{ path: 'outcome.input.year' }] } });
    expect(await errorOf(correct({ caseId: crypto.randomUUID(), year: 2026 }))).toMatchObject({ code: 'INVALID', data: { fields: [{ path: 'outcome.input.caseId' }] } });
    await correct({ caseId: theCase.caseId, year: 2026 });
    expect(court.sent.at(-1)).toMatchObject({ args: [{ outcome: { action: 'retryWith', input: { year: 2026 } } }] });
  });

  test('what waits for a second person says who asked, and whether that is the reader', async () => {
    const { personId } = court.people.operations;
    await theCase.openTask('confirm-repair', { role: 'operations' }, { facts: { step: 'issueNotices', error: 'e', input: {}, action: 'skip', why: '改为电话通知', by: personId } });
    expect((await list()).confirmations.at(-1)).toMatchObject({ step: 'issueNotices', action: 'skip', why: '改为电话通知', by: { personId }, mine: true });
  });

  test('what the ledger knows of a step’s effects, and of no other’s', async () => {
    const mine = `acceptance/${theCase.caseId}/${crypto.randomUUID()}`;
    for (const [key, state] of [[mine, 'done'], [`ruling/${crypto.randomUUID()}/x`, 'done']] as const) {
      await court.sql`insert into effects (key, kind, case_id, state, request) values (${key}, 'sms', ${theCase.caseId}, ${state}, '{}')`;
    }
    const taskId = await parked({ step: 'issueAcceptance', error: 'e', input: { caseId: theCase.caseId } });
    expect((await call(repairs.effects, { taskId }, { context: court.as('operations') })).effects).toMatchObject([{ key: mine, state: 'done' }]);
    const other = await theCase.openTask('schedule-hearing', { role: 'clerk', personId: court.people.clerk.personId });
    expect((await errorOf(call(repairs.effects, { taskId: other }, { context: court.as('operations') }))).code).toBe('NOT_FOUND');
  });
});

describe('an effect of which nobody knows whether it happened', () => {
  const gateway = (status: SmsGateway['status']): { sms: SmsGateway } => ({ sms: { status, send: async () => { throw new Error('asking sends nothing'); } } });
  const ask = (key: string, status: SmsGateway['status']) => call(repairs.askProvider, { key }, { context: { ...court.as('operations'), ...gateway(status) } });

  test('stands apart, with the step that waits for it; the provider is asked', async () => {
    const key = `acceptance/${theCase.caseId}/x`;
    await court.sql`insert into effects (key, kind, case_id, state, request) values (${key}, 'sms', ${theCase.caseId}, 'ambiguous', '{}')`;
    const taskId = await parked({ step: 'issueAcceptance', error: `It is not known whether ${key} happened: Error`, errorType: 'Ambiguous', input: { caseId: theCase.caseId } });
    const { effects } = await call(repairs.ambiguous, undefined, { context: court.as('operations') });
    expect(effects.find((effect) => effect.key === key)).toMatchObject({ taskId, caseNumber: theCase.caseNumber });
    const sentAt = '2026-05-11T02:00:00.000Z';
    expect(await ask(key, async () => ({ key, sentAt, deliveredAt: null }))).toEqual({ answer: 'sent', sentAt, deliveredAt: null, detail: null });
    expect(await ask(key, async () => null)).toMatchObject({ answer: 'unknown' });
    expect(await ask(key, async () => { throw new Error('The SMS platform answered 500'); })).toMatchObject({ answer: 'unreachable', detail: 'The SMS platform answered 500' });
    expect((await errorOf(ask('no-effect-of-the-court', async () => null))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(repairs.askProvider, { key }, { context: court.as('manager') }))).code).toBe('NOT_FOUND');
  });
});
