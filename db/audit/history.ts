/**
 * One history a case: everything that the court and its machinery keep of it, worded, on one time line, joined by ids. A page
 * at a time, with filters; reads only.
 */
import { isMachinery, wordEvent, wordMediaEvent } from '#domain/audit/event-words.ts';
import type { HistorySourceName } from '#domain/audit/history-entry.ts';
import { wordAllowedAs } from '#domain/access/looks.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { wordEntry, wordMessage, wordRefusedAttempt, wordViewing, type Names, type Wording } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { Sql } from '#db/connect.ts';
import { namesOf } from '#db/queries/timeline.ts';
import { databaseSources, eventSource, mergeSources, newest, type Place, type SourceRow } from './history-sources.ts';

export interface HistoryFilter {
  sources: readonly HistorySourceName[];
  person?: string;
  article?: string;
  kind?: string;
  /** An id that the entry must bear. */
  about?: string;
  refused?: boolean;
  from?: string;
  to?: string;
  after?: string;
  limit: number;
}

/** An event of Temporal's as the history takes it (adapters/temporal/event-rows.ts). */
export interface HistoryEvent { stream: string; runId: string; eventId: string; us: number; type: string; name: string | null; commandId: string | null; seqs: readonly number[] }

export interface HistoryRow {
  id: string; source: HistorySourceName; at: string; courtAt: string | null; kind: string; title: Words; technical: string | null; who: string | null; articles: string[]; refused: boolean; stream: string | null; seq: number | null;
  ids: { id: string; name: string }[]; files: { fileId: string; name: string }[]; taskId: string | null; moment: { hearingId: string; seconds: number } | null;
  event: { workflowId: string; runId: string; eventId: string } | null; detail: Record<string, unknown>;
}

export async function historyPage(sql: Sql, caseId: string, filter: HistoryFilter, events: readonly HistoryEvent[]): Promise<{ entries: HistoryRow[]; next: string | null }> {
  const span = { fromUs: filter.from ? Date.parse(filter.from) * 1000 : 0, toUs: filter.to ? Date.parse(filter.to) * 1000 + 999 : Number.MAX_SAFE_INTEGER };
  const [names, participants, recordings] = await Promise.all([namesOf(sql, caseId), participantsOf(sql, caseId), recordingsOf(sql, caseId)]);
  const reading: Reading = { names, recordings, handedOver: handedOverBy(events), people: filter.person === undefined ? null : new Set([filter.person, ...participants.filter(({ personId }) => personId === filter.person).map(({ id }) => id)]) };
  const sources = [...databaseSources(sql, caseId, span), eventSource(events.map(rowOfEvent), span)].filter(({ name }) => filter.sources.includes(name));
  const entries: HistoryRow[] = [];
  // A rare filter reads on in larger steps.
  const picky = [filter.person, filter.article, filter.kind, filter.about, filter.refused].some((value) => value !== undefined);
  const next = await mergeSources(sources, placeOf(filter.after), picky ? 500 : filter.limit + 1, (row) => {
    const entry = worded(row, reading);
    if (!fits(row, entry, filter, reading)) return true;
    entries.push(entry);
    return entries.length < filter.limit;
  });
  await nameFiles(sql, entries);
  return { entries, next: next && Buffer.from(JSON.stringify([next.us, next.key])).toString('base64url') };
}

function placeOf(after: string | undefined): Place {
  if (after === undefined) return newest;
  try {
    const [us, key] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [unknown, unknown];
    return typeof us === 'number' && typeof key === 'string' ? { us, key } : newest;
  } catch {
    return newest; // Not a place of ours: it begins at the beginning.
  }
}

interface RecordingSpan { hearingId: string; fromMs: number; toMs: number }
interface Reading { names: Names; recordings: readonly RecordingSpan[]; handedOver: ReadonlyMap<string, HistoryEvent>; people: ReadonlySet<string> | null }

