import { describe, expect, test } from '@jest/globals';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { instantOf, shanghaiDayFrom, type ClockTime } from '#domain/calendar/day.ts';
import { withClosingDays } from '#domain/calendar/working-calendar.ts';
import { commonSlots, earliestCommonSlot, lawfulDays, type Busy, type SlotSearch } from './slots.ts';

const at = (day: string, time: ClockTime) => instantOf(shanghaiDayFrom(day), time);
const busy = (resourceKind: Busy['resourceKind'], resourceId: string, day: string, from: ClockTime, to: ClockTime): Busy => ({ resourceKind, resourceId, startsAt: at(day, from), endsAt: at(day, to) });
/** Monday, 11 May 2026, ten o'clock: the earliest lawful day is Thursday, the 14th. */
const monday: SlotSearch = { calendar: { 2026: calendar2026 }, now: at('2026-05-11', '10:00'), durationMinutes: 120, busy: [], courtrooms: ['c1', 'c2'] };
const thursday = '2026-05-14';

describe('the earliest common slot (G4, CPL-85, CPL-139)', () => {
  test.each<[string, Partial<SlotSearch>, string]>([
    // who is taken,                             when,                                                                                                    earliest
    ['nobody',                                    {},                                                                                                      '2026-05-14 08:30 c1'],
    ['the judge, until half past ten',            { busy: [busy('judge', 'j', thursday, '08:30', '10:30')] },                                              '2026-05-14 10:30 c1'],
    ['a participant elsewhere, all day',          { busy: [busy('participant', 'p', thursday, '08:30', '18:00')] },                                        '2026-05-15 08:30 c1'],
    ['another member of the panel in the morning', { busy: [busy('judge', 'a', thursday, '08:30', '12:00')] },                                           '2026-05-14 12:00 c1'],
    ['the first courtroom',                       { busy: [busy('courtroom', 'c1', thursday, '08:30', '18:00')] },                                         '2026-05-14 08:30 c2'],
    ['both courtrooms, the clerk afterwards',     { busy: [busy('courtroom', 'c1', thursday, '08:30', '12:00'), busy('courtroom', 'c2', thursday, '08:30', '11:00'), busy('clerk', 'k', thursday, '11:30', '15:00')] }, '2026-05-14 15:00 c1'],
    ['too long for what is left of the day',      { durationMinutes: 240, busy: [busy('judge', 'j', thursday, '08:30', '14:30')] },                         '2026-05-15 08:30 c1'],
    ['the court closes on Wednesday',             { calendar: withClosingDays({ 2026: calendar2026 }, [shanghaiDayFrom('2026-05-13')]) },                  '2026-05-15 08:30 c1'],
    ['before Labour Day, with a make-up day',     { now: at('2026-04-29', '10:00') },                                                                      '2026-05-07 08:30 c1'],
    ['a participant says that Thursday is not possible', { avoid: new Set([thursday]) },                                                                  '2026-05-15 08:30 c1'],
    ['somebody says so of every day',             { avoid: new Set(lawfulDays(monday, 60)) },                                                              '2026-05-14 08:30 c1'],
    ['no courtroom at all',                       { courtrooms: [] },                                                                                      'none'],
  ])('%s', (_who, change, earliest) => {
    const slot = earliestCommonSlot({ ...monday, ...change });
    expect(slot ? `${slot.day} ${slot.startTime} ${slot.courtroomId}` : 'none').toBe(earliest);
  });

  test('a year without a published calendar is marked', () => {
    expect(earliestCommonSlot(monday)?.provisional).toBe(false);
    expect(earliestCommonSlot({ ...monday, calendar: { 2026: { ...calendar2026, provisional: true } } })?.provisional).toBe(true);
    expect(earliestCommonSlot({ ...monday, now: at('2026-12-30', '10:00') })).toMatchObject({ day: '2027-01-04', provisional: true });
  });
});

describe('slots on the days that a clerk looks at', () => {
  test('the usual times, once for each free courtroom; the next hearing may begin when one ends', () => {
    const slots = commonSlots({ ...monday, durationMinutes: 90, busy: [busy('judge', 'j', thursday, '09:00', '10:30'), busy('courtroom', 'c1', thursday, '14:00', '15:00')] }, lawfulDays(monday, 1));
    expect(slots.map(({ startTime, courtroomId }) => `${startTime} ${courtroomId}`)).toEqual(['10:30 c1', '10:30 c2', '14:00 c2', '15:30 c1', '15:30 c2']);
  });

  test('a day that is too early gives none', () => {
    expect(commonSlots(monday, [shanghaiDayFrom('2026-05-13')])).toEqual([]);
  });
});
