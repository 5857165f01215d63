/**
 * Where a case's one history comes from: each source answers its next rows before a place, newest first. All are ordered by
 * real time to the microsecond, and by a key where that is the same, so that a page of many thousand entries costs what it shows.
 */
import type { HistorySourceName } from '#domain/audit/history-entry.ts';
import type { Sql } from '#db/connect.ts';

/** A place in the history: everything older follows. */
export interface Place { us: number; key: string }

/** A row before it is worded: ids, not names. */
export interface SourceRow extends Place {
  source: HistorySourceName;
  kind: string;
  stream: string | null;
  seq: number | null;
  /** ISO 8601 by the court's clock; null where the source knows real time alone. */
  courtAt: string | null;
  personId: string | null;
  hearingId: string | null;
  data: Record<string, unknown>;
}

export interface HistorySource { name: HistorySourceName; before(place: Place, limit: number): Promise<SourceRow[]> }
export interface Span { fromUs: number; toUs: number }

type Row = { us: number; key: string; kind: string; stream: string | null; seq: number | null; court_at: string | null; person_id: string | null; hearing_id: string | null; data: Record<string, unknown> };

/** Everything that PostgreSQL holds of a case's history. Temporal's own events are another source (`eventSource`). */
export function databaseSources(sql: Sql, caseId: string, { fromUs, toUs }: Span): HistorySource[] {
  const hearings = sql`(select id from hearings where case_id = ${caseId})`;
  const micro = (at: ReturnType<Sql>) => sql`(extract(epoch from ${at}) * 1000000)::float8`;
  // Each: us, key (in the order of the C collation), kind, stream, seq, court_at, person_id, hearing_id, data.
  const statements: Record<Exclude<HistorySourceName, 'workflow'>, ReturnType<Sql>> = {
    journal: sql`select ${micro(sql`recorded_at`)} as us, 'journal/' || stream || '/' || lpad(seq::text, 9, '0') as key, kind, stream, seq, at as court_at, null::uuid as person_id,
      substring(stream from '^(?:hearing|livestream)-(.+)$')::uuid as hearing_id, data, recorded_at as real_at from journal where case_id = ${caseId}`,
    commands: sql`select ${micro(sql`created_at`)}, 'command/' || id, operation, workflow_id, number, null, person_id, null::uuid,
      jsonb_build_object('commandId', id, 'update', update, 'state', state, 'status', status, 'attempts', attempts, 'answeredAt', answered_at, 'sealed', seal is not null, 'code', answer -> 'refused' -> 'data' ->> 'code', 'articles', answer -> 'refused' -> 'data' -> 'articles',
        'message', answer -> 'refused' -> 'data' -> 'message', 'args', args -> 'args'), created_at
      from commands where workflow_id in (select stream from journal_heads where case_id = ${caseId} union select ${`case-${caseId}`})`,
    refusals: sql`select ${micro(sql`at`)}, 'refusal/' || lpad(id::text, 12, '0'), 'refused-attempt', null, null::int, null, person_id, null::uuid,
      jsonb_build_object('operation', operation, 'subject', subject, 'code', code, 'detail', detail), at from refused_attempts where case_id = ${caseId}`,
    claims: sql`select ${micro(sql`claimed_at`)}, 'claim/' || id, 'task-claimed', stream, null::int, null, claimed_by, hearing_id,
      jsonb_build_object('taskId', id, 'kind', kind), claimed_at from tasks where case_id = ${caseId} and claimed_by is not null and claimed_at is not null`,
    messages: sql`select ${micro(sql`at`)}, 'sms/' || key, 'message', null, null::int, null, null::uuid, null::uuid,
      jsonb_build_object('key', key, 'state', state, 'doneAt', done_at, 'participantId', request ->> 'participantId'), at from effects where case_id = ${caseId} and kind = 'sms'
      union all select ${micro(sql`r.received_at`)}, 'receipt/' || r.id, 'message-receipt', null, null, null, null, null,
      jsonb_build_object('key', r.key, 'state', r.state, 'at', r.at, 'detail', r.detail, 'participantId', e.request ->> 'participantId'), r.received_at
      from sms_receipts r join effects e on e.key = r.key where e.case_id = ${caseId}
      union all select ${micro(sql`o.delivered_at`)}, 'delivery/' || o.key, 'message-receipt', null, null, null, null, null,
      jsonb_build_object('key', o.key, 'state', 'delivered', 'participantId', e.request ->> 'participantId'), o.delivered_at
      from sms_outbox o join effects e on e.key = o.key where e.case_id = ${caseId} and o.delivered_at is not null and not exists (select from sms_receipts r where r.key = o.key)`,
    media: sql`select m.at::float8 * 1000, 'media/' || lpad(m."order"::text, 12, '0'), m.event ->> 'kind', null, null::int, null, s.person_id, m.hearing_id::uuid,
      jsonb_build_object('mediaEventId', m.id) || m.event, to_timestamp(m.at / 1000.0) from media_events m left join seats s on s.opaque_id = m.opaque_id
      where m.hearing_id in (select id::text from ${hearings} h)`,
    looks: sql`select ${micro(sql`at`)}, 'look/' || lpad(id::text, 12, '0'), 'viewing', null, null::int, null, person_id, null::uuid,
      jsonb_build_object('what', what, 'how', how, 'fileId', file_id, 'until', until, 'why', why, 'subject', subject), at from viewings where case_id = ${caseId}`,
  };
  return (Object.keys(statements) as (keyof typeof statements)[]).map((name) => ({
    name,
    async before(place, limit) {
      const rows = await sql<Row[]>`
        select us, key, kind, stream, seq, court_at, person_id, hearing_id, data
        from (${statements[name]}) as s(us, key, kind, stream, seq, court_at, person_id, hearing_id, data, real_at)
        where us >= ${fromUs} and us <= ${toUs} and (us < ${place.us} or (us = ${place.us} and key collate "C" < ${place.key}))
        order by us desc, key collate "C" desc limit ${limit}`;
      return rows.map((row) => ({ source: name, us: row.us, key: row.key, kind: row.kind, stream: row.stream, seq: row.seq, courtAt: row.court_at, personId: row.person_id, hearingId: row.hearing_id, data: row.data }));
    },
  }));
}