const eventKey = (row: Pick<HistoryEvent, 'stream' | 'runId' | 'eventId'>) => `event/${row.stream}/${row.runId}/${row.eventId.padStart(9, '0')}`;
const rowOfEvent = (event: HistoryEvent): SourceRow => ({
  source: 'workflow', us: event.us, key: eventKey(event), kind: event.type, stream: event.stream, seq: Number(event.eventId), courtAt: null, personId: null, hearingId: null,
  data: { runId: event.runId, eventId: event.eventId, name: event.name, ...(event.commandId === null ? {} : { commandId: event.commandId }), ...(event.seqs.length === 0 ? {} : { entries: event.seqs }) },
});
const handedOverBy = (events: readonly HistoryEvent[]): Map<string, HistoryEvent> => new Map(events.flatMap((event) => event.seqs.map((seq) => [`${event.stream}/${seq}`, event] as const)).reverse());

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function worded(row: SourceRow, { names, recordings, handedOver }: Reading): HistoryRow {
  const text = textOf(row, names);
  const told = row.source === 'journal' ? handedOver.get(`${row.stream}/${row.seq}`) : undefined;
  const at = row.us / 1000;
  const recording = recordings.find((one) => one.hearingId === row.hearingId && at >= one.fromMs && at <= one.toMs);
  const { runId, eventId, taskId } = row.data as { runId?: string; eventId?: string; taskId?: string; task?: { taskId?: string } };
  const task = (row.data['task'] as { taskId?: string } | undefined)?.taskId ?? taskId;
  return {
    id: row.key, source: row.source, at: new Date(at).toISOString(), courtAt: row.courtAt, kind: row.kind, title: text.title, technical: technicalOf(row), who: row.personId ? names.person(row.personId) : text.who, articles: [...text.articles],
    refused: text.refused, stream: row.stream, seq: row.seq, ids: namedIds(row.data), files: fileIds(row.data).map((fileId) => ({ fileId, name: '' })), taskId: task ?? null,
    moment: recording ? { hearingId: recording.hearingId, seconds: Math.floor((at - recording.fromMs) / 1000) } : null,
    event: row.source === 'workflow' && row.stream ? { workflowId: row.stream, runId: runId ?? '', eventId: eventId ?? '' } : told ? { workflowId: told.stream, runId: told.runId, eventId: told.eventId } : null,
    detail: text.detail,
  };
}

/** What programs call it, beside the words: an operation, an activity, a kind of event. */
function technicalOf({ source, kind, data }: SourceRow): string | null {
  switch (source) {
    case 'commands': return kind.replaceAll('.', ' / ');
    case 'media': return kind;
    case 'workflow': return data['name'] as string | null;
    case 'journal': case 'refusals': case 'claims': case 'messages': case 'looks': return null;
  }
}

function textOf(row: SourceRow, names: Names): Wording & { refused: boolean } {
  const said = (title: Words, detail: Record<string, unknown>, articles: readonly string[] = [], refused = false): Wording & { refused: boolean } => ({ title, who: null, detail, articles, refused });
  const { data } = row;
  switch (row.source) {
    case 'journal':
      return { ...wordEntry({ seq: row.seq ?? 0, kind: row.kind, at: row.courtAt ?? '', caseId: '', data } as unknown as JournalEntry, names), refused: row.kind === 'task-refused' || row.kind === 'signal-refused' };
    case 'commands': {
      const refused = data['status'] !== 200 && data['state'] === 'answered';
      const state = data['state'] === 'pending' ? { zh: '等待答复', en: 'pending' } : refused ? { zh: '被拒绝', en: 'refused' } : { zh: '已办理', en: 'carried out' };
      return said({ zh: `命令：${state.zh}`, en: `Command: ${state.en}` }, data, (data['articles'] as string[] | null) ?? [], refused);
    }
    case 'refusals': {
      const attempt = wordRefusedAttempt({ operation: String(data['operation']), code: String(data['code']), subject: data['subject'] as string | null, detail: data['detail'] });
      return said(attempt.title, attempt.detail, attempt.articles, true);
    }
    case 'claims': {
      const { zh, en } = taskCatalogue[data['kind'] as TaskKindName].title;
      return said({ zh: `领取任务：${zh}`, en: `Claimed: ${en}` }, data);
    }
    case 'messages': {
      const to = names.participant(String(data['participantId'] ?? ''));
      if (row.kind === 'message') return said(wordMessage(to, data['state'] as 'done'), data, ['G4']);
      const delivered = data['state'] === 'delivered';
      return said({ zh: `短信回执（${to}）：${delivered ? '已送达手机' : '未能送达'}`, en: `SMS receipt (${to}): ${delivered ? 'delivered' : 'not delivered'}` }, data, ['G4']);
    }
    case 'media':
      return said(wordMediaEvent(row.kind), data);
    case 'looks': {
      const why = wordAllowedAs(data['why'] as string | null);
      const what = wordViewing(String(data['what']), data['how'] as 'view' | 'download');
      return said(why ? { zh: `${what.zh}（${why.zh}）`, en: `${what.en} (${why.en})` } : what, data, ['G10']);
    }
    case 'workflow':
      return said(wordEvent(row.kind), { workflowId: row.stream, ...data });
  }
}

