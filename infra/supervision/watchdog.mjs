// The last one to leave. Its standard input is a pipe held by the supervisor alone; when the
// supervisor is gone, however it went, the pipe closes and every process group named here is ended,
// and then every process that carries the mark given as argument.
// Lines: "+<group> <signal>" adds a group and how to ask it to end, "-<group>" removes it.
// Plain JavaScript with built-ins only: it must start in milliseconds and outlive everything.
//
// If this process itself is killed, its owner starts another and names the groups again; if both are
// killed at once, the next start ends what is left.
import { createInterface } from 'node:readline';
import { processesMarked, signalGroup } from './processes.mjs';

const mark = process.argv[2];
const groups = new Map();
const patience = 3_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [, sign, group, signal] = /^([+-])(\d+)(?: (SIG[A-Z]+))?$/.exec(line) ?? [];
  if (sign === '+') groups.set(Number(group), signal ?? 'SIGTERM');
  if (sign === '-') groups.delete(Number(group));
});
lines.on('close', () => {
  for (const [group, signal] of groups) signalGroup(group, signal);
  const started = Date.now();
  const timer = setInterval(() => {
    for (const group of [...groups.keys()]) if (!signalGroup(group, 0)) groups.delete(group);
    if (groups.size > 0 && Date.now() - started < patience) return;
    for (const group of groups.keys()) signalGroup(group, 'SIGKILL');
    if (mark) endMarked(mark);
    clearInterval(timer);
  }, 50);
});

/** What a part started in a process group of its own goes too. */
function endMarked(mark) {
  for (const pid of processesMarked(mark)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went by itself meanwhile.
    }
  }
}
