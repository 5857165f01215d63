// The settings that name the parts, for processes that look for nothing themselves: tests and the demonstration.
import { house } from './house.ts';
import { recordingReader } from './janus.ts';

const settingOf: Record<string, string> = {
  temporal: 'KAITING_TEMPORAL',
  'test-server': 'KAITING_TEST_SERVER',
  python: 'KAITING_PYTHON',
  chromium: 'KAITING_CHROMIUM',
  janus: 'KAITING_JANUS',
  ffmpeg: 'KAITING_FFMPEG',
  xorriso: 'KAITING_XORRISO',
  openssl: 'KAITING_OPENSSL',
};

/** Settings for the parts that are there. Installs nothing. */
export async function pathsOfParts(): Promise<Record<string, string>> {
  const settings: Record<string, string> = {};
  await Promise.all(house.map(async (part) => {
    const found = await part.find();
    const setting = settingOf[part.name];
    if (found && setting) settings[setting] = found.path;
  }));
  const reader = settings.KAITING_JANUS && recordingReader(settings.KAITING_JANUS);
  return reader ? { ...settings, KAITING_JANUS_PP_REC: reader } : settings;
}
