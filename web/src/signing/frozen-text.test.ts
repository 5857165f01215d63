import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { canonicalTranscript } from '#domain/transcript/version.ts';
import { hasHash, versionFrom } from '#web/signing/frozen-text.ts';

const version = { hearingId: 'h', version: 2, lines: [{ lineId: 'l', speaker: '原告 张三', spokenAt: '2026-03-06T01:00:00.000Z', text: '请求支付货款。' }] };
const canonical = canonicalTranscript(version);
const sha256 = createHash('sha256').update(canonical, 'utf8').digest('hex');

test('what is shown is what the hash is of', async () => {
  expect(versionFrom(canonical)).toEqual(version);
  expect(await hasHash(canonical, sha256)).toBe(true);
});
test('another text does not have the hash', async () => expect(await hasHash(canonical.replace('货款', '贷款'), sha256)).toBe(false));
test('what is no version cannot be signed', () => {
  expect(versionFrom('{')).toBeNull();
  expect(versionFrom('{"lines":1}')).toBeNull();
});
