import { describe, expect, test } from '@jest/globals';
import { dayOf, shanghaiDayFrom } from '#domain/calendar/day.ts';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import type { Bench } from '#domain/case/types.ts';
import { admitRecusal, decidesOfOneself, recusalDecidedBy, seatOf, whoDecidesRecusal, withInstead, type AskedBefore, type BenchSeat } from './recusal.ts';

const day = shanghaiDayFrom('2026-05-11');
const bench: Bench = { presidingJudge: 'j', panel: ['m', 'a'], clerk: 'k', technician: 't' };

test.each([
  // case type,      seat,             who decides,      under
  ['civil',          'presidingJudge', 'courtPresident', ['CPL-47', 'CPL-49']],
  ['civil',          'panelMember',    'courtPresident', ['CPL-47', 'CPL-49']],
  ['civil',          'clerk',          'judge',          ['CPL-47', 'CPL-49']],
  ['civil',          'technician',     'judge',          ['CPL-47', 'CPL-49']],
  ['administrative', 'panelMember',    'courtPresident', ['APL-55']],
  ['administrative', 'clerk',          'judge',          ['APL-55']],
  ['criminal',       'presidingJudge', 'courtPresident', ['CRPL-29', 'CRPL-30', 'CRPL-32', 'CRPL-31']],
  ['criminal',       'clerk',          'courtPresident', ['CRPL-29', 'CRPL-30', 'CRPL-32', 'CRPL-31']],
  ['criminal',       'technician',     'judge',          ['CRPL-29', 'CRPL-30', 'CRPL-32', 'CRPL-31']],
] as const)('%s case: of the %s decides the %s', (caseType, seat, decider, articles) => {
  expect(whoDecidesRecusal(seat, caseType, day)).toEqual({ value: decider, articles });
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
    const admitted = admitRecusal({ seat, caseType: 'civil', stage: 'preparation', debateEnded, before, day });
    expect('code' in admitted ? admitted.code : admitted.value).toBe(outcome);
    expect(admitted.articles.length).toBeGreaterThan(0);
  });

  test('the law of criminal procedure sets no end for an application; an administrative case has that of the civil one', () => {
    const late = { seat: 'clerk', stage: 'signing', debateEnded: true, before: undefined, day } as const;
    expect(admitRecusal({ ...late, caseType: 'criminal' })).toEqual({ value: 'first', articles: ['CRPL-29', 'CRPL-30', 'CRPL-32'] });
    expect(admitRecusal({ ...late, caseType: 'administrative' })).toMatchObject({ code: 'debate-ended', articles: ['APL-101', 'CPL-48'] });
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

test.each([
  // kind of case,     who decides,  of whom,      articles of the refusal
  ['civil',          'president', 'president', ['CPL-49']],
  ['administrative', 'president', 'president', ['APL-55']],
  ['criminal',       'president', 'president', ['CRPL-31', 'CRPL-32']],
  ['civil',          'president', 'judge',     null],
] as const)('in %s cases the %s decides of the %s: %s', (caseType, decider, of, articles) => {
  expect(decidesOfOneself(decider, of, caseType, shanghaiDayFrom('2026-05-11'))?.articles ?? null).toEqual(articles);
});
