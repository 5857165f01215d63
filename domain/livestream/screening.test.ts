import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { inForce } from '#domain/law/articles.ts';
import type { Provision } from '#domain/law/provision.ts';
import { causeFamilies } from '#domain/law/causes/cause.ts';
import { highestRisk, type ScreeningFacts } from './facts.ts';
import { screenLivestream } from './screening.ts';

const day = shanghaiDayFrom;

/** A public civil trial over a contract, nothing sensitive, risk not assessed yet. */
const plain: ScreeningFacts = {
  caseType: 'civil', sessionKind: 'trial', causeFamily: 'contract', massInterest: false,
  nationalSecurity: false, terrorism: false, nationalDefence: false, militarySecret: false, ethnicIssue: false, religiousIssue: false, otherPolitical: false,
  workSecret: false, juvenileOffence: false, otherwiseUnsuitable: false,
  stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false,
  risk: 'none', procuratorateObjects: false, partyObjects: false, otherObjects: false,
};
const screened = (facts: Partial<ScreeningFacts>, text = '2026-05-11') => screenLivestream({ ...plain, ...facts }, day(text));
const excluded = (facts: Partial<ScreeningFacts>, text?: string) => screened(facts, text).value.excluded.map(({ code, article }) => `${code} ${article}`);

describe('nothing excludes it', () => {
  test.each([
    // facts                                                       day
    [{},                                                           '2026-05-11'],
    [{ sessionKind: 'pronouncement' },                             '2026-05-11'],
    [{ sessionKind: 'publicHearing' },                             '2026-05-11'],
    [{ risk: 'general' },                                          '2026-05-11'],
    [{ minorDefendant: true },                                     '2026-05-11'], // a civil case: N4 (2) speaks of juvenile crime
    [{ caseType: 'criminal', divorceWithClosedHearingRequest: true }, '2026-05-11'], // can only be a mistake
    [{ caseType: 'criminal' },                                     '2026-05-11'],
    [{ caseType: 'administrative' },                               '2023-01-01'],
    [{},                                                           '2022-12-31'], // the year-end rule does not reach civil cases
  ] as [Partial<ScreeningFacts>, string][])('%j on %s', (facts, text) => {
    expect(excluded(facts, text)).toEqual([]);
    expect(screened(facts, text)).toMatchObject({ value: { streamable: true }, articles: expect.arrayContaining(['N1', 'N4']) });
  });
});

describe('what excludes it, each ground under its article (N1, N2, N4)', () => {
  test.each([
    [{ nationalSecurity: true },                                   ['national-security N4(1)']],
    [{ terrorism: true },                                          ['terrorism N4(1)']],
    [{ nationalDefence: true },                                    ['national-defence N4(1)']],
    [{ militarySecret: true },                                     ['military-secret N4(1)']],
    [{ ethnicIssue: true },                                        ['ethnic-issue N4(1)']],
    [{ religiousIssue: true },                                     ['religious-issue N4(1)']],
    [{ otherPolitical: true },                                     ['other-political N4(1)']],
    [{ stateSecret: true },                                        ['state-secret N4(2)']],
    [{ tradeSecret: true },                                        ['trade-secret N4(2)']],
    [{ personalPrivacy: true },                                    ['personal-privacy N4(2)']],
    [{ caseType: 'criminal', juvenileOffence: true },              ['juvenile-offence N4(2)']],
    [{ caseType: 'criminal', minorDefendant: true },               ['minor-defendant N4(2)']],
    [{ divorceWithClosedHearingRequest: true },                    ['closed-divorce N4(2)']],
    [{ otherwiseClosedByLaw: true },                               ['otherwise-closed N4(2)']],
    [{ caseType: 'criminal', procuratorateObjects: true },         ['procuratorate-objects N4(3)']],
    [{ caseType: 'civil', procuratorateObjects: true },            ['procuratorate-objects-otherwise N4(5)']],
    [{ caseType: 'civil', partyObjects: true },                    ['party-objects N4(4)']],
    [{ caseType: 'administrative', partyObjects: true },           ['party-objects N4(4)']],
    [{ caseType: 'criminal', partyObjects: true },                 ['party-objects-criminal N4(5)']],
    [{ otherObjects: true },                                       ['other-objects N4(5)']],
    [{ otherwiseUnsuitable: true },                                ['unsuitable N4(5)']],
    [{ badSocialEffect: true },                                    ['bad-social-effect N4(5)']],
    [{ workSecret: true },                                         ['work-secret N1']],
    [{ sessionKind: 'mediation' },                                 ['not-a-public-session N1']],
    [{ sessionKind: 'evidenceExchange' },                          ['not-a-public-session N1']],
    [{ risk: 'high' },                                             ['high-risk N2']],
    // Every ground is named, not only the first.
    [{ tradeSecret: true, risk: 'high', ethnicIssue: true },       ['high-risk N2', 'ethnic-issue N4(1)', 'trade-secret N4(2)']],
  ] as [Partial<ScreeningFacts>, string[]][])('%j: %j', (facts, grounds) => {
    expect(excluded(facts)).toEqual(grounds);
    const { value, articles } = screened(facts);
    expect(value.streamable).toBe(false);
    expect(articles).toEqual([...new Set(grounds.map((ground) => ground.split(' ')[1]))]);
  });

  test('the result names the facts', () => {
    expect(screened({ caseType: 'criminal', juvenileOffence: true }).value.excluded[0]).toMatchObject({ facts: ['caseType', 'juvenileOffence'], message: { zh: '未成年人犯罪案件，不得直播。' } });
  });
});

