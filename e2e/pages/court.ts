/** A court whose printer can be broken: documents fail while it is, so that operations have something to repair. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStack } from '#infra/stack.ts';

export interface PagesCourt {
  baseUrl: string;
  databaseUrl: string;
  /** What the commands of `npx kaiting` need to find this court. */
  environment: Record<string, string>;
  /** Ends the worker the hard way; it is started again. */
  killWorker(): void;
  breakPrinter(): void;
  mendPrinter(): void;
  stop(): Promise<void>;
}

/** @param environment settings beside the usual ones */
export async function startCourt(environment: Record<string, string> = {}): Promise<PagesCourt> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaiting-pages-'));
  const broken = path.join(folder, 'broken');
  const stack = await startStack({ dataDir: path.join(folder, 'court'), ports: { api: 0 }, environment: { KAITING_PYTHON: wrappedPython(path.join(folder, 'python'), broken), ...environment } });
  return {
    baseUrl: stack.baseUrl,
    databaseUrl: stack.databaseUrl,
    environment: stack.environment,
    killWorker: () => stack.kill('worker', 'SIGKILL'),
    breakPrinter: () => writeFileSync(broken, ''),
    mendPrinter: () => rmSync(broken, { force: true }),
    async stop() {
      await stack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The Python environment as it is, but what prints documents fails while the file is there. */
function wrappedPython(folder: string, broken: string): string {
  const real = process.env['KAITING_PYTHON'] ?? '/usr/bin';
  if (!existsSync(real)) throw new Error(`There is no Python environment at ${real}`);
  mkdirSync(folder);
  for (const name of readdirSync(real)) {
    const first = name === 'python' ? `case "$*" in *render.py*) if [ -e '${broken}' ]; then echo 'The printer is out of paper' >&2; exit 3; fi;; esac\n` : '';
    writeFileSync(path.join(folder, name), `#!/bin/sh\n${first}exec '${path.join(real, name)}' "$@"\n`, { mode: 0o755 });
  }
  return folder;
}
