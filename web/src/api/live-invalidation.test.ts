import { expect, test } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '#api/contract/live-event.ts';
import { invalidatedBy } from '#web/api/live-invalidation.ts';

const shown = {
  queue: ['tasks', { view: 'mine' }],
  case: ['case', 'c'],
  timeline: ['case', 'c', 'timeline'],
  otherCase: ['case', 'other'],
  hearing: ['hearing', 'h'],
  transcript: ['hearing', 'h', 'transcript'],
  court: ['court'],
  outbox: ['outbox', ''],
};

/** Which of the reads that pages show a change makes stale. */
async function stale(event: LiveEvent): Promise<string[]> {
  const client = new QueryClient();
  for (const queryKey of Object.values(shown)) client.setQueryData(queryKey, {});
  for (const { queryKey, exact } of invalidatedBy(event)) await client.invalidateQueries({ queryKey, exact: exact ?? false, refetchType: 'none' });
  return Object.entries(shown).filter(([, queryKey]) => client.getQueryState(queryKey)!.isInvalidated).map(([name]) => name);
}

test.each<[string, LiveEvent, string[]]>([
  ['a task opens', { type: 'journal', caseId: 'c', stream: 'case-c', seq: 4, opened: ['t'], closed: [] }, ['queue', 'case', 'timeline']],
  ['a hearing moves on', { type: 'journal', caseId: 'c', stream: 'hearing-h', seq: 4, opened: [], closed: [], hearingId: 'h' }, ['queue', 'case', 'timeline', 'hearing', 'transcript']],
  ['a line is typed', { type: 'transcript', caseId: 'c', hearingId: 'h', lineId: 'l' }, ['transcript']],
  ['somebody comes or goes', { type: 'presence', caseId: 'c', hearingId: 'h' }, ['hearing']],
  ['a task is claimed', { type: 'claim', caseId: 'c', taskId: 't' }, ['queue']],
  ['an SMS is sent', { type: 'outbox' }, ['outbox']],
  ['the clock is moved', { type: 'clock', offsetMs: 1 }, ['queue', 'case', 'timeline', 'otherCase', 'court']],
  ['something may have been missed', { type: 'resync' }, Object.keys(shown)],
])('%s', async (_what, event, expected) => expect(await stale(event)).toEqual(expected));
