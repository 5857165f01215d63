/** What a command sends, and what is kept of its answer. */
import { ORPCError } from '@orpc/server';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { StreamId } from '#domain/case/ids.ts';

export type CommandPlan =
  | {
    kind: 'update';
    workflowId: StreamId;
    /** A name of `updates` in domain/messages. */
    update: string;
    args: [unknown, ...unknown[]];
    result?: unknown;
  }
  | {
    /** The same as an Update, for another system of the court: its answer is what the journal says of the command. */
    kind: 'signal';
    workflowId: StreamId;
    /** A name of `signals` in domain/messages. */
    signal: string;
    args: [unknown, ...unknown[]];
    result?: unknown;
  }
  | {
    kind: 'start';
    workflowId: StreamId;
    workflowType: string;
    taskQueue: string;
    args: unknown[];
    /** The number of the first journal entry, which readers must see before the answer. */
    seq: number;
    /** Answered as `result`, also while the start is pending (the new case's id). */
    result?: unknown;
  };

/** In `commands.answer`. */
export type KeptAnswer =
  | { answered: CommandAnswer }
  | { refused: { code: string; status: number; message: string; data: unknown } };

/** The answer; or throws the refusal, on every retry the same. */
export function raiseKept(kept: KeptAnswer): CommandAnswer {
  if ('answered' in kept) return kept.answered;
  const { code, ...rest } = kept.refused;
  throw new ORPCError(code, rest);
}

/** A refusal as it is kept. */
export const keptRefusal = (error: ORPCError<string, unknown>): KeptAnswer =>
  ({ refused: { code: error.code, status: error.status, message: error.message, data: error.data } });
