import { describe, expect, test } from '@jest/globals';
import { courtChain } from '#domain/court/livestream-chain.ts';
import { chainProblems, stepsFor, type Chain } from './chain.ts';

const [technical, division, court, intermediate, provincial] = courtChain as readonly [Chain[0], Chain[0], Chain[0], Chain[0], Chain[0]];
const president = { ...court, id: 'president', title: { zh: '院长审批', en: 'President' } } as const;

describe('the least that N2 and N6 demand of a chain', () => {
  test.each([
    ['the court’s own',                     courtChain,                                                          []],
    ['more than the least',                 [technical, division, court, president, intermediate, provincial],   []],
    ['screened later',                      [division, technical, court, provincial],                            []],
    ['nobody screens',                      [division, court, provincial],                                       ['no-technical-screening']],
    ['screened in mass-interest cases only', [{ ...technical, onlyMassInterest: true }, division, court, provincial], ['no-technical-screening']],
    ['no division head',                    [technical, court, provincial],                                      ['no-division-head']],
    ['no vice president',                   [technical, division, provincial],                                   ['no-vice-president']],
    ['an approver in mass-interest cases only', [technical, division, { ...court, onlyMassInterest: true }, provincial], ['no-vice-president']],
    ['the vice president first',            [technical, court, division, provincial],                            ['not-level-by-level']],
    ['not up to the province',              [technical, division, court, intermediate],                          ['no-provincial-report']],
    ['the province before the own court',   [provincial, technical, division, court],                            ['province-not-last']],
    ['a step twice',                        [technical, division, division, court, provincial],                  ['step-twice']],
    ['nothing at all',                      [],                                                                  ['no-technical-screening', 'no-division-head', 'no-vice-president', 'no-provincial-report']],
  ] as [string, Chain, string[]][])('%s', (_name, chain, codes) => {
    expect(chainProblems(chain).map((problem) => problem.code)).toEqual(codes);
  });
});

test('reports are for mass-interest cases alone', () => {
  expect(stepsFor(courtChain, false).map((step) => step.id)).toEqual(['technical-screening', 'division-head', 'vice-president']);
  expect(stepsFor(courtChain, true).map((step) => step.id)).toEqual(['technical-screening', 'division-head', 'vice-president', 'report-intermediate', 'report-provincial']);
});
