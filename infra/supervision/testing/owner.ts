// A supervisor to be killed: guards one obedient and one stubborn group, and starts a process that leaves
// its group. Prints their ids as JSON and stays.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startWatchdog } from '#infra/supervision/watchdog.ts';

const mark = process.argv[2] ?? '';
const [name = '', value = ''] = mark.split('=');
const watchdog = startWatchdog(mark);
const start = async (program: string) => {
  const child = spawn(process.execPath, ['-e', program], { detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, [name]: value } });
  const [line] = await once(child.stdout, 'data') as [Buffer];
  return { pid: child.pid ?? 0, line: line.toString().trim() };
};
const obedient = await start('console.log(1); setInterval(() => {}, 1000)');
const stubborn = await start("process.on('SIGTERM', () => {}); console.log(1); setInterval(() => {}, 1000)");
const parent = await start(`const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
console.log(child.pid); setInterval(() => {}, 1000)`);
for (const { pid } of [obedient, stubborn, parent]) watchdog.guard(pid, 'SIGTERM');
console.log(JSON.stringify({ watchdog: watchdog.pid(), obedient: obedient.pid, stubborn: stubborn.pid, parent: parent.pid, escaped: Number(parent.line) }));
setInterval(() => {}, 1000);
