/** Who is at a task: in the row of the task for readers, and sealed beside it for the audit, in one statement. */
import type { Sql } from '#db/connect.ts';
import type { Tx } from '#db/projector/projections.ts';
import { claimText, type SealedClaim } from '#domain/audit/claim-seal.ts';

/** The court's keyed hash over a text; undefined (in tests): claims are not sealed. */
export type SealText = ((text: string) => string) | undefined;

/**
 * @param claimedBy null: it is released
 * @param ofWhom only where nobody is at it or this person is; undefined: whoever is
 * @returns false when the task is open no more, or another is at it
 */
export async function writeClaim(sql: Sql | Tx, { taskId, claimedBy, ofWhom, seal }: { taskId: string; claimedBy: string | null; ofWhom?: string; seal: SealText }): Promise<boolean> {
  const claimedAt = claimedBy === null ? null : new Date().toISOString();
  const written = await sql`
    with changed as (
      update tasks set claimed_by = ${claimedBy}, claimed_at = ${claimedAt}
      where id = ${taskId} and (state = 'open' or ${claimedBy}::uuid is null) ${ofWhom === undefined ? sql`` : sql`and (claimed_by is null or claimed_by = ${ofWhom})`} returning id)
    insert into claim_seals (task_id, claimed_by, claimed_at, seal)
    select id, ${claimedBy}::uuid, ${claimedAt}::timestamptz, ${seal?.(claimText({ taskId, claimedBy, claimedAt })) ?? null} from changed
    on conflict (task_id) do update set claimed_by = excluded.claimed_by, claimed_at = excluded.claimed_at, seal = excluded.seal returning task_id`;
  return written.length > 0;
}

/** The claims of a case's tasks as they were sealed. */
export async function sealedClaims(sql: Sql | Tx, caseId: string): Promise<{ stream: string; tasks: { taskId: string; claimedBy: string | null; claimedAt: string | null }[]; sealed: SealedClaim[] }[]> {
  const rows = await sql<{ taskId: string; stream: string; claimedBy: string | null; claimedAt: string | null; kept: boolean; sealedBy: string | null; sealedAt: Date | null; seal: string | null }[]>`
    select t.id as "taskId", t.stream, t.claimed_by as "claimedBy", to_char(t.claimed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "claimedAt", s.task_id is not null as kept,
      s.claimed_by as "sealedBy", s.claimed_at as "sealedAt", s.seal
    from tasks t left join claim_seals s on s.task_id = t.id where t.case_id = ${caseId} order by t.stream, t.id`;
  return [...new Set(rows.map(({ stream }) => stream))].map((stream) => {
    const mine = rows.filter((row) => row.stream === stream);
    return {
      stream, tasks: mine.map(({ taskId, claimedBy, claimedAt }) => ({ taskId, claimedBy, claimedAt: toMilliseconds(claimedAt) })),
      sealed: mine.filter(({ kept }) => kept).map(({ taskId, sealedBy, sealedAt, seal }) => ({ taskId, claimedBy: sealedBy, claimedAt: sealedAt?.toISOString() ?? null, seal })),
    };
  });
}

/** The court writes milliseconds; a time with more stays as it is, and is then another one. */
const toMilliseconds = (at: string | null): string | null => at?.replace(/000Z$/, 'Z') ?? null;

/** After a task's row was made again from the journal: its claim, as it was sealed. */
export const restoreClaims = (tx: Tx, caseId: string) => tx`
  update tasks t set claimed_by = s.claimed_by, claimed_at = s.claimed_at from claim_seals s where s.task_id = t.id and t.case_id = ${caseId} and t.claimed_at is distinct from s.claimed_at`;
