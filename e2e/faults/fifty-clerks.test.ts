/**
 * Fifty filing clerks on one queue, in a real court: they look, claim, write, let go, decide, and hear of each other. Nothing
 * fails, nothing is done twice, of two who claim at once exactly one wins, and each claim reaches everybody. How long that
 * took is told, not asserted. KAITING_FIFTY_SECONDS says how long they work (300).
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TaskRow } from '#api/contract/tasks.ts';
import { connectSql } from '#db/connect.ts';
import { addFilingClerks } from '#e2e/clerks/accounts.ts';
import { SimulatedClerk } from '#e2e/clerks/clerk.ts';
import { comeToCourt, filingOf, type People } from '#e2e/court/story.ts';
import { startStack, type Stack } from '#infra/stack.ts';

const seconds = Number(process.env['KAITING_FIFTY_SECONDS'] ?? 300);
const many = 50;
/** So many filings wait when the work begins; new ones come as they are decided. */
const waiting = 60;

jest.setTimeout((seconds + 600) * 1_000);

let stack: Stack;
let folder: string;
let people: People;
let clerks: SimulatedClerk[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-clerks-'));
  stack = await startStack({ dataDir: path.join(folder, 'court'), ports: { api: 0 } });
  people = await comeToCourt(stack.baseUrl);
  clerks = [];
  for (const username of await addFilingClerks(stack.databaseUrl, many)) clerks.push(await SimulatedClerk.signIn(stack.baseUrl, username));
});
afterAll(async () => {
  await Promise.all(clerks?.map((clerk) => clerk.leave()) ?? []);
  await stack?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms); });
const oneOf = <T>(all: readonly T[]): T | undefined => all[Math.floor(Math.random() * all.length)];

interface Claim { taskId: string; by: SimulatedClerk; beganAt: number; endedAt: number }

test(`${many} clerks work for ${seconds} s`, async () => {
  const claims: Claim[] = [];
  /** Being decided, or decided: the filing leaves the filing clerks, so that it is not found any more. */
  const decided = new Map<string, number>();
  const races = { claims: 0, completions: 0, wrong: [] as string[] };
  const filed = await fileMany(waiting);
  for (const clerk of clerks) await clerk.listen();
  const end = performance.now() + seconds * 1_000;
  const open = () => performance.now() < end;

  const queueOf = async (clerk: SimulatedClerk) => ((await clerk.ask('look', 'GET', '/api/queue?view=roles&limit=100', [])).body as { rows: TaskRow[] }).rows ?? [];
  const claim = async (clerk: SimulatedClerk, taskId: string) => {
    const answer = await clerk.ask('claim', 'PUT', `/api/tasks/${taskId}/claim`, decided.has(taskId) ? [404, 409] : [409], {});
    if (answer.status === 200) claims.push({ taskId, by: clerk, beganAt: answer.beganAt, endedAt: answer.endedAt });
    // What was not known to be decided when it was asked may be by the time of the answer.
    return answer;
  };
  const release = (clerk: SimulatedClerk, taskId: string) => clerk.ask('release', 'DELETE', `/api/tasks/${taskId}/claim`, decided.has(taskId) ? [404, 409] : [409]);
  const reject = (clerk: SimulatedClerk, taskId: string) => {
    // One clerk may be at the same filing in two ways; what was decided stays counted.
    if (!decided.has(taskId)) decided.set(taskId, 0);
    return clerk.ask('complete', 'POST', `/api/tasks/${taskId}/completion`, [404, 409, 422], { taskId, outcome: { decision: 'reject', ground: 'noJurisdiction', reason: '不属于本院管辖' } });
  };
  const completed = (taskId: string) => decided.set(taskId, (decided.get(taskId) ?? 0) + 1);

  const day = async (clerk: SimulatedClerk) => {
    while (open()) {
      await pause(500 + Math.random() * 1_500);
      const rows = await queueOf(clerk);
      const free = oneOf(rows.filter((row) => row.claimedBy === null && !decided.has(row.taskId)));
      if (!free) continue;
      if ((await claim(clerk, free.taskId)).status !== 200) continue;
      await clerk.ask('read', 'GET', `/api/tasks/${free.taskId}`, [404]);
      await pause(1_500 + Math.random() * 1_500);
      if (Math.random() < 0.4) { await release(clerk, free.taskId); continue; }
      if ((await reject(clerk, free.taskId)).status === 200) completed(free.taskId);
    }
  };

  /** Two at the same moment, again and again. */
  const contend = async () => {
    while (open()) {
      await pause(2_000);
      const [one, other] = [oneOf(clerks)!, oneOf(clerks)!];
      if (one === other) continue;
      const free = oneOf((await queueOf(one)).filter((row) => row.claimedBy === null && !decided.has(row.taskId)));
      if (!free) continue;
      const answers = await Promise.all([claim(one, free.taskId), claim(other, free.taskId)]);
      const won = answers.filter(({ status }) => status === 200).length;
      // A third may have been first: then both are told who.
      if (won > 1 || answers.some(({ status, code }) => status !== 200 && code !== 'claimed-by-another' && code !== 'CONFLICT')) races.wrong.push(`claim: ${answers.map(({ status, code }) => `${status} ${code}`).join(', ')}`);
      if (won !== 1) continue;
      races.claims += 1;
      await pause(1_500);
      const done = await Promise.all([reject(one, free.taskId), reject(other, free.taskId)]);
      const times = done.filter(({ status }) => status === 200).length;
      if (times !== 1) races.wrong.push(`complete: ${done.map(({ status, code }) => `${status} ${code}`).join(', ')}`);
      else { races.completions += 1; completed(free.taskId); }
    }
  };

  /** Parties go on filing, so that there is always something to do. */
  const supply = async () => {
    let made = filed;
    while (open()) {
      if (made - decided.size < waiting) made += await fileMany(4);
      else await pause(500);
    }
    return made;
  };

  const [made] = await Promise.all([supply(), contend(), contend(), ...clerks.map(day)]);
  await pause(3_000);

  const sql = connectSql(stack.databaseUrl, 2);
  const twice = await sql<{ task: string; times: number }[]>`
    select data->>'taskId' as task, count(*)::int as times from journal where kind = 'task-completed' group by 1 having count(*) > 1`;
  const [{ done } = { done: 0 }] = await sql<{ done: number }[]>`select count(*)::int as done from journal where kind = 'task-completed' and data->>'kind' = 'review-filing'`;
  await sql.end({ timeout: 5 });
  report({ made, claims, races, done });

  expect(clerks.flatMap(({ name, errors }) => errors.map((error) => `${name}: ${error}`))).toEqual([]);
  expect(races.wrong).toEqual([]);
  expect(races.claims).toBeGreaterThan(0);
  expect(twice).toEqual([]);
  const answered = [...decided.values()].filter((times) => times > 0);
  expect(answered.filter((times) => times > 1)).toEqual([]);
  expect(done).toBe(answered.length);
  expect(reaching(claims).missed).toBe(0);
});

