/**
 * M4: every part is killed with SIGKILL, each at a different stage of one running case. The case ends; no task is lost or
 * done twice, no SMS is sent twice, the journals have no hole, and the archive verifies. Meanwhile judge and clerk have
 * their pages open: these say what is going on, and show what is new without a reload.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { connectSql, type Sql } from '#db/connect.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { enterRoom } from '#e2e/demo/hearing.ts';
import { zh } from '#e2e/demo/words.ts';
import { Person, until } from '#e2e/court/person.ts';
import { takeSeat, type Seat } from '#e2e/court/seat.ts';
import { accept, comeToCourt, file, sign, slotAnswer, write, type Walk } from '#e2e/court/story.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { startStack, type Stack } from '#infra/stack.ts';
import { Desk } from './desk.ts';
import { again, complete, insist, prepareParty, submitEvidence } from './insist.ts';
import { killOnce, programsOf, without } from './killing.ts';
import { journalsAreWhole, messagesWentOutOnce, tasksAreDoneOnce, workflowsHaveEnded } from './nothing-lost.ts';
import { startSmsPlatform, type SmsPlatform } from './sms-platform.ts';

let platform: SmsPlatform;
let stack: Stack;
let sql: Sql;
let browser: CourtBrowser;
const dataDir = mkdtempSync(path.join(tmpdir(), 'kaiting-faults-'));

beforeAll(async () => {
  platform = await startSmsPlatform();
  stack = await startStack({ dataDir, ports: { api: 0 }, environment: { KAITING_SMS_URL: platform.url } });
  sql = connectSql(stack.databaseUrl, 2);
  platform.showIn(sql);
  browser = await startBrowser({ baseUrl: stack.baseUrl, headless: true });
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await sql?.end({ timeout: 1 });
  await platform?.close();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('every part is killed, and the case goes from filing to a sealed archive', async () => {
  try {
    await wholeCase();
  } catch (error) {
    const pictures = mkdtempSync(path.join(tmpdir(), 'kaiting-faults-pictures-'));
    await browser.photograph(pictures).catch(() => undefined);
    throw new Error(`What the pages showed then: ${pictures}`, { cause: error });
  }
}, 600_000);

interface Court extends Walk {
  atJudge: Desk;
  atClerk: Desk;
}

async function wholeCase(): Promise<void> {
  const court = await comeIn();
  await consentWithoutTemporal(court);
  await evidenceWithoutPostgres(court);
  const hearing = await noticesAndTheWorkerDies(court);
  await prepareWithoutTheApi(court, hearing.hearingId);
  const seats = await holdAndJanusDies(court, hearing);
  await closeAndTheMediaHostDies(court, hearing.hearingId, seats);
  const archive = await archived(court);

  await journalsAreWhole(sql, court.caseId);
  await tasksAreDoneOnce(sql, court.caseId);
  await messagesWentOutOnce(sql, platform.sent);
  await workflowsHaveEnded(await temporalClient());
  const verified = spawnSync(process.execPath, ['infra/kaiting.mjs', 'verify', path.dirname(archive), '--certificate', stack.environment['KAITING_SEAL_CERTIFICATE'] ?? ''], {
    cwd: repositoryFolder, encoding: 'utf8', env: { ...process.env, ...stack.environment },
  });
  expect({ status: verified.status, said: verified.status === 0 ? '' : verified.stdout + verified.stderr }).toEqual({ status: 0, said: '' });
}

async function comeIn(): Promise<Court> {
  const people = await comeToCourt(stack.baseUrl, console.log);
  const walk = await accept(people, await file(people));
  const { caseNumber, bench } = await walk.manager.case(walk.caseId);
  const desk = (name: string | undefined) => Desk.open(browser, name ?? '', walk.caseId, caseNumber ?? '');
  const [atJudge, atClerk] = await Promise.all([desk(bench.presidingJudge?.name), desk(bench.clerk?.name)]);
  walk.say('judge and clerk have their pages open');
  return { ...walk, atJudge, atClerk };
}

/** The judge permits the online hearing while Temporal is away: the page says that it is kept, and then that it is done. */
async function consentWithoutTemporal({ caseId, defendant, atJudge, atClerk, say }: Court): Promise<void> {
  await complete(defendant, caseId, 'consent-online', { decision: 'consent' });
  await atJudge.staff.openTask('permit-online');
  await atJudge.staff.decide('permit-online', 'decision', 'permit');
  await without(stack, 'temporal', async () => {
    await atJudge.send();
    await atJudge.says(zh.tasks.form.kept);
  });
  await atJudge.isDone('permit-online');
  await Promise.all([atJudge.seesStage('evidence'), atClerk.seesStage('evidence')]);
  say('permitted without Temporal');
}

