import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { happeningKinds, offeredHappenings, refusalOfHappening, undecidedBy, type HappeningKind, type Situation, type Teller, refusalOfMediation } from './happenings.ts';
import { groundsFor, refusalOfGround, refusalOfTermination, suspensionArticles, terminationArticles, type SuspensionGround, type TerminationGround } from './suspension.ts';
import { rulingText, rulingTitle } from './rulings.ts';

const day = shanghaiDayFrom('2026-05-11');
const situation: Situation = { stage: 'evidence', caseType: 'civil', suspended: false, sessionOpened: false, ending: false, undecided: [] };

describe('who may tell what, until when, under which articles', () => {
  test.each([
    // what,               by,           where it stands,                                 refused as,                     articles
    ['factRecorded',      'judge',      {},                                              null,                           null],
    ['factRecorded',      'clerk',      { stage: 'hearing', sessionOpened: true },       null,                           null],
    ['factRecorded',      'plaintiff',  {},                                              'not-your-part',                ['G1', 'ONL-21']],
    ['factClaimed',       'defendant',  {},                                              null,                           null],
    ['factClaimed',       'judge',      {},                                              'not-your-part',                ['G1', 'ONL-21']],
    ['factClaimed',       'witness',    { undecided: ['factClaimed'] },                  'not-decided-yet',              ['G1', 'ONL-21']],
    ['consentWithdrawn',  'defendant',  { stage: 'consent' },                            null,                           null],
    ['consentWithdrawn',  'defendant',  { stage: 'hearing' },                            null,                           null],
    ['consentWithdrawn',  'defendant',  { stage: 'hearing', sessionOpened: true },       'session-opened',               ['G1', 'ONL-5']],
    ['consentWithdrawn',  'defendant',  { stage: 'signing' },                            'session-opened',               ['G1', 'ONL-5']],
    ['consentWithdrawn',  'agent',      {},                                              'not-your-part',                ['G1', 'ONL-5']],
    ['consentWithdrawn',  'plaintiff',  { stage: 'filing' },                             'not-accepted-yet',             ['G1', 'ONL-5']],
    ['withdrawalApplied', 'plaintiff',  { stage: 'filing' },                             null,                           null],
    ['withdrawalApplied', 'plaintiff',  { stage: 'hearing', sessionOpened: true },       null,                           null],
    ['withdrawalApplied', 'plaintiff',  { suspended: true },                             null,                           null],
    ['withdrawalApplied', 'defendant',  {},                                              'not-your-part',                ['CPL-148']],
    ['withdrawalApplied', 'plaintiff',  { caseType: 'administrative', stage: 'archiving' }, 'case-is-concluded',         ['APL-62']],
    ['withdrawalApplied', 'plaintiff',  { caseType: 'criminal' },                        'not-in-public-prosecution',    ['CRPL-212']],
    ['withdrawalApplied', 'plaintiff',  { caseType: 'criminal', prosecutionGround: 'minorOffence' }, null,               null],
    ['withdrawalApplied', 'plaintiff',  { instance: 'second', stage: 'archiving' },      'case-is-concluded',            ['CPL-180']],
    ['withdrawalApplied', 'plaintiff',  { caseType: 'administrative', instance: 'second', stage: 'archiving' }, 'case-is-concluded', ['APL-101', 'CPL-180']],
    ['settled',           'defendant',  { caseType: 'criminal', prosecutionGround: 'notPursued' }, null,                 null],
    ['settled',           'defendant',  { caseType: 'criminal' },                        'not-in-public-prosecution',    ['CRPL-212']],
    ['settled',           'defendant',  {},                                              null,                           null],
    ['settled',           'defendant',  { caseType: 'administrative' },                  'not-in-administrative-cases',  ['APL-60']],
    ['settled',           'defendant',  { suspended: true },                             'case-suspended',               ['CPL-53', 'MED-2']],
    // CRINT-296, ONL-4: the procuratorate withdraws its own prosecution, and takes back its consent; nobody settles it.
    ['withdrawalApplied', 'prosecutor', { caseType: 'criminal', publicProsecution: true }, null,                         null],
    ['withdrawalApplied', 'prosecutor', { caseType: 'criminal', publicProsecution: true, stage: 'archiving' }, 'case-is-concluded', ['CRINT-296']],
    ['withdrawalApplied', 'defendant',  { caseType: 'criminal', publicProsecution: true }, 'not-your-part',              ['CRINT-296']],
    ['settled',           'defendant',  { caseType: 'criminal', publicProsecution: true }, 'not-in-public-prosecution',  ['CRPL-212']],
    ['consentWithdrawn',  'prosecutor', { caseType: 'criminal', publicProsecution: true }, null,                         null],
    // One whom the court invited speaks in the case of others.
    ['withdrawalApplied', 'prosecutor', { caseType: 'criminal', prosecutionGround: 'minorOffence' }, 'not-your-part',    ['CRPL-212']],
    ['consentWithdrawn',  'prosecutor', {},                                              'not-your-part',                ['G1', 'ONL-5']],
    // On appeal no ground is named.
    ['withdrawalApplied', 'plaintiff',  { caseType: 'criminal', instance: 'second' },    null,                           null],
    ['groundReported',    'clerk',      {},                                              null,                           null],
    ['groundReported',    'agent',      {},                                              null,                           null],
    ['groundReported',    'judge',      { suspended: true },                             'case-suspended',               ['CPL-153']],
    ['groundReported',    'judge',      { ending: true },                                'case-is-ending',               ['CPL-153']],
    ['groundReported',    'judge',      { caseType: 'criminal', ending: true },          'case-is-ending',               ['CRPL-206']],
  ] as [HappeningKind, Teller, Partial<Situation>, string | null, string[] | null][])('%s by the %s, %p: %s', (kind, by, change, code, articles) => {
    const refusal = refusalOfHappening(kind, by, { ...situation, ...change }, day);
    expect([refusal?.code ?? null, refusal?.articles ?? null]).toEqual([code, articles]);
  });

  test.each([['onComplaintOnly', null], ['minorOffence', null], ['notPursued', 'not-mediable']] as const)('mediation in a private prosecution, %s: %s (CRPL-212)', (prosecutionGround, code) => {
    expect(refusalOfMediation({ caseType: 'criminal', prosecutionGround }, day)?.code ?? null).toBe(code);
  });

  test('a public prosecution is not mediated', () => {
    expect(refusalOfMediation({ caseType: 'criminal', publicProsecution: true }, day)).toMatchObject({ code: 'not-mediable', articles: ['CRPL-212'] });
  });

  test('what a page offers is what would not be refused', () => {
    expect(offeredHappenings('plaintiff', situation, day)).toEqual(['factClaimed', 'consentWithdrawn', 'withdrawalApplied', 'settled', 'groundReported']);
    expect(offeredHappenings('judge', situation, day)).toEqual(['factRecorded', 'groundReported']);
    expect(happeningKinds.flatMap((kind) => offeredHappenings('judge', { ...situation, ending: true }, day).filter((one) => one === kind))).toEqual([]);
    expect(undecidedBy(['decide-fact', 'submit-evidence', 'receive-mediation-agreement'])).toEqual(['factClaimed', 'settled']);
  });
});

