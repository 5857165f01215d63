/**
 * One timer loop a workflow over its sorted deadlines: never a timer a task (notes of the design: 64 events, not 84),
 * never a workflow timeout for a deadline of the court. Timers survive crashes because Temporal keeps them.
 *
 * An armed timer is left alone when a later deadline is added or its own deadline falls away: it wakes, finds
 * nothing due, and is armed again. Only an earlier deadline or a moved clock arms anew.
 */
import { condition } from '@temporalio/workflow';
import type { CourtClock } from './clock.ts';
import { unlessOver } from './stage-run.ts';

interface Deadline {
  at: number;
  pass: () => void;
}

/** Longest single wait: bounds a timer when the court's clock stands still for months. */
const longestWaitMs = 180 * 24 * 3_600_000;

export class Deadlines {
  private readonly open = new Map<string, Deadline>();
  private armedFor = Number.POSITIVE_INFINITY;
  private changed = false;

  constructor(private readonly clock: CourtClock) {
    void this.run();
  }

  /** `at`: court time in milliseconds. `pass` runs once, when that time has come; setting the same id again moves it. */
  set(id: string, at: number, pass: () => void): void {
    this.open.set(id, { at, pass });
    if (at < this.armedFor) this.changed = true;
  }

  clear(id: string): void {
    this.open.delete(id);
  }

  /** Waits until the court's clock shows the time. */
  async reach(id: string, at: number): Promise<void> {
    await new Promise<void>((resolve) => this.set(id, at, resolve));
    await unlessOver(undefined);
  }

  /** The clock was moved: what is armed no longer fits. */
  clockMoved(): void {
    this.changed = true;
  }

  private async run(): Promise<void> {
    for (;;) {
      this.passDue();
      const next = Math.min(...[...this.open.values()].map((deadline) => deadline.at));
      this.changed = false;
      this.armedFor = next;
      if (next === Number.POSITIVE_INFINITY) await condition(() => this.changed);
      else await condition(() => this.changed, Math.min(Math.max(next - this.clock.now(), 1), longestWaitMs));
    }
  }

  private passDue(): void {
    const now = this.clock.now();
    const due = [...this.open.entries()].filter(([, deadline]) => deadline.at <= now).sort(([, a], [, b]) => a.at - b.at);
    for (const [id, deadline] of due) {
      this.open.delete(id);
      deadline.pass();
    }
  }
}
