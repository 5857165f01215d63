import { describe, expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { whileAlive } from '#activities/while-alive.ts';

describe('signs of life', () => {
  test('come while the work goes on, and cease when it ends, however it ends', async () => {
    const environment = new MockActivityEnvironment();
    let signs = 0;
    environment.on('heartbeat', () => { signs += 1; });
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => { end = resolve; });
    const work = environment.run(() => whileAlive(() => ended.then(() => { throw new Error('the printer is away'); })));
    while (signs < 3) await wait(50);
    end();
    await expect(work).rejects.toThrow('the printer is away');
    const then = signs;
    await wait(2_500);
    expect(signs).toBe(then);
  }, 60_000);
});
