import { describe, expect, test } from '@jest/globals';
import { instantOf, shanghaiDayFrom } from '#domain/calendar/day.ts';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { withClosingDays, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { recheckHearingDate } from './recheck.ts';

const published: WorkingCalendar = { 2026: calendar2026 };
const closing = (...days: string[]) => withClosingDays(published, days.map(shanghaiDayFrom));
const at = (day: string) => instantOf(shanghaiDayFrom(day), '09:30');

describe('a hearing’s date is looked at again (G4, CPL-85, CPL-139)', () => {
  test.each<[string, WorkingCalendar, string, string, string]>([
    // what became of the calendar,                            calendar,                                       noticed,      held,         answer
    ['nothing changed',                                          published,                                      '2026-05-11', '2026-05-14', 'holds'],
    ['the court closes on the day',                              closing('2026-05-14'),                          '2026-05-11', '2026-05-14', 'not-a-working-day-any-more'],
    ['the court closes on a day of the notice period',           closing('2026-05-13'),                          '2026-05-11', '2026-05-14', 'notice-too-short-now'],
    ['the same, and there was time enough',                      closing('2026-05-13'),                          '2026-05-11', '2026-05-15', 'holds'],
    ['the court closes after it',                                closing('2026-05-18'),                          '2026-05-11', '2026-05-14', 'holds'],
    ['a year that nobody published yet',                         { 2026: { ...calendar2026, provisional: true } }, '2026-05-11', '2026-05-14', 'holds, provisional'],
    ['published as a holiday (the eve of Spring Festival)',      published,                                      '2026-02-09', '2026-02-16', 'not-a-working-day-any-more'],
    ['published as a make-up day: a Saturday is a working day',  published,                                      '2026-02-09', '2026-02-14', 'holds'],
  ])('%s', (_what, calendar, noticed, held, answer) => {
    const checked = recheckHearingDate({ noticedAt: at(noticed), startsAt: at(held), calendar });
    expect(checked.holds ? (checked.provisional ? 'holds, provisional' : 'holds') : checked.problem.code).toBe(answer);
    expect(checked.holds ? checked.articles : checked.problem.articles).toEqual(['G4', 'CPL-85', 'CPL-139']);
  });
});
