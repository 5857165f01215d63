/**
 * The way of a write: a command row, then the Update (or the start) that it stands for, then the answer, which waits
 * until readers can see what was written.
 *
 * If the process dies here: before the row is committed nothing happened; after it, the command is pending, and any API
 * process sends it again with the same update id until it is answered. Temporal knows the id, so nothing happens twice.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ORPCError } from '@orpc/server';
import type { Db, Sql } from '#db/connect.ts';
import { commands as commandTable } from '#db/schema/journal.ts';
import { commandHeads } from '#db/schema/audit.ts';
import type { RecordKey } from '#adapters/seal/record-key.ts';
import type { SignedInContext } from '#api/context.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import { conflict, invalid } from '#api/errors.ts';
import { everybody, givenText, headText, sentText } from '#domain/audit/command-seal.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';
import { eq, sql as query } from 'drizzle-orm';
import type { CommandDelivery } from '#api/commands/delivery.ts';
import { raiseKept, type CommandPlan, type KeptAnswer } from '#api/commands/plan.ts';
import type { JournalHeads } from '#api/commands/journal-heads.ts';

export type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

export interface CommandRequest {
  /** The operation's name in the contract, for example "tasks.complete". */
  operation: string;
  /** What was sent: the same key with another body is a conflict. */
  body: unknown;
  /**
   * Runs once for a key: decides what is sent, and writes what must be there before it (a filing's text). In the same
   * transaction as the command row: if it throws, nothing remains and the key may be used again. `commandId` goes into
   * the Update's `Actor`.
   */
  prepare(tx: Transaction, commandId: string): Promise<CommandPlan>;
}

export interface Commands {
  /**
   * Sends a command once, however often it is asked with the same Idempotency-Key.
   * @returns the answer; `pending` when Temporal has not answered in time: it is sent again until it has.
   * @throws the contract's errors: INVALID without a key, CONFLICT for a key used for something else, and the refusals
   * of the workflow (REFUSED, ALREADY_DONE, NOT_FOUND, INVALID), on every retry the same.
   */
  send(context: SignedInContext, request: CommandRequest): Promise<CommandAnswer>;
  /** The answer so far of one's own command, or null. @throws as `send` when it was refused. */
  answerOf(personId: string, commandId: string): Promise<CommandAnswer | null>;
}

const commandKey = z.uuid();

export interface CommandSettings {
  db: Db;
  sql: Sql;
  delivery: CommandDelivery;
  heads: JournalHeads;
  /** How long the request waits for Temporal before it answers `pending`. Milliseconds. */
  answerWithinMs?: number;
  /** How long it then waits for readers to see the entry. Milliseconds. */
  visibleWithinMs?: number;
  /** Seals each command as it was given; without it (in tests) none is sealed. */
  recordKey?: RecordKey;
}

export function createCommands({ db, sql, delivery, heads, answerWithinMs = 4_000, visibleWithinMs = 1_000, recordKey }: CommandSettings): Commands {
  /** The plan of the row, and whether it is new; `kept` when it was answered before. */
  const keep = (context: SignedInContext, id: string, request: CommandRequest): Promise<{ plan: CommandPlan; fresh: boolean; kept: KeptAnswer | null }> =>
    db.transaction(async (tx) => {
      // Two clicks at the same moment: the second waits here and finds the row.
      await tx.execute(query`select pg_advisory_xact_lock(hashtextextended(${id}, 726))`);
      const bodyHash = createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(request.body ?? null)))).digest('hex');
      const [row] = await tx.select().from(commandTable).where(eq(commandTable.id, id));
      if (row) {
        if (row.personId !== context.user.personId || row.operation !== request.operation || row.bodyHash !== bodyHash) throw keyUsed();
        return { plan: row.args as CommandPlan, fresh: false, kept: row.state === 'answered' ? (row.answer as KeptAnswer) : null };
      }
      const plan = await request.prepare(tx, id);
      const { personId } = context.user;
      // Last, and within the transaction: what is not committed leaves no hole in the count.
      const [counted] = await tx.insert(commandHeads).values({ personId, number: 1 }).onConflictDoUpdate({ target: commandHeads.personId, set: { number: query`${commandHeads.number} + 1` } }).returning();
      const number = counted?.number ?? 1;
      if (recordKey) await sealCount(tx, recordKey, personId, number);
      const given = {
        id, personId, number, operation: request.operation, bodyHash,
        workflowId: plan.workflowId, update: plan.kind === 'update' ? plan.update : plan.kind === 'signal' ? plan.signal : null, args: plan,
      };
      const createdAt = new Date();
      await tx.insert(commandTable).values({
        ...given, createdAt, state: 'pending', attempts: 1, lastSentAt: createdAt, seal: recordKey?.seal(givenText({ ...given, createdAt: createdAt.toISOString() })) ?? null,
        sentSeal: recordKey?.seal(sentText({ id, state: 'pending', attempts: 1, lastSentAt: createdAt.toISOString() })) ?? null,
      });
      return { plan, fresh: true, kept: null };
    });

  const visible = async (answer: CommandAnswer): Promise<CommandAnswer> => {
    if (answer.state !== 'answered' || answer.stream === undefined || answer.seq === undefined) return answer;
    return (await heads.reached(answer.stream, answer.seq, visibleWithinMs)) ? answer : { ...answer, behind: true };
  };

  return {
    async send(context, request) {
      const key = commandKey.safeParse(context.idempotencyKey);
      if (!key.success) {
        throw invalid([], { zh: '请求缺少 Idempotency-Key（UUID）。', en: 'The request needs an Idempotency-Key header with a UUID.' });
      }
      const id = key.data.toLowerCase();
      const { plan, fresh, kept } = await keep(context, id, request);
      const answer = kept ?? (await within(delivery.deliver(id, plan, fresh), answerWithinMs));
      if (answer === null) return { commandId: id, state: 'pending', ...(plan.result === undefined ? {} : { result: plan.result }) };
      return visible(raiseKept(answer));
    },
    async answerOf(personId, commandId) {
      const [row] = await sql<{ state: string; answer: KeptAnswer | null; args: CommandPlan }[]>`
        select state, answer, args from commands where id = ${commandId} and person_id = ${personId}`;
      if (!row) return null;
      if (row.state === 'pending' || row.answer === null) {
        return { commandId, state: 'pending', ...(row.args.result === undefined ? {} : { result: row.args.result }) };
      }
      return visible(raiseKept(row.answer));
    },
  };
}

/** The person's count; with their first command, the number of people too. */
async function sealCount(tx: Transaction, key: RecordKey, personId: string, number: number): Promise<void> {
  const seal = (of: string, count: number) => tx.update(commandHeads).set({ seal: key.seal(headText(of, count)) }).where(eq(commandHeads.personId, of));
  await seal(personId, number);
  if (number > 1) return;
  const [people] = await tx.insert(commandHeads).values({ personId: everybody, number: 1 }).onConflictDoUpdate({ target: commandHeads.personId, set: { number: query`${commandHeads.number} + 1` } }).returning();
  await seal(everybody, people?.number ?? 1);
}

const keyUsed = (): ORPCError<'CONFLICT', unknown> => conflict({
  code: 'idempotency-key-reused', articles: [],
  message: { zh: '该 Idempotency-Key 已用于另一请求。', en: 'This Idempotency-Key was used for another request.' },
});

/** The value, or null when it takes longer; what takes longer goes on. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => { timer = setTimeout(() => resolve(null), ms); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
