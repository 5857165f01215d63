// openssl: makes the demonstration court's sealing key and certificate.
import { PartMissing, type Part } from './part.ts';
import { findProgram, output } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

export const openssl: Part = {
  name: 'openssl',
  purpose: "makes the court's sealing key",
  neededFor: 'running',
  advice: `${aptAdvice('openssl')}, or set KAITING_OPENSSL.`,
  find: async () => findProgram('KAITING_OPENSSL', 'openssl'),
  async install(say) {
    await installSystemPackages(['openssl'], say).catch((error: unknown) => { throw new PartMissing(openssl, String(error)); });
  },
  async healthy(found) {
    const version = /^OpenSSL (\S+)/.exec(await output(found.path, ['version']))?.[1];
    if (!version || Number.parseInt(version, 10) < 3) throw new Error(`version ${version ?? 'unknown'}: OpenSSL 3 or later is needed`);
    return version;
  },
};
