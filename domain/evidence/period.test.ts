import { describe, expect, test } from '@jest/globals';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { checkPeriod, defaultDays, lastDayOfPeriod, procedureOf, resumedPeriod, type AskedPeriod } from './period.ts';

describe('the last day of the time for evidence (CPL-85: the first day is not counted; a day off moves the end)', () => {
  test.each([
    // told on,     days, last day,      why
    ['2026-05-11', 15, '2026-05-26', 'fifteen days, a Tuesday'],
    ['2026-05-08', 15, '2026-05-25', 'the fifteenth day is a Saturday: Monday'],
    ['2026-09-16', 15, '2026-10-08', 'ends in the National Day holiday: the first working day after it'],
    ['2026-05-11', 7, '2026-05-18', 'seven days, a Monday'],
  ])('%s and %d days: %s (%s)', (from, days, last) => {
    const { value, articles } = lastDayOfPeriod({ 2026: calendar2026 }, shanghaiDayFrom(from), days);
    expect(value).toBe(last);
    expect(articles).toEqual(['CPL-68', 'EVD-51', 'CPL-85']);
  });
});

describe('how long it may be (EVD-51, EVD-54)', () => {
  const table: [AskedPeriod['procedure'], number, AskedPeriod['basis'], string, string][] = [
    // procedure,       days, set by,     decision,           articles
    ['firstOrdinary', 15, 'court', 'allowed', ''],
    ['firstOrdinary', 14, 'court', 'period-too-short', 'EVD-51'],
    ['firstOrdinary', 5, 'agreed', 'allowed', ''],
    ['second', 10, 'court', 'allowed', ''],
    ['second', 9, 'court', 'period-too-short', 'EVD-51'],
    ['simplified', 15, 'court', 'allowed', ''],
    ['simplified', 16, 'court', 'period-too-long', 'EVD-51'],
    ['simplified', 3, 'court', 'allowed', ''],
    ['smallClaim', 7, 'court', 'allowed', ''],
    ['smallClaim', 16, 'court', 'period-too-long', 'EVD-51'],
    ['firstOrdinary', 20, 'extended', 'allowed', ''],
    ['firstOrdinary', 15, 'extended', 'period-not-longer', 'EVD-54'],
    ['firstOrdinary', 0, 'agreed', 'period-not-days', 'EVD-51'],
  ];
  test.each(table)('%s, %d days, %s: %s %s', (procedure, days, basis, decision, articles) => {
    const refusal = checkPeriod({ procedure, days, basis }, { days: 15 });
    expect(refusal?.code ?? 'allowed').toBe(decision);
    expect(refusal?.articles.join() ?? '').toBe(articles);
  });
});

test('the days given without a decision are lawful in every procedure', () => {
  const procedures = [procedureOf('first', 'ordinary'), procedureOf('first', 'simple'), procedureOf('second', 'ordinary'), procedureOf(undefined, undefined)];
  expect(procedures).toEqual(['firstOrdinary', 'simplified', 'second', 'firstOrdinary']);
  for (const procedure of procedures) expect(checkPeriod({ procedure, days: defaultDays, basis: 'court' }, { days: 0 })).toBeUndefined();
});

describe('the proceedings are suspended and resumed (CPL-153)', () => {
  const period = { procedure: 'firstOrdinary', days: 15, basis: 'court', from: shanghaiDayFrom('2026-05-11'), lastDay: shanghaiDayFrom('2026-05-26') } as const;
  test.each([
    // suspended,  resumed,      last day
    ['2026-05-12', '2026-06-01', '2026-06-15'], // fourteen days were left
    ['2026-05-25', '2026-06-01', '2026-06-02'],
    ['2026-05-26', '2026-06-01', '2026-06-01'], // the last day itself
    ['2026-05-21', '2026-06-01', '2026-06-08'], // five days were left; the 6th is a Saturday
    ['2026-05-12', '2026-05-12', '2026-05-26'], // on the same day: nothing is lost
    ['2026-05-27', '2026-06-01', undefined], // it was over before
  ] as const)('suspended on %s, resumed on %s: until %s', (suspendedOn, resumedOn, last) => {
    expect(resumedPeriod({ 2026: calendar2026 }, period, shanghaiDayFrom(suspendedOn), shanghaiDayFrom(resumedOn))?.lastDay).toBe(last);
  });
});
