import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { absences, classify, type AbsenceCause } from './presence.ts';
import { rawMediaEventSchema, type Medium, type RawMediaEvent } from './raw-media-event.ts';

/** What one event says, without who and when. */
type What = RawMediaEvent extends infer E ? E extends RawMediaEvent ? Omit<E, 'id' | 'at' | 'mediaHost' | 'hearingId' | 'opaqueId' | 'session'> : never : never;
type Step = readonly [seconds: number, what: What, who?: string | null, session?: string | null];

const start = Date.parse('2026-05-14T01:30:00Z');
const at = (seconds: number) => start + Math.round(seconds * 1000);
const fromPage = ['client-ping', 'leave-pressed', 'page-closed', 'page-hidden', 'page-visible', 'media-switched', 'device-lost', 'device-restored', 'client-ice-state'];

/** Seconds after the start, as the measured sequences give them; ids are p0, p1, … in the order written. */
const record = (steps: readonly Step[]): RawMediaEvent[] => steps.map(([seconds, what, who = 'p', session], index) =>
  rawMediaEventSchema.parse({
    ...what, id: `${who ?? 'server'}${index}`, at: at(seconds), mediaHost: 'media-1', hearingId: 'h1', opaqueId: who,
    session: session !== undefined ? session : who === null || fromPage.includes(what.kind) ? null : `${who}-1`,
  }));

const is = (kind: 'transport-connected' | 'transport-disconnected' | 'session-created' | 'session-claimed' | 'session-timeout' | 'session-destroyed' | 'handle-attached' | 'handle-detached' | 'webrtc-up' | 'joined' | 'published' | 'unpublished' | 'leaving' | 'kicked' | 'leave-pressed' | 'page-hidden' | 'page-visible' | 'server-started' | 'server-stopped' | 'client-ping'): What => ({ kind });
const receiving = (medium: Medium, on: boolean): What => ({ kind: 'media-receiving', medium, mid: medium === 'audio' ? '0' : '1', receiving: on });
const hangup = (reason: string): What => ({ kind: 'webrtc-hangup', reason });
const switched = (medium: Medium, on: boolean): What => ({ kind: 'media-switched', medium, on });
const closedPage: What = { kind: 'page-closed', persisted: false };

/** Somebody who joined a minute before, with camera and microphone on. */
const inTheRoom = (who = 'p', session = `${who}-1`): Step[] => [
  [-60.2, is('transport-connected'), who, null], [-60.1, is('session-created'), who, session], [-60, is('joined'), who, session], [-59.9, is('published'), who, session],
  [-59.8, is('webrtc-up'), who, session], [-59.7, receiving('audio', true), who, session], [-59.6, receiving('video', true), who, session],
];
const lostBoth = (first: number, second: number): Step[] => [[first, receiving('audio', false)], [second, receiving('video', false)]];

