/** The contract of the port, run against each implementation. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createLocalStorage, sweepIncoming } from './local-disk.ts';
import { FileMissing } from './storage.ts';

let folder: string;
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'kaiting-storage-')); });
afterAll(async () => { await rm(folder, { recursive: true }); });

describe.each([['a local disk', () => createLocalStorage(folder)]])('%s', (_name, create) => {
  const content = randomBytes(300_000);
  const sha256 = createHash('sha256').update(content).digest('hex');

  test('keeps a stream and gives it back byte for byte', async () => {
    const storage = create();
    expect(await storage.put(Readable.from([content.subarray(0, 100_001), content.subarray(100_001)]))).toEqual({ sha256, bytes: 300_000 });
    expect((await buffer(await storage.open(sha256))).equals(content)).toBe(true);
    expect(await storage.size(sha256)).toBe(300_000);
  });

  test('keeps the same content once', async () => {
    const storage = create();
    const [one, other] = await Promise.all([storage.put(content), storage.put(content)]);
    expect(one).toEqual(other);
    expect((await buffer(await storage.open(sha256))).equals(content)).toBe(true);
  });

  test('gives a part', async () => {
    const storage = create();
    await storage.put(content);
    expect((await buffer(await storage.open(sha256, { start: 10, end: 19 }))).equals(content.subarray(10, 20))).toBe(true);
  });

  test('a stream that breaks leaves nothing', async () => {
    const storage = create();
    const half = randomBytes(1_000);
    async function* breaking() { yield half; throw new Error('the connection broke'); }
    await expect(storage.put(Readable.from(breaking()))).rejects.toThrow('the connection broke');
    expect(await storage.size(createHash('sha256').update(half).digest('hex'))).toBeNull();
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
  });

  test('says when there is none, and takes no other name', async () => {
    const storage = create();
    await expect(storage.open('0'.repeat(64))).rejects.toThrow(FileMissing);
    expect(await storage.size('../../etc/passwd')).toBeNull();
    await expect(storage.open('../../etc/passwd')).rejects.toThrow(FileMissing);
  });
});

test('what was never finished is swept after a day', async () => {
  const storage = createLocalStorage(folder);
  await storage.put(randomBytes(3));
  const [old, young] = ['old', 'young'].map((name) => path.join(folder, 'incoming', name));
  await Promise.all([writeFile(old!, 'x'), writeFile(young!, 'x')]);
  await utimes(old!, new Date(Date.now() - 2 * 86_400_000), new Date(Date.now() - 2 * 86_400_000));
  expect(await sweepIncoming(folder)).toBe(1);
  expect(await readdir(path.join(folder, 'incoming'))).toEqual(['young']);
});
