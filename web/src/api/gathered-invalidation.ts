/**
 * What live changes make stale is read again in one go: a step of a case brings several changes in one breath, and a queue at
 * which fifty work brings several a second. The first is read after a moment that nobody notices, what follows at most
 * three times a second, and never before the reading that is under way has ended: a reading that each change begins anew would
 * not end while changes come faster than the court answers.
 */
import type { Invalidation } from '#web/api/live-invalidation.ts';

/** What comes in one breath comes within this. */
export const breathMs = 50;
/** From one reading to the next. */
export const restMs = 300;
/** A reading that waits for a lost network holds nothing up for longer. */
export const longestReadingMs = 5_000;

export class GatheredInvalidation {
  readonly #invalidate: (one: Invalidation) => Promise<unknown>;
  readonly #waiting = new Map<string, Invalidation>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading = false;
  #lastAt = Number.NEGATIVE_INFINITY;

  /** @param invalidate resolves when what was shown has been read again. */
  constructor(invalidate: (one: Invalidation) => Promise<unknown>) { this.#invalidate = invalidate; }

  add(stale: readonly Invalidation[]): void {
    for (const one of stale) this.#waiting.set(JSON.stringify([one.queryKey, one.exact ?? false]), one);
    this.#schedule();
  }

  /** Nobody looks any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.clear();
  }

  #schedule(): void {
    if (this.#waiting.size === 0 || this.#reading) return;
    this.#timer ??= setTimeout(() => void this.#read(), Math.max(breathMs, this.#lastAt + restMs - Date.now()));
  }

  async #read(): Promise<void> {
    this.#timer = undefined;
    this.#lastAt = Date.now();
    this.#reading = true;
    const stale = [...this.#waiting.values()];
    this.#waiting.clear();
    let patience: ReturnType<typeof setTimeout> | undefined;
    await Promise.race([
      Promise.allSettled(stale.map(this.#invalidate)),
      new Promise((resolve) => { patience = setTimeout(resolve, longestReadingMs); }),
    ]);
    clearTimeout(patience);
    this.#reading = false;
    this.#schedule();
  }
}
