import { expect, test } from '@jest/globals';
import { givenDay, givenMoment } from './given-day.ts';

test.each([
  ['2026-12-24', true], ['2005-01-01', true], ['2098-12-31', true],
  // Days that there are, of years that no rule can reckon with.
  ['0001-01-01', false], ['2004-12-31', false], ['2099-01-01', false], ['9999-12-31', false],
  ['2026-02-30', false], ['2026-2-3', false], ['', false],
])('the day %s: %s', (day, taken) => {
  expect(givenDay.safeParse(day).success).toBe(taken);
  expect(givenMoment.safeParse(`${day}T08:00:00+08:00`).success).toBe(taken);
});
