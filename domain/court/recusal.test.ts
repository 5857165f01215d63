import { describe, expect, test } from '@jest/globals';
import { dayOf, shanghaiDayFrom } from '#domain/calendar/day.ts';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import type { Bench } from '#domain/case/types.ts';
import { admitRecusal, recusalDecidedBy, seatOf, whoDecidesRecusal, withInstead, type AskedBefore, type BenchSeat } from './recusal.ts';

const day = shanghaiDayFrom('2026-05-11');
const bench: Bench = { presidingJudge: 'j', panel: ['m', 'a'], clerk: 'k', technician: 't' };

test.each([
  ['presidingJudge', 'courtPresident'], ['panelMember', 'courtPresident'], ['clerk', 'judge'], ['technician', 'judge'],
] as const)('of the %s decides the %s (CPL-49)', (seat, decider) => {
  expect(whoDecidesRecusal(seat, day)).toEqual({ value: decider, articles: ['CPL-47', 'CPL-49'] });
});

describe('whether an application is heard', () => {
  test.each([
    // seat,            debate over, asked before,                                   outcome
    ['presidingJudge',  false,       undefined,                                      'first'],
    ['clerk',           false,       undefined,                                      'first'],
    [undefined,         false,       undefined,                                      'not-of-the-bench'],
    ['presidingJudge',  true,        undefined,                                      'debate-ended'],
    ['presidingJudge',  false,       { state: 'open', reconsidered: false },         'recusal-undecided'],
    ['presidingJudge',  false,       { state: 'rejected', reconsidered: false },     'reconsideration'],
    ['presidingJudge',  true,        { state: 'rejected', reconsidered: false },     'reconsideration'], // asked for on getting the decision
    ['presidingJudge',  false,       { state: 'rejected', reconsidered: true },      'reconsidered-already'],
  ] as [BenchSeat | undefined, boolean, AskedBefore | undefined, string][])('%s, debate over %s, before %j: %s', (seat, debateEnded, before, outcome) => {
    const admitted = admitRecusal({ seat, stage: 'preparation', debateEnded, before, day });
    expect('code' in admitted ? admitted.code : admitted.value).toBe(outcome);
    expect(admitted.articles.length).toBeGreaterThan(0);
  });
});

test.each([
  ['2026-05-11', '2026-05-14'], // Monday to Thursday
  ['2026-05-13', '2026-05-18'], // the third day is a Saturday: the Monday after
  ['2026-09-29', '2026-10-08'], // the third day is in the National Day holiday
])('asked on %s, decided by the end of %s (CPL-50, CPL-85)', (asked, until) => {
  expect(dayOf(recusalDecidedBy({ 2026: calendar2026 }, shanghaiDayFrom(asked)))).toBe(until);
});

test('seats, and who takes one', () => {
  expect(['j', 'm', 'a', 'k', 't', 'x'].map((person) => seatOf(bench, person))).toEqual(['presidingJudge', 'panelMember', 'panelMember', 'clerk', 'technician', undefined]);
  expect(withInstead(bench, 'a', 'b')).toEqual({ ...bench, panel: ['m', 'b'] });
  expect(withInstead({ presidingJudge: 'j', clerk: 'k' }, 'k', 'l')).toEqual({ presidingJudge: 'j', clerk: 'l' });
});
