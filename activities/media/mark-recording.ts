/**
 * G10, REC-10, REC-11: a recording for one person. Name, case and time of the access are written into the picture: for
 * viewing over the whole of it, for a copy in place of it, because only the sound may be copied.
 */
import { ApplicationFailure } from '@temporalio/common';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MadeFile, MarkRecording } from '#activities/media-activities.ts';
import type { MediaPorts } from '#activities/media/ports.ts';
import { keptRecording, madeBefore, remake } from '#activities/media/stored-recording.ts';
import { fileIdFrom } from '#activities/keep-file.ts';
import { markArguments } from '#adapters/media/recordings/mark.ts';
import { runProgram } from '#adapters/programs/run-program.ts';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';
import { court } from '#domain/court/court.ts';

const timeoutMs = 6 * 3_600_000;

export async function markRecording(ports: MediaPorts, input: MarkRecording): Promise<MadeFile> {
  const fileId = fileIdFrom(`recordings-request/${input.requestId}`);
  const before = await madeBefore(ports, fileId);
  if (before) return before;
  const { fontFile, ffmpeg } = ports.compose;
  // Without a font no name can be written, and nothing leaves the court without one.
  if (fontFile === null) throw ApplicationFailure.create({ type: 'InvalidInput', nonRetryable: true, message: 'No font with Chinese characters is installed on the media host' });
  const recording = await keptRecording(ports, input.recordingId);
  const [person] = await ports.sql<{ name: string }[]>`select name from persons where id = ${input.personId}`;
  const { how, grantedAt, days } = input;
  const at = Date.parse(grantedAt);
  const lines = [
    `${court.name} ${recording.caseNumber} 第${recording.sessionNumber}次庭审`,
    `仅供${person?.name ?? ''}${how === 'view' ? '查阅' : '复制录音'} ${dayOf(at)} ${clockTimeOf(at)} 准许，期限${days}日`,
    `编号 ${input.requestId.slice(0, 8)} 严禁外传`,
  ];
  const name = how === 'view' ? `庭审录音录像-第${recording.sessionNumber}次.mp4` : `庭审录音-第${recording.sessionNumber}次.mp4`;
  return remake(ports, recording, { fileId, name, purpose: 'recording-access', caseId: input.caseId, madeFor: input.personId }, async ({ folder, from, to }) => {
    const textFiles = await Promise.all(lines.map(async (line, index) => {
      const file = path.join(folder, `mark-${index}.txt`);
      await writeFile(file, line);
      return file;
    }));
    await runProgram({ program: ffmpeg, timeoutMs, args: markArguments({ how, from, to, textFiles, fontFile, durationMs: recording.durationMs, comment: input.requestId }) });
  });
}
