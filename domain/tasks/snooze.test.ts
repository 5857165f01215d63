import { expect, test } from '@jest/globals';
import { checkSnooze } from './snooze.ts';

const now = new Date('2026-05-11T02:00:00.000Z');

test.each([
  // due,                       overdue, comes back,                  refused as
  ['2026-05-20T15:59:59.999Z',  false,   '2026-05-19T01:00:00.000Z',  null],
  [null,                        false,   '2026-06-19T01:00:00.000Z',  null],
  ['2026-05-20T15:59:59.999Z',  false,   '2026-05-20T15:59:59.999Z',  'snooze-past-due'],
  ['2026-05-20T15:59:59.999Z',  false,   '2026-05-25T01:00:00.000Z',  'snooze-past-due'],
  ['2026-05-20T15:59:59.999Z',  true,    '2026-05-19T01:00:00.000Z',  'snooze-overdue'],
  ['2026-05-10T15:59:59.999Z',  false,   '2026-05-19T01:00:00.000Z',  'snooze-overdue'],
  [null,                        false,   '2026-05-11T02:00:00.000Z',  'snooze-in-the-past'],
  [null,                        false,   '2026-08-11T02:00:00.000Z',  'snooze-too-long'],
] as const)('due %s, overdue %s, back at %s: %s', (dueAt, overdue, until, code) => {
  expect(checkSnooze({ dueAt, overdue }, until, now)?.code ?? null).toBe(code);
});
