/** G4: a booking that waited for operations until its notice would come too late is refused, and takes nobody's time. */
import { afterEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import type { BookHearing } from '#activities/court-activities.ts';
import { addDays, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { nextWorkingDay } from '#domain/calendar/working-calendar.ts';
import type { ScheduledHearing } from '#domain/case/types.ts';
import { updates } from '#domain/messages/messages.ts';
import type { ChangeHearing } from '#domain/messages/scheduling.ts';
import { failing, people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { exchanged, lawfulDay, minutes } from '#workflows/testing/walk.ts';

let court: TestCourt;
afterEach(() => court.close());

/** Makes the first booking fail; operations have it tried again when five days have passed. */
async function bookedLate(the: TestCase, begin: () => Promise<unknown>, then: (input: BookHearing) => boolean = () => true): Promise<{ outcome: unknown; booked: BookHearing[]; freed: string[] }> {
  const booked: BookHearing[] = [];
  const freed: string[] = [];
  court.faults = { bookHearing: failing('the database is away') };
  const outcome = begin().catch((error: { cause?: { details?: unknown[] } }) => error.cause?.details?.[0]);
  const repair = await the.task('repair-step');
  await court.env.sleep(5 * 24 * 60 * minutes);
  court.faults = {
    bookHearing: async (input) => { booked.push(input); return then(input) ? { booked: true, meetingNumber: '600000009', mediaHost: 'media-1' } : { booked: false, refusal: { code: 'double-booking', articles: ['G4'], message: { zh: '已被占用', en: 'taken' } } }; },
    freeBooking: async ({ hearingId }) => { freed.push(hearingId); },
  };
  await the.complete(repair, { action: 'retry' }, people.operations);
  return { outcome: await outcome, booked, freed };
}
/** Three weeks ahead, so that it is still to come when the step has waited. */
async function bookedFarAhead(the: TestCase): Promise<ScheduledHearing> {
  const earliest = await lawfulDay(the) as ShanghaiDay;
  const calendar = await stateCouncilCalendar().load([yearOf(earliest), yearOf(earliest) + 1]);
  const day = nextWorkingDay(calendar, addDays(earliest, 20));
  await the.answer('schedule-hearing', { decision: 'schedule', kind: 'trial', day, startTime: '09:30', durationMinutes: 120, courtroomId: 'c1' });
  await the.until('preparation', () => the.data('stage-entered').at(-1)?.stage === 'preparation');
  return (await the.until('a hearing', () => the.data('hearing-scheduled').at(-1))).hearing;
}
const tooLate = expect.objectContaining({ articles: ['G4', 'CPL-85', 'CPL-139'] });
const moveOf = async (the: TestCase, hearingId: string) => {
  const message: ChangeHearing = { hearingId, reason: '法官另有庭审', change: { do: 'move', day: await lawfulDay(the), startTime: '14:00', durationMinutes: 60, courtroomId: 'c2' }, personId: people.clerk, commandId: randomUUID() };
  return () => the.handle.executeUpdate(updates.changeHearing, { args: [message], updateId: message.commandId });
};

test('the first booking: free again at once, and the clerk may move the case offline', async () => {
  court = await TestCourt.open();
  const the = await court.file();
  await exchanged(the);
  const task = await the.task('schedule-hearing');
  const slot = { decision: 'schedule', kind: 'trial', day: await lawfulDay(the), startTime: '09:30', durationMinutes: 60, courtroomId: 'c1' };
  const { outcome, booked, freed } = await bookedLate(the, () => the.complete(task, slot, people.clerk));
  expect(outcome).toEqual(tooLate);
  expect(freed).toEqual(booked.map(({ hearingId }) => hearingId));
  await the.complete(task, { decision: 'offline', reason: '当事人要求线下开庭' }, people.clerk);
  await the.until('closed', () => the.data('case-closed').some(({ how }) => how === 'offline'));
  expect(the.data('hearing-scheduled')).toEqual([]);
}, 120_000);

test('a move: the hearing has its old time back and stands', async () => {
  court = await TestCourt.open();
  const the = await court.file();
  await exchanged(the);
  const hearing = await bookedFarAhead(the);
  const { outcome, booked } = await bookedLate(the, await moveOf(the, hearing.hearingId));
  expect(outcome).toEqual(tooLate);
  expect(booked).toMatchObject([
    { releases: hearing.hearingId },
    { hearingId: hearing.hearingId, startsAt: hearing.startsAt, endsAt: hearing.endsAt, courtroomId: hearing.courtroomId, releases: booked[0]?.hearingId },
  ]);
  expect(the.data('hearing-scheduled')).toHaveLength(1);
  expect(the.data('hearing-cancelled')).toEqual([]);
}, 120_000);

test('a move whose old time somebody else has taken: the hearing is off, and the clerk schedules anew', async () => {
  court = await TestCourt.open();
  const the = await court.file();
  await exchanged(the);
  const hearing = await bookedFarAhead(the);
  const { outcome, booked, freed } = await bookedLate(the, await moveOf(the, hearing.hearingId), ({ hearingId }) => hearingId !== hearing.hearingId);
  expect(outcome).toMatchObject({ code: 'old-time-taken' });
  expect(freed).toEqual([booked[0]?.hearingId]);
  await the.task('schedule-hearing');
  expect(the.data('hearing-cancelled')).toMatchObject([{ hearingId: hearing.hearingId, by: people.clerk }]);
}, 120_000);
