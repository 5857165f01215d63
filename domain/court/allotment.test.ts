import { describe, expect, test } from '@jest/globals';
import type { Bench } from '#domain/case/types.ts';
import { allot, inTurn, type Office, type OnRoster } from './allotment.ts';

const civil = '民一庭';
const one = (personId: string, office: Office, division: string, openCases: number): OnRoster => ({ personId, office, division, openCases, order: personId });

/** Two divisions; clerks, assessors and the technician serve every division. */
const roster = (open: Record<string, number> = {}): OnRoster[] => [
  one('judgeA', 'judge', civil, open['judgeA'] ?? 0), one('judgeB', 'judge', civil, open['judgeB'] ?? 0), one('judgeC', 'judge', '刑庭', open['judgeC'] ?? 0),
  one('assessor1', 'peoplesAssessor', '', open['assessor1'] ?? 0), one('assessor2', 'peoplesAssessor', '', open['assessor2'] ?? 0), one('assessor3', 'peoplesAssessor', '', open['assessor3'] ?? 0),
  one('clerk1', 'clerk', '', open['clerk1'] ?? 0), one('clerk2', 'clerk', '', open['clerk2'] ?? 0), one('technician', 'technician', '', 0),
];
const bench = (open: Record<string, number>, passedOver: string[] = [], composition: 'soleJudge' | 'panelOfJudges' | 'panelWithAssessors' = 'soleJudge') =>
  allot({ division: civil, composition, roster: roster(open), passedOver: new Set(passedOver) });

describe('whose turn it is', () => {
  test.each([
    // open cases,                                       passed over,          presiding, clerk
    [{},                                                 [],                   'judgeA', 'clerk1'],
    [{ judgeA: 1, clerk1: 1 },                           [],                   'judgeB', 'clerk2'],
    [{ judgeA: 1, judgeB: 1 },                           [],                   'judgeA', 'clerk1'],
    [{ judgeA: 5, judgeB: 4, judgeC: 0 },                [],                   'judgeB', 'clerk1'], // another division has fewer, and is not asked
    [{},                                                 ['judgeA', 'clerk1'], 'judgeB', 'clerk2'], // recused
    [{},                                                 ['judgeA', 'judgeB'], 'judgeC', 'clerk1'], // nobody left in the division: another one helps
  ] as const)('open %j, passed over %j: %s, %s', (open, passedOver, presidingJudge, clerk) => {
    expect(bench(open, [...passedOver])).toEqual({ presidingJudge, clerk, technician: 'technician', division: civil });
  });
});

describe('a panel', () => {
  test.each([
    // composition,          open cases,                       passed over,                                presiding, members
    ['panelWithAssessors',   {},                               [],                                         'judgeA', ['assessor1', 'assessor2']],
    ['panelWithAssessors',   { assessor1: 3 },                 [],                                         'judgeA', ['assessor2', 'assessor3']],
    ['panelWithAssessors',   {},                               ['assessor1', 'assessor2'],                 'judgeA', ['assessor3', 'judgeB']],
    ['panelOfJudges',        {},                               [],                                         'judgeA', ['judgeB', 'judgeC']],
    ['panelOfJudges',        { judgeA: 2 },                    [],                                         'judgeB', ['judgeA', 'judgeC']],
  ] as const)('%s, open %j, passed over %j', (composition, open, passedOver, presidingJudge, panel) => {
    const allotted = bench(open, [...passedOver], composition) as Bench;
    expect([allotted.presidingJudge, allotted.panel]).toEqual([presidingJudge, panel]);
    expect(1 + (allotted.panel?.length ?? 0)).toBe(3); // an odd number (CPL-40)
  });

  test.each([
    ['soleJudge', ['judgeA', 'judgeB', 'judgeC'], 'judge'],
    ['panelOfJudges', ['judgeC'], 'judge'],
    ['panelWithAssessors', ['assessor1', 'assessor2', 'assessor3'], 'peoplesAssessor'],
    ['soleJudge', ['clerk1', 'clerk2'], 'clerk'],
  ] as const)('%s without %j: nobody is left as %s', (composition, passedOver, office) => {
    expect(bench({}, [...passedOver], composition)).toMatchObject({ code: 'nobody-to-allot', data: { office } });
  });
});

test('case after case the loads stay even within one of each other', () => {
  const open: Record<string, number> = {};
  for (let count = 0; count < 30; count += 1) {
    const allotted = bench(open, [], 'panelWithAssessors') as Bench;
    for (const personId of [allotted.presidingJudge, ...(allotted.panel ?? []), allotted.clerk]) open[personId] = (open[personId] ?? 0) + 1;
  }
  expect(open).toEqual({ judgeA: 15, judgeB: 15, assessor1: 20, assessor2: 20, assessor3: 20, clerk1: 15, clerk2: 15 });
});

test('everybody who could be asked, in order', () => {
  expect(inTurn(roster({ judgeA: 1 }), 'judge', civil, new Set())).toEqual(['judgeB', 'judgeA', 'judgeC']);
});
