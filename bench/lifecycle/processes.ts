/** CPU that process trees used, from the kernel's own accounting (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** Seconds of CPU that the processes and all their descendants, also those that ended, have used. */
export function cpuSeconds(pids: readonly number[]): number {
  const children = new Map<number, number[]>();
  const used = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // After the name in brackets: state, ppid, …; utime stime cutime cstime are the 14th to 17th fields.
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ').map(Number);
      const pid = Number(name);
      const parent = fields[1] ?? 0;
      children.set(parent, [...(children.get(parent) ?? []), pid]);
      used.set(pid, ((fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0)) / ticksPerSecond);
    } catch { /* it ended while we looked */ }
  }
  const sum = (pid: number): number => (used.get(pid) ?? 0) + (children.get(pid) ?? []).reduce((total, child) => total + sum(child), 0);
  return pids.reduce((total, pid) => total + sum(pid), 0);
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
};
