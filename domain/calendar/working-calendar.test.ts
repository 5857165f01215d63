import { describe, expect, test } from '@jest/globals';
import { calendar2026 } from './calendar-2026.ts';
import { shanghaiDayFrom } from './day.ts';
import { addWorkingDays, isWorkingDay, restsOnProvisionalYear, workingDaysBetween, type WorkingCalendar } from './working-calendar.ts';

const day = shanghaiDayFrom;
const calendar: WorkingCalendar = { 2026: calendar2026 };

describe('working days of 2026', () => {
  test.each([
    ['2026-01-02', false, 'Friday inside the New Year holiday'],
    ['2026-01-04', true,  'Sunday, make-up day for the New Year'],
    ['2026-02-14', true,  'Saturday, make-up day for the Spring Festival'],
    ['2026-02-16', false, 'New Year\'s Eve'],
    ['2026-02-23', false, 'Monday, last day of the Spring Festival holiday'],
    ['2026-02-24', true,  'Tuesday after it'],
    ['2026-02-28', true,  'Saturday, make-up day'],
    ['2026-04-06', false, 'Monday of 清明节'],
    ['2026-05-09', true,  'Saturday, make-up day for Labour Day'],
    ['2026-05-10', false, 'an ordinary Sunday'],
    ['2026-06-19', false, 'Friday of 端午节'],
    ['2026-09-20', true,  'Sunday, make-up day for the National Day'],
    ['2026-10-10', true,  'Saturday, make-up day'],
    ['2026-10-12', true,  'an ordinary Monday'],
  ])('%s works: %s (%s)', (text, expected) => {
    expect(isWorkingDay(calendar, day(text))).toBe(expected);
  });

  test('2026 has 33 days off by notice and 248 working days', () => {
    expect(calendar2026.holidays).toHaveLength(33);
    expect(workingDaysBetween(calendar, day('2025-12-31'), day('2026-12-31'))).toBe(248);
  });
});

describe('so many working days later, the first day not counted', () => {
  test.each([
    ['2026-05-11', 1, '2026-05-12'],
    ['2026-05-11', 3, '2026-05-14'],
    ['2026-05-14', 3, '2026-05-19'], // over a weekend
    ['2026-04-29', 3, '2026-05-07'], // 30 April, then 6 and 7 May after the holiday
    ['2026-05-06', 3, '2026-05-09'], // 7, 8 and the Saturday that is a make-up day
    ['2026-02-13', 3, '2026-02-25'], // 14 (make-up), 24, 25
    ['2026-09-29', 3, '2026-10-09'], // 30 September, 8 and 9 October
    ['2026-05-09', 0, '2026-05-09'],
    ['2026-05-10', 0, '2026-05-11'],
  ])('%s plus %d is %s', (from, count, to) => {
    expect(addWorkingDays(calendar, day(from), count)).toBe(to);
    if (count > 0) expect(workingDaysBetween(calendar, day(from), day(to))).toBe(count);
  });

  test('the court\'s own closing days are not counted', () => {
    const closed: WorkingCalendar = { 2026: { ...calendar2026, closingDays: [day('2026-05-12')] } };
    expect(addWorkingDays(closed, day('2026-05-11'), 3)).toBe('2026-05-15');
  });

  test('a negative or broken count is refused', () => {
    expect(() => addWorkingDays(calendar, day('2026-05-11'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, day('2026-05-11'), 1.5)).toThrow(RangeError);
  });
});

describe('a year that is not published yet', () => {
  test.each([
    ['2026-12-01', '2026-12-31', false],
    ['2026-12-30', '2027-01-05', true],
    ['2027-03-01', '2027-03-04', true],
  ])('a count from %s to %s rests on one: %s', (from, to, expected) => {
    expect(restsOnProvisionalYear(calendar, day(from), day(to))).toBe(expected);
  });
});
