import { beforeEach, describe, expect, test } from '@jest/globals';
import type { JanusEvent } from '#adapters/media/events-receiver.ts';
import { JanusEventReader, type KeptMediaEvent } from '#adapters/media/janus/read-events.ts';

/** As Janus 1.1.2 said it, shortened: ids, times and the fields that are read. */
let clock = 1_795_329_272_000_000;
const said = (type: number, event: Record<string, unknown>, more: Partial<JanusEvent> = {}): JanusEvent => ({ type, timestamp: (clock += 1_500), event, ...more });
const WEBSOCKETS = 'janus.transport.websockets';
const transport = (id: string, event: string) => said(128, { transport: WEBSOCKETS, id, data: { event, admin_api: false, ip: '127.0.0.1' } });
const session = (session_id: number, name: string, id?: string) => said(1, { name, ...(id ? { transport: { transport: WEBSOCKETS, id } } : {}) }, { session_id });
const handle = (session_id: number, name: string, opaque_id = 'h-1|b|publisher') => said(2, { name, plugin: 'janus.plugin.videoroom', opaque_id }, { session_id, handle_id: 1, opaque_id });
const room = (event: string, more: Partial<JanusEvent> = {}, data: Record<string, unknown> = {}) =>
  said(64, { plugin: 'janus.plugin.videoroom', data: { event, room: 'h-1', id: 'b', ...data } }, more);
const own = (session_id: number) => ({ session_id, handle_id: 1, opaque_id: 'h-1|b|publisher' });
const media = (session_id: number, medium: string, receiving: boolean) => said(32, { media: medium, mid: medium === 'audio' ? '0' : '1', receiving }, own(session_id));

let reader: JanusEventReader;
let kept: KeptMediaEvent[];
const hear = (...events: JanusEvent[]) => {
  const now = events.flatMap((event) => reader.read(event));
  kept.push(...now);
  return now.map(({ event }) => `${event.opaqueId ?? '*'}/${event.session ?? '-'} ${event.kind}`);
};
const joins = (number: number, transportId: string) => [
  transport(transportId, 'connected'), session(number, 'created', transportId), handle(number, 'attached'),
  room('joined', own(number), { token: 'a-secret', private_id: 5 }),
];

beforeEach(() => {
  reader = new JanusEventReader('media-1', () => ['h-1', 'h-2']);
  kept = [];
});

describe('attribution', () => {
  test('the session belongs to whoever attached, also what it said before', () => {
    const events = joins(11, 't1');
    expect(hear(...events)).toEqual(['b/11 session-created', 'b/11 handle-attached', 'b/11 joined']);
    expect(kept[0]?.event.at).toBe(Math.floor((events[1]?.timestamp ?? 0) / 1_000));
    expect(kept.every(({ event }) => event.hearingId === 'h-1' && event.mediaHost === 'media-1')).toBe(true);
  });

  test('the end of a socket is the end of its sessions’ transport', () => {
    hear(...joins(11, 't1'));
    expect(hear(transport('t2', 'disconnected'))).toEqual([]);
    expect(hear(transport('t1', 'disconnected'))).toEqual(['b/11 transport-disconnected']);
    expect(hear(transport('t1', 'disconnected'))).toEqual([]);
  });

  test('an id of a socket that is used again belongs to the new one', () => {
    hear(transport('t1', 'connected'), session(9, 'created', 't1'), session(9, 'destroyed'), transport('t1', 'disconnected'), ...joins(11, 't1'));
    expect(hear(transport('t1', 'disconnected'))).toEqual(['b/11 transport-disconnected']);
  });

  test('leaving names no session: it is the one that joined last', () => {
    hear(...joins(11, 't1'));
    expect(hear(room('leaving'), said(16, { connection: 'hangup', reason: 'DTLS alert' }, own(11)), handle(11, 'detached'), session(11, 'destroyed')))
      .toEqual(['b/11 leaving', 'b/11 webrtc-hangup', 'b/11 handle-detached', 'b/11 session-destroyed']);
  });

  test('a seat that is taken anew puts the old session out, not the new one', () => {
    hear(...joins(11, 't1'), transport('t2', 'connected'), session(12, 'created', 't2'), handle(12, 'attached'));
    expect(hear(room('kicked'), room('joined', own(12)), room('leaving'))).toEqual(['b/11 kicked', 'b/12 joined', 'b/12 leaving']);
  });

  test('what is watched, the echo and our own conversations say nothing about presence', () => {
    expect(hear(
      session(20, 'created', 't9'), handle(20, 'attached', 'h-1|b|subscriber'), said(16, { connection: 'hangup', reason: 'x' }, { session_id: 20, opaque_id: 'h-1|b|subscriber' }),
      session(21, 'created', 't8'), handle(21, 'attached', 'self-test'), session(21, 'destroyed'),
      session(22, 'created', 't7'), said(2, { name: 'attached', plugin: 'janus.plugin.videoroom' }, { session_id: 22 }), room('created', { session_id: 22 }), session(22, 'destroyed'),
      room('leaving', {}, { id: 'nobody' }),
    )).toEqual([]);
  });
});

