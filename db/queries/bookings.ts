/** What is taken already, for the clerk who looks for a time (G4). The exclusion constraint decides, not this. */
import type { Sql } from '#db/connect.ts';
import type { Busy } from '#domain/scheduling/slots.ts';

/** The case's own booking does not count: when it is moved, it is free. Bookings of every courtroom, and of the people of this case, between two instants (milliseconds). */
export async function busyFor(sql: Sql, caseId: string, from: number, to: number): Promise<{ busy: Busy[]; courtrooms: string[] }> {
  const [busy, courtrooms] = await Promise.all([
    sql<{ resource_kind: Busy['resourceKind']; resource_id: string; starts_at: Date; ends_at: Date }[]>`
      select resource_kind, resource_id, starts_at, ends_at from bookings
      where tstzrange(starts_at, ends_at, '[)') && tstzrange(${new Date(from)}, ${new Date(to)}, '[)') and case_id <> ${caseId}
        and (resource_kind = 'courtroom' or resource_id in (
          select presiding_judge::text from cases where id = ${caseId}
          union select clerk::text from cases where id = ${caseId}
          union select unnest(panel)::text from cases where id = ${caseId}
          union select person_id::text from participants where case_id = ${caseId}
          union select id::text from participants where case_id = ${caseId}))`,
    sql<{ id: string }[]>`select id from courtrooms where active order by id`,
  ]);
  return {
    busy: busy.map((row) => ({ resourceKind: row.resource_kind, resourceId: row.resource_id, startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() })),
    courtrooms: courtrooms.map((row) => row.id),
  };
}
