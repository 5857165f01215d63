/**
 * The desk of the court's staff: who stands in for whom, who was given a task, who was reminded, what was seen. None of it
 * decides a case, so none of it is the journal's; every row stays, with who, when and why (docs/decisions/0005).
 */
import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#db/schema/people.ts';
import type { EscalationRole } from '#domain/tasks/escalation.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Absences of staff, by the court's clock; `ended_at`: came back before. */
export const staffAbsences = pgTable('staff_absences', {
  id: uuid('id').primaryKey(),
  personId: uuid('person_id').notNull().references(() => persons.id),
  deputyId: uuid('deputy_id').notNull().references(() => persons.id),
  fromAt: at('from_at').notNull(),
  untilAt: at('until_at').notNull(),
  reason: text('reason').notNull(),
  enteredAt: at('entered_at').notNull(),
  endedAt: at('ended_at'),
}, (t) => [index('staff_absences_deputy').on(t.deputyId, t.untilAt), index('staff_absences_person').on(t.personId, t.untilAt)]);

/** Who gave an open task to whom. The claim (`tasks.claimed_by`) follows; `instead_of`: who was at it before. */
export const taskAssignments = pgTable('task_assignments', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: uuid('task_id').notNull(),
  caseId: uuid('case_id').notNull(),
  toPerson: uuid('to_person').notNull(),
  byPerson: uuid('by_person').notNull(),
  insteadOf: uuid('instead_of'),
  reason: text('reason').notNull(),
  at: at('at').notNull().defaultNow(),
  endedAt: at('ended_at'),
  endedBy: uuid('ended_by'),
  endReason: text('end_reason'),
}, (t) => [index('task_assignments_task').on(t.taskId), index('task_assignments_case').on(t.caseId), index('task_assignments_to').on(t.toPerson)]);

/** Reminders of what is overdue; `to_person` is null where anybody of a role is meant. */
export const taskReminders = pgTable('task_reminders', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  taskId: uuid('task_id').notNull(),
  caseId: uuid('case_id').notNull(),
  toPerson: uuid('to_person'),
  byPerson: uuid('by_person').notNull(),
  note: text('note').notNull(),
  at: at('at').notNull().defaultNow(),
}, (t) => [index('task_reminders_task').on(t.taskId), index('task_reminders_case').on(t.caseId), index('task_reminders_to').on(t.toPerson)]);

/** Up to when somebody has seen what others did. */
export const deskSeen = pgTable('desk_seen', { personId: uuid('person_id').primaryKey(), until: at('until').notNull() });

/** What is overdue and went up, to whom: a projection of `task-overdue`. */
export const escalations = pgTable('escalations', {
  taskId: uuid('task_id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  toRole: text('to_role').$type<EscalationRole>().notNull(),
  at: at('at').notNull(),
}, (t) => [index('escalations_role').on(t.toRole), index('escalations_case').on(t.caseId)]);
