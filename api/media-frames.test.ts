import { describe, expect, test } from '@jest/globals';
import { decideFrame, type MediaGuest } from '#api/media-frames.ts';

const seat: MediaGuest = { kind: 'seat', hearingId: 'h', roomId: 'room', opaqueId: 'me', pin: 'pin', token: 'token' };
const selfTest: MediaGuest = { kind: 'self-test' };
const owns = (session: number) => session === 7;
const common = { transaction: 't', session_id: 7 };
const message = (body: Record<string, unknown>, more: Record<string, unknown> = {}) => ({ janus: 'message', ...common, handle_id: 9, body, ...more });
const passed = (guest: MediaGuest, frame: unknown) => {
  const decision = decideFrame(guest, frame, owns);
  return 'pass' in decision ? decision.pass : decision.refuse.code;
};

describe('what a seat may say', () => {
  test('joins its own room as itself, whatever it wrote', () => {
    const wrote = { request: 'join', ptype: 'publisher', room: 'other', id: 'judge', pin: 'x', token: 'y', display: 'Wang' };
    expect(passed(seat, message(wrote))).toEqual(message({ request: 'join', ptype: 'publisher', room: 'room', id: 'me', pin: 'pin', token: 'token' }));
  });

  test('subscribes in its own room, with its own private id', () => {
    expect(passed(seat, message({ request: 'join', ptype: 'subscriber', room: 'other', private_id: 5, streams: [{ feed: 'a', mid: '0', crossrefid: 'x' }] })))
      .toEqual(message({ request: 'join', ptype: 'subscriber', room: 'room', pin: 'pin', private_id: 5, streams: [{ feed: 'a', mid: '0' }] }));
  });

  test.each([
    [{ request: 'publish', record: true, filename: '/etc/x', display: 'n', bitrate: 9e9 }, { request: 'publish' }],
    [{ request: 'configure', restart: true, record: false, bitrate: 9e9 }, { request: 'configure', restart: true }],
    [{ request: 'start', room: 'other' }, { request: 'start' }],
    [{ request: 'leave' }, { request: 'leave' }],
    [{ request: 'unpublish' }, { request: 'unpublish' }],
    [{ request: 'update', subscribe: [{ feed: 'a' }], unsubscribe: [{ sub_mid: '1' }] }, { request: 'update', subscribe: [{ feed: 'a' }], unsubscribe: [{ sub_mid: '1' }] }],
  ])('%j becomes %j', (wrote, becomes) => {
    expect(passed(seat, message(wrote))).toEqual(message(becomes));
  });

  test('an offer goes with it, and nothing beside it', () => {
    const jsep = { type: 'offer', sdp: 'v=0' };
    expect(passed(seat, message({ request: 'publish' }, { jsep: { ...jsep, e2ee: true }, apisecret: 'guess', token: 'guess' }))).toEqual(message({ request: 'publish' }, { jsep }));
  });

  test.each([
    'create', 'edit', 'destroy', 'exists', 'list', 'allowed', 'kick', 'moderate', 'enable_recording', 'listparticipants', 'listforwarders',
    'rtp_forward', 'stop_rtp_forward', 'joinandconfigure', 'switch', 'add_remote_publisher', 'publish_remotely', 'listremotes', '', 'JOIN',
  ])('never %s', (request) => {
    expect(passed(seat, message({ request, room: 'room', secret: 'x', admin_key: 'x' }))).toBe(403);
  });

  test('its handles carry hearing, id and purpose', () => {
    const attach = { janus: 'attach', ...common, plugin: 'janus.plugin.videoroom', opaque_id: 'publisher' };
    expect(passed(seat, attach)).toEqual({ ...attach, opaque_id: 'h|me|publisher' });
    expect(passed(seat, { ...attach, opaque_id: 'h|judge|publisher' })).toBe(403);
    expect(passed(seat, { ...attach, plugin: 'janus.plugin.recordplay' })).toBe(403);
  });
});

describe('what nobody may say', () => {
  test.each([
    [{ janus: 'info', transaction: 't' }], [{ janus: 'list_sessions', transaction: 't', admin_secret: 'x' }], [{ janus: 'ping', transaction: 't' }],
    [{ janus: 'add_token', transaction: 't', token: 'x' }], [{ janus: 'start_pcap', ...common, handle_id: 9 }], [{ transaction: 't' }], [null], ['create'], [[]],
    [{ janus: 'create' }], [{ janus: 'create', transaction: 'x'.repeat(65) }],
  ])('%j', (frame) => {
    expect(passed(seat, frame)).toBe(403);
  });

  test('anything in a session that is not one’s own', () => {
    for (const janus of ['keepalive', 'destroy']) expect(passed(seat, { janus, transaction: 't', session_id: 8 })).toBe(458);
    expect(passed(seat, { ...message({ request: 'leave' }), session_id: 8 })).toBe(458);
  });

  test('a claim is passed on: Janus knows whether the session is there', () => {
    expect(passed(seat, { janus: 'claim', transaction: 't', session_id: 8, apisecret: 'x' })).toEqual({ janus: 'claim', transaction: 't', session_id: 8 });
  });
});

describe('a self-test', () => {
  test('has the echo', () => {
    const attach = { janus: 'attach', ...common, plugin: 'janus.plugin.echotest', opaque_id: 'self-test' };
    expect(passed(selfTest, attach)).toEqual(attach);
    expect(passed(selfTest, message({ audio: true, video: true }))).toEqual(message({ audio: true, video: true }));
  });

  test('has no room, and records nothing', () => {
    expect(passed(selfTest, { janus: 'attach', ...common, plugin: 'janus.plugin.videoroom', opaque_id: 'publisher' })).toBe(403);
    expect(passed(selfTest, message({ request: 'join', ptype: 'publisher' }))).toBe(403);
    expect(passed(selfTest, message({ audio: true, record: true, filename: '/tmp/x' }))).toBe(403);
  });
});
