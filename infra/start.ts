// `npm start`: sets up what is missing, starts everything, says where to go, and ends everything when it is told to.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { dataFolder } from './stack/data-folder.ts';
import { AlreadyRunning } from './stack/run-file.ts';
import { startStack, type Stack } from './stack.ts';
import { whenParentIsGone } from './supervision/parent.ts';

const began = Date.now();
// Whoever reads this may stop reading; that ends nothing.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
const dataDir = dataFolder();
const say = (line: string) => console.log(line);
let stack: Stack | undefined;
let ending = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(`Ending everything (${signal})`));
whenParentIsGone(() => void end('npm is gone: ending everything'));

try {
  const started = await startStack({ dataDir, ports: process.env.KAITING_PORT ? { api: Number(process.env.KAITING_PORT) } : {}, log: say });
  if (ending) await started.stop();
  else welcome(stack = started);
} catch (error) {
  if (error instanceof AlreadyRunning) {
    say(`${error.message}. Nothing was changed.`);
    process.exit(0);
  }
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function welcome(running: Stack): void {
  const accounts = path.join(running.dataDir, 'demonstration-accounts.txt');
  say(`\nKaiting is ready (${((Date.now() - began) / 1000).toFixed(1)} s):  ${running.baseUrl}\n`);
  if (existsSync(accounts)) say(`${readFileSync(accounts, 'utf8').trim()}\n`);
  say(`Data: ${running.dataDir} (logs in ${path.join(running.dataDir, 'logs')})`);
  say('Ctrl-C ends everything; `npm start` carries on where it was.');
}

async function end(why: string): Promise<void> {
  if (ending) return;
  ending = true;
  say(`\n${why}`);
  // Before the stack is ready the watchdog ends what has been started.
  await stack?.stop();
  process.exit(0);
}
