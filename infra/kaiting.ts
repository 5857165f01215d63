// `npx kaiting X`: `doctor` is here; every other command is worker/commands/X.ts, run with the
// environment of the stack as its last start left it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { doctor } from './doctor.ts';
import { repositoryFolder } from './parts/folders.ts';
import { python } from './parts/python.ts';
import { dataFolder } from './stack/data-folder.ts';
import { storedEnvironment } from './stack/environment.ts';
import { isRunning, readRunState } from './stack/run-file.ts';

const commands = path.join(repositoryFolder, 'worker/commands');
const [command, ...args] = process.argv.slice(2);

process.stdout.on('error', () => { /* whoever reads this may stop reading */ });

if (command === 'doctor') {
  process.exitCode = await doctor(console.log) ? 0 : 1;
  const running = isRunning(dataFolder()) ? readRunState(dataFolder()) : undefined;
  console.log(running ? `\nKaiting runs at ${running.baseUrl ?? '(it is starting)'} (process ${running.supervisor.pid}).` : '\nKaiting does not run from this clone now: `npm start` starts it.');
} else if (command && /^[a-z][a-z-]*$/.test(command) && existsSync(path.join(commands, `${command}.ts`))) {
  await runCommand(command);
} else {
  const names = existsSync(commands) ? readdirSync(commands).filter((name) => name.endsWith('.ts') && !name.includes('.test.')).map((name) => name.slice(0, -3)) : [];
  console.error(`Usage: npx kaiting ${['doctor', ...names].join(' | ')}`);
  process.exitCode = 2;
}

async function runCommand(name: string): Promise<void> {
  const bin = await python.find();
  const env = { ...(bin ? { KAITING_PYTHON: bin.path } : {}), ...storedEnvironment(dataFolder()), ...process.env };
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(commands, `${name}.ts`), ...args], { stdio: 'inherit', env: { ...env, NODE_OPTIONS: process.env.NODE_OPTIONS ?? '' } });
  // A command ends by its own will: Ctrl-C reaches it too, and this waits for its answer.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { if (signal === 'SIGTERM') child.kill(signal); });
  process.exitCode = await new Promise((resolve) => { child.on('exit', (code, signal) => resolve(signal ? 1 : code ?? 1)); });
}
