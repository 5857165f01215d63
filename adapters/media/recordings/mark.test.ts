/** With the real ffmpeg: what a party gets bears the name, and an extract is as long as it was asked to be. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runProgram } from '#adapters/programs/run-program.ts';
import { extractArguments, markArguments } from './mark.ts';

const ffmpeg = process.env['KAITING_FFMPEG'] ?? 'ffmpeg';
let folder: string;
let source: string;
let fontFile: string;
let textFiles: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-mark-'));
  source = path.join(folder, 'source.mp4');
  await runProgram({ program: ffmpeg, args: ['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', 'color=c=black:s=960x540:r=15:d=4', '-f', 'lavfi', '-i', 'sine=d=4', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', source] });
  fontFile = (await promisify(execFile)('fc-match', ['-f', '%{file}', 'Noto Sans CJK SC:lang=zh-cn'])).stdout.trim();
  // A name that would be a filter if it were read as one.
  textFiles = await Promise.all(["演示人民法院 （2026）豫0611民初1号", "仅供张三':x=0,查阅%{pts}", '严禁外传'].map(async (line, index) => {
    const file = path.join(folder, `line-${index}.txt`);
    await writeFile(file, line);
    return file;
  }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How many of the pixels of the frame at that second are not black. */
async function written(file: string, second: number): Promise<number> {
  const picture = await runProgram({ program: ffmpeg, args: ['-loglevel', 'error', '-ss', String(second), '-i', file, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'gray', '-'] });
  return picture.filter((pixel) => pixel > 40).length;
}

/** Seconds of a stream of the file. */
async function seconds(file: string, stream: 'v' | 'a'): Promise<number> {
  const told = await promisify(execFile)(ffmpeg, ['-hide_banner', '-i', file, '-map', `0:${stream}`, '-f', 'null', '-']).then(({ stderr }) => stderr);
  const [, minutes = '0', rest = '0'] = [...told.matchAll(/time=00:(\d\d):(\d\d\.\d+)/g)].at(-1) ?? [];
  return Number(minutes) * 60 + Number(rest);
}

test.each(['view', 'copy'] as const)('every moment of a recording to %s bears the mark, and its sound is whole', async (how) => {
  const to = path.join(folder, `${how}.mp4`);
  await runProgram({ program: ffmpeg, args: markArguments({ how, from: source, to, textFiles, fontFile, durationMs: 4_000, comment: 'c' }) });
  expect(await written(source, 1)).toBe(0);
  for (const second of [0, 1, 3]) expect(await written(to, second)).toBeGreaterThan(2_000);
  expect(Math.abs((await seconds(to, 'a')) - 4)).toBeLessThan(0.2);
}, 60_000);

test('an extract is the stretch that was asked for', async () => {
  const to = path.join(folder, 'extract.mp4');
  await runProgram({ program: ffmpeg, args: extractArguments({ from: source, to, fromMs: 1_300, toMs: 3_100, comment: 'c' }) });
  expect(Math.abs((await seconds(to, 'v')) - 1.8)).toBeLessThan(0.15);
}, 60_000);
