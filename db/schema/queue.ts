/** People's convenience at the work queue, written by the API alone: the journal and the workflows know nothing of it. */
import { index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { SavedViewContent } from '#domain/tasks/queue-views.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Out of one person's sight until then (domain/tasks/snooze.ts); for everybody else the task stays where it is. */
export const taskSnoozes = pgTable('task_snoozes', {
  personId: uuid('person_id').notNull(),
  taskId: uuid('task_id').notNull(),
  until: at('until').notNull(),
  reason: text('reason').notNull(),
  at: at('at').notNull(),
}, (t) => [primaryKey({ columns: [t.personId, t.taskId] })]);

/** What the court's people say to each other about a task. Kept; nothing is changed or taken back. */
export const taskComments = pgTable('task_comments', {
  id: uuid('id').primaryKey(),
  taskId: uuid('task_id').notNull(),
  caseId: uuid('case_id').notNull(),
  personId: uuid('person_id').notNull(),
  text: text('text').notNull(),
  at: at('at').notNull(),
}, (t) => [index('task_comments_task').on(t.taskId, t.at)]);

/** A named choice of view, filters and search; its owner may share it with everybody of a role, or of the division. */
export const savedViews = pgTable('saved_views', {
  id: uuid('id').primaryKey(),
  ownerId: uuid('owner_id').notNull(),
  name: text('name').notNull(),
  content: jsonb('content').$type<SavedViewContent>().notNull(),
  sharedRole: text('shared_role'),
  sharedDivision: text('shared_division'),
  updatedAt: at('updated_at').notNull().defaultNow(),
}, (t) => [index('saved_views_owner').on(t.ownerId), index('saved_views_role').on(t.sharedRole), index('saved_views_division').on(t.sharedDivision)]);
