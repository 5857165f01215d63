/**
 * Up to which change is everything that was read? Each answer of the API names the newest change that it must know of,
 * and the stream names the one from which on it tells everything. What was read at that one or later misses nothing;
 * only when something was read earlier must all be read again. Pure: who reads again is `live.ts`.
 */

/** "process-number"; only positions of one process have an order. */
const parsed = (position: string): { process: string; number: number } | null => {
  const [, process, number] = /^(.+)-(\d+)$/.exec(position) ?? [];
  return process === undefined || number === undefined ? null : { process, number: Number(number) };
};

export function isBefore(one: string, other: string): boolean | 'unknown' {
  const [a, b] = [parsed(one), parsed(other)];
  if (!a || !b || a.process !== b.process) return 'unknown';
  return a.number < b.number;
}

export class LivePosition {
  /** What is shown is at least as new; `unknown` when a read did not say, null when nothing was read. */
  private oldest: string | 'unknown' | null = null;
  /** From where on the stream tells everything; null while there is none. */
  private from: string | null = null;

  /** Where a stream must begin so that nothing shown misses a change; null when any place will do, or none. */
  get after(): string | null {
    return this.oldest === 'unknown' ? null : this.oldest;
  }

  get live(): boolean {
    return this.from !== null;
  }

  /**
   * An answer has come; `begunLive`: it was asked for while the stream was open, so that it misses nothing.
   * @returns true when everything must be read again: the stream has opened meanwhile, and may begin later.
   */
  read(position: string | null, begunLive: boolean): boolean {
    if (this.from !== null) return !begunLive && (position === null || isBefore(position, this.from) !== false);
    this.oldest = position === null ? 'unknown' : this.older(position);
    return false;
  }

  /** The stream has opened. @returns true when everything must be read again. */
  opened(from: string): boolean {
    const { oldest } = this;
    this.from = from;
    this.oldest = from;
    return oldest !== null && (oldest === 'unknown' || isBefore(oldest, from) !== false);
  }

  /** A change was told: what is shown follows it, if it followed all that came before. */
  told(position: string): void {
    if (this.from !== null) this.oldest = position;
  }

  /** The stream is lost: what is shown stays as new as the last change that was told. */
  lost(): void {
    this.from = null;
  }

  /** Whoever is next knows nothing of what was read before. */
  forget(): void {
    this.from = null;
    this.oldest = 'unknown';
  }

  private older(position: string): string | 'unknown' {
    if (this.oldest === null) return position;
    if (this.oldest === 'unknown') return 'unknown';
    const earlier = isBefore(position, this.oldest);
    return earlier === 'unknown' ? 'unknown' : earlier ? position : this.oldest;
  }
}
