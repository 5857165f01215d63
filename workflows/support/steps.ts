/**
 * Every effect of a workflow goes through here. Bounded retries by class of error: what is away is waited for, an error of
 * ours is tried a few times; then the step parks as a task of operations (retry, retry with corrected input, skip with reason, fail with reason). A case never dies of an error.
 *
 * Skip and fail take an effect of the court away for good, so a second person of operations confirms them; refused or taken
 * back, the step waits as before.
 */
import { ActivityFailure, ApplicationFailure, patched, sleep, TimeoutFailure } from '@temporalio/workflow';
import type { PersonId } from '#domain/case/ids.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { unavailable } from '#domain/messages/unavailable.ts';
import { changesBetween } from '#domain/operations/changes.ts';
import { fitsStep, type StepInput, type StepName } from '#domain/operations/step-inputs.ts';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
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
   * @param name what the step is: domain/operations knows it in words, and how its input must be
   * @param run the activity
   * @param input its input, which operations may correct
   */
  async attempt<S extends StepName, I extends StepInput<S>, O>(name: S, run: (input: I) => Promise<O>, input: I): Promise<Stepped<O>> {
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
        const repair = await this.repaired(name, error, current);
        if ('done' in repair) return repair;
        waits = 0;
        current = repair.input as I;
      }
    }
  }

  /** What operations decided: the input to try again with, or the end of the step. */
  private async repaired(step: string, error: ActivityFailure, input: unknown): Promise<{ input: unknown } | Ended> {
    for (;;) {
      const repair = this.tasks.open('repair-step', {
        assignee: { role: 'operations' },
        facts: { step, error: wordsOf(error), errorType: typeOf(error), input, attempts: attemptsOf(error) },
        check: (outcome) => (outcome.action === 'retryWith' && !fitsStep(step, input, outcome.input) ? doesNotFit : undefined),
      });
      this.journal.note('step-parked', { step, error: wordsOf(error), taskId: repair.taskId });
      const end = await repair.ended;
      if (end.how !== 'answered') return withdrawn(end);
      const { outcome, by } = end;
      const { taskId } = repair;
      switch (outcome.action) {
        case 'retry':
          this.journal.note('step-repaired', { step, how: 'retry', by, taskId });
          return { input };
        case 'retryWith':
          this.journal.note('step-repaired', { step, how: 'retryWith', by, taskId, reason: outcome.reason, changes: changesBetween(input, outcome.input) });
          return { input: outcome.input };
        case 'skip':
        case 'fail': {
          const ended = await this.confirmed(step, error, input, outcome, by);
          if (ended) return ended;
        }
      }
    }
  }

  /** Undefined when somebody else refused, or who asked took it back: then the step waits again. */
  private async confirmed(step: string, error: ActivityFailure, input: unknown, { action: how, reason }: Ending, by: PersonId): Promise<Ended | undefined> {
    // Cases that an older build ended a step of had no second person.
    if (!patched('a second person confirms a skip or a failure')) {
      this.journal.note('step-repaired', { step, how, by });
      return { done: false, how, reason };
    }
    const confirmation = this.tasks.open('confirm-repair', {
      assignee: { role: 'operations' },
      facts: { step, error: wordsOf(error), errorType: typeOf(error), input, action: how, why: reason, by },
      check: (outcome, second) => ((outcome.decision === 'takeBack') === (second === by) ? undefined : second === by ? needsAnother : notTheirs),
    });
    const end = await confirmation.ended;
    if (end.how !== 'answered') return withdrawn(end);
    switch (end.outcome.decision) {
      case 'confirm':
        this.journal.note('step-repaired', { step, how, by, taskId: confirmation.taskId, reason, confirmedBy: end.by });
        return { done: false, how, reason };
      case 'refuse':
        this.journal.note('repair-not-confirmed', { step, how, end: 'refused', by: end.by, reason: end.outcome.reason });
        return undefined;
      case 'takeBack':
        this.journal.note('repair-not-confirmed', { step, how, end: 'takenBack', by: end.by });
        return undefined;
    }
  }

  /** A step that the case cannot go on without: skipped or failed, it throws StepFailed. */
  async must<S extends StepName, I extends StepInput<S>, O>(name: S, run: (input: I) => Promise<O>, input: I): Promise<O> {
    const stepped = await this.attempt(name, run, input);
    if (stepped.done) return stepped.value;
    throw new StepFailed(name, stepped.reason);
  }
}

type Ended = { done: false; how: 'skip' | 'fail'; reason: string };
type Ending = Extract<OutcomeOf<'repair-step'>, { action: 'skip' | 'fail' }>;

const withdrawn = (end: { how: 'overdue' } | { how: 'withdrawn'; why: string }): Ended => ({ done: false, how: 'fail', reason: end.how === 'withdrawn' ? end.why : 'overdue' });

const doesNotFit: Refusal = {
  code: 'input-does-not-fit', articles: [],
  message: { zh: '修改后的输入不符合该步骤的要求，或者指向另一案件。', en: 'The corrected input is not what the step takes, or it is of another case.' },
};
const needsAnother: Refusal = {
  code: 'second-person-needed', articles: [],
  message: { zh: '须由另一名运维人员复核；您可以撤回。', en: 'Somebody else of operations decides; you can take it back.' },
};
const notTheirs: Refusal = {
  code: 'only-who-asked', articles: [],
  message: { zh: '只有提出人可以撤回；请选择同意或者不同意。', en: 'Only who asked can take it back: confirm or refuse.' },
};

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
