import { describe, expect, test } from '@jest/globals';
import type { ComposeRecording } from '#activities/media-activities.ts';
import { ledgerOf } from '#activities/media/recording-ledger.ts';
import type { RecordedTrack } from '#adapters/media/recordings/collect.ts';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';

const OPENED = Date.parse('2026-05-14T01:30:00Z');
const at = (seconds: number) => OPENED + seconds * 1_000;
const iso = (seconds: number) => new Date(at(seconds)).toISOString();
const input = (pauses: ComposeRecording['pauses'] = []): ComposeRecording => ({
  caseId: 'c', hearingId: 'h', openedAt: iso(0), closedAt: iso(100), pauses, seats: [{ personId: 'person', participantId: 'x', role: 'plaintiff', opaqueId: 'p' }],
});
const track = (medium: 'audio' | 'video', ...spans: [number, number][]): RecordedTrack => {
  const intervals = spans.map(([from, to]) => ({ from: at(from), to: at(to) }));
  return { opaqueId: 'p', medium, file: '', sha256: '', packets: 1, unclean: false, intervals, firstPacketAt: intervals[0]?.from ?? 0, lastPacketAt: intervals.at(-1)?.to ?? 0 };
};
const event = (seconds: number, said: { kind: RawMediaEvent['kind'] } & Record<string, unknown>): RawMediaEvent =>
  ({ id: `${seconds}-${said.kind}`, at: at(seconds), mediaHost: 'media-1', hearingId: 'h', opaqueId: 'p', session: 's', ...said }) as RawMediaEvent;
const joined = (seconds: number) => [event(seconds, { kind: 'joined' }), ...(['audio', 'video'] as const).map((medium) => event(seconds, { kind: 'media-receiving', medium, mid: '0', receiving: true }))];
const causes = (tracks: RecordedTrack[], events: RawMediaEvent[], pauses: ComposeRecording['pauses'] = []) => {
  const { value } = ledgerOf(input(pauses), tracks, events);
  const entriesOf = (kind: 'audio' | 'video') => value.tracks.find((one) => one.kind === kind)?.entries.map(({ from, to, cause }) => [(from - at(0)) / 1_000, (to - at(0)) / 1_000, cause]);
  return { audio: entriesOf('audio'), video: entriesOf('video'), toExplain: value.toExplain.length };
};

describe('every second has its cause', () => {
  test('recorded throughout, the last packets just before the closing', () => {
    expect(causes([track('audio', [-5, 99.99]), track('video', [0.07, 99.93])], joined(-5))).toEqual({ audio: [[0, 100, 'recorded']], video: [[0, 100, 'recorded']], toExplain: 0 });
  });

  test('who came late', () => {
    expect(causes([track('audio', [30, 101]), track('video', [30.1, 101])], joined(29.9))).toMatchObject({ audio: [[0, 30, 'not-joined'], [30, 100, 'recorded']], toExplain: 0 });
  });

  test('who never came', () => {
    expect(causes([], [])).toEqual({ audio: [[0, 100, 'not-joined']], video: [[0, 100, 'not-joined']], toExplain: 0 });
  });

  test('who has no camera', () => {
    const events = [event(-9, { kind: 'device-lost', medium: 'video', reason: 'NotFoundError' }), ...joined(-5)];
    expect(causes([track('audio', [-5, 101])], events)).toEqual({ audio: [[0, 100, 'recorded']], video: [[0, 100, 'device']], toExplain: 0 });
  });

  test('who switched the camera off and on', () => {
    const events = [...joined(-5), event(40, { kind: 'media-switched', medium: 'video', on: false }), event(60, { kind: 'media-switched', medium: 'video', on: true })];
    expect(causes([track('audio', [-5, 101]), track('video', [-5, 40], [60, 101])], events)).toMatchObject({ video: [[0, 40, 'recorded'], [40, 60, 'switched-off'], [60, 100, 'recorded']], toExplain: 0 });
  });

  test('a recess', () => {
    const pauses = [{ cause: 'recess' as const, from: iso(50), to: iso(70) }];
    expect(causes([track('audio', [-5, 50], [70, 101]), track('video', [-5, 50], [70, 101])], joined(-5), pauses)).toMatchObject({ audio: [[0, 50, 'recorded'], [50, 70, 'recess'], [70, 100, 'recorded']], toExplain: 0 });
  });

  test('the network', () => {
    const lost = (['audio', 'video'] as const).map((medium) => event(42, { kind: 'media-receiving', medium, mid: '0', receiving: false }));
    const back = (['audio', 'video'] as const).map((medium) => event(60, { kind: 'media-receiving', medium, mid: '0', receiving: true }));
    expect(causes([track('audio', [-5, 40], [60, 101]), track('video', [-5, 40], [60, 101])], [...joined(-5), ...lost, ...back])).toMatchObject({ audio: [[0, 40, 'recorded'], [40, 60, 'network-loss'], [60, 100, 'recorded']], toExplain: 0 });
  });

  test('packets are missing and nothing says why: to be explained in writing', () => {
    expect(causes([track('audio', [-5, 40], [60, 101]), track('video', [-5, 101])], joined(-5))).toMatchObject({ audio: [[0, 40, 'recorded'], [40, 60, 'unexplained'], [60, 100, 'recorded']], toExplain: 1 });
  });
});
