import { describe, expect, test } from '@jest/globals';
import { calendar2026 } from '#domain/calendar/calendar-2026.ts';
import { shanghaiDayFrom as day } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { checkAsked, checkChanged, correctionKey, correctionWords } from './corrections.ts';
import { appealPeriod, correctionPeriod, judgmentPeriod, reviewPeriod } from './periods.ts';
import { rejectionGrounds } from './rejection-grounds.ts';
import { groundsFor, rejectionArticles } from './rejection.ts';

const calendar = { 2026: calendar2026 };

describe('periods', () => {
  test.each([
    // kind,           decision,   served,       last day,     articles
    ['civil',          'judgment', '2026-05-11', '2026-05-26', ['CPL-171', 'CPL-85']],
    ['civil',          'ruling',   '2026-05-11', '2026-05-21', ['CPL-171', 'CPL-85']],
    ['civil',          'judgment', '2026-05-08', '2026-05-25', ['CPL-171', 'CPL-85']], // the 23rd is a Saturday
    ['civil',          'judgment', '2026-09-18', '2026-10-08', ['CPL-171', 'CPL-85']], // the national holiday, 1 to 7 October
    ['administrative', 'judgment', '2026-05-11', '2026-05-26', ['APL-85', 'APL-101', 'CPL-85']],
    ['administrative', 'ruling',   '2026-05-11', '2026-05-21', ['APL-85', 'APL-101', 'CPL-85']],
    ['criminal',       'judgment', '2026-05-11', '2026-05-21', ['CRPL-230', 'CRPL-105']],
    ['criminal',       'ruling',   '2026-05-11', '2026-05-18', ['CRPL-230', 'CRPL-105']], // the 16th is a Saturday
  ] as const)('an appeal in a %s case against a %s served on %s: until %s', (caseType, decision, served, last, articles) => {
    expect(appealPeriod(caseType, decision, day(served), calendar)).toEqual({ value: last, articles });
  });

  test.each([
    ['civil',          'judgment', '2026-05-11', '2026-06-10', ['CPL-286', 'CPL-85']],
    ['civil',          'ruling',   '2026-05-11', '2026-06-10', ['CPL-286', 'CPL-85']],
    ['civil',          'judgment', '2026-09-02', '2026-10-08', ['CPL-286', 'CPL-85']], // the national holiday, 1 to 7 October
    ['administrative', 'judgment', '2026-05-11', '2026-05-26', ['APL-85', 'APL-101', 'CPL-85']], // the law of that procedure has its own period
    ['criminal',       'ruling',   '2026-05-11', '2026-05-18', ['CRPL-230', 'CRPL-105']],
  ] as const)('an appellant without a domicile in the country, in a %s case against a %s served on %s: until %s', (caseType, decision, served, last, articles) => {
    expect(appealPeriod(caseType, decision, day(served), calendar, true)).toEqual({ value: last, articles });
  });

  test.each([
    ['civil',          'first',  '2026-05-11', '2026-05-18', ['CPL-126', 'REG-8', 'CPL-85']],
    ['civil',          'first',  '2026-04-25', '2026-05-06', ['CPL-126', 'REG-8', 'CPL-85']], // 1 to 5 May are days off
    ['administrative', 'first',  '2026-05-11', '2026-05-18', ['APL-51', 'REG-8', 'APL-101', 'CPL-85']],
    ['criminal',       'first',  '2026-05-11', '2026-05-26', ['REG-8', 'CRPL-105']],
    ['civil',          'second', '2026-05-11', '2026-05-18', ['TIME-6', 'CPL-85']], // the 16th is a Saturday
  ] as const)('a decision on a %s filing of %s instance of %s: until %s', (caseType, instance, received, last, articles) => {
    expect(reviewPeriod({ caseType, instance }, day(received), calendar)).toEqual({ value: last, articles });
  });

  test.each([[2, null], [3, '2026-05-14'], [7, '2026-05-18'], [15, '2026-05-26'], [16, null], [4.5, null]] as const)('corrections in %s days: %s', (days, last) => {
    const period = correctionPeriod(days, day('2026-05-11'), calendar);
    expect(isRefusal(period) ? null : period.value).toBe(last);
    expect(period.articles).toEqual(['ONL-9', 'REG-7']);
    // REG-18: on appeal the period is of ONL-9 alone.
    expect(correctionPeriod(days, day('2026-05-11'), calendar, 'second')).toMatchObject({ ...(last === null ? {} : { value: last }), articles: ['ONL-9'] });
  });
});

