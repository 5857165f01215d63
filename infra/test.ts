// `npm test`: sets up what the tests need, then the compiler, the arrows of the house, the tests beside the
// code, and the tests of the whole system. `npm run test:faults` runs the long matrices of faults instead.
// The last line counts what really ran: `tests: N passed, N failed`; the compiler and the arrows are one each.
//
// Further arguments choose test files, as jest takes them: `npm test -- domain/law`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryFolder } from './parts/folders.ts';
import { house, setUp } from './parts/house.ts';
import { signalGroup } from './supervision/processes.mjs';
import { startWatchdog } from './supervision/watchdog.ts';

interface Count { passed: number; failed: number }

const watchdog = startWatchdog();
const children = new Set<number>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const group of children) signalGroup(group, 'SIGTERM');
    process.exit(1);
  });
}

const total = await allTests();
await watchdog.close();
console.log(`\ntests: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function allTests(): Promise<Count> {
  const [first, ...rest] = process.argv.slice(2);
  const faults = first === '--faults';
  const files = faults ? rest : process.argv.slice(2);
  const counts: Count[] = [];
  try {
    await setUp(house, (line) => console.log(line));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  if (faults) return jest('faults', files, 90);
  if (files.length === 0) {
    counts.push(await check('The compiler', program('typescript', 'bin/tsc'), ['--noEmit']));
    const folders = ['domain', 'workflows', 'activities', 'adapters', 'db', 'worker', 'api', 'web/src', 'infra', 'e2e', 'bench'].filter((folder) => existsSync(path.join(repositoryFolder, folder)));
    counts.push(await check('The arrows of the house', program('dependency-cruiser', 'bin/dependency-cruise.mjs'), ['--config', '.dependency-cruiser.cjs', ...folders]));
  }
  counts.push(await jest('unit', files, 18));
  counts.push(await jest('e2e', files, 20));
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }));
}

async function check(title: string, file: string, args: string[]): Promise<Count> {
  console.log(`\n${title}`);
  const fine = await run([file, ...args], 5) === 0;
  console.log(fine ? `${title}: as it should be` : `${title}: NOT as it should be`);
  return fine ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs one jest project and counts what its result file says; a suite that could not even run counts as failed. */
async function jest(project: 'unit' | 'e2e' | 'faults', files: string[], minutes: number): Promise<Count> {
  console.log(`\nTests: ${project}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'kaiting-results-'));
  const results = path.join(folder, 'results.json');
  try {
    // One whole system at a time; what stands beside the code runs side by side.
    const workers = project === 'unit' ? ['--maxWorkers=2'] : ['--runInBand'];
    const code = await run(['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', program('jest', 'bin/jest.js'),
      `--selectProjects=${project}`, ...workers, '--passWithNoTests', '--json', `--outputFile=${results}`, ...files], minutes, true);
    if (!existsSync(results)) return { passed: 0, failed: 1 };
    const told = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number; numPendingTests: number };
    // A test that is skipped has not passed.
    const failed = told.numFailedTests + told.numRuntimeErrorTestSuites + told.numPendingTests;
    return { passed: told.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs Node in a process group of its own, which is ended after `minutes`. Resolves to the exit code. */
async function run(args: string[], minutes: number, quiet = false): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: repositoryFolder, stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'], detached: true });
  const { pid } = child;
  if (pid === undefined) return 1;
  children.add(pid);
  watchdog.guard(pid, 'SIGTERM');
  const late = setTimeout(() => {
    console.error(`This takes longer than ${minutes} minutes and is ended.`);
    signalGroup(pid, 'SIGKILL');
  }, minutes * 60_000);
  const code = await new Promise<number>((resolve) => { child.on('exit', (status, signal) => resolve(signal ? 1 : status ?? 1)); });
  clearTimeout(late);
  signalGroup(pid, 'SIGKILL');
  children.delete(pid);
  watchdog.forget(pid);
  return code;
}

/** By its place: not every package lets its files be resolved by name. */
function program(name: string, file: string): string {
  return path.join(repositoryFolder, 'node_modules', name, file);
}
