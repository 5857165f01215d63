import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import WebSocket from 'ws';
import { installMediaProxy, type MediaAuthorisation } from '#api/media-proxy.ts';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import type { MediaServer } from '#adapters/media/media-server.ts';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';
import { startTestJanus, type TestJanus } from '#infra/janus/test-server.ts';

/** The proxy before a real Janus; the browser's side is a plain web socket. */
let janus: TestJanus;
let media: MediaServer;
let http: Server;
let address: string;
let closeProxy: () => void;
let roomId: string;
let all: RawMediaEvent[];
/** Of this test's room alone: what an earlier test left may end meanwhile. */
const kept = () => all.filter(({ hearingId }) => hearingId === roomId);
let refused: string[];

const seat = (opaqueId: string): MediaAuthorisation => ({ kind: 'seat', hearingId: roomId, roomId, opaqueId, personId: `person-${opaqueId}`, mediaHost: 'media-1' });

beforeAll(async () => {
  janus = await startTestJanus();
  media = createJanusMediaServer(janus);
  http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  address = `127.0.0.1:${(http.address() as { port: number }).port}`;
  closeProxy = installMediaProxy(http, {
    janusUrl: janus.url, apiSecret: janus.apiSecret, adminKey: janus.adminKey, origins: ['https://court.example'],
    authorise: async (request) => {
      const { searchParams } = new URL(request.url ?? '', 'http://court');
      if (searchParams.get('as') === 'broken') throw new Error('the database is away');
      return searchParams.get('as') ? seat(searchParams.get('as') ?? '') : null;
    },
    vacateSeat: media.vacateSeat,
    keep: async (event) => void all.push(event),
    onRefused: (_guest, verb) => void refused.push(verb),
    pingEveryMs: 100, pingTimeoutMs: 300,
  });
}, 20_000);
afterAll(async () => {
  closeProxy();
  http.close();
  http.closeAllConnections();
  await janus.stop();
});
beforeEach(async () => {
  all = [];
  refused = [];
  roomId = randomUUID();
  await media.createRoom({ roomId, seats: ['a', 'b'], recording: false, recordingsFolder: join(janus.recordingsFolder, roomId), videoBitrate: 1, keyFrameSeconds: 4 });
});

type Frame = Record<string, unknown>;
async function open(as: string, options: WebSocket.ClientOptions = {}) {
  const socket = new WebSocket(`ws://${address}/media/janus?as=${as}`, 'janus-protocol', { origin: 'https://court.example', ...options });
  const waiting = new Map<unknown, (frame: Frame) => void>();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  socket.on('message', (text) => {
    const frame = JSON.parse(String(text)) as Frame;
    if (frame['janus'] !== 'ack') waiting.get(frame['transaction'])?.(frame);
  });
  const status = await new Promise<number>((resolve) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => { resolve(response.statusCode ?? 0); response.resume(); });
  });
  const ask = (frame: Frame) => new Promise<Frame>((resolve) => {
    const transaction = randomUUID();
    waiting.set(transaction, resolve);
    socket.send(JSON.stringify({ ...frame, transaction }));
  });
  const attach = async () => {
    const session_id = ((await ask({ janus: 'create' }))['data'] as { id: number }).id;
    const handle_id = ((await ask({ janus: 'attach', session_id, plugin: 'janus.plugin.videoroom', opaque_id: 'publisher' }))['data'] as { id: number }).id;
    return { session_id, handle_id };
  };
  const join = async () => {
    const place = await attach();
    return { ...place, answer: await ask({ janus: 'message', ...place, body: { request: 'join', ptype: 'publisher' } }) };
  };
  return { socket, status, ask, attach, join, closed };
}
const dataOf = (frame: Frame) => (frame['plugindata'] as { data: Frame }).data;

