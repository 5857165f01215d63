/** What operations look at: which processes live, and since when an alarm stands. Nothing of a case. */
import { bigint, doublePrecision, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A process of the court writes a sign of life every ten seconds (db/operations/signs-of-life.ts). */
export const processes = pgTable('processes', {
  id: text('id').primaryKey(),
  process: text('process').$type<'api' | 'worker' | 'media-host'>().notNull(),
  host: text('host').notNull(),
  pid: integer('pid').notNull(),
  build: text('build').notNull(),
  /** The queue that it takes tasks from; null for the API. */
  taskQueue: text('task_queue'),
  startedAt: at('started_at').notNull().defaultNow(),
  seenAt: at('seen_at').notNull().defaultNow(),
  /** This process's clock minus the database's. Milliseconds. */
  clockMs: doublePrecision('clock_ms').notNull(),
  /** This process's clock minus Temporal's, as far as it is known. Milliseconds. */
  temporalClockMs: doublePrecision('temporal_clock_ms'),
  diskFreeBytes: bigint('disk_free_bytes', { mode: 'number' }).notNull(),
  diskTotalBytes: bigint('disk_total_bytes', { mode: 'number' }).notNull(),
});

/** An alarm that stands, or stood until a minute ago: since when, and who has seen it (a convenience of people). */
export const alarms = pgTable('alarms', {
  key: text('key').primaryKey(),
  since: at('since').notNull().defaultNow(),
  lastSeen: at('last_seen').notNull().defaultNow(),
  acknowledgedBy: uuid('acknowledged_by'),
  acknowledgedAt: at('acknowledged_at'),
});
