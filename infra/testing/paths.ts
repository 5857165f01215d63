// Paths of the parts, as the tests get them. Nothing is installed here (`npm test` has done that).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '#infra/parts/folders.ts';
import { onPath } from '#infra/parts/programs.ts';

/** Environment settings for the parts that are there. */
export async function pathsForTests(): Promise<Record<string, string>> {
  const cache = cacheFolder();
  const candidates: Record<string, string | undefined> = {
    KAITING_TEMPORAL: process.env.KAITING_TEMPORAL ?? onPath('temporal') ?? path.join(cache, 'temporal-1.5.1/bin/temporal'),
    KAITING_TEST_SERVER: process.env.KAITING_TEST_SERVER ?? path.join(cache, 'test-server-1.38.0/temporal-test-server'),
    KAITING_PYTHON: process.env.KAITING_PYTHON ?? path.join(cache, 'python/bin'),
    KAITING_CHROMIUM: process.env.KAITING_CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome'),
    KAITING_JANUS: process.env.KAITING_JANUS ?? onPath('janus'),
    KAITING_JANUS_PP_REC: process.env.KAITING_JANUS_PP_REC ?? onPath('janus-pp-rec'),
    KAITING_FFMPEG: process.env.KAITING_FFMPEG ?? onPath('ffmpeg'),
    KAITING_XORRISO: process.env.KAITING_XORRISO ?? onPath('xorriso'),
  };
  return Object.fromEntries(Object.entries(candidates).filter((entry): entry is [string, string] => entry[1] !== undefined && existsSync(entry[1])));
}
