/** Days on which the participants of a case cannot attend. Who has left the case is not waited for. */
import type { Sql } from '#db/connect.ts';

export interface Unavailable { participantId: string; personId: string; name: string; role: string; day: string; reason: string; at: Date }

export const unavailableOf = (sql: Sql, caseId: string, from: string): Promise<Unavailable[]> => sql<Unavailable[]>`
  select u.participant_id as "participantId", x.person_id as "personId", coalesce(o.name, p.name) as name, x.role, u.day::text as day, u.reason, u.named_at as at
  from unavailable_days u join participants x on x.id = u.participant_id and x.left_at is null join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id
  where u.case_id = ${caseId} and u.day > ${from}::date order by u.day, name`;

/** The participant that the person is in the case now. */
export async function participantIn(sql: Sql, caseId: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`select id from participants where case_id = ${caseId} and person_id = ${personId} and left_at is null order by id limit 1`;
  return row?.id ?? null;
}
