import { describe, expect, test } from '@jest/globals';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { shanghaiDayFrom, weekdayOf, yearOf } from '#domain/calendar/day.ts';
import { addWorkingDays } from '#domain/calendar/working-calendar.ts';
import type { CalendarSource } from './port.ts';

/** What every calendar source must do, whatever it reads. */
export function calendarSourceContract(name: string, make: () => CalendarSource): void {
  describe(`${name} keeps the contract of a calendar source`, () => {
    test('2026 is the State Council\'s calendar, day by day', async () => {
      const year = (await make().load([2026]))[2026];
      expect(year?.holidays).toEqual(calendar2026.holidays);
      expect(year?.makeUpDays).toEqual(calendar2026.makeUpDays);
      expect(year?.provisional).toBe(false);
    });

    test('all years asked for come, each with days of its own', async () => {
      const calendar = await make().load([2025, 2026, 2027]);
      expect(Object.keys(calendar)).toEqual(['2025', '2026', '2027']);
      for (const [year, data] of Object.entries(calendar)) {
        expect([...data.holidays, ...data.makeUpDays].every((day) => yearOf(day) === Number(year))).toBe(true);
        expect(data.makeUpDays.every((day) => weekdayOf(day) >= 6)).toBe(true);
        expect(new Set(data.holidays).size).toBe(data.holidays.length);
      }
    });

    test('a year that is not published is provisional, with the days off of the law and no make-up days', async () => {
      const year = (await make().load([2049]))[2049];
      expect(year?.provisional).toBe(true);
      expect(year?.makeUpDays).toEqual([]);
      expect(year?.holidays).toEqual(expect.arrayContaining(['2049-01-01', '2049-05-01', '2049-10-01'].map(shanghaiDayFrom)));
      expect(year?.holidays.length).toBeGreaterThanOrEqual(12);
    });

    test('it is plain data: it survives a trip through JSON', async () => {
      const calendar = await make().load([2026]);
      const travelled: typeof calendar = JSON.parse(JSON.stringify(calendar));
      expect(travelled).toEqual(calendar);
      expect(addWorkingDays(travelled, shanghaiDayFrom('2026-04-29'), 3)).toBe('2026-05-07');
    });

    test.each([1999, 2100, 2026.5])('%d is refused', async (year) => {
      await expect(make().load([year])).rejects.toThrow(RangeError);
    });
  });
}
