/** G4, G5: a booked hearing that does not take place: what is answered in its preparation, and after it. One environment a case. */
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { updates } from '#domain/messages/messages.ts';
import type { ChangeHearing } from '#domain/messages/scheduling.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { about, exchanged, prepared, scheduled } from '#workflows/testing/walk.ts';

let court: TestCourt | undefined;
afterEach(async () => { await court?.close(); court = undefined; });

async function booked(): Promise<{ the: TestCase; court: TestCourt }> {
  court = await TestCourt.open();
  const the = await court.file();
  await exchanged(the);
  await scheduled(the);
  await the.task('test-courtroom');
  return { the, court };
}
const lastExit = (the: TestCase): string => the.data('stage-ended').slice(-1).map(({ stage, exit }) => `${stage} ${exit}`).join();
const toldWhy = (the: TestCase): (string | undefined)[] => the.data('hearing-cancelled').map(({ why }) => why);

describe('preparation', () => {
  test('an identity cannot be verified yet: postponed with the reason, nothing of it stays open (G5)', async () => {
    const { the } = await booked();
    await the.complete(await about(the, 'verify-identity', people.defendant), { decision: 'postpone', reason: '身份证已过期，正在补办' }, people.clerk);
    await the.task('schedule-hearing');
    expect(lastExit(the)).toBe('preparation postponed');
    expect(toldWhy(the)).toEqual(['身份证已过期，正在补办']);
    expect(the.openTasks.map(({ kind }) => kind)).toEqual(['schedule-hearing']);
  }, 60_000);

  test('a participant who cannot be reached: the judge does not waive the notice, but postpones (G4)', async () => {
    const { the, court } = await booked();
    await court.env.sleep('3 days');
    await the.complete(await about(the, 'phone-notice', people.defendant), { result: 'notReached', record: '三次未接' }, people.clerk);
    await the.answer('waive-notice', { decision: 'postpone', reason: '另行送达后再开庭' });
    await the.task('schedule-hearing');
    expect(lastExit(the)).toBe('preparation postponed');
    expect(toldWhy(the)).toEqual(['另行送达后再开庭']);
    expect(the.data('notice-proven')).toEqual([]);
  }, 60_000);
});

test('everything is prepared and the room is not open yet: cancelled, it is scheduled anew (G4)', async () => {
  const { the } = await booked();
  await prepared(the);
  await the.confirmNotices();
  await the.until('hearing stage', () => the.data('stage-entered').at(-1)?.stage === 'hearing');
  const { hearingId } = the.data('hearing-scheduled')[0]!.hearing;
  const cancel: ChangeHearing = { hearingId, reason: '法官生病', change: { do: 'cancel' }, personId: people.clerk, commandId: randomUUID() };
  await the.handle.executeUpdate(updates.changeHearing, { args: [cancel], updateId: cancel.commandId });
  await the.task('schedule-hearing');
  expect(lastExit(the)).toBe('hearing cancelled');
  expect(the.data('hearing-cancelled')).toEqual([{ hearingId, why: '法官生病', by: people.clerk }]);
  expect(the.data('hearing-room')).toEqual([]);
}, 60_000);
