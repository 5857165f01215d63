/** Other systems of the court that may answer tasks through the API (N2: approvals above all). Secrets are kept as hashes alone. */
import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One credential a row: a system gets another by another row, and an old one is revoked, never erased. */
export const systemCredentials = pgTable('system_credentials', {
  id: uuid('id').primaryKey(),
  /** What the record calls the system, for example "OA". */
  system: text('system').notNull(),
  /** SHA-256 of the secret, which is 32 random bytes: there is nothing to guess by words. */
  secretHash: text('secret_hash').notNull(),
  /** The only kinds of task that it may answer. */
  taskKinds: jsonb('task_kinds').$type<TaskKindName[]>().notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  lastUsedAt: at('last_used_at'),
  revokedAt: at('revoked_at'),
});
