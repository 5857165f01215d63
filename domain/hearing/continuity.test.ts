import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { causeWords, continuityLedger, type ClassifiedAbsence, type ContinuityInput, type LedgerCause, type Pause, type RecordedInterval } from './continuity.ts';

const s = (seconds: number) => Date.parse('2026-05-14T01:30:00Z') + seconds * 1000;
const video = (from: number, to: number, personId = 'p'): RecordedInterval => ({ personId, kind: 'video', from: s(from), to: s(to) });
const pause = (cause: Pause['cause'], from: number, to: number, more: Partial<Pause> = {}): Pause => ({ cause, from: s(from), to: s(to), evidence: [`${cause}-event`], ...more });
const absence = (cause: ClassifiedAbsence['cause'], from: number, to: number | null): ClassifiedAbsence => ({ personId: 'p', cause, from: s(from), to: to === null ? null : s(to), evidence: [`${cause}-event`] });

/** The video of one person in a hearing of 100 s. */
const ledger = (recordings: RecordedInterval[], pauses: Pause[] = [], absences: ClassifiedAbsence[] = []) =>
  continuityLedger({ span: { from: s(0), to: s(100) }, required: [{ personId: 'p', kind: 'video' }], recordings, pauses, absences });
const seconds = (time: number) => (time - s(0)) / 1000;

describe('one track of a hearing of 100 s, opening at 0 (REC-3)', () => {
  test.each([
    ['recorded from before the opening to after the closing', [video(-5, 105)], [], [], [[0, 100, 'recorded']]],
    ['first and last packets within a second of the edges',   [video(0.4, 99.2)], [], [], [[0, 100, 'recorded']]],
    ['first and last packets farther from the edges',         [video(1.5, 98.5)], [], [], [[0, 1.5, 'unexplained'], [1.5, 98.5, 'recorded'], [98.5, 100, 'unexplained']]],
    ['two files with a seam of half a second',                [video(0, 50), video(50.5, 100)], [], [], [[0, 100, 'recorded']]],
    ['files that overlap',                                    [video(0, 60), video(40, 100)], [], [], [[0, 100, 'recorded']]],
    ['nothing at all',                                        [], [], [], [[0, 100, 'unexplained']]],
    ['a recess',                                              [video(0, 40), video(60, 100)], [pause('recess', 40, 60)], [], [[0, 40, 'recorded'], [40, 60, 'recess'], [60, 100, 'recorded']]],
    ['a recess, the media back 3 s after it',                 [video(0, 39), video(63, 100)], [pause('recess', 40, 60)], [], [[0, 39, 'recorded'], [39, 63, 'recess'], [63, 100, 'recorded']]],
    ['a recess that was recorded all the same',               [video(0, 100)], [pause('recess', 40, 60)], [], [[0, 100, 'recorded']]],
    ['the camera switched off',                               [video(0, 40), video(60, 100)], [pause('switched-off', 40, 60, { personId: 'p', kind: 'video' })], [], [[0, 40, 'recorded'], [40, 60, 'switched-off'], [60, 100, 'recorded']]],
    ['another person\'s camera switched off',                 [video(0, 40), video(60, 100)], [pause('switched-off', 40, 60, { personId: 'd', kind: 'video' })], [], [[0, 40, 'recorded'], [40, 60, 'unexplained'], [60, 100, 'recorded']]],
    ['a network loss, seen 2.5 s after the last packet',      [video(0, 40), video(60, 100)], [], [absence('network-loss', 42.5, 60.1)], [[0, 40, 'recorded'], [40, 60, 'network-loss'], [60, 100, 'recorded']]],
    ['a loss that lasts to the closing',                      [video(0, 40)], [], [absence('closed-page', 42, null)], [[0, 40, 'recorded'], [40, 100, 'closed-page']]],
    ['a loss, then suspended by the judge',                   [video(0, 40), video(80, 100)], [pause('suspended', 50, 80)], [absence('network-loss', 42, 70)], [[0, 40, 'recorded'], [40, 50, 'network-loss'], [50, 80, 'suspended'], [80, 100, 'recorded']]],
    ['a loss, suspended by the judge at once',                [video(0, 40), video(80, 100)], [pause('suspended', 44, 80)], [absence('network-loss', 42, 70)], [[0, 40, 'recorded'], [40, 44, 'network-loss'], [44, 80, 'suspended'], [80, 100, 'recorded']]],
    ['back in the pause, the media only after it',            [video(0, 40), video(83, 100)], [pause('suspended', 44, 80)], [absence('network-loss', 42, 79)], [[0, 40, 'recorded'], [40, 44, 'network-loss'], [44, 83, 'suspended'], [83, 100, 'recorded']]],
    ['a gap longer than its cause',                           [video(0, 40), video(80, 100)], [], [absence('network-loss', 42, 50)], [[0, 40, 'recorded'], [40, 55, 'network-loss'], [55, 80, 'unexplained'], [80, 100, 'recorded']]],
    ['a cause without a gap',                                 [video(0, 100)], [], [absence('network-loss', 42, 50)], [[0, 100, 'recorded']]],
    ['the recording begins late',                             [video(8, 100)], [], [], [[0, 8, 'unexplained'], [8, 100, 'recorded']]],
    ['a gap of 2 s without cause',                            [video(0, 40), video(42, 100)], [], [], [[0, 40, 'recorded'], [40, 42, 'unexplained'], [42, 100, 'recorded']]],
  ] as [string, RecordedInterval[], Pause[], ClassifiedAbsence[], [number, number, LedgerCause][]][])('%s', (_name, recordings, pauses, absences, expected) => {
    const { value } = ledger(recordings, pauses, absences);
    expect(value.tracks[0]?.entries.map((entry) => [seconds(entry.from), seconds(entry.to), entry.cause])).toEqual(expected);
    expect(value.gaps).toHaveLength(expected.filter(([, , cause]) => cause !== 'recorded').length);
  });
});

