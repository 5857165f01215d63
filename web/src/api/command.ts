/**
 * One click, one command, until it is decided: the same Idempotency-Key over all repetitions; a command that the API
 * has kept but Temporal has not answered yet is asked about until it is.
 *
 * If the page closes meanwhile: the API keeps what it has accepted and goes on sending it; `pending-commands.ts` has
 * kept the command's id in the browser, so that the next page still shows it.
 */
import { asProblem, mayRetry } from '#web/api/errors.ts';

/** `resending`: no answer came, it is sent again; `kept`: the API has it and sends it on until it is answered. */
export type CommandPhase = 'sending' | 'resending' | 'kept';

interface MaybePending { commandId: string; state: 'answered' | 'pending' }
const isPending = (answer: unknown): answer is MaybePending =>
  typeof answer === 'object' && answer !== null && 'commandId' in answer && 'state' in answer && answer.state === 'pending';

export interface CommandRun<Answer> {
  /** Sends it; called again with the same key. */
  send(): Promise<Answer>;
  /** Asks what became of a command that was kept. */
  ask(commandId: string): Promise<unknown>;
  onPhase(phase: CommandPhase): void;
  onKept(commandId: string): void;
  wait(ms: number): Promise<void>;
  stopped(): boolean;
}

/** @returns the answer, once there is one. Throws what the API refused with, or the last error when stopped. */
export async function runCommand<Answer>(run: CommandRun<Answer>): Promise<Answer> {
  run.onPhase('sending');
  const answer = await repeating(run, () => run.send(), 'resending');
  if (!isPending(answer)) return answer;
  run.onKept(answer.commandId);
  run.onPhase('kept');
  let kept: unknown = answer;
  while (isPending(kept)) {
    await run.wait(1_000);
    if (run.stopped()) return answer;
    kept = await repeating(run, () => run.ask(answer.commandId), 'kept');
  }
  return { ...answer, ...(kept as Answer) };
}

async function repeating<T>(run: CommandRun<unknown>, call: () => Promise<T>, phaseAgain: CommandPhase): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!mayRetry(asProblem(error)) || run.stopped()) throw error;
      run.onPhase(phaseAgain);
      await run.wait(Math.min(500 * 2 ** attempt, 5_000));
      if (run.stopped()) throw error;
    }
  }
}
