/** Recordings of a case: what the court's page shows, what a participant may ask for, what a workflow must be told. */
import type { Sql } from '#db/connect.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';
import { causeArticles, causeWords, type LedgerCause } from '#domain/hearing/continuity.ts';
import { phaseWords } from '#domain/hearing/phase-words.ts';
import { wordViewing } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';
import { mayApply, type ApplicationFacts, type RecordingAccess } from '#domain/recordings/access.ts';
import { isRefusal } from '#domain/law/ruled.ts';

export interface RecordingFound { recordingId: string; mediaHost: string; durationMs: number; judge: string }

/** Null while there is none. */
export async function recordingOf(sql: Sql, hearingId: string): Promise<RecordingFound | null> {
  const [row] = await sql<RecordingFound[]>`
    select r.id as "recordingId", room.media_host as "mediaHost", r.duration_ms as "durationMs", c.presiding_judge as judge
    from recordings r join rooms room on room.hearing_id = r.hearing_id join cases c on c.id = r.case_id where r.hearing_id = ${hearingId}`;
  return row ? { ...row } : null;
}

/** Null for whom takes no part in the case. */
export async function applicationFacts(sql: Sql, of: { caseId: string; hearingId: string; personId: string; how: RecordingAccess }): Promise<{ participantId: string; facts: ApplicationFacts } | null> {
  const [row] = await sql<{ id: string; role: ParticipantRole; recorded: boolean; under_way: boolean }[]>`
    select x.id, x.role, exists (select from recordings r where r.hearing_id = ${of.hearingId}) as recorded,
      exists (select from recordings_requests q where q.hearing_id = ${of.hearingId} and q.person_id = ${of.personId} and q.how = ${of.how} and q.state in ('asked', 'preparing', 'ready')) as under_way
    from participants x where x.case_id = ${of.caseId} and x.person_id = ${of.personId} order by x.id limit 1`;
  return row ? { participantId: row.id, facts: { role: row.role, recorded: row.recorded, underWay: row.under_way } } : null;
}

interface RequestRow {
  id: string; hearing_id: string; how: RecordingAccess; reason: string; state: 'asked' | 'preparing' | 'ready' | 'refused' | 'expired' | 'not-made'; requested_at: Date;
  decided_at: Date | null; decision_reason: string | null; days: number | null; file_id: string | null; until: Date | null;
}

const requestFrom = (row: RequestRow) => ({
  requestId: row.id, hearingId: row.hearing_id, how: row.how, reason: row.reason, state: row.state, requestedAt: row.requested_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null, decisionReason: row.decision_reason, days: row.days, until: row.until?.toISOString() ?? null,
});

export async function ownRecordings(sql: Sql, caseId: string, personId: string) {
  const [[head], hearings, requests] = await Promise.all([
    sql<{ case_number: string | null; cause_of_action: string | null; role: ParticipantRole | null }[]>`
      select c.case_number, f.cause_of_action, (select x.role from participants x where x.case_id = c.id and x.person_id = ${personId} order by x.id limit 1) as role
      from cases c left join filings f on f.case_id = c.id where c.id = ${caseId}`,
    sql<{ id: string; session_number: number; kind: string; starts_at: Date; recorded: boolean }[]>`
      select h.id, h.session_number, h.kind, h.starts_at, exists (select from recordings r where r.hearing_id = h.id) as recorded
      from hearings h where h.case_id = ${caseId} and h.state in ('ended', 'adjourned', 'withdrawn') order by h.session_number desc`,
    sql<RequestRow[]>`select * from recordings_requests where case_id = ${caseId} and person_id = ${personId} order by requested_at desc, id`,
  ]);
  const role = head?.role ?? null;
  return {
    caseNumber: head?.case_number ?? null, causeOfAction: head?.cause_of_action ?? '',
    hearings: hearings.map((row) => ({ hearingId: row.id, sessionNumber: row.session_number, kind: row.kind, startsAt: row.starts_at.toISOString(), recorded: row.recorded })),
    requests: requests.map((row) => ({ ...requestFrom(row), fileId: row.state === 'ready' ? row.file_id : null })),
    mayApply: role !== null && !isRefusal(mayApply('view', { role, recorded: true, underWay: false })),
  };
}

