/** Steps that failed and wait for operations, what waits for a second person, and effects of which nobody knows whether they happened. */
import type { Sql } from '#db/connect.ts';

export interface FailedStepRow {
  taskId: string;
  caseId: string;
  caseNumber: string | null;
  step: string;
  error: string;
  errorType: string;
  input: unknown;
  attempts: number;
  /** When it failed first, and how often it came to operations. */
  firstAt: string;
  times: number;
  since: string;
}

interface Facts { step?: string; error?: string; errorType?: string; input?: unknown; attempts?: number; action?: 'skip' | 'fail'; why?: string; by?: string }
interface Row { id: string; case_id: string; case_number: string | null; facts: Facts; opened_at: Date }

/** The oldest first, at most so many; `total` counts all. */
const most = 1000;

export async function failedStepRows(sql: Sql): Promise<{ total: number; rows: FailedStepRow[] }> {
  const [[counted], rows] = await Promise.all([
    sql<{ count: number }[]>`select count(*)::int from tasks where state = 'open' and kind = 'repair-step'`,
    sql<(Row & { first_at: string | null; times: number })[]>`
      select t.id, t.case_id, c.case_number, t.facts, t.opened_at, p.first_at, coalesce(p.times, 1)::int as times
      from tasks t left join cases c on c.id = t.case_id
      left join lateral (
        select min(j.at) as first_at, count(*) as times from journal j where j.stream = t.stream and j.kind = 'step-parked' and j.data ->> 'step' = t.facts ->> 'step') p on true
      where t.state = 'open' and t.kind = 'repair-step' order by t.opened_at, t.id limit ${most}`,
  ]);
  return {
    total: counted?.count ?? 0,
    rows: rows.map(({ facts, ...row }) => ({
      taskId: row.id, caseId: row.case_id, caseNumber: row.case_number, step: facts.step ?? '', error: facts.error ?? '', errorType: facts.errorType ?? 'Error',
      input: facts.input ?? null, attempts: facts.attempts ?? 1, firstAt: row.first_at ?? row.opened_at.toISOString(), times: row.times, since: row.opened_at.toISOString(),
    })),
  };
}

export interface AwaitedConfirmation { taskId: string; caseId: string; caseNumber: string | null; step: string; error: string; input: unknown; action: 'skip' | 'fail'; why: string; by: { personId: string; name: string }; since: string }

/** Skips and failures that somebody asked for and somebody else decides. */
export async function awaitedConfirmations(sql: Sql): Promise<AwaitedConfirmation[]> {
  const rows = await sql<(Row & { name: string | null })[]>`
    select t.id, t.case_id, c.case_number, t.facts, t.opened_at, p.name
    from tasks t left join cases c on c.id = t.case_id left join persons p on p.id = (t.facts ->> 'by')::uuid
    where t.state = 'open' and t.kind = 'confirm-repair' order by t.opened_at, t.id limit ${most}`;
  return rows.map(({ facts, ...row }) => ({
    taskId: row.id, caseId: row.case_id, caseNumber: row.case_number, step: facts.step ?? '', error: facts.error ?? '', input: facts.input ?? null,
    action: facts.action ?? 'skip', why: facts.why ?? '', by: { personId: facts.by ?? '', name: row.name ?? '' }, since: row.opened_at.toISOString(),
  }));
}

export interface KnownEffect { key: string; kind: string; state: 'intended' | 'done' | 'ambiguous' | 'failed'; at: string; doneAt: string | null }
interface EffectRow { key: string; kind: string; state: KnownEffect['state']; at: Date; done_at: Date | null }
const effectOf = (row: EffectRow): KnownEffect => ({ key: row.key, kind: row.kind, state: row.state, at: row.at.toISOString(), doneAt: row.done_at?.toISOString() ?? null });

/** What the ledger knows of effects of the case whose keys begin so. */
export async function effectsUnder(sql: Sql, caseId: string, beginnings: readonly string[]): Promise<KnownEffect[]> {
  if (beginnings.length === 0) return [];
  const rows = await sql<EffectRow[]>`
    select key, kind, state, at, done_at from effects e where case_id = ${caseId}
      and exists (select 1 from unnest(${[...beginnings]}::text[]) b where starts_with(e.key, b)) order by at, key limit 200`;
  return rows.map(effectOf);
}

export interface AmbiguousEffect extends KnownEffect { caseId: string | null; caseNumber: string | null; /** The step that waits because of it. */ taskId: string | null }

/** Effects of which the provider could not say whether they happened. */
export async function ambiguousEffects(sql: Sql): Promise<AmbiguousEffect[]> {
  const rows = await sql<(EffectRow & { case_id: string | null; case_number: string | null; task_id: string | null })[]>`
    select e.key, e.kind, e.state, e.at, e.done_at, e.case_id, c.case_number,
      (select t.id from tasks t where t.case_id = e.case_id and t.state = 'open' and t.kind = 'repair-step' and strpos(t.facts ->> 'error', e.key) > 0 limit 1) as task_id
    from effects e left join cases c on c.id = e.case_id where e.state = 'ambiguous' order by e.at, e.key limit 500`;
  return rows.map((row) => ({ ...effectOf(row), caseId: row.case_id, caseNumber: row.case_number, taskId: row.task_id }));
}

/** One effect of the ledger, or null. */
export async function effectNamed(sql: Sql, key: string): Promise<(KnownEffect & { caseId: string | null }) | null> {
  const [row] = await sql<(EffectRow & { case_id: string | null })[]>`select key, kind, state, at, done_at, case_id from effects where key = ${key}`;
  return row ? { ...effectOf(row), caseId: row.case_id } : null;
}
