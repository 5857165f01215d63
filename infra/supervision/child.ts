// One part of a running stack: a process group of its own, a log file, a restart with back-off.
//
// If this process (the supervisor) dies, the watchdog ends the child. If the child dies, it is started
// again: at once at first, then after up to 10 seconds, and at once again after half a minute of health.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '#infra/parts/postgres-cluster.ts';
import { signalGroup } from './processes.mjs';
import type { Watchdog } from './watchdog.ts';

export interface ChildPlan {
  name: string;
  /** Made anew for each start. */
  command(): Promise<Command>;
  /** Resolves when the part does its work. `log` reads what this start has printed so far. */
  ready(log: () => string): Promise<boolean> | boolean;
  /** How the part is asked to end. */
  stopSignal: NodeJS.Signals;
  logFile: string;
  /** Seconds until a start that is not ready counts as failed. */
  patience?: number;
  /** Seconds that the part has to end when it is asked to; then it is killed. */
  farewell?: number;
}

export interface Surroundings {
  watchdog: Watchdog;
  /** Called with each new process id, and with undefined when it ended. */
  onProcess(name: string, pid: number | undefined): void;
  /** Tells a person what happened. */
  say(line: string): void;
}

const backOff = [0, 500, 1_000, 2_000, 5_000, 10_000];
const healthyAfter = 30_000;
const largestLog = 20 * 1024 * 1024;

export class Child {
  readonly name: string;
  #process: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #wanted = false;
  #failures = 0;
  #starting: Promise<void> = Promise.resolve();

  constructor(private readonly plan: ChildPlan, private readonly around: Surroundings) {
    this.name = plan.name;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the part and resolves when it is ready. Throws with the end of its log when it is not. */
  async start(): Promise<void> {
    this.#wanted = true;
    this.#starting = this.#launch();
    await this.#starting;
  }

  /** Asks the part to end, and kills it when it does not. Resolves when it is gone. */
  async stop(): Promise<void> {
    this.#wanted = false;
    const { pid } = this;
    if (pid === undefined) return;
    this.#process?.kill(this.plan.stopSignal);
    const gone = await Promise.race([this.#ended.then(() => true), wait((this.plan.farewell ?? 10) * 1000, false, { ref: false })]);
    if (!gone) signalGroup(pid, 'SIGKILL');
    await this.#ended;
  }

  /** Sends a signal to the part's own process. */
  kill(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** Ends the part and starts it again; resolves when it is ready. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async #launch(): Promise<void> {
    const command = await this.plan.command();
    const log = openLog(this.plan.logFile);
    const child = spawn(command.program, command.args, {
      cwd: command.cwd ?? '/', env: command.env, uid: command.uid, gid: command.gid, detached: true, stdio: ['ignore', log.descriptor, log.descriptor],
    });
    closeSync(log.descriptor);
    this.#process = child;
    const started = Date.now();
    const { pid } = child;
    if (pid !== undefined) {
      this.around.watchdog.guard(pid, this.plan.stopSignal);
      this.around.onProcess(this.name, pid);
    }
    let trouble = '';
    this.#ended = new Promise((resolve) => {
      child.once('error', (error) => { trouble = error.message; if (pid === undefined) resolve(); });
      child.once('exit', (code, signal) => {
        trouble ||= `it ended with ${signal ?? code}`;
        // What it started itself must not go on without it.
        if (pid !== undefined) signalGroup(pid, 'SIGKILL');
        resolve();
      });
    });
    void this.#ended.then(() => this.#hasEnded(pid, started, trouble));
    await this.#waitUntilReady(child, log.read, () => trouble);
  }

  async #waitUntilReady(child: ChildProcess, log: () => string, trouble: () => string): Promise<void> {
    const until = Date.now() + (this.plan.patience ?? 60) * 1000;
    for (;;) {
      if (await this.plan.ready(log)) return;
      if (child !== this.#process || trouble()) throw new Error(`${this.name} did not start (${trouble() || 'it ended'}). The end of ${this.plan.logFile}:\n${log().slice(-1500)}`);
      if (Date.now() > until) throw new Error(`${this.name} is not ready after ${this.plan.patience ?? 60} seconds. The end of ${this.plan.logFile}:\n${log().slice(-1500)}`);
      await wait(30);
    }
  }

  #hasEnded(pid: number | undefined, started: number, trouble: string): void {
    this.#process = undefined;
    if (pid !== undefined) {
      this.around.watchdog.forget(pid);
      this.around.onProcess(this.name, undefined);
    }
    if (!this.#wanted) return;
    this.#failures = Date.now() - started > healthyAfter ? 0 : this.#failures + 1;
    const delay = backOff[Math.min(Math.max(this.#failures - 1, 0), backOff.length - 1)] ?? 0;
    this.around.say(`${this.name}: ${trouble}; starting it again${delay > 0 ? ` in ${delay / 1000} s` : ''}`);
    void wait(delay).then(async () => {
      if (!this.#wanted || this.#process) return;
      this.#starting = this.#launch();
      // A start that fails ends its process, and that comes here again.
      await this.#starting.then(() => this.around.say(`${this.name}: runs again`), () => {});
    });
  }
}

/** Opens a log for appending (one that has grown large is put aside first); `read` returns what came after this moment. */
function openLog(file: string): { descriptor: number; read(): string } {
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`);
  const descriptor = openSync(file, 'a', 0o640);
  const from = fstatSync(descriptor).size;
  return {
    descriptor,
    read() {
      const reader = openSync(file, 'r');
      try {
        const length = Math.min(Math.max(fstatSync(reader).size - from, 0), 200_000);
        const buffer = Buffer.alloc(length);
        readSync(reader, buffer, 0, length, Math.max(from, fstatSync(reader).size - length));
        return buffer.toString();
      } finally {
        closeSync(reader);
      }
    },
  };
}
