// Temporal's development server with the settings that make it fast and safe on one machine.
//
// If the server dies, it is started again on the same file: with WAL and synchronous=FULL nothing that
// it had confirmed is lost. An Update that no worker had accepted yet may be: the API sends it again.
import { Connection } from '@temporalio/client';
import type { Command } from '#infra/parts/postgres-cluster.ts';
import type { Ports } from './ports.ts';

const retentionDays = 30;

/** The command that serves Temporal from one SQLite file. */
export function temporalCommand(program: string, ports: Ports, namespace: string, databaseFile: string): Command {
  const settings = {
    // One shard polls its queues 20 times a second by itself, which makes every hop wait 45 ms.
    'history.transferProcessorMaxPollRPS': '5000',
    'history.timerProcessorMaxPollRPS': '5000',
    'history.visibilityProcessorMaxPollRPS': '100',
    'system.enableActivityEagerExecution': 'true',
  };
  return {
    program,
    args: [
      'server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--log-level', 'warn', '--namespace', namespace,
      '--port', String(ports.temporal), '--http-port', String(ports.temporalHttp), '--metrics-port', String(ports.temporalMetrics),
      '--db-filename', databaseFile,
      // FULL, not NORMAL: with NORMAL a power cut can lose the last commits.
      '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL',
      ...Object.entries(settings).flatMap(([name, value]) => ['--dynamic-config-value', `${name}=${value}`]),
    ],
    env: process.env,
  };
}

/** True when the server answers. */
export async function temporalAnswers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}

/** Makes the namespace when it is not there, and keeps closed histories 30 days at least. */
export async function ensureNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 10_000 });
  const service = connection.workflowService;
  const retention = { seconds: retentionDays * 86_400 } as unknown as NonNullable<Parameters<typeof service.registerNamespace>[0]['workflowExecutionRetentionPeriod']>;
  try {
    const there = await service.describeNamespace({ namespace }).catch(() => undefined);
    if (!there) {
      await service.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
    } else if (Number(there.config?.workflowExecutionRetentionTtl?.seconds ?? 0) < retentionDays * 86_400) {
      await service.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: retention } });
    }
  } finally {
    await connection.close();
  }
}
