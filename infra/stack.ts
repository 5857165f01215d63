// The whole system on one machine, under one supervisor: PostgreSQL, Temporal, Janus, and Kaiting's own
// processes. `npm start`, the whole-system tests and the demonstration use it.
//
// If this process dies, however it dies, the watchdog ends every part; what it could not end, the next
// start ends (stack/run-file.ts). Every part may die at any time: it is started again, and carries on
// from what it has on disk.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { house, setUp } from './parts/house.ts';
import { Child, type ChildPlan, type Surroundings } from './supervision/child.ts';
import { startWatchdog } from './supervision/watchdog.ts';
import { makeDataFolder } from './stack/data-folder.ts';
import { prepareEnvironment } from './stack/prepare.ts';
import { apiPlan, janusPlan, mediaHostPlan, postgresPlan, temporalPlan, workerPlan } from './stack/plans.ts';
import { createDatabase, migrate } from './stack/database.ts';
import { choosePorts, type Ports } from './stack/ports.ts';
import { RunFile, stackMark } from './stack/run-file.ts';
import { ensureNamespace } from './stack/temporal-server.ts';
import { storeEnvironment } from './stack/environment.ts';
import { buildWeb } from './stack/web-build.ts';

export type StackPart = 'postgres' | 'temporal' | 'janus' | 'worker' | 'media-host' | 'api';

export interface StackOptions {
  /** Folder for everything that must not be lost; made when it is not there. */
  dataDir: string;
  /** Ports to use instead of the kept ones; `api: 0` means any free one. */
  ports?: Partial<Ports>;
  /** Default: KAITING_MODE, else demonstration. */
  mode?: 'demonstration' | 'production';
  /** Told what is being done, in a person's words. */
  log?: (line: string) => void;
  /** Settings that every process gets besides the usual ones. */
  environment?: Record<string, string>;
}

export interface Stack {
  baseUrl: string;
  databaseUrl: string;
  temporalAddress: string;
  janusUrl: string;
  dataDir: string;
  /** What every process of the stack gets; `npx kaiting X` gets the same. */
  environment: Record<string, string>;
  /** Process ids of the parts that run now, under supervision of this process. */
  pids(): Partial<Record<StackPart, number>>;
  /** Sends a signal to a part. A part that ends by it is started again. */
  kill(part: StackPart, signal?: NodeJS.Signals): void;
  /** Ends a part and starts it again; resolves when it is ready. */
  restart(part: StackPart): Promise<void>;
  /** Ends everything; resolves when nothing is left. */
  stop(): Promise<void>;
}

/**
 * Sets up what is missing and starts everything; resolves when all parts are ready.
 * @throws AlreadyRunning when another process runs this data folder's stack; Error with the end of a
 * part's log when it does not start, after everything was ended again.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const dataDir = path.resolve(options.dataDir);
  const say = options.log ?? (() => {});
  makeDataFolder(dataDir);
  const run = await RunFile.take(dataDir);
  const children = new Map<StackPart, Child>();
  const watchdog = startWatchdog(stackMark(dataDir), (pid) => run.noteWatchdog(pid));
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await endInOrder(children);
    await watchdog.close();
    run.release();
  };
  try {
    const parts = await setUp(house.filter((part) => part.neededFor === 'running'), say);
    const ports = await choosePorts(dataDir, options.ports);
    const { settings, environment } = await prepareEnvironment({ dataDir, parts, ports, mode: options.mode, extra: options.environment });
    storeEnvironment(dataDir, environment);
    mkdirSync(path.join(dataDir, 'logs'), { recursive: true });

    const start = async (name: StackPart, plan: ChildPlan) => {
      // One part's trouble ends all; what was about to start must not come after that.
      if (stopping) throw new Error('The stack is being stopped');
      const around: Surroundings = { watchdog, say, onProcess: (_, pid) => run.note(name, pid, plan.stopSignal) };
      const child = new Child(plan, around);
      children.set(name, child);
      await child.start();
    };
    const logs = (name: StackPart) => path.join(dataDir, 'logs', `${name}.log`);

    const database = async () => {
      if (settings.cluster) {
        await start('postgres', await postgresPlan(settings.cluster, logs('postgres')));
        await createDatabase(settings.cluster);
      }
      await migrate(environment);
    };
    const engine = async () => {
      if (settings.temporalProgram) await start('temporal', temporalPlan(settings.temporalProgram, ports, environment, logs('temporal')));
      await ensureNamespace(environment.TEMPORAL_ADDRESS, environment.TEMPORAL_NAMESPACE);
    };
    const media = async () => {
      if (settings.janusProgram) await start('janus', await janusPlan(settings.janusProgram, ports, environment, logs('janus')));
    };
    say('Starting PostgreSQL, Temporal and Janus');
    const pages = buildWeb(say);
    const base = Promise.all([database(), engine(), media()]);
    await Promise.all([
      base.then(() => { say('Starting the worker, the media host and the API'); return Promise.all([
        start('worker', workerPlan(environment, logs('worker'))),
        start('media-host', mediaHostPlan(environment, logs('media-host'))),
        pages.then(() => start('api', apiPlan(environment, logs('api')))),
      ]); }),
      pages,
    ]);
    run.noteBaseUrl(environment.KAITING_BASE_URL);

    const child = (part: StackPart): Child => {
      const found = children.get(part);
      if (!found) throw new Error(`${part} runs elsewhere`);
      return found;
    };
    return {
      baseUrl: environment.KAITING_BASE_URL,
      databaseUrl: environment.DATABASE_URL,
      temporalAddress: environment.TEMPORAL_ADDRESS,
      janusUrl: environment.JANUS_URL,
      dataDir,
      environment,
      pids: () => Object.fromEntries([...children].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]]))),
      kill: (part, signal = 'SIGKILL') => child(part).kill(signal),
      restart: (part) => child(part).restart(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Those who use others end first, so that nobody's last word is lost. */
async function endInOrder(children: Map<StackPart, Child>): Promise<void> {
  const order: StackPart[][] = [['api'], ['worker', 'media-host'], ['janus', 'temporal'], ['postgres']];
  for (const together of order) {
    await Promise.all(together.map((name) => children.get(name)?.stop()));
  }
}
