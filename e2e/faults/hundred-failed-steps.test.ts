/**
 * 100 steps failed on purpose across 40 cases and repaired in bulk, against the whole system: the register of case numbers
 * is locked, the printer is out of paper, the SMS platform refuses, or it sends and says nothing (so that nobody knows
 * whether it sent). In the midst of the repairs the worker is killed. Then every case has ended, one of them heard and
 * archived, and no irreversible effect happened twice: counted by the platform, which sends whatever it is given, by the
 * ledger, the case numbers, the documents, the booking and the archive. (Nobody sends pictures here, so no disc is made.)
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { connectSql, type Sql } from '#db/connect.ts';
import { comeToCourt, consent, exchangeEvidence, file, hold, prepare, review, schedule, sign, staffNamed, type People, type Walk } from '#e2e/court/story.ts';
import { Person, Refused, until } from '#e2e/court/person.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { startSmsPlatform, type SmsPlatform } from './sms-platform.ts';

const cases = 40;
/** Of the cases, those that fail at their number before anything else. */
const atNumber = 9;
/** Of the cases, those whose notice of acceptance fails at the printer, at the platform that refuses, at the one that is mute. */
const [atPrinter, atRefusing, atMute] = [14, 13, 13];
/** Of the cases, those whose first application to withdraw is refused: one ruling more. */
const refusedFirst = 10;
/** What fails on purpose; the heard case is not withdrawn, its notices and its archive fail instead. */
const planned = atNumber + cases + refusedFirst + (cases - 1) + 2;

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
  console.log(`100 failed steps: ${JSON.stringify(figures, null, 1)}`);
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
/** How often the journals of all cases say this. */
const noted = async (kind: string): Promise<number> => (await sql`select 1 from journal where kind = ${kind}`).length;
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

/** Retries all that has failed, again and again, until the journals say so often that it is done: what was retried may fail once more. */
async function repairUntil(done: Record<string, number>): Promise<void> {
  await until(`repaired: ${JSON.stringify(done)}`, async () => {
    const { groups, total } = await failures();
    if (total > 0) expect((await inBulk(groups.flatMap(({ members }) => members), { action: 'retry' })).filter((code) => code !== 'ALREADY_DONE')).toEqual([]);
    const counts = await Promise.all(Object.keys(done).map(noted));
    return total === 0 && Object.values(done).every((count, at) => counts[at] === count);
  }, 900_000);
}

/** Nobody gets a case number while the register is locked. */
async function lockRegister(): Promise<void> {
  await sql.unsafe(`create function register_locked() returns trigger language plpgsql as $$ begin raise exception 'The register of case numbers is locked'; end $$;
    create trigger register_locked before insert on allotments for each row execute function register_locked()`);
}
const unlockRegister = () => sql.unsafe('drop trigger register_locked on allotments; drop function register_locked()');

/** One case is heard and archived, as others are; its notices fail at the platform, its archive at the printer. */
async function hear(caseId: string): Promise<void> {
  const { bench } = await people.manager.case(caseId);
  const [judge, clerk] = await Promise.all([judgeOf(caseId), staffNamed(court.baseUrl, bench.clerk?.name)]);
  const walk: Walk = { ...people, caseId, clerk, judge };
  await consent(walk);
  await exchangeEvidence(walk);
  platform.trouble = 'refusing';
  const hearing = await schedule(walk);
  await failed(1);
  platform.trouble = 'none';
  await repairUntil({ 'notice-issued': 2 });
  await prepare(walk, hearing.hearingId);
  await hold(walk, hearing.hearingId, hearing.startsAt);
  await sign(walk, hearing.hearingId);
  court.breakPrinter();
  await clerk.complete(caseId, 'complete-archive', { checked: true, registrationNumber: '录备2026-001' });
  const technician = await Person.staff(court.baseUrl, 'technician');
  await until('the archive has failed', async () => {
    const { rows } = await technician.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=explain-gap&limit=100');
    for (const { taskId } of rows) await complete(technician, taskId, { explanation: '参与人未发送音视频。' });
    return (await failures()).total === 1;
  }, 300_000);
  court.mendPrinter();
  await repairUntil({ 'archive-sealed': 1 });
}

