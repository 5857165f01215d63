import { spawn } from 'node:child_process';

/**
 * Runs a command line program to its end.
 *
 * When this process dies in the middle, the program may run on for its last moments: callers give it
 * a temporary folder of its own and move results into place themselves, so nothing half-made is read.
 */

/** A program that could not be started, ended with an error, or was stopped for taking too long. */
export class ProgramFailed extends Error {
  constructor(
    readonly program: string,
    readonly reason: 'not-started' | 'failed' | 'too-slow',
    /** The end of what it wrote on stderr. */
    readonly said: string,
  ) {
    super(`${program}: ${reason}${said ? `: ${said}` : ''}`);
    this.name = 'ProgramFailed';
  }
}

export interface ProgramRun {
  program: string;
  args: readonly string[];
  /** Written to its stdin, which is then closed. */
  input?: string | Uint8Array;
  cwd?: string;
  /** Milliseconds after which it is killed. Default: five minutes. */
  timeoutMs?: number;
}

/**
 * Runs the program and returns its stdout.
 * @throws ProgramFailed when it cannot be started, exits with another code than 0, or takes too long.
 */
export function runProgram({ program, args, input, cwd, timeoutMs = 300_000 }: ProgramRun): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    let said = '';
    let tooSlow = false;
    const timer = setTimeout(() => {
      tooSlow = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
    });
    // A program that ends without reading its input breaks the pipe; its exit code says why.
    child.stdin.on('error', () => undefined);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new ProgramFailed(program, 'not-started', error.message));
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (tooSlow) reject(new ProgramFailed(program, 'too-slow', said.trim()));
      else if (code !== 0) reject(new ProgramFailed(program, 'failed', said.trim()));
      else resolve(Buffer.concat(out));
    });
    child.stdin.end(input);
  });
}
