import { expect, test } from '@jest/globals';
import { clockOf, msOf } from './clock-of.ts';

test.each([[0, '0:00:00'], [61_000, '0:01:01'], [3_725_900, '1:02:05']])('%d ms is %s', (ms, clock) => expect(clockOf(ms)).toBe(clock));
test.each([['0:00:00', 0], ['1:02:05', 3_725_000], ['12:30', 750_000], ['x', null], ['1:2', null], ['0:61:00', 3_660_000], ['', null]])('%s is %p', (clock, ms) => expect(msOf(clock)).toBe(ms));
