/** The journal as PostgreSQL keeps it, the commands that people gave, the effects that must not happen twice. */
import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { EntryData } from '#domain/journal/entries.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A row is written once, by `recordJournal` alone. `hash` chains as domain/journal/canonical.ts says. */
export const journal = pgTable('journal', {
  stream: text('stream').notNull(),
  seq: integer('seq').notNull(),
  kind: text('kind').$type<keyof EntryData>().notNull(),
  /** As the workflow wrote it (ISO 8601): the hash covers the text, not PostgreSQL's reading of it. */
  at: text('at').notNull(),
  caseId: uuid('case_id').notNull(),
  data: jsonb('data').notNull(),
  hash: text('hash').notNull(),
  recordedAt: at('recorded_at').notNull().defaultNow(),
}, (t) => [primaryKey({ columns: [t.stream, t.seq] }), index('journal_case').on(t.caseId, t.recordedAt), index('journal_recorded').on(t.recordedAt)]);

export const journalHeads = pgTable('journal_heads', {
  stream: text('stream').primaryKey(),
  caseId: uuid('case_id').notNull(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
});

/** A command is kept before its Update goes out, and sent again with the same id until it is answered. */
export const commands = pgTable('commands', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull(),
  operation: text('operation').notNull(),
  bodyHash: text('body_hash').notNull(),
  workflowId: text('workflow_id'),
  update: text('update'),
  args: jsonb('args'),
  state: text('state').$type<'pending' | 'answered'>().notNull(),
  status: integer('status'),
  answer: jsonb('answer'),
  createdAt: at('created_at').notNull().defaultNow(),
  answeredAt: at('answered_at'),
  attempts: integer('attempts').notNull().default(0),
  lastSentAt: at('last_sent_at'),
  /** The person's commands counted from 1 (`command_heads`), and the court's keyed hashes over the row as it was given, as it was answered, as it was last sent (domain/audit/command-seal.ts). */
  number: integer('number'),
  seal: text('seal'),
  answerSeal: text('answer_seal'),
  sentSeal: text('sent_seal'),
}, (t) => [index('commands_pending').on(t.state, t.createdAt), index('commands_person').on(t.personId, t.number), index('commands_workflow').on(t.workflowId),
  // A row whose workflow was changed is still found by what was sent.
  index('commands_given_for').on(sql`(${t.args} ->> 'workflowId')`)]);

/** Who tried what, when, and under which rule it was refused. */
export const refusedAttempts = pgTable('refused_attempts', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: at('at').notNull().defaultNow(),
  personId: uuid('person_id'),
  operation: text('operation').notNull(),
  caseId: uuid('case_id'),
  subject: text('subject'),
  code: text('code').notNull(),
  detail: jsonb('detail').notNull(),
}, (t) => [index('refused_attempts_case').on(t.caseId)]);

/** Effects that must not happen twice. `intended` found again after a crash is asked about before anything is repeated. */
export const effects = pgTable('effects', {
  key: text('key').primaryKey(),
  kind: text('kind').notNull(),
  caseId: uuid('case_id'),
  state: text('state').$type<'intended' | 'done' | 'ambiguous' | 'failed'>().notNull(),
  request: jsonb('request').notNull(),
  response: jsonb('response'),
  at: at('at').notNull().defaultNow(),
  doneAt: at('done_at'),
});
