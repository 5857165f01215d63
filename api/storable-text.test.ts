import { expect, test } from '@jest/globals';
import { unstorable } from './storable-text.ts';

test.each<[string, unknown, string[]]>([
  ['what people write', { text: '庭前陈述 😀', items: [{ title: 'a\tb\n' }], none: null, number: 3 }, []],
  ['NUL', { items: [{ title: '借\u0000条' }] }, ['items.0.title']],
  ['half a character', { text: '\ud83d' }, ['text']],
  ['a name of a field', { content: { 'a\u0000': 1 } }, ['content']],
  ['the value itself', '\u0000', ['']],
])('%s', (_what, value, paths) => {
  expect(unstorable(value).map(({ path }) => path)).toEqual(paths);
});
