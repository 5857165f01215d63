/**
 * From the tracks of a hearing to one mp4 from opening to closing (REC), with its time line.
 *
 * Each track is unpacked by janus-pp-rec; pictures are first brought to the size of their cell and to
 * a steady rate, because a browser changes both as it likes; then everything is laid over black and
 * silence at the times at which it arrived.
 *
 * If the process dies in the middle: nothing is put in place before it is whole; the next attempt
 * begins again with a fresh working folder.
 */
import { mkdir, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cells, filterGraph, PICTURE, type GridInput } from '#adapters/media/recordings/grid.ts';
import { collectTracks, sha256OfFile, type RecordedTrack } from '#adapters/media/recordings/collect.ts';
import { runProgram } from '#adapters/programs/run-program.ts';

export interface ComposeSettings {
  ffmpeg: string;
  janusPpRec: string;
  /** A font with Chinese characters. */
  fontFile: string | null;
}

export interface ComposeRequest {
  roomId: string;
  /** Where Janus wrote the tracks. */
  folder: string;
  /** Where the results go; created when absent. */
  outputFolder: string;
  /** Milliseconds since 1970: opening and closing. */
  from: number;
  to: number;
  /** Everybody who gets a place in the picture, in its order, with what stands under it. */
  people: readonly { opaqueId: string; label: string }[];
}

export interface Composed {
  mp4Path: string;
  sha256: string;
  /** Of the mp4, as ffmpeg wrote it: opening to closing. */
  durationMs: number;
  timeLinePath: string;
  tracks: RecordedTrack[];
  /** Tracks whose packets are there and whose contents could not be decoded, with the reason. */
  undecodable: { file: string; reason: string }[];
}

/** China has one time, and no summer time. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const COMPOSE_TIMEOUT_MS = 6 * 3_600_000;

async function isThere(path: string): Promise<boolean> {
  return stat(path).then((found) => found.size > 0, () => false);
}

/** @throws ProgramFailed when the whole cannot be made; a single bad track is left black and named instead. */
export async function composeRecording(settings: ComposeSettings, request: ComposeRequest): Promise<Composed> {
  const { from, to, people, outputFolder } = request;
  if (!(to > from)) throw new RangeError('a recording ends after its beginning');
  const tracks = await collectTracks(request.folder, request.roomId);
  const shown = tracks.filter((track) => track.lastPacketAt > from && track.firstPacketAt < to);
  await mkdir(outputFolder, { recursive: true });
  const work = await mkdtemp(join(outputFolder, 'composing-'));
  try {
    const places = new Map(cells(people.length).map((cell, index) => [people[index]?.opaqueId, cell]));
    const inputs: (GridInput & { path: string })[] = [];
    const undecodable: Composed['undecodable'] = [];
    for (const track of shown) {
      const place = places.get(track.opaqueId);
      try {
        const path = await decode(settings, join(request.folder, track.file), track, join(work, String(inputs.length)), place);
        if (path) inputs.push({ track, input: inputs.length, path });
      } catch (cause) {
        undecodable.push({ file: track.file, reason: String((cause as Error).message).slice(0, 500) });
      }
    }
    const labels = await Promise.all(people.map(async ({ opaqueId, label }, index) => {
      const labelFile = label === '' ? null : join(work, `label-${index}.txt`);
      if (labelFile) await writeFile(labelFile, label);
      return { opaqueId, labelFile };
    }));
    const graphFile = join(work, 'graph.txt');
    await writeFile(graphFile, filterGraph({ from, to, people: labels, inputs, fontFile: settings.fontFile, clockOffsetMs: SHANGHAI_OFFSET_MS }));
    const draft = join(work, 'recording.mp4');
    await runProgram({
      program: settings.ffmpeg, timeoutMs: COMPOSE_TIMEOUT_MS,
      args: [
        '-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...inputs.flatMap(({ path }) => ['-i', path]),
        '-filter_complex_script', graphFile, '-map', '[picture]', '-map', '[sound]',
        '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '27', '-g', String(PICTURE.framesPerSecond * 4),
        '-c:a', 'aac', '-b:a', '96k', '-t', ((to - from) / 1_000).toFixed(3), '-movflags', '+faststart', draft,
      ],
    });
    const sha256 = await sha256OfFile(draft);
    const durationMs = await durationOf(draft);
    const timeLine = { version: 1, from: iso(from), to: iso(to), recording: 'recording.mp4', sha256, durationMs, tracks: tracks.map(readable), undecodable };
    await writeFile(join(work, 'timeline.json'), `${JSON.stringify(timeLine, null, 2)}\n`);
    const mp4Path = join(outputFolder, 'recording.mp4');
    const timeLinePath = join(outputFolder, 'timeline.json');
    await rename(join(work, 'timeline.json'), timeLinePath);
    await rename(draft, mp4Path);
    return { mp4Path, sha256, durationMs, timeLinePath, tracks, undecodable };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();

function readable(track: RecordedTrack) {
  return {
    ...track, firstPacketAt: iso(track.firstPacketAt), lastPacketAt: iso(track.lastPacketAt),
    intervals: track.intervals.map((interval) => ({ from: iso(interval.from), to: iso(interval.to) })),
  };
}

/** @returns a file that the grid can take as it is, or null for a picture without a place in it. */
async function decode(settings: ComposeSettings, source: string, track: RecordedTrack, target: string, place: { width: number; height: number } | undefined): Promise<string | null> {
  if (track.medium === 'audio') {
    await runProgram({ program: settings.janusPpRec, args: [source, `${target}.opus`] });
    if (!(await isThere(`${target}.opus`))) throw new Error('no sound in it');
    await mustHave(settings, 'a', `${target}.opus`);
    return `${target}.opus`;
  }
  if (!place) return null;
  await runProgram({ program: settings.janusPpRec, args: [source, `${target}.webm`] });
  if (!(await isThere(`${target}.webm`))) throw new Error('no picture in it');
  const { width, height } = place;
  await runProgram({
    program: settings.ffmpeg, timeoutMs: COMPOSE_TIMEOUT_MS,
    args: [
      '-hide_banner', '-loglevel', 'error', '-nostdin', '-y', '-copyts', '-i', `${target}.webm`, '-an',
      '-vf', `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2,setsar=1,fps=${PICTURE.framesPerSecond}:start_time=0`,
      '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18', '-pix_fmt', 'yuv420p', `${target}.mp4`,
    ],
  });
  await rm(`${target}.webm`);
  await mustHave(settings, 'v', `${target}.mp4`);
  return `${target}.mp4`;
}

/**
 * A track of a few packets (a page that was closed at once) unpacks to a file without a stream, and one such file would
 * fail the whole recording.
 * @throws ProgramFailed
 */
async function mustHave(settings: ComposeSettings, stream: 'a' | 'v', path: string): Promise<void> {
  await runProgram({ program: settings.ffmpeg, args: ['-hide_banner', '-loglevel', 'error', '-nostdin', '-i', path, '-map', `0:${stream}:0`, '-t', '0.2', '-f', 'null', '-'] });
}

/** From the file's own header (`mvhd`, which `+faststart` has put at its beginning). */
async function durationOf(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
    const at = buffer.indexOf('mvhd');
    // Version 0: two times of four bytes, then the units a second, then the length in such units.
    if (at < 0 || buffer[at + 4] !== 0) throw new Error(`${path} has no movie header at its beginning`);
    return Math.round((buffer.readUInt32BE(at + 20) * 1_000) / buffer.readUInt32BE(at + 16));
  } finally {
    await file.close();
  }
}
