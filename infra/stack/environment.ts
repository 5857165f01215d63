// The environment of the stack's processes, and its copy in the data folder for commands that run
// beside the stack or after it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Keeps the environment for `npx kaiting X`. It holds secrets, so it lies among them. */
export function storeEnvironment(dataDir: string, environment: Record<string, string>): void {
  writeFileSync(fileOf(dataDir), JSON.stringify(environment, null, 2), { mode: 0o600 });
}

/** The environment of the stack's last start; empty when it never started. */
export function storedEnvironment(dataDir: string): Record<string, string> {
  const file = fileOf(dataDir);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Record<string, string> : {};
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, 'secrets', 'environment.json');
}
