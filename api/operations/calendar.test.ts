/** The court's calendar (G4, CPL-85): closing days by the manager alone, on record; open cases hear of each; the week shows to each what they may see. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { notePublished, untoldChanges } from '#db/queries/closing-days.ts';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { tellChanges } from '#worker/calendar-watch.ts';
import { calendar } from './calendar.ts';
import { cases } from './cases.ts';

let court: OperationsCourt;
// Monday, 11 May 2026.
beforeAll(async () => { court = await openOperationsCourt(); }, 60_000);
afterAll(() => court.close());

const add = (who: 'manager' | 'clerk' | 'plaintiff', day: string) => call(calendar.addClosingDay, { day, reason: '机房检修' }, { context: court.as(who) });
const changes = async () => (await untoldChanges(court.sql)).map(({ what }) => what);

test('a manager sets a closing day and takes it back: both stay on record, each is a change that cases hear of', async () => {
  const set = await add('manager', '2026-05-14');
  expect(set.closingDays).toMatchObject([{ day: '2026-05-14', reason: '机房检修', addedBy: '吴管理', removedAt: null }]);
  await add('manager', '2026-05-14');
  expect(await changes()).toEqual([{ what: 'closing-day-added', day: '2026-05-14', reason: '机房检修' }]);
  const back = await call(calendar.removeClosingDay, { day: '2026-05-14', reason: '检修改期' }, { context: court.as('manager') });
  expect(back.closingDays).toMatchObject([{ day: '2026-05-14', removedBy: '吴管理', removalReason: '检修改期' }]);
  expect(await changes()).toHaveLength(2);
  expect((await add('manager', '2026-05-14')).closingDays).toHaveLength(2);
});

test.each([
  ['a clerk', 'clerk', '2026-05-20', 'REFUSED', 'not-your-office'],
  ['a party', 'plaintiff', '2026-05-20', 'NOT_FOUND', undefined],
  ['a day that has passed', 'manager', '2026-05-08', 'REFUSED', 'closing-day-passed'],
  ['today', 'manager', '2026-05-11', 'REFUSED', 'closing-day-passed'],
  ['a Saturday', 'manager', '2026-05-16', 'REFUSED', 'closed-anyway'],
  ['a day that there is not', 'manager', '2026-02-30', 'REFUSED', 'not-a-day'],
] as const)('%s: refused', async (_what, who, day, code, rule) => {
  const error = await errorOf(add(who, day));
  expect(error.code === 'BAD_REQUEST' ? 'REFUSED' : error.code).toBe(code);
  if (rule && error.code === 'REFUSED') expect(error.data['code']).toBe(rule);
});

test('the clerk’s slots leave the closing day out', async () => {
  const { caseId } = await court.acceptedCase();
  const { earliestDay, slots } = await call(cases.slots, { caseId, durationMinutes: 120 }, { context: court.as('clerk') });
  expect(earliestDay).toBe('2026-05-15');
  expect(slots.map(({ day }) => day)).not.toContain('2026-05-14');
});

test('every open case is told of each change; what breaks off on the way is told again', async () => {
  const { caseId } = await court.acceptedCase();
  const told: string[] = [];
  let broken = true;
  const temporal = { workflow: { getHandle: (id: string) => ({ signal: async () => { if (broken && told.length === 1) throw new Error('away'); told.push(id); } }) } } as never;
  const watched = { sql: court.sql, temporal, calendar: stateCouncilCalendar() };
  await expect(tellChanges(watched)).rejects.toThrow('away');
  const waiting = (await changes()).length;
  expect(waiting).toBeGreaterThan(0);
  broken = false;
  expect(await tellChanges(watched)).toBe(waiting);
  expect(told).toContain(`case-${caseId}`);
  expect(await tellChanges(watched)).toBe(0);
});

test('a year that is published after it was provisional is a change, once; one that was always published is none', async () => {
  await notePublished(court.sql, { 2026: calendar2026, 2027: { ...calendar2026, provisional: true } });
  expect(await changes()).toEqual([]);
  for (let look = 0; look < 2; look += 1) await notePublished(court.sql, { 2026: calendar2026, 2027: { ...calendar2026, provisional: false } });
  expect(await changes()).toEqual([{ what: 'year-published', year: 2027 }]);
});

test('the week: whose case it is sees it, other staff see that the time is taken, a party nothing', async () => {
  const theCase = await court.acceptedCase();
  const hearingId = await theCase.scheduleHearing();
  const week = async (who: 'clerk' | 'clerk2' | 'manager') => (await call(calendar.week, { day: '2026-05-21', durationMinutes: 120 }, { context: court.as(who) })).hearings.find((one) => one.hearingId === hearingId);
  expect(await week('clerk')).toMatchObject({ courtroomId: 'c1', judge: '王审判', case: { caseId: theCase.caseId } });
  expect(await week('manager')).toMatchObject({ case: { caseId: theCase.caseId } });
  expect(await week('clerk2')).toMatchObject({ courtroomId: 'c1', judge: '王审判', case: null });
  expect((await errorOf(call(calendar.week, { day: '2026-05-21', durationMinutes: 120 }, { context: court.as('plaintiff') }))).code).toBe('NOT_FOUND');
  await theCase.note('hearing-moved', { hearingId, to: randomUUID(), why: '法官另有庭审', by: court.people.clerk.personId });
  expect(await week('clerk')).toBeUndefined();
  const { days } = await call(calendar.week, { day: '2026-05-16', durationMinutes: 120 }, { context: court.as('clerk') });
  expect(days.map(({ day, why }) => `${day} ${why}`)).toEqual(['2026-05-11 workday', '2026-05-12 workday', '2026-05-13 workday', '2026-05-14 closing', '2026-05-15 workday', '2026-05-16 weekend', '2026-05-17 weekend']);
});
