import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArchiveInput, ArchivedHearing, ChainedEntry } from '#activities/archive/archive-input.ts';
import { samplePng } from '#adapters/pdf/testing/sample-documents.ts';
import { FIRST_PREVIOUS_HASH, type JournalEntry, canonicalJson, chainText } from '#domain/journal/canonical.ts';
import type { TimeLine } from '#domain/archive/recording-records.ts';
import { continuityLedger } from '#domain/hearing/continuity.ts';
import { canonicalTranscript } from '#domain/transcript/version.ts';

/** A small case with everything that an archive can hold: two versions of a transcript, signatures and a refusal, a recording with a gap. */

export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

const hearingId = '5b0c3a52-5f0e-4f2b-9d5c-0d8f4a1f7e11';
const at = (time: string): string => `2026-03-09T${time}.000Z`;

/** Writes the case's files into the folder. */
export async function sampleCase(folder: string, archiveId = 'archive-1'): Promise<ArchiveInput> {
  await mkdir(folder, { recursive: true });
  const file = async (name: string, bytes: Uint8Array) => {
    await writeFile(path.join(folder, name), bytes);
    return { path: path.join(folder, name), sha256: hashOf(bytes) };
  };
  const theCase = { court: '演示市中级人民法院', caseNumber: '（2026）演01民初17号', causeOfAction: '买卖合同纠纷', parties: '原告张𠮷与被告李㛃' };
  const hearing = await sampleHearing(await file('recording.mp4', randomBytes(300_000)));
  const frozen = hearing.transcripts.map(({ version, sha256 }) => ({ kind: 'transcript-frozen', data: { hearingId, version, sha256 } }));
  const signed = hearing.transcripts.flatMap(({ signatures }) => signatures.map(({ record }) => (record.decision === 'signed'
    ? { kind: 'transcript-signed', data: { hearingId, version: record.transcriptVersion, sha256: record.transcriptHash, by: record.personId, as: record.role, signatureFileId: 'f', verifiedBy: record.verifiedBy } }
    : { kind: 'signature-refused', data: { hearingId, version: record.transcriptVersion, by: record.personId, why: record.reason } })));
  const [recording] = hearing.recordings;
  return {
    archiveId, caseId: 'c-1', ...theCase, clerk: '钱记', registrationNumber: '备2026-17', archivedAt: '2026-03-20T02:00:00.000Z',
    documents: [
      { kind: 'filing', title: '民事起诉状', date: '2026-02-10T02:00:00.000Z', originalName: '起诉状.PDF', source: await file('complaint.pdf', Buffer.from('%PDF-1.4 of the party')), seal: 'none' },
      {
        kind: 'notice', title: '开庭通知书', date: '2026-03-02T02:00:00.000Z', originalName: '通知.pdf', seal: 'add', hearingId,
        source: {
          render: {
            template: 'hearing-notice',
            data: {
              ...theCase, addressee: { name: '李㛃', role: '被告' }, sessionNumber: 1, sessionKind: '开庭', open: true, startsAt: at('01:00:00'), courtroom: '第三数字法庭',
              meetingNumber: '482913556', joinAddress: 'https://court.example/join', bench: [{ name: '王审', role: '审判员' }], contact: '0391-0000000', noticedAt: '2026-03-02T02:00:00.000Z',
            },
          },
        },
      },
      { kind: 'evidence', title: '原告证据：借条', date: '2026-03-05T02:00:00.000Z', originalName: '借条.照片.jpg', source: await file('iou.jpg', randomBytes(5_000)), seal: 'none' },
    ],
    hearings: [hearing],
    journals: [
      { stream: 'case-c-1', entries: chained('case-c-1', [{ kind: 'clock-moved', data: { offsetMs: 259_200_000, by: 'p-clerk' } }, { kind: 'case-filed', data: { filing: {} } }, ...frozen, ...signed]) },
      {
        stream: `hearing-${hearingId}`,
        entries: chained(`hearing-${hearingId}`, [
          { kind: 'hearing-phase', at: at('01:00:00'), data: { hearingId, from: 'discipline', to: 'opening', move: 'open', by: 'p-judge', articles: ['G6'] } },
          { kind: 'hearing-phase', at: at('01:40:00'), data: { hearingId, from: 'evidence', to: 'recess', move: 'recess', by: 'p-judge', articles: ['G7'] } },
          { kind: 'hearing-phase', at: at('01:50:00'), data: { hearingId, from: 'recess', to: 'evidence', move: 'end-recess', by: 'p-judge', articles: ['G7'] } },
          { kind: 'hearing-phase', at: at('02:00:00'), data: { hearingId, from: 'finalStatements', to: 'closed', move: 'close', by: 'p-judge', articles: ['G7'] } },
          { kind: 'recording-composed', data: { hearingId, recordingId: recording?.recordingId, fileId: 'f', sha256: recording?.source.sha256, durationMs: 3_600_000, gaps: 1, unexplained: 0 } },
        ]),
      },
    ],
    histories: [{ workflowId: 'case-c-1', runId: 'run-1', source: { bytes: Buffer.from('{"events":[]}') } }],
  };
}

