import { describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { typescriptLoader } from '#infra/stack/plans.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { startOf } from './processes.mjs';

interface Family { watchdog: number; obedient: number; stubborn: number; parent: number; escaped: number }

async function startFamily(): Promise<{ owner: number; family: Family }> {
  const owner = spawn(process.execPath, [typescriptLoader, path.join(repositoryFolder, 'infra/supervision/testing/owner.ts'), `KAITING_TEST_MARK=${process.pid}-${Date.now()}`],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(owner.stdout, 'data') as [Buffer];
  return { owner: owner.pid ?? 0, family: JSON.parse(line.toString()) as Family };
}

async function untilGone(pids: number[]): Promise<number[]> {
  let left = pids;
  for (let attempt = 0; attempt < 300 && left.length > 0; attempt += 1) {
    left = left.filter((pid) => startOf(pid) !== undefined);
    await wait(50);
  }
  return left;
}

describe('the watchdog', () => {
  test('ends every process of a supervisor that was killed, the stubborn and the escaped ones too', async () => {
    const { owner, family } = await startFamily();
    expect(Object.values(family).filter((pid) => startOf(pid) === undefined)).toEqual([]);
    process.kill(owner, 'SIGKILL');
    expect(await untilGone([owner, ...Object.values(family)])).toEqual([]);
  }, 60_000);

  test('is replaced when it is killed itself, and the new one knows what to end', async () => {
    const { owner, family } = await startFamily();
    process.kill(family.watchdog, 'SIGKILL');
    expect(await untilGone([family.watchdog])).toEqual([]);
    // The owner has started another by the time it has seen the first one's end.
    await wait(500);
    process.kill(owner, 'SIGKILL');
    expect(await untilGone([owner, family.obedient, family.stubborn, family.parent, family.escaped])).toEqual([]);
  }, 60_000);
});
