/** Days on which a participant cannot attend: told to the clerk who schedules, written by the API (people's convenience). */
import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const unavailableDays = pgTable('unavailable_days', {
  caseId: uuid('case_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  day: date('day', { mode: 'string' }).notNull(),
  reason: text('reason').notNull(),
  namedBy: uuid('named_by').notNull(),
  namedAt: timestamp('named_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
}, (t) => [primaryKey({ columns: [t.participantId, t.day] }), index('unavailable_days_case').on(t.caseId)]);
