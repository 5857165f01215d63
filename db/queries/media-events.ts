/** Raw media events: evidence, appended and never changed. The same event twice is kept once. */
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';
import type { Sql } from '#db/connect.ts';

export interface MediaEventRow {
  event: RawMediaEvent;
  /** What the media server said, word for word; null for a page's or the proxy's own report. */
  raw: unknown;
}

export async function appendMediaEvents(sql: Sql, rows: readonly MediaEventRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ event, raw }) => ({
    id: event.id, hearing_id: event.hearingId, opaque_id: event.opaqueId, at: event.at,
    event: sql.json(event as never), raw: raw === null ? null : sql.json(raw as never),
  }));
  await sql`insert into media_events ${sql(values)} on conflict (id) do nothing`;
}

/** Of these hearings, from that moment on (milliseconds since 1970), in their order. */
export async function mediaEventsOf(sql: Sql, hearingIds: readonly string[], since = 0): Promise<MediaEventRow[]> {
  if (hearingIds.length === 0) return [];
  return sql<MediaEventRow[]>`
    select event, raw from media_events where hearing_id in ${sql([...hearingIds])} and at >= ${since} order by at, id`;
}
