import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { runProgram } from '#adapters/programs/run-program.ts';
import { xorrisoDisc } from './xorriso-disc.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

const xorriso = process.env.KAITING_XORRISO ?? 'xorriso';
const disc = xorrisoDisc(xorriso);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-disc-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what is read back from the image is what was written', async () => {
  await mkdir(path.join(folder, 'a=b'));
  const files = await Promise.all(['recordings/hearing-1.mp4', 'recordings/hearing-1.timeline.json', 'catalogue.json'].map(async (name, index) => {
    const source = path.join(folder, index === 0 ? 'a=b/原告.mp4' : `source-${index}`);
    const bytes = randomBytes(200_000 + index);
    await writeFile(source, bytes);
    return { name, path: source, hash: createHash('sha256').update(bytes).digest('hex') };
  }));
  const output = path.join(folder, 'disc.iso');
  await disc.writeImage({ files, label: 'HEARING_2026_17', output });
  await disc.writeImage({ files, label: 'HEARING_2026_17', output });

  await runProgram({ program: xorriso, args: ['-osirrox', 'on', '-indev', output, '-extract', '/', path.join(folder, 'back')] });
  for (const { name, hash } of files) {
    const back = await readFile(path.join(folder, 'back', name));
    expect(createHash('sha256').update(back).digest('hex')).toBe(hash);
  }
  expect((await readFile(output)).subarray(32_808, 32_808 + 15).toString()).toBe('HEARING_2026_17');
});

test('names that not every reader shows rightly are refused, and a missing file leaves nothing behind', async () => {
  const output = path.join(folder, 'none.iso');
  const image = (name: string, label = 'DISC') => disc.writeImage({ files: [{ name, path: path.join(folder, 'missing') }], label, output });
  await expect(image('录像𠮷.mp4')).rejects.toThrow(/cannot be named/);
  await expect(image('../up.mp4')).rejects.toThrow(/cannot be named/);
  await expect(image('a.mp4', '光盘')).rejects.toThrow(/cannot be labelled/);
  await expect(disc.writeImage({ files: [], label: 'DISC', output })).rejects.toThrow(/without files/);
  await expect(image('a.mp4')).rejects.toThrow(/failed/);
  expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([]);
});
