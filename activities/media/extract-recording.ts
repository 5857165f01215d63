/** G6 (3), REC-13: a stretch of a recording as a file of its own, cut to the frame, as evidence of a breach of discipline. */
import type { ExtractRecording, MadeFile } from '#activities/media-activities.ts';
import type { MediaPorts } from '#activities/media/ports.ts';
import { keptRecording, madeBefore, remake } from '#activities/media/stored-recording.ts';
import { fileIdFrom } from '#activities/keep-file.ts';
import { extractArguments } from '#adapters/media/recordings/mark.ts';
import { runProgram } from '#adapters/programs/run-program.ts';

export async function extractRecording(ports: MediaPorts, { caseId, recordingId, extractId, fromMs, toMs }: ExtractRecording): Promise<MadeFile> {
  const fileId = fileIdFrom(`recording-extract/${extractId}`);
  const before = await madeBefore(ports, fileId);
  if (before) return before;
  const recording = await keptRecording(ports, recordingId);
  const file = { fileId, name: `录音录像摘录-第${recording.sessionNumber}次-${clock(fromMs)}至${clock(toMs)}.mp4`, purpose: 'recording-extract', caseId };
  return remake(ports, recording, file, async ({ from, to }) => {
    await runProgram({ program: ports.compose.ffmpeg, timeoutMs: 3_600_000, args: extractArguments({ from, to, fromMs, toMs, comment: extractId }) });
  });
}

/** 1时02分03秒, for a file's name. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 3_600)}时${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}分${String(seconds % 60).padStart(2, '0')}秒`;
}
