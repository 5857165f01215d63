import { describe, expect, test } from '@jest/globals';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { instantOf, shanghaiDayFrom, type ClockTime } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { checkHearingTime, earliestLawfulDay, type HearingTime } from './notice.ts';

const calendar = { 2026: calendar2026 };
const day = shanghaiDayFrom;
const at = (text: string, time: ClockTime) => instantOf(day(text), time);

/** A hearing from 09:30 to 11:30, notice sent at 10:00 on the notice day, unless told otherwise. */
function hearing(noticeDay: string, on: string, more: Partial<HearingTime> = {}): HearingTime {
  return { noticeDay: day(noticeDay), start: at(on, '09:30'), end: at(on, '11:30'), calendar, now: at(noticeDay, '10:00'), ...more };
}

describe('earliest lawful day after a notice (G4, CPL-85, CPL-139)', () => {
  test.each([
    // notice on,   earliest,     because
    ['2026-05-11', '2026-05-14', 'Monday: Tuesday, Wednesday, Thursday'],
    ['2026-05-14', '2026-05-19', 'Thursday: over the weekend'],
    ['2026-05-15', '2026-05-20', 'Friday'],
    ['2026-05-16', '2026-05-20', 'Saturday: as on Friday, the weekend is not counted'],
    ['2026-05-06', '2026-05-09', 'Wednesday: Saturday 9 May is a make-up day'],
    ['2026-04-29', '2026-05-07', 'before Labour Day: 30 April, 6 and 7 May'],
    ['2026-02-13', '2026-02-25', 'before the Spring Festival: 14 February is a make-up day, then 24 and 25'],
    ['2026-09-29', '2026-10-09', 'before the National Day: 30 September, 8 and 9 October'],
    ['2026-12-30', '2027-01-04', 'into a year not published yet: weekends alone'],
  ])('notice on %s: %s (%s)', (notice, earliest) => {
    expect(earliestLawfulDay(calendar, day(notice))).toBe(earliest);
  });
});

describe('times that are refused', () => {
  test.each([
    // notice on,   hearing on,   code,                            earliest
    ['2026-05-11', '2026-05-12', 'notice-too-short',             '2026-05-14'],
    ['2026-05-11', '2026-05-13', 'notice-too-short',             '2026-05-14'],
    ['2026-04-29', '2026-05-06', 'notice-too-short',             '2026-05-07'],
    ['2026-04-28', '2026-05-01', 'hearing-not-on-a-working-day', '2026-05-06'], // Labour Day, a Friday
    ['2026-05-11', '2026-05-16', 'hearing-not-on-a-working-day', '2026-05-14'], // Saturday
    ['2026-05-11', '2026-05-08', 'hearing-in-the-past',          '2026-05-14'],
    ['2026-05-11', '2026-05-11', 'hearing-in-the-past',          '2026-05-14'], // 09:30, the notice is at 10:00
  ])('notice on %s for %s: %s, earliest %s', (notice, on, code, earliest) => {
    const outcome = checkHearingTime(hearing(notice, on));
    if (!isRefusal(outcome)) throw new Error('expected a refusal');
    expect({ code: outcome.code, earliest: outcome.data?.earliestLawfulDay }).toEqual({ code, earliest });
    expect(outcome.articles).toEqual(['G4', 'CPL-85', 'CPL-139']);
    expect(outcome.message.zh).toContain(earliest);
    expect(outcome.message.en).toContain(earliest);
  });

  test.each([
    ['08:00', '10:00'], // before the court opens
    ['17:00', '18:30'], // after it closes
  ] as const)('from %s to %s: outside the court\'s hours', (from, to) => {
    expect(checkHearingTime(hearing('2026-05-11', '2026-05-14', { start: at('2026-05-14', from), end: at('2026-05-14', to) })))
      .toMatchObject({ code: 'hearing-outside-court-hours' });
  });

  test('a hearing that ends on the next day is outside the court\'s hours', () => {
    expect(checkHearingTime(hearing('2026-05-11', '2026-05-14', { end: at('2026-05-15', '09:00') })))
      .toMatchObject({ code: 'hearing-outside-court-hours' });
  });

  test('a hearing that ends before it begins', () => {
    expect(checkHearingTime(hearing('2026-05-11', '2026-05-14', { end: at('2026-05-14', '09:00') })))
      .toMatchObject({ code: 'hearing-ends-before-it-begins' });
  });

  test('an old notice does not make a past day the earliest', () => {
    const outcome = checkHearingTime(hearing('2026-05-11', '2026-05-15', { now: at('2026-05-20', '10:00') }));
    expect(outcome).toMatchObject({ code: 'hearing-in-the-past', data: { earliestLawfulDay: '2026-05-25' } });
  });
});

describe('times that are lawful', () => {
  test.each([
    // notice on,   hearing on,   days, provisional, articles
    ['2026-05-11', '2026-05-14', 3, false, ['G4', 'CPL-85', 'CPL-139']],
    ['2026-05-06', '2026-05-09', 3, false, ['G4', 'CPL-85', 'CPL-139']], // on a make-up Saturday
    ['2026-05-11', '2026-06-01', 15, false, ['G4', 'CPL-85', 'CPL-139']],
    ['2026-12-28', '2027-01-05', 6, true, ['G4', 'CPL-85', 'CPL-139']],
    ['2023-06-05', '2023-06-08', 3, true, ['G4']], // before the numbering of the 2023 amendment
  ])('notice on %s for %s: %d working days, provisional %s', (notice, on, workingDays, provisional, articles) => {
    const outcome = checkHearingTime(hearing(notice, on));
    expect(outcome).toMatchObject({ value: { day: on, workingDays, provisional }, articles });
  });

  test.each([
    ['civil', ['G4', 'CPL-85', 'CPL-139']], ['administrative', ['G4', 'APL-101', 'CPL-85', 'CPL-139']], ['criminal', ['G4', 'CRPL-105', 'CRPL-187']],
  ] as const)('a %s case under its own law', (caseType, articles) => {
    expect(checkHearingTime(hearing('2026-05-11', '2026-05-14', { caseType }))).toMatchObject({ articles });
  });
});
