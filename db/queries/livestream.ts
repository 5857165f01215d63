/** What the API must know of a hearing's livestream before it sends anything to its workflow. */
import type { Sql } from '#db/connect.ts';
import { livestreamWorkflowId } from '#domain/case/ids.ts';
import type { End } from '#domain/livestream/approval-state.ts';

/** `none`: nobody intended one. */
export type LivestreamState = { state: 'none' | 'open' } | { state: 'decided'; how: End['how'] };

export async function livestreamState(sql: Sql, hearingId: string): Promise<LivestreamState> {
  const rows = await sql<{ kind: string; how: End['how'] | null }[]>`
    select kind, data #>> '{end,how}' as how from journal
    where stream = ${livestreamWorkflowId(hearingId)} and kind in ('livestream-begun', 'livestream-decided') order by seq`;
  const decided = rows.find((row) => row.kind === 'livestream-decided');
  if (decided?.how) return { state: 'decided', how: decided.how };
  return { state: rows.length > 0 ? 'open' : 'none' };
}
