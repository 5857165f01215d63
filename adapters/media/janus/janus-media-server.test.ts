import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import WebSocket from 'ws';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import { withPlugin } from '#adapters/media/janus/videoroom-connection.ts';
import type { MediaServer, RoomSettings } from '#adapters/media/media-server.ts';
import { roomPin, roomSecret, seatToken } from '#adapters/media/seat-credentials.ts';
import { startTestJanus, type TestJanus } from '#infra/janus/test-server.ts';

let janus: TestJanus;
let server: MediaServer;

beforeAll(async () => {
  janus = await startTestJanus();
  server = createJanusMediaServer(janus);
}, 20_000);
afterAll(() => janus.stop());

function room(seats: string[]): RoomSettings {
  const roomId = randomUUID();
  return { roomId, seats, recording: true, recordingsFolder: join(janus.recordingsFolder, roomId), videoBitrate: 512_000, keyFrameSeconds: 4 };
}

/** A participant without media: joins over a plain web socket and stays until closed. */
async function sit(roomId: string, opaqueId: string, token: string): Promise<{ answer: Record<string, unknown>; socket: WebSocket }> {
  const socket = new WebSocket(janus.url, 'janus-protocol');
  const waiting = new Map<unknown, (message: Record<string, unknown>) => void>();
  socket.on('message', (text) => {
    const message = JSON.parse(String(text)) as Record<string, unknown>;
    // What was done may be told before that it was taken.
    if (message['janus'] !== 'ack') waiting.get(message['transaction'])?.(message);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const ask = (message: Record<string, unknown>) => new Promise<Record<string, unknown>>((resolve) => {
    const transaction = randomUUID();
    waiting.set(transaction, resolve);
    socket.send(JSON.stringify({ ...message, apisecret: janus.apiSecret, transaction }));
  });
  const session = ((await ask({ janus: 'create' }))['data'] as { id: number }).id;
  const handle = ((await ask({ janus: 'attach', session_id: session, plugin: 'janus.plugin.videoroom' }))['data'] as { id: number }).id;
  const answer = await ask({
    janus: 'message', session_id: session, handle_id: handle,
    body: { request: 'join', ptype: 'publisher', room: roomId, id: opaqueId, pin: roomPin(janus.adminKey, roomId), token },
  });
  return { answer, socket };
}

const dataOf = (message: Record<string, unknown>) => (message['plugindata'] as { data: Record<string, unknown> }).data;

describe('the media server, as Janus does it', () => {
  test('says that it is healthy and echoes', async () => {
    expect(await server.health()).toEqual({ healthy: true, echo: true });
  });

  test('makes a room once, finds it again, ends it, and ends it again without complaint', async () => {
    const settings = room(['a']);
    expect(await server.createRoom(settings)).toEqual({ created: true });
    expect(await server.createRoom(settings)).toEqual({ created: false });
    expect(await server.roomExists(settings.roomId)).toBe(true);
    await server.setRecording(settings.roomId, false);
    await server.setRecording(settings.roomId, true);
    expect(await server.listParticipants(settings.roomId)).toEqual([]);
    await server.destroyRoom(settings.roomId);
    await server.destroyRoom(settings.roomId);
    expect(await server.roomExists(settings.roomId)).toBe(false);
  });

  test('lets a seat sit, and nobody without one', async () => {
    const settings = room(['a']);
    await server.createRoom(settings);
    const seated = await sit(settings.roomId, 'a', seatToken(janus.adminKey, settings.roomId, 'a'));
    expect(dataOf(seated.answer)['videoroom']).toBe('joined');
    const stranger = await sit(settings.roomId, 'b', seatToken(janus.adminKey, settings.roomId, 'b'));
    expect(dataOf(stranger.answer)['error_code']).toBe(433);
    expect(await server.listParticipants(settings.roomId)).toEqual([{ opaqueId: 'a', publishing: false }]);
    await server.addSeat(settings.roomId, 'b');
    const later = await sit(settings.roomId, 'b', seatToken(janus.adminKey, settings.roomId, 'b'));
    expect(dataOf(later.answer)['videoroom']).toBe('joined');
    for (const { socket } of [seated, stranger, later]) socket.close();
  });

  test('a room without seats admits nobody', async () => {
    const settings = room([]);
    await server.createRoom(settings);
    const stranger = await sit(settings.roomId, 'a', 'any-token');
    expect(dataOf(stranger.answer)['error_code']).toBe(433);
    stranger.socket.close();
  });

  test('a seat that is taken away is empty, and stays empty', async () => {
    const settings = room(['a']);
    await server.createRoom(settings);
    const token = seatToken(janus.adminKey, settings.roomId, 'a');
    const seated = await sit(settings.roomId, 'a', token);
    await server.removeSeat(settings.roomId, 'a');
    expect(await server.listParticipants(settings.roomId)).toEqual([]);
    const again = await sit(settings.roomId, 'a', token);
    expect(dataOf(again.answer)['error_code']).toBe(433);
    await server.removeSeat(settings.roomId, 'a');
    for (const { socket } of [seated, again]) socket.close();
  });

  test('a seat that is vacated can be taken again', async () => {
    const settings = room(['a']);
    await server.createRoom(settings);
    const token = seatToken(janus.adminKey, settings.roomId, 'a');
    const first = await sit(settings.roomId, 'a', token);
    const second = await sit(settings.roomId, 'a', token);
    expect(dataOf(second.answer)['error_code']).toBe(436);
    await server.vacateSeat(settings.roomId, 'a');
    await server.vacateSeat(settings.roomId, 'a');
    const third = await sit(settings.roomId, 'a', token);
    expect(dataOf(third.answer)['videoroom']).toBe('joined');
    for (const { socket } of [first, second, third]) socket.close();
  });

  test('names what went wrong', async () => {
    await expect(server.setRecording('no-such-room', true)).rejects.toMatchObject({ failure: 'not-found', code: 426 });
    await expect(server.addSeat('no-such-room', 'a')).rejects.toMatchObject({ failure: 'not-found' });
    const settings = room(['a']);
    await server.createRoom(settings);
    const wrongKey = createJanusMediaServer({ ...janus, adminKey: 'another' });
    await expect(wrongKey.setRecording(settings.roomId, false)).rejects.toMatchObject({ failure: 'refused', code: 433 });
    await expect(wrongKey.createRoom(room([]))).rejects.toMatchObject({ failure: 'refused' });
    const wrongSecret = createJanusMediaServer({ ...janus, apiSecret: 'another' });
    await expect(wrongSecret.roomExists('x')).rejects.toMatchObject({ failure: 'refused', code: 403 });
  });

  test('a core error in the middle of a conversation rejects at once', async () => {
    const conversation = withPlugin({ ...janus, timeoutMs: 20_000 }, 'janus.plugin.videoroom', async (ask) => {
      await ask({ request: 'exists', room: 'x' });
      return ask({ request: 'create', room: randomUUID(), admin_key: janus.adminKey, secret: roomSecret(janus.adminKey, 'x'), publishers: 'many' });
    });
    await expect(conversation).rejects.toMatchObject({ failure: 'invalid', code: 430 });
  });

  test('nobody there is unavailable', async () => {
    const absent = createJanusMediaServer({ ...janus, url: 'ws://127.0.0.1:1' });
    await expect(absent.roomExists('x')).rejects.toMatchObject({ failure: 'unavailable' });
    expect(await absent.health()).toMatchObject({ healthy: false, echo: false });
  });
});

describe('a media server that hangs', () => {
  let silent: Server;
  const sockets = new Set<Socket>();
  beforeAll(() => new Promise<void>((resolve) => {
    silent = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1', resolve);
  }));
  afterAll(() => new Promise<void>((resolve) => {
    sockets.forEach((socket) => socket.destroy());
    silent.close(() => resolve());
  }));

  test('is unavailable within the time of one request', async () => {
    const { port } = silent.address() as { port: number };
    const hanging = createJanusMediaServer({ url: `ws://127.0.0.1:${port}`, apiSecret: 'x', adminKey: 'x', timeoutMs: 100 });
    await expect(hanging.roomExists('x')).rejects.toMatchObject({ failure: 'unavailable' });
  });

  test('is unavailable when the connection breaks before the answer', async () => {
    const conversation = withPlugin({ ...janus, timeoutMs: 20_000 }, 'janus.plugin.videoroom', async (ask) => {
      await ask({ request: 'exists', room: 'x' });
      await janus.kill();
      return ask({ request: 'exists', room: 'x' });
    });
    await expect(conversation).rejects.toMatchObject({ failure: 'unavailable' });
    await janus.start();
    expect(await server.health()).toMatchObject({ healthy: true });
  });
});
