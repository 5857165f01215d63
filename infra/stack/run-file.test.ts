import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { startOf } from '#infra/supervision/processes.mjs';
import { typescriptLoader } from './plans.ts';
import { AlreadyRunning, isRunning, readRunState, RunFile, stackMark } from './run-file.ts';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'kaiting-run-')); });
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function sleeper(env: NodeJS.ProcessEnv = process.env): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'], env });
  started.push(child);
  await once(child.stdout, 'data');
  return child;
}

function writeRunFile(state: object): void {
  writeFileSync(path.join(folder, 'run.json'), JSON.stringify(state));
}

const nobody = { pid: 4_000_000, start: 'long ago' };

describe('the run file', () => {
  test('belongs to one process until it is released', async () => {
    const run = await RunFile.take(folder);
    run.noteBaseUrl('http://127.0.0.1:8480');
    expect(isRunning(folder)).toBe(true);
    await expect(RunFile.take(folder)).rejects.toThrow(AlreadyRunning);
    await expect(RunFile.take(folder)).rejects.toThrow(`already runs at http://127.0.0.1:8480 (process ${process.pid}`);
    run.release();
    expect(isRunning(folder)).toBe(false);
    (await RunFile.take(folder)).release();
  });

  test('of a dead supervisor is taken over, and what it left is ended', async () => {
    const left = await sleeper();
    const escaped = await sleeper({ ...process.env, KAITING_STACK: path.resolve(folder) });
    writeRunFile({ supervisor: nobody, parts: { worker: { pid: left.pid, start: startOf(left.pid ?? 0), stopSignal: 'SIGTERM' } } });
    const run = await RunFile.take(folder);
    expect(startOf(left.pid ?? 0)).toBeUndefined();
    expect(await gone(escaped)).toBe(true);
    expect(readRunState(folder)?.supervisor.pid).toBe(process.pid);
    run.release();
    expect(readdirSync(folder)).toEqual([]);
  }, 30_000);

  test('never ends a stranger that has a dead part’s process id now', async () => {
    const stranger = await sleeper();
    writeRunFile({ supervisor: { pid: stranger.pid, start: 'long ago' }, parts: { worker: { pid: stranger.pid, start: 'long ago', stopSignal: 'SIGTERM' } } });
    const run = await RunFile.take(folder);
    expect(startOf(stranger.pid ?? 0)).toBeDefined();
    run.release();
  });

  test('that was cut short keeps nobody out', async () => {
    writeFileSync(path.join(folder, 'run.json'), '{"supervisor":');
    (await RunFile.take(folder)).release();
  });

  test('is taken by one of several that start at the same moment, over a stale one', async () => {
    writeRunFile({ supervisor: nobody, parts: {} });
    const moment = String(Date.now() + 2_000);
    const answers = await Promise.all([1, 2, 3].map(async () => {
      const taker = spawn(process.execPath, [typescriptLoader, path.join(repositoryFolder, 'infra/stack/testing/taker.ts'), folder, moment], { stdio: ['ignore', 'pipe', 'inherit'] });
      started.push(taker);
      const [line] = await once(taker.stdout, 'data') as [Buffer];
      return line.toString().trim();
    }));
    expect(answers.sort()).toEqual(['AlreadyRunning', 'AlreadyRunning', 'taken']);
  }, 30_000);

  test('marks every process with the folder', () => {
    expect(stackMark(folder)).toBe(`KAITING_STACK=${folder}`);
  });
});

async function gone(child: ChildProcess): Promise<boolean> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return startOf(child.pid ?? 0) === undefined;
}