/** Both parties submit their evidence while PostgreSQL is away; every page says that it may be old. */
async function evidenceWithoutPostgres({ caseId, plaintiff, defendant, clerk, atJudge, atClerk, say }: Court): Promise<void> {
  const parties = [plaintiff, defendant];
  const tasks = await Promise.all(parties.map((party) => party.awaitTask(caseId, 'submit-evidence')));
  expect(tasks).toHaveLength(2);
  let submitted: Promise<unknown> | undefined;
  await without(stack, 'postgres', async () => {
    submitted = Promise.all(parties.map((party) => submitEvidence(party, caseId)));
    await Promise.all([atJudge.saysConnectionLost(), atClerk.saysConnectionLost()]);
  });
  await submitted;
  await Promise.all([atJudge.isLiveAgain(), atClerk.isLiveAgain()]);
  for (const party of parties) {
    const task = await again('the evidence', () => party.awaitTask(caseId, 'confirm-evidence'));
    const { facts } = await party.get<{ facts: { items: { evidenceId: string }[] } }>(`/api/tasks/${task.taskId}`);
    await complete(party, caseId, 'confirm-evidence', { opinions: facts.items.map(({ evidenceId }) => ({ evidenceId, authenticity: true, legality: true, relevance: true, remark: '' })) });
  }
  expect((await clerk.case(caseId)).evidence).toHaveLength(2);
  await Promise.all([atJudge.seesStage('scheduling'), atClerk.seesTask('schedule-hearing')]);
  say('evidence exchanged without PostgreSQL');
}

/** The worker dies when the platform has taken the first notice and the court has not heard of it: the worst moment for an SMS. */
async function noticesAndTheWorkerDies({ caseId, clerk, atJudge, say }: Court): Promise<{ hearingId: string; startsAt: string }> {
  let died: Promise<void> | undefined;
  platform.afterAccepting = ({ key }) => {
    if (died !== undefined || !key.startsWith('notice/')) return false;
    died = killOnce(stack, 'worker');
    return true;
  };
  const { slots } = await clerk.get<{ slots: { day: string; startTime: string; courtroomId: string }[] }>(`/api/cases/${caseId}/slots`);
  await complete(clerk, caseId, 'schedule-hearing', { decision: 'schedule', kind: 'trial', durationMinutes: 90, ...slotAnswer(slots[0]!) });
  const hearing = await until('both notices are issued', async () => {
    const found = (await clerk.case(caseId)).hearings.at(-1);
    return found?.notices.length === 2 ? found : undefined;
  });
  expect(died).toBeDefined();
  await died;
  await atJudge.seesStage('preparation');
  say('notices issued, the worker died between them');
  return hearing;
}

/** The clerk and the parties prepare while the API is away; what the clerk sent is sent again by the page. */
async function prepareWithoutTheApi({ caseId, clerk, plaintiff, defendant, atJudge, atClerk, say }: Court, hearingId: string): Promise<void> {
  const { participants } = await clerk.case(caseId);
  await atClerk.staff.openTask('verify-identity', plaintiff.who);
  await atClerk.staff.decide('verify-identity', 'decision', 'verified');
  await atClerk.staff.fill('verify-identity', 'documents', '身份证');
  await atClerk.staff.noObjections();
  let prepared: Promise<unknown> | undefined;
  await without(stack, 'api', async () => {
    await atClerk.send();
    prepared = Promise.all([plaintiff, defendant].map((party) => prepareParty(party, caseId, hearingId)));
    await atClerk.says(zh.tasks.form.resending);
    await Promise.all([atJudge.saysConnectionLost(), atClerk.saysConnectionLost()]);
  });
  await prepared;
  await atClerk.isDone('verify-identity');
  await Promise.all([atJudge.isLiveAgain(), atClerk.isLiveAgain()]);
  const other = participants.find((participant) => participant.name === defendant.who);
  await complete(clerk, caseId, 'verify-identity', { decision: 'verified', documents: '身份证', views: [{ participantId: participants.find((participant) => participant.name === plaintiff.who)?.participantId, view: 'noObjection', remark: '' }] }, { participantId: other?.participantId });
  await atClerk.seesTask('test-courtroom');
  await complete(clerk, caseId, 'test-courtroom', { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true });
  await complete(await Person.staff(stack.baseUrl, 'technician'), caseId, 'test-courtroom-technology', { result: 'ready', network: true, video: true, sound: true, recording: true, platform: true });
  await Promise.all([atJudge.seesStage('hearing'), atClerk.seesStage('hearing')]);
  say('prepared without the API');
}

