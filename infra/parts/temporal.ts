// Temporal's command line, whose development server is the engine of one machine. Looked for as an
// explicit setting, on PATH, and in the cache; otherwise built with Go, which checks what it fetches
// against Go's public checksums, or, without Go, taken from Temporal's own download.
import { chmodSync, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { cacheFolder, inCache } from './folders.ts';
import { PartMissing, type Part } from './part.ts';
import { chosenBySetting, executable, onPath, output, run } from './programs.ts';

/** The last version that `go install` can build. */
const version = '1.5.1';
const oldestServer = [1, 28];

export const temporal: Part = {
  name: 'temporal',
  purpose: 'runs the workflows',
  neededFor: 'running',
  advice: `Install Go 1.21 or later and run \`npm start\` again, or fetch Temporal's command line (https://docs.temporal.io/cli) and set KAITING_TEMPORAL to it, or set TEMPORAL_ADDRESS to a cluster.`,
  async find() {
    const chosen = chosenBySetting('KAITING_TEMPORAL');
    if (chosen) return chosen;
    const installed = onPath('temporal');
    if (installed && await serverVersion(installed).then(isRecent, () => false)) return { path: installed, from: 'path' };
    return existsSync(cachedProgram()) ? { path: cachedProgram(), from: 'cache' } : undefined;
  },
  async install(say) {
    const reasons: string[] = [];
    for (const way of [build, download]) {
      try {
        await way(say);
        return;
      } catch (error) {
        reasons.push(error instanceof Error ? error.message : String(error));
      }
    }
    throw new PartMissing(temporal, reasons.join('; '));
  },
  async healthy(found) {
    const server = await serverVersion(found.path);
    if (!isRecent(server)) throw new Error(`server ${server} is too old: ${oldestServer.join('.')} or later`);
    return `server ${server}`;
  },
};

function cachedProgram(): string {
  return path.join(cacheFolder(), `temporal-${version}`, 'bin', 'temporal');
}

async function serverVersion(program: string): Promise<string> {
  const found = /Server (\d+\.\d+\.\d+)/.exec(await output(program, ['--version']))?.[1];
  if (!found) throw new Error('it does not say its version');
  return found;
}

function isRecent(server: string): boolean {
  const [major = 0, minor = 0] = server.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestServer;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

async function build(say: (line: string) => void): Promise<void> {
  const go = onPath('go') ?? (executable('/usr/local/go/bin/go') ? '/usr/local/go/bin/go' : undefined);
  if (!go) throw new Error('there is no Go');
  say('Building Temporal with Go (about 3 minutes, once)');
  const beside = inCache(`temporal-${version}.${process.pid}`);
  try {
    await run(go, ['install', '-ldflags', '-s -w', `github.com/temporalio/cli/cmd/temporal@v${version}`], { env: { ...process.env, GOBIN: beside } });
    keep(path.join(beside, 'temporal'));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

async function download(say: (line: string) => void): Promise<void> {
  const tar = onPath('tar');
  if (!tar) throw new Error('there is no tar');
  const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
  say("Fetching Temporal from its makers' download");
  const response = await fetch(`https://temporal.download/cli/archive/v${version}?platform=${process.platform}&arch=${architecture}`, { signal: AbortSignal.timeout(300_000) });
  if (!response.ok || !response.body) throw new Error(`the download answered ${response.status}`);
  const beside = inCache(`temporal-${version}.${process.pid}`);
  try {
    const archive = path.join(beside, 'temporal.tar.gz');
    await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(archive));
    await run(tar, ['-xzf', archive, '-C', beside, 'temporal']);
    await serverVersion(path.join(beside, 'temporal'));
    keep(path.join(beside, 'temporal'));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** A rename, so that a program cut short is never taken for a whole one. */
function keep(program: string): void {
  chmodSync(program, 0o755);
  mkdirSync(path.dirname(cachedProgram()), { recursive: true });
  renameSync(program, cachedProgram());
}
