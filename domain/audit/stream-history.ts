/** What Temporal's history of a workflow says of its journal: the shape that the audit compares the database with. */
import type { HistorySource } from '#domain/audit/case-audit.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';

/** One call of `recordJournal`, as the workflow scheduled it. */
export interface HandedOver {
  runId: string;
  /** The event that scheduled it. */
  eventId: string;
  /** Milliseconds since 1970, Temporal's clock. */
  scheduledAt: number;
  /** When Temporal learned that it was done; absent while it is under way, or where the run ended before. */
  recordedBy?: number;
  entries: readonly JournalEntry[];
}

/** An Update that the workflow accepted. Its id is the command's. */
export interface AcceptedUpdate {
  runId: string;
  eventId: string;
  updateId: string;
  name: string;
  acceptedAt: number;
  args: unknown[];
  /** What it answered; absent while it is under way, and where it failed. */
  answer?: unknown;
  failed?: boolean;
}

export interface StreamHistory {
  stream: string;
  /** False where earlier runs are past Temporal's retention. */
  complete: boolean;
  /** Where it was read: from the server unless it says otherwise. */
  from?: HistorySource;
  runs: readonly { runId: string; events: number }[];
  handedOver: readonly HandedOver[];
  updates: readonly AcceptedUpdate[];
}
