import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJanusMediaServer } from '#adapters/media/janus/janus-media-server.ts';
import type { MediaServer } from '#adapters/media/media-server.ts';
import { RoomKeeper } from '#adapters/media/room-keeper.ts';
import { startTestJanus, type TestJanus } from '#infra/janus/test-server.ts';

let janus: TestJanus;
let media: MediaServer;
let folder: string;
const open = () => RoomKeeper.open({ media, stateFolder: join(folder, 'rooms'), recordingsFolder: join(folder, 'recordings') });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaiting-rooms-'));
  janus = await startTestJanus();
  media = createJanusMediaServer(janus);
}, 20_000);
afterAll(async () => {
  await janus.stop();
  await rm(folder, { recursive: true, force: true });
});
const seats = [{ opaqueId: 'judge', bench: true }, { opaqueId: 'plaintiff', bench: false }];

test('a room is as it is meant, also after Janus forgot it and after our own restart', async () => {
  const hearingId = randomUUID();
  const keeper = await open();
  await keeper.provision(hearingId, seats);
  await keeper.provision(hearingId, seats);
  await keeper.setRecording(hearingId, true);
  await keeper.setBenchMedia(hearingId, true);
  expect(await keeper.restore()).toEqual([]);

  await janus.kill();
  await expect(keeper.setRecording(hearingId, false)).rejects.toMatchObject({ failure: 'unavailable' });
  await janus.start();
  expect(await media.roomExists(hearingId)).toBe(false);

  // What was meant before the failure is kept, and is done by whoever comes next.
  const next = await open();
  expect(next.rooms).toEqual([{ hearingId, seats, recording: false, benchStopped: true }]);
  expect(await next.restore()).toEqual([hearingId]);
  expect(await media.roomExists(hearingId)).toBe(true);

  await next.close(hearingId);
  await next.close(hearingId);
  expect(await media.roomExists(hearingId)).toBe(false);
  expect(await readdir(join(folder, 'rooms'))).toEqual([]);
  expect((await open()).rooms).toEqual([]);
});

test('a change to a room that Janus has forgotten makes it again', async () => {
  const hearingId = randomUUID();
  const keeper = await open();
  await keeper.provision(hearingId, seats);
  await media.destroyRoom(hearingId);
  await keeper.setRecording(hearingId, true);
  expect(await media.roomExists(hearingId)).toBe(true);
});

test('what was never provisioned is not found', async () => {
  await expect((await open()).setRecording(randomUUID(), true)).rejects.toMatchObject({ failure: 'not-found' });
});
