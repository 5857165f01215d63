import { expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { mostUnavailableDays, refusalOfUnavailable } from './availability.ts';

const today = shanghaiDayFrom('2026-05-11');
const many = Array.from({ length: mostUnavailableDays }, (_, index) => `2026-06-${String(index + 1).padStart(2, '0')}`);
test.each([
  ['tomorrow', ['2026-05-12'], [], null],
  ['two days', ['2026-05-12', '2026-05-20'], [], null],
  ['no day', [], [], 'not-a-day'],
  ['a day that there is not', ['2026-02-30'], [], 'not-a-day'],
  ['today', ['2026-05-11'], [], 'day-is-past'],
  ['in ninety days', ['2026-08-09'], [], null],
  ['in ninety-one days', ['2026-08-10'], [], 'day-too-far'],
  ['as many as may be', many, [], null],
  ['one more', ['2026-05-12'], many, 'too-many-days'],
  ['the same once more', many.slice(0, 1), many, null],
] as const)('days on which somebody cannot attend: %s', (_what, days, before, code) => {
  const refusal = refusalOfUnavailable(days, before, today);
  expect(refusal?.code ?? null).toBe(code);
  if (refusal) expect(refusal.articles).toEqual(['G4', 'CPL-149']);
});
