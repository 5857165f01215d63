import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Child, type ChildPlan } from './child.ts';
import { startOf } from './processes.mjs';
import { startWatchdog, type Watchdog } from './watchdog.ts';

let folder: string;
let watchdog: Watchdog;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-child-'));
  watchdog = startWatchdog();
});
afterAll(async () => {
  await watchdog.close();
  rmSync(folder, { recursive: true });
});

function child(name: string, program: string, more: Partial<ChildPlan> = {}) {
  const events: (number | undefined)[] = [];
  const said: string[] = [];
  const plan: ChildPlan = {
    name,
    command: async () => ({ program: process.execPath, args: ['-e', program], env: process.env }),
    ready: (log) => log().includes('ready'),
    stopSignal: 'SIGTERM',
    logFile: path.join(folder, `${name}.log`),
    ...more,
  };
  return { events, said, made: new Child(plan, { watchdog, onProcess: (_, pid) => events.push(pid), say: (line) => said.push(line) }) };
}

async function until(condition: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < 300 && !condition(); attempt += 1) await wait(50);
  return condition();
}

const serving = "console.log('ready'); setInterval(() => {}, 1000)";

describe('a child', () => {
  test('is ready when it says so, keeps a log, and is gone after stop', async () => {
    const { made, events } = child('plain', serving);
    await made.start();
    const { pid = 0 } = made;
    expect(startOf(pid)).toBeDefined();
    expect(readFileSync(path.join(folder, 'plain.log'), 'utf8')).toBe('ready\n');
    await made.stop();
    expect(startOf(pid)).toBeUndefined();
    expect(events).toEqual([pid, undefined]);
  });

  test('is started again each time it is killed', async () => {
    const { made, said } = child('killed', serving);
    await made.start();
    const first = made.pid;
    made.kill('SIGKILL');
    expect(await until(() => made.pid !== undefined && made.pid !== first)).toBe(true);
    const second = made.pid;
    made.kill('SIGKILL');
    expect(await until(() => made.pid !== undefined && made.pid !== second)).toBe(true);
    expect(said[0]).toBe('killed: it ended with SIGKILL; starting it again');
    await made.stop();
  });

  test('that does not start throws the end of its log', async () => {
    const { made } = child('broken', "console.error('no such ward'); process.exit(3)");
    await expect(made.start()).rejects.toThrow(/broken did not start \(it ended with 3\)[\s\S]*no such ward/);
    await made.stop();
  });

  test('that is never ready is an error too', async () => {
    const { made } = child('silent', 'setInterval(() => {}, 1000)', { patience: 0.3 });
    await expect(made.start()).rejects.toThrow('silent is not ready after 0.3 seconds');
    await made.stop();
  });

  test('that does not listen is killed', async () => {
    const { made } = child('stubborn', `process.on('SIGTERM', () => {}); ${serving}`, { farewell: 0.3 });
    await made.start();
    const { pid = 0 } = made;
    await made.stop();
    expect(startOf(pid)).toBeUndefined();
  });

  test('takes the processes with it that it started in its group', async () => {
    const { made } = child('parent', `const own = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log('own', own.pid, 'ready'); setInterval(() => {}, 1000)`);
    await made.start();
    const own = Number(/own (\d+)/.exec(readFileSync(path.join(folder, 'parent.log'), 'utf8'))?.[1]);
    expect(startOf(own)).toBeDefined();
    await made.stop();
    expect(await until(() => startOf(own) === undefined)).toBe(true);
  });
});