test('100 steps fail across 40 cases, are repaired in bulk, and nothing happens twice', async () => {
  expect(planned).toBe(100);
  const began = Date.now();
  const caseIds = await each(Array.from({ length: cases }), () => file(people));
  const accept = (those: string[]) => each(those, (caseId) => review(people, caseId, { decision: 'accept' }));

  // Nine cases get no number: repaired at once, in bulk, and their notices fail next.
  await lockRegister();
  await accept(caseIds.slice(0, atNumber));
  await failed(atNumber);
  expect((await failures()).groups.map(({ step, members }) => [step, members.length])).toEqual([['acceptFiling', atNumber]]);
  await unlockRegister();
  // Forty notices of acceptance fail, for three reasons.
  court.breakPrinter();
  expect(await inBulk((await failures()).groups.flatMap(({ members }) => members), { action: 'retry' })).toEqual([]);
  await until('they have their numbers', async () => (await noted('case-accepted')) === atNumber);
  await accept(caseIds.slice(atNumber, atPrinter));
  await failed(atPrinter);
  court.mendPrinter();
  platform.trouble = 'refusing';
  await accept(caseIds.slice(atPrinter, atPrinter + atRefusing));
  await failed(atPrinter + atRefusing);
  platform.trouble = 'mute';
  await accept(caseIds.slice(atPrinter + atRefusing));
  await failed(cases);
  // Ten rulings that refuse a withdrawal fail. (One that permits it ends the case, which takes back what still waits: they fail later.)
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
  await repairUntil({ 'acceptance-issued': cases, 'ruling-issued': refusedFirst - 2 });
  figures['repairedInSeconds'] = Math.round((Date.now() - repairing) / 1000);

  // Thirty-nine rulings that permit a withdrawal fail, and are repaired: the cases end. The last case is heard.
  const heard = caseIds.at(-1)!;
  platform.trouble = 'refusing';
  await each(caseIds.slice(0, -1), async (caseId) => {
    await withdraw(caseId);
    await rule(caseId, { decision: 'permit', reason: '不违反法律规定' });
  });
  await failed(cases - 1);
  platform.trouble = 'none';
  await repairUntil({ 'ruling-issued': cases - 1 + refusedFirst - 2 });
  await hear(heard);
  await until('every case has ended', async () => (await sql`select 1 from cases where stage <> 'closed' limit 1`).length === 0, 300_000);

  // Every case has ended, as it should.
  const ended = await sql<{ closed_how: string; count: number }[]>`select closed_how, count(*)::int as count from cases group by 1`;
  expect(ended.sort((a, b) => b.count - a.count)).toEqual([{ closed_how: 'withdrawn', count: cases - 1 }, { closed_how: 'sealed', count: 1 }]);
  // A step that two persons were asked about and that was not ended came to operations once more; no other did but by the worker's death.
  const parked = await noted('step-parked');
  expect(parked).toBeGreaterThanOrEqual(planned + 2);
  figures['failedOnPurpose'] = planned;
  figures['failedInAll'] = parked;
  // No message twice, none missing but those of the two rulings that were skipped, and of none it is unknown.
  const keys = new Set((await sql<{ key: string }[]>`select key from effects where kind = 'sms'`).map(({ key }) => key));
  const sent = platform.sent.filter(({ key }) => keys.has(key)).map(({ key }) => key);
  expect(sent.filter((key, at) => sent.indexOf(key) !== at)).toEqual([]);
  const of = (kind: string) => sent.filter((key) => key.startsWith(`${kind}/`)).length;
  expect({ acceptance: of('acceptance'), ruling: of('ruling'), notice: of('notice') }).toEqual({ acceptance: cases, ruling: (cases - 1 + refusedFirst - 2) * 2, notice: 2 });
  const ledger = await sql<{ state: string; count: number }[]>`select state, count(*)::int as count from effects where key ~ '^(acceptance|ruling|notice)/' group by 1 order by 1`;
  // A skipped one had been tried: the ledger says so, and nothing more.
  expect(ledger).toEqual([{ state: 'done', count: of('acceptance') + of('ruling') + of('notice') }, { state: 'intended', count: 2 }]);
  // Each document once.
  const documents = await sql<{ what: string; count: number; cases: number }[]>`
    select coalesce(substring(name from '^(受理案件通知书|开庭通知书)-'), purpose) as what, count(*)::int as count, count(distinct case_id)::int as cases
    from files where purpose in ('notice', 'ruling') group by 1 order by 2`;
  expect(documents).toEqual([{ what: '开庭通知书', count: 2, cases: 1 }, { what: '受理案件通知书', count: cases, cases }, { what: 'ruling', count: cases - 1 + refusedFirst, cases: cases - 1 }]);
  // Each case one number, none left out; one hearing booked; one archive, and nothing of an attempt beside it.
  const [numbers] = await sql<{ given: number; last: number }[]>`
    select (select count(distinct case_number)::int from allotments) as given, (select sum(value)::int from counters where name like 'case/%') as last`;
  expect(numbers).toEqual({ given: cases, last: cases });
  expect(await sql`select hearing_id from booked_hearings`).toHaveLength(1);
  expect(await sql<{ case_id: string }[]>`select case_id from archives`).toEqual([{ case_id: heard }]);
  expect(readdirSync(path.join(court.environment['KAITING_DATA'] ?? '', 'archives'))).toHaveLength(1);
  // On record: what was corrected, who asked and who confirmed, what was not confirmed.
  const repaired = await sql<{ how: string; count: number }[]>`select data ->> 'how' as how, count(*)::int as count from journal where kind = 'step-repaired' group by 1 order by 1`;
  expect(repaired.find(({ how }) => how === 'skip')).toMatchObject({ count: 2 });
  const [{ changes } = { changes: [] }] = await sql<{ changes: { path: string }[] }[]>`select data -> 'changes' as changes from journal where kind = 'step-repaired' and data ->> 'how' = 'retryWith'`;
  expect(changes.map(({ path }) => path)).toEqual(['acceptedAt']);
  expect(await sql`select data ->> 'end' as end from journal where kind = 'repair-not-confirmed' order by 1`).toEqual([{ end: 'refused' }, { end: 'takenBack' }]);
  Object.assign(figures, { sentBeforeRepairs: before, sentInAll: platform.sent.length, effects: ledger, documents, numbers, repaired, seconds: Math.round((Date.now() - began) / 1000) });
}, 2_400_000);
