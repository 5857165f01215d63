import { describe, expect, test } from '@jest/globals';
import { addDays, boundsOf, clockTimeOf, dayOf, daysBetween, instantOf, parseShanghaiDay, shanghaiDayFrom, weekdayOf, type ClockTime } from './day.ts';

const day = shanghaiDayFrom;

describe('the Shanghai day of an instant', () => {
  test.each([
    ['2026-05-06T15:59:59.999Z', '2026-05-06', '23:59'],
    ['2026-05-06T16:00:00.000Z', '2026-05-07', '00:00'], // midnight in Shanghai
    ['2025-12-31T16:00:00.000Z', '2026-01-01', '00:00'],
    ['2026-05-06T01:30:00.000Z', '2026-05-06', '09:30'],
  ])('%s is %s %s', (instant, expectedDay, expectedTime) => {
    expect(dayOf(Date.parse(instant))).toBe(expectedDay);
    expect(clockTimeOf(Date.parse(instant))).toBe(expectedTime);
  });

  test('day and time make the instant again', () => {
    expect(new Date(instantOf(day('2026-05-07'), '09:30')).toISOString()).toBe('2026-05-07T01:30:00.000Z');
  });

  test('a day lasts from its first to its last millisecond', () => {
    const { first, last } = boundsOf(day('2026-05-07'));
    expect([dayOf(first), dayOf(last)]).toEqual(['2026-05-07', '2026-05-07']);
    expect([dayOf(first - 1), dayOf(last + 1)]).toEqual(['2026-05-06', '2026-05-08']);
  });
});

describe('counting', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s plus %d is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  test('weekdays', () => {
    expect([weekdayOf(day('2026-05-04')), weekdayOf(day('2026-05-09')), weekdayOf(day('2026-05-10'))]).toEqual([1, 6, 7]);
  });
});

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '26-01-01', '', '2026-01-01T00:00'])('%p is not a day', (text) => {
  expect(parseShanghaiDay(text)).toBeUndefined();
});

test.each(['24:00', '9:30', '09:60'])('%p is not a time of day', (time) => {
  expect(() => instantOf(day('2026-05-07'), time as ClockTime)).toThrow(RangeError);
});