describe('the recorded sequences', () => {
  test.each([
    // what happened,                               sequence after the action,                                                                    looked at, cause,             certain, since
    ['a clean leave',                               [[.01, is('leaving')], [.02, hangup('DTLS alert')], [.03, is('handle-detached')], [.03, is('session-destroyed')], [.03, is('transport-disconnected')]], .05, 'deliberate-leave', true, .01],
    ['the button "leave"',                          [[-.1, is('leave-pressed')], [.01, is('leaving')], [.03, is('transport-disconnected')]], 1, 'deliberate-leave', true, .01],
    ['the button "leave", the page gone before it', [[-.1, is('leave-pressed')], [.02, is('transport-disconnected')], ...lostBoth(2, 2.4)], 3, 'deliberate-leave', true, .02],
    ['a tab closed, with its beacon',               [[0, closedPage], [.02, is('transport-disconnected')], ...lostBoth(2, 2.4)], 3, 'closed-page', true, .02],
    ['a tab closed, its beacon late',               [[.02, is('transport-disconnected')], ...lostBoth(2, 2.4), [2.6, closedPage]], 3, 'closed-page', true, .02],
    ['a tab closed that takes its leave',           [[.01, is('leaving')], [.02, is('transport-disconnected')], [.05, closedPage]], 1, 'closed-page', true, .01],
    ['a browser killed: may be a crash',            [[.04, is('transport-disconnected')], ...lostBoth(2, 2.4), [64, is('session-timeout')], [64.1, is('unpublished')], [64.1, is('leaving')], [64.2, is('handle-detached')]], 65, 'closed-page', false, .04],
    ['a silent network cut, at once',               lostBoth(1.5, 2.5), 2.6, 'network-loss', true, 1.5],
    ['a silent network cut, to the end',            [...lostBoth(1.5, 2.5), [6.5, is('transport-disconnected')], [66, is('session-timeout')], [66, is('unpublished')], [66, is('leaving')]], 70, 'network-loss', true, 1.5],
    ['UDP alone cut, for 45 s nothing more',        [...lostBoth(1.5, 1.6), [6, { kind: 'client-ice-state', state: 'disconnected' }], [16, { kind: 'client-ice-state', state: 'failed' }]], 45, 'network-loss', true, 1.5],
    ['TCP alone cut, the media flowing on',         [[6.5, is('transport-disconnected')], [9, is('session-timeout')], [9.1, is('unpublished')], [9.1, is('leaving')]], 10, 'network-loss', true, 9],
    ['a page hidden, then the network',             [[-30, is('page-hidden')], ...lostBoth(1.5, 2.5)], 3, 'network-loss', false, 1.5],
    ['a phone locked',                              [[0, is('page-hidden')], [2, receiving('video', false)]], 3, 'locked-phone', true, 2],
    ['a phone locked, sound stopping too',          [[0, is('page-hidden')], [1.8, receiving('audio', false)], [2, receiving('video', false)], [8, is('transport-disconnected')]], 9, 'locked-phone', true, 2],
    ['the camera unplugged',                        [[0, { kind: 'device-lost', medium: 'video', reason: 'track ended' }], [2, receiving('video', false)]], 3, 'device', true, 0],
    ['removed by the clerk',                        [[.01, is('kicked')], [.02, is('leaving')], [.5, hangup('Close PC')]], 1, 'removed', true, .01],
    ['the media server killed and started again',   [[3, is('server-started'), null]], 4, 'court-equipment', true, 3],
    ['the media server stopped',                    [[0, is('server-stopped'), null]], 1, 'court-equipment', true, 0],
    ['camera and microphone off, then gone',        [[-20, switched('video', false)], [-20, switched('audio', false)], [-18, receiving('video', false)], [-18, receiving('audio', false)], [0, is('transport-disconnected')]], 4, 'unknown', false, 0],
    ['the same, with the beacon',                   [[-20, switched('video', false)], [-20, switched('audio', false)], [-18, receiving('video', false)], [-18, receiving('audio', false)], [0, closedPage], [0.02, is('transport-disconnected')]], 4, 'closed-page', true, .02],
  ] as [string, Step[], number, AbsenceCause, boolean, number][])('%s', (_name, steps, looked, cause, certain, since) => {
    const { p } = classify(record([...inTheRoom(), ...steps]), at(looked));
    expect({ ...p, evidence: undefined }).toEqual({ state: 'away', cause, certain, since: at(since), evidence: undefined });
    expect(p?.evidence.length).toBeGreaterThan(0);
  });

  test.each([
    ['nothing happened',                            [], 0],
    ['the camera switched off',                     [[0, switched('video', false)], [2, receiving('video', false)]], 10],
    ['only the picture lost, the sound flowing',    [[2, receiving('video', false)]], 10],
    ['camera and microphone switched off',          [[0, switched('video', false)], [0, switched('audio', false)], [2, receiving('video', false)], [2, receiving('audio', false)]], 60],
    ['another window in front',                     [[0, is('page-hidden')]], 60],
    ['a tab closed, but another one is in the room', [[0, closedPage]], 60],
    ['the socket lost and claimed again',           [[6.5, is('transport-disconnected')], [6.507, is('session-claimed')]], 10],
    ['the socket lost, the media flowing on',       [[6.5, is('transport-disconnected')]], 30],
    ['the page stops sending and sends again',      [[0, is('unpublished')], [0.5, is('published')]], 10],
    ['a subscription renewed',                      [[0, hangup('Close PC')], [0.1, is('handle-detached')]], 10],
  ] as [string, Step[], number][])('still there: %s', (_name, steps, looked) => {
    expect(classify(record([...inTheRoom(), ...steps]), at(looked)).p).toMatchObject({ state: 'present', cause: null, since: at(-60) });
  });
});

