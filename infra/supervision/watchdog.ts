// Starts the watchdog (watchdog.mjs) and tells it what to end when this process is gone.
//
// If this process dies, the pipe closes and the watchdog ends what it was told. If the watchdog dies,
// another one is started and told everything again.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), 'watchdog.mjs');

export interface Watchdog {
  /** Ends this process group with this signal, and SIGKILL some seconds later, if this process goes away. */
  guard(group: number, signal: NodeJS.Signals): void;
  /** The group ended by itself or by its owner. */
  forget(group: number): void;
  /** Process id of the watchdog. */
  pid(): number;
  /** Ends the watchdog. What it still guards is ended. */
  close(): Promise<void>;
}

/**
 * Starts a watchdog, which ends every process group that it guards when this process is gone, and
 * after that every process whose environment carries `mark` (NAME=value).
 */
export function startWatchdog(mark?: string, onStart: (pid: number) => void = () => {}): Watchdog {
  const guarded = new Map<number, NodeJS.Signals>();
  let closing = false;
  let child = start();

  function start(): ChildProcess {
    const started = spawn(process.execPath, [program, ...(mark ? [mark] : [])], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
    started.stdin?.on('error', () => { /* it died; 'exit' starts another */ });
    started.on('exit', () => {
      if (closing) return;
      child = start();
      for (const [group, signal] of guarded) child.stdin?.write(`+${group} ${signal}\n`);
    });
    // It must not keep this process alive: the pipe is there to close.
    started.unref();
    if (started.pid) onStart(started.pid);
    return started;
  }

  return {
    guard(group, signal) {
      guarded.set(group, signal);
      child.stdin?.write(`+${group} ${signal}\n`);
    },
    forget(group) {
      guarded.delete(group);
      child.stdin?.write(`-${group}\n`);
    },
    pid: () => child.pid ?? 0,
    async close() {
      closing = true;
      const gone = new Promise((resolve) => { child.once('exit', resolve); });
      if (child.exitCode === null && child.signalCode === null) {
        child.ref();
        child.stdin?.end();
        await gone;
      }
    },
  };
}
