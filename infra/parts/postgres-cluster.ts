// A PostgreSQL data folder and the command that serves it. The server is a child like any other (its
// own process group, its own log), so this says how to make and start one and starts nothing by itself.
//
// If the process that starts it dies, the server goes on until the watchdog ends it; a stale
// postmaster.pid (everything was killed at once) is checked and removed by the server's own start.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresUser } from './postgres.ts';
import { output } from './programs.ts';

export interface Cluster {
  /** Folder with the server's programs. */
  bin: string;
  /** Data folder; its parents must be open to the user that runs the server. */
  folder: string;
  port: number;
  password: string;
}

/** What to spawn. */
export interface Command {
  program: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Working folder; `/` when absent. */
  cwd?: string;
  uid?: number;
  gid?: number;
}

const english = { LC_ALL: 'C.UTF-8', LC_MESSAGES: 'C' };

/** Makes the data folder when it is not there yet (0.6 to 1.5 s). One cut short is made again. */
export async function makeCluster({ bin, folder, password }: Pick<Cluster, 'bin' | 'folder' | 'password'>): Promise<void> {
  const whole = path.join(folder, 'made-by-kaiting');
  if (existsSync(whole)) return;
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const user = await postgresUser();
  const passwordFile = path.join(tmpdir(), `kaiting-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(folder, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await initialise(bin, ['--pgdata', folder, '--auth=scram-sha-256', '--username=kaiting', '--pwfile', passwordFile, '--encoding=UTF8', '--locale=C.UTF-8'], user);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(whole, '');
}

/** The command that serves a cluster, on loopback and a socket of its own only. */
export async function clusterCommand(cluster: Cluster, settings: Record<string, string> = {}): Promise<Command> {
  const all = { listen_addresses: '127.0.0.1', port: String(cluster.port), unix_socket_directories: '', ...settings };
  return {
    program: path.join(cluster.bin, 'postgres'),
    args: ['-D', cluster.folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    env: { ...process.env, ...english },
    ...await postgresUser(),
  };
}

/** Where clients find a database of the cluster. */
export function databaseUrl(cluster: Pick<Cluster, 'port' | 'password'>, database: string): string {
  return `postgres://kaiting:${cluster.password}@127.0.0.1:${cluster.port}/${database}`;
}

/**
 * Makes way for a start after everything was killed: ends a server that still runs on the folder, and
 * removes a postmaster.pid whose process id now belongs to a stranger, which PostgreSQL would refuse.
 */
export async function takeOverCluster(folder: string): Promise<void> {
  const file = path.join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  for (let attempt = 0; attempt < 200 && await serves(pid, folder); attempt += 1) {
    if (attempt === 0) process.kill(pid, 'SIGINT');
    if (attempt === 100) process.kill(pid, 'SIGKILL');
    await wait(50);
  }
  rmSync(file, { force: true });
}

/** True when this process is the PostgreSQL server of this folder. */
async function serves(pid: number, folder: string): Promise<boolean> {
  const commandLine = await output('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => '');
  return commandLine.includes('postgres') && commandLine.includes(folder);
}

function initialise(bin: string, args: string[], user: { uid?: number; gid?: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(bin, 'initdb'), args, { ...user, cwd: '/', env: { ...process.env, ...english }, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString(); });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed: ${errors.trim()}`))));
  });
}
