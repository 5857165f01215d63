/** The whole system for one test file, with data of its own; or one that runs already (KAITING_E2E_URL), while tests are written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startStack } from '#infra/stack.ts';

export interface TestStack {
  baseUrl: string;
  /** For tests that look at what is stored; empty for a court that ran already. */
  databaseUrl: string;
  stop(): Promise<void>;
}

/** @param environment settings that every process gets besides the usual ones */
export async function testStack(environment?: Record<string, string>): Promise<TestStack> {
  const running = process.env['KAITING_E2E_URL'];
  if (running) return { baseUrl: running, databaseUrl: process.env['DATABASE_URL'] ?? '', stop: async () => undefined };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaiting-court-'));
  const stack = await startStack({ dataDir, ports: { api: 0 }, environment });
  return {
    baseUrl: stack.baseUrl, databaseUrl: stack.databaseUrl,
    async stop() {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
