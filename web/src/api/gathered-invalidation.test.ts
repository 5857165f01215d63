import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { breathMs, GatheredInvalidation, longestReadingMs, restMs } from './gathered-invalidation.ts';

let read: string[];
let gathered: GatheredInvalidation;
/** How long a reading takes. */
let takesMs: number;
beforeEach(() => {
  jest.useFakeTimers();
  read = [];
  takesMs = 0;
  gathered = new GatheredInvalidation(async ({ queryKey, exact }) => {
    read.push(`${queryKey.join('/')}${exact ? '!' : ''}`);
    if (takesMs > 0) await new Promise((resolve) => { setTimeout(resolve, takesMs); });
  });
});
afterEach(() => { jest.useRealTimers(); });

describe('what live changes make stale', () => {
  test('in one breath is read again once, each key for itself', async () => {
    gathered.add([{ queryKey: ['tasks'] }, { queryKey: ['case', '1'] }]);
    gathered.add([{ queryKey: ['tasks'] }, { queryKey: ['hearing', '2'], exact: true }, { queryKey: ['hearing', '2'] }]);
    expect(read).toEqual([]);
    await jest.advanceTimersByTimeAsync(breathMs);
    expect(read).toEqual(['tasks', 'case/1', 'hearing/2!', 'hearing/2']);
  });

  test('without end is read again at intervals, the last change included', async () => {
    for (let n = 0; n < 100; n += 1) {
      gathered.add([{ queryKey: ['tasks'] }]);
      await jest.advanceTimersByTimeAsync(10);
    }
    expect(read).toHaveLength(4);
    await jest.advanceTimersByTimeAsync(restMs);
    expect(read).toHaveLength(5);
    await jest.advanceTimersByTimeAsync(10 * restMs);
    expect(read).toHaveLength(5);
  });

  test('after a rest is read at once again', async () => {
    gathered.add([{ queryKey: ['tasks'] }]);
    await jest.advanceTimersByTimeAsync(2 * restMs);
    gathered.add([{ queryKey: ['tasks'] }]);
    await jest.advanceTimersByTimeAsync(breathMs);
    expect(read).toHaveLength(2);
  });

  test('is not read when nobody looks any more', async () => {
    gathered.add([{ queryKey: ['tasks'] }]);
    gathered.stop();
    await jest.advanceTimersByTimeAsync(restMs);
    expect(read).toEqual([]);
  });

  test('is not begun again while it is being read, nor held up by a reading that does not end', async () => {
    takesMs = 1_000;
    gathered.add([{ queryKey: ['tasks'] }]);
    await jest.advanceTimersByTimeAsync(breathMs);
    gathered.add([{ queryKey: ['tasks'] }]);
    await jest.advanceTimersByTimeAsync(takesMs - 1);
    expect(read).toHaveLength(1);
    takesMs = 60_000;
    await jest.advanceTimersByTimeAsync(breathMs + 1);
    expect(read).toHaveLength(2);
    gathered.add([{ queryKey: ['tasks'] }]);
    await jest.advanceTimersByTimeAsync(longestReadingMs + breathMs);
    expect(read).toHaveLength(3);
  });
});
