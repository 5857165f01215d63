// `npm run demo`: sets up what is missing, then e2e/demo/play.ts plays one whole case with real browsers.
// Arguments (--headless, --json) go to it, its last line is the last line here, and its exit code is ours.
//
// If this process dies, the watchdog ends the play; the play's own stack ends with it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { repositoryFolder } from './parts/folders.ts';
import { house, setUp } from './parts/house.ts';
import { pathsOfParts } from './parts/settings.ts';
import { testServer } from './parts/test-server.ts';
import { typescriptLoader } from './stack/plans.ts';
import { signalGroup } from './supervision/processes.mjs';
import { whenParentIsGone } from './supervision/parent.ts';
import { startWatchdog } from './supervision/watchdog.ts';

try {
  await setUp(house.filter((part) => part !== testServer), (line) => console.error(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const watchdog = startWatchdog();
const play = spawn(process.execPath, [typescriptLoader, path.join(repositoryFolder, 'e2e/demo/play.ts'), ...process.argv.slice(2)], {
  cwd: repositoryFolder, stdio: 'inherit', detached: true, env: { ...process.env, ...await pathsOfParts() },
});
const end = (signal: NodeJS.Signals) => { if (play.pid !== undefined) signalGroup(play.pid, signal); };
if (play.pid !== undefined) watchdog.guard(play.pid, 'SIGTERM');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end('SIGTERM'));
whenParentIsGone(() => end('SIGTERM'));

const code = await new Promise<number>((resolve) => { play.on('exit', (status, signal) => resolve(signal ? 1 : status ?? 1)); });
end('SIGKILL');
await watchdog.close();
process.exit(code);