describe('suspension and termination (CPL-153, CPL-154, CRPL-206, CRPL-16)', () => {
  test.each([
    ['partyDied', 'civil', 'x', undefined], ['partyDied', 'civil', undefined, 'say-about-whom'], ['partyDied', 'criminal', 'x', 'ground-of-another-kind-of-case'],
    ['defendantFled', 'criminal', 'x', undefined], ['defendantFled', 'civil', 'x', 'ground-of-another-kind-of-case'],
    ['dependsOnAnotherCase', 'administrative', undefined, undefined], ['forceMajeure', 'criminal', 'x', undefined],
  ] as [SuspensionGround, 'civil' | 'criminal' | 'administrative', string | undefined, string | undefined][])('%s in a %s case about %s: %s', (ground, caseType, about, code) => {
    expect(refusalOfGround(ground, caseType, about, day)?.code).toBe(code);
  });

  test.each([
    ['plaintiffDiedNoHeir', 'civil', 'partyDied', 'plaintiff', true], ['plaintiffDiedNoHeir', 'civil', 'partyDied', 'defendant', false],
    ['defendantDiedNoEstate', 'civil', 'partyDied', 'defendant', true], ['defendantDiedNoEstate', 'civil', 'forceMajeure', 'defendant', false],
    ['divorcePartyDied', 'civil', 'partyDied', 'plaintiff', true], ['accusedDied', 'civil', 'partyDied', 'defendant', false], ['accusedDied', 'criminal', 'defendantIll', 'defendant', true],
  ] as [TerminationGround, 'civil' | 'criminal', SuspensionGround, 'plaintiff' | 'defendant', boolean][])('%s in a %s case after %s of the %s: %s', (ground, caseType, reported, about, open) => {
    expect(refusalOfTermination(ground, { caseType, reported, about }, day) === undefined).toBe(open);
  });

  test('each kind of case by its own law', () => {
    expect(suspensionArticles('civil', day)).toEqual(['CPL-153', 'CPL-157']);
    expect(suspensionArticles('administrative', day)).toEqual(['APL-101', 'CPL-153', 'CPL-157']);
    expect(terminationArticles('criminal', day)).toEqual(['CRPL-16']);
    expect(groundsFor('criminal')).toEqual(['forceMajeure', 'defendantIll', 'defendantFled', 'privateProsecutorIll']);
    expect(groundsFor('criminal', true)).toEqual(['forceMajeure', 'defendantIll', 'defendantFled']);
    expect(refusalOfGround('privateProsecutorIll', 'criminal', 'x', day, true)?.code).toBe('ground-of-another-kind-of-case');
  });
});

test('the documents say what was ruled, as their kind of case calls it', () => {
  expect(rulingTitle('withdrawalPermitted', 'administrative')).toBe('行政裁定书');
  expect(rulingTitle('mediationAgreement', 'civil')).toBe('民事调解书');
  expect(rulingTitle('mediationAgreement', 'criminal')).toBe('刑事调解书');
  expect(rulingText({ ruling: 'terminated', ground: 'accusedDied', reason: '被告人死亡' }, { caseType: 'criminal' }).decision).toEqual(['本案终止审理。']);
  expect(rulingText({ ruling: 'mediationAgreement', terms: '一、给付。\n\n二、各负担一半费用。' }, { caseType: 'civil' }).decision).toEqual(['一、给付。', '二、各负担一半费用。']);
});
