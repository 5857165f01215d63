import { describe, expect, test } from '@jest/globals';
import { previewReset, refusalOfReset, resetPoints, type ResetEvent } from '#domain/operations/reset.ts';

const [caseId, participantId, hearingId, review, consent] = [1, 2, 3, 4, 5].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string, string, string];
const at = '2026-05-11T02:00:00.000Z';
const entry = (seq: number, taskId?: string) => ({ seq, kind: 'task-opened' as const, at, caseId, data: { taskId } });

/** A case that was accepted and whose other party was asked, as its history tells it. */
const events: ResetEvent[] = [
  { eventId: 1, at, what: 'other', known: [{ caseId, participants: [{ participantId }] }] },
  { eventId: 4, at, what: 'stood' },
  { eventId: 5, at, what: 'journal', entries: [entry(1), entry(2, review)] },
  { eventId: 8, at, what: 'stood' },
  { eventId: 10, at, what: 'update', name: 'completeTask', updateId: 'u1', input: { taskId: review } },
  { eventId: 11, at, what: 'activity', activity: 'acceptFiling', input: { caseId, year: 2026 } },
  { eventId: 12, at, what: 'journal', entries: [entry(3)] },
  { eventId: 15, at, what: 'stood' },
  { eventId: 16, at, what: 'activity', activity: 'issueAcceptance', input: { caseId, participant: { participantId }, acceptedAt: at } },
  { eventId: 17, at, what: 'journal', entries: [entry(4, consent)] },
  { eventId: 20, at, what: 'signal', name: 'moveClock' },
  { eventId: 22, at, what: 'stood' },
  { eventId: 23, at, what: 'update', name: 'completeTask', updateId: 'u2', input: { taskId: consent } },
  { eventId: 24, at, what: 'journal', entries: [entry(5)] },
];

test('the points at which it stood, the newest first, each with what came next', () => {
  expect(resetPoints(events).map(({ eventId, seq, next }) => ({ eventId, seq, next }))).toEqual([{ eventId: 22, seq: 4, next: [5] }, { eventId: 15, seq: 3, next: [4] }, { eventId: 8, seq: 2, next: [3] }]);
});

describe('begun again', () => {
  test('where the review was answered: what is done again the ledger holds back, and an answer to a task that is opened anew is lost', () => {
    const preview = previewReset(events, 8);
    expect(preview).toEqual({
      eventId: 8, seq: 2, after: 3, children: [],
      again: [{ activity: 'acceptFiling', held: true }, { activity: 'issueAcceptance', held: true }],
      updates: [{ eventId: 10, name: 'completeTask', lost: false }, { eventId: 23, name: 'completeTask', lost: true }],
      signals: [{ eventId: 20, name: 'moveClock' }],
    });
    expect(refusalOfReset(preview)).toBeUndefined();
  });

  test.each<[string, ResetEvent, string | undefined]>([
    ['a booking of a hearing that gets another id', { eventId: 30, at, what: 'activity', activity: 'bookHearing', input: { caseId, hearingId } }, 'would-happen-twice'],
    ['notices of such a hearing', { eventId: 30, at, what: 'activity', activity: 'issueNotices', input: { caseId, hearing: { hearingId } } }, 'would-happen-twice'],
    ['a hearing that was begun', { eventId: 30, at, what: 'child', workflowType: 'courtHearing' }, 'reset-beyond-a-hearing'],
    ['the calendar, which may be read again', { eventId: 30, at, what: 'activity', activity: 'loadCalendar', input: { years: [2026] } }, undefined],
  ])('%s', (_what, event, code) => { expect(refusalOfReset(previewReset([...events, event], 22))?.code).toBe(code); });

  test('behind the booking it may: then the id is known', () => {
    const booked: ResetEvent[] = [...events, { eventId: 30, at, what: 'activity', activity: 'bookHearing', input: { caseId, hearingId } }, { eventId: 33, at, what: 'stood' }, { eventId: 34, at, what: 'activity', activity: 'issueNotices', input: { caseId, hearing: { hearingId } } }];
    expect(refusalOfReset(previewReset(booked, 33))).toBeUndefined();
  });
});
