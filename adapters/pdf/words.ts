/** How the court's documents write days, times and counts. All times are Shanghai's, whatever the server's zone. */

interface Clock { year: number; month: number; day: number; hour: number; minute: number; second: number; weekday: number }

const shanghaiOffset = 8 * 3_600_000; // China has kept one zone without summer time since 1992.

function shanghai(instant: string): Clock {
  const at = new Date(Date.parse(instant) + shanghaiOffset);
  return {
    year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(),
    hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), weekday: at.getUTCDay(),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** 2026年3月9日 */
export function day(instant: string): string {
  const { year, month, day: date } = shanghai(instant);
  return `${year}年${month}月${date}日`;
}

/** 2026-03-09 */
export function shortDay(instant: string): string {
  const { year, month, day: date } = shanghai(instant);
  return `${year}-${two(month)}-${two(date)}`;
}

/** 2026年3月9日（星期一）上午9时00分 */
export function appointment(instant: string): string {
  const { hour, minute, weekday } = shanghai(instant);
  const half = hour < 12 ? '上午' : '下午';
  return `${day(instant)}（星期${'日一二三四五六'.charAt(weekday)}）${half}${hour}时${two(minute)}分`;
}

/** 2026年3月9日9时00分 */
export function dayAndTime(instant: string): string {
  const { hour, minute } = shanghai(instant);
  return `${day(instant)}${hour}时${two(minute)}分`;
}

/** 09:05:07 */
export function clock(instant: string): string {
  const { hour, minute, second } = shanghai(instant);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** The day under a document: 二〇二六年三月九日 */
export function signedDay(instant: string): string {
  const { year, month, day: date } = shanghai(instant);
  const digits = [...String(year)].map((digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('');
  return `${digits}年${count(month)}月${count(date)}日`;
}

/** 1 to 99 in Chinese: 一, 十, 十一, 二十, 九十九. */
export function count(value: number): string {
  const ones = '〇一二三四五六七八九';
  if (value < 10) return ones.charAt(value);
  const tens = Math.floor(value / 10);
  const rest = value % 10;
  return `${tens === 1 ? '' : ones.charAt(tens)}十${rest === 0 ? '' : ones.charAt(rest)}`;
}

/** How long from one instant to another: 1小时02分03秒, 45秒. */
export function duration(from: string, to: string): string {
  const seconds = Math.round((Date.parse(to) - Date.parse(from)) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  if (hours > 0) return `${hours}小时${two(minutes)}分${two(rest)}秒`;
  return minutes > 0 ? `${minutes}分${two(rest)}秒` : `${rest}秒`;
}
