/**
 * A real Janus of one's own for a test: own folder, own free ports, gone with `stop()`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeJanusConfiguration } from '#infra/janus/configuration.ts';

export interface TestJanus {
  url: string;
  apiSecret: string;
  adminKey: string;
  eventsPort: number;
  recordingsFolder: string;
  pid(): number;
  /** SIGKILL, as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same ports with the same folder. */
  start(): Promise<void>;
  log(): Promise<string>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** A port that nobody listened on a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (child.exitCode !== null) throw new Error(`Janus ended with ${child.exitCode} at its start`);
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    await pause(50);
  }
  throw new Error('Janus did not listen within 10 s');
}

/**
 * @param options.sessionTimeoutSeconds how long a session outlives its last word (60 in the court).
 * @param options.eventsPort where events are posted to; a port with nobody behind it when absent.
 */
export async function startTestJanus(options: { sessionTimeoutSeconds?: number; eventsPort?: number } = {}): Promise<TestJanus> {
  const folder = await mkdtemp(join(tmpdir(), 'kaiting-janus-'));
  const [websocketPort, adminPort] = [await freePort(), await freePort()];
  const eventsPort = options.eventsPort ?? (await freePort());
  const apiSecret = randomBytes(16).toString('hex');
  const adminKey = randomBytes(16).toString('hex');
  const recordingsFolder = join(folder, 'recordings');
  const logFile = join(folder, 'janus.log');
  const firstRtpPort = 20_000 + 200 * randomInt(100);
  const configuration = await writeJanusConfiguration({
    folder: join(folder, 'configuration'), websocketPort, adminPort, eventsPort, apiSecret, adminKey,
    rtpPortRange: { first: firstRtpPort, last: firstRtpPort + 199 }, recordingsFolder, logFile,
    sessionTimeoutSeconds: options.sessionTimeoutSeconds,
  });
  let child: ChildProcess | undefined;
  const ended = (process: ChildProcess) => new Promise<void>((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) resolve();
    else process.once('exit', () => resolve());
  });
  const start = async () => {
    child = spawn(process.env['KAITING_JANUS'] ?? 'janus', configuration.args, { stdio: 'ignore' });
    await untilListening(websocketPort, child);
  };
  const kill = async () => {
    if (!child) return;
    child.kill('SIGKILL');
    await ended(child);
  };
  await start();
  return {
    url: configuration.url, apiSecret, adminKey, eventsPort, recordingsFolder,
    pid: () => child?.pid ?? 0,
    kill, start,
    log: () => readFile(logFile, 'utf8'),
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
