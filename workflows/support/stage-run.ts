/**
 * One run of a stage, which can be ended from outside. What the stage does, and whatever it calls, runs within it (an
 * AsyncLocalStorage tells), so that stages need to know nothing of it.
 *
 * When a run is over, nothing of it goes on: what it asked of people is taken back and never answered to it, a step that
 * it would begin does not begin, a time that it waited for comes without it. Its code stays where it waits, and goes with
 * the workflow. Deterministic: a replay ends the run at the same point, and a promise that resolves later resumes code
 * whose next word to the outside is not heard.
 */
import { AsyncLocalStorage } from '@temporalio/workflow';

export class StageRun {
  over = false;
  private steps = 0;

  /** Steps of it that are under way. */
  get inFlight(): number {
    return this.steps;
  }

  async during<T>(step: () => Promise<T>): Promise<T> {
    this.steps += 1;
    try {
      return await step();
    } finally {
      this.steps -= 1;
    }
  }
}

const current = new AsyncLocalStorage<StageRun | null>();

/** The run that this code belongs to; none for handlers, and for effects beside the stages. */
export const currentRun = (): StageRun | undefined => current.getStore() ?? undefined;

export const within = <T>(run: StageRun, work: () => T): T => current.run(run, work);
/** Work that outlives the stage that began it. */
export const besideRuns = <T>(work: () => T): T => current.run(null, work);

/** Answers the value; never, to code of a run that is over. */
export async function unlessOver<T>(value: T, run: StageRun | undefined = currentRun()): Promise<T> {
  if (run?.over) await never();
  return value;
}

export const never = (): Promise<never> => new Promise(() => undefined);
