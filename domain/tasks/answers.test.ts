import { expect, test } from '@jest/globals';
import { answerGiven, answersOf } from './answers.ts';
import { bulkKinds, checkBulkAnswer, whyOneByOne } from './bulk.ts';
import { taskCatalogue, taskKindNames, type TaskKindName } from './catalogue.ts';
import type { TaskKind } from './task-kind.ts';

const kindOf = (kind: TaskKindName): TaskKind => taskCatalogue[kind];
const chinese = /[一-鿿]/;

test.each(taskKindNames)('%s says what follows from each of its answers, and if nobody acts, in both languages', (name) => {
  const { outcome, follows, ifNobodyActs, why } = kindOf(name);
  expect(Object.keys(follows).sort()).toEqual([...answersOf(outcome).values].sort());
  for (const words of [...Object.values(follows), ifNobodyActs, why]) {
    expect(words.zh).toMatch(chinese);
    expect(words.zh).toMatch(/。$/);
    expect(words.en).not.toMatch(chinese);
    expect(words.en).toMatch(/\.$/);
  }
});

/** All that may be answered together; whatever else there is, is answered one by one. */
test('what may be answered in bulk', () => {
  expect(bulkKinds.map((kind) => `${kind}: ${kindOf(kind).bulk?.answers.join(' ')}`).sort()).toEqual(['explain-gap: answer', 'recheck-date: keep', 'repair-step: retry']);
  for (const kind of taskKindNames) {
    expect(whyOneByOne(kind) === null).toBe(bulkKinds.includes(kind));
    for (const answer of kindOf(kind).bulk?.answers ?? []) expect(answersOf(kindOf(kind).outcome).values).toContain(answer);
  }
});

test.each([
  // kind,            outcome,                                        refused as
  ['repair-step',     { action: 'retry' },                            null],
  ['repair-step',     { action: 'skip', reason: '不再需要' },           'answer-not-in-bulk'],
  ['recheck-date',    { decision: 'keep', reason: '通知期仍然足够' },    null],
  ['recheck-date',    { decision: 'move' },                           'answer-not-in-bulk'],
  ['explain-gap',     { explanation: '机房停电' },                      null],
  ['permit-online',   { decision: 'permit' },                         'not-in-bulk'],
  ['sign-transcript', { decision: 'sign' },                           'not-in-bulk'],
  ['review-filing',   { decision: 'accept' },                         'not-in-bulk'],
  ['verify-identity', { decision: 'verified' },                       'not-in-bulk'],
] as const)('%s %j: %s', (kind, outcome, code) => {
  expect(checkBulkAnswer(kind, outcome)?.code ?? null).toBe(code);
});

test('which answer was given', () => {
  expect(answerGiven(kindOf('repair-step').outcome, { action: 'skip' })).toBe('skip');
  expect(answerGiven(kindOf('explain-gap').outcome, {})).toBe('answer');
  expect(answerGiven(kindOf('repair-step').outcome, null)).toBe('');
});
