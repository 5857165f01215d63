import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { canonicalTranscript, parseTranscript, type TranscriptVersion } from './version.ts';

const version: TranscriptVersion = {
  hearingId: 'h1', version: 1,
  lines: [
    { lineId: 'l1', speaker: '审判长', spokenAt: '2026-05-14T01:30:00.000Z', text: '现在开庭。' },
    { lineId: 'l2', speaker: '原告', spokenAt: '2026-05-14T01:31:00.000Z', text: '请求判令被告还款"10万元"，\n并支付利息。' },
  ],
};
const hash = (of: TranscriptVersion) => createHash('sha256').update(canonicalTranscript(of), 'utf8').digest('hex');
const line = (change: Partial<TranscriptVersion['lines'][number]>): TranscriptVersion => ({ ...version, lines: version.lines.map((l, index) => (index === 1 ? { ...l, ...change } : l)) });

describe('what the hash of a version is of (G9)', () => {
  test('it never changes: this is the hash of this version, for ever', () => {
    expect(hash(version)).toBe('b121bb44c35479ad6b76ecb91b2248de3c1c7d8fed4b0066c18af0f3e4e7bfac');
  });

  test.each([
    ['another word',       line({ text: '请求判令被告还款"11万元"，\n并支付利息。' })],
    ['another speaker',    line({ speaker: '被告' })],
    ['another time',       line({ spokenAt: '2026-05-14T01:31:01.000Z' })],
    ['another order',      { ...version, lines: [...version.lines].reverse() }],
    ['a line less',        { ...version, lines: version.lines.slice(0, 1) }],
    ['the next version',   { ...version, version: 2 }],
    ['another hearing',    { ...version, hearingId: 'h2' }],
    ['a line in two',      { ...version, lines: [...version.lines.slice(0, 1), { lineId: 'l2', speaker: '原告', spokenAt: '2026-05-14T01:31:00.000Z', text: '请求判令被告还款"10万元"，' }, { lineId: 'l3', speaker: '原告', spokenAt: '2026-05-14T01:31:00.000Z', text: '并支付利息。' }] }],
  ])('%s is another version', (_name, other) => {
    expect(hash(other)).not.toBe(hash(version));
  });

  test.each([
    ['white space around a line', line({ text: `  ${version.lines[1]?.text ?? ''}\n` })],
    ['fields in another order', { lines: version.lines.map(({ text, speaker, spokenAt, lineId }) => ({ text, speaker, lineId, spokenAt })), version: 1, hearingId: 'h1' }],
  ])('%s makes no difference', (_name, same) => {
    expect(canonicalTranscript(same)).toBe(canonicalTranscript(version));
  });

  test('the canonical text can be read back', () => {
    expect(parseTranscript(canonicalTranscript(version))).toEqual(version);
    expect(() => parseTranscript('{"lines":[]}')).toThrow();
  });
});
