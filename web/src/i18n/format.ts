/**
 * Days and times as the court writes them: always Shanghai's, whatever the zone of the device, on a clock of 24 hours.
 * Instants are ISO 8601 in UTC.
 */
import type { Language } from '#web/i18n/languages.ts';

const zone = 'Asia/Shanghai';
const locale: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

const formats = {
  dateTime: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayTime: { month: 'short', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  shortDay: { month: 'short', day: 'numeric', weekday: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeWithSeconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type InstantFormat = keyof typeof formats;

/** Day and month as two numbers are read one way in one country and the other way in another: English names the month. */
const inEnglish: Partial<Record<InstantFormat, Intl.DateTimeFormatOptions>> = { dateTime: { ...formats.dateTime, month: 'short', day: 'numeric' } };

const made = new Map<string, Intl.DateTimeFormat>();

/** @param instant ISO 8601; a day alone (`2026-03-06`) is that day in Shanghai. */
export function formatInstant(instant: string, format: InstantFormat, language: Language): string {
  const key = `${language}/${format}`;
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...((language === 'en' && inEnglish[format]) || formats[format]) });
  made.set(key, formatter);
  return formatter.format(new Date(/^\d{4}-\d{2}-\d{2}$/.test(instant) ? `${instant}T00:00:00+08:00` : instant));
}

export interface Span { unit: 'minutes' | 'hours' | 'days'; count: number }

/** @returns the time between two instants in the largest unit that still tells something, rounded down. */
export function spanBetween(from: string, to: string): Span {
  const minutes = Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000));
  if (minutes < 120) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / (24 * 60)) };
}

/** Bytes as people read them: 812 B, 14.2 kB, 3.0 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
