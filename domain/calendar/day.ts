/**
 * Days as the court counts them: Shanghai's, whatever the zone of the machine.
 * China has had one time all the year since 1991 (UTC+8, no summer time), so a fixed offset is exact
 * for every day that the court deals with. Instants are milliseconds since 1970.
 */

declare const shanghaiDay: unique symbol;

/** A calendar day in Shanghai, 'YYYY-MM-DD'. Days compare as text. */
export type ShanghaiDay = string & { readonly [shanghaiDay]: true };

/** A time of day on a Shanghai clock, 'HH:MM', 00:00 to 23:59. */
export type ClockTime = `${number}:${number}`;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** Reads 'YYYY-MM-DD'; throws RangeError if it is not a day of the calendar (2026-02-30). */
export function shanghaiDayFrom(text: string): ShanghaiDay {
  const day = parseShanghaiDay(text);
  if (day === undefined) throw new RangeError(`Not a day: ${text}`);
  return day;
}

/** As `shanghaiDayFrom`, but undefined for what is not a day. */
export function parseShanghaiDay(text: string): ShanghaiDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== text) return undefined;
  return text as ShanghaiDay;
}

/** The Shanghai day on which the instant falls. */
export function dayOf(instant: number): ShanghaiDay {
  return new Date(instant + OFFSET).toISOString().slice(0, 10) as ShanghaiDay;
}

/** The Shanghai clock at the instant, 'HH:MM'. */
export function clockTimeOf(instant: number): ClockTime {
  return new Date(instant + OFFSET).toISOString().slice(11, 16) as ClockTime;
}

/** The instant of a time on a Shanghai day; throws RangeError for a time such as 24:00. */
export function instantOf(day: ShanghaiDay, time: ClockTime): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a time of day: ${time}`);
  return Date.parse(`${day}T${time}:00Z`) - OFFSET;
}

/** The first and the last millisecond of the day. */
export function boundsOf(day: ShanghaiDay): { readonly first: number; readonly last: number } {
  const first = instantOf(day, '00:00');
  return { first, last: first + DAY - 1 };
}

/** The day so many calendar days later (earlier if negative). */
export function addDays(day: ShanghaiDay, count: number): ShanghaiDay {
  return dayOf(instantOf(day, '12:00') + count * DAY);
}

/** Calendar days from one day to the other; 1 from a day to the next. */
export function daysBetween(from: ShanghaiDay, to: ShanghaiDay): number {
  return Math.round((instantOf(to, '12:00') - instantOf(from, '12:00')) / DAY);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: ShanghaiDay): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sundayIsZero = new Date(`${day}T12:00:00Z`).getUTCDay();
  return (sundayIsZero === 0 ? 7 : sundayIsZero) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

export function yearOf(day: ShanghaiDay): number {
  return Number(day.slice(0, 4));
}
