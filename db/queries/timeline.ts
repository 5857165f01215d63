/**
 * What happened in a case, from all its journals, merged by the court's time, with names looked up. For those who
 * supervise, refused attempts, messages sent and viewings stand among it.
 */
import type { Sql } from '#db/connect.ts';
import { deskHistory } from '#db/queries/desk-history.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { articlesFor, detailFor, mayRead, titleFor, type Reader } from '#domain/journal/visibility.ts';
import { caseKindOf } from '#db/queries/task-row.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import { wordEntry, wordMessage, wordRefusedAttempt, wordViewing, type Names } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';

export interface TimelineRow {
  stream: string;
  seq: number;
  kind: string;
  at: string;
  who: string | null;
  title: Words;
  detail: Record<string, unknown>;
  articles: string[];
  refused: boolean;
}

type Stored = JournalEntry & { stream: string; recordedAt: Date };

/** The journal alone, as the person may read it. Four statements. */
export async function timeline(sql: Sql, caseId: string, personId: string, as: Reader['as']): Promise<TimelineRow[]> {
  const [entries, names, reader] = await Promise.all([journalOf(sql, caseId), namesOf(sql, caseId), readerOf(sql, caseId, personId, as)]);
  return entries.filter((entry) => mayRead(entry, reader)).map((entry) => rowFrom(entry, names, reader));
}

/** Everything: journal, refused attempts, messages sent, viewings, what was assigned and reminded of. */
export async function history(sql: Sql, caseId: string): Promise<TimelineRow[]> {
  const [entries, names, refused, messages, viewed, desk] = await Promise.all([
    journalOf(sql, caseId), namesOf(sql, caseId), refusedAttemptsOf(sql, caseId), messagesOf(sql, caseId), viewingsOf(sql, caseId), deskHistory(sql, caseId),
  ]);
  const reader: Reader = { as: 'supervisor', personId: '', participantIds: new Set(), taskIds: new Set() };
  const courtTime = courtTimeBy(entries);
  return [
    ...entries.map((entry) => rowFrom(entry, names, reader)),
    ...[...refused, ...messages.map((message) => message(names)), ...viewed, ...desk].map((row) => ({ ...row, at: courtTime(row.at) })),
  ].sort(byTime);
}

/**
 * What the API keeps bears real time, the journal the court's, which the demonstration court moves ahead. The last entry
 * recorded before tells how far it was ahead; an entry that was recorded late tells nothing.
 */
function courtTimeBy(entries: readonly Stored[]): (at: string) => string {
  const known = entries.map((entry) => ({ recorded: entry.recordedAt.getTime(), ahead: Date.parse(entry.at) - entry.recordedAt.getTime() })).sort((a, b) => a.recorded - b.recorded);
  return (at) => {
    const real = Date.parse(at);
    const ahead = known.findLast((entry) => entry.recorded <= real)?.ahead ?? 0;
    return ahead > 60_000 ? new Date(real + ahead).toISOString() : at;
  };
}

const byTime = (a: TimelineRow, b: TimelineRow): number =>
  (a.at < b.at ? -1 : a.at > b.at ? 1 : a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.seq - b.seq);

const journalOf = (sql: Sql, caseId: string) => sql<Stored[]>`
  select stream, seq, kind, at, case_id as "caseId", data, recorded_at as "recordedAt" from journal where case_id = ${caseId} order by at, stream, seq`;

function rowFrom(entry: Stored, names: Names, reader: Reader): TimelineRow {
  const { title, who, detail, articles } = wordEntry(entry, names);
  return {
    stream: entry.stream, seq: entry.seq, kind: entry.kind, at: entry.at, who, title: titleFor(reader, entry, title), detail: detailFor(reader, detail), articles: articlesFor(reader, entry, articles),
    refused: entry.kind === 'task-refused' || entry.kind === 'signal-refused',
  };
}

