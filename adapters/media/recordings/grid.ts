/**
 * The plan of the composed picture as ffmpeg's filters. Pure: times in milliseconds, picture in pixels.
 */
import type { RecordedTrack } from '#adapters/media/recordings/collect.ts';
import type { Interval } from '#adapters/media/recordings/mjr.ts';

export const PICTURE = { width: 960, height: 540, footer: 28, framesPerSecond: 15 } as const;

export interface Cell { x: number; y: number; width: number; height: number }

/** Equal cells for so many people, row by row above the footer that shows the time. Even numbers: the codec wants them. */
export function cells(people: number): Cell[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(people)));
  const rows = Math.max(1, Math.ceil(people / columns));
  const even = (pixels: number) => 2 * Math.floor(pixels / 2);
  const width = even(PICTURE.width / columns);
  const height = even((PICTURE.height - PICTURE.footer) / rows);
  return Array.from({ length: people }, (_, index) => ({ x: (index % columns) * width, y: Math.floor(index / columns) * height, width, height }));
}

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(3);

/** ffmpeg's condition for "inside one of the intervals", on a time line that starts at `origin`. */
export function inside(intervals: readonly Interval[], origin: number): string {
  return intervals.map(({ from, to }) => `between(t,${seconds(from - origin)},${seconds(to - origin)})`).join('+');
}

export interface GridInput {
  track: RecordedTrack;
  /** Number of its decoded file among ffmpeg's inputs. */
  input: number;
}

export interface GridPlan {
  from: number;
  to: number;
  /** In the order of their cells. */
  people: readonly { opaqueId: string; labelFile: string | null }[];
  inputs: readonly GridInput[];
  /** A font with Chinese characters; without one the picture has no writing. */
  fontFile: string | null;
  /** Offset of the court's time from UTC, for the clock in the footer. */
  clockOffsetMs: number;
}

/** A value inside a filter's argument. Paths of ours have neither quotes nor control characters. */
const quoted = (value: string): string => `'${value.replace(/\\/g, '\\\\').replace(/:/g, '\\:')}'`;

/**
 * The filter graph: outputs `[picture]` and `[sound]`, both exactly from `from` to `to`. A person's cell
 * is black, and their sound silent, wherever no packet arrived.
 */
export function filterGraph(plan: GridPlan): string {
  const { from, to, people, inputs, fontFile } = plan;
  const length = seconds(to - from);
  const places = cells(people.length);
  const lines: string[] = [`color=c=black:s=${PICTURE.width}x${PICTURE.height}:r=${PICTURE.framesPerSecond}:d=${length}[base]`];
  let picture = 'base';
  const next = (filter: string, also = ''): void => {
    const name = `p${lines.length}`;
    lines.push(`[${picture}]${also}${filter}[${name}]`);
    picture = name;
  };
  const sounds: string[] = [];
  for (const { track, input } of inputs) {
    const place = places[people.findIndex(({ opaqueId }) => opaqueId === track.opaqueId)];
    const offset = track.firstPacketAt - from;
    if (track.medium === 'video' && place) {
      lines.push(`[${input}:v]setpts=PTS+${seconds(offset)}/TB[v${input}]`);
      next(`overlay=${place.x}:${place.y}:eof_action=pass:enable=${quoted(inside(track.intervals, from))}`, `[v${input}]`);
    } else if (track.medium === 'audio') {
      const shift = offset >= 0 ? `adelay=${Math.round(offset)}:all=1` : `atrim=start=${seconds(-offset)},asetpts=PTS-STARTPTS`;
      lines.push(`[${input}:a]aresample=48000:async=1:first_pts=0,aformat=channel_layouts=mono,${shift}[a${input}]`);
      sounds.push(`[a${input}]`);
    }
  }
  if (fontFile) {
    const font = `fontfile=${quoted(fontFile)}:fontcolor=white:borderw=1:bordercolor=black`;
    people.forEach(({ labelFile }, index) => {
      const place = places[index];
      if (labelFile && place) next(`drawtext=${font}:fontsize=18:textfile=${quoted(labelFile)}:expansion=none:x=${place.x}+(${place.width}-text_w)/2:y=${place.y + place.height - 26}`);
    });
    const clock = seconds(from + plan.clockOffsetMs);
    next(`drawtext=${font}:fontsize=18:text='%{pts\\:gmtime\\:${clock}\\:%Y-%m-%d %H\\\\\\:%M\\\\\\:%S}':x=(w-text_w)/2:y=${PICTURE.height - PICTURE.footer + 5}`);
  }
  lines.push(`[${picture}]format=yuv420p[picture]`);
  lines.push(`anullsrc=r=48000:cl=mono:d=${length}[silence]`);
  lines.push(`[silence]${sounds.join('')}amix=inputs=${sounds.length + 1}:normalize=0:duration=first[sound]`);
  return lines.join(';\n');
}
