/** What operations and the demonstration court look at: failed steps, what is stuck, messages "sent". */
import type { Sql } from '#db/connect.ts';

export interface FailedStep { taskId: string; caseId: string; caseNumber: string | null; step: string; error: string; input: unknown; attempts: number; since: string }

/** Open repair tasks: the step, not the content of its case. */
export async function failedSteps(sql: Sql): Promise<FailedStep[]> {
  const rows = await sql<{ id: string; case_id: string; case_number: string | null; facts: { step?: string; error?: string; input?: unknown; attempts?: number }; opened_at: Date }[]>`
    select t.id, t.case_id, c.case_number, t.facts, t.opened_at from tasks t left join cases c on c.id = t.case_id
    where t.state = 'open' and t.kind = 'repair-step' order by t.opened_at, t.id limit 500`;
  return rows.map((row) => ({
    taskId: row.id, caseId: row.case_id, caseNumber: row.case_number, step: row.facts.step ?? '', error: row.facts.error ?? '',
    input: row.facts.input ?? null, attempts: row.facts.attempts ?? 1, since: row.opened_at.toISOString(),
  }));
}

export async function stuckCounts(sql: Sql): Promise<{ pendingCommands: number; ambiguousEffects: number }> {
  const [row] = await sql<{ pendingCommands: number; ambiguousEffects: number }[]>`
    select (select count(*)::int from commands where state = 'pending') as "pendingCommands",
      (select count(*)::int from effects where state = 'ambiguous') as "ambiguousEffects"`;
  return { pendingCommands: row?.pendingCommands ?? 0, ambiguousEffects: row?.ambiguousEffects ?? 0 };
}

export interface OutboxMessage { key: string; phone: string; text: string; sentAt: string; deliveredAt: string | null }

/** The newest 200 messages of the demonstration court's SMS platform. */
export async function outbox(sql: Sql, phone?: string): Promise<OutboxMessage[]> {
  const rows = await sql<{ key: string; phone: string; text: string; sent_at: Date; delivered_at: Date | null }[]>`
    select key, phone, text, sent_at, delivered_at from sms_outbox
    where ${phone ? sql`phone = ${phone}` : sql`true`} order by sent_at desc, key limit 200`;
  return rows.map((row) => ({ key: row.key, phone: row.phone, text: row.text, sentAt: row.sent_at.toISOString(), deliveredAt: row.delivered_at?.toISOString() ?? null }));
}

/** Whom a moved clock must reach: open cases, applications for recordings, and the hearings that are being held (one waits for its room without an entry). */
export async function openStreams(sql: Sql): Promise<{ cases: string[]; hearings: string[]; recordingsRequests: string[] }> {
  const [cases, hearings, recordingsRequests] = await Promise.all([
    sql<{ id: string }[]>`select id from cases where stage <> 'closed'`,
    sql<{ id: string }[]>`
      select h.id from hearings h join cases c on c.id = h.case_id where c.stage = 'hearing' and h.state in ('scheduled', 'open')`,
    sql<{ id: string }[]>`select id from recordings_requests where state in ('asked', 'preparing', 'ready')`,
  ]);
  return { cases: cases.map((row) => row.id), hearings: hearings.map((row) => row.id), recordingsRequests: recordingsRequests.map((row) => row.id) };
}