/** Temporal's own events, in any order. */
export function eventSource(events: readonly SourceRow[], { fromUs, toUs }: Span): HistorySource {
  const inOrder = events.filter(({ us }) => us >= fromUs && us <= toUs).sort((one, other) => (isBefore(other, one) ? -1 : 1));
  return {
    name: 'workflow',
    before: (place, limit) => {
      let [low, high] = [0, inOrder.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const row = inOrder[middle];
        if (row && isBefore(row, place)) high = middle;
        else low = middle + 1;
      }
      return Promise.resolve(inOrder.slice(low, low + limit));
    },
  };
}

/** Older, or of the same microsecond and with the smaller key. */
export const isBefore = (one: Place, other: Place): boolean => one.us < other.us || (one.us === other.us && one.key < other.key);

export const newest: Place = { us: Number.MAX_SAFE_INTEGER, key: '' };

/** Newest first over all sources, until `wanted` says that there is enough. @returns the place to go on from, or null at the end */
export async function mergeSources(sources: readonly HistorySource[], from: Place, chunk: number, wanted: (row: SourceRow) => boolean): Promise<Place | null> {
  const heads = await Promise.all(sources.map(async (source) => ({ source, rows: await source.before(from, chunk), at: 0, ended: false })));
  for (;;) {
    let next: (typeof heads)[number] | undefined;
    for (const head of heads) {
      let last = head.rows.at(-1);
      if (head.at >= head.rows.length && !head.ended && last) {
        head.rows = head.rows.length < chunk ? [] : await head.source.before(last, chunk);
        head.at = 0;
        last = head.rows[0];
        head.ended = head.rows.length === 0;
      }
      const [row, best] = [head.rows[head.at], next?.rows[next.at]];
      if (row && (!best || isBefore(best, row))) next = head;
    }
    const row = next?.rows[next.at];
    if (!next || !row) return null;
    next.at += 1;
    if (!wanted(row)) return { us: row.us, key: row.key };
  }
}