/** Names of everybody whom an entry of this case may name: its participants and the court's staff. */
export async function namesOf(sql: Sql, caseId: string): Promise<Names> {
  const [people, courtrooms, [kind]] = await Promise.all([
    sql<{ person_id: string; participant_id: string | null; name: string }[]>`
      select p.id as person_id, x.id as participant_id, p.name from participants x join persons p on p.id = x.person_id where x.case_id = ${caseId}
      union select p.id, null, p.name from persons p where p.kind = 'staff'
      union select p.id, i.participant_id, p.name from invitations i join persons p on p.id = i.person_id where i.case_id = ${caseId}
      union select p.id, null, p.name from tasks t join persons p on p.id = (t.facts->>'agentPersonId')::uuid where t.case_id = ${caseId} and t.kind = 'verify-representative'
      union select p.id, null, p.name from persons p join filings f on f.filed_by = p.id where f.case_id = ${caseId}`,
    sql<{ id: string; name: string }[]>`select id, name from courtrooms`,
    sql<{ kind: CaseKind }[]>`select ${caseKindOf(sql)} as kind from filings f where f.case_id = ${caseId}`,
  ]);
  const byId = new Map(people.flatMap((one) => [[one.person_id, one.name] as const, ...(one.participant_id ? [[one.participant_id, one.name] as const] : [])]));
  const rooms = new Map(courtrooms.map((room) => [room.id, room.name]));
  const nameOf = (id: string) => byId.get(id) ?? id;
  return { person: nameOf, participant: nameOf, courtroom: (id) => rooms.get(id) ?? id, kind: kind?.kind ?? { caseType: 'civil' } };
}

async function readerOf(sql: Sql, caseId: string, personId: string, as: Reader['as']): Promise<Reader> {
  const nothing: Reader = { as, personId, participantIds: new Set(), taskIds: new Set() };
  if (as !== 'participant') return nothing;
  const rows = await sql<{ what: 'participant' | 'task'; id: string }[]>`
    select 'participant' as what, id from participants where case_id = ${caseId} and person_id = ${personId}
    union all select 'task', id from tasks where case_id = ${caseId} and person_id = ${personId}`;
  const ids = (what: string) => new Set(rows.filter((row) => row.what === what).map((row) => row.id));
  return { ...nothing, participantIds: ids('participant'), taskIds: ids('task') };
}

async function refusedAttemptsOf(sql: Sql, caseId: string): Promise<TimelineRow[]> {
  const rows = await sql<{ id: string; at: Date; operation: string; subject: string | null; code: string; detail: unknown; name: string | null }[]>`
    select r.id, r.at, r.operation, r.subject, r.code, r.detail, p.name from refused_attempts r left join persons p on p.id = r.person_id
    where r.case_id = ${caseId} order by r.at, r.id`;
  return rows.map((row) => ({
    stream: 'refused-attempts', seq: Number(row.id), kind: 'refused-attempt', at: row.at.toISOString(), who: row.name, refused: true, ...worded(wordRefusedAttempt(row)),
  }));
}

const worded = ({ articles, ...rest }: ReturnType<typeof wordRefusedAttempt>) => ({ ...rest, articles: [...articles] });

async function messagesOf(sql: Sql, caseId: string): Promise<((names: Names) => TimelineRow)[]> {
  const rows = await sql<{ key: string; at: Date; state: 'intended' | 'done' | 'ambiguous' | 'failed'; done_at: Date | null; participant_id: string | null }[]>`
    select key, at, state, done_at, request->>'participantId' as participant_id from effects where case_id = ${caseId} and kind = 'sms' order by at, key`;
  return rows.map((row, index) => (names) => ({
    stream: 'messages', seq: index + 1, kind: 'message', at: row.at.toISOString(), who: null, title: wordMessage(names.participant(row.participant_id ?? ''), row.state),
    detail: { key: row.key, state: row.state, doneAt: row.done_at?.toISOString() ?? null }, articles: ['G4'], refused: false,
  }));
}

async function viewingsOf(sql: Sql, caseId: string): Promise<TimelineRow[]> {
  const rows = await sql<{ id: string; at: Date; until: Date | null; what: string; how: 'view' | 'download'; file_id: string | null; name: string | null }[]>`
    select v.id, v.at, v.until, v.what, v.how, v.file_id, p.name from viewings v left join persons p on p.id = v.person_id where v.case_id = ${caseId} order by v.at, v.id`;
  return rows.map((row) => ({
    stream: 'viewings', seq: Number(row.id), kind: 'viewing', at: row.at.toISOString(), who: row.name, title: wordViewing(row.what, row.how),
    detail: { what: row.what, how: row.how, fileId: row.file_id, until: row.until?.toISOString() ?? null }, articles: ['G10'], refused: false,
  }));
}