async function sampleHearing(source: { path: string; sha256: string }): Promise<ArchivedHearing> {
  const drawn = Buffer.from(samplePng, 'base64');
  const versions = [1, 2].map((version) => {
    const lines = [{ lineId: 'l-1', speaker: '审判员', spokenAt: at('01:00:10'), text: '现在开庭。' }, { lineId: 'l-2', speaker: '原告张𠮷', spokenAt: at('01:01:00'), text: `请求判令被告还款。（第${version}版）` }];
    const canonical = canonicalTranscript({ hearingId, version, lines });
    return { version, lines, canonical, sha256: hashOf(canonical) };
  });
  const common = (version: number) => ({ caseId: 'c-1', hearingId, transcriptVersion: version, transcriptHash: versions[version - 1]?.sha256 ?? '', at: at('02:10:00') });
  const signature = (version: number, personId: string, name: string, role: string, roleTitle: string) => ({
    record: { ...common(version), personId, name, role, decision: 'signed' as const, verifiedBy: 'phoneCode', drawnSignatureSha256: hashOf(drawn) }, drawn, roleTitle, verifiedByTitle: '手机验证码',
  });
  return {
    hearingId, sessionNumber: 1,
    heading: {
      title: '开庭笔录', open: true, startedAt: at('01:00:00'), endedAt: at('02:00:00'), place: '第三数字法庭',
      bench: [{ name: '王审', role: '审判员' }, { name: '钱记', role: '书记员' }], present: [{ name: '张𠮷', role: '原告' }, { name: '李㛃', role: '被告' }],
    },
    transcripts: versions.map(({ version, lines, canonical, sha256 }) => ({
      version, canonical, sha256, lines: lines.map(({ speaker, spokenAt, text }) => ({ speaker, at: spokenAt, text })),
      frozenAt: at('02:05:00'), voidedAt: version === 1 ? at('02:20:00') : null,
      signatures: version === 1 ? [signature(1, 'p-plaintiff', '张𠮷', 'plaintiff', '原告')] : [
        signature(2, 'p-plaintiff', '张𠮷', 'plaintiff', '原告'),
        { record: { ...common(2), personId: 'p-defendant', name: '李㛃', role: 'defendant', decision: 'refused', verifiedBy: 'phoneCode', reason: '认为记载不完整' }, drawn: null, roleTitle: '被告', verifiedByTitle: '手机验证码' },
        signature(2, 'p-judge', '王审', 'judge', '审判员'),
      ],
    })),
    recordings: [{ recordingId: 'r-1', source, startedAt: at('01:00:00'), ...sampleRecordingRecords(source.sha256) }],
    mediaEvents: ['joined', 'webrtc-hangup', 'webrtc-up'].map((kind, index) => ({
      event: { id: `e-${index + 1}`, at: Date.parse(at('01:30:00')) + index, mediaHost: 'media-1', hearingId, opaqueId: 'o-1', session: '1', kind }, raw: { type: 16 },
    })),
  };
}

/** Plaintiff and judge recorded but for a recess; the plaintiff's network was lost for 20 s; the third one never came. */
export function sampleRecordingRecords(sha256: string, loss = ['01:30:00', '01:30:20']): { timeLine: TimeLine; ledger: unknown } {
  const [lostAt = '', backAt = ''] = loss;
  const spans = (...times: string[]) => times.flatMap((from, index) => (index % 2 === 0 ? [{ from: at(from), to: at(times[index + 1] ?? '') }] : []));
  const tracks = (['audio', 'video'] as const).flatMap((medium) => [
    { opaqueId: 'o-1', medium, intervals: spans('00:58:00', lostAt, backAt, '01:40:00', '01:50:00', '02:00:05') },
    // The last packet lies before the closing, as real ones do.
    { opaqueId: 'o-2', medium, intervals: spans('00:50:00', '01:40:00', '01:50:00', '01:59:59') },
  ]);
  const seats = [{ personId: 'p-plaintiff', opaqueId: 'o-1' }, { personId: 'p-judge', opaqueId: 'o-2' }, { personId: 'p-defendant', opaqueId: 'o-3' }];
  const pauses = [{ cause: 'recess' as const, from: at('01:40:00'), to: at('01:50:00') }];
  const ms = (interval: { from: string; to: string }) => ({ from: Date.parse(interval.from), to: Date.parse(interval.to) });
  const { value, articles } = continuityLedger({
    span: ms({ from: at('01:00:00'), to: at('02:00:00') }),
    required: seats.flatMap(({ personId }) => (['audio', 'video'] as const).map((kind) => ({ personId, kind }))),
    recordings: tracks.flatMap(({ opaqueId, medium, intervals }) => intervals.map((interval) => ({ ...ms(interval), kind: medium, personId: seats.find((seat) => seat.opaqueId === opaqueId)?.personId ?? '' }))),
    pauses: pauses.map((pause) => ({ ...ms(pause), cause: pause.cause, evidence: [] })),
    absences: [
      { personId: 'p-plaintiff', ...ms({ from: at('01:30:02'), to: at('01:30:20') }), cause: 'network-loss', evidence: ['e-2', 'e-3'] },
      { personId: 'p-defendant', from: Date.parse(at('01:00:00')), to: null, cause: 'not-joined', evidence: [] },
    ],
  });
  return { timeLine: { from: at('01:00:00'), to: at('02:00:00'), sha256, tracks, seats, pauses }, ledger: { ...value, articles } };
}

/** Entries numbered and chained as the projector chains them. */
export function chained(stream: string, entries: readonly { kind: string; at?: string; data: unknown }[]): ChainedEntry[] {
  let previous = FIRST_PREVIOUS_HASH;
  return entries.map((written, index) => {
    const entry: JournalEntry = { stream, seq: index + 1, at: at('01:00:00'), ...JSON.parse(canonicalJson(written)) };
    previous = hashOf(chainText(previous, entry));
    return { ...entry, hash: previous };
  });
}
