import { expect, test } from '@jest/globals';
import { csvOf } from '#web/staff/queue/csv.ts';

test('begins with the mark that tells Excel of UTF-8, lines end as it wants', () => {
  expect(csvOf([['事项', '案号'], ['立案审查', '（2026）豫06民初1号']])).toBe('\uFEFF事项,案号\r\n立案审查,（2026）豫06民初1号\r\n');
});
test.each([
  ['甲, 乙', '"甲, 乙"'], ['他说“是"', '"他说“是"""'], ['一\n二', '"一\n二"'], ['=1+1', "'=1+1"], ['-3', "'-3"], ['@x', "'@x"], ['', ''],
])('%j becomes %j', (text, kept) => expect(csvOf([[text]])).toBe(`\uFEFF${kept}\r\n`));
