/**
 * The court's rooms and bookings, numbers and clock. A booking is an exception of the design: PostgreSQL's exclusion
 * constraint decides it (migration 0001, `bookings_no_overlap`), because two cases cannot see each other.
 */
import { sql } from 'drizzle-orm';
import { bigint, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid, boolean, jsonb, index } from 'drizzle-orm/pg-core';
import type { CalendarChange } from '#domain/messages/scheduling.ts';

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

/** Who left the bench of a case and who followed: asked again, the same answer. */
export const benchChanges = pgTable('bench_changes', {
  caseId: uuid('case_id').notNull(),
  fromPerson: uuid('from_person').notNull(),
  toPerson: uuid('to_person').notNull(),
  seat: text('seat').notNull(),
  clashes: uuid('clashes').array().notNull().default([]),
  at: at('at').notNull().defaultNow(),
}, (t) => [primaryKey({ columns: [t.caseId, t.fromPerson, t.seat] })]);

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

/** The court's own closing days (G4, CPL-85). One that is taken back stays, with who, when and why. */
export const closingDays = pgTable('closing_days', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** 'YYYY-MM-DD' in Shanghai. */
  day: text('day').notNull(),
  reason: text('reason').notNull(),
  addedBy: uuid('added_by').notNull(),
  addedAt: at('added_at').notNull().defaultNow(),
  removedBy: uuid('removed_by'),
  removedAt: at('removed_at'),
  removalReason: text('removal_reason'),
}, (t) => [uniqueIndex('closing_days_day').on(t.day).where(sql`removed_at is null`)]);

/** What was seen of each year's published calendar, so that its arrival is noticed. */
export const calendarYears = pgTable('calendar_years', { year: integer('year').primaryKey(), provisional: boolean('provisional').notNull(), seenAt: at('seen_at').notNull().defaultNow() });

/** Changes of the calendar; `told_at` once every open case has been told (worker/calendar-watch.ts). */
export const calendarChanges = pgTable('calendar_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  what: jsonb('what').$type<CalendarChange>().notNull(),
  by: uuid('by'),
  at: at('at').notNull().defaultNow(),
  toldAt: at('told_at'),
});

/** Receipts that the SMS platform posted (adapters/sms/receipts.ts): each once, by its own id. */
export const smsReceipts = pgTable('sms_receipts', {
  id: text('id').primaryKey(),
  key: text('key').notNull(),
  state: text('state').$type<'delivered' | 'failed'>().notNull(),
  at: at('at').notNull(),
  detail: text('detail'),
  receivedAt: at('received_at').notNull().defaultNow(),
}, (t) => [index('sms_receipts_key').on(t.key)]);