/** Filings by one party, a few at a time. */
async function fileMany(count: number): Promise<number> {
  const filing = await filingOf(people.plaintiff);
  for (let at = 0; at < count; at += 4) {
    await Promise.all(Array.from({ length: Math.min(4, count - at) }, async () => {
      const materials = (await filingOf(people.plaintiff))['materials'];
      await people.plaintiff.post('/api/cases', { ...filing, materials });
    }));
  }
  return count;
}

/** From the moment at which a claim was sent to the moment at which another's stream told of it, for every pair. */
function reaching(claims: readonly Claim[]): { times: number[]; missed: number } {
  const times: number[] = [];
  let missed = 0;
  for (const clerk of clerks) {
    const heard = new Map<string, number[]>();
    for (const { taskId, at } of clerk.heard) heard.set(taskId, [...(heard.get(taskId) ?? []), at]);
    for (const { taskId, by, beganAt } of claims) {
      if (by === clerk) continue;
      const at = heard.get(taskId)?.find((one) => one >= beganAt);
      if (at !== undefined) times.push(at - beganAt);
      // A stream that was told to fetch anew shows the claim without having heard of it.
      else if (clerk.resyncs === 0) missed += 1;
    }
  }
  return { times, missed };
}

function report({ made, claims, races, done }: { made: number; claims: readonly Claim[]; races: { claims: number; completions: number; wrong: string[] }; done: number }): void {
  const { times, missed } = reaching(claims);
  const counts = new Map<string, number>();
  for (const { answers } of clerks) for (const [act, count] of answers) counts.set(act, (counts.get(act) ?? 0) + count);
  const requests = [...counts.values()].reduce((sum, count) => sum + count, 0);
  console.log([
    `${many} clerks, ${seconds} s: ${requests} requests (${(requests / seconds).toFixed(1)} a second), ${made} filings, ${claims.length} claims, ${done} decided; ${[...counts].sort().map(([act, count]) => `${act}: ${count}`).join(', ')}`,
    `Two at once: ${races.claims} claims and ${races.completions} decisions contended, each with one winner; wrong: ${races.wrong.length}`,
    `A claim reaches another's stream, from when it was sent: p50 ${percentile(times, 0.5)} ms, p99 ${percentile(times, 0.99)} ms, max ${percentile(times, 1)} ms, ${times.length} times, within a second ${((times.filter((ms) => ms <= 1_000).length / times.length) * 100).toFixed(2)} %, never ${missed}`,
    `A claim is answered after: p50 ${percentile(claims.map(({ beganAt, endedAt }) => endedAt - beganAt), 0.5)} ms, p99 ${percentile(claims.map(({ beganAt, endedAt }) => endedAt - beganAt), 0.99)} ms; streams told to fetch anew: ${clerks.filter(({ resyncs }) => resyncs > 0).length}`,
  ].join('\n'));
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