describe('until the end of 2022: in principle no criminal or administrative cases (N4), judged on the day of the stream', () => {
  test.each([
    // type            day of the stream  excluded
    ['criminal',       '2022-08-02',      false], // the day before the notice
    ['criminal',       '2022-08-03',      true],
    ['administrative', '2022-08-03',      true],
    ['civil',          '2022-08-03',      false],
    ['criminal',       '2022-12-31',      true],  // its last day
    ['administrative', '2022-12-31',      true],
    ['criminal',       '2023-01-01',      false],
    ['administrative', '2023-01-01',      false],
  ] as const)('%s on %s: %s', (caseType, text, expected) => {
    expect(excluded({ caseType }, text)).toEqual(expected ? ['until-year-end N4-year-end'] : []);
  });
});

describe('low-risk families continue to be public (N4, last paragraph)', () => {
  const encouraged = (facts: Partial<ScreeningFacts>) => screened(facts).value.encouraged.map(({ article }) => article);
  test.each(causeFamilies)('%s', (causeFamily) => {
    const named = !['family', 'tort', 'other'].includes(causeFamily);
    expect(encouraged({ causeFamily, risk: 'low' })).toEqual(named ? ['N4-encouraged'] : []);
    // Neither a general risk nor one that was not assessed yet is low.
    expect(encouraged({ causeFamily, risk: 'general' })).toEqual([]);
    expect(encouraged({ causeFamily, risk: 'none' })).toEqual([]);
  });
  test('a ground that excludes is not outweighed', () => {
    expect(screened({ risk: 'low', tradeSecret: true }).value).toMatchObject({ streamable: false, encouraged: [{ article: 'N4-encouraged' }] });
  });
});

test('mass-interest cases are marked: reported level by level (N2)', () => {
  expect(screened({ massInterest: true })).toMatchObject({ value: { streamable: true, reportedUpward: [{ code: 'mass-interest', article: 'N2' }] }, articles: ['N1', 'N4', 'N2'] });
  expect(screened({}).value.reportedUpward).toEqual([]);
});

test('a new provision is one object, its clauses with it', () => {
  const yearEnd2027: Provision = {
    id: 'X1', document: { zh: '某通知', en: 'A notice' }, article: '一', title: { zh: '一', en: 'One' }, text: '…', inForce: '2027-01-01', lastDay: '2027-12-31', source: 'test',
    livestream: [{ ground: 'no-torts', effect: 'excludes', when: { causeFamily: ['tort'], risk: ['general', 'high'] }, message: { zh: '不得直播', en: 'Not streamed' } }],
  };
  const on = (facts: Partial<ScreeningFacts>) => screenLivestream({ ...plain, ...facts }, day('2027-02-01'), [...inForce(day('2027-02-01')), yearEnd2027]);
  expect(on({ causeFamily: 'tort', risk: 'general' }).value.excluded).toEqual([{ code: 'no-torts', article: 'X1', facts: ['causeFamily', 'risk'], message: { zh: '不得直播', en: 'Not streamed' } }]);
  expect(on({ causeFamily: 'tort', risk: 'low' }).value.streamable).toBe(true);
});

test('grounds have codes of their own', () => {
  const codes = inForce(day('2022-09-01')).flatMap((provision) => (provision.livestream ?? []).map(({ ground }) => ground));
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(20);
});

describe('the highest risk counts', () => {
  test.each([
    [[], 'none'], [['low'], 'low'], [['low', 'general', 'low'], 'general'], [['high', 'low'], 'high'], [['general', 'high', 'low'], 'high'],
  ] as const)('%j: %s', (levels, highest) => expect(highestRisk(levels)).toBe(highest));
});
