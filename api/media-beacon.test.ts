import { describe, expect, test } from '@jest/globals';
import { pageEvents, proxyEvent } from '#api/media-beacon.ts';
import type { SeatedGuest } from '#api/media-proxy.ts';

const guest: SeatedGuest = { kind: 'seat', hearingId: 'h', roomId: 'h', opaqueId: 'me', personId: 'p', mediaHost: 'media-1' };

describe('what a page reports', () => {
  test.each([
    [{ kind: 'leave-pressed' }], [{ kind: 'page-closed', persisted: true }], [{ kind: 'page-hidden' }], [{ kind: 'page-visible' }],
    [{ kind: 'media-switched', medium: 'video', on: false }], [{ kind: 'device-lost', medium: 'audio', reason: 'ended' }],
    [{ kind: 'device-restored', medium: 'audio' }], [{ kind: 'client-ice-state', state: 'failed' }],
  ])('%j is kept under its seat and the time of its arrival', (said) => {
    const [event] = pageEvents(guest, { events: [said] }, 1_000) ?? [];
    expect(event).toMatchObject({ ...said, at: 1_000, hearingId: 'h', opaqueId: 'me', mediaHost: 'media-1', session: null });
  });

  test('a page cannot speak for another seat, another time, or for Janus', () => {
    const [event] = pageEvents(guest, { events: [{ kind: 'page-hidden', opaqueId: 'judge', hearingId: 'other', at: 5, id: 'x', session: '9' }] }, 1_000) ?? [];
    expect(event).toMatchObject({ opaqueId: 'me', hearingId: 'h', at: 1_000, session: null });
    expect(event?.id).not.toBe('x');
    for (const kind of ['joined', 'leaving', 'kicked', 'server-stopped', 'client-ping', 'session-claimed']) expect(pageEvents(guest, { events: [{ kind }] }, 1)).toBeNull();
  });

  test.each([[null], [{}], [{ events: [] }], [{ events: [{ kind: 'page-closed' }] }], [{ events: Array(21).fill({ kind: 'page-hidden' }) }], [{ events: [{ kind: 'page-hidden' }], more: 1 }]])('%j is refused', (body) => {
    expect(pageEvents(guest, body, 1)).toBeNull();
  });

  test('two reports are two events', () => {
    const events = pageEvents(guest, { events: [{ kind: 'page-hidden' }, { kind: 'page-hidden' }] }, 1) ?? [];
    expect(new Set(events.map((event) => event.id)).size).toBe(2);
  });
});

test('the proxy names the session', () => {
  expect(proxyEvent(guest, { kind: 'session-claimed' }, 42, 7)).toMatchObject({ kind: 'session-claimed', session: '42', opaqueId: 'me', at: 7 });
});