describe('coming back', () => {
  test.each([4, 8, 20])('a cut of %d s, in the same session', (seconds) => {
    const steps: Step[] = [...lostBoth(1.5, 2.5), [6.5, is('transport-disconnected')], [seconds + .5, is('session-claimed')], [seconds + 1, receiving('audio', true)], [seconds + 1.1, receiving('video', true)]];
    const events = record([...inTheRoom(), ...steps.sort((a, b) => a[0] - b[0])]);
    expect(classify(events, at(seconds + 2)).p).toMatchObject({ state: 'present', since: at(seconds + 1) });
    expect(absences(events, at(seconds + 2)).p).toMatchObject([{ from: at(1.5), to: at(seconds + 1), cause: 'network-loss' }]);
  });

  test('a page loaded again: the tail of its old session, a minute later, says nothing', () => {
    const events = record([
      ...inTheRoom(), [0, closedPage], [.02, is('transport-disconnected')],
      [1, is('transport-connected'), 'p', null], [1.1, is('session-created'), 'p', 'p-2'], [1.5, is('joined'), 'p', 'p-2'], [1.6, receiving('audio', true), 'p', 'p-2'], [1.7, receiving('video', true), 'p', 'p-2'],
      [2, receiving('audio', false)], [2.4, receiving('video', false)], [60, is('session-timeout')], [60, is('unpublished')], [60, is('leaving')],
    ]);
    expect(classify(events, at(61)).p).toMatchObject({ state: 'present', since: at(1.5) });
    expect(absences(events, at(61)).p).toMatchObject([{ from: at(.02), to: at(1.5), cause: 'closed-page', certain: true }]);
  });

  test('a second page takes the seat: the first is put out, which is no removal by the court', () => {
    const events = record([...inTheRoom(), [0, is('kicked')], [.1, is('joined'), 'p', 'p-2'], [.2, is('leaving')]]);
    expect(absences(events, at(1)).p).toMatchObject([{ from: at(0), to: at(.1), cause: 'closed-page', certain: false }]);
    expect(classify(events, at(1)).p).toMatchObject({ state: 'present' });
  });

  test('the session claimed over a new socket: the end of the old one, told twice, means nothing', () => {
    const off: Step[] = [[-20, switched('video', false)], [-20, switched('audio', false)], [-18, receiving('video', false)], [-18, receiving('audio', false)]];
    const events = record([...inTheRoom(), ...off, [0, is('session-claimed')], [5, is('transport-disconnected')], [5.01, is('transport-disconnected')], [40, is('leaving')]]);
    expect(classify(events, at(30)).p).toMatchObject({ state: 'present' });
    expect(classify(events, at(41)).p).toMatchObject({ cause: 'deliberate-leave', certain: true });
  });

  test('a phone unlocked is back with its picture, not with its sound alone', () => {
    const events = record([...inTheRoom(), [0, is('page-hidden')], ...lostBoth(1.8, 2), [20, receiving('audio', true)], [30, is('page-visible')], [31, receiving('video', true)]]);
    expect(classify(events, at(25)).p).toMatchObject({ state: 'away', cause: 'locked-phone' });
    expect(classify(events, at(32)).p).toMatchObject({ state: 'present', since: at(31) });
  });

  test('a device plugged in again', () => {
    const events = record([...inTheRoom(), [0, { kind: 'device-lost', medium: 'audio', reason: 'track ended' }], [9, { kind: 'device-restored', medium: 'audio' }]]);
    expect(classify(events, at(10)).p).toMatchObject({ state: 'present', since: at(9) });
  });

  test('after the media server was started anew', () => {
    const events = record([...inTheRoom(), [0, is('server-started'), null], [1.5, is('joined'), 'p', 'p-2']]);
    expect(absences(events, at(2)).p).toMatchObject([{ from: at(0), to: at(1.5), cause: 'court-equipment' }]);
  });
});

