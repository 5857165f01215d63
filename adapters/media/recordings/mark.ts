/** ffmpeg's arguments for recordings that leave the media host: marked with a name, or cut out. Pure. */
import { PICTURE } from '#adapters/media/recordings/grid.ts';

export interface Mark {
  /** `view`: over the picture. `copy`: in place of it. */
  how: 'view' | 'copy';
  from: string;
  to: string;
  /** A line of the mark each; read as they are, so that a name cannot become a filter. */
  textFiles: readonly string[];
  /** With Chinese characters. */
  fontFile: string;
  durationMs: number;
  /** Kept in the file's own data. */
  comment: string;
}

const quiet = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];
const encoded = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '28', '-pix_fmt', 'yuv420p', '-g', String(PICTURE.framesPerSecond * 4)];
const quoted = (path: string): string => `'${path.replace(/\\/g, '\\\\').replace(/:/g, '\\:')}'`;

export function markArguments({ how, from, to, textFiles, fontFile, durationMs, comment }: Mark): string[] {
  const text = (file: string, size: number, alpha: number, x: string, y: string): string =>
    `drawtext=fontfile=${quoted(fontFile)}:textfile=${quoted(file)}:expansion=none:fontsize=${size}:fontcolor=white@${alpha}:borderw=1:bordercolor=black@${alpha}:x=${x}:y=${y}`;
  const end = ['-metadata', `comment=${comment}`, '-movflags', '+faststart', to];
  if (how === 'copy') {
    const picture = `color=c=black:s=${PICTURE.width}x${PICTURE.height}:r=2:d=${(durationMs / 1_000).toFixed(3)}`;
    const lines = textFiles.map((file, line) => text(file, 26, 1, '(w-text_w)/2', `h/2+${(line - textFiles.length / 2) * 44}`));
    return [...quiet, '-i', from, '-filter_complex', `${[picture, ...lines].join(',')}[mark]`, '-map', '[mark]', '-map', '0:a', ...encoded, '-c:a', 'copy', '-shortest', ...end];
  }
  // In the middle, so that it cannot be cut off; and one line that wanders, so that it cannot be painted over.
  const middle = textFiles.map((file, line) => text(file, 24, 0.34, '(w-text_w)/2', `h/2+${(line - textFiles.length / 2) * 40}`));
  const wandering = textFiles[1] === undefined ? [] : [text(textFiles[1], 18, 0.5, "'mod(t*23,w+text_w)-text_w'", "'h*0.12+mod(t*7,h*0.7)'")];
  return [...quiet, '-i', from, '-vf', [...middle, ...wandering].join(','), '-map', '0:v', '-map', '0:a', ...encoded, '-c:a', 'copy', ...end];
}

export interface Cut { from: string; to: string; fromMs: number; toMs: number; comment: string }

/** Encoded anew, because a cut between two key frames would begin earlier than it was asked to. */
export function extractArguments({ from, to, fromMs, toMs, comment }: Cut): string[] {
  return [
    ...quiet, '-ss', (fromMs / 1_000).toFixed(3), '-i', from, '-t', ((toMs - fromMs) / 1_000).toFixed(3), '-map', '0:v', '-map', '0:a',
    ...encoded, '-c:a', 'aac', '-b:a', '96k', '-metadata', `comment=${comment}`, '-movflags', '+faststart', to,
  ];
}