function fits(row: SourceRow, entry: HistoryRow, filter: HistoryFilter, { people }: Reading): boolean {
  if (people && !(row.personId !== null && people.has(row.personId)) && !entry.ids.some(({ id }) => people.has(id))) return false;
  if (filter.article !== undefined && !entry.articles.includes(filter.article)) return false;
  if (filter.kind !== undefined && row.kind !== filter.kind) return false;
  if (filter.refused && !entry.refused) return false;
  if (filter.about !== undefined) return entry.ids.some(({ id }) => id === filter.about) || row.stream?.includes(filter.about) === true || row.data['key'] === filter.about || row.hearingId === filter.about;
  // The machine's own steps between two that mean something: only who asks for the machine alone sees them.
  return row.source !== 'workflow' || filter.sources.length === 1 || !isMachinery(row.kind);
}

/** Ids that join entries, each with the name of the member that bears it. */
function namedIds(data: Record<string, unknown>): { id: string; name: string }[] {
  const found = new Map<string, string>();
  const look = (value: unknown, name: string): void => {
    if (typeof value === 'string') for (const id of value.match(uuid) ?? []) { if (!found.has(id)) found.set(id, name); }
    else if (Array.isArray(value)) value.slice(0, 50).forEach((item) => look(item, name));
    else if (typeof value === 'object' && value !== null) for (const [key, member] of Object.entries(value)) look(member, key);
  };
  look(data, '');
  return [...found].slice(0, 40).map(([id, name]) => ({ id, name }));
}

function fileIds(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /fileId$/i.test(name) && value.match(uuid)?.[0] === value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => fileIds(item, name === 'materials' ? 'fileId' : name));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, member]) => fileIds(member, key)) : [];
}

async function nameFiles(sql: Sql, entries: HistoryRow[]): Promise<void> {
  const ids = [...new Set(entries.flatMap(({ files }) => files.map(({ fileId }) => fileId)))];
  const rows = ids.length === 0 ? [] : await sql<{ id: string; name: string }[]>`select id, name from files where id in ${sql(ids)}`;
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  for (const entry of entries) entry.files = [...new Map(entry.files.flatMap(({ fileId }) => { const name = names.get(fileId); return name === undefined ? [] : [[fileId, { fileId, name }] as const]; })).values()];
}

const participantsOf = (sql: Sql, caseId: string) => sql<{ id: string; personId: string }[]>`select id, person_id as "personId" from participants where case_id = ${caseId}`;
const recordingsOf = async (sql: Sql, caseId: string): Promise<RecordingSpan[]> => {
  const rows = await sql<{ hearing_id: string; from: string; duration_ms: number }[]>`select hearing_id, timeline ->> 'from' as from, duration_ms from recordings where case_id = ${caseId}`;
  return rows.map((row) => ({ hearingId: row.hearing_id, fromMs: Date.parse(row.from), toMs: Date.parse(row.from) + row.duration_ms }));
};

/** What the history can be filtered by, and how much there is of each source. */
export async function historyOverview(sql: Sql, caseId: string, events: readonly HistoryEvent[]) {
  const [[counts], people, kinds, articles] = await Promise.all([
    sql<Record<Exclude<HistorySourceName, 'workflow'>, number>[]>`
      select (select count(*)::int from journal where case_id = ${caseId}) as journal,
        (select count(*)::int from commands where workflow_id in (select stream from journal_heads where case_id = ${caseId} union select ${`case-${caseId}`})) as commands,
        (select count(*)::int from refused_attempts where case_id = ${caseId}) as refusals,
        (select count(*)::int from tasks where case_id = ${caseId} and claimed_by is not null) as claims,
        (select count(*)::int from effects where case_id = ${caseId} and kind = 'sms') as messages,
        (select count(*)::int from media_events where hearing_id in (select id::text from hearings where case_id = ${caseId})) as media,
        (select count(*)::int from viewings where case_id = ${caseId}) as looks`,
    sql<{ personId: string; name: string }[]>`
      select p.id as "personId", p.name from persons p where p.id in (
        select person_id from participants where case_id = ${caseId} union select filed_by from cases where id = ${caseId}
        union select unnest(array[presiding_judge, clerk, technician] || panel) from cases where id = ${caseId} union select person_id from viewings where case_id = ${caseId}
        union select person_id from refused_attempts where case_id = ${caseId} union select completed_by from tasks where case_id = ${caseId}) order by p.name`,
    sql<{ kind: string }[]>`select distinct kind from journal where case_id = ${caseId} order by kind`,
    sql<{ article: string }[]>`
      select distinct a as article from journal j, jsonb_array_elements_text(case jsonb_typeof(coalesce(j.data -> 'articles', j.data -> 'task' -> 'articles')) when 'array' then coalesce(j.data -> 'articles', j.data -> 'task' -> 'articles') else '[]' end) a
      where j.case_id = ${caseId} order by 1`,
  ]);
  return {
    counts: { ...counts, workflow: events.length }, people: [...people], kinds: kinds.map(({ kind }) => kind),
    articles: [...new Set([...articles.map(({ article }) => article), 'G3', 'G4', 'G8', 'G9', 'G10'])].sort(),
  };
}
