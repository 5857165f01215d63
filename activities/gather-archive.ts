/**
 * Everything of a case, from PostgreSQL, the storage and Temporal, as the archive asks for it (N1, G9, G10). Reads
 * only, but for copies of stored files in a temporary folder, which the caller removes.
 */
import type { ArchivedDocument, ArchivedHearing, ArchiveInput, ChainedEntry } from '#activities/archive/archive-input.ts';
import type { SealArchive } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { source, type FileRow, type Gathering } from '#activities/archive/gathering.ts';
import { exportHistories } from '#activities/archive/histories.ts';
import { writtenRecords } from '#activities/archive/written-records.ts';
import { caseKindOf, caseWords, nameOf } from '#activities/case-words.ts';
import { gatherHearing } from '#activities/gather-hearing.ts';
import type { EvidenceItem } from '#domain/evidence/item.ts';
import { partyWords } from '#domain/filing/party-words.ts';
import { lateDecisionWords } from '#domain/evidence/lateness.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';

export async function gatherArchive(ports: CourtPorts, input: SealArchive, folder: string): Promise<ArchiveInput> {
  const gathering: Gathering = { ports, caseId: input.caseId, folder };
  const { sql } = ports;
  const words = await caseWords(sql, input.caseId);
  const [row] = await sql<{ clerk: string }[]>`select clerk from allotments where case_id = ${input.caseId}`;
  const histories = await exportHistories(ports.temporal, input.streams);
  return {
    archiveId: input.archiveId, caseId: input.caseId, ...words, clerk: await nameOf(sql, row?.clerk ?? ''),
    registrationNumber: input.registrationNumber, archivedAt: input.at,
    documents: [...(await filingMaterials(gathering)), ...(await acceptances(gathering)), ...(await notices(gathering)), ...(await statements(gathering)), ...(await rulings(gathering)), ...(await evidence(gathering)), ...(await sessionDocuments(gathering)), ...(await extracts(gathering)), ...(await livestreamForms(gathering)), ...(await writtenRecords(sql, input.caseId, words))],
    hearings: await hearings(gathering),
    journals: await journals(gathering),
    histories: histories.map(({ workflowId, runId, json }) => ({ workflowId, runId, source: { bytes: Buffer.from(json) } })),
  };
}

async function filingMaterials(gathering: Gathering): Promise<ArchivedDocument[]> {
  const { sql } = gathering.ports;
  const files = await sql<FileRow[]>`
    select f.* from journal j cross join lateral jsonb_array_elements_text(
      case j.kind when 'case-filed' then j.data #> '{filing,materials}' else coalesce(j.data #> '{outcome,materials}', '[]') end) m
    join files f on f.id = m::uuid
    where j.case_id = ${gathering.caseId} and (j.kind = 'case-filed' or (j.kind = 'task-completed' and j.data ->> 'kind' = 'correct-filing')) order by j.seq`;
  return Promise.all(files.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'filing', title: file.name, date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file), seal: 'none',
  })));
}

async function acceptances(gathering: Gathering): Promise<ArchivedDocument[]> {
  const files = await gathering.ports.sql<(FileRow & { person_id: string })[]>`
    select f.*, p.person_id from journal j join files f on f.id = (j.data ->> 'documentFileId')::uuid
    join participants p on p.id = (j.data ->> 'participantId')::uuid
    where j.case_id = ${gathering.caseId} and j.kind = 'acceptance-issued' order by j.seq`;
  return Promise.all(files.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'filing', title: file.name.replace(/\.pdf$/, ''), date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file),
    seal: 'carries', personId: file.person_id,
  })));
}

async function notices(gathering: Gathering): Promise<ArchivedDocument[]> {
  const { sql } = gathering.ports;
  const rows = await sql<(FileRow & { hearing_id: string; person_id: string })[]>`
    select f.*, n.hearing_id, p.person_id from notices n join files f on f.id = n.document_file_id join participants p on p.id = n.participant_id
    where n.case_id = ${gathering.caseId} order by n.issued_at, p.role`;
  return Promise.all(rows.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'notice', title: file.name.replace(/\.pdf$/, ''), date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file),
    seal: 'carries', hearingId: file.hearing_id, personId: file.person_id,
  })));
}

/** What was handed in with something that happened to the case. */
async function statements(gathering: Gathering): Promise<ArchivedDocument[]> {
  const files = await gathering.ports.sql<FileRow[]>`
    select f.* from journal j cross join lateral jsonb_array_elements_text(coalesce(j.data #> '{happening,documents}', '[]')) d
    join files f on f.id = d::uuid where j.case_id = ${gathering.caseId} and j.kind = 'happened' order by j.seq`;
  return Promise.all(files.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'filing', title: file.name, date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file), seal: 'none',
  })));
}

/** CPL-157, CPL-100: what the court ruled on what happened to the case. */
async function rulings(gathering: Gathering): Promise<ArchivedDocument[]> {
  const files = await gathering.ports.sql<FileRow[]>`
    select f.* from journal j join files f on f.id = (j.data ->> 'documentFileId')::uuid
    where j.case_id = ${gathering.caseId} and j.kind = 'ruling-issued' order by j.seq`;
  return Promise.all(files.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'ruling', title: file.name.replace(/\.pdf$/, ''), date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file), seal: 'carries',
  })));
}

