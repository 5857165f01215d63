import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { calendarSourceContract } from './calendar-source.contract.ts';
import { stateCouncilCalendar } from './state-council-calendar.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

calendarSourceContract('the State Council\'s calendar', stateCouncilCalendar);

test.each([
  // The days that the law itself names lie inside the days off that the State Council published.
  [2025, ['2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-04-04', '2025-05-01', '2025-05-02', '2025-05-31', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06']],
  [2026, ['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-04-05', '2026-05-01', '2026-05-02', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-03']],
] as const)('statutory holidays of %d', async (year, days) => {
  expect(statutoryHolidays(year)).toEqual(days);
  expect((await stateCouncilCalendar().load([year]))[year]?.holidays).toEqual(expect.arrayContaining([...days]));
});

test('a year asked for again is the same, alone or among others', async () => {
  const calendar = stateCouncilCalendar();
  const { 2049: first } = await calendar.load([2049]);
  const again = await calendar.load([2048, 2049]);
  expect(again[2049]).toEqual(first);
  expect(again[2048]).not.toEqual(first);
});

test.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Auckland'])('the same days when the machine stands in %s', async (zone) => {
  const program = `
    import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
    console.log(JSON.stringify(await stateCouncilCalendar().load([2026, 2049])));
  `;
  const there = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });
  expect(JSON.parse(there)).toEqual(JSON.parse(JSON.stringify(await stateCouncilCalendar().load([2026, 2049]))));
});
