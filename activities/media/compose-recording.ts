/**
 * One recording from opening to closing, with time line and continuity ledger, kept in the storage.
 *
 * Asked again after it was kept, it answers what is kept. Dying in the middle: the files of Janus are
 * untouched, the work is begun again.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComposedRecording, ComposeRecording, Seat } from '#activities/media-activities.ts';
import { caseKindOf } from '#activities/case-words.ts';
import { ledgerOf } from '#activities/media/recording-ledger.ts';
import type { MediaPorts } from '#activities/media/ports.ts';
import { composeRecording as compose } from '#adapters/media/recordings/compose.ts';
import type { ContinuityLedger } from '#domain/hearing/continuity.ts';
import { roleInCase, type CaseKind } from '#domain/filing/party-words.ts';
import { mediaEventsOf } from '#db/queries/media-events.ts';
import type { Sql } from '#db/connect.ts';

/** An id that is the same for the same hearing. */
function idFor(what: string, hearingId: string): string {
  const hex = createHash('sha256').update(`kaiting/${what}/${hearingId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export async function composeRecording(ports: MediaPorts, input: ComposeRecording): Promise<ComposedRecording> {
  const { sql, rooms, storage } = ports;
  const { hearingId, caseId, seats } = input;
  const recordingId = idFor('recording', hearingId);
  const kept = await keptBefore(sql, recordingId, seats);
  if (kept) return kept;

  const labels = await labelsOf(sql, seats, await caseKindOf(sql, caseId));
  const outputFolder = join(rooms.recordingsOf(hearingId), 'composed');
  const composed = await compose(ports.compose, {
    roomId: hearingId, folder: rooms.recordingsOf(hearingId), outputFolder,
    from: Date.parse(input.openedAt), to: Date.parse(input.closedAt),
    people: seats.map(({ opaqueId }) => ({ opaqueId, label: labels.get(opaqueId) ?? '' })),
  });
  const events = await mediaEventsOf(sql, [hearingId]);
  const ledger = ledgerOf(input, composed.tracks, events.map(({ event }) => event));
  const timeLine = JSON.parse(await readFile(composed.timeLinePath, 'utf8')) as unknown;
  const stored = await storage.put(createReadStream(composed.mp4Path));
  const fileId = idFor('recording-file', hearingId);
  await sql.begin(async (tx) => {
    await tx`
      insert into files (id, sha256, bytes, media_type, name, purpose, case_id)
      values (${fileId}, ${stored.sha256}, ${stored.bytes}, 'video/mp4', 'recording.mp4', 'recording', ${caseId}) on conflict (id) do nothing`;
    await tx`
      insert into recordings (id, hearing_id, case_id, file_id, sha256, duration_ms, timeline, ledger)
      values (${recordingId}, ${hearingId}, ${caseId}, ${fileId}, ${stored.sha256}, ${composed.durationMs},
        ${tx.json({ ...(timeLine as object), pauses: input.pauses, seats } as never)}, ${tx.json({ ...ledger.value, articles: ledger.articles } as never)})
      on conflict (id) do nothing`;
  });
  // The storage has it now; what Janus wrote stays as it is.
  await rm(outputFolder, { recursive: true, force: true });
  return answer(recordingId, fileId, stored.sha256, composed.durationMs, ledger.value, seats);
}

async function keptBefore(sql: Sql, recordingId: string, seats: readonly Seat[]): Promise<ComposedRecording | null> {
  const [row] = await sql<{ file_id: string; sha256: string; duration_ms: number; ledger: ContinuityLedger }[]>`
    select file_id, sha256, duration_ms, ledger from recordings where id = ${recordingId}`;
  return row ? answer(recordingId, row.file_id, row.sha256, row.duration_ms, row.ledger, seats) : null;
}

function answer(recordingId: string, fileId: string, sha256: string, durationMs: number, ledger: ContinuityLedger, seats: readonly Seat[]): ComposedRecording {
  const opaqueIdOf = new Map(seats.map((seat) => [seat.personId, seat.opaqueId]));
  return {
    recordingId, fileId, sha256, durationMs,
    gaps: ledger.gaps.length - ledger.toExplain.length,
    unexplained: ledger.toExplain.map((gap) => ({
      opaqueId: opaqueIdOf.get(gap.personId) ?? gap.personId, medium: gap.kind,
      from: new Date(gap.from).toISOString(), to: new Date(gap.to).toISOString(),
    })),
  };
}

/** What stands under each picture: role and name. The file is for the court; names are looked up here, never carried. */
async function labelsOf(sql: Sql, seats: readonly Seat[], kind: CaseKind): Promise<Map<string, string>> {
  if (seats.length === 0) return new Map();
  const rows = await sql<{ id: string; name: string }[]>`select id, name from persons where id in ${sql(seats.map((seat) => seat.personId))}`;
  const nameOf = new Map(rows.map((row) => [row.id, row.name]));
  return new Map(seats.map(({ opaqueId, personId, role }) => [opaqueId, `${roleInCase(role, kind).zh} ${nameOf.get(personId) ?? ''}`.trim()]));
}
