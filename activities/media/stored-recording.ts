/** A recording on its way from the storage to ffmpeg and back, in a folder of its own that is gone afterwards. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { MadeFile } from '#activities/media-activities.ts';
import type { MediaPorts } from '#activities/media/ports.ts';

export interface KeptRecording { sha256: string; durationMs: number; caseNumber: string; sessionNumber: number }

export interface NewFile { fileId: string; name: string; purpose: string; caseId: string; madeFor?: string }

/** The file as it was made before, or null. */
export async function madeBefore({ sql }: MediaPorts, fileId: string): Promise<MadeFile | null> {
  const [row] = await sql<{ sha256: string }[]>`select sha256 from files where id = ${fileId}`;
  return row ? { fileId, sha256: row.sha256 } : null;
}

/** @throws ApplicationFailure of type InvalidInput when there is no such recording */
export async function keptRecording({ sql }: MediaPorts, recordingId: string): Promise<KeptRecording> {
  const [row] = await sql<{ sha256: string; duration_ms: number; case_number: string | null; session_number: number }[]>`
    select r.sha256, r.duration_ms, c.case_number, h.session_number from recordings r join hearings h on h.id = r.hearing_id join cases c on c.id = r.case_id where r.id = ${recordingId}`;
  if (!row) throw ApplicationFailure.create({ type: 'InvalidInput', nonRetryable: true, message: `No recording ${recordingId}` });
  return { sha256: row.sha256, durationMs: row.duration_ms, caseNumber: row.case_number ?? '', sessionNumber: row.session_number };
}

/**
 * Makes a new mp4 from a kept one. If the process dies in the middle, nothing is kept and the next attempt begins anew.
 * @param make gets the folder, the recording's path in it, and the path where the new one goes
 */
export async function remake({ sql, storage }: MediaPorts, recording: KeptRecording, file: NewFile, make: (paths: { folder: string; from: string; to: string }) => Promise<void>): Promise<MadeFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-recording-'));
  try {
    const from = path.join(folder, 'recording.mp4');
    const to = path.join(folder, 'made.mp4');
    await pipeline(await storage.open(recording.sha256), createWriteStream(from));
    await make({ folder, from, to });
    const stored = await storage.put(createReadStream(to));
    await sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id, made_for)
      values (${file.fileId}, ${stored.sha256}, ${stored.bytes}, 'video/mp4', ${file.name}, ${file.purpose}, ${file.caseId}, ${file.madeFor ?? null}) on conflict (id) do nothing`;
    return { fileId: file.fileId, sha256: stored.sha256 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
