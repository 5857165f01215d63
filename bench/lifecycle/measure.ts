/**
 * What durability and the record cost, against a bare Temporal workflow with the same Updates on the same server.
 *
 *     node --import tsx bench/lifecycle/measure.ts [rounds] [cases]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '#adapters/config/environment.ts';
import { connectSql } from '#db/connect.ts';
import { startStack } from '#infra/stack.ts';
import { temporalClient } from '#worker/temporal-connection.ts';
import { cpuSeconds, median, quantile } from './processes.ts';
import { bareRound, courtRound, type Load, type Round } from './rounds.ts';
import { visibleTimes } from './visible.ts';

const rounds = Number(process.argv[2] ?? 3);
const load: Load = { cases: Number(process.argv[3] ?? 40), tasksPerCase: 12, atATime: 8 };
const tasks = load.cases * load.tasksPerCase;

const dataDir = mkdtempSync(path.join(tmpdir(), 'kaiting-bench-'));
const stack = await startStack({ dataDir, ports: { api: 0 }, log: (line) => console.error(line) });
const bare = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./bare-worker.ts', import.meta.url))], { env: { ...process.env, ...stack.environment }, stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise<void>((resolve) => bare.stdout.once('data', () => resolve()));
const environment = readEnvironment(['temporal', 'database'], { ...process.env, ...stack.environment });
const { client, close } = temporalClient(environment.temporal);
const sql = connectSql(environment.database.url);

interface Measured extends Round { cpu: number }
const { postgres = 0, temporal = 0, worker = 0 } = stack.pids();

async function measured(pids: number[], round: () => Promise<Round>): Promise<Measured> {
  const before = cpuSeconds(pids);
  const result = await round();
  return { ...result, cpu: cpuSeconds(pids) - before };
}

try {
  await courtRound(client, sql, { ...load, cases: 4 });
  await bareRound(client, { ...load, cases: 4 });
  const courts: Measured[] = [];
  const bares: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    courts.push(await measured([temporal, worker, postgres], () => courtRound(client, sql, load)));
    bares.push(await measured([temporal, bare.pid ?? 0], () => bareRound(client, load)));
  }
  const ratio = (value: (round: Measured) => number): number => median(courts.map((court, index) => value(court) / value(bares[index] ?? court)));
  const times = await visibleTimes(stack.baseUrl, 100, 5);
  console.log(JSON.stringify({
    load, rounds,
    cpuMsPerTask: { court: median(courts.map((round) => (round.cpu / tasks) * 1000)), bare: median(bares.map((round) => (round.cpu / tasks) * 1000)), ratio: ratio((round) => round.cpu) },
    casesPerSecond: { court: median(courts.map((round) => load.cases / round.seconds)), bare: median(bares.map((round) => load.cases / round.seconds)), ratio: ratio((round) => 1 / round.seconds) },
    eventsPerTask: { court: median(courts.map((round) => round.events / tasks)), bare: median(bares.map((round) => round.events / tasks)), ratio: ratio((round) => round.events) },
    visibleMs: { count: times.length, perSecond: 5, p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
  }, null, 2));
} finally {
  bare.kill('SIGTERM');
  await sql.end({ timeout: 5 });
  await close();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
