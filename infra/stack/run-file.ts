// run.json in the data folder: who runs this stack, and which processes it has. It keeps two
// supervisors from running on one data folder, and tells a start what an earlier one left behind.
//
// If the supervisor dies, the file stays; the next start sees that its owner is gone, waits for the
// watchdog, ends what is left, and takes the file over.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { processesMarked, signalGroup, startOf } from '#infra/supervision/processes.mjs';

interface ProcessMark {
  pid: number;
  /** Tells the process from a later one with the same id. */
  start: string;
}

export interface RunState {
  supervisor: ProcessMark;
  watchdog?: ProcessMark;
  parts: Record<string, ProcessMark & { stopSignal: NodeJS.Signals }>;
  baseUrl?: string;
}

/** Those that start at the same moment look and take one after another. The file need not exist, and
 *  ending what a dead owner left takes up to 22 seconds, for which the next one waits. */
const turn = { realpath: false, stale: 5_000, retries: { retries: 300, factor: 1, minTimeout: 50, maxTimeout: 150, randomize: true } };

/** Somebody else runs this data folder's stack. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning';
  constructor(readonly state: RunState, folder: string) {
    super(`Kaiting already runs${state.baseUrl ? ` at ${state.baseUrl}` : ''} (process ${state.supervisor.pid}, data in ${folder})`);
  }
}

/** The name=value that every process of this data folder's stack carries in its environment. */
export function stackMark(dataDir: string): string {
  return `KAITING_STACK=${path.resolve(dataDir)}`;
}

export class RunFile {
  #state: RunState;

  private constructor(private readonly file: string) {
    this.#state = { supervisor: markOf(process.pid), parts: {} };
  }

  /** Takes the data folder for this process. Throws AlreadyRunning; ends what a dead owner left. */
  static async take(dataDir: string): Promise<RunFile> {
    const run = new RunFile(path.join(dataDir, 'run.json'));
    const give = await lock(run.file, turn);
    try {
      const owner = readRunState(dataDir);
      if (owner && alive(owner.supervisor)) throw new AlreadyRunning(owner, dataDir);
      if (owner) await endLeftovers(owner);
      run.#write();
    } finally {
      await give();
    }
    endMarked(stackMark(dataDir));
    return run;
  }

  /** Notes a part's process, or that it ended. */
  note(part: string, pid: number | undefined, stopSignal: NodeJS.Signals): void {
    if (pid === undefined) delete this.#state.parts[part];
    else this.#state.parts[part] = { ...markOf(pid), stopSignal };
    this.#write();
  }

  noteWatchdog(pid: number): void {
    this.#state.watchdog = markOf(pid);
    this.#write();
  }

  noteBaseUrl(baseUrl: string): void {
    this.#state.baseUrl = baseUrl;
    this.#write();
  }

  /** Gives the data folder free. */
  release(): void {
    rmSync(this.file, { force: true });
  }

  #write(): void {
    const own = `${this.file}.${process.pid}`;
    writeFileSync(own, JSON.stringify(this.#state, null, 2), { mode: 0o644 });
    renameSync(own, this.file);
  }
}

/** What the run file says, or undefined when there is none. */
export function readRunState(dataDir: string): RunState | undefined {
  return parse(path.join(dataDir, 'run.json'));
}

/** True when the stack of this data folder has a living supervisor. */
export function isRunning(dataDir: string): boolean {
  const state = readRunState(dataDir);
  return state !== undefined && alive(state.supervisor);
}

function parse(file: string): RunState | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RunState;
  } catch {
    // A file that the machine's end cut short names nobody.
    return { supervisor: { pid: 0, start: '' }, parts: {} };
  }
}

function markOf(pid: number): ProcessMark {
  return { pid, start: startOf(pid) ?? '' };
}

function alive(mark: ProcessMark): boolean {
  return mark.start !== '' && startOf(mark.pid) === mark.start;
}

/** Waits for the watchdog of a dead supervisor, then ends what it did not end. */
async function endLeftovers(state: RunState): Promise<void> {
  const { watchdog } = state;
  await until(() => !watchdog || !alive(watchdog), 12_000);
  if (watchdog && alive(watchdog)) signalGroup(watchdog.pid, 'SIGKILL');
  const left = () => Object.values(state.parts).filter((part) => alive(part));
  for (const part of left()) signalGroup(part.pid, part.stopSignal);
  await until(() => left().length === 0, 8_000);
  for (const part of left()) signalGroup(part.pid, 'SIGKILL');
  await until(() => left().length === 0, 2_000);
}

function endMarked(mark: string): void {
  for (const pid of processesMarked(mark)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went by itself meanwhile.
    }
  }
}

async function until(condition: () => boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition() && Date.now() < end) await wait(50);
}
