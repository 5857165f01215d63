import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/case/types.ts';
import { decideScope } from './scope.ts';

const day = shanghaiDayFrom('2026-05-11');

/** A case that is public by law. */
const publicCase: CaseFacts = {
  caseType: 'civil', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false,
  tradeSecret: false, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false,
};

describe('cases that may be heard online (G1)', () => {
  test.each([
    ['civil case', {}],
    ['administrative case', { caseType: 'administrative' }],
    ['criminal case', { caseType: 'criminal' }],
    ['civil case with a minor as defendant', { minorDefendant: true }],
    ['administrative case marked as a closed divorce by mistake', { caseType: 'administrative', divorceWithClosedHearingRequest: true }],
  ] as [string, Partial<CaseFacts>][])('%s', (_name, facts) => {
    expect(decideScope({ ...publicCase, ...facts }, day)).toEqual({ value: { online: true }, articles: ['G1'] });
  });
});

describe('cases that may not (G1)', () => {
  test.each([
    // facts,                                                   exclusions,                              articles
    [{ stateSecret: true },                                     ['state-secret'],                        ['G1', 'CPL-137', 'ONL-21']],
    [{ personalPrivacy: true },                                 ['personal-privacy'],                    ['G1', 'CPL-137']],
    [{ divorceWithClosedHearingRequest: true },                 ['divorce-with-closed-hearing-request'], ['G1', 'CPL-137']],
    [{ tradeSecret: true },                                     ['trade-secret'],                        ['G1', 'CPL-137']],
    // ONL-3: of criminal cases the fast track, and what a special reason keeps out of the courtroom.
    [{ caseType: 'criminal', publicProsecution: true, noGroundForOnline: true }, ['no-ground-for-online'],   ['ONL-3', 'ONL-37']],
    [{ caseType: 'criminal', minorDefendant: true },            ['minor-defendant'],                     ['G1', 'CRPL-285']],
    [{ otherwiseClosedByLaw: true },                            ['otherwise-closed-by-law'],             ['G1', 'CPL-137']],
    [{ badSocialEffect: true },                                 ['bad-social-effect'],                   ['G1', 'ONL-21']],
    [{ caseType: 'criminal', stateSecret: true },               ['state-secret'],                        ['G1', 'CRPL-188', 'ONL-21']],
    [{ caseType: 'administrative', tradeSecret: true },         ['trade-secret'],                        ['G1', 'APL-54']],
    [{ tradeSecret: true, badSocialEffect: true },              ['trade-secret', 'bad-social-effect'],   ['G1', 'CPL-137', 'ONL-21']],
  ] as [Partial<CaseFacts>, string[], string[]][])('%p: %p under %p', (facts, codes, articles) => {
    const decision = decideScope({ ...publicCase, ...facts }, day);
    if (decision.value.online) throw new Error('expected exclusions');
    expect(decision.value.exclusions.map((exclusion) => exclusion.code)).toEqual(codes);
    expect(decision.articles).toEqual(articles);
  });

  test('only provisions in force on the day are cited', () => {
    expect(decideScope({ ...publicCase, stateSecret: true }, shanghaiDayFrom('2021-07-01')).articles).toEqual(['G1']);
    expect(decideScope({ ...publicCase, stateSecret: true }, shanghaiDayFrom('2022-07-01')).articles).toEqual(['G1', 'ONL-21']);
  });
});
