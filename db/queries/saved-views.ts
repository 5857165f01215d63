/** Saved views of the work queue: one's own, and those that are shared with one's roles or division. */
import type { Sql } from '#db/connect.ts';
import type { StaffRole } from '#domain/people/roles.ts';
import type { SavedViewContent } from '#domain/tasks/queue-views.ts';

interface ViewRecord { id: string; name: string; content: SavedViewContent; owner_id: string; owner_name: string; shared_role: StaffRole | null; shared_division: string | null }

export async function savedViewsFor(sql: Sql, reader: { personId: string; roles: readonly string[]; division: string | null }) {
  const rows = await sql<ViewRecord[]>`
    select v.id, v.name, v.content, v.owner_id, p.name as owner_name, v.shared_role, v.shared_division from saved_views v join persons p on p.id = v.owner_id
    where v.owner_id = ${reader.personId} or v.shared_role = any(${reader.roles as string[]}) or (v.shared_division <> '' and v.shared_division = ${reader.division ?? ''})
    order by (v.owner_id = ${reader.personId}) desc, v.name, v.id limit 200`;
  return rows.map((row) => ({
    viewId: row.id, name: row.name, content: row.content, owner: { personId: row.owner_id, name: row.owner_name }, mine: row.owner_id === reader.personId,
    sharedRole: row.shared_role, sharedDivision: row.shared_division,
  }));
}

export interface KeptView { id: string; ownerId: string; name: string; content: SavedViewContent; sharedRole: StaffRole | null; sharedDivision: string | null }

/** @returns false when somebody else owns the view of that id */
export async function keepView(sql: Sql, view: KeptView): Promise<boolean> {
  const kept = await sql`
    insert into saved_views (id, owner_id, name, content, shared_role, shared_division)
    values (${view.id}, ${view.ownerId}, ${view.name}, ${sql.json(view.content)}, ${view.sharedRole}, ${view.sharedDivision})
    on conflict (id) do update set name = excluded.name, content = excluded.content, shared_role = excluded.shared_role, shared_division = excluded.shared_division, updated_at = now()
    where saved_views.owner_id = ${view.ownerId} returning id`;
  return kept.length > 0;
}

export const removeKeptView = async (sql: Sql, id: string, ownerId: string): Promise<boolean> =>
  (await sql`delete from saved_views where id = ${id} and owner_id = ${ownerId} returning id`).length > 0;

export const isKeptBy = async (sql: Sql, id: string, ownerId: string): Promise<boolean> => (await sql`select from saved_views where id = ${id} and owner_id = ${ownerId}`).length > 0;
