// xorriso: writes the disc image of an archive.
import { PartMissing, type Part } from './part.ts';
import { findProgram, output } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

export const xorriso: Part = {
  name: 'xorriso',
  purpose: 'writes the disc image of an archive',
  neededFor: 'running',
  advice: `${aptAdvice('xorriso')}, or set KAITING_XORRISO.`,
  find: async () => findProgram('KAITING_XORRISO', 'xorriso'),
  async install(say) {
    await installSystemPackages(['xorriso'], say).catch((error: unknown) => { throw new PartMissing(xorriso, String(error)); });
  },
  async healthy(found) {
    const version = /xorriso version\s*:\s*(\S+)/i.exec(await output(found.path, ['-version']))?.[1];
    if (!version) throw new Error('it does not say its version');
    return version;
  },
};
