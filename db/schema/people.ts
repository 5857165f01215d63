/** People, their roles, and what only PostgreSQL may know of them: personal data never enters a workflow. */
import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

export const persons = pgTable('persons', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<'natural' | 'staff'>().notNull(),
  name: text('name').notNull(),
  /** Resident identity number; null for staff. */
  identityNumber: text('identity_number'),
  phone: text('phone'),
  /** When real-name verification succeeded (G3), and through which source. */
  verifiedAt: timestamp('verified_at', { withTimezone: true, mode: 'date' }),
  verifiedBy: text('verified_by'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
}, (t) => [uniqueIndex('persons_identity_number').on(t.identityNumber), index('persons_phone').on(t.phone)]);

export const staff = pgTable('staff', {
  personId: uuid('person_id').primaryKey().references(() => persons.id),
  username: text('username').notNull().unique(),
  title: text('title').notNull(),
  division: text('division').notNull().default(''),
  active: boolean('active').notNull().default(true),
});

export const staffRoleRows = pgTable('staff_roles', {
  personId: uuid('person_id').notNull().references(() => persons.id),
  role: text('role').notNull(),
}, (t) => [primaryKey({ columns: [t.personId, t.role] })]);

/** Drafts of forms: people's convenience, one a person and form, so that an expired session loses nothing. */
export const drafts = pgTable('drafts', {
  personId: uuid('person_id').notNull(),
  key: text('key').notNull(),
  content: jsonb('content').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
}, (t) => [primaryKey({ columns: [t.personId, t.key] })]);

export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  sha256: text('sha256').notNull(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  mediaType: text('media_type').notNull(),
  name: text('name').notNull(),
  /** What it is: filing, evidence, signature, notice, recording, transcript, archive … */
  purpose: text('purpose').notNull(),
  caseId: uuid('case_id'),
  uploadedBy: uuid('uploaded_by'),
  /** Whose document it is, of those that the court makes for one person. */
  madeFor: uuid('made_for'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
}, (t) => [index('files_case').on(t.caseId)]);
