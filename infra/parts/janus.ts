// Janus, the media server, and janus-pp-rec, which reads its recordings. Only the programs are used,
// never the distribution's service: it runs as root, with sample rooms and default secrets.
import path from 'node:path';
import { existsSync } from 'node:fs';
import { PartMissing, type Part } from './part.ts';
import { executable, findProgram, onPath, output } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

export const janus: Part = {
  name: 'janus',
  purpose: 'the media server of the hearing room',
  neededFor: 'running',
  advice: `${aptAdvice('janus', 'janus-tools')}, or set KAITING_JANUS, or JANUS_URL for a server that runs elsewhere.`,
  async find() {
    const found = findProgram('KAITING_JANUS', 'janus');
    return found && recordingReader(found.path) ? found : undefined;
  },
  async install(say) {
    await installSystemPackages(['janus', 'janus-tools'], say).catch((error: unknown) => { throw new PartMissing(janus, String(error)); });
    await stopDistributionService();
  },
  async healthy(found) {
    // It prints its version and ends with an error, whatever it is told.
    const text = await output(found.path, ['--version']).catch((error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}`);
    const version = /(\d+\.\d+\.\d+)/.exec(text)?.[1];
    if (!version) throw new Error('it does not say its version');
    const [major = 0] = version.split('.').map(Number);
    if (major < 1) throw new Error(`version ${version} is too old: 1.1 or later`);
    return version;
  },
};

/** janus-pp-rec: the setting, else beside Janus, else on PATH. */
export function recordingReader(janusProgram: string): string | undefined {
  if (process.env.KAITING_JANUS_PP_REC) return process.env.KAITING_JANUS_PP_REC;
  const beside = path.join(path.dirname(janusProgram), 'janus-pp-rec');
  return executable(beside) ? beside : onPath('janus-pp-rec');
}

async function stopDistributionService(): Promise<void> {
  const systemctl = onPath('systemctl');
  if (!systemctl || !existsSync('/run/systemd/system')) return;
  await output(systemctl, ['disable', '--now', 'janus']).catch(() => { /* no such service here */ });
}
