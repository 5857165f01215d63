/** The notice of a hearing to one person (G4). */
import type { Sql } from '#db/connect.ts';

/** @param of the party for whom an agent asks. Null if the person takes no part in the hearing's case, or the hearing is not (or no longer) scheduled. */
export async function noticeOf(sql: Sql, caseId: string, hearingId: string, personId: string, of?: string): Promise<{ participantId: string; provenHow: string | null } | null> {
  const [row] = await sql<{ participantId: string; provenHow: string | null }[]>`
    select x.id as "participantId", n.proven_how as "provenHow"
    from hearings h
      join participants x on x.case_id = h.case_id and x.left_at is null and ${of === undefined ? sql`x.person_id = ${personId}` : sql`x.id = ${of} and (x.person_id = ${personId} or exists (
        select from participants agent where agent.case_id = h.case_id and agent.person_id = ${personId} and agent.left_at is null and agent.agency->'principals' @> to_jsonb(x.id::text)))`}
      left join notices n on n.hearing_id = h.id and n.participant_id = x.id
    where h.id = ${hearingId} and h.case_id = ${caseId} and h.state in ('scheduled', 'open')
    order by n.proven_how nulls first limit 1`;
  return row ? { ...row } : null;
}
