import { describe, expect, test } from '@jest/globals';
import { isRefusal } from '#domain/law/ruled.ts';
import { checkExtract, mayApply, type ApplicationFacts, type RecordingAccess } from './access.ts';

const facts: ApplicationFacts = { role: 'plaintiff', recorded: true, underWay: false };

describe('who may apply for a recording (G10)', () => {
  const table: [string, RecordingAccess, Partial<ApplicationFacts>, string, string][] = [
    // who and when,                       what,   facts,                    decision,        article
    ['the plaintiff',                      'view', {},                       'applied',       'REC-10'],
    ['the defendant, for a copy',          'copy', { role: 'defendant' },    'applied',       'REC-11'],
    ['an agent',                           'view', { role: 'agent' },        'applied',       'REC-10'],
    ['a defender',                         'view', { role: 'defender' },     'applied',       'REC-10'],
    ['a witness',                          'view', { role: 'witness' },      'no-party',      'G10'],
    ['an interpreter',                     'copy', { role: 'interpreter' },  'no-party',      'REC-11'],
    ['a party before it is composed',      'view', { recorded: false },      'no-recording',  'G10'],
    ['a party whose application is open',  'view', { underWay: true },       'asked-already', 'G10'],
  ];
  test.each(table)('%s (%s)', (_who, how, change, decision, article) => {
    const outcome = mayApply(how, { ...facts, ...change });
    expect(isRefusal(outcome) ? outcome.code : 'applied').toBe(decision);
    expect(outcome.articles).toContain(article);
  });
});

describe('an extract as evidence of a breach (G6 (3))', () => {
  test.each([
    // from, to,      of,      allowed
    [0,      60_000,  600_000, true],
    [590_000, 600_000, 600_000, true],
    [60_000, 60_000,  600_000, false],
    [60_000, 30_000,  600_000, false],
    [-1,     30_000,  600_000, false],
    [0,      600_001, 600_000, false],
  ])('%d to %d of %d ms: %p', (from, to, of, allowed) => {
    expect(isRefusal(checkExtract(from, to, of))).toBe(!allowed);
  });
});