describe('who comes in', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }, 'a', 403], ['no origin', { origin: undefined }, 'a', 403],
    ['a court that cannot look', {}, 'broken', 503],
  ])('%s', async (_name, options, as, expected) => {
    const { status, socket } = await open(as, options);
    expect(status).toBe(expected);
    socket.terminate();
  });

  test('somebody unknown finds nothing', async () => {
    const { status, socket } = await open('');
    expect(status).toBe(404);
    socket.terminate();
  });
});

describe('through it', () => {
  test('a seat is taken without any secret, and nothing else is', async () => {
    const { join, ask, socket } = await open('a');
    const { answer, ...place } = await join();
    expect(dataOf(answer)).toMatchObject({ videoroom: 'joined', room: roomId, id: 'a' });
    expect(await ask({ janus: 'message', ...place, body: { request: 'kick', room: roomId, id: 'b' } })).toMatchObject({ janus: 'error', error: { code: 403 } });
    expect(await ask({ janus: 'message', session_id: 5, handle_id: 5, body: { request: 'leave' } })).toMatchObject({ janus: 'error', error: { code: 458 } });
    expect(refused).toEqual(['kick', 'leave']);
    expect(JSON.stringify(answer)).not.toContain(janus.apiSecret);
    socket.close();
  });

  test('a stranger to the room gets no seat in it', async () => {
    const { join, socket } = await open('stranger');
    expect(dataOf((await join()).answer)).toMatchObject({ error_code: 433 });
    socket.close();
  });

  test('a seat that an old session still holds is taken over', async () => {
    const first = await open('a');
    await first.join();
    const second = await open('a');
    expect(dataOf((await second.join()).answer)).toMatchObject({ videoroom: 'joined', id: 'a' });
    expect(await media.listParticipants(roomId)).toHaveLength(1);
    first.socket.close();
    second.socket.close();
  });

  test('a session is claimed over a new socket; both its loss and its return are kept', async () => {
    const first = await open('a');
    const { session_id, handle_id } = await first.join();
    first.socket.terminate();
    const second = await open('a');
    expect(await second.ask({ janus: 'keepalive', session_id })).toMatchObject({ error: { code: 458 } });
    expect(await second.ask({ janus: 'claim', session_id })).toMatchObject({ janus: 'success' });
    expect(dataOf(await second.ask({ janus: 'message', session_id, handle_id, body: { request: 'leave' } }))).toMatchObject({ leaving: 'ok' });
    expect(kept().filter(({ kind }) => kind !== 'client-ping').map(({ kind, session, opaqueId }) => [kind, session, opaqueId])).toEqual([
      ['transport-disconnected', String(session_id), 'a'], ['session-claimed', String(session_id), 'a'],
    ]);
    second.socket.close();
  });

  test('a browser that is frozen is given up, and Janus learns of it', async () => {
    const { join, closed } = await open('a', { autoPong: false });
    await join();
    await closed;
    while (!kept().some(({ kind }) => kind === 'transport-disconnected')) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await media.listParticipants(roomId)).toHaveLength(1);
  });

  test('signs of life are kept at most once in ten seconds', async () => {
    const { ask, socket } = await open('a');
    const session_id = ((await ask({ janus: 'create' }))['data'] as { id: number }).id;
    for (let index = 0; index < 5; index++) socket.send(JSON.stringify({ janus: 'keepalive', session_id, transaction: 't' }));
    await ask({ janus: 'attach', session_id, plugin: 'janus.plugin.videoroom', opaque_id: 'publisher' });
    expect(kept().map(({ kind }) => kind)).toEqual(['client-ping']);
    socket.close();
  });

  test('what is no frame, and a frame too large', async () => {
    const { socket, ask, closed } = await open('a');
    socket.send('no json');
    expect((await ask({ janus: 'create' }))['janus']).toBe('success');
    socket.send('x'.repeat(400_000));
    await closed;
  });
});

test('when Janus dies, the browser learns of it at once', async () => {
  const { join, closed } = await open('a');
  await join();
  await janus.kill();
  await closed;
  await janus.start();
});
