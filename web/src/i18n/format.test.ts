import { expect, test } from '@jest/globals';
import { formatBytes, formatInstant, spanBetween } from '#web/i18n/format.ts';

test('instants are shown in Shanghai, on a clock of 24 hours', () => {
  expect(formatInstant('2026-03-05T16:05:00.000Z', 'dateTime', 'zh')).toBe('2026/03/06 00:05');
  expect(formatInstant('2026-03-05T16:05:00.000Z', 'dateTime', 'en')).toBe('6 Mar 2026, 00:05');
  expect(formatInstant('2026-03-05T16:05:09.000Z', 'timeWithSeconds', 'zh')).toBe('00:05:09');
});
test('a day alone is that day in Shanghai', () => expect(formatInstant('2026-03-06', 'day', 'zh')).toBe('2026年3月6日周五'));
test('spans in the largest unit that still tells something', () => {
  expect(spanBetween('2026-03-06T00:00:00Z', '2026-03-06T01:59:59Z')).toEqual({ unit: 'minutes', count: 119 });
  expect(spanBetween('2026-03-06T00:00:00Z', '2026-03-07T23:00:00Z')).toEqual({ unit: 'hours', count: 47 });
  expect(spanBetween('2026-03-06T00:00:00Z', '2026-03-09T23:00:00Z')).toEqual({ unit: 'days', count: 3 });
  expect(spanBetween('2026-03-06T00:00:00Z', '2026-03-05T00:00:00Z')).toEqual({ unit: 'minutes', count: 0 });
});
test('bytes as people read them', () => expect([812, 14_200, 3_000_000, 2_500_000_000].map(formatBytes)).toEqual(['812 B', '14.2 kB', '3.0 MB', '2.50 GB']));
