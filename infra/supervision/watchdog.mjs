// The last one to leave. Its standard input is a pipe held by the supervisor alone; when the
// supervisor is gone, however it went, the pipe closes and every process group named here is ended.
// Lines: "+<group> <signal>" adds a group and how to ask it to end, "-<group>" removes it.
// Plain JavaScript with built-ins only: it must start in milliseconds and outlive everything.
//
// If this process itself is killed, its owner starts another and names the groups again; if both are
// killed at once, the next start ends what the run file names.
import { createInterface } from 'node:readline';

const groups = new Map();
const patience = 8_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [, sign, group, signal] = /^([+-])(\d+)(?: (SIG[A-Z]+))?$/.exec(line) ?? [];
  if (sign === '+') groups.set(Number(group), signal ?? 'SIGTERM');
  if (sign === '-') groups.delete(Number(group));
});
lines.on('close', () => {
  for (const [group, signal] of groups) send(group, signal);
  const started = Date.now();
  const timer = setInterval(() => {
    for (const group of [...groups.keys()]) if (!send(group, 0)) groups.delete(group);
    if (groups.size > 0 && Date.now() - started < patience) return;
    for (const group of groups.keys()) send(group, 'SIGKILL');
    clearInterval(timer);
  }, 50);
});

/** Sends a signal to a whole process group; false when nothing of it is left. */
function send(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
