import { expect, test } from '@jest/globals';
import { slotsByDay } from '#web/staff/task/slots.ts';

test('slots are read by day, then by time, with the courtrooms that are free then', () => {
  const slot = (day: string, startTime: string, courtroomId: string) => ({ day, startTime, courtroomId });
  expect(slotsByDay([slot('2026-03-12', '14:30', 'c1'), slot('2026-03-11', '14:30', 'c2'), slot('2026-03-11', '09:00', 'c1'), slot('2026-03-11', '14:30', 'c3')])).toEqual([
    { day: '2026-03-11', times: [{ startTime: '09:00', courtroomIds: ['c1'] }, { startTime: '14:30', courtroomIds: ['c2', 'c3'] }] },
    { day: '2026-03-12', times: [{ startTime: '14:30', courtroomIds: ['c1'] }] },
  ]);
});
