// Chromium: the browsers of the tests and of the demonstration.
import { PartMissing, type Part } from './part.ts';
import { findProgram, output } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

export const chromium: Part = {
  name: 'chromium',
  purpose: 'the browsers of the tests and of the demonstration',
  neededFor: 'tests',
  advice: `${aptAdvice('chromium')}, or set KAITING_CHROMIUM.`,
  find: async () => findProgram('KAITING_CHROMIUM', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'),
  async install(say) {
    await installSystemPackages(['chromium'], say).catch((error: unknown) => { throw new PartMissing(chromium, String(error)); });
  },
  async healthy(found) {
    const version = /(\d+\.\d+\.\d+\.\d+)/.exec(await output(found.path, ['--version', '--no-sandbox']))?.[1];
    if (!version) throw new Error('it does not say its version');
    return version;
  },
};