describe('more than one person', () => {
  test('all sockets break at once while the media flow: the court\'s gateway', () => {
    const events = record([...inTheRoom('p'), ...inTheRoom('d'), [0, is('transport-disconnected'), 'p'], [.1, is('transport-disconnected'), 'd'], [60, is('session-timeout'), 'p'], [60, is('session-timeout'), 'd']]);
    expect(classify(events, at(61))).toMatchObject({ p: { cause: 'court-equipment', certain: false }, d: { state: 'away', cause: 'court-equipment' } });
  });
  test('one leaves, the other stays', () => {
    const events = record([...inTheRoom('p'), ...inTheRoom('d'), [0, is('leaving'), 'p']]);
    expect(classify(events, at(1))).toMatchObject({ p: { cause: 'deliberate-leave' }, d: { state: 'present' } });
  });
});

test('before joining', () => {
  expect(classify(record([[0, is('transport-connected')]]), at(1)).p).toMatchObject({ state: 'away', cause: 'not-joined' });
});

test('the evidence are the raw events that the cause rests on', () => {
  const steps: Step[] = [[0, closedPage], [.02, is('transport-disconnected')], ...lostBoth(2, 2.4), [64, is('session-timeout')]];
  const events = record([...inTheRoom(), ...steps]);
  const [page, transport, audio, video, timeout] = events.slice(inTheRoom().length).map((event) => event.id);
  expect(classify(events, at(70)).p?.evidence).toEqual([page, transport, audio, video, timeout]);
});

describe('whatever is reported', () => {
  const what: fc.Arbitrary<What> = fc.oneof(
    fc.constantFrom(...(['transport-disconnected', 'session-claimed', 'session-timeout', 'joined', 'unpublished', 'leaving', 'kicked', 'leave-pressed', 'page-hidden', 'page-visible'] as const).map(is), closedPage),
    fc.record({ medium: fc.constantFrom<Medium>('audio', 'video'), on: fc.boolean() }).map(({ medium, on }) => receiving(medium, on)),
    fc.record({ medium: fc.constantFrom<Medium>('audio', 'video'), on: fc.boolean() }).map(({ medium, on }) => switched(medium, on)),
  );
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), what, fc.constantFrom('p', 'd')), { maxLength: 40 });

  test('absences follow one another, each rests on events, and the order of delivery does not matter', () => {
    fc.assert(fc.property(steps, fc.infiniteStream(fc.nat(1000)), (random, shuffle) => {
      const events = record([...inTheRoom('p'), ...inTheRoom('d'), ...random]).map((event, index) => ({ ...event, at: event.at + index }));
      const found = absences(events, at(200));
      for (const list of Object.values(found)) {
        list.forEach((absence, index) => {
          expect(absence.evidence.every((id) => events.some((event) => event.id === id))).toBe(true);
          expect(absence.evidence.length).toBeGreaterThan(0);
          const next = list[index + 1];
          if (next) expect(absence.to !== null && absence.to <= next.from && absence.from <= absence.to).toBe(true);
        });
      }
      const mixed = events.map((event) => ({ event, key: shuffle.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ event }) => event);
      expect(absences(mixed, at(200))).toEqual(found);
    }), { numRuns: 300 });
  });
});
