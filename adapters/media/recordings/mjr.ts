/**
 * Janus' recording files (.mjr, version 2), read for what they prove: when packets arrived.
 *
 * A file is `MJR00002`, a header (length, JSON with `u`, the first frame's time in microseconds), then
 * frames: `MEET`, milliseconds since the first frame, length, an RTP packet. Times are of arrival at
 * the court's server; the sender's own clock has no part in them.
 */
import { open } from 'node:fs/promises';
import type { Medium } from '#domain/hearing/raw-media-event.ts';

export interface Interval {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
}

export interface MjrContent {
  medium: Medium;
  codec: string;
  packets: number;
  firstPacketAt: number;
  lastPacketAt: number;
  /** Where packets followed one another without a break. */
  intervals: Interval[];
  /** False when the file ends in the middle of a frame: Janus had no time to close it. */
  whole: boolean;
}

/** A pause between two packets from which on it counts as a break: sound comes every 20 ms, pictures may come slowly. */
const BREAK_MS: Record<Medium, number> = { audio: 500, video: 2_000 };
const CHUNK_BYTES = 1 << 20;
const FRAME_HEADER_BYTES = 10;

export class NotARecording extends Error {
  override readonly name = 'NotARecording';
}

/**
 * Reads one file, however long, in pieces.
 * @returns null when it has no packet: a participant who never sent.
 * @throws NotARecording when it is something else.
 */
export async function readMjr(path: string): Promise<MjrContent | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let buffer = Buffer.alloc(0);
    let bufferAt = 0;
    const bytes = async (at: number, length: number): Promise<Buffer | null> => {
      if (at + length > size) return null;
      if (at < bufferAt || at + length > bufferAt + buffer.length) {
        buffer = Buffer.alloc(Math.min(Math.max(CHUNK_BYTES, length), size - at));
        bufferAt = at;
        await file.read(buffer, 0, buffer.length, at);
      }
      return buffer.subarray(at - bufferAt, at - bufferAt + length);
    };

    const start = await bytes(0, 10);
    if (!start) return null;
    if (start.toString('latin1', 0, 8) !== 'MJR00002') throw new NotARecording(`${path} is not an MJR00002 file`);
    const headerLength = start.readUInt16BE(8);
    const header = await bytes(10, headerLength);
    if (!header) return null;
    const { medium, codec, firstFrameAt } = readHeader(path, header);

    let at = 10 + headerLength;
    let packets = 0;
    let last = firstFrameAt;
    const intervals: Interval[] = [];
    for (;;) {
      const frame = await bytes(at, FRAME_HEADER_BYTES);
      if (!frame) break;
      if (frame.toString('latin1', 0, 4) !== 'MEET') throw new NotARecording(`${path} has no frame at byte ${at}`);
      const end = at + FRAME_HEADER_BYTES + frame.readUInt16BE(8);
      if (end > size) break;
      const arrived = firstFrameAt + frame.readUInt32BE(4);
      const current = intervals.at(-1);
      if (current && arrived - last <= BREAK_MS[medium]) current.to = arrived;
      else intervals.push({ from: arrived, to: arrived });
      last = arrived;
      packets += 1;
      at = end;
    }
    const first = intervals[0];
    if (!first) return null;
    return { medium, codec, packets, firstPacketAt: first.from, lastPacketAt: last, intervals, whole: at === size };
  } finally {
    await file.close();
  }
}

function readHeader(path: string, bytes: Buffer): { medium: Medium; codec: string; firstFrameAt: number } {
  let header: { t?: unknown; c?: unknown; u?: unknown };
  try {
    header = JSON.parse(bytes.toString('utf8')) as typeof header;
  } catch {
    throw new NotARecording(`${path} has a header that cannot be read`);
  }
  const { t, c, u } = header;
  if ((t !== 'a' && t !== 'v') || typeof c !== 'string' || typeof u !== 'number') throw new NotARecording(`${path} is not a recording of sound or picture`);
  return { medium: t === 'a' ? 'audio' : 'video', codec: c, firstFrameAt: Math.floor(u / 1_000) };
}
