/**
 * `npm start` as a person meets it: started, started again beside itself, killed in every way, and started once more.
 * The data folder is the test's own; nothing of a stack that runs in this clone is touched.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { storedEnvironment } from '#infra/stack/environment.ts';
import { readRunState, stackMark, type RunState } from '#infra/stack/run-file.ts';
import { processesMarked, startOf } from '#infra/supervision/processes.mjs';

let dataDir: string;
let current: Started | undefined;

interface Started {
  process: ChildProcess;
  said(): string;
  ended: Promise<number | null>;
}

/** What `npm start` runs, as npm runs it, on a port that is free. */
function start(): Started {
  let text = '';
  const child = spawn(process.execPath, ['infra/start.mjs'], {
    cwd: repositoryFolder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, KAITING_DATA: dataDir, KAITING_PORT: '0' },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  const ended = new Promise<number | null>((resolve) => { child.on('exit', resolve); });
  return { process: child, said: () => text, ended };
}

async function startUntilReady(): Promise<RunState> {
  const started = start();
  current = started;
  while (!started.said().includes('Kaiting is ready')) {
    if (started.process.exitCode !== null) throw new Error(`npm start ended with ${started.process.exitCode}: ${started.said()}`);
    await wait(50);
  }
  return state();
}

function state(): RunState {
  const found = readRunState(dataDir);
  if (!found) throw new Error('there is no run file');
  return found;
}

function everyPid({ supervisor, watchdog, parts }: RunState): number[] {
  return [supervisor, ...(watchdog ? [watchdog] : []), ...Object.values(parts)].map(({ pid }) => pid);
}

async function untilNothingIsLeft(pids: number[]): Promise<number[]> {
  const left = () => [...pids.filter((pid) => startOf(pid) !== undefined), ...processesMarked(stackMark(dataDir))];
  for (let attempt = 0; attempt < 400 && left().length > 0; attempt += 1) await wait(50);
  return left();
}

async function healthy(baseUrl: string | undefined): Promise<boolean> {
  return fetch(`${baseUrl}/healthz`).then((answer) => answer.ok, () => false);
}

/** A row of our own, which must be there after whatever happens to the processes. */
async function mark(write: boolean): Promise<string[]> {
  const sql = postgres(storedEnvironment(dataDir).DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  try {
    await sql`create table if not exists test_mark (text text)`;
    if (write) await sql`insert into test_mark values ('kept')`;
    return (await sql`select text from test_mark`).map(({ text }) => String(text));
  } finally {
    await sql.end();
  }
}

beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'kaiting-start-'));
  chmodSync(dataDir, 0o755);
});
afterAll(async () => {
  current?.process.kill('SIGTERM');
  await current?.ended;
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

describe('npm start', () => {
  let first: RunState;

  test('starts every part and answers', async () => {
    first = await startUntilReady();
    expect(Object.keys(first.parts).sort()).toEqual(['api', 'janus', 'media-host', 'postgres', 'temporal', 'worker']);
    expect(await healthy(first.baseUrl)).toBe(true);
    expect(current?.said()).toContain(`Data: ${dataDir}`);
    expect(await mark(true)).toEqual(['kept']);
  }, 300_000);

  test('beside a running one says where that is, and harms nothing', async () => {
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain(`already runs at ${first.baseUrl}`);
    expect(state()).toEqual(first);
    expect(everyPid(first).filter((pid) => startOf(pid) === undefined)).toEqual([]);
  }, 60_000);

  test.each(['worker', 'media-host', 'api', 'janus', 'temporal', 'postgres'])('starts %s again when it is killed', async (part) => {
    const before = state().parts[part]?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    for (let attempt = 0; attempt < 1200 && [undefined, before].includes(state().parts[part]?.pid); attempt += 1) await wait(50);
    expect(state().parts[part]?.pid).not.toBe(before);
    for (let attempt = 0; attempt < 1200 && !await healthy(first.baseUrl); attempt += 1) await wait(50);
    expect(await healthy(first.baseUrl)).toBe(true);
  }, 120_000);

  test('leaves nothing behind when its supervisor is killed, and carries on at the next start', async () => {
    const before = state();
    process.kill(before.supervisor.pid, 'SIGKILL');
    expect(await untilNothingIsLeft(everyPid(before))).toEqual([]);
    const after = await startUntilReady();
    expect(await healthy(after.baseUrl)).toBe(true);
    expect(await mark(false)).toEqual(['kept']);
  }, 300_000);

  test('carries on after everything was killed at once', async () => {
    const before = state();
    for (const pid of [before.supervisor.pid, before.watchdog?.pid ?? 0, ...Object.values(before.parts).map(({ pid: part }) => part)]) process.kill(pid, 'SIGKILL');
    const after = await startUntilReady();
    expect(await healthy(after.baseUrl)).toBe(true);
    expect(await mark(false)).toEqual(['kept']);
    expect(everyPid(before).filter((pid) => everyPid(after).includes(pid))).toEqual([]);
  }, 300_000);

  test('keeps its secrets to itself', () => {
    expect(existsSync(path.join(dataDir, 'secrets/payload-keys'))).toBe(true);
    for (const secret of ['payload-keys', 'session-secret', 'janus-api-secret', 'postgres-password']) {
      expect(current?.said()).not.toContain(readFileSync(path.join(dataDir, 'secrets', secret), 'utf8').trim());
    }
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends everything at %s', async (signal) => {
    const before = signal === 'SIGTERM' ? state() : await startUntilReady();
    current?.process.kill(signal);
    expect(await current?.ended).toBe(0);
    expect(await untilNothingIsLeft(everyPid(before))).toEqual([]);
    expect(readRunState(dataDir)).toBeUndefined();
  }, 300_000);
});
