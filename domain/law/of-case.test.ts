import { expect, test } from '@jest/globals';
import { isArticleId, type ArticleId } from './articles.ts';
import { articlesOfCase, type KindOfCase } from './of-case.ts';

const table: [KindOfCase['caseType'], KindOfCase['instance'], string, string][] = [
  // kind of case,    instance, what the rule names,         what the record of the case cites
  ['civil',           'first',  'G7 CPL-140',                'G7 CPL-140'],
  ['administrative',  'first',  'G7 CPL-140',                'G7 APL-101 CPL-140'],
  ['criminal',        'first',  'G7 CPL-140',                'G7 CRPL-190'],
  ['criminal',        'first',  'G8 CPL-141',                'G8 CRPL-191 CRPL-195'],
  ['criminal',        'first',  'CPL-144',                   'CRPL-198'],
  ['criminal',        'first',  'G9 CPL-150',                'G9 CRPL-207'],
  ['criminal',        'first',  'CPL-87 CPL-89',             'CRPL-107'], // each once
  ['criminal',        'first',  'CPL-87 CPL-90',             'CRPL-107 ONL-29'],
  ['criminal',        'first',  'CPL-148 CPL-149',           'CRPL-212 CRPL-204'],
  ['administrative',  'first',  'CPL-148',                   'APL-62'],
  ['administrative',  'first',  'CPL-68 EVD-51 CPL-85',      'APL-67 AEV-7 APL-101 CPL-85'],
  ['administrative',  'first',  'CPL-68 INT-101 INT-102',    'APL-67 APL-34 AEV-7'],
  ['criminal',        'first',  'G8 CPL-66 CPL-68 EVD-19',   'G8'],
  // A task that names the law of every kind shows that of its case.
  ['civil',           'first',  'CPL-49 APL-55 CRPL-31',     'CPL-49'],
  ['administrative',  'first',  'CPL-49 APL-55 CRPL-31',     'APL-55'],
  ['criminal',        'first',  'CPL-49 APL-55 CRPL-31',     'CRPL-31'],
  // REG-18: not on appeal.
  ['civil',           'second', 'G3 ONL-9 REG-8 CPL-40',     'G3 ONL-9 TIME-6 CPL-41'],
  ['administrative',  'second', 'G3 REG-7 CPL-40',           'G3 APL-86'],
  ['civil',           'first',  'G3 ONL-9 REG-7',            'G3 ONL-9 REG-7'],
  // Nothing says it there: the rule shows of what it was made.
  ['criminal',        'first',  'CPL-157',                   'CPL-157'],
];

test.each(table)('%s, %s instance: %s -> %s', (caseType, instance, named, cited) => {
  const articles = named.split(' ').filter(isArticleId);
  expect(articlesOfCase({ caseType, instance }, articles).join(' ')).toBe(cited);
});

test('applied twice it says the same', () => {
  for (const [caseType, instance, named] of table) {
    const once = articlesOfCase({ caseType, instance }, named.split(' ') as ArticleId[]);
    expect(articlesOfCase({ caseType, instance }, once)).toEqual(once);
  }
});

test.each([
  ['G3 ONL-9 REG-8 CPL-40', 'G3 ONL-9 CRPL-186 TIME-6 CRPL-183'], ['ONL-9 REG-7', 'ONL-9 CRINT-219'], ['CPL-148', 'CRINT-296'], ['CRPL-212', 'CRPL-212'], ['CPL-148 CPL-180 APL-62 CRPL-212 CPL-157', 'CRINT-296'],
  ['CPL-140 CPL-146 CPL-147', 'CRPL-190 CRPL-189'],
])('in a public prosecution %s is %s', (cited, own) => {
  expect(articlesOfCase({ caseType: 'criminal', instance: 'first', publicProsecution: true }, cited.split(' ') as ArticleId[]).join(' ')).toBe(own);
});
