// What the operating system says about processes. Plain JavaScript, because the watchdog uses it too.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * When a process started, as a text that no other process with the same id ever has; undefined when
 * there is no such process, or only its remains.
 */
export function startOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // The name in parentheses may contain anything; what follows it is fields 3 (state) and so on.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      return `${bootOf()}/${fields[19]}`;
    }
    const text = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return text === '' || text.startsWith('Z') ? undefined : text.slice(1).trim();
  } catch {
    return undefined;
  }
}

let boot;
function bootOf() {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  return boot;
}

/** Sends a signal to a whole process group; false when nothing of it is left. */
export function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ids of the processes whose environment carries this mark (NAME=value), this one excepted. Linux only,
 * and only processes of this user, unless root asks; elsewhere an empty list.
 */
export function processesMarked(mark) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    if (pid === process.pid) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(mark) && startOf(pid) !== undefined;
    } catch {
      return false;
    }
  });
}