describe('corrections', () => {
  const file = '00000000-0000-4000-8000-0000000000f1';
  test('name a field, a material, or what is missing', () => {
    expect(correctionKey('field:claims')).toEqual({ field: 'claims' });
    expect(correctionKey(`material:${file}`)).toEqual({ material: file });
    expect(correctionKey('missing:identity')).toEqual({ missing: 'identity' });
    for (const what of ['field:phone', 'material:x', 'missing:all', '起诉状', '']) expect(correctionKey(what)).toBeNull();
    expect(correctionWords(`material:${file}`, () => '合同.pdf').zh).toBe('材料：合同.pdf');
  });
  test.each([
    ['a field and a material', ['field:claims', `material:${file}`], true],
    ['the same twice', ['field:claims', 'field:claims'], false],
    ['a material that was not filed', ['material:00000000-0000-4000-8000-0000000000f2'], false],
    ['nothing that there is', ['起诉状'], false],
  ] as const)('asking for %s', (_what, asked, allowed) => {
    expect(checkAsked(asked.map((what) => ({ what, why: '原因' })), [file]) === undefined).toBe(allowed);
  });
  test('change what was asked for and nothing else', () => {
    const asked = [{ what: 'field:claims', why: '不具体' }];
    expect(checkChanged(['field:claims'], asked)).toBeUndefined();
    expect(checkChanged(['field:claims', 'field:causeOfAction'], asked)).toMatchObject({ code: 'not-asked-for', articles: ['ONL-9', 'REG-7'] });
    expect(checkChanged(['field:causeOfAction'], asked, 'second')).toMatchObject({ articles: ['ONL-9'] });
  });
});

test.each([
  // case type,      pronounced,   sent by
  ['civil',          '2026-05-11', '2026-05-21', ['CPL-151', 'CPL-85']],
  ['administrative', '2026-05-11', '2026-05-21', ['APL-80', 'APL-101', 'CPL-85']],
  ['criminal',       '2026-05-11', '2026-05-18', ['CRPL-202', 'CRPL-105']], // the fifth day is a Saturday
] as const)('the judgment of a %s case pronounced on %s is sent by %s', (caseType, pronounced, sent, articles) => {
  expect(judgmentPeriod(caseType, day(pronounced), calendar)).toEqual({ value: sent, articles });
});

test('every ground of rejection cites the articles of its kind of case', () => {
  const on = day('2026-05-11');
  expect(rejectionArticles('noJurisdiction', { caseType: 'civil' }, on)).toEqual(['G3', 'CPL-122', 'CPL-126']);
  expect(rejectionArticles('noInterest', { caseType: 'administrative', instance: 'first' }, on)).toEqual(['G3', 'APL-49', 'APL-51']);
  expect(rejectionArticles('noProof', { caseType: 'criminal', instance: 'first' }, on)).toEqual(['G3', 'CRPL-210', 'CRPL-211']);
  expect(rejectionArticles('noJurisdiction', { caseType: 'criminal', publicProsecution: true }, on)).toEqual(['G3', 'CRINT-219']);
  expect(rejectionArticles('noLiability', { caseType: 'criminal', publicProsecution: true }, on)).toEqual(['G3', 'CRINT-219', 'CRPL-16']);
  expect(rejectionArticles('appealLate', { caseType: 'civil', instance: 'second' }, on)).toEqual(['G3', 'CPL-171']);
  expect(rejectionArticles('notCorrected', { caseType: 'civil' }, on)).toEqual(['G3', 'ONL-9', 'REG-7']);
  expect(rejectionArticles('notCorrected', { caseType: 'civil', instance: 'second' }, on)).toEqual(['G3', 'ONL-9']); // REG-18
  const offered = (['civil', 'administrative', 'criminal'] as const).flatMap((caseType) => (['first', 'second'] as const).flatMap((instance) => groundsFor({ caseType, instance }))).concat(groundsFor({ caseType: 'criminal', publicProsecution: true }));
  expect(new Set(offered)).toEqual(new Set(rejectionGrounds));
});

test('a public prosecution: reviewed in seven days, what lacks is sent within three (CRINT-219)', () => {
  expect(reviewPeriod({ caseType: 'criminal', instance: 'first', publicProsecution: true }, day('2026-05-11'), calendar)).toEqual({ value: '2026-05-18', articles: ['CRPL-186', 'TIME-6', 'CRPL-105'] });
  expect(correctionPeriod(3, day('2026-05-11'), calendar, 'first', true)).toEqual({ value: '2026-05-14', articles: ['CRINT-219'] });
  expect(correctionPeriod(4, day('2026-05-11'), calendar, 'first', true)).toMatchObject({ code: 'correction-days', articles: ['CRINT-219'] });
});