/** Janus dies in the taking of evidence. The judge sits at a real page with camera and microphone, the others hold their seats. */
async function holdAndJanusDies(court: Court, { hearingId, startsAt }: { hearingId: string; startsAt: string }): Promise<Seat[]> {
  const { caseId, clerk, judge, atJudge } = court;
  const { clock } = await clerk.get<{ clock: { now: string } }>('/api/court');
  await clerk.post('/api/demonstration/clock', { forwardMinutes: Math.ceil((Date.parse(startsAt) - Date.parse(clock.now)) / 60_000) - 5 });
  const look = (): Promise<HearingDetail> => clerk.get<HearingDetail>(`/api/hearings/${hearingId}`);
  await until('the room is open', async () => (await look()).state === 'open' && (await look()).seats.length === 4);
  const others = [clerk, court.plaintiff, court.defendant];
  const seated = async () => {
    const seats = await Promise.all(others.map((person) => again(`${person.who} takes the seat`, () => takeSeat(person, hearingId))));
    await until('everybody is present', async () => (await look()).seats.every((seat) => seat.presence === 'present'));
    return seats;
  };
  await enterRoom(atJudge.staff, caseId);
  const room = atJudge.staff.page;
  await room.evaluate(() => { (globalThis as { room?: string }).room = 'entered once'; });
  const before = await seated();
  const move = (who: Person, name: string) => insist(who, `/api/hearings/${hearingId}/phase`, { hearingId, move: name });
  await move(clerk, 'read-discipline');
  const { disciplineVersion } = await clerk.get<{ disciplineVersion: string }>('/api/court');
  for (const party of [court.plaintiff, court.defendant]) await complete(party, caseId, 'acknowledge-discipline', { acknowledged: true, version: disciplineVersion });
  await until('acknowledged', async () => (await look()).seats.filter((seat) => seat.participantId !== null).every((seat) => seat.acknowledged));
  await move(judge, 'open');
  await write(clerk, hearingId, 1, '审判长', '现在开庭。');
  await move(clerk, 'begin-evidence');
  await room.locator('[data-phase="evidence"]').waitFor();

  await without(stack, 'janus', async () => {
    await room.locator('.banner.broken').waitFor();
    await until('the loss is noticed', async () => (await look()).seats.some((seat) => seat.presence === 'away'), 120_000);
  });
  for (const seat of before) await seat.leave();
  const seats = await seated();
  await room.locator('.banner.broken').waitFor({ state: 'hidden' });
  await goOn(court, hearingId);
  await room.locator('[data-phase="evidence"]').waitFor();
  expect(await room.evaluate(() => (globalThis as { room?: string }).room)).toBe('entered once');
  court.say('the court sits again after the death of Janus');
  for (const step of ['begin-debate', 'begin-final-statements']) await move(clerk, step);
  return seats;
}

/** What the judge is asked after a loss, until the court sits again (G12). */
async function goOn({ caseId, clerk, judge }: Walk, hearingId: string): Promise<void> {
  await until('the court sits again', async () => {
    const { interruption, phase } = await clerk.get<HearingDetail>(`/api/hearings/${hearingId}`);
    if (interruption === null && phase === 'evidence') return true;
    for (const task of await judge.tasks(caseId)) {
      const answers: Record<string, unknown> = {
        'suspend-or-continue': { decision: 'suspend' }, 'verify-cause': { cause: 'device', findings: '法庭媒体服务器重启' }, 'resume-hearing': { resume: true },
      };
      const outcome = answers[task.kind];
      if (outcome) await insist(judge, `/api/tasks/${task.taskId}/completion`, { taskId: task.taskId, outcome }).catch(() => undefined);
    }
    return undefined;
  }, 180_000);
}

/** The media host dies while it composes the recording, and everybody signs meanwhile. */
async function closeAndTheMediaHostDies(court: Court, hearingId: string, seats: readonly Seat[]): Promise<void> {
  const { atClerk, caseId } = court;
  await insist(court.judge, `/api/hearings/${hearingId}/phase`, { hearingId, move: 'close' });
  await until('the recording is being composed', async () => programsOf(stack, 'media-host').length > 0);
  await killOnce(stack, 'media-host');
  expect(await sql`select 1 from recordings where hearing_id = ${hearingId}`).toHaveLength(0);
  await court.atJudge.staff.page.getByText(zh.room.ended.heading).first().waitFor();
  for (const seat of seats) await seat.leave();
  await atClerk.seesStage('signing');
  await sign(court, hearingId);
  await atClerk.seesStage('archiving');
  expect((await court.clerk.case(caseId)).standing.stage).toBe('archiving');
}

/** @returns the main volume's folder */
async function archived(court: Court): Promise<string> {
  await complete(court.clerk, court.caseId, 'complete-archive', { checked: true, registrationNumber: '录备2026-002' });
  const technician = await Person.staff(stack.baseUrl, 'technician');
  const { closed, archive } = await until('sealed', async () => {
    const { rows } = await technician.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=explain-gap&limit=100');
    for (const gap of rows.filter((task) => task.caseId === court.caseId)) {
      await insist(technician, `/api/tasks/${gap.taskId}/completion`, { taskId: gap.taskId, outcome: { explanation: '参与人未发送音视频。' } });
    }
    const detail = await court.manager.case(court.caseId);
    return detail.closed && detail.archive ? detail : undefined;
  }, 240_000);
  expect(closed?.how).toBe('sealed');
  await court.atClerk.seesStage('closed');
  court.say('sealed');
  return archive?.mainVolume ?? '';
}

async function temporalClient(): Promise<Client> {
  return new Client({ connection: await Connection.connect({ address: stack.temporalAddress }), namespace: stack.environment['TEMPORAL_NAMESPACE'] ?? 'kaiting' });
}
