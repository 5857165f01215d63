/**
 * Every page as its kind of user sees it, while one case goes from the filing to the sealed archive: on a phone and at a
 * desk, in Chinese and in English. Each is looked at by axe with every rule, for words of the other language, for what
 * is cut off and for sideways scrolling. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { complaintPdf } from '#e2e/court/papers.ts';
import { Person, until } from '#e2e/court/person.ts';
import { takeSeat, type Seat } from '#e2e/court/seat.ts';
import { accept, comeToCourt, defendant, exchangeEvidence, file, filingOf, plaintiff, review, schedule, signTask, slotAnswer, testTechnology, verifyIdentity, type People, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { codeFrom, messagesTo } from '#e2e/demo/outbox.ts';
import { drawName } from '#e2e/demo/party.ts';
import { labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words, type Seen } from '#e2e/pages/viewer.ts';
import { materialWords } from '#domain/filing/material-categories.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const claim = { cause: '民间借贷纠纷', claims: '一、返还借款本金五万元；\n二、支付逾期利息。', facts: '双方于 2026 年 3 月 5 日订立借款合同，到期未还。' };
const evidence = { title: '借条', source: '原告保管的原件', proves: '被告向原告借款五万元' };
const said = { question: '现在开庭。核对当事人身份，告知诉讼权利义务。', answer: '请求判令被告返还借款。', refusal: '笔录与我所说不符' };

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
let walk: Walk;
let hearing: { hearingId: string; startsAt: string };
const staff = new Map<string, Viewer>();

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(claim), ...Object.values(evidence), ...Object.values(said), '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。');
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

/** Titles of tasks as their pages head them. */
const headed = (kind: TaskKindName): Seen => (_words, _page, language) => new RegExp(`^${taskCatalogue[kind].title[language]}`);
const at = (device: 'pc' | 'phone', person?: Person) => Viewer.at(browser, device, person);
const nothingWrong = () => {
  const wrong = looked.splice(0).filter(({ faults }) => faults.length > 0);
  expect(wrong).toEqual([]);
};

/** Somebody of the court at a desk that stays open. */
async function desk(person: Person): Promise<Viewer> {
  const viewer = staff.get(person.who) ?? await at('pc', person);
  staff.set(person.who, viewer);
  return viewer;
}
async function staffTask(person: Person, caseId: string, kind: TaskKindName): Promise<void> {
  const { taskId } = await until(`${person.who} has ${kind}`, async () => (await person.tasks(caseId)).find((task) => task.kind === kind && task.mine));
  await (await desk(person)).visit(`/desk/tasks/${taskId}`, `task-${kind}`, headed(kind));
}
async function partyTask(viewer: Viewer, person: Person, caseId: string, kind: TaskKindName): Promise<string> {
  const { taskId } = await person.awaitTask(caseId, kind);
  await viewer.visit(`/my/tasks/${taskId}`, `my-task-${kind}`, headed(kind));
  return taskId;
}

test('the door: front, sign-in, real name, what the demonstration court adds, nothing there', async () => {
  const [phone, pc] = await Promise.all([at('phone'), at('pc')]);
  for (const viewer of [phone, pc]) await viewer.visit('/', 'front', ({ party }) => party.front.heading);
  // What a phone loads before it shows the front: compressed, and nothing of the desk.
  const loaded = await phone.page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry as PerformanceResourceTiming).filter(({ name }) => name.includes('/assets/')).map(({ transferSize, decodedBodySize }) => ({ transferSize, decodedBodySize })));
  const sum = (sizes: number[]) => sizes.reduce((all, one) => all + one, 0);
  expect(sum(loaded.map(({ transferSize }) => transferSize))).toBeLessThan(200_000);
  expect(sum(loaded.map(({ transferSize }) => transferSize))).toBeLessThan(sum(loaded.map(({ decodedBodySize }) => decodedBodySize)) / 2);
  await pc.visit('/staff/sign-in', 'staff-sign-in', ({ staff: { signIn } }) => signIn.title);
  await pc.visit('/nowhere', 'not-found', ({ shell }) => shell.notFound);
  await phone.visit('/my', 'sign-in', ({ party }) => party.signIn.title);
  await phone.page.getByLabel(words.zh.party.signIn.phone, { exact: true }).fill('13800000003');
  await phone.page.getByRole('button', { name: words.zh.party.signIn.sendCode }).click();
  await phone.look('sign-in-code', ({ party }, page) => page.getByText(party.signIn.sent.replace('{{phone}}', '13800000003')));

  const stranger = new Person(court.baseUrl, '王五');
  await stranger.post('/api/auth/phone-number/verify', { phoneNumber: '13800000003', code: await stranger.codeSentTo('13800000003') });
  const newcomer = await at('phone', stranger);
  await newcomer.visit('/my', 'verification', ({ party }) => party.identity.title);
  for (const viewer of [phone, pc]) {
    await viewer.visit('/demonstration/outbox', 'outbox', ({ demonstration }) => demonstration.outbox.title);
    await viewer.visit('/demonstration/clock', 'clock', ({ demonstration }) => demonstration.clock.title);
  }
  await Promise.all([phone, pc, newcomer].map((viewer) => viewer.leave()));
  nothingWrong();
});

