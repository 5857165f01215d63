import { expect, test } from '@jest/globals';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { everyExit, exitOf, neverTaken } from './exits.ts';

const entry = (kind: string, data: object): JournalEntry => ({ seq: 1, kind, at: '', caseId: '', data }) as unknown as JournalEntry;

test('what the journal shows is what is asked for', () => {
  expect(exitOf(entry('task-completed', { kind: 'review-filing', outcome: { decision: 'correct' } }))).toBe('task review-filing: correct');
  expect(exitOf(entry('task-completed', { kind: 'settle-issues', outcome: { agreed: '合同成立' } }))).toBe('task settle-issues: answer');
  expect(exitOf(entry('stage-ended', { stage: 'hearing', exit: 'moved' }))).toBe('stage hearing: moved');
  expect(exitOf(entry('case-closed', { how: 'lapsed' }))).toBe('closed: lapsed');
  expect(exitOf(entry('stage-entered', { stage: 'hearing' }))).toBeUndefined();
});

test('one exit that no test took is found, among all', () => {
  const all = everyExit();
  expect(new Set(all).size).toBe(all.length);
  expect(neverTaken(all)).toEqual([]);
  expect(neverTaken(all.filter((exit) => exit !== 'task waive-notice: postpone'))).toEqual(['task waive-notice: postpone']);
});
