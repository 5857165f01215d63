/**
 * 100 steps failed on purpose across 40 cases and repaired in bulk (sixty, then forty), against the whole system: the printer is out of paper,
 * the SMS platform refuses, or it sends and says nothing (so that nobody knows whether it sent). In the midst of the
 * repairs the worker is killed. Then every case has ended, and no irreversible effect happened twice: counted by the
 * platform, which sends whatever it is given, by the ledger, and by the documents.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectSql, type Sql } from '#db/connect.ts';
import { comeToCourt, file, review, type People } from '#e2e/court/story.ts';
import { Person, Refused, until } from '#e2e/court/person.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { startSmsPlatform, type SmsPlatform } from './sms-platform.ts';

const cases = 40;
/** Of the cases, those whose notice of acceptance fails at the printer, at the platform that refuses, at the one that is mute. */
const [atPrinter, atRefusing, atMute] = [14, 13, 13];
/** Of the cases, those whose first application to withdraw is refused: one ruling more. */
const refusedFirst = 20;

interface Failures {
  total: number;
  groups: { step: string; signature: string; errorType: string; cases: number; members: { taskId: string; caseId: string; error: string; input: Record<string, unknown> }[] }[];
  confirmations: { taskId: string; mine: boolean }[];
}

let platform: SmsPlatform;
let court: PagesCourt;
let sql: Sql;
let people: People;
let judges: Map<string, Person>;
let operations: Person;
let second: Person;
const figures: Record<string, unknown> = {};

beforeAll(async () => {
  platform = await startSmsPlatform();
  court = await startCourt({ KAITING_SMS_URL: platform.url });
  sql = connectSql(court.databaseUrl, 2);
  platform.showIn(sql);
  people = await comeToCourt(court.baseUrl);
  [operations, second] = await Promise.all([Person.staff(court.baseUrl, 'operations'), Person.staff(court.baseUrl, 'operations2')]);
  const [judge, judge2] = await Promise.all([Person.staff(court.baseUrl, 'judge'), Person.staff(court.baseUrl, 'judge2')]);
  judges = new Map([['王审判', judge], ['赵审判', judge2]]);
}, 300_000);
afterAll(async () => {
  await court?.stop();
  await sql?.end({ timeout: 1 });
  await platform?.close();
  process.stdout.write(`100 failed steps: ${JSON.stringify(figures)}\n`);
}, 120_000);

/** A few at a time, as a desk would. */
async function each<T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>, atOnce = 3): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.map((item, at) => ({ item, at }));
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next.at] = await work(next.item, next.at);
  }));
  return results;
}

const failures = () => operations.get<Failures>('/api/supervision/failures');
const failed = (count: number) => until(`${count} steps have failed`, async () => { const { total } = await failures(); return total === count; }, 600_000);
const complete = (who: Person, taskId: string, outcome: unknown) => who.post(`/api/tasks/${taskId}/completion`, { taskId, outcome });
const judgeOf = async (caseId: string): Promise<Person> => {
  const { presidingJudge } = (await people.manager.case(caseId)).bench;
  return judges.get(presidingJudge?.name ?? '') ?? Promise.reject(new Error(`Nobody presides over ${caseId}`));
};
const withdraw = (caseId: string) => people.plaintiff.post(`/api/cases/${caseId}/happenings`, { caseId, happening: { what: 'withdrawalApplied', reason: '双方已经和解，款项付清' } });
const rule = async (caseId: string, outcome: unknown) => {
  const judge = await judgeOf(caseId);
  const { taskId } = await until(`the judge rules on ${caseId}`, async () => (await judge.tasks(caseId)).find(({ kind, state }) => kind === 'rule-on-withdrawal' && state === 'open'), 300_000);
  await complete(judge, taskId, outcome);
};

/** One answer to all of a list; what failed, and why. */
async function inBulk(tasks: readonly { taskId: string }[], outcome: unknown, who = operations): Promise<string[]> {
  const reports = await each(tasks, ({ taskId }) => complete(who, taskId, outcome).then(() => undefined, (error: unknown) => (error instanceof Refused ? error.code : Promise.reject(error as Error))));
  return reports.filter((report) => report !== undefined);
}

