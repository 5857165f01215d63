/** What was asked about the people of a case, for its pages. */
import type { Sql } from '#db/connect.ts';
import { iso } from '#db/queries/task-row.ts';
import type { RecusalGround } from '#domain/court/recusal.ts';

type InvitationState = 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

/** @param all whether the reader sees what others asked; else their own alone. */
export async function recusalsOf(sql: Sql, caseId: string, personId: string, all: boolean) {
  const rows = await sql<{ id: string; of_person: string; of_name: string; seat: string; ground: RecusalGround; reason: string; asked_by: string; asker_name: string; again: boolean; asked_at: Date; state: 'open' | 'sustained' | 'rejected'; decision_reason: string | null; decided_at: Date | null }[]>`
    select r.*, o.name as of_name, a.name as asker_name from recusals r join persons o on o.id = r.of_person join persons a on a.id = r.asked_by
    where r.case_id = ${caseId} ${all ? sql`` : sql`and r.asked_by = ${personId}`} order by r.asked_at, r.id`;
  return rows.map((row) => ({
    recusalId: row.id, of: { personId: row.of_person, name: row.of_name }, seat: row.seat, ground: row.ground, reason: row.reason,
    askedBy: { personId: row.asked_by, name: row.asker_name }, mine: row.asked_by === personId, again: row.again, askedAt: row.asked_at.toISOString(),
    state: row.state, decision: row.decision_reason, decidedAt: iso(row.decided_at),
  }));
}

export async function invitationsOf(sql: Sql, caseId: string) {
  const rows = await sql<{ participant_id: string; name: string; role: string; state: InvitationState; invited_at: Date }[]>`
    select i.participant_id, p.name, i.role, i.state, i.invited_at from invitations i join persons p on p.id = i.person_id where i.case_id = ${caseId} order by i.invited_at, i.participant_id`;
  return rows.map((row) => ({ participantId: row.participant_id, name: row.name, role: row.role, state: row.state, invitedAt: row.invited_at.toISOString() }));
}

/** The side as which the person takes part (domain/filing/public-prosecution.ts), or null. */
export async function partyOfPerson(sql: Sql, caseId: string, personId: string): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from participants where case_id = ${caseId} and person_id = ${personId} and left_at is null
      and (role in ('plaintiff', 'defendant', 'thirdParty') or (role = 'prosecutor' and organisation_id is not null)) order by id limit 1`;
  return row?.id ?? null;
}

/** Names of people by id, for facts of a task that hold ids alone. */
export async function namesOfPersons(sql: Sql, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await sql<{ id: string; name: string }[]>`select id, name from persons where id = any(${ids as string[]}::uuid[])`;
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
