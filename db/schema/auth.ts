/**
 * Accounts and sessions, in the shapes that better-auth asks for. An account is not a person: `auth_users.person_id`
 * says whose it is, and real-name verification (G3) may bind it to a person whom another party named before.
 */
import { bigint, boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { persons } from '#db/schema/people.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** better-auth's "user". */
export const authUsers = pgTable('auth_users', {
  id: text('id').primaryKey(),
  personId: uuid('person_id').references(() => persons.id),
  name: text('name').notNull(),
  /** better-auth wants one; ours are made up and reach nobody. */
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  username: text('username').unique(),
  displayUsername: text('display_username'),
  phoneNumber: text('phone_number').unique(),
  phoneNumberVerified: boolean('phone_number_verified'),
  twoFactorEnabled: boolean('two_factor_enabled').default(false),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
}, (t) => [index('auth_users_person').on(t.personId)]);

export const authSessions = pgTable('auth_sessions', {
  id: text('id').primaryKey(),
  token: text('token').notNull().unique(),
  userId: text('user_id').notNull().references(() => authUsers.id, { onDelete: 'cascade' }),
  expiresAt: at('expires_at').notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
}, (t) => [index('auth_sessions_user').on(t.userId)]);

/** better-auth's "account": one way of signing in (a password, the court's OpenID provider). */
export const authAccounts = pgTable('auth_accounts', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id').notNull().references(() => authUsers.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: at('access_token_expires_at'),
  refreshTokenExpiresAt: at('refresh_token_expires_at'),
  scope: text('scope'),
  /** scrypt, made by better-auth. */
  password: text('password'),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
}, (t) => [index('auth_accounts_user').on(t.userId)]);

export const authVerifications = pgTable('auth_verifications', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: at('expires_at').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
}, (t) => [index('auth_verifications_identifier').on(t.identifier)]);

export const authTwoFactors = pgTable('auth_two_factors', {
  id: text('id').primaryKey(),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  userId: text('user_id').notNull().references(() => authUsers.id, { onDelete: 'cascade' }),
  verified: boolean('verified').default(true),
  failedVerificationCount: integer('failed_verification_count').default(0),
  lockedUntil: at('locked_until'),
}, (t) => [index('auth_two_factors_user').on(t.userId)]);

export const authRateLimits = pgTable('auth_rate_limits', {
  id: text('id').primaryKey(),
  key: text('key').notNull().unique(),
  count: integer('count').notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

/**
 * Codes that are sent to a phone: for signing in, and for a signature (G9). Only a keyed hash is kept. The newest code of
 * a subject counts; used and expired ones stay for a while, so that a person is told which of the two it was.
 */
export const oneTimeCodes = pgTable('one_time_codes', {
  id: uuid('id').primaryKey(),
  /** What the code is for, for example "sign-in:<hash of the phone>" or "sign:<task>:<person>". */
  subject: text('subject').notNull(),
  codeHash: text('code_hash').notNull(),
  sentAt: at('sent_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  usedAt: at('used_at'),
}, (t) => [index('one_time_codes_subject').on(t.subject, t.sentAt)]);