interface LedgerKept { span: { from: number; to: number }; gaps: { personId: string; kind: 'audio' | 'video'; from: number; to: number; cause: LedgerCause }[] }
interface TimeLineKept { from: string; to: string; pauses?: { cause: string; from: string; to: string }[] }

/** Everything of the page but what the person may do there. */
export async function recordingPage(sql: Sql, hearingId: string) {
  const [[head], phases, extracts, requests, viewings] = await Promise.all([
    sql<{ case_id: string; case_number: string | null; cause_of_action: string | null; session_number: number; kind: string; state: string; file_id: string | null; sha256: string; bytes: number; duration_ms: number; timeline: TimeLineKept; ledger: LedgerKept }[]>`
      select h.case_id, c.case_number, f.cause_of_action, h.session_number, h.kind, h.state, r.file_id, r.sha256, file.bytes::float8 as bytes, r.duration_ms, r.timeline, r.ledger
      from hearings h join cases c on c.id = h.case_id left join filings f on f.case_id = c.id
        left join recordings r on r.hearing_id = h.id left join files file on file.id = r.file_id where h.id = ${hearingId}`,
    sql<{ at: string; to: string; articles: string[]; name: string | null }[]>`
      select j.at, j.data ->> 'to' as to, j.data -> 'articles' as articles, p.name from journal j left join persons p on p.id::text = j.data ->> 'by'
      where j.stream = ${`hearing-${hearingId}`} and j.kind = 'hearing-phase' order by j.seq`,
    sql<{ extract_id: string; file_id: string | null; sha256: string | null; from_ms: number; to_ms: number; why: string; name: string | null; at: string; failed: boolean; supplement: string | null }[]>`
      select a.data ->> 'extractId' as extract_id, m.data ->> 'fileId' as file_id, m.data ->> 'sha256' as sha256, (a.data ->> 'fromMs')::int as from_ms, (a.data ->> 'toMs')::int as to_ms,
        a.data ->> 'why' as why, p.name, a.at, exists (select from journal x where x.stream = a.stream and x.kind = 'decision' and x.data ->> 'what' = 'recording-extract-not-made') as failed,
        (select s.data ->> 'tagManifestSha256' from journal s where s.stream = a.stream and s.kind = 'archive-supplemented') as supplement
      from journal a left join journal m on m.stream = a.stream and m.kind = 'recording-extracted' left join persons p on p.id::text = a.data ->> 'by'
      where a.kind = 'recording-extract-asked' and a.data ->> 'hearingId' = ${hearingId} and a.case_id = (select case_id from hearings where id = ${hearingId}) order by a.at`,
    sql<(RequestRow & { name: string; task_id: string | null })[]>`
      select q.*, p.name, (select t.id from tasks t where t.stream = 'recordings-request-' || q.id::text and t.kind = 'decide-recordings-request' and t.state = 'open' limit 1) as task_id
      from recordings_requests q join persons p on p.id = q.person_id where q.hearing_id = ${hearingId} order by q.requested_at desc`,
    sql<{ name: string | null; what: string; how: 'view' | 'download'; at: Date; until: Date | null }[]>`
      select p.name, v.what, v.how, v.at, v.until from viewings v left join persons p on p.id = v.person_id
      where v.file_id in (
        select r.file_id from recordings r where r.hearing_id = ${hearingId}
        union select q.file_id from recordings_requests q where q.hearing_id = ${hearingId}
        union select (j.data ->> 'fileId')::uuid from journal j where j.kind = 'recording-extracted' and j.data ->> 'hearingId' = ${hearingId})
      order by v.at desc limit 200`,
  ]);
  if (!head) return null;
  return {
    hearingId, caseId: head.case_id, caseNumber: head.case_number, causeOfAction: head.cause_of_action ?? '', sessionNumber: head.session_number, kind: head.kind, state: head.state,
    recording: head.file_id === null ? null : { fileId: head.file_id, sha256: head.sha256, bytes: head.bytes, durationMs: head.duration_ms, from: head.timeline.from, to: head.timeline.to },
    marks: head.file_id === null ? [] : await marksOf(sql, head.timeline, head.ledger, head.duration_ms, phases),
    extracts: extracts.map((row) => ({ extractId: row.extract_id, fileId: row.file_id, sha256: row.sha256, fromMs: row.from_ms, toMs: row.to_ms, why: row.why, by: row.name ?? '', at: row.at, failed: row.failed, supplement: row.supplement })),
    requests: requests.map((row) => ({ ...requestFrom(row), name: row.name, taskId: row.task_id })),
    viewings: viewings.map((row) => ({ name: row.name ?? '', what: wordViewing(row.what, row.how), at: row.at.toISOString(), until: row.until?.toISOString() ?? null })),
  };
}

