// npm starts this process and may be killed without telling it. Then nobody could end it by Ctrl-C any
// more, so it ends by itself.
import { execFileSync } from 'node:child_process';
import { startOf } from './processes.mjs';

/** Calls back once when the npm that started this process is gone. Does nothing when it was not npm. */
export function whenParentIsGone(callback: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = inspect(process.ppid);
  // npm runs a script through a shell, which some shells leave standing between.
  const line = /^-?(.*\/)?(sh|bash|dash|zsh|ash)$/.test(parent.name) ? [process.ppid, parent.parent] : [process.ppid];
  const ancestors = line.map((pid) => ({ pid, start: startOf(pid) }));
  const timer = setInterval(() => {
    if (ancestors.every(({ pid, start }) => startOf(pid) === start)) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}

function inspect(pid: number): { parent: number; name: string } {
  try {
    const [parent = '0', name = ''] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim().split(/\s+(.*)/);
    return { parent: Number.parseInt(parent, 10), name };
  } catch {
    return { parent: 0, name: '' };
  }
}
