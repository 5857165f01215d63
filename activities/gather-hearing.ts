/** One hearing as the archive keeps it: transcripts with signatures, recordings, raw media events. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { ArchivedHearing, ArchivedRecording, ArchivedSignature, ArchivedTranscript } from '#activities/archive/archive-input.ts';
import { benchWords, caseKindOf, participantsOf } from '#activities/case-words.ts';
import { source, type FileRow, type Gathering } from '#activities/archive/gathering.ts';
import { parseTranscript } from '#domain/transcript/version.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import type { SessionKind } from '#domain/case/types.ts';

interface HearingRow {
  session_number: number; kind: SessionKind; starts_at: Date; opened_at: Date | null; closed_at: Date | null; courtroom: string;
}

export async function gatherHearing(gathering: Gathering, hearingId: string): Promise<ArchivedHearing> {
  const { sql } = gathering.ports;
  const [row] = await sql<HearingRow[]>`
    select h.session_number, h.kind, h.starts_at, h.opened_at, h.closed_at, coalesce(r.name, h.courtroom_id) as courtroom
    from hearings h left join courtrooms r on r.id = h.courtroom_id where h.id = ${hearingId}`;
  if (!row) throw new Error(`No hearing ${hearingId}`);
  const people = await participantsOf(sql, gathering.caseId);
  return {
    hearingId, sessionNumber: row.session_number,
    heading: {
      title: `${sessionWords[row.kind].zh}笔录`, open: true, startedAt: (row.opened_at ?? row.starts_at).toISOString(),
      endedAt: (row.closed_at ?? row.opened_at ?? row.starts_at).toISOString(), place: row.courtroom,
      bench: await benchWords(sql, gathering.caseId),
      present: people.map(({ name, role }) => ({ name, role })),
    },
    transcripts: await transcripts(gathering, hearingId),
    recordings: await recordings(gathering, hearingId, (row.opened_at ?? row.starts_at).toISOString()),
    mediaEvents: await sql<{ event: unknown; raw: unknown }[]>`select event, raw from media_events where hearing_id = ${hearingId} order by at, "order"`,
  };
}

async function transcripts(gathering: Gathering, hearingId: string): Promise<ArchivedTranscript[]> {
  const rows = await gathering.ports.sql<{ version: number; sha256: string; canonical: string; frozen_at: Date; voided_at: Date | null }[]>`
    select version, sha256, canonical, frozen_at, voided_at from transcript_versions where hearing_id = ${hearingId} order by version`;
  return Promise.all(rows.map(async (row): Promise<ArchivedTranscript> => ({
    version: row.version, sha256: row.sha256, canonical: row.canonical, frozenAt: row.frozen_at.toISOString(), voidedAt: row.voided_at?.toISOString() ?? null,
    lines: parseTranscript(row.canonical).lines.map(({ speaker, spokenAt, text }) => ({ speaker, at: spokenAt, text })),
    signatures: await signatures(gathering, hearingId, row.version, row.sha256),
  })));
}

interface SignatureRow { person_id: string; as: string; name: string; signature_file_id: string | null; file_sha256: string | null; verified_by: string; refused: string | null; signed_at: Date }

async function signatures({ ports, caseId }: Gathering, hearingId: string, version: number, sha256: string): Promise<ArchivedSignature[]> {
  const rows = await ports.sql<SignatureRow[]>`
    select s.person_id, s."as", p.name, s.signature_file_id, f.sha256 as file_sha256, s.verified_by, s.refused, s.signed_at
    from signatures s join persons p on p.id = s.person_id left join files f on f.id = s.signature_file_id
    where s.hearing_id = ${hearingId} and s.version = ${version} order by s.signed_at`;
  const kind = await caseKindOf(ports.sql, caseId);
  return Promise.all(rows.map(async (row): Promise<ArchivedSignature> => {
    const drawn = row.file_sha256 === null ? null : await buffer(await ports.storage.open(row.file_sha256));
    const common = { caseId, hearingId, transcriptVersion: version, transcriptHash: sha256, personId: row.person_id, name: row.name, role: row.as, at: row.signed_at.toISOString() };
    return {
      drawn,
      roleTitle: roleInCase(row.as, kind).zh,
      verifiedByTitle: verification[row.verified_by] ?? row.verified_by,
      record: row.refused === null && drawn
        ? { ...common, decision: 'signed', verifiedBy: row.verified_by, drawnSignatureSha256: createHash('sha256').update(drawn).digest('hex') }
        : { ...common, decision: 'refused', verifiedBy: row.verified_by || 'clerk', reason: row.refused ?? '未留存签名' },
    };
  }));
}

const verification: Record<string, string> = { phoneCode: '手机验证码', password: '工作人员密码', clerk: '书记员记明' };

async function recordings(gathering: Gathering, hearingId: string, openedAt: string): Promise<ArchivedRecording[]> {
  const rows = await gathering.ports.sql<(FileRow & { recording_id: string; timeline: unknown; ledger: unknown })[]>`
    select f.*, r.id as recording_id, r.timeline, r.ledger from recordings r join files f on f.id = r.file_id where r.hearing_id = ${hearingId} order by f.created_at`;
  return Promise.all(rows.map(async (row): Promise<ArchivedRecording> => ({
    recordingId: row.recording_id, source: await source(gathering, row), startedAt: openedAt, timeLine: row.timeline, ledger: row.ledger,
  })));
}
