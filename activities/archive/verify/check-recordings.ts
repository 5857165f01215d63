import { z } from 'zod';
import { type ArchivedLedger, type TimeLine, ledgerSchema, timeLineSchema } from '#domain/archive/recording-records.ts';
import type { ArchiveReader, ItemAtHand } from './archive-reader.ts';
import type { ArchivedEntry } from './check-journal.ts';
import { ofKind } from './check-signatures.ts';
import { type RawEvents, findBreaks, findDeviations, findUnfoundedGaps, summary } from './continuity.ts';
import type { Findings } from './findings.ts';
import { findWrongTimes } from './session-times.ts';

/**
 * REC, N1: each recording is the one that the journal knows, it runs from opening to closing, and every second of every
 * track is recorded or a gap with its cause. What was recorded is computed again from the packet times of the time line.
 */

const composed = z.object({ hearingId: z.string(), recordingId: z.string(), sha256: z.string() });
const rawEvent = z.object({ event: z.object({ id: z.string(), opaqueId: z.string().nullable(), kind: z.string() }) });
const completed = z.object({ kind: z.string() });

export async function checkRecordings(archive: ArchiveReader, journal: readonly ArchivedEntry[], findings: Findings): Promise<void> {
  const recordings = archive.of('recording');
  for (const { data, seq, stream } of ofKind(journal, 'recording-composed', composed)) {
    const recording = recordings.find(({ about }) => about.recordingId === data.recordingId);
    if (!recording) findings.wrong('recording', 'journal', `the recording ${data.recordingId} (entry ${seq} of ${stream}) is missing`);
    else if (recording.sha256 !== data.sha256) findings.wrong('recording', recording.subject, `is not the recording that entry ${seq} of ${stream} names`);
  }
  for (const recording of recordings) await checkRecording(archive, recording, journal, findings);
}

async function checkRecording(archive: ArchiveReader, recording: ItemAtHand, journal: readonly ArchivedEntry[], findings: Findings): Promise<void> {
  const [timeLineItem] = archive.of('recording-time-line').filter(({ about }) => about.recordingId === recording.about.recordingId);
  const [ledgerItem] = archive.of('continuity-ledger').filter(({ about }) => about.recordingId === recording.about.recordingId);
  if (!timeLineItem || !ledgerItem) {
    findings.wrong('recording', recording.subject, 'its time line or its continuity ledger is missing');
    return;
  }
  const timeLine = await archive.json(timeLineItem, timeLineSchema, 'recording');
  const ledger = await archive.json(ledgerItem, ledgerSchema, 'recording');
  if (!timeLine || !ledger) return;

  const wrong = () => findings.all.filter(({ verdict }) => verdict === 'wrong').length;
  const before = wrong();
  if (timeLine.sha256 !== recording.sha256) findings.wrong('recording', timeLineItem.subject, 'is the time line of another recording');
  const session = journal.filter(({ data }) => isOfHearing(data, recording.about.hearingId));
  for (const says of findWrongTimes(timeLine, session, journal)) findings.wrong('recording', timeLineItem.subject, says);
  for (const says of findBreaks(ledger, timeLine)) findings.wrong('recording', ledgerItem.subject, says);
  for (const says of findDeviations(ledger, timeLine)) findings.wrong('recording', ledgerItem.subject, says);
  for (const says of findUnfoundedGaps(ledger, timeLine, await rawEvents(archive, recording), explained(archive, recording, session, journal))) {
    findings.wrong('recording', ledgerItem.subject, says);
  }
  if (ledger.tracks.every((track) => !track.entries.some(({ cause }) => cause === 'recorded'))) {
    findings.note('recording', recording.subject, 'nothing at all was recorded: there is no packet of anybody between opening and closing');
  }
  if (wrong() === before) findings.right('recording', recording.subject, describe(timeLine, ledger));
}

async function rawEvents(archive: ArchiveReader, recording: ItemAtHand): Promise<RawEvents> {
  const ids = new Set<string>();
  const joined = new Set<string>();
  for (const item of archive.of('media-events').filter(({ about }) => about.hearingId === recording.about.hearingId)) {
    for (const line of (await archive.bytes(item)).toString('utf8').split('\n').filter(Boolean)) {
      const parsed = rawEvent.safeParse(readJson(line));
      if (!parsed.success) continue; // Whoever changed a line is found by the file's hash.
      const { id, kind, opaqueId } = parsed.data.event;
      ids.add(id);
      if (kind === 'joined' && opaqueId !== null) joined.add(opaqueId);
    }
  }
  return { ids, joined };
}

/** REC-4: a written explanation lies in the file, or stands in the journal as the technician gave it. */
function explained(archive: ArchiveReader, recording: ItemAtHand, session: readonly ArchivedEntry[], journal: readonly ArchivedEntry[]): boolean {
  const streams = new Set(session.map(({ stream }) => stream));
  return archive.of('gap-explanation').some(({ about }) => about.hearingId === recording.about.hearingId)
    || ofKind(journal, 'task-completed', completed).some(({ data, stream }) => data.kind === 'explain-gap' && streams.has(stream));
}

function isOfHearing(data: unknown, hearingId: string | undefined): boolean {
  return typeof data === 'object' && data !== null && 'hearingId' in data && data.hearingId === hearingId;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(timeLine: TimeLine, ledger: ArchivedLedger): string {
  const seconds = (Date.parse(timeLine.to) - Date.parse(timeLine.from)) / 1000;
  return `${timeLine.from} to ${timeLine.to}, opening to closing, ${seconds.toFixed(1)} s: every moment of ${ledger.tracks.length} tracks is recorded or has its cause; ${summary(ledger)}`;
}
