/** Resets of workflows: asked for by one person of operations, confirmed by another. What was done stands in the journal too (`workflow-reset`). */
import { boolean, index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ResetPreview } from '#domain/operations/reset.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const workflowResets = pgTable('workflow_resets', {
  /** Also the id under which Temporal knows the request: asked twice, it resets once. */
  id: uuid('id').primaryKey(),
  stream: text('stream').notNull(),
  caseId: uuid('case_id').notNull(),
  /** The run that is left, and the event of it that the new run begins after. */
  baseRunId: text('base_run_id').notNull(),
  eventId: integer('event_id').notNull(),
  keepSignals: boolean('keep_signals').notNull(),
  keepUpdates: boolean('keep_updates').notNull(),
  reason: text('reason').notNull(),
  /** What the person saw who asked. */
  preview: jsonb('preview').$type<ResetPreview>().notNull(),
  /** `confirmed`: being carried out; `done`: the new run has begun. */
  state: text('state').$type<'asked' | 'takenBack' | 'refused' | 'confirmed' | 'done'>().notNull(),
  askedBy: uuid('asked_by').notNull(),
  askedAt: at('asked_at').notNull().defaultNow(),
  decidedBy: uuid('decided_by'),
  decidedAt: at('decided_at'),
  decisionReason: text('decision_reason'),
  newRunId: text('new_run_id'),
}, (t) => [index('workflow_resets_stream').on(t.stream, t.state)]);