describe('words', () => {
  test('media, paths and slow links', () => {
    hear(...joins(11, 't1'));
    expect(hear(media(11, 'audio', true), media(11, 'video', false))).toEqual(['b/11 media-receiving', 'b/11 media-receiving']);
    expect(kept.at(-1)?.event).toMatchObject({ kind: 'media-receiving', medium: 'video', mid: '1', receiving: false });
    hear(said(32, { media: 'video', mid: '1', slow_link: 'uplink', lost_packets: 9 }, own(11)));
    expect(kept.at(-1)?.event).toMatchObject({ kind: 'slow-link', medium: 'video', lostPackets: 9 });
    expect(hear(
      said(16, { ice: 'failed', stream_id: 1 }, own(11)), said(16, { ice: 'gathering' }, own(11)), said(16, { 'remote-candidate': '1 udp 10.0.0.1' }, own(11)),
      said(16, { connection: 'webrtcup' }, own(11)), said(32, { media: 'audio', mid: '0', base: 48_000 }, own(11)), room('configured', own(11)),
    )).toEqual(['b/11 ice-state', 'b/11 webrtc-up']);
  });

  test('a session that timed out', () => {
    hear(...joins(11, 't1'));
    expect(hear(session(11, 'timeout'), room('unpublished'))).toEqual(['b/11 session-timeout', 'b/11 unpublished']);
  });

  test('the server’s own start and end concern every hearing that has a room', () => {
    expect(hear(said(256, { status: 'started', info: {} }), said(256, { status: 'shutdown', signum: 15 }))).toEqual(['*/- server-started', '*/- server-started', '*/- server-stopped', '*/- server-stopped']);
    expect(kept.map(({ event }) => event.hearingId)).toEqual(['h-1', 'h-2', 'h-1', 'h-2']);
    expect(new Set(kept.map(({ event }) => event.id)).size).toBe(4);
  });
});

test('no secret is kept', () => {
  hear(...joins(11, 't1'));
  expect(JSON.stringify(kept)).not.toContain('a-secret');
  expect(JSON.stringify(kept)).toContain('private_id');
});

test('the same event twice has the same id; ids follow the time', () => {
  hear(...joins(11, 't1'));
  const event = media(11, 'audio', false);
  expect(reader.read(event)).toEqual(reader.read(event));
  const ids = kept.map(({ event: { id } }) => id);
  expect([...ids].sort()).toEqual(ids);
});

test('after a restart the sessions are known again from what was kept', () => {
  hear(...joins(11, 't1'), media(11, 'audio', true));
  reader = new JanusEventReader('media-1', () => []);
  reader.remember(kept);
  expect(hear(transport('t1', 'disconnected'), room('leaving'))).toEqual(['b/11 transport-disconnected', 'b/11 leaving']);
});
