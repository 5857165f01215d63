/** Absences of the court's staff, and who stands in for them meanwhile. */
import type { Sql } from '#db/connect.ts';
import { iso, type Reader } from '#db/queries/task-row.ts';

/** Now by the court's clock. */
export const courtNowIn = (sql: Reader) => sql`(now() + coalesce((select offset_ms from court_clock where id = 1), 0) * interval '1 millisecond')`;

/** The absence of the alias `a` lasts now. */
export const absenceInForce = (sql: Reader) => sql`(a.ended_at is null and a.from_at <= ${courtNowIn(sql)} and a.until_at >= ${courtNowIn(sql)})`;

export interface AbsenceRow {
  absenceId: string;
  person: { personId: string; name: string };
  deputy: { personId: string; name: string };
  from: string;
  until: string;
  reason: string;
  enteredAt: string;
  endedAt: string | null;
  inForce: boolean;
}

/** The newest first: those of one person and those in which they stand in; of everybody, where `of` is null; with a division, of its people alone. */
export async function absences(sql: Sql, { of, division }: { of: string | null; division?: string }): Promise<AbsenceRow[]> {
  const rows = await sql<{ id: string; person_id: string; person: string; deputy_id: string; deputy: string; from_at: Date; until_at: Date; reason: string; entered_at: Date; ended_at: Date | null; in_force: boolean }[]>`
    select a.id, a.person_id, p.name as person, a.deputy_id, d.name as deputy, a.from_at, a.until_at, a.reason, a.entered_at, a.ended_at, ${absenceInForce(sql)} as in_force
    from staff_absences a join persons p on p.id = a.person_id join persons d on d.id = a.deputy_id join staff s on s.person_id = a.person_id
    where ${of === null ? sql`true` : sql`${of} in (a.person_id, a.deputy_id)`} ${division ? sql`and s.division in ('', ${division})` : sql``}
    order by a.from_at desc, a.id limit 200`;
  return rows.map((row) => ({
    absenceId: row.id, person: { personId: row.person_id, name: row.person }, deputy: { personId: row.deputy_id, name: row.deputy },
    from: row.from_at.toISOString(), until: row.until_at.toISOString(), reason: row.reason, enteredAt: row.entered_at.toISOString(), endedAt: iso(row.ended_at), inForce: row.in_force,
  }));
}

/** The person's division; empty where they serve every division. */
export async function divisionOfStaff(sql: Sql, personId: string): Promise<string> {
  const [row] = await sql<{ division: string }[]>`select division from staff where person_id = ${personId}`;
  return row?.division ?? '';
}

/** Colleagues who hold a role of the person's, for a deputy. */
export async function colleaguesOf(sql: Sql, personId: string): Promise<{ personId: string; name: string; title: string }[]> {
  const rows = await sql<{ personId: string; name: string; title: string }[]>`
    select s.person_id as "personId", p.name, s.title from staff s join persons p on p.id = s.person_id
    where s.active and s.person_id <> ${personId}
      and exists (select from staff_roles theirs join staff_roles mine on mine.role = theirs.role where theirs.person_id = s.person_id and mine.person_id = ${personId})
    order by p.name, s.person_id`;
  return rows.map((row) => ({ ...row }));
}

export interface NewAbsence { id: string; personId: string; deputyId: string; from: Date; until: Date; reason: string; enteredAt: Date }

/**
 * Enters it, unless one of the two is away, or stands in for somebody who is, at any time of it.
 * @returns what is in the way, or null.
 */
export async function addAbsence(sql: Sql, { id, personId, deputyId, from, until, reason, enteredAt }: NewAbsence): Promise<'own' | 'deputy' | 'standsIn' | null> {
  return sql.begin(async (tx) => {
    // Two that are entered at once are looked at one after the other.
    await tx`select pg_advisory_xact_lock(hashtext('staff_absences'))`;
    const [clash] = await tx<{ own: boolean | null; deputy: boolean | null; stands_in: boolean | null }[]>`
      select bool_or(a.person_id = ${personId}) as own, bool_or(a.person_id = ${deputyId}) as deputy, bool_or(a.deputy_id = ${personId}) as stands_in
      from staff_absences a where a.ended_at is null and a.from_at <= ${until} and a.until_at >= ${from}`;
    if (clash?.own) return 'own';
    if (clash?.deputy) return 'deputy';
    if (clash?.stands_in) return 'standsIn';
    await tx`insert into staff_absences (id, person_id, deputy_id, from_at, until_at, reason, entered_at) values (${id}, ${personId}, ${deputyId}, ${from}, ${until}, ${reason}, ${enteredAt})`;
    return null;
  });
}

/** Back before its end, or never gone. False: there is none of the person's that has not ended. */
export async function endAbsence(sql: Sql, absenceId: string, personId: string, now: Date): Promise<boolean> {
  const ended = await sql`update staff_absences set ended_at = ${now} where id = ${absenceId} and person_id = ${personId} and ended_at is null and until_at >= ${now} returning id`;
  return ended.length > 0;
}
