/** The file in which an own Temporal server keeps everything, copied at one moment while it runs. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./copy_sqlite.py', import.meta.url));

export interface FileCopier {
  /** Resolves when the moment is held that the copy will show. */
  hold(): Promise<void>;
  /** Resolves when the copy is whole. */
  done(): Promise<void>;
  /** Ends it, wherever it is. */
  end(): void;
}

/** Starts a copier that waits for its moment. @param python bin folder of the Python environment. @throws when it cannot read the file. */
export async function copierOf(python: string, source: string, target: string): Promise<FileCopier> {
  const child = spawn(path.join(python, 'python'), [script, source, target], { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
  const said = new Set<string>();
  let heard = () => {};
  createInterface(child.stdout).on('line', (line) => { said.add(line); heard(); });
  let ended: string | undefined;
  child.once('error', (error) => { ended = error.message; heard(); });
  child.once('close', (code) => { ended ??= `it ended with ${code}`; heard(); });
  const says = async (word: string) => {
    while (!said.has(word)) {
      if (ended !== undefined) throw new Error(`Temporal's file could not be copied (${ended}): ${errors.trim()}`);
      await new Promise<void>((resolve) => { heard = resolve; });
    }
  };
  await says('ready');
  return {
    async hold() {
      child.stdin.write('now\n');
      await says('held');
    },
    done: () => says('done'),
    end: () => { child.kill(); },
  };
}
