// Running other programs and finding them.
import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Found } from './part.ts';

const execute = promisify(execFile);

/** Runs a program and returns what it printed on both outputs. Throws when it fails or takes longer than `seconds`. */
export async function output(program: string, args: string[], options: { seconds?: number; env?: NodeJS.ProcessEnv } = {}): Promise<string> {
  const { stdout, stderr } = await execute(program, args, {
    timeout: (options.seconds ?? 20) * 1000,
    maxBuffer: 16 * 1024 * 1024,
    env: options.env ?? process.env,
  });
  return `${stdout}${stderr}`;
}

/** Runs a long program quietly; when it fails, the error carries the last lines that it printed. */
export function run(program: string, args: string[], options: { env?: NodeJS.ProcessEnv; cwd?: string } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: options.env ?? process.env, cwd: options.cwd });
    let tail = '';
    const keep = (chunk: Buffer) => { tail = (tail + chunk.toString()).slice(-2000); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args[0] ?? ''} ended with ${signal ?? code}:\n${tail.trim()}`));
    });
  });
}

/** The first program of these names on PATH. */
export function onPath(...names: string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter).concat('/usr/sbin', '/usr/local/sbin')) {
      const candidate = path.join(folder, name);
      if (folder && executable(candidate)) return candidate;
    }
  }
  return undefined;
}

/** True for a file that this user may run. */
export function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A program named by a setting, else the first of `names` on PATH. A setting that points nowhere is an error, never ignored. */
export function findProgram(setting: string, ...names: string[]): Found | undefined {
  const chosen = chosenBySetting(setting);
  if (chosen) return chosen;
  const program = onPath(...names);
  return program ? { path: program, from: 'path' } : undefined;
}

/** What an environment setting points at. Throws when it is set and nothing is there. */
export function chosenBySetting(setting: string): Found | undefined {
  const value = process.env[setting];
  if (!value) return undefined;
  if (!existsSync(value)) throw new Error(`${setting} is set to ${value}, and nothing is there.`);
  return { path: value, from: 'setting' };
}
