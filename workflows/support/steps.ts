/**
 * Every effect of a workflow goes through here. Bounded retries by class of error: what is away is waited for, an error of
 * ours is tried a few times; then the step parks as a task of operations (retry, retry with corrected input, skip with reason, fail with reason). A case never dies of an error.
 */
import { ActivityFailure, ApplicationFailure, sleep, TimeoutFailure } from '@temporalio/workflow';
import { unavailable } from '#domain/messages/unavailable.ts';
import type { HumanTasks } from './human-tasks.ts';
import type { Journal } from './journal.ts';
import { currentRun, unlessOver } from './stage-run.ts';

export type Stepped<O> = { done: true; value: O } | { done: false; how: 'skip' | 'fail'; reason: string };

/** Thrown by `must`: operations ended a step that the case cannot go on without. The case goes offline with the reason. */
export class StepFailed extends Error {
  constructor(readonly step: string, readonly reason: string) {
    super(`${step}: ${reason}`);
    this.name = 'StepFailed';
  }
}

export class Steps {
  constructor(private readonly tasks: HumanTasks, private readonly journal: Journal) {}

  /**
   * @param name what the step is, in the words of the operations page, for example 'issueNotices'
   * @param run the activity
   * @param input its input, which operations may correct
   */
  async attempt<I, O>(name: string, run: (input: I) => Promise<O>, input: I): Promise<Stepped<O>> {
    const ofStage = currentRun();
    if (!ofStage) return this.tries(name, run, input);
    await unlessOver(undefined, ofStage);
    return unlessOver(await ofStage.during(() => this.tries(name, run, input)), ofStage);
  }

  private async tries<I, O>(name: string, run: (input: I) => Promise<O>, input: I): Promise<Stepped<O>> {
    let current = input;
    let waits = 0;
    for (;;) {
      try {
        return { done: true, value: await run(current) };
      } catch (error) {
        if (!(error instanceof ActivityFailure)) throw error;
        const wait = waitsForWhatIsAway[waits];
        if (typeOf(error) === unavailable && wait !== undefined) {
          waits += 1;
          await sleep(wait * 1000);
          continue;
        }
        const repair = this.tasks.open('repair-step', {
          assignee: { role: 'operations' },
          facts: { step: name, error: wordsOf(error), errorType: typeOf(error), input: current, attempts: attemptsOf(error) },
        });
        this.journal.note('step-parked', { step: name, error: wordsOf(error), taskId: repair.taskId });
        const end = await repair.ended;
        if (end.how !== 'answered') return { done: false, how: 'fail', reason: end.how === 'withdrawn' ? end.why : 'overdue' };
        const { outcome } = end;
        this.journal.note('step-repaired', { step: name, how: outcome.action, by: end.by });
        waits = 0;
        switch (outcome.action) {
          case 'retry': continue;
          case 'retryWith': current = outcome.input as I; continue;
          case 'skip':
          case 'fail': return { done: false, how: outcome.action, reason: outcome.reason };
        }
      }
    }
  }

  /** A step that the case cannot go on without: skipped or failed, it throws StepFailed. */
  async must<I, O>(name: string, run: (input: I) => Promise<O>, input: I): Promise<O> {
    const stepped = await this.attempt(name, run, input);
    if (stepped.done) return stepped.value;
    throw new StepFailed(name, stepped.reason);
  }
}

const wordsOf = (error: ActivityFailure): string => error.cause?.message ?? error.message;

/** `Ambiguous` (a timeout after sending) is its own state, shown as such. */
const typeOf = (error: ActivityFailure): string => {
  if (error.cause instanceof ApplicationFailure) return error.cause.type ?? 'Error';
  return error.cause instanceof TimeoutFailure ? 'Timeout' : 'Error';
};

const attemptsOf = (error: ActivityFailure): number => {
  const { retryState } = error;
  return retryState === 'MAXIMUM_ATTEMPTS_REACHED' ? maximumAttempts : 1;
};

/** How often an activity is tried before its step parks, or before what is away is waited for. */
export const maximumAttempts = 4;

/** Seconds. Ten minutes in all: a machine that starts again needs less, and when it takes longer somebody should know. */
const waitsForWhatIsAway = [5, 10, 20, 30, 60, 60, 60, 60, 60, 60, 60, 60, 60];