/** Every version of every item (G8), those taken back or not admitted included: the file says which they are. */
async function evidence(gathering: Gathering): Promise<ArchivedDocument[]> {
  const { sql } = gathering.ports;
  const rows = await sql<(FileRow & { title: string; at: Date; person_id: string; role: ParticipantRole; record: EvidenceItem | null; version: number | null })[]>`
    select f.*, v.title, v.at, v.version, p.person_id, p.role, e.record
    from evidence e join participants p on p.id = e.submitted_by
      cross join lateral (
        select e.file_id, e.title, coalesce((e.record->>'at')::timestamptz, e.submitted_at) as at, null::int as version
        union all
        select (old->>'fileId')::uuid, old->>'title', (old->>'at')::timestamptz, (old->>'version')::int from jsonb_array_elements(coalesce(e.record->'formerVersions', '[]')) old
      ) v
      join files f on f.id = v.file_id
    where e.case_id = ${gathering.caseId} order by e.submitted_at, (e.record->>'number')::int nulls first, e.id, v.version nulls last`;
  const kind = await caseKindOf(gathering.ports.sql, gathering.caseId);
  return Promise.all(rows.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'evidence', title: `${partyWords(file.role, kind).zh}证据${file.record?.number ?? ''}：${file.title}${standingOf(file.record, file.version)}`, date: file.at.toISOString(), originalName: file.name,
    source: await source(gathering, file), seal: 'none', personId: file.person_id,
  })));
}

/** What came of the sessions, and who was served with it when (CPL-87). */
async function sessionDocuments(gathering: Gathering): Promise<ArchivedDocument[]> {
  const rows = await gathering.ports.sql<(FileRow & { hearing_id: string; kind: 'session-document' | 'service-receipt'; carries: boolean })[]>`
    select f.*, j.data ->> 'hearingId' as hearing_id, case j.kind when 'session-document' then 'session-document' else 'service-receipt' end as kind,
      j.data ->> 'document' is distinct from 'servedDocument' as carries
    from journal j join files f on f.id = (case j.kind when 'session-document' then j.data ->> 'fileId' else j.data ->> 'receiptFileId' end)::uuid
    where j.case_id = ${gathering.caseId} and j.kind in ('session-document', 'document-served') order by j.seq`;
  return Promise.all(rows.map(async (file): Promise<ArchivedDocument> => ({
    kind: file.kind, title: file.name.replace(/\.[a-z0-9]+$/i, ''), date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file),
    seal: file.carries ? 'carries' : 'none', hearingId: file.hearing_id,
  })));
}

/** G6 (3): what the judge took out of a recording as evidence of a breach. */
async function extracts(gathering: Gathering): Promise<ArchivedDocument[]> {
  const rows = await gathering.ports.sql<(FileRow & { hearing_id: string })[]>`
    select f.*, j.data ->> 'hearingId' as hearing_id from journal j join files f on f.id = (j.data ->> 'fileId')::uuid
    where j.case_id = ${gathering.caseId} and j.kind = 'recording-extracted' order by j.recorded_at`;
  return Promise.all(rows.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'recording-extract', title: file.name.replace(/\.mp4$/, ''), date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file),
    seal: 'none', hearingId: file.hearing_id,
  })));
}

/** Every version, of livestreams refused, ended or undecided too (N2, N-form: 装订入副卷备查). */
async function livestreamForms(gathering: Gathering): Promise<ArchivedDocument[]> {
  const rows = await gathering.ports.sql<(FileRow & { hearing_id: string })[]>`
    select f.*, j.data ->> 'hearingId' as hearing_id from journal j join files f on f.id = (j.data ->> 'fileId')::uuid
    where j.case_id = ${gathering.caseId} and j.kind = 'livestream-form-kept' order by j.stream, j.seq`;
  return Promise.all(rows.map(async (file): Promise<ArchivedDocument> => ({
    kind: 'livestream-approval', title: file.name.replace(/\.pdf$/, ''), date: file.created_at.toISOString(), originalName: file.name, source: await source(gathering, file),
    seal: 'carries', hearingId: file.hearing_id,
  })));
}

/** What the catalogue adds to an item's title. */
function standingOf(item: EvidenceItem | null, formerVersion: number | null): string {
  if (formerVersion !== null) return `（第${formerVersion}版，已替换）`;
  if (item?.withdrawn) return '（已撤回）';
  const decision = item?.late?.decision?.decision;
  if (item?.late) return decision === undefined ? '（逾期，未决定）' : `（逾期，${lateDecisionWords[decision].zh}）`;
  return '';
}

async function hearings(gathering: Gathering): Promise<ArchivedHearing[]> {
  const rows = await gathering.ports.sql<{ id: string }[]>`
    select id from hearings where case_id = ${gathering.caseId} and state not in ('cancelled', 'moved') order by session_number`;
  const gathered: ArchivedHearing[] = [];
  for (const row of rows) gathered.push(await gatherHearing(gathering, row.id));
  return gathered;
}

async function journals({ ports, caseId }: Gathering): Promise<ArchiveInput['journals']> {
  const rows = await ports.sql<ChainedEntry[]>`
    select stream, seq, kind, at, data, hash from journal where case_id = ${caseId} order by stream, seq`;
  const streams = [...new Set(rows.map((row) => row.stream))];
  return streams.map((stream) => ({
    stream,
    entries: rows.filter((row) => row.stream === stream).map(({ seq, kind, at, data, hash }) => ({ stream, seq, kind, at, data, hash })),
  }));
}
