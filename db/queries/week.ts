/** Hearings of a stretch of time: that a courtroom and people are taken is told to all staff, the case to those who may see it. */
import type { Sql } from '#db/connect.ts';
import { onPanel } from '#db/queries/on-panel.ts';
import type { StaffRole } from '#domain/people/roles.ts';

export interface WeekHearing {
  hearingId: string; startsAt: string; endsAt: string; courtroomId: string; judge: string; clerk: string; kind: string; state: string; provisional: boolean;
  case: { caseId: string; caseNumber: string | null; causeOfAction: string } | null;
}

/** Between two instants (milliseconds), without those that were moved or cancelled. */
export async function hearingsBetween(sql: Sql, viewer: { personId: string; roles: readonly StaffRole[] }, from: number, to: number): Promise<WeekHearing[]> {
  const supervises = viewer.roles.includes('manager') || viewer.roles.includes('trialManagementOffice');
  const rows = await sql<{ id: string; case_id: string; starts_at: Date; ends_at: Date; courtroom_id: string; kind: string; state: string; provisional: boolean; judge: string | null; clerk: string | null; case_number: string | null; cause: string | null; seen: boolean }[]>`
    select h.id, h.case_id, h.starts_at, h.ends_at, h.courtroom_id, h.kind, h.state, h.provisional, j.name as judge, k.name as clerk, c.case_number, f.cause_of_action as cause,
      not exists (select from participants x where x.case_id = c.id and x.person_id = ${viewer.personId})
        and (${supervises} or ${viewer.personId} in (c.presiding_judge, c.clerk, c.technician) or ${onPanel(sql, viewer.personId)}) as seen
    from hearings h join cases c on c.id = h.case_id left join filings f on f.case_id = h.case_id
      left join persons j on j.id = c.presiding_judge left join persons k on k.id = c.clerk
    where h.state not in ('cancelled', 'moved') and h.starts_at <= ${new Date(to)} and h.ends_at >= ${new Date(from)}
    order by h.starts_at, h.courtroom_id, h.id`;
  return rows.map((row) => ({
    hearingId: row.id, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), courtroomId: row.courtroom_id, judge: row.judge ?? '', clerk: row.clerk ?? '',
    kind: row.kind, state: row.state, provisional: row.provisional,
    case: row.seen ? { caseId: row.case_id, caseNumber: row.case_number, causeOfAction: row.cause ?? '' } : null,
  }));
}
