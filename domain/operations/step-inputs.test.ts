import { describe, expect, test } from '@jest/globals';
import { problemsOfInput } from '#domain/operations/input-problems.ts';
import { fitsStep, movedBy } from '#domain/operations/step-inputs.ts';

const [caseId, other, person] = ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'a8098c1a-f86e-41da-bd1a-00112444be1e', '00000000-0000-4000-8000-000000000004'];
const accept = { caseId, year: 2025 };

describe('a corrected input', () => {
  test.each([
    ['a right one', 'acceptFiling', accept, { caseId, year: 2026 }, []],
    ['another case', 'acceptFiling', accept, { caseId: other, year: 2026 }, ['caseId']],
    ['a value of the wrong kind', 'acceptFiling', accept, { caseId, year: '2026' }, ['year']],
    ['something missing', 'acceptFiling', accept, { caseId }, ['year']],
    ['something that is no part of it', 'acceptFiling', accept, { caseId, year: 2026, name: '张三' }, ['']],
    ['no object', 'acceptFiling', accept, 'year: 2026', ['caseId']],
    ['another hearing', 'startRecording', { hearingId: caseId }, { hearingId: other }, ['hearingId']],
    ['a time that is none', 'freezeTranscript', { caseId, hearingId: other, at: '2026-05-11T02:00:00.000Z' }, { caseId, hearingId: other, at: 'today' }, ['at']],
    ['an article that there is not', 'makeServiceReceipt', {}, {
      caseId, hearingId: other, receiptId: other, title: '判决书', documentSha256: 'a'.repeat(64), personId: person, participantId: person, how: 'byPost', on: '2026-05-11', by: person,
      at: '2026-05-11T02:00:00.000Z', articles: ['CPL-9999'],
    }, ['articles.0']],
    ['a step of an older build', 'sendPigeon', {}, { anything: 1 }, []],
  ])('%s', (_what, step, before, after, paths) => {
    const problems = problemsOfInput(step, before, after);
    expect(problems.map(({ path }) => path)).toEqual(paths);
    expect(fitsStep(step, before, after)).toBe(paths.length === 0);
    for (const { message } of problems) expect(message.zh).not.toBe(message.en);
  });

  test('what was not there before may be named', () => { expect(movedBy({}, { caseId })).toEqual([]); });
});
