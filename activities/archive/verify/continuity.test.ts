import { describe, expect, test } from '@jest/globals';
import { chained, sampleRecordingRecords } from '#activities/archive/testing/sample-case.ts';
import { ledgerSchema, type ArchivedLedger, type TimeLine } from '#domain/archive/recording-records.ts';
import { findBreaks, findDeviations, findUnfoundedGaps, summary } from './continuity.ts';
import { findWrongTimes } from './session-times.ts';

function sample(loss?: string[]): { timeLine: TimeLine; ledger: ArchivedLedger } {
  const { timeLine, ledger } = sampleRecordingRecords('a'.repeat(64), loss);
  return { timeLine, ledger: ledgerSchema.parse(JSON.parse(JSON.stringify(ledger))) };
}
const events = { ids: new Set(['e-1', 'e-2', 'e-3']), joined: new Set(['o-1']) };
const change = <T>(value: T, how: (copy: T) => void): T => {
  const copy = structuredClone(value);
  how(copy);
  return copy;
};

describe('a ledger', () => {
  test('that follows from its time line and events has nothing wrong', () => {
    const { timeLine, ledger } = sample();
    expect([...findBreaks(ledger, timeLine), ...findDeviations(ledger, timeLine), ...findUnfoundedGaps(ledger, timeLine, events, false)]).toEqual([]);
    expect(summary(ledger)).toBe('recorded 55.4 %, network-loss 40.0 s, recess 3600.0 s, not-joined 6000.0 s');
  });

  test('with a hole, a shorter span or a person left out does not account for every moment', () => {
    const { timeLine, ledger } = sample();
    expect(findBreaks(change(ledger, (copy) => copy.tracks[0]?.entries.splice(1, 1)), timeLine)).toEqual([expect.stringContaining('does not account for every moment of the audio of p-plaintiff at 2026-03-09T01:30:20.000Z')]);
    expect(findBreaks(change(ledger, (copy) => copy.tracks[0]?.entries.pop()), timeLine)).toEqual([expect.stringContaining('does not account for every moment')]);
    expect(findBreaks(change(ledger, (copy) => copy.tracks.splice(2, 1)), timeLine)).toEqual(['says nothing of the audio of p-judge']);
    expect(findBreaks(change(ledger, (copy) => { copy.span.to -= 1_000; }), timeLine)).toEqual(['does not run from opening to closing']);
  });

  test('that calls recorded what the packets do not show deviates', () => {
    const { timeLine, ledger } = sample();
    const whitewashed = change(ledger, (copy) => {
      for (const entry of copy.tracks[0]?.entries ?? []) if (entry.cause === 'network-loss') entry.cause = 'recorded';
    });
    expect(findDeviations(whitewashed, timeLine)).toEqual(['what it calls recorded of the audio of p-plaintiff is not what the time line shows']);
    expect(findDeviations(ledger, change(timeLine, (copy) => copy.tracks.splice(0, 1)))).toHaveLength(1);
  });

  test('whose gap rests on nothing is named', () => {
    const { timeLine, ledger } = sample();
    expect(findUnfoundedGaps(ledger, timeLine, { ...events, ids: new Set(['e-1', 'e-2']) }, false)).toContainEqual(expect.stringContaining('the event e-3, on which it rests, is not among the raw events'));
    expect(findUnfoundedGaps(ledger, timeLine, { ...events, joined: new Set(['o-3']) }, false)).toContainEqual(expect.stringContaining('not-joined of the audio of p-defendant'));
    expect(findUnfoundedGaps(ledger, { ...timeLine, pauses: [] }, events, false)).toContainEqual(expect.stringContaining('the session did not pause then'));
  });

  test('with a gap that nothing explains wants a written explanation (REC-4)', () => {
    const { timeLine, ledger } = sample(['01:30:00', '01:31:00']);
    expect(findUnfoundedGaps(ledger, timeLine, events, false)).toEqual(['audio', 'video'].map((kind) => `unexplained of the ${kind} of p-plaintiff at 2026-03-09T01:30:25.000Z (35.0 s): there is no written explanation (REC-4)`));
    expect(findUnfoundedGaps(ledger, timeLine, events, true)).toEqual([]);
  });
});

describe('times of a session', () => {
  const { timeLine } = sample();
  const phases = (offsetMs: number, closedLate = 0) => [['opening', '01:00:00'], ['recess', '01:40:00'], ['closed', '02:00:00']].map(([to = '', time = '']) => ({
    kind: 'hearing-phase', data: { hearingId: 'h', to }, at: new Date(Date.parse(`2026-03-09T${time}Z`) + offsetMs + (to === 'closed' ? closedLate : 0)).toISOString(),
  }));
  const wrong = (entries: Parameters<typeof chained>[1], line = timeLine) => {
    const journal = chained('hearing-h', entries);
    return findWrongTimes(line, journal.filter(({ kind }) => kind === 'hearing-phase'), journal);
  };
  const day = 86_400_000;
  const moved = (offsetMs: number) => ({ kind: 'clock-moved', data: { offsetMs, by: 'p' } });

  test.each([
    ['as the journal says', phases(0), []],
    ['a clock that was moved before', [moved(day), ...phases(day)], []],
    ['a closing a minute later in the journal', phases(0, 60_000), ['ends at another time than the journal says']],
    ['everything a day ahead, though no clock was moved', phases(day), ['begins', 'ends', 'has a recess'].map((what) => `${what} at another time than the journal says`)],
    ['a clock moved by another distance', [moved(day), ...phases(2 * day)], ['begins', 'ends', 'has a recess'].map((what) => `${what} at another time than the journal says`)],
    ['no closing at all', phases(0).slice(0, 2), ['the journal knows no opening or no closing of this session']],
    ['a recess that the journal does not know', phases(0).filter(({ data }) => data.to !== 'recess'), ['has a recess at another time than the journal says']],
  ])('%s', (_title, entries, expected) => {
    expect(wrong(entries)).toEqual(expected);
  });

  test('a clock moved in the middle of a session', () => {
    const [opening, recess, closing] = phases(0);
    const later = (entry: ReturnType<typeof phases>[number] | undefined) => ({ kind: 'hearing-phase', data: entry?.data, at: new Date(Date.parse(entry?.at ?? '') + day).toISOString() });
    if (!opening || !recess) throw new Error('three phases');
    expect(wrong([opening, recess, moved(day), later(closing)])).toEqual([]);
    expect(wrong([opening, recess, moved(2 * day), later(closing)])).toEqual(['ends at another time than the journal says']);
  });
});
