/**
 * `npm run demo [-- --headless] [--json] [--data FOLDER] [--at FOLDER]`: plays one whole case at a court of its own.
 *
 * --headless  no windows (also where there is no display)
 * --json      the last line is one JSON object: caseId, stages, archive, gaps, verify
 * --data      keeps the court's data in this folder; else it lies in a temporary one, which is removed
 * --at        at the court that runs from this data folder, instead of one of its own
 *
 * If this process dies, its court and its browsers end with it; a temporary folder may stay.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '#infra/stack.ts';
import { storedEnvironment } from '#infra/stack/environment.ts';
import { playCase, type Court } from './demonstration.ts';

const { values: asked } = parseArgs({ options: { headless: { type: 'boolean' }, json: { type: 'boolean' }, data: { type: 'string' }, at: { type: 'string' } } });
const began = Date.now();
const say = (line: string) => console.log(`${clock()}  ${line}`);
const temporary = mkdtempSync(path.join(tmpdir(), 'kaiting-demo-'));
// When root plays, PostgreSQL runs as another user, who must be able to enter.
chmodSync(temporary, 0o755);
let end: () => Promise<void> = async () => {};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end().finally(() => process.exit(1)));

let code = 1;
try {
  const court = await theCourt();
  say(`The court is ready: ${court.baseUrl}`);
  const played = await playCase({ court, headless: asked.headless ?? !process.env['DISPLAY'], say, folder: path.join(temporary, 'papers') });
  say(`The case went from filing to a sealed archive in ${clock().trim()}.`);
  if (asked.json) console.log(JSON.stringify(played));
  code = played.verify ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
} finally {
  await end();
  rmSync(temporary, { recursive: true, force: true });
}
process.exit(code);

async function theCourt(): Promise<Court> {
  if (asked.at) {
    const environment = storedEnvironment(path.resolve(asked.at));
    return { baseUrl: environment['KAITING_BASE_URL'] ?? '', dataDir: path.resolve(asked.at), environment };
  }
  const stack = await startStack({ dataDir: asked.data ?? path.join(temporary, 'court'), ports: { api: 0 }, log: say });
  end = () => stack.stop();
  return stack;
}

function clock(): string {
  const seconds = Math.round((Date.now() - began) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`.padStart(5);
}
