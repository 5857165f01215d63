/**
 * The court's clock: the workflow's own time. In the demonstration and training court alone it can be moved forward
 * by a Signal, so that three working days pass in a minute without any rule being switched off.
 */
export class CourtClock {
  private moves = 0;

  /** @param offsetMs how far the court's clock runs ahead, milliseconds; 0 outside the demonstration court. */
  constructor(private offsetMs: number) {}

  /** The court's time, milliseconds since 1970. Deterministic: Temporal's workflow time plus the offset. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** The court's time as ISO 8601 in UTC. */
  iso(): string {
    return new Date(this.now()).toISOString();
  }

  get offset(): number {
    return this.offsetMs;
  }

  /** How often it was moved; waiters look at it to see that their timers no longer fit. */
  get moveCount(): number {
    return this.moves;
  }

  /** Moves forward only: an earlier time would let a deadline pass twice. Answers whether it moved. */
  moveTo(offsetMs: number): boolean {
    if (!(offsetMs > this.offsetMs)) return false;
    this.offsetMs = offsetMs;
    this.moves += 1;
    return true;
  }
}
