import { expect, test } from '@jest/globals';
import { choice, isNarrowed, queueSearchFrom } from '#web/staff/queue/queue-search.ts';

test.each([
  [{ view: 'roles', kind: 'review-filing' }, { view: 'roles', kind: 'review-filing' }],
  [{ view: 'everything', due: 'yesterday', stage: 'hearing' }, { stage: 'hearing' }],
  [{ search: 2026, caseId: 'no id' }, { search: '2026' }],
  [{ search: '  ' }, {}],
])('%j is read as %j', (address, read) => expect(queueSearchFrom(address)).toEqual(read));

test('equal choices are equal', () => {
  expect(choice('mine', { kind: undefined, search: '' })).toEqual({ view: 'mine' });
  expect([isNarrowed({ view: 'mine' }), isNarrowed({ view: 'mine', due: 'today' })]).toEqual([false, true]);
});
