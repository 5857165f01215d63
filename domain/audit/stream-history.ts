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

/** The workflow was reset, as its own entry says: what stands between the point and that entry, another run wrote. */
export interface ResetTold {
  /** Of the entry that says it. */
  seq: number;
  resetId: string;
  /** The first and the last entry that the left run wrote after the point; none where `to` is less than `from`. */
  from: number;
  to: number;
  baseRunId: string;
  by: string;
  confirmedBy: string;
  reason: string;
  /** The left run's history is there, so that its entries are compared like all others. */
  compared: boolean;
}

/** @param runs of which there is a history */
export function resetsTold(handedOver: readonly HandedOver[], runs: readonly string[]): ResetTold[] {
  const told = new Map<number, ResetTold>();
  for (const entry of handedOver.flatMap(({ entries }) => entries)) {
    if (entry.kind !== 'workflow-reset') continue;
    const { resetId, afterSeq, baseRunId, by, confirmedBy, reason } = entry.data;
    told.set(entry.seq, { seq: entry.seq, resetId, from: afterSeq + 1, to: entry.seq - 1, baseRunId, by, confirmedBy, reason, compared: runs.includes(baseRunId) });
  }
  return [...told.values()];
}

/** The entry was written by a run that a reset left, and there is no history to compare it with any more. */
export const isLeftUncompared = ({ resets = [] }: Pick<StreamHistory, 'resets'>, seq: number): boolean =>
  resets.some(({ from, to, compared }) => !compared && seq >= from && seq <= to);

export interface StreamHistory {
  stream: string;
  /** False where earlier runs are past Temporal's retention. */
  complete: boolean;
  /** Where it was read: from the server unless it says otherwise. */
  from?: HistorySource;
  runs: readonly { runId: string; events: number }[];
  handedOver: readonly HandedOver[];
  updates: readonly AcceptedUpdate[];
  /** Absent: none. */
  resets?: readonly ResetTold[];
}
