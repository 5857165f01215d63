import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectTracks } from '#adapters/media/recordings/collect.ts';
import { NotARecording, readMjr } from '#adapters/media/recordings/mjr.ts';

const START = 1_795_329_048_652;

/** A file as Janus writes it: frames at these milliseconds after the first. */
function mjr(medium: 'audio' | 'video', times: number[], options: { start?: number; cutBytes?: number; payload?: number } = {}): Buffer {
  const header = Buffer.from(JSON.stringify({ t: medium === 'audio' ? 'a' : 'v', c: medium === 'audio' ? 'opus' : 'vp8', s: 1, u: (options.start ?? START) * 1_000 + 484 }));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(header.length);
  const frames = times.map((time) => {
    const frame = Buffer.alloc(10 + (options.payload ?? 50));
    frame.write('MEET', 0, 'latin1');
    frame.writeUInt32BE(time, 4);
    frame.writeUInt16BE(options.payload ?? 50, 8);
    return frame;
  });
  const whole = Buffer.concat([Buffer.from('MJR00002'), length, header, ...frames]);
  return whole.subarray(0, whole.length - (options.cutBytes ?? 0));
}

const every = (step: number, from: number, to: number) => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'kaiting-mjr-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Buffer) {
  const path = join(folder, 'one.mjr');
  await writeFile(path, bytes);
  return readMjr(path);
}

describe('when packets arrived', () => {
  test('sound every 20 ms with a break of ten seconds is two intervals', async () => {
    expect(await read(mjr('audio', [...every(20, 0, 2_000), ...every(20, 12_000, 13_000)]))).toEqual({
      medium: 'audio', codec: 'opus', packets: 152, firstPacketAt: START, lastPacketAt: START + 13_000, whole: true,
      intervals: [{ from: START, to: START + 2_000 }, { from: START + 12_000, to: START + 13_000 }],
    });
  });

  test.each([
    ['audio', 500, 1], ['audio', 501, 2], ['video', 2_000, 1], ['video', 2_001, 2],
  ] as const)('%s with a pause of %d ms is %d interval(s)', async (medium, pause, count) => {
    expect((await read(mjr(medium, [0, pause])))?.intervals).toHaveLength(count);
  });

  test('a file longer than what is read at once', async () => {
    const content = await read(mjr('video', every(10, 0, 30_000), { payload: 1_200 }));
    expect(content).toMatchObject({ packets: 3_001, lastPacketAt: START + 30_000, whole: true });
    expect(content?.intervals).toHaveLength(1);
  });

  test('a file that ends in the middle of a frame tells what came before', async () => {
    expect(await read(mjr('audio', every(20, 0, 200), { cutBytes: 5 }))).toMatchObject({ packets: 10, lastPacketAt: START + 180, whole: false });
  });

  test('nobody sent anything', async () => {
    expect(await read(Buffer.from('MJR00002'))).toBeNull();
    expect(await read(mjr('audio', []))).toBeNull();
  });

  test.each([
    ['another format', Buffer.from('RIFF....WAVEfmt ')],
    ['an older version', Buffer.from('MEETECHO\u0000\u0005audio....')],
    ['a header that is no JSON', Buffer.concat([Buffer.from('MJR00002'), Buffer.from([0, 3]), Buffer.from('{{{')])],
    ['data', Buffer.concat([Buffer.from('MJR00002'), Buffer.from([0, 27]), Buffer.from('{"t":"d","c":"text","u":1.0}')])],
    ['a frame that is none', Buffer.concat([mjr('audio', [0, 20]), Buffer.from('NOT A FRAME AT ALL')])],
  ])('%s is refused', async (_name, bytes) => {
    await expect(read(bytes)).rejects.toBeInstanceOf(NotARecording);
  });
});

test('a room’s tracks: several of one person, an unclean end, and nothing of another room', async () => {
  const room = join(folder, 'room');
  await rm(room, { recursive: true, force: true });
  await mkdir(room);
  const put = (name: string, bytes: Buffer) => writeFile(join(room, name), bytes);
  await put('videoroom-9fa4-x-user-b-1-1795329049980143-audio-0.mjr', mjr('audio', every(20, 0, 100), { start: START + 5_000 }));
  await put('videoroom-9fa4-x-user-a-1795329049980143-video-1.mjr.tmp', mjr('video', every(60, 0, 600)));
  await put('videoroom-9fa4-x-user-a-1795329059980143-video-1.mjr', mjr('video', every(60, 0, 600), { start: START + 9_000 }));
  await put('videoroom-9fa4-x-user-c-1795329059980143-audio-0.mjr', mjr('audio', []));
  await put('videoroom-other-user-a-1795329059980143-audio-0.mjr', mjr('audio', [0]));
  await put('notes.txt', Buffer.from('x'));
  const tracks = await collectTracks(room, '9fa4-x');
  expect(tracks.map(({ opaqueId, medium, firstPacketAt, unclean }) => [opaqueId, medium, firstPacketAt - START, unclean])).toEqual([
    ['a', 'video', 0, true], ['b-1', 'audio', 5_000, false], ['a', 'video', 9_000, false],
  ]);
  expect(tracks[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});