interface Mark { kind: 'phase' | 'pause' | 'gap'; fromMs: number; toMs: number | null; title: Words; who: string | null; articles: string[] }

/** Phases bear the court's time, the recording real time: the opening is the moment that both know. */
async function marksOf(sql: Sql, timeLine: TimeLineKept, ledger: LedgerKept, durationMs: number, phases: readonly { at: string; to: string; articles: string[]; name: string | null }[]): Promise<Mark[]> {
  const opening = phases.find((phase) => phase.to === 'opening');
  const within = (ms: number): number => Math.min(durationMs, Math.max(0, Math.round(ms)));
  const people = [...new Set(ledger.gaps.map((gap) => gap.personId))];
  const names = new Map(people.length === 0 ? [] : (await sql<{ id: string; name: string }[]>`select id, name from persons where id in ${sql(people)}`).map((row) => [row.id, row.name]));
  const pauses = (timeLine.pauses ?? []).filter((pause) => pause.to !== '');
  const begun = Date.parse(timeLine.from);
  const inPause = ({ from, to }: { from: number; to: number }) => pauses.some((pause) => from >= Date.parse(pause.from) - 10_000 && to <= Date.parse(pause.to) + 10_000);
  const marks: Mark[] = [
    ...phases.filter((phase) => opening !== undefined && Date.parse(phase.at) >= Date.parse(opening.at)).map((phase): Mark => ({
      kind: 'phase', fromMs: within(Date.parse(phase.at) - Date.parse(opening?.at ?? phase.at)), toMs: null,
      title: (phaseWords as Record<string, { title: Words } | undefined>)[phase.to]?.title ?? { zh: phase.to, en: phase.to }, who: phase.name, articles: phase.articles,
    })),
    ...pauses.map((pause): Mark => ({
      kind: 'pause', fromMs: within(Date.parse(pause.from) - begun), toMs: within(Date.parse(pause.to) - begun),
      title: causeWords[pause.cause as LedgerCause] ?? { zh: pause.cause, en: pause.cause }, who: null, articles: [...(causeArticles[pause.cause as LedgerCause] ?? [])],
    })),
    // A pause stops everybody's tracks: told once. Of a person, what picture and sound lack together is told once too.
    ...ledger.gaps.filter((gap) => !inPause(gap) && gap.to - gap.from >= 1_000)
      .filter((gap, at, all) => all.findIndex((other) => other.personId === gap.personId && other.cause === gap.cause && Math.abs(other.from - gap.from) < 5_000) === at)
      .map((gap): Mark => ({
        kind: 'gap', fromMs: within(gap.from - ledger.span.from), toMs: within(gap.to - ledger.span.from), title: causeWords[gap.cause], who: names.get(gap.personId) ?? null, articles: [...causeArticles[gap.cause]],
      })),
  ];
  return marks.sort((a, b) => a.fromMs - b.fromMs);
}
