/** The claims of tasks a second time, as they were sealed (domain/audit/claim-seal.ts). */
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const claimSeals = pgTable('claim_seals', {
  taskId: uuid('task_id').primaryKey(),
  claimedBy: uuid('claimed_by'),
  claimedAt: timestamp('claimed_at', { withTimezone: true, mode: 'date' }),
  /** Null for a claim from before claims were sealed. */
  seal: text('seal'),
});
