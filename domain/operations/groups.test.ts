import { expect, test } from '@jest/globals';
import { groupFailures } from '#domain/operations/groups.ts';

const failed = (caseId: string, step: string, error: string, at: string, errorType = 'Error') => ({ caseId, step, error, errorType, firstAt: at, since: at });

test('one group a step and error, whatever the case; the largest first; when it began and when it came last', () => {
  const groups = groupFailures([
    failed('1', 'sealArchive', 'disk full', '2026-05-11T01:00:00Z'),
    failed('1', 'issueNotices', 'notice/3f2504e0-4f89-41d3-9a0c-0305e82c3301: answered 500', '2026-05-11T03:00:00Z'),
    failed('2', 'issueNotices', 'notice/a8098c1a-f86e-41da-bd1a-00112444be1e: answered 500', '2026-05-11T02:00:00Z'),
    failed('2', 'issueNotices', 'notice/a8098c1a-f86e-41da-bd1a-00112444be1e: answered 500', '2026-05-11T04:00:00Z'),
    failed('3', 'issueNotices', 'notice/a8098c1a-f86e-41da-bd1a-00112444be1e: answered 500', '2026-05-11T05:00:00Z', 'Ambiguous'),
  ]);
  expect(groups.map(({ step, errorType, cases, first, last, members, signature }) => ({ step, errorType, cases, first, last, members: members.length, signature }))).toEqual([
    { step: 'issueNotices', errorType: 'Error', cases: 2, first: '2026-05-11T02:00:00Z', last: '2026-05-11T04:00:00Z', members: 3, signature: 'notice/<id>: answered 500' },
    { step: 'sealArchive', errorType: 'Error', cases: 1, first: '2026-05-11T01:00:00Z', last: '2026-05-11T01:00:00Z', members: 1, signature: 'disk full' },
    { step: 'issueNotices', errorType: 'Ambiguous', cases: 1, first: '2026-05-11T05:00:00Z', last: '2026-05-11T05:00:00Z', members: 1, signature: 'notice/<id>: answered 500' },
  ]);
});