test('a gap carries the events that its cause rests on, and the articles follow the causes', () => {
  const { value, articles } = ledger([video(0, 40), video(60, 100)], [], [absence('network-loss', 42, 60)]);
  expect(value.gaps).toMatchObject([{ personId: 'p', kind: 'video', cause: 'network-loss', evidence: ['network-loss-event'] }]);
  expect(articles).toEqual(['REC-1', 'REC-3', 'G12']);
});

test.each([
  ['unexplained', [video(0, 40), video(60, 100)], [], true],
  ['court-equipment', [video(0, 40), video(60, 100)], [absence('court-equipment', 41, 60)], true],
  ['network-loss', [video(0, 40), video(60, 100)], [absence('network-loss', 41, 60)], false],
] as [string, RecordedInterval[], ClassifiedAbsence[], boolean][])('%s needs a written explanation (REC-4)', (_cause, recordings, absences, needs) => {
  expect(ledger(recordings, [], absences).value.toExplain.length > 0).toBe(needs);
});

test('once explained in writing, nothing is left to explain', () => {
  const explained = pause('explained-in-writing', 40, 60, { personId: 'p', kind: 'video' });
  expect(ledger([video(0, 40), video(60, 100)], [explained], [absence('court-equipment', 41, 60)]).value.toExplain).toEqual([]);
});

test('a span that does not end after it begins is refused', () => {
  expect(() => continuityLedger({ span: { from: s(1), to: s(1) }, required: [], recordings: [], pauses: [], absences: [] })).toThrow(RangeError);
});

test('every cause has words', () => {
  for (const words of Object.values(causeWords)) expect(words.zh && words.en).toBeTruthy();
});

describe('whatever was recorded', () => {
  const people = ['p', 'd'] as const;
  const kinds = ['audio', 'video'] as const;
  const interval = fc.tuple(fc.integer({ min: -20_000, max: 120_000 }), fc.integer({ min: 0, max: 60_000 })).map(([from, length]) => ({ from: s(0) + from, to: s(0) + from + length }));
  const input: fc.Arbitrary<ContinuityInput> = fc.record({
    span: fc.integer({ min: 1, max: 100_000 }).map((length) => ({ from: s(0), to: s(0) + length })),
    required: fc.constant(people.flatMap((personId) => kinds.map((kind) => ({ personId, kind })))),
    recordings: fc.array(fc.record({ personId: fc.constantFrom(...people), kind: fc.constantFrom(...kinds), at: interval }).map(({ at, ...rest }) => ({ ...rest, ...at })), { maxLength: 12 }),
    pauses: fc.array(fc.record({ cause: fc.constantFrom<Pause['cause']>('recess', 'suspended', 'switched-off'), personId: fc.option(fc.constantFrom(...people), { nil: undefined }), at: interval, evidence: fc.constant(['e']) }).map(({ at, ...rest }) => ({ ...rest, ...at })), { maxLength: 5 }),
    absences: fc.array(fc.record({ cause: fc.constantFrom<ClassifiedAbsence['cause']>('network-loss', 'closed-page'), personId: fc.constantFrom(...people), at: interval, open: fc.boolean(), evidence: fc.constant(['e']) }).map(({ at, open, ...rest }) => ({ ...rest, from: at.from, to: open ? null : at.to })), { maxLength: 5 }),
  });

  test('the entries cover the whole span, without overlap, and neighbours differ', () => {
    fc.assert(fc.property(input, (given) => {
      for (const { entries, recordedMs, unexplainedMs } of continuityLedger(given).value.tracks) {
        expect(entries[0]?.from).toBe(given.span.from);
        expect(entries.at(-1)?.to).toBe(given.span.to);
        entries.forEach((entry, index) => {
          expect(entry.to).toBeGreaterThan(entry.from);
          const next = entries[index + 1];
          if (next) {
            expect(next.from).toBe(entry.to);
            if (entry.cause === 'recorded' || entry.cause === 'unexplained') expect(next.cause).not.toBe(entry.cause);
          }
          if (entry.cause !== 'recorded' && entry.cause !== 'unexplained') expect(entry.evidence.length).toBeGreaterThan(0);
        });
        expect(recordedMs + unexplainedMs).toBeLessThanOrEqual(given.span.to - given.span.from);
      }
    }), { numRuns: 300 });
  });

  test('a moment with a packet interval over it is recorded, and without any interval near it is not', () => {
    fc.assert(fc.property(input, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (given, share) => {
      const moment = given.span.from + Math.floor(share * (given.span.to - given.span.from));
      for (const { personId, kind, entries } of continuityLedger(given).value.tracks) {
        const own = given.recordings.filter((r) => r.personId === personId && r.kind === kind && r.to > r.from);
        const entry = entries.find((e) => e.from <= moment && moment < e.to);
        if (own.some((r) => r.from <= moment && moment < r.to)) expect(entry?.cause).toBe('recorded');
        if (own.every((r) => moment < r.from - 1_000 || moment > r.to + 1_000)) expect(entry?.cause).not.toBe('recorded');
      }
    }), { numRuns: 300 });
  });
});
