import { expect, test } from '@jest/globals';
import { countMarks, inOrder, steadyRows } from '#web/staff/queue/steady-rows.ts';

interface Row { id: string; due: number }
const row = (id: string, due = 1): Row => ({ id, due });
const idOf = ({ id }: Row): string => id;
const marks = (rows: ReturnType<typeof steadyRows<Row>>): string => rows.map(({ row: { id }, mark }) => `${id}${mark ? `:${mark}` : ''}`).join(' ');

test('what was there keeps its place, what is gone stays marked, what is new comes below', () => {
  const shown = inOrder([row('a'), row('b'), row('c')]);
  const next = steadyRows(shown, [row('d'), row('c'), row('a')], idOf);
  expect(marks(next)).toBe('a b:gone c d:new');
  expect(countMarks(next)).toEqual({ fresh: 1, gone: 1 });
});

test('a row’s own changes are shown at once, in its place', () => {
  expect(steadyRows(inOrder([row('a', 1), row('b', 2)]), [row('b', 0), row('a', 9)], idOf).map((steady) => steady.row.due)).toEqual([9, 0]);
});

test('what comes back is no longer gone; what is new stays marked until it is put in order', () => {
  const first = steadyRows(inOrder([row('a')]), [row('b')], idOf);
  expect(marks(first)).toBe('a:gone b:new');
  expect(marks(steadyRows(first, [row('a'), row('b')], idOf))).toBe('a b:new');
});
