/**
 * The court's rooms and bookings, numbers and clock. A booking is an exception of the design: PostgreSQL's exclusion
 * constraint decides it (migration 0001, `bookings_no_overlap`), because two cases cannot see each other.
 */
import { bigint, integer, pgTable, primaryKey, text, timestamp, uuid, boolean, jsonb, index } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const courtrooms = pgTable('courtrooms', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull().default(true),
});

/** One row a hearing and resource: a judge, a clerk, a courtroom, a participant cannot be in two places. */
export const bookings = pgTable('bookings', {
  hearingId: uuid('hearing_id').notNull(),
  resourceKind: text('resource_kind').$type<'judge' | 'clerk' | 'courtroom' | 'participant'>().notNull(),
  resourceId: text('resource_id').notNull(),
  caseId: uuid('case_id').notNull(),
  startsAt: at('starts_at').notNull(),
  endsAt: at('ends_at').notNull(),
}, (t) => [primaryKey({ columns: [t.hearingId, t.resourceKind, t.resourceId] })]);

/** Counters that never skip: case numbers by year and type word, meeting numbers. */
export const counters = pgTable('counters', { name: text('name').primaryKey(), value: integer('value').notNull() });
/** What acceptance allotted to a case (G3): asked again, the same answer. */
export const allotments = pgTable('allotments', {
  caseId: uuid('case_id').primaryKey(),
  caseNumber: text('case_number').notNull().unique(),
  presidingJudge: uuid('presiding_judge').notNull(),
  /** 合议庭: the other members; empty where a sole judge hears the case. */
  panel: uuid('panel').array().notNull().default([]),
  clerk: uuid('clerk').notNull(),
  technician: uuid('technician'),
  division: text('division').notNull().default(''),
});

/** The meeting number and time of what was booked, so that a repeated booking answers the same. */
export const bookedHearings = pgTable('booked_hearings', {
  hearingId: uuid('hearing_id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  meetingNumber: text('meeting_number').notNull().unique(),
  startsAt: at('starts_at').notNull(),
  endsAt: at('ends_at').notNull(),
  courtroomId: text('courtroom_id').notNull(),
});

/** The movable clock of the demonstration court; one row, 0 elsewhere. */
export const courtClock = pgTable('court_clock', { id: integer('id').primaryKey(), offsetMs: bigint('offset_ms', { mode: 'number' }).notNull(), movedAt: at('moved_at').notNull() });

/** What the SMS platform of the demonstration court "sent": its outbox. */
export const smsOutbox = pgTable('sms_outbox', {
  key: text('key').primaryKey(),
  phone: text('phone').notNull(),
  text: text('text').notNull(),
  caseId: uuid('case_id'),
  sentAt: at('sent_at').notNull().defaultNow(),
  deliveredAt: at('delivered_at'),
  receipt: jsonb('receipt'),
}, (t) => [index('sms_outbox_phone').on(t.phone)]);
