import { createRequire } from 'node:module';
import { z } from 'zod';
import { parseShanghaiDay, shanghaiDayFrom, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import type { CalendarYear, WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { CalendarSource } from './port.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

/**
 * The State Council's notices as the package chinese-days collects them. Its data file is read, not its functions:
 * those format days in the zone of the machine. Nothing is written; dying here leaves nothing behind.
 */
const day = z.string().refine((text) => parseShanghaiDay(text) !== undefined, 'not a day');
const publishedSchema = z.object({
  /** Day to "Spring Festival,春节,4": name in English and Chinese, days off by law. */
  holidays: z.record(day, z.string()),
  workdays: z.record(day, z.string()),
});

export function stateCouncilCalendar(): CalendarSource {
  const published = publishedSchema.parse(createRequire(import.meta.url)('chinese-days/dist/chinese-days.json'));
  const holidays = daysByYear(published.holidays);
  const makeUpDays = daysByYear(published.workdays);
  // Only the notice for a year holds its Spring Festival; the notice for the year before may hold its first days.
  const publishedYears = new Set(Object.entries(published.holidays)
    .filter(([, name]) => name.includes('春节')).map(([text]) => yearOf(shanghaiDayFrom(text))));

  function calendarYear(year: number): CalendarYear {
    if (!Number.isInteger(year) || year < 2004 || year > 2099) throw new RangeError(`Not a year of the calendar: ${year}`);
    if (publishedYears.has(year)) {
      return { holidays: holidays.get(year) ?? [], makeUpDays: makeUpDays.get(year) ?? [], provisional: false, source: `国务院办公厅关于${year}年部分节假日安排的通知` };
    }
    const early = holidays.get(year) ?? [];
    const known = new Set([...early, ...statutoryHolidays(year)]);
    return { holidays: [...known].sort(), makeUpDays: makeUpDays.get(year) ?? [], provisional: true, source: '全国年节及纪念日放假办法' };
  }

  // A year that is not published takes 20 ms to reckon by the moon, and every case asks for it.
  const reckoned = new Map<number, CalendarYear>();
  function remembered(year: number): CalendarYear {
    const known = reckoned.get(year) ?? calendarYear(year);
    reckoned.set(year, known);
    return known;
  }

  return {
    async load(years): Promise<WorkingCalendar> {
      return Object.fromEntries(years.map((year) => [year, remembered(year)]));
    },
  };
}

function daysByYear(days: Record<string, string>): Map<number, ShanghaiDay[]> {
  const byYear = new Map<number, ShanghaiDay[]>();
  for (const text of Object.keys(days).sort()) {
    const found = shanghaiDayFrom(text);
    byYear.set(yearOf(found), [...(byYear.get(yearOf(found)) ?? []), found]);
  }
  return byYear;
}