let caseId: string;
test('a party files on a phone (G3)', async () => {
  const phone = await at('phone', people.plaintiff);
  const { page } = phone;
  const { filing, common } = words.zh.party;
  const step = async (name: keyof typeof filing.steps, then: () => Promise<void>) => {
    await page.getByRole('heading', { level: 1, name: filing.steps[name] }).waitFor();
    await then();
    await phone.look(`filing-${name}`, ({ party }) => party.filing.steps[name]);
    if (name !== 'check') await page.getByRole('button', { name: common.next, exact: true }).click();
  };
  await phone.visit('/my', 'my-empty', (_words, of) => of.getByRole('heading', { level: 1 }));
  await page.goto('/file');
  await step('role', () => page.getByRole('radio', { name: new RegExp(`^${filing.role.plaintiff}`) }).check());
  // What is missing is said, in the language of the page, too.
  await page.getByRole('button', { name: common.next, exact: true }).click();
  await phone.look('filing-claim-missing', (_words, of) => of.locator('.wrong'));
  await step('claim', async () => {
    await page.getByLabel(filing.claim.cause).fill(claim.cause);
    await page.getByLabel(filing.claim.claims).fill(claim.claims);
    await page.getByLabel(filing.claim.facts).fill(claim.facts);
  });
  await step('others', async () => {
    await page.getByLabel(filing.others.name).fill(defendant.name);
    await page.getByLabel(filing.others.identityNumber).fill(defendant.identityNumber);
    await page.getByLabel(filing.others.phone).fill(defendant.phone);
  });
  await step('materials', async () => {
    await page.getByRole('region', { name: materialWords.complaint.zh }).locator('input[type=file]').setInputFiles({ name: '起诉状.pdf', mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
    await page.getByText(words.zh.party.files.sent).waitFor();
  });
  await step('scope', async () => {
    await page.getByRole('checkbox', { name: filing.scope.nothing }).check();
    await page.getByRole('radio', { name: new RegExp(`^${filing.scope.apply}`) }).check();
  });
  await step('check', () => page.getByRole('checkbox', { name: filing.check.declare }).check());
  const pc = await at('pc', people.plaintiff);
  await pc.visit('/file', 'filing', (_words, of) => of.getByRole('heading', { level: 1 }));
  await page.getByRole('button', { name: filing.check.submit, exact: true }).click();
  await page.waitForURL(/\/file\/submitted\//);
  caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await phone.look('filed', ({ party }) => party.filing.done.title);
  await Promise.all([phone, pc].map((viewer) => viewer.leave()));
  nothingWrong();
});

let notOnline: Walk;
test('the filing is reviewed (G3); each kind of staff at their desk', async () => {
  const [toCorrect, { caseId: offline }] = await Promise.all([file(people), people.plaintiff.post<{ caseId: string }>('/api/cases', { ...await filingOf(people.plaintiff), appliesForOnline: false })]);
  await review(people, toCorrect, { decision: 'correct', corrections: [{ what: 'missing:evidence', why: '缺少页码' }], days: 7 });
  asWritten('证据清单', '缺少页码');
  const { taskId } = await until('the filing waits', async () => (await people.filingClerk.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&limit=100')).rows.find((row) => row.caseId === caseId));
  const clerk = await desk(people.filingClerk);
  await clerk.visit('/desk', 'queue', (_words, page) => page.locator('tbody tr').first());
  await clerk.visit(`/desk/tasks/${taskId}`, 'task-review-filing', headed('review-filing'));
  await clerk.page.locator('main form').getByText(labelOf('review-filing', 'decision', 'correct'), { exact: true }).click();
  await clerk.look('task-review-filing-correct', headed('review-filing'));

  const phone = await at('phone', people.plaintiff);
  await partyTask(phone, people.plaintiff, toCorrect, 'correct-filing');
  await phone.visit('/my', 'my-cases', (_words, page) => page.getByText(claim.cause).first());
  await phone.leave();

  walk = await accept(people, caseId);
  notOnline = await accept(people, offline);
  nothingWrong();
});

test('consent and permission (G1)', async () => {
  const { judge } = walk;
  const [phone, pc] = await Promise.all([at('phone', people.defendant), at('pc', people.defendant)]);
  for (const viewer of [phone, pc]) {
    await viewer.visit(`/my/cases/${caseId}`, 'my-case', ({ party }, page) => page.getByText(party.case.timeline));
    await partyTask(viewer, people.defendant, caseId, 'consent-online');
  }
  await people.defendant.complete(caseId, 'consent-online', { decision: 'consent' });
  await staffTask(judge, caseId, 'permit-online');
  await judge.complete(caseId, 'permit-online', { decision: 'permit' });
  await Promise.all([phone, pc].map((viewer) => viewer.leave()));
  nothingWrong();
});

test('evidence (G8)', async () => {
  const phone = await at('phone', people.plaintiff);
  await partyTask(phone, people.plaintiff, caseId, 'submit-evidence');
  const { evidence: form, files } = words.zh.party;
  await phone.page.getByRole('button', { name: form.add }).click();
  await phone.page.getByLabel(form.title).fill(evidence.title);
  await phone.page.getByLabel(form.source).fill(evidence.source);
  await phone.page.getByLabel(form.proves).fill(evidence.proves);
  await phone.page.locator('main input[type=file]').setInputFiles({ name: '借条.pdf', mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
  await phone.page.getByText(files.sent).waitFor();
  await phone.look('my-task-submit-evidence-filled', headed('submit-evidence'));
  await phone.page.getByRole('button', { name: form.submitSome.replace('{{count}}', '1') }).click();
  await phone.look('my-task-done', ({ party }) => party.task.done);
  await people.defendant.complete(caseId, 'submit-evidence', { items: [] });
  const other = await at('phone', people.defendant);
  await partyTask(other, people.defendant, caseId, 'confirm-evidence');
  const { facts } = await people.defendant.get<{ facts: { items: { evidenceId: string }[] } }>(`/api/tasks/${(await people.defendant.awaitTask(caseId, 'confirm-evidence')).taskId}`);
  await people.defendant.complete(caseId, 'confirm-evidence', { opinions: facts.items.map(({ evidenceId }) => ({ evidenceId, authenticity: true, legality: true, relevance: false, remark: '不能证明已交付' })) });
  asWritten('不能证明已交付');
  await Promise.all([phone, other].map((viewer) => viewer.leave()));
  nothingWrong();
});

test('a step that fails, for operations; meanwhile a lawful time is chosen (G4)', async () => {
  await staffTask(notOnline.judge, notOnline.caseId, 'propose-online');
  await notOnline.judge.complete(notOnline.caseId, 'propose-online', { decision: 'propose', explanation: '事实清楚，适宜在线审理' });
  asWritten('事实清楚，适宜在线审理');
  for (const party of [people.plaintiff, people.defendant]) await party.complete(notOnline.caseId, 'consent-online', { decision: 'consent' });
  await exchangeEvidence(notOnline);

  await walk.clerk.awaitTask(caseId, 'schedule-hearing');
  await staffTask(walk.clerk, caseId, 'schedule-hearing');
  const scheduling = await desk(walk.clerk);
  await scheduling.page.locator('label').filter({ hasText: new RegExp(`^${labelOf('schedule-hearing', 'decision', 'schedule')}$`) }).click();
  await scheduling.look('task-schedule-hearing-slots', ({ staff: { slots } }, page) => page.getByRole('group', { name: slots.title }).locator('ul button'));
  const { slots } = await walk.clerk.get<{ slots: Parameters<typeof slotAnswer>[0][] }>(`/api/cases/${caseId}/slots`);
  // The last day that is offered: there is time enough for a notice that nobody confirms.
  await walk.clerk.complete(caseId, 'schedule-hearing', { decision: 'schedule', kind: 'trial', durationMinutes: 90, ...slotAnswer(slots.at(-1)!) });
  hearing = await until('the hearing stands', async () => (await walk.clerk.case(caseId)).hearings.at(-1));
  await until('the notices are out', async () => (await people.defendant.case(caseId)).hearings.at(-1)?.notices.length === 1);

  court.breakPrinter();
  await schedule(notOnline);
  const operations = await Person.staff(court.baseUrl, 'operations');
  const failed = await until('the step has failed', async () => (await operations.get<{ steps: { taskId: string }[] }>('/api/supervision/failed-steps')).steps[0], 120_000);
  const viewer = await desk(operations);
  await viewer.visit('/desk/operations', 'operations', ({ staff: { nav } }) => nav.operations);
  await viewer.page.locator('.failure-group h3 button').first().click();
  await viewer.page.getByRole('button', { name: words.zh.repairs.open, exact: true }).first().click();
  await viewer.look('operations-repair', ({ staff: { operations: of } }, page) => page.getByRole('heading', { name: of.repair }));
  await viewer.visit(`/desk/tasks/${failed.taskId}`, 'task-repair-step', headed('repair-step'));
  court.mendPrinter();
  await operations.post(`/api/tasks/${failed.taskId}/completion`, { taskId: failed.taskId, outcome: { action: 'retry' } });
  nothingWrong();
});

const lookAt = (who = walk.clerk) => who.get<HearingDetail>(`/api/hearings/${hearing.hearingId}`);
const forward = (minutes: number) => walk.clerk.post('/api/demonstration/clock', { forwardMinutes: minutes });
async function minutesLeft(): Promise<number> {
  const { clock } = await walk.clerk.get<{ clock: { now: string } }>('/api/court');
  return Math.ceil((Date.parse(hearing.startsAt) - Date.parse(clock.now)) / 60_000);
}

test('the notice is proven, devices, identities and the courtroom are checked (G2, G4, G5)', async () => {
  const { clerk, judge } = walk;
  const phone = await at('phone', people.plaintiff);
  await phone.visit(`/my/cases/${caseId}`, 'my-case-notice', ({ party }, page) => page.getByRole('button', { name: party.case.noticeConfirm }));
  await people.plaintiff.post(`/api/cases/${caseId}/hearings/${hearing.hearingId}/notice-confirmation`, { caseId, hearingId: hearing.hearingId });
  await phone.visit(`/room/${hearing.hearingId}`, 'lobby-not-open', ({ room }, page) => page.getByText(room.lobby.notOpen));
  // The defendant confirms nothing: the clerk calls, and the judge decides.
  const isToCall = async () => (await clerk.tasks(caseId)).some(({ kind }) => kind === 'phone-notice');
  // Half a day at a time, and then a look for as long as a busy machine may need; never past the hearing.
  while (!await isToCall() && await minutesLeft() > 24 * 60) {
    await forward(12 * 60);
    await until('the clerk is to call', isToCall, 4_000).catch(() => undefined);
  }
  await staffTask(clerk, caseId, 'phone-notice');
  await clerk.complete(caseId, 'phone-notice', { result: 'notReached', record: '三次拨打均无人接听' });
  asWritten('三次拨打均无人接听', '身份证', '无异议', '代理人已口头确认');
  await judge.awaitTask(caseId, 'waive-notice');
  await staffTask(judge, caseId, 'waive-notice');
  await judge.complete(caseId, 'waive-notice', { decision: 'waive', reason: '代理人已口头确认' });

  for (const viewer of [phone, await at('pc', people.defendant)]) {
    const person = viewer === phone ? people.plaintiff : people.defendant;
    await partyTask(viewer, person, caseId, 'choose-channel');
    const { channel } = words.zh.party;
    await viewer.page.getByRole('radio', { name: new RegExp(`^${channel[viewer.device]}`) }).check();
    await viewer.page.getByRole('button', { name: channel.start }).click();
    await viewer.page.getByRole('button', { name: channel.again }).waitFor();
    await viewer.page.getByRole('button', { name: channel.speakerPlay }).click();
    await viewer.look('my-task-choose-channel-tested', headed('choose-channel'));
    await person.complete(caseId, 'choose-channel', { channel: viewer.device, network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true });
    await viewer.leave();
  }

  await clerk.awaitTask(caseId, 'verify-identity');
  await staffTask(clerk, caseId, 'verify-identity');
  await staffTask(clerk, caseId, 'test-courtroom');
  await (await desk(clerk)).visit('/desk', 'queue-clerk', (_words, page) => page.locator('tbody tr').first());
  await (await desk(clerk)).page.keyboard.press('?');
  await (await desk(clerk)).look('queue-keys', ({ staff: { keys } }, page) => page.getByText(keys.title));
  await (await desk(clerk)).visit(`/desk/cases/${caseId}`, 'case', ({ cases }, page) => page.getByRole('heading', { name: cases.hearings }));
  await (await desk(clerk)).visit('/desk/cases', 'cases', (_words, page) => page.locator('tbody tr').first());
  for (const { participantId } of (await clerk.case(caseId)).participants) await verifyIdentity(clerk, caseId, participantId);
  await clerk.complete(caseId, 'test-courtroom', { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true });
  await testTechnology(walk);
  const manager = await desk(people.manager);
  await manager.visit('/desk/supervision', 'supervision', (_words, page) => page.locator('tbody tr').first());
  await manager.visit(`/desk/supervision/${caseId}`, 'history', (_words, page) => page.locator('.panel li').first());
  nothingWrong();
});

test('the hearing room (G6, G7, G12)', async () => {
  const { clerk, judge } = walk;
  const { room } = words.zh;
  await until('the hearing’s stage', async () => (await clerk.case(caseId)).standing.stage === 'hearing');
  await forward(await minutesLeft() - 20);
  await until('the room is open', async () => { const now = await lookAt(); return now.state === 'open' && now.seats.length === 4; });
  const phone = await at('phone', people.plaintiff);
  await phone.visit(`/room/${hearing.hearingId}`, 'lobby', ({ room: { lobby } }, page) => page.getByRole('button', { name: lobby.enter, exact: true }));
  const inside = [await desk(clerk), await desk(judge), phone];
  for (const { page } of inside) {
    await page.goto(`/room/${hearing.hearingId}`);
    await page.getByRole('button', { name: room.lobby.enter, exact: true }).click();
    await page.getByRole('group', { name: room.tiles }).waitFor();
  }
  const [atClerk, atJudge] = inside as [Viewer, Viewer, Viewer];
  let seat: Seat = await takeSeat(people.defendant, hearing.hearingId);
  await until('everybody is present', async () => (await lookAt()).seats.every(({ presence }) => presence === 'present'));
  const tiles: Seen = ({ room: { tiles: name } }, page) => page.getByRole('group', { name });
  const moving = (viewer: Viewer) => viewer.page.waitForFunction(() => [...document.querySelectorAll('video')].filter((video) => !video.hidden && video.videoWidth > 0 && video.getVideoPlaybackQuality().totalVideoFrames > 0).length >= 2);
  await Promise.all(inside.map(moving));

  const move = (who: Person, name: string) => who.post(`/api/hearings/${hearing.hearingId}/phase`, { hearingId: hearing.hearingId, move: name });
  await move(clerk, 'read-discipline');
  await phone.look('room-discipline-read', (_words, page) => page.getByRole('dialog'));
  const { disciplineVersion } = await clerk.get<{ disciplineVersion: string }>('/api/court');
  for (const party of [people.plaintiff, people.defendant]) await party.complete(caseId, 'acknowledge-discipline', { acknowledged: true, version: disciplineVersion });
  await until('the discipline is acknowledged', async () => (await lookAt()).seats.filter(({ participantId }) => participantId !== null).every(({ acknowledged }) => acknowledged));
  await move(judge, 'open');
  await writeNow(1, judgeName(), said.question);
  await move(clerk, 'begin-evidence');
  await writeNow(2, plaintiff.name, said.answer);
  for (const viewer of [atClerk, atJudge]) await viewer.page.getByRole('textbox').filter({ hasText: said.answer }).waitFor();
  await atClerk.look('room-clerk', tiles);
  await atJudge.look('room-judge', tiles);
  for (const tab of ['people', 'transcript', 'evidence', 'discipline'] as const) {
    await phone.page.locator(`[data-tab="${tab}"]`).click();
    await phone.look(`room-${tab}`, tiles);
  }

  await seat.leave();
  await atJudge.look('room-interrupted-judge', (_words, page) => page.locator('[data-task="suspend-or-continue"]'));
  await phone.look('room-interrupted', ({ room: { interruption } }, page) => page.getByText(interruption.heading));
  await judge.complete(caseId, 'suspend-or-continue', { decision: 'suspend' });
  await atJudge.look('room-suspended-judge', (_words, page) => page.locator('[data-task="verify-cause"]'));
  asWritten('家中宽带中断');
  await judge.complete(caseId, 'verify-cause', { cause: 'network', findings: '家中宽带中断' });
  seat = await takeSeat(people.defendant, hearing.hearingId);
  await atJudge.look('room-resume-judge', (_words, page) => page.locator('[data-task="resume-hearing"]'));
  await judge.complete(caseId, 'resume-hearing', { resume: true });
  await until('the hearing goes on', async () => (await lookAt()).moves.some(({ move: name }) => name === 'begin-debate'));
  await move(clerk, 'begin-debate');
  await move(clerk, 'begin-final-statements');
  await atJudge.page.locator('button[data-move="close"]').click();
  await atJudge.look('room-close', (_words, page) => page.getByRole('dialog'));
  await atJudge.page.getByRole('dialog').getByRole('button', { name: room.court.confirm, exact: true }).click();
  await phone.look('room-over', ({ room: { ended } }, page) => page.getByText(ended.heading));
  await seat.leave();
  await phone.leave();
  nothingWrong();
});

/** A line of the transcript, at the time of the court's clock. */
async function writeNow(position: number, speaker: string, text: string): Promise<void> {
  const { clock } = await walk.clerk.get<{ clock: { now: string } }>('/api/court');
  const lineId = randomUUID();
  await walk.clerk.put(`/api/hearings/${hearing.hearingId}/transcript/${lineId}`, { hearingId: hearing.hearingId, lineId, position, speaker, spokenAt: clock.now, text, revision: 0 });
}

const judgeName = () => ({ judge: '王审判', judge2: '赵审判' })[walk.judge.who] ?? '';

test('the transcript is finished and signed (G9)', async () => {
  const { clerk, judge } = walk;
  const { hearingId } = hearing;
  await clerk.awaitTask(caseId, 'finish-transcript');
  await staffTask(clerk, caseId, 'finish-transcript');
  const atClerk = await desk(clerk);
  await atClerk.visit(`/desk/hearings/${hearingId}/transcript`, 'transcript', (_words, page) => page.getByRole('textbox').filter({ hasText: said.answer }));
  await clerk.complete(caseId, 'finish-transcript', { finished: true });
  const frozen = await until('a version is fixed', async () => (await clerk.get<{ frozen: { sha256: string } | null }>(`/api/hearings/${hearingId}/transcript`)).frozen ?? undefined);
  await atClerk.visit(`/desk/hearings/${hearingId}/transcript`, 'transcript-fixed', ({ transcript }, page) => page.getByText(transcript.frozen.split('{{')[0] ?? '').first());
  await atClerk.visit(`/desk/hearings/${hearingId}/signing`, 'signing-round', (_words, page) => page.getByRole('img').nth(1));

  const verified: Seen = ({ signing }, page) => page.getByText(signing.verified);
  const [phone, pc] = await Promise.all([at('phone', people.plaintiff), at('pc', people.defendant)]);
  const mine = await people.plaintiff.awaitTask(caseId, 'sign-transcript');
  await phone.visit(`/sign/${mine.taskId}`, 'signing', verified);
  const { signing } = words.zh;
  await phone.page.getByRole('checkbox', { name: new RegExp(`^${signing.read}`) }).check();
  await drawName(phone.page);
  const before = await messagesTo(court.baseUrl, plaintiff.phone);
  await phone.page.getByRole('button', { name: signing.send, exact: true }).click();
  await phone.page.getByLabel(signing.code).fill(await codeFrom(court.baseUrl, plaintiff.phone, before));
  await phone.look('signing-drawn', verified);
  await phone.page.getByRole('button', { name: signing.sign, exact: true }).click();
  await phone.look('signing-done', ({ signing: { done } }, page) => page.getByText(done, { exact: true }));
  const theirs = await people.defendant.awaitTask(caseId, 'sign-transcript');
  await pc.visit(`/sign/${theirs.taskId}`, 'signing', verified);
  await pc.page.getByRole('button', { name: words.zh.signing.refuse, exact: true }).click();
  await pc.look('signing-refuse', ({ signing: { refuseHeading } }, page) => page.getByRole('region', { name: refuseHeading }));
  await people.defendant.complete(caseId, 'sign-transcript', { decision: 'refuse', reason: said.refusal });
  await clerk.awaitTask(caseId, 'record-refusal-to-sign');
  await staffTask(clerk, caseId, 'record-refusal-to-sign');
  await clerk.complete(caseId, 'record-refusal-to-sign', { circumstances: said.refusal });
  for (const person of [clerk, judge]) {
    const { taskId } = await until(`${person.who} signs`, async () => (await person.tasks(caseId)).find((task) => task.kind === 'sign-transcript' && task.mine));
    await (await desk(person)).visit(`/sign/${taskId}`, `signing-${person === judge ? 'judge' : 'clerk'}`, verified);
    if (person === judge) await staffTask(judge, caseId, 'sign-transcript');
    await signTask(person, taskId, frozen.sha256, 'kaiting-demo', person === judge ? 'archive' : undefined);
  }
  await Promise.all([phone, pc].map((viewer) => viewer.leave()));
  nothingWrong();
});

test('the file is archived (N1)', async () => {
  const { clerk } = walk;
  await clerk.awaitTask(caseId, 'complete-archive');
  await staffTask(clerk, caseId, 'complete-archive');
  await clerk.complete(caseId, 'complete-archive', { checked: true, registrationNumber: '豫0611录备〔2026〕1号' });
  asWritten('豫0611录备〔2026〕1号', '被告未发送音视频');
  const technician = await Person.staff(court.baseUrl, 'technician');
  let seen = false;
  await until('the archive is sealed', async () => {
    const { rows } = await technician.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=explain-gap&limit=100');
    for (const gap of rows.filter((row) => row.caseId === caseId)) {
      // The defendant's seat sent neither picture nor sound.
      if (!seen) await (await desk(technician)).visit(`/desk/tasks/${gap.taskId}`, 'task-explain-gap', headed('explain-gap'));
      seen = true;
      await technician.post(`/api/tasks/${gap.taskId}/completion`, { taskId: gap.taskId, outcome: { explanation: '被告未发送音视频' } });
    }
    return (await clerk.case(caseId)).closed !== null;
  }, 240_000);
  await (await desk(clerk)).visit(`/desk/cases/${caseId}`, 'case-sealed', ({ cases }, page) => page.getByText(cases.archiveSealed));
  await (await desk(clerk)).visit('/desk?view=completed', 'queue-done', (_words, page) => page.locator('tbody tr').first());
  await (await desk(people.manager)).visit(`/desk/supervision/${caseId}`, 'history-whole', (_words, page) => page.locator('.panel li').first());
  for (const device of ['phone', 'pc'] as const) {
    const viewer = await at(device, people.plaintiff);
    await viewer.visit(`/my/cases/${caseId}`, 'my-case-sealed', ({ party }, page) => page.getByText(party.case.archive));
    await viewer.page.goto('/my');
    await viewer.page.getByText(words.zh.party.home.closed, { exact: true }).click();
    await viewer.look('my-cases-closed', (_words, page) => page.getByText(claim.cause).first());
    await viewer.leave();
  }
  nothingWrong();
});

opensWhatItSays('pages');
