import { addDays, shanghaiDayFrom, type ShanghaiDay } from '#domain/calendar/day.ts';

/**
 * The days off that the law itself names, whatever the State Council will publish: 《全国年节及纪念日放假办法》,
 * article 2, as amended on 10 November 2024 (in force 1 January 2025). For years that are not published yet;
 * days bridged to them and make-up days are unknown then.
 */
export function statutoryHolidays(year: number): readonly ShanghaiDay[] {
  const on = (monthAndDay: string) => shanghaiDayFrom(`${year}-${monthAndDay}`);
  const newYear = lunarDay(year, 1, 1);
  return [
    on('01-01'), // 元旦
    addDays(newYear, -1), newYear, addDays(newYear, 1), addDays(newYear, 2), // 春节: the eve and the first three days
    qingming(year), // 清明节
    on('05-01'), on('05-02'), // 劳动节
    lunarDay(year, 5, 5), // 端午节
    lunarDay(year, 8, 15), // 中秋节
    on('10-01'), on('10-02'), on('10-03'), // 国庆节
  ].sort();
}

/** Chinese calendar of the platform's own data (ICU); noon UTC is the same day in Shanghai. */
const chineseCalendar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** The day of the year with this month and day of the Chinese calendar; a leap month ("5bis") does not count. */
function lunarDay(year: number, month: number, dayOfMonth: number): ShanghaiDay {
  for (let day = shanghaiDayFrom(`${year}-01-15`); day.startsWith(`${year}-`); day = addDays(day, 1)) {
    const parts = chineseCalendar.formatToParts(new Date(`${day}T12:00:00Z`));
    const value = (type: string) => parts.find((part) => part.type === type)?.value;
    if (value('month') === String(month) && value('day') === String(dayOfMonth)) return day;
  }
  throw new RangeError(`No day ${month}/${dayOfMonth} of the Chinese calendar in ${year}`);
}

/** 清明 falls on 4 or 5 April; the usual formula of the 21st century. */
function qingming(year: number): ShanghaiDay {
  const twoDigits = year % 100;
  const dayOfApril = Math.floor(twoDigits * 0.2422 + 4.81) - Math.floor(twoDigits / 4);
  return shanghaiDayFrom(`${year}-04-${String(dayOfApril).padStart(2, '0')}`);
}
