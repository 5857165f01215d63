/**
 * How long a page of the work queue with its counts takes, at so many requests a second, among so many tasks; and which index
 * finds Chinese words of two characters. README.md beside this says how it is measured and what was found.
 *
 *     node --import tsx bench/queue/measure.ts [tasks] [open] [requests a second] [seconds]
 */
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { connectPlanned, connectSql, type Sql } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { workQueue, type QueueFilter, type QueueReader } from '#db/queries/work-queue.ts';
import { freshDatabase } from '#infra/testing/postgres.ts';
import { startTestParts } from '#infra/testing/test-parts.ts';
import { createHash } from 'node:crypto';
import { generate, divisions, staffSizes } from './generate.ts';
import { compareIndexes } from './search.ts';
import { LoggedDurations, sayingDurations, serverTimes } from './server.ts';

const [tasks = 1_000_000, open = 20_000, perSecond = 300, seconds = 60] = process.argv.slice(2).map(Number);
const warmingUp = 10;
/** As the API has it (api/services.ts). */
const connections = availableParallelism();

type Role = keyof typeof staffSizes;
/** As `md5(role || n)::uuid` of the generated staff. */
const personOf = (role: Role, n: number): string => createHash('md5').update(`${role}${n}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
let drawn = 7;
/** The same course of requests every time. */
const random = (): number => { drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648; return drawn / 2_147_483_648; };
const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T;
const somebody = (role: Role): QueueReader => {
  const n = 1 + Math.floor(random() * staffSizes[role]);
  return { personId: personOf(role, n), roles: [role], verified: true, division: divisions[n % divisions.length] ?? '', standsInFor: [], takesPartIn: [] };
};

const names = ['张伟', '李娜', '王芳', '刘洋', '陈静', '杨敏', '赵强', '黄磊'];
const common = ['合同', '买卖', '借贷', '纠纷'];
/** What people ask for, with how often of a hundred. */
const mix: [string, number, () => { reader: QueueReader; filter: Omit<QueueFilter, 'limit'> }][] = [
  ['mine', 40, () => ({ reader: somebody(oneOf(['clerk', 'judge'] as const)), filter: { view: 'mine' } })],
  ['my role’s pool', 20, () => ({ reader: somebody(oneOf(['filingClerk', 'technician', 'operations'] as const)), filter: { view: 'roles' } })],
  ['my division’s', 15, () => ({ reader: somebody(oneOf(['clerk', 'judge', 'divisionHead'] as const)), filter: { view: 'division' } })],
  ['of one kind', 5, () => ({ reader: somebody('clerk'), filter: { view: 'division', kind: oneOf(['schedule-hearing', 'verify-identity', 'phone-notice']) } })],
  ['at one stage', 3, () => ({ reader: somebody('divisionHead'), filter: { view: 'division', stage: oneOf(['hearing', 'evidence', 'signing'] as const) } })],
  ['under one article', 2, () => ({ reader: somebody('divisionHead'), filter: { view: 'division', article: 'G9' } })],
  ['search: a name', 8, () => ({ reader: somebody('divisionHead'), filter: { view: 'division', search: oneOf(names) } })],
  ['search: a common word', 3, () => ({ reader: somebody('divisionHead'), filter: { view: 'division', search: oneOf(common) } })],
  ['search: a number', 2, () => ({ reader: somebody('clerk'), filter: { view: 'division', search: `豫06民初${1 + Math.floor(random() * 6_000)}号` } })],
  ['done', 2, () => ({ reader: somebody('clerk'), filter: { view: 'completed' } })],
];
const ask = async (on: Sql, make: (typeof mix)[number][2]) => {
  const { reader, filter } = make();
  return workQueue(on, reader, { limit: 50, ...filter }, new Date());
};
const requests = mix.flatMap(([name, share, make]) => Array.from({ length: share }, () => ({ name, make })));

const quantile = (values: readonly number[], q: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? Number.NaN;
const rounded = (value: number): number => Number(value.toFixed(1));
const summary = (values: readonly number[]) => ({ requests: values.length, p50: rounded(quantile(values, 0.5)), p95: rounded(quantile(values, 0.95)), p99: rounded(quantile(values, 0.99)), most: rounded(Math.max(...values)) });

const logged = new LoggedDurations();
const parts = await startTestParts({ settings: sayingDurations, log: logged.line });
const database = await freshDatabase();
const sql = connectSql(database.url, 2);
const queueSql = connectPlanned(database.url, connections);
try {
  await migrate(database.url);
  const began = Date.now();
  await generate(sql, { tasks, open });
  console.error(`${tasks} tasks made in ${Math.round((Date.now() - began) / 1000)} s`);
  console.error(JSON.stringify(await compareIndexes(sql, [...names.slice(0, 3), ...common.slice(0, 2), '豫06民初71号']), null, 2));

  const times = new Map<string, number[]>(mix.map(([name]) => [name, []]));
  let worst = 0;
  /** Open loop: a request goes out when its time has come, whether or not the one before was answered; waiting counts. */
  const drive = async (requestsInAll: number, took: (name: string, milliseconds: number) => void) => {
    const under = new Set<Promise<void>>();
    const start = performance.now();
    for (let n = 0; n < requestsInAll; n += 1) {
      const due = start + (n * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 1) await wait(early);
      const { name, make } = oneOf(requests);
      const asked = ask(queueSql, make).then(() => took(name, performance.now() - due));
      under.add(asked);
      void asked.finally(() => under.delete(asked));
      worst = Math.max(worst, under.size);
    }
    await Promise.all(under);
    await wait(500);
  };
  await drive(perSecond * warmingUp, () => undefined);
  worst = 0;
  logged.begin();
  await drive(perSecond * seconds, (name, milliseconds) => times.get(name)?.push(milliseconds));
  const inPostgres = logged.end(perSecond * seconds);
  const all = [...times.values()].flat();
  const inServer: Record<string, Record<string, number>> = {};
  for (const [name, , make] of mix) {
    const { mean, most, planning } = await serverTimes(database.url, 30, (on) => ask(on, make));
    inServer[name] = { mean: rounded(mean), most: rounded(most), planning: rounded(planning) };
  }
  console.log(JSON.stringify({ tasks, open, perSecond, seconds, connections, load: loadavg().map(rounded), inPostgres: summary(inPostgres), all: summary(all), mostAtOnce: worst, each: Object.fromEntries([...times].map(([name, values]) => [name, summary(values)])), inServer }, null, 2));
} finally {
  await Promise.all([sql.end({ timeout: 5 }), queueSql.end({ timeout: 5 })]);
  await database.drop();
  await parts.stop();
}
