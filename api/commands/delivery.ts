/**
 * Carries a command to Temporal and keeps the answer. What gets no answer stays pending and is sent again.
 *
 * If the process dies here: the command is pending; another process, or this one after its start, sends it again.
 */
import { Client, isGrpcServiceError, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { status as grpc } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { Sql } from '#db/connect.ts';
import type { Tx } from '#db/projector/projections.ts';
import type { RecordKey } from '#adapters/seal/record-key.ts';
import { answeredText, sentText } from '#domain/audit/command-seal.ts';
import { conflict, notFound, refused } from '#api/errors.ts';
import { refusalOf } from '#api/commands/refusals.ts';
import { settleTakenFiles } from '#api/commands/taken-files.ts';
import { keptRefusal, type CommandPlan, type KeptAnswer } from '#api/commands/plan.ts';
import type { Journalled } from '#domain/messages/messages.ts';

/** Final, so that nobody sends it again and again; what was wrong is for operations. */
const failed = () => refused({
  code: 'update-failed', articles: [],
  message: { zh: '办理时发生内部错误，已记录，请联系运维人员。', en: 'An internal error occurred and was recorded: ask the operations staff.' },
});

export interface CommandDelivery {
  /**
   * The answer when there is one; null when Temporal did not give one: the command stays pending. Never throws.
   * @param counted the row says already that it was tried: written with its first try, it saves a commit before the Update.
   */
  deliver(id: string, plan: CommandPlan, counted?: boolean): Promise<KeptAnswer | null>;
  /** Sends what is pending and due. @returns how many were tried. */
  resend(): Promise<number>;
  /** Sends again every `everyMs` until stopped. @returns a function that stops it and waits for what is under way. */
  keepResending(everyMs?: number): () => Promise<void>;
}

export interface DeliverySettings {
  sql: Sql;
  temporal: Client;
  log: Logger;
  /** Deadline of one try. Milliseconds. */
  tryForMs?: number;
  /** Seals each answer as it was kept; without it (in tests) none is sealed. */
  recordKey?: RecordKey;
}

interface Waiting { id: string; attempts: number }

export function createDelivery({ sql, temporal, log, tryForMs = 20_000, recordKey }: DeliverySettings): CommandDelivery {
  const underWay = new Map<string, Promise<KeptAnswer | null>>();

  /** Another try of each, with its seal. */
  const count = async (tx: Tx, rows: readonly Waiting[]): Promise<void> => {
    const lastSentAt = new Date().toISOString();
    for (const { id, attempts } of rows) {
      const seal = recordKey?.seal(sentText({ id, state: 'pending', attempts: attempts + 1, lastSentAt })) ?? null;
      await tx`update commands set attempts = ${attempts + 1}, last_sent_at = ${lastSentAt}, sent_seal = ${seal} where id = ${id}`;
    }
  };

  const send = async (id: string, plan: CommandPlan, counted: boolean): Promise<KeptAnswer | null> => {
    if (!counted) await sql.begin(async (tx) => count(tx, await tx<Waiting[]>`select id, attempts from commands where id = ${id} and state = 'pending' for update`));
    const answer = await temporal.withDeadline(Date.now() + tryForMs, () => tell(id, plan)).catch((error: unknown) => finalRefusal(id, plan, error));
    return answer === null ? null : settle(id, answer);
  };

  /** A Signal has no answer: the journal tells whether it was taken or refused. Null while it does not say: it stays pending. */
  const heardOf = async (id: string, stream: string): Promise<KeptAnswer | null> => {
    for (let tries = 0; tries < 30; tries += 1) {
      const [heard] = await sql<{ seq: number; kind: string; why: string | null }[]>`
        select seq, kind, data ->> 'why' as why from journal where stream = ${stream} and kind in ('task-completed', 'signal-refused') and data ->> 'commandId' = ${id} order by seq limit 1`;
      if (heard?.kind === 'task-completed') return { answered: { commandId: id, state: 'answered', stream, seq: heard.seq } };
      if (heard) return keptRefusal(refused({ code: 'signal-refused', articles: [], message: { zh: '该答复未被采纳，已记录在案。', en: 'This answer was refused, and is on record.' }, data: { why: heard.why } }));
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    return null;
  };

  const tell = async (id: string, plan: CommandPlan): Promise<KeptAnswer | null> => {
    if (plan.kind === 'update') {
      const { stream, seq, result } = await temporal.workflow.getHandle(plan.workflowId)
        .executeUpdate<Journalled, [unknown, ...unknown[]]>(plan.update, { args: plan.args, updateId: id });
      return { answered: { commandId: id, state: 'answered', stream, seq, result } };
    }
    if (plan.kind === 'signal') {
      await temporal.workflow.getHandle(plan.workflowId).signal(plan.signal, ...plan.args);
      return heardOf(id, plan.workflowId);
    }
    await temporal.workflow.start(plan.workflowType, {
      workflowId: plan.workflowId, taskQueue: plan.taskQueue, args: plan.args,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE, workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
    }).catch((error: unknown) => {
      // The same command was sent before: the id is made for it alone.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    });
    return { answered: { commandId: id, state: 'answered', stream: plan.workflowId, seq: plan.seq, result: plan.result } };
  };

  /** What can never be answered otherwise, or null: then it is sent again. */
  const finalRefusal = async (id: string, plan: CommandPlan, error: unknown): Promise<KeptAnswer | null> => {
    if (error instanceof WorkflowUpdateFailedError) {
      const { cause } = error;
      // The run ended or continued as new before it answered: the next run knows the command, or takes it.
      if (cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow') return null;
      const known = cause instanceof ApplicationFailure ? await refusalOf(sql, cause) : null;
      if (known) return keptRefusal(known);
      log.error({ commandId: id, workflowId: plan.workflowId, failure: cause?.name, type: cause instanceof ApplicationFailure ? cause.type : undefined }, 'an Update failed in a way that is no refusal');
      return keptRefusal(failed());
    }
    if (error instanceof WorkflowNotFoundError) return missingWorkflow(plan);
    if (isGrpcServiceError(error) && error.code === grpc.INVALID_ARGUMENT) {
      log.error({ commandId: id, workflowId: plan.workflowId, why: error.details }, 'Temporal does not take a command');
      return keptRefusal(failed());
    }
    log.warn({ commandId: id, workflowId: plan.workflowId, why: error instanceof Error ? error.message : String(error) }, 'a command got no answer and stays pending');
    return null;
  };

  const missingWorkflow = async (plan: CommandPlan): Promise<KeptAnswer | null> => {
    const [starting] = await sql`select 1 from commands where workflow_id = ${plan.workflowId} and update is null and state = 'pending'`;
    if (starting) return null;
    const known = await temporal.workflow.getHandle(plan.workflowId).describe().catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }).catch(() => undefined);
    if (known === undefined) return null;
    return keptRefusal(known === null ? notFound() : conflict({
      code: 'workflow-ended', articles: [],
      message: { zh: '该案件或庭审已经结束。', en: 'This case or hearing has ended.' },
    }));
  };

  /** Keeps the answer; if another process kept one first, that one counts. */
  const settle = async (id: string, answer: KeptAnswer): Promise<KeptAnswer | null> => {
    const status = 'refused' in answer ? answer.refused.status : 200;
    const answeredAt = new Date().toISOString();
    const seal = recordKey?.seal(answeredText({ id, status, answer, answeredAt })) ?? null;
    return sql.begin(async (tx) => {
      const [row] = await tx<{ state: string; answer: KeptAnswer | null; attempts: number; last_sent_at: Date | null }[]>`select state, answer, attempts, last_sent_at from commands where id = ${id} for update`;
      if (row?.state !== 'pending') return row?.answer ?? null;
      const sentSeal = recordKey?.seal(sentText({ id, state: 'answered', attempts: row.attempts, lastSentAt: row.last_sent_at?.toISOString() ?? null })) ?? null;
      const [kept] = await tx<{ answer: KeptAnswer }[]>`
        update commands set state = 'answered', status = ${status}, answer = ${tx.json(answer as never)}, answered_at = ${answeredAt}, answer_seal = ${seal}, sent_seal = ${sentSeal} where id = ${id} returning answer`;
      await settleTakenFiles(tx, id, !('refused' in answer));
      return kept?.answer ?? null;
    });
  };

  const deliver = (id: string, plan: CommandPlan, counted = false): Promise<KeptAnswer | null> => {
    const already = underWay.get(id);
    if (already) return already;
    const work = send(id, plan, counted).catch((error: unknown) => {
      log.error({ commandId: id, why: error instanceof Error ? error.message : String(error) }, 'a command could not be sent and stays pending');
      return null;
    }).finally(() => underWay.delete(id));
    underWay.set(id, work);
    return work;
  };

  const resend = async (): Promise<number> => {
    // Two, four, … at most 30 seconds apart; a row that another process takes at the same time is its own.
    const due = await sql.begin(async (tx) => {
      const rows = await tx<(Waiting & { args: CommandPlan })[]>`
        select id, args, attempts from commands
        where state = 'pending' and coalesce(last_sent_at, created_at) < now() - least(power(2, least(attempts, 5)), 30) * interval '1 second'
        order by created_at limit 50 for update skip locked`;
      // What this process is sending just now is not sent twice at once.
      const mine = rows.filter(({ id }) => !underWay.has(id));
      await count(tx, mine);
      return mine;
    });
    await Promise.all(due.map(({ id, args }) => deliver(id, args, true)));
    return due.length;
  };

  return {
    deliver,
    resend,
    keepResending(everyMs = 1_000) {
      let stopped = false;
      let wake = () => {};
      const loop = (async () => {
        while (!stopped) {
          await resend().catch((error: unknown) => log.warn({ why: error instanceof Error ? error.message : String(error) }, 'pending commands could not be read'));
          if (!stopped) await new Promise<void>((resolve) => { const timer = setTimeout(resolve, everyMs); wake = () => { clearTimeout(timer); resolve(); }; });
        }
      })();
      return async () => {
        stopped = true;
        wake();
        await loop;
        await Promise.all(underWay.values());
      };
    },
  };
}
