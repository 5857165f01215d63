/**
 * Finds a room's recordings: whoever reconnected has several files, and a file that still carries its
 * temporary ending was not closed (Janus or the machine died).
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readMjr, type Interval } from '#adapters/media/recordings/mjr.ts';
import type { Medium } from '#domain/hearing/raw-media-event.ts';

export interface RecordedTrack {
  opaqueId: string;
  medium: Medium;
  /** Name inside the recordings' folder. */
  file: string;
  sha256: string;
  packets: number;
  /** Milliseconds since 1970, by the times at which packets arrived. */
  firstPacketAt: number;
  lastPacketAt: number;
  intervals: Interval[];
  /** It was not closed: whatever came last may be missing, up to a second. */
  unclean: boolean;
}

/** SHA-256 of a file of any size, in hexadecimal. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/**
 * Every recorded track of the room, in order of its first packet. Files without a packet are left out.
 * @throws NotARecording when a file of the room cannot be read as one.
 */
export async function collectTracks(folder: string, roomId: string): Promise<RecordedTrack[]> {
  const prefix = `videoroom-${roomId}-user-`;
  const tracks: RecordedTrack[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const name = /^(.*)-\d+-(?:audio|video)-\d+\.mjr(\.tmp)?$/.exec(file);
    if (!name?.[1]?.startsWith(prefix)) continue;
    const path = join(folder, file);
    const content = await readMjr(path);
    if (!content) continue;
    const { medium, packets, firstPacketAt, lastPacketAt, intervals, whole } = content;
    tracks.push({
      opaqueId: name[1].slice(prefix.length), medium, file, sha256: await sha256OfFile(path), packets,
      firstPacketAt, lastPacketAt, intervals, unclean: name[2] !== undefined || !whole,
    });
  }
  return tracks.sort((a, b) => a.firstPacketAt - b.firstPacketAt);
}
