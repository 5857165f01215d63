// ffmpeg and ffprobe: recordings become one mp4 for each sitting.
import path from 'node:path';
import { PartMissing, type Part } from './part.ts';
import { executable, findProgram, output } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

export const ffmpeg: Part = {
  name: 'ffmpeg',
  purpose: 'composes the recordings of a hearing',
  neededFor: 'running',
  advice: `${aptAdvice('ffmpeg')}, or set KAITING_FFMPEG.`,
  async find() {
    const found = findProgram('KAITING_FFMPEG', 'ffmpeg');
    return found && executable(path.join(path.dirname(found.path), 'ffprobe')) ? found : undefined;
  },
  async install(say) {
    await installSystemPackages(['ffmpeg'], say).catch((error: unknown) => { throw new PartMissing(ffmpeg, String(error)); });
  },
  async healthy(found) {
    const version = /version (\S+)/.exec(await output(found.path, ['-hide_banner', '-version']))?.[1];
    const encoders = await output(found.path, ['-hide_banner', '-encoders']);
    for (const encoder of ['libx264', 'aac']) {
      if (!encoders.includes(` ${encoder} `)) throw new Error(`it has no ${encoder} encoder`);
    }
    if (!version) throw new Error('it does not say its version');
    return version;
  },
};
