/**
 * What durability and the record cost, against a bare Temporal workflow with the same Updates on the same server.
 * README.md beside this says how it is measured and what was found.
 *
 *     node --import tsx bench/lifecycle/measure.ts [rounds] [cases a round] [tasks seen by a reader]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '#adapters/config/environment.ts';
import { connectSql } from '#db/connect.ts';
import { startStack } from '#infra/stack.ts';
import { temporalClient } from '#worker/temporal-connection.ts';
import { cpuSeconds, median, quantile } from './processes.ts';
import { bareRound, courtRound, hearOpenedTasks, type Load, type Round } from './rounds.ts';
import { visibleTimes } from './visible.ts';

const rounds = Number(process.argv[2] ?? 12);
const load: Load = { cases: Number(process.argv[3] ?? 16), tasksPerCase: 13, atATime: 8 };
const seen = Number(process.argv[4] ?? 200);
const tasks = load.cases * load.tasksPerCase;

const dataDir = mkdtempSync(path.join(tmpdir(), 'kaiting-bench-'));
const stack = await startStack({ dataDir, ports: { api: 0 }, log: (line) => console.error(line) });
const bare = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('./bare-worker.ts', import.meta.url))], { env: { ...process.env, ...stack.environment }, stdio: ['ignore', 'pipe', 'inherit'] });
await new Promise<void>((resolve) => bare.stdout.once('data', () => resolve()));
const environment = readEnvironment(['temporal', 'database'], { ...process.env, ...stack.environment });
const { client, close } = temporalClient(environment.temporal);
const sql = connectSql(environment.database.url);

/** `cpu`: milliseconds a task, by part; `load`: processes of the whole machine that ran or waited when it ended. */
interface Measured extends Round { cpu: Record<string, number>; load: number }
const { postgres = 0, temporal = 0, worker = 0 } = stack.pids();

async function measured(parts: Record<string, number>, round: () => Promise<Round>): Promise<Measured> {
  const before = Object.entries(parts).map(([name, pid]) => ({ name, pid, used: cpuSeconds([pid]) }));
  const result = await round();
  return { ...result, load: loadavg()[0] ?? 0, cpu: Object.fromEntries(before.map(({ name, pid, used }) => [name, ((cpuSeconds([pid]) - used) * 1000) / tasks])) };
}

const total = ({ cpu }: Measured): number => Object.values(cpu).reduce((sum, part) => sum + part, 0);
const rounded = (value: number): number => Number(value.toFixed(2));

try {
  const opened = await hearOpenedTasks(sql);
  const court = () => measured({ temporal, worker, postgres }, () => courtRound(client, opened, load));
  const yardstick = () => measured({ temporal, worker: bare.pid ?? 0 }, () => bareRound(client, load));
  // Not counted: programs that have just started are compiled while they run.
  await courtRound(client, opened, { ...load, cases: 40 });
  await bareRound(client, { ...load, cases: 40 });
  const pairs: { court: Measured; bare: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Which one goes first alternates, so that a machine growing slower counts for both.
    const bareFirst = round % 2 === 1 ? await yardstick() : undefined;
    const courtRounds = await court();
    pairs.push({ court: courtRounds, bare: bareFirst ?? await yardstick() });
    console.error(JSON.stringify(pairs.at(-1)));
  }
  const compared = (value: (round: Measured) => number) => ({
    court: rounded(median(pairs.map((pair) => value(pair.court)))),
    bare: rounded(median(pairs.map((pair) => value(pair.bare)))),
    ratio: rounded(median(pairs.map((pair) => value(pair.court) / value(pair.bare)))),
    ratios: pairs.map((pair) => rounded(value(pair.court) / value(pair.bare))),
  });
  await visibleTimes(stack.baseUrl, 25, 5);
  const times = await visibleTimes(stack.baseUrl, seen, 5);
  const spread = (values: number[]) => ({ p50: rounded(quantile(values, 0.5)), p99: rounded(quantile(values, 0.99)), longest: rounded(Math.max(...values)) });
  console.log(JSON.stringify({
    load, rounds,
    cpuMsPerTask: compared(total),
    // Each arm's round that the rest of the machine disturbed least.
    leastCpuMsPerTask: { court: rounded(Math.min(...pairs.map((pair) => total(pair.court)))), bare: rounded(Math.min(...pairs.map((pair) => total(pair.bare)))) },
    casesPerSecond: compared((round) => load.cases / round.seconds),
    eventsPerTask: compared((round) => round.events / tasks),
    visibleMs: { count: times.length, perSecond: 5, visible: spread(times.map((time) => time.visible)), answered: spread(times.map((time) => time.answered)), load: loadavg() },
  }, null, 2));
} finally {
  bare.kill('SIGTERM');
  await sql.end({ timeout: 5 });
  await close();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
