/** The court's own closing days, and the changes of its calendar that open cases must hear of. */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import { withClosingDays, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { CalendarChange } from '#domain/messages/scheduling.ts';
import type { Sql } from '#db/connect.ts';

/** The calendar of the State Council with the court's own closing days in it. */
export async function withOwnClosingDays(sql: Sql, statutory: WorkingCalendar): Promise<WorkingCalendar> {
  const rows = await sql<{ day: string }[]>`select day from closing_days where removed_at is null order by day`;
  return withClosingDays(statutory, rows.map(({ day }) => day as ShanghaiDay));
}

export interface ClosingDay { day: string; reason: string; addedBy: string; addedAt: string; removedBy: string | null; removedAt: string | null; removalReason: string | null }

/** Every closing day that was ever set in the year, those taken back included: they stay on record. */
export async function closingDaysOf(sql: Sql, year: number): Promise<ClosingDay[]> {
  const rows = await sql<{ day: string; reason: string; added_by: string; added_at: Date; removed_by: string | null; removed_at: Date | null; removal_reason: string | null }[]>`
    select c.day, c.reason, coalesce(a.name, '') as added_by, c.added_at, r.name as removed_by, c.removed_at, c.removal_reason
    from closing_days c left join persons a on a.id = c.added_by left join persons r on r.id = c.removed_by
    where left(c.day, 4) = ${String(year)} order by c.day, c.id`;
  return rows.map((row) => ({
    day: row.day, reason: row.reason, addedBy: row.added_by, addedAt: row.added_at.toISOString(),
    removedBy: row.removed_by, removedAt: row.removed_at?.toISOString() ?? null, removalReason: row.removal_reason,
  }));
}

/** Adds it with the change that cases are told of, in one transaction. False: it is a closing day already. */
export async function addClosingDay(sql: Sql, { day, reason, by }: { day: string; reason: string; by: string }): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [added] = await tx`
      insert into closing_days (day, reason, added_by) values (${day}, ${reason}, ${by}) on conflict (day) where removed_at is null do nothing returning day`;
    if (!added) return false;
    await tx`insert into calendar_changes (what, by) values (${tx.json({ what: 'closing-day-added', day, reason } satisfies CalendarChange)}, ${by})`;
    return true;
  });
}

/** Takes it back. False: it is none. */
export async function removeClosingDay(sql: Sql, { day, reason, by }: { day: string; reason: string; by: string }): Promise<boolean> {
  return sql.begin(async (tx) => {
    const [removed] = await tx`
      update closing_days set removed_at = now(), removed_by = ${by}, removal_reason = ${reason} where day = ${day} and removed_at is null returning day`;
    if (!removed) return false;
    await tx`insert into calendar_changes (what, by) values (${tx.json({ what: 'closing-day-removed', day, reason } satisfies CalendarChange)}, ${by})`;
    return true;
  });
}

/** Notes what each year's published calendar is; a year that was provisional when it was last seen and is published now is a change. */
export async function notePublished(sql: Sql, calendar: WorkingCalendar): Promise<void> {
  for (const [year, { provisional }] of Object.entries(calendar)) {
    await sql.begin(async (tx) => {
      const [before] = await tx<{ provisional: boolean }[]>`select provisional from calendar_years where year = ${Number(year)} for update`;
      if (before?.provisional === provisional) return;
      await tx`insert into calendar_years (year, provisional) values (${Number(year)}, ${provisional})
        on conflict (year) do update set provisional = excluded.provisional, seen_at = now()`;
      if (before?.provisional && !provisional) await tx`insert into calendar_changes (what) values (${tx.json({ what: 'year-published', year: Number(year) } satisfies CalendarChange)})`;
    });
  }
}

/** Changes that not every open case has been told of yet, the oldest first. */
export async function untoldChanges(sql: Sql): Promise<{ id: string; what: CalendarChange }[]> {
  return sql<{ id: string; what: CalendarChange }[]>`select id::text as id, what from calendar_changes where told_at is null order by id`;
}

export const toldChange = async (sql: Sql, id: string): Promise<void> => { await sql`update calendar_changes set told_at = now() where id = ${id}`; };
