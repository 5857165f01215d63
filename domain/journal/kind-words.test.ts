/** Each kind of entry can be told from every other in the list that a manager chooses from, in both languages. */
import { expect, test } from '@jest/globals';
import { entryAreas, entryAreaWords, entryKindWords, isEntryKind } from './kind-words.ts';

const kinds = Object.values(entryKindWords).map(({ words }) => words);

test.each(['zh', 'en'] as const)('no two kinds are called the same: %s', (language) => {
  const names = kinds.map((words) => words[language]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('Chinese in Chinese, English in English', () => {
  const all = [...kinds, ...Object.values(entryAreaWords)];
  expect(all.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
  expect(all.filter(({ en }) => /\p{Script=Han}/u.test(en) || !/^[A-Z]/.test(en))).toEqual([]);
});

test('every part of the court’s work has kinds, and a code that is none is not taken for one', () => {
  expect(entryAreas.filter((area) => !Object.values(entryKindWords).some((kind) => kind.area === area))).toEqual([]);
  expect(isEntryKind('task-completed')).toBe(true);
  expect(isEntryKind('toString')).toBe(false);
});
