import { addDays, daysBetween, shanghaiDayFrom, type ShanghaiDay } from './day.ts';
import type { CalendarYear } from './working-calendar.ts';

/** 国务院办公厅关于2026年部分节假日安排的通知, 4 November 2025. Kept to check what a calendar source says against. */
export const calendar2026: CalendarYear = {
  holidays: [
    ...days('2026-01-01', '2026-01-03'), // 元旦
    ...days('2026-02-15', '2026-02-23'), // 春节
    ...days('2026-04-04', '2026-04-06'), // 清明节
    ...days('2026-05-01', '2026-05-05'), // 劳动节
    ...days('2026-06-19', '2026-06-21'), // 端午节
    ...days('2026-09-25', '2026-09-27'), // 中秋节
    ...days('2026-10-01', '2026-10-07'), // 国庆节
  ],
  makeUpDays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(shanghaiDayFrom),
  provisional: false,
  source: '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）',
};

function days(first: string, last: string): ShanghaiDay[] {
  const from = shanghaiDayFrom(first);
  return Array.from({ length: daysBetween(from, shanghaiDayFrom(last)) + 1 }, (_, index) => addDays(from, index));
}