/** Retries all that has failed, until nothing has: what fails once more comes back and is retried. */
async function repairAll(): Promise<void> {
  await until('nothing has failed any more', async () => {
    const { groups, total } = await failures();
    if (total > 0) expect((await inBulk(groups.flatMap(({ members }) => members), { action: 'retry' })).filter((code) => code !== 'ALREADY_DONE')).toEqual([]);
    return total === 0 && settledForAWhile();
  }, 900_000);
}

/** A step that was retried needs a moment to fail again. */
async function settledForAWhile(): Promise<boolean> {
  await new Promise((resolve) => { setTimeout(resolve, 15_000); });
  return (await failures()).total === 0;
}

test('100 steps fail across 40 cases, are repaired in bulk, and nothing happens twice', async () => {
  const began = Date.now();
  const caseIds = await each(Array.from({ length: cases }), () => file(people));
  const accept = (those: string[]) => each(those, (caseId) => review(people, caseId, { decision: 'accept' }));

  // Forty notices of acceptance fail, for three reasons.
  court.breakPrinter();
  await accept(caseIds.slice(0, atPrinter));
  await failed(atPrinter);
  court.mendPrinter();
  platform.trouble = 'refusing';
  await accept(caseIds.slice(atPrinter, atPrinter + atRefusing));
  await failed(atPrinter + atRefusing);
  platform.trouble = 'mute';
  await accept(caseIds.slice(atPrinter + atRefusing));
  await failed(cases);
  // Twenty rulings that refuse a withdrawal fail. (One that permits it ends the case, which takes back what still waits: they fail later.)
  platform.trouble = 'refusing';
  await each(caseIds.slice(0, refusedFirst), async (caseId) => {
    await withdraw(caseId);
    await rule(caseId, { decision: 'refuse', reason: '须先查明是否自愿' });
  });
  await failed(cases + refusedFirst);

  const { groups } = await failures();
  expect(new Set(groups.flatMap(({ members }) => members.map(({ caseId }) => caseId))).size).toBe(cases);
  expect(Object.fromEntries(groups.map(({ step, errorType, members }) => [`${step} ${errorType}`, members.length]))).toMatchObject({ 'issueRuling Error': refusedFirst, 'issueAcceptance Ambiguous': atMute });
  expect(groups.filter(({ step }) => step === 'issueAcceptance')).toHaveLength(3);
  figures['groups'] = groups.map(({ step, signature, errorType, members }) => `${members.length} ${step} ${errorType}: ${signature}`);
  figures['failedAfterSeconds'] = Math.round((Date.now() - began) / 1000);

  // Nobody knows whether the mute platform sent: apart, and the provider is asked, in vain and then with an answer.
  const { effects } = await operations.get<{ effects: { key: string; taskId: string | null }[] }>('/api/supervision/ambiguous-effects');
  expect(effects).toHaveLength(atMute);
  expect(effects.every(({ taskId }) => taskId !== null)).toBe(true);
  const says = async () => (await operations.get<{ answer: string }>(`/api/supervision/provider?key=${encodeURIComponent(effects[0]!.key)}`)).answer;
  platform.trouble = 'mute';
  expect(await says()).toBe('unreachable');
  platform.trouble = 'none';
  expect(await says()).toBe('sent');

  const before = platform.sent.length;
  const rulings = groups.find(({ step }) => step === 'issueRuling')!.members;
  // One input is corrected; a wrong one, and one of another case, is refused with the field.
  const wrong = groups.find(({ signature }) => signature.includes('paper'))!.members[0]!;
  const retryWith = (input: unknown) => complete(operations, wrong.taskId, { action: 'retryWith', input, reason: '更正受理时间' });
  await expect(retryWith({ ...wrong.input, acceptedAt: 'yesterday' })).rejects.toMatchObject({ code: 'INVALID' });
  await expect(retryWith({ ...wrong.input, caseId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'INVALID' });
  await retryWith({ ...wrong.input, acceptedAt: '2026-05-11T01:00:00.000Z' });
  // Four rulings are to be skipped: two are confirmed, one is refused, one is taken back.
  expect(await inBulk(rulings.slice(0, 4), { action: 'skip', reason: '改为纸质送达' })).toEqual([]);
  const asked = (await until('four wait for a second person', async () => { const { confirmations } = await failures(); return confirmations.length === 4 && confirmations; }));
  expect(asked.every(({ mine }) => mine)).toBe(true);
  expect(await inBulk(asked, { decision: 'confirm' })).toEqual(['REFUSED', 'REFUSED', 'REFUSED', 'REFUSED']);
  expect(await inBulk(asked.slice(0, 2), { decision: 'confirm' }, second)).toEqual([]);
  expect(await inBulk(asked.slice(2, 3), { decision: 'refuse', reason: '短信平台已恢复' }, second)).toEqual([]);
  expect(await inBulk(asked.slice(3), { decision: 'takeBack' })).toEqual([]);

  // The rest in bulk, the worker killed in the midst of it.
  const repairing = Date.now();
  setTimeout(() => court.killWorker(), 3_000);
  await repairAll();
  figures['repairedInSeconds'] = Math.round((Date.now() - repairing) / 1000);

  // Forty rulings that permit a withdrawal fail, and are repaired: the cases end.
  platform.trouble = 'refusing';
  await each(caseIds, async (caseId) => {
    await withdraw(caseId);
    await rule(caseId, { decision: 'permit', reason: '不违反法律规定' });
  });
  await failed(cases);
  figures['failedInAll'] = (await sql`select 1 from journal where kind = 'step-parked'`).length;
  platform.trouble = 'none';
  await repairAll();
  await until('every case has ended', async () => (await sql`select 1 from cases where stage <> 'closed' limit 1`).length === 0, 300_000);

  // Every case has ended, as it should.
  const ended = await sql<{ closed_how: string; count: number }[]>`select closed_how, count(*)::int as count from cases group by 1`;
  expect(ended).toEqual([{ closed_how: 'withdrawn', count: cases }]);
  // No message twice, none missing but those of the two rulings that were skipped, and of none it is unknown.
  const sent = platform.sent.filter(({ key }) => /^(acceptance|ruling)\//.test(key)).map(({ key }) => key);
  expect(sent.filter((key, at) => sent.indexOf(key) !== at)).toEqual([]);
  expect(sent.filter((key) => key.startsWith('acceptance/'))).toHaveLength(cases);
  expect(sent.filter((key) => key.startsWith('ruling/'))).toHaveLength((cases + refusedFirst - 2) * 2);
  const ledger = await sql<{ state: string; count: number }[]>`select state, count(*)::int as count from effects where key ~ '^(acceptance|ruling)/' group by 1 order by 1`;
  // A skipped one had been tried: the ledger says so, and nothing more.
  expect(ledger).toEqual([{ state: 'done', count: sent.length }, { state: 'intended', count: 2 }]);
  // Each document once.
  const documents = await sql<{ purpose: string; count: number; cases: number }[]>`
    select purpose, count(*)::int as count, count(distinct case_id)::int as cases from files where purpose in ('notice', 'ruling') group by 1 order by 1`;
  expect(documents).toEqual([{ purpose: 'notice', count: cases, cases }, { purpose: 'ruling', count: cases + refusedFirst, cases }]);
  // On record: what was corrected, who asked and who confirmed, what was not confirmed.
  const repaired = await sql<{ how: string; count: number }[]>`select data ->> 'how' as how, count(*)::int as count from journal where kind = 'step-repaired' group by 1 order by 1`;
  expect(repaired.find(({ how }) => how === 'skip')).toMatchObject({ count: 2 });
  const [{ changes } = { changes: [] }] = await sql<{ changes: { path: string }[] }[]>`select data -> 'changes' as changes from journal where kind = 'step-repaired' and data ->> 'how' = 'retryWith'`;
  expect(changes.map(({ path }) => path)).toEqual(['acceptedAt']);
  expect(await sql`select data ->> 'end' as end from journal where kind = 'repair-not-confirmed' order by 1`).toEqual([{ end: 'refused' }, { end: 'takenBack' }]);
  Object.assign(figures, { sentBeforeRepairs: before, sentInAll: platform.sent.length, effects: ledger, documents, repaired, seconds: Math.round((Date.now() - began) / 1000) });
}, 2_400_000);
