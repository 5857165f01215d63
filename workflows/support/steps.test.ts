/** A step that failed for good: every way out of it, the second person's refusal included. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { failing, people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted } from '#workflows/testing/walk.ts';

let court: TestCourt | undefined;
afterAll(async () => { await court?.close(); });

/** A case whose allotment fails: it cannot go on without it. */
async function parked(): Promise<TestCase> {
  await court?.close();
  court = await TestCourt.open();
  const the = await court.file();
  court.faults = { acceptFiling: failing('no numbers left') };
  await accepted(the);
  await the.task('repair-step');
  return the;
}
const mend = () => { if (court) court.faults = {}; };
const refusalOf = async (answer: Promise<unknown>): Promise<string> => answer.then(() => 'taken', (error: { cause?: { message?: string; details?: { code: string }[] } }) => error.cause?.details?.[0]?.code ?? String(error.cause?.message));
const asked = { action: 'fail', reason: '编号系统停用' } as const;

describe('a failed step', () => {
  test('retried: the case goes on, and the record says who', async () => {
    const the = await parked();
    mend();
    await the.answer('repair-step', { action: 'retry' }, people.operations);
    await the.task('consent-online');
    expect(the.data('step-repaired')).toEqual([{ step: 'acceptFiling', how: 'retry', by: people.operations, taskId: expect.any(String) }]);
  }, 60_000);

  test('retried in vain: it waits again', async () => {
    const the = await parked();
    const before = await the.task('repair-step');
    await the.complete(before, { action: 'retry' }, people.operations);
    await the.task('repair-step', (open) => open.taskId !== before.taskId);
    expect(the.data('step-parked')).toHaveLength(2);
  }, 60_000);

  test('corrected: an input that does not fit, or of another case, is refused; what a right one changed is kept', async () => {
    const the = await parked();
    const repair = await the.task('repair-step');
    const input = repair.facts['input'] as { caseId: string; year: number };
    const correct = (corrected: unknown) => the.complete(repair, { action: 'retryWith', input: corrected, reason: '年份更正' }, people.operations);
    expect(await refusalOf(correct({ ...input, year: 'next' }))).toBe('input-does-not-fit');
    expect(await refusalOf(correct({ ...input, caseId: crypto.randomUUID() }))).toBe('input-does-not-fit');
    mend();
    await correct({ ...input, year: input.year + 1 });
    await the.task('consent-online');
    expect(the.data('step-repaired')).toMatchObject([{ how: 'retryWith', reason: '年份更正', changes: [{ path: 'year', before: input.year, after: input.year + 1 }] }]);
  }, 60_000);

  test('ended by two persons: the first alone cannot, and the case goes offline with the reason', async () => {
    const the = await parked();
    await the.answer('repair-step', asked, people.operations);
    const confirmation = await the.task('confirm-repair');
    expect(confirmation.facts).toMatchObject({ step: 'acceptFiling', action: 'fail', why: asked.reason, by: people.operations });
    expect(the.data('step-repaired')).toEqual([]);
    expect(await refusalOf(the.complete(confirmation, { decision: 'confirm' }, people.operations))).toBe('second-person-needed');
    expect(await refusalOf(the.complete(confirmation, { decision: 'takeBack' }, people.operations2))).toBe('only-who-asked');
    await the.complete(confirmation, { decision: 'confirm' }, people.operations2);
    await the.handle.result();
    expect(the.data('step-repaired')).toMatchObject([{ how: 'fail', by: people.operations, confirmedBy: people.operations2, reason: asked.reason }]);
    expect(the.data('case-closed')).toMatchObject([{ how: 'offline', reason: expect.stringContaining(asked.reason) }]);
  }, 60_000);

  test('refused by the second person: it waits as before, and may be retried', async () => {
    const the = await parked();
    await the.answer('repair-step', asked, people.operations);
    await the.complete(await the.task('confirm-repair'), { decision: 'refuse', reason: '编号系统已恢复' }, people.operations2);
    const again = await the.task('repair-step');
    expect(the.data('repair-not-confirmed')).toEqual([{ step: 'acceptFiling', how: 'fail', end: 'refused', by: people.operations2, reason: '编号系统已恢复' }]);
    mend();
    await the.complete(again, { action: 'retry' }, people.operations2);
    await the.task('consent-online');
  }, 60_000);

  test('taken back by who asked: it waits as before', async () => {
    const the = await parked();
    await the.answer('repair-step', { action: 'skip', reason: '先不处理' }, people.operations);
    await the.complete(await the.task('confirm-repair'), { decision: 'takeBack' }, people.operations);
    await the.task('repair-step');
    expect(the.data('repair-not-confirmed')).toMatchObject([{ how: 'skip', end: 'takenBack', by: people.operations }]);
  }, 60_000);
});
