// What a test run shares: one PostgreSQL server on a free port, and the paths of the Temporal programs.
// Tests find them through the environment (see postgres.ts and temporal.ts beside this file).
//
// If the test run is killed, the watchdog ends the server; its folder stays in the temporary folder.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { clusterCommand, databaseUrl, makeCluster } from '#infra/parts/postgres-cluster.ts';
import { postgres } from '#infra/parts/postgres.ts';
import { pathsOfParts } from '#infra/parts/settings.ts';
import { freePorts } from '#infra/supervision/ports.ts';
import { startWatchdog } from '#infra/supervision/watchdog.ts';

export interface TestParts {
  stop(): Promise<void>;
}

/** What a measurement wants besides: settings of the server, and each line of its log. */
export interface Watched { settings: Record<string, string>; log: (line: string) => void }

/** Starts PostgreSQL for the tests and puts KAITING_TEST_DATABASE and the parts' paths into the environment. */
export async function startTestParts(watched?: Watched): Promise<TestParts> {
  Object.assign(process.env, await pathsOfParts());
  if (!await postgres.find()) await postgres.install(() => {});
  const programs = await postgres.find();
  if (!programs) throw new Error(postgres.advice);

  const parent = mkdtempSync(path.join(tmpdir(), 'kaiting-test-'));
  chmodSync(parent, 0o755);
  const [port = 0] = await freePorts(1);
  const cluster = { bin: programs.path, folder: path.join(parent, 'postgres'), port, password: 'tests' };
  await makeCluster(cluster);
  // Tests lose nothing that matters when the machine stops: no waiting for the disk.
  const command = await clusterCommand(cluster, { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '300', ...watched?.settings });

  const watchdog = startWatchdog();
  const server = spawn(command.program, command.args, { ...command, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => { server.once('exit', () => resolve()); });
  if (server.pid) watchdog.guard(server.pid, 'SIGINT');
  if (watched) createInterface({ input: server.stderr }).on('line', watched.log);
  await readyToAccept(server.stderr);
  process.env.KAITING_TEST_DATABASE = databaseUrl(cluster, 'postgres');

  return {
    async stop() {
      server.kill('SIGINT');
      await ended;
      await watchdog.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}

function readyToAccept(log: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    log.on('data', (chunk: Buffer) => {
      if (text.length < 20_000) text += chunk.toString();
      if (text.includes('ready to accept connections')) resolve();
    });
    log.on('end', () => reject(new Error(`PostgreSQL did not start: ${text}`)));
  });
}
