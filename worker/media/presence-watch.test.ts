import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';
import type { PresenceChanged } from '#domain/messages/messages.ts';
import { PresenceWatch } from '#worker/media/presence-watch.ts';

const T = 1_795_329_272_000;
let number = 0;
type Said = { kind: RawMediaEvent['kind'] } & Record<string, unknown>;
const event = (seconds: number, said: Said, opaqueId: string | null = 'p', session: string | null = 's1'): RawMediaEvent =>
  ({ id: `${T + seconds * 1_000}-${++number}`, at: T + seconds * 1_000, mediaHost: 'media-1', hearingId: 'h', opaqueId, session, ...said }) as RawMediaEvent;
const receiving = (seconds: number, medium: 'audio' | 'video', on: boolean) => event(seconds, { kind: 'media-receiving', medium, mid: '0', receiving: on });
const joined = (seconds = 0) => [event(seconds, { kind: 'joined' }), receiving(seconds + 0.1, 'audio', true), receiving(seconds + 0.1, 'video', true)];
const lost = (seconds: number) => [receiving(seconds, 'audio', false), receiving(seconds, 'video', false)];

let told: PresenceChanged[];
let answering: boolean;
let watch: PresenceWatch;
beforeEach(() => {
  told = [];
  answering = true;
  watch = new PresenceWatch('h', async (_hearing, change) => {
    if (!answering) throw new Error('Temporal is away');
    told.push(change);
  });
});
const tick = (seconds: number) => watch.tick(T + seconds * 1_000);
const heard = () => told.map(({ state, cause }) => cause ?? state);

describe('transitions', () => {
  test('are told once each, with time and evidence', async () => {
    watch.add(joined());
    await tick(1);
    await tick(2);
    watch.add(lost(3));
    await tick(5);
    await tick(6);
    watch.add([receiving(8, 'audio', true)]);
    await tick(9);
    expect(heard()).toEqual(['present', 'network-loss', 'present']);
    expect(told[1]).toMatchObject({ opaqueId: 'p', at: new Date(T + 3_000).toISOString() });
    expect(told[1]?.evidence.length).toBeGreaterThan(0);
  });

  test('an absence of less than a second is not told', async () => {
    watch.add(joined());
    await tick(1);
    watch.add([event(2, { kind: 'kicked' }), ...joined(2.05).map((next) => ({ ...next, session: 's2' }))]);
    await tick(2.02);
    await tick(4);
    expect(heard()).toEqual(['present']);
  });

  test('who never came has not gone', async () => {
    watch.add([event(0, { kind: 'session-created' }), event(1, { kind: 'page-hidden' })]);
    await tick(60);
    expect(told).toEqual([]);
  });

  test('what could not be told is told later', async () => {
    watch.add(joined());
    answering = false;
    await tick(1);
    answering = true;
    await tick(2);
    expect(heard()).toEqual(['present']);
  });

  test('the same events again change nothing', async () => {
    const events = joined();
    watch.add(events);
    await tick(1);
    watch.add(events);
    await tick(2);
    expect(heard()).toEqual(['present']);
  });
});

describe('after a restart of the media host', () => {
  test('who is in the room stays; who is not has gone, until the events say more', async () => {
    watch.add(joined());
    await watch.compare(new Set(['p']), T + 1_000);
    expect(told).toEqual([]);
    await watch.compare(new Set(), T + 2_000);
    await tick(3);
    expect(heard()).toEqual(['unknown']);
    watch.add([event(1, { kind: 'leaving' })]);
    await tick(4);
    expect(heard()).toEqual(['unknown']);
    watch.add(joined(10).map((next) => ({ ...next, session: 's2' })));
    await tick(11);
    expect(heard()).toEqual(['unknown', 'present']);
  });
});
