/** Resets that were asked for, and what became of them. */
import type { Sql } from '#db/connect.ts';
import type { ResetPreview } from '#domain/operations/reset.ts';

export interface ResetAsked {
  resetId: string; caseId: string; caseNumber: string | null; state: 'asked' | 'takenBack' | 'refused' | 'confirmed' | 'done'; eventId: number; keepSignals: boolean; keepUpdates: boolean;
  reason: string; preview: ResetPreview; by: string; askedBy: string; at: string; decidedBy: string | null; decidedAt: string | null; decisionReason: string | null;
}

export async function caseNumberOf(sql: Sql, caseId: string): Promise<string | null> {
  const [row] = await sql<{ case_number: string | null }[]>`select case_number from cases where id = ${caseId}`;
  return row?.case_number ?? null;
}

/** The newest hundred, those that wait first. */
export async function resetsAsked(sql: Sql): Promise<ResetAsked[]> {
  const rows = await sql<{ id: string; case_id: string; case_number: string | null; state: ResetAsked['state']; event_id: number; keep_signals: boolean; keep_updates: boolean; reason: string; preview: ResetPreview; by: string | null; asked_by: string; asked_at: Date; decider: string | null; decided_at: Date | null; decision_reason: string | null }[]>`
    select r.id, r.case_id, c.case_number, r.state, r.event_id, r.keep_signals, r.keep_updates, r.reason, r.preview, p.name as by, r.asked_by, r.asked_at, d.name as decider, r.decided_at, r.decision_reason
    from workflow_resets r left join cases c on c.id = r.case_id left join persons p on p.id = r.asked_by left join persons d on d.id = r.decided_by
    order by (r.state in ('asked', 'confirmed')) desc, r.asked_at desc limit 100`;
  return rows.map((row) => ({
    resetId: row.id, caseId: row.case_id, caseNumber: row.case_number, state: row.state, eventId: row.event_id, keepSignals: row.keep_signals, keepUpdates: row.keep_updates, reason: row.reason, preview: row.preview,
    by: row.by ?? '', askedBy: row.asked_by, at: row.asked_at.toISOString(), decidedBy: row.decider, decidedAt: row.decided_at?.toISOString() ?? null, decisionReason: row.decision_reason,
  }));
}
