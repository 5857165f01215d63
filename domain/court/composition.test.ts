import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import type { CaseType } from '#domain/case/types.ts';
import { decideComposition, type Chosen, type Composition } from './composition.ts';

const day = shanghaiDayFrom('2026-05-11');
const decide = (caseType: CaseType, instance: 'first' | 'second', chosen: Chosen) => decideComposition({ caseType, instance, chosen }, day);

describe('by whom a case is heard', () => {
  test.each([
    // case type,      instance, procedure,   composition chosen,   decision,             articles
    ['civil',          'first',  undefined,   undefined,            'soleJudge',          ['CPL-40']],
    ['civil',          'first',  'simple',    'soleJudge',          'soleJudge',          ['CPL-40']],
    ['civil',          'first',  'ordinary',  undefined,            'panelWithAssessors', ['CPL-40', 'CPL-42']],
    ['civil',          'first',  undefined,   'panelOfJudges',      'panelOfJudges',      ['CPL-40', 'CPL-42']],
    ['civil',          'first',  'ordinary',  'soleJudge',          'soleJudge',          ['CPL-40', 'CPL-42']],
    ['civil',          'second', undefined,   undefined,            'panelOfJudges',      ['CPL-41']],
    ['administrative', 'first',  undefined,   undefined,            'panelWithAssessors', ['APL-68']],
    ['administrative', 'first',  'simple',    undefined,            'soleJudge',          ['APL-83']],
    ['administrative', 'second', undefined,   undefined,            'panelOfJudges',      ['APL-86']],
    ['criminal',       'first',  undefined,   undefined,            'panelWithAssessors', ['CRPL-183']],
    ['criminal',       'first',  'simple',    undefined,            'soleJudge',          ['CRPL-183']],
    ['criminal',       'first',  'simple',    'panelWithAssessors', 'panelWithAssessors', ['CRPL-183']],
    ['criminal',       'first',  'fastTrack', undefined,            'soleJudge',          ['CRPL-183']],
    ['criminal',       'second', undefined,   undefined,            'panelOfJudges',      ['CRPL-183']],
  ] as const)('%s, %s instance, %s, %s: %s', (caseType, instance, procedure, composition, decision, articles) => {
    expect(decide(caseType, instance, { procedure, composition } as Chosen)).toEqual({ value: { procedure: expect.any(String), composition: decision }, articles });
  });
});

describe('one judge on appeal (CPL-41, second paragraph)', () => {
  test.each([
    // case type,       conditions as the clerk found them, decision,        articles
    ['civil',           true,                               'soleJudge',     ['CPL-41', 'CPL-42']],
    ['civil',           false,                              'refused',       ['CPL-41']],
    ['administrative',  true,                               'refused',       ['APL-86']],
    ['criminal',        true,                               'refused',       ['CRPL-183']],
  ] as const)('%s, conditions met: %s: %s', (caseType, soleJudgeOnAppeal, decision, articles) => {
    const decided = decide(caseType, 'second', { composition: 'soleJudge', soleJudgeOnAppeal });
    expect('value' in decided ? decided.value.composition : 'refused').toBe(decision);
    expect(decided.articles).toEqual(articles);
  });
});

describe('what the law does not allow is refused, with what it allows', () => {
  test.each([
    ['civil',          'first',  'simple',    'panelOfJudges',      ['soleJudge']],
    ['civil',          'second', undefined,   'soleJudge',          ['panelOfJudges']],
    ['civil',          'second', undefined,   'panelWithAssessors', ['panelOfJudges']],
    ['administrative', 'first',  'ordinary',  'soleJudge',          ['panelWithAssessors', 'panelOfJudges']],
    ['criminal',       'first',  'ordinary',  'soleJudge',          ['panelWithAssessors', 'panelOfJudges']],
    ['criminal',       'first',  'fastTrack', 'panelOfJudges',      ['soleJudge']],
  ] as const)('%s, %s instance, %s, %s', (caseType, instance, procedure, composition, allowed) => {
    expect(decide(caseType, instance, { procedure, composition } as Chosen)).toMatchObject({ code: 'composition-not-lawful', data: { allowed: allowed as readonly Composition[] } });
  });

  test('the fast track is for criminal cases', () => {
    expect(decide('civil', 'first', { procedure: 'fastTrack' })).toMatchObject({ code: 'no-such-procedure' });
  });
});

test('before the civil procedure law was amended its articles are not cited', () => {
  expect(decideComposition({ caseType: 'civil', instance: 'first', chosen: {} }, shanghaiDayFrom('2022-05-11'))).toEqual({ value: { procedure: 'simple', composition: 'soleJudge' }, articles: [] });
});
