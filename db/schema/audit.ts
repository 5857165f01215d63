/** The record's own proofs: anchors of the journals, exported histories, the numbering of commands, audits that were run. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AuditProgress, CaseAuditResult } from '#domain/audit/case-audit.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A sealed file that names the head of every journal at one moment (docs/decisions/anchors-exports-and-seals-of-commands.md). The file lies in the storage. */
export const anchors = pgTable('anchors', {
  number: integer('number').primaryKey(),
  /** 'YYYY-MM-DD' in Shanghai. */
  day: text('day').notNull(),
  sha256: text('sha256').notNull(),
  /** The court's detached seal over the file, base64. */
  seal: text('seal').notNull(),
  streams: integer('streams').notNull(),
  madeAt: at('made_at').notNull(),
}, (t) => [index('anchors_day').on(t.day)]);

/** One closed run of a workflow, as Temporal's own tools read it, gzipped, payloads encrypted as they are. */
export const exportedHistories = pgTable('exported_histories', {
  workflowId: text('workflow_id').notNull(),
  runId: text('run_id').notNull(),
  caseId: uuid('case_id').notNull(),
  /** Of the gzipped file: its name in the storage. */
  sha256: text('sha256').notNull(),
  /** Of the JSON inside. */
  jsonSha256: text('json_sha256').notNull(),
  bytes: integer('bytes').notNull(),
  events: integer('events').notNull(),
  /** The run that it continued; null for a workflow's first. */
  continues: text('continues'),
  /** True for the run with which the workflow ended; false where it went on in another. */
  last: boolean('last').notNull(),
  closedAt: at('closed_at').notNull(),
  exportedAt: at('exported_at').notNull().defaultNow(),
}, (t) => [primaryKey({ columns: [t.workflowId, t.runId] }), index('exported_histories_case').on(t.caseId)]);

/** How many commands each person has given: a deleted command leaves a hole in the count. */
export const commandHeads = pgTable('command_heads', {
  personId: uuid('person_id').primaryKey(), number: integer('number').notNull(),
  /** The court's keyed hash over the count: the last command cannot go together with its count. */
  seal: text('seal'),
});

/** Audits that somebody ran on a case's page, with what they found. */
export const audits = pgTable('audits', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  personId: uuid('person_id').notNull(),
  /** Where the histories were taken from. */
  source: text('source').$type<'live' | 'export'>().notNull(),
  state: text('state').$type<'running' | 'done' | 'failed'>().notNull(),
  progress: jsonb('progress').$type<AuditProgress>().notNull(),
  result: jsonb('result').$type<CaseAuditResult>(),
  error: text('error'),
  startedAt: at('started_at').notNull().defaultNow(),
  /** When it last went on: one whose process has died stands still. */
  touchedAt: at('touched_at').notNull().defaultNow(),
  finishedAt: at('finished_at'),
}, (t) => [index('audits_case').on(t.caseId, t.startedAt)]);
