// How each part of the stack is started, asked to end, and known to be ready.
import { connect } from 'node:net';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeJanusConfiguration } from '#infra/janus/configuration.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { clusterCommand, makeCluster, takeOverCluster, type Cluster, type Command } from '#infra/parts/postgres-cluster.ts';
import type { ChildPlan } from '#infra/supervision/child.ts';
import type { Ports } from './ports.ts';
import { processEnvironment, type StackEnvironment } from './prepare.ts';
import { temporalAnswers, temporalCommand } from './temporal-server.ts';

/** The argument that lets node run TypeScript, from whatever folder. */
export const typescriptLoader = `--import=${pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href}`;

export async function postgresPlan(cluster: Cluster, logFile: string): Promise<ChildPlan> {
  await makeCluster(cluster);
  return {
    name: 'postgres',
    async command() {
      await takeOverCluster(cluster.folder);
      return clusterCommand(cluster, { max_connections: '200', log_min_messages: 'warning' });
    },
    ready: () => answers(cluster.port),
    // SIGINT: end the sessions and close in order; SIGTERM would wait for the sessions.
    stopSignal: 'SIGINT',
    logFile,
  };
}

export function temporalPlan(program: string, ports: Ports, environment: StackEnvironment, logFile: string): ChildPlan {
  const file = path.join(environment.KAITING_DATA, 'temporal', 'temporal.db');
  return {
    name: 'temporal',
    command: async () => ({ ...temporalCommand(program, ports, environment.TEMPORAL_NAMESPACE, file), env: processEnvironment(environment) }),
    ready: () => temporalAnswers(environment.TEMPORAL_ADDRESS),
    stopSignal: 'SIGTERM',
    logFile,
  };
}

export async function janusPlan(program: string, ports: Ports, environment: StackEnvironment, logFile: string): Promise<ChildPlan> {
  return {
    name: 'janus',
    // Written at every start: the machine's address may have changed.
    async command() {
      const { args } = await writeJanusConfiguration({
        folder: path.join(environment.KAITING_DATA, 'secrets', 'janus'),
        bindAddress: process.env.KAITING_MEDIA_ADDRESS,
        publicAddress: process.env.KAITING_PUBLIC_MEDIA_ADDRESS,
        websocketPort: ports.janus,
        adminPort: ports.janusAdmin,
        eventsPort: Number(environment.JANUS_EVENTS_PORT),
        apiSecret: environment.JANUS_API_SECRET,
        adminKey: environment.JANUS_ADMIN_KEY,
        rtpPortRange: ports.rtp,
        recordingsFolder: path.join(environment.KAITING_DATA, 'recordings'),
        logFile: path.join(path.dirname(logFile), 'janus-messages.log'),
      });
      return { program, args, env: processEnvironment(environment) };
    },
    ready: () => answers(ports.janus),
    stopSignal: 'SIGTERM',
    // By then the media host is gone, and Janus would wait to post its last events to it.
    farewell: 2,
    logFile,
  };
}

export function workerPlan(environment: StackEnvironment, logFile: string): ChildPlan {
  return { name: 'worker', ...ownProcess('worker/worker.ts', environment), ready: saysReady, logFile };
}

export function mediaHostPlan(environment: StackEnvironment, logFile: string): ChildPlan {
  return { name: 'media-host', ...ownProcess('worker/media-host.ts', environment), ready: saysReady, logFile };
}

export function apiPlan(environment: StackEnvironment, logFile: string): ChildPlan {
  const health = `http://127.0.0.1:${environment.KAITING_PORT}/healthz`;
  return {
    name: 'api',
    ...ownProcess('api/server.ts', environment),
    ready: () => fetch(health, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false),
    logFile,
  };
}

function ownProcess(entry: string, environment: StackEnvironment): Pick<ChildPlan, 'command' | 'stopSignal' | 'patience'> {
  return {
    command: async (): Promise<Command> => ({
      program: process.execPath,
      args: [typescriptLoader, path.join(repositoryFolder, entry)],
      cwd: repositoryFolder,
      env: processEnvironment(environment),
    }),
    stopSignal: 'SIGTERM',
    patience: 120,
  };
}

/** Kaiting's own processes say so in one line. */
function saysReady(log: () => string): boolean {
  return /^kaiting: .* ready$/m.test(log());
}

/** True when somebody accepts connections at this port of loopback. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}
