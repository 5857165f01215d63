/** A write of a page: `const complete = useCommand(...)`, `complete.run(input)` on the click. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, type CallContext } from '#web/api/client.ts';
import { newCommandKey } from '#web/api/command-key.ts';
import { runCommand, type CommandPhase } from '#web/api/command.ts';
import { asProblem, type ApiProblem } from '#web/api/errors.ts';
import { noteAnswered, notePending } from '#web/api/pending-commands.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { noteSessionExpired } from '#web/session/session-expired.ts';

export interface CommandOptions<Answer> {
  /** What the person did, in the page's language; shown while the command is kept. */
  label: string;
  onDone?: (answer: Answer) => void;
}

export interface CommandHandle<Input, Answer> {
  /** Sends it under a fresh key. @returns the answer, or null: then `problem` says what went wrong. */
  run: (input: Input) => Promise<Answer | null>;
  /** null when nothing is under way. */
  phase: CommandPhase | null;
  problem: ApiProblem | null;
  reset: () => void;
}

/**
 * @param send for example `(input, options) => api.tasks.complete(input, options)`. One run at a time: a second
 *   click while one is under way does nothing.
 */
export function useCommand<Input, Answer>(
  send: (input: Input, options: { context: CallContext }) => Promise<Answer>,
  { label, onDone }: CommandOptions<Answer>,
): CommandHandle<Input, Answer> {
  const queryClient = useQueryClient();
  const [phase, setPhase] = useState<CommandPhase | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const running = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => { gone.current = true; };
  }, []);

  const run = async (input: Input): Promise<Answer | null> => {
    if (running.current) return null;
    running.current = true;
    setProblem(null);
    const context = { commandKey: newCommandKey() };
    let keptAs: string | null = null;
    try {
      const answer = await runCommand<Answer>({
        send: () => send(input, { context }),
        ask: (commandId) => api.supervision.command({ commandId }),
        onPhase: setPhase,
        onKept: (commandId) => {
          keptAs = commandId;
          notePending({ commandId, label, since: new Date().toISOString() });
        },
        wait: (ms) => new Promise((resolve) => { window.setTimeout(resolve, ms); }),
        stopped: () => gone.current,
      });
      if (gone.current) return answer;
      if (keptAs) noteAnswered(keptAs);
      for (const queryKey of [queryKeys.tasks, queryKeys.cases, queryKeys.supervision, ['case'], ['hearing']]) void queryClient.invalidateQueries({ queryKey });
      onDone?.(answer);
      return answer;
    } catch (error) {
      if (keptAs && !gone.current) noteAnswered(keptAs);
      const failed = asProblem(error);
      if (failed.code === 'UNAUTHENTICATED') noteSessionExpired();
      setProblem(failed);
      return null;
    } finally {
      running.current = false;
      setPhase(null);
    }
  };
  const reset = useCallback(() => setProblem(null), []);
  return { run, phase, problem, reset };
}
