import { expect, test } from '@jest/globals';
import * as words from './words.ts';

test.each([
  ['appointment', words.appointment('2026-03-09T01:00:00Z'), '2026年3月9日（星期一）上午9时00分'],
  ['appointment in the afternoon', words.appointment('2026-03-08T13:30:00+08:00'), '2026年3月8日（星期日）下午13时30分'],
  ['the Shanghai day begins at 16:00 UTC', words.day('2026-03-08T16:00:00Z'), '2026年3月9日'],
  ['the day under a document', words.signedDay('2026-10-30T02:00:00Z'), '二〇二六年十月三十日'],
  ['the day under a document, both digits', words.signedDay('2025-12-21T02:00:00Z'), '二〇二五年十二月二十一日'],
  ['clock', words.clock('2026-03-09T01:02:03.900Z'), '09:02:03'],
  ['short day', words.shortDay('2026-03-09T01:02:03Z'), '2026-03-09'],
  ['hours', words.duration('2026-03-09T01:00:00Z', '2026-03-09T02:02:03Z'), '1小时02分03秒'],
  ['minutes', words.duration('2026-03-09T01:00:00Z', '2026-03-09T01:02:03Z'), '2分03秒'],
  ['seconds', words.duration('2026-03-09T01:00:00Z', '2026-03-09T01:00:45Z'), '45秒'],
  ['counts', [1, 10, 11, 20, 45].map(words.count).join(' '), '一 十 十一 二十 四十五'],
])('%s', (_title, written, expected) => {
  expect(written).toBe(expected);
});
