/**
 * The desk beside the queue, as its people use it: the day of a clerk and a judge, a task that is given to a colleague, an
 * absence and its deputy, what is overdue and goes up. axe, both languages, phone and PC. KAITING_PICTURES=FOLDER keeps a
 * picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { HomeView } from '#api/contract/desk.ts';
import { Person, until } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, exchangeEvidence, file, schedule, type People, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import { demonstrationStaff } from '#db/demonstration-staff.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const said = { assign: '请今天审查', takeBack: '改由他人办理', away: '参加业务培训', remind: '请尽快完成排期', documents: '身份证原件' };

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
/** With a hearing that is being prepared. */
let walk: Walk;
let hearing: { hearingId: string; startsAt: string };

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(said), '买卖合同', '合同内容', '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。');
  walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
  hearing = await schedule(walk);
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const homeOf = (person: Person) => person.get<HomeView>('/api/desk/home');
const usernameOf = (name: string) => demonstrationStaff.find((one) => one.name === name)?.username ?? '';
const { home } = words.zh;

test('a clerk signs in and begins with the day: the hearing, what it lacks, and the way to mend it', async () => {
  const desk = await Viewer.at(browser, 'pc');
  const { page } = desk;
  await page.goto('/staff/sign-in');
  await page.getByLabel(words.zh.staff.signIn.username).fill(walk.clerk.who);
  await page.getByLabel(words.zh.staff.signIn.password).fill('kaiting-demo');
  await page.getByRole('button', { name: words.zh.staff.signIn.submit, exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/desk/home');
  await until('the notices are out', async () => (await homeOf(walk.clerk)).hearings[0]?.items.some(({ what, task }) => what === 'courtroom' && task?.mine));
  await desk.look('home-clerk', (_words, of) => of.locator('.home-hearing'));

  // Live: what the parties do shows without a reload.
  await until('the plaintiff has a notice', async () => (await walk.plaintiff.case(walk.caseId)).hearings.at(-1)?.notices.length === 1);
  await walk.plaintiff.post(`/api/cases/${walk.caseId}/hearings/${hearing.hearingId}/notice-confirmation`, { caseId: walk.caseId, hearingId: hearing.hearingId });
  await page.locator('.readiness.done').getByText(home.hearings.proven.confirmed, { exact: true }).first().waitFor();
  await walk.plaintiff.complete(walk.caseId, 'choose-channel', { channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true });
  await page.locator('.readiness.done').filter({ hasText: home.hearings.score.split('{{score}}')[1]!.trim() }).first().waitFor();
  await desk.look('home-clerk-later', (_words, of) => of.locator('.home-hearing'));

  await page.locator('.home-hearing').getByRole('link', { name: taskCatalogue['test-courtroom'].title.zh, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: taskCatalogue['test-courtroom'].title.zh }).waitFor();
  await walk.clerk.complete(walk.caseId, 'test-courtroom', { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true });
  await page.goto('/desk/home');
  await page.locator('.home-room .readiness.done').first().waitFor();
  await desk.leave();

  const phone = await Viewer.at(browser, 'phone', walk.clerk);
  await phone.visit('/desk/home', 'home-clerk', (_words, of) => of.locator('.home-hearing'));
  await phone.leave();
  nothingWrong();
});

test('a judge’s day; what others did goes when it was seen', async () => {
  const judge = await Viewer.at(browser, 'pc', walk.judge);
  await judge.visit('/desk/home', 'home-judge', (_words, of) => of.locator('.news-list li').first());
  await judge.page.getByRole('button', { name: home.news.seen, exact: true }).click();
  await judge.look('home-judge-seen', ({ home: { news } }, of) => of.getByText(news.none, { exact: true }));
  await judge.leave();
  nothingWrong();
});

test('the head gives a filing to a colleague, who finds it in the day; it can be taken back', async () => {
  const filed = await file(people);
  const { taskId } = await until('the filing waits', async () => (await people.filingClerk.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&limit=100')).rows.find((row) => row.caseId === filed));
  const head = await Viewer.at(browser, 'pc', await Person.staff(court.baseUrl, 'head'));
  const { page } = head;
  await head.visit('/desk/escalated', 'escalated-none', (_words, of) => of.locator('.escalated-page tbody tr').first());
  await page.getByRole('button', { name: home.assign.open, exact: true }).first().click();
  await page.locator('#assign-to').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.getByLabel(home.assign.reason, { exact: true }).fill(said.assign);
  await head.look('assign', ({ home: { assign } }, of) => of.getByRole('dialog').getByText(assign.explained));
  await page.getByRole('dialog').getByRole('button', { name: home.assign.submit, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  const mine = await until('it is given', async () => (await homeOf(people.filingClerk)).due.find((task) => task.taskId === taskId && task.assigned));
  expect(mine.assigned).toMatchObject({ by: '钱庭长', reason: said.assign });
  const filing = await Viewer.at(browser, 'pc', people.filingClerk);
  await filing.visit('/desk/home', 'home-assigned', (_words, of) => of.getByText(said.assign));
  await filing.leave();
  const headPerson = await Person.staff(court.baseUrl, 'head');
  await headPerson.post(`/api/tasks/${taskId}/assignment/removal`, { taskId, reason: said.takeBack });
  expect((await homeOf(people.filingClerk)).due.find((task) => task.taskId === taskId)).toBeUndefined();
  await people.filingClerk.post(`/api/tasks/${taskId}/completion`, { taskId, outcome: { decision: 'reject', ground: 'noJurisdiction', reason: said.takeBack } });
  await head.leave();
  nothingWrong();
});

test('a clerk is away: the deputy sees and answers, the record says for whom; then everything comes back', async () => {
  const desk = await Viewer.at(browser, 'pc', walk.clerk);
  const { page } = desk;
  await desk.visit('/desk/absences', 'absences', ({ home: { absences } }) => absences.title);
  await page.locator('#absence-deputy').click();
  await page.locator('.ant-select-item-option').first().click();
  await page.locator('#absence-reason').fill(said.away);
  await page.getByRole('button', { name: home.absences.submit, exact: true }).click();
  await desk.look('absences-entered', (_words, of) => of.getByText(said.away).first());

  const { deputy, absenceId } = (await walk.clerk.get<{ mine: { absenceId: string; deputy: { name: string } }[] }>('/api/desk/absences')).mine[0]!;
  const other = await Person.staff(court.baseUrl, usernameOf(deputy.name));
  const standsIn = await Viewer.at(browser, 'pc', other);
  await standsIn.visit('/desk/home', 'home-deputy', ({ home: { stands } }, of) => of.getByRole('heading', { name: stands.title }));
  const identity = await until('the deputy has the task', async () => (await homeOf(other)).due.find((task) => task.kind === 'verify-identity' && task.insteadOf !== null));
  await standsIn.visit('/desk?view=mine', 'queue-deputy', ({ queue }, of) => of.locator('.queue-table').getByText(queue.instead.replace('{{name}}', identity.insteadOf?.name ?? '')).first());
  await standsIn.visit(`/desk/tasks/${identity.taskId}`, 'task-deputy', (_words, of) => of.locator('.deputy-note'));
  await standsIn.page.locator('label').filter({ hasText: new RegExp(`^${labelOf('verify-identity', 'decision', 'verified')}$`) }).click();
  await standsIn.page.getByLabel(labelOf('verify-identity', 'documents')).fill(said.documents);
  for (const one of await standsIn.page.getByRole('radio', { name: words.zh.tasks.views.noObjection, exact: true }).all()) await one.check();
  await standsIn.page.getByRole('button', { name: new RegExp(`^${words.zh.tasks.form.submit}`) }).click();
  await standsIn.page.getByRole('heading', { name: words.zh.staff.task.doneTitle.replace('{{title}}', taskCatalogue['verify-identity'].title.zh) }).waitFor();
  const { name } = await walk.clerk.get<{ name: string }>('/api/me');
  const { entries } = await walk.judge.get<{ entries: { title: { zh: string } }[] }>(`/api/cases/${walk.caseId}/timeline`);
  expect(entries.map(({ title }) => title.zh)).toContain(`完成：${taskCatalogue['verify-identity'].title.zh}（${deputy.name}代${name}办理）`);

  const head = await Viewer.at(browser, 'phone', await Person.staff(court.baseUrl, 'head'));
  await head.visit('/desk/absences', 'absences-head', (_words, of) => of.getByText(said.away).first());
  await head.leave();
  await walk.clerk.post(`/api/desk/absences/${absenceId}/end`, { absenceId });
  await standsIn.visit('/desk/home', 'home-deputy-after', ({ home: { title } }) => title);
  expect((await homeOf(other)).standsInFor).toEqual([]);
  await expect(other.get(`/api/tasks/${identity.taskId}`)).rejects.toMatchObject({ status: 404 });
  await Promise.all([desk, standsIn].map((viewer) => viewer.leave()));
  nothingWrong();
});

test('what is overdue goes up to the head, once; her reminder reaches the clerk', async () => {
  const late = await accept(people, await file(people));
  await consent(late);
  await exchangeEvidence(late);
  const { taskId } = await late.clerk.awaitTask(late.caseId, 'schedule-hearing');
  // Eight days hold three working days, whatever day it is.
  await people.manager.post('/api/demonstration/clock', { forwardMinutes: 8 * 24 * 60 });
  const headPerson = await Person.staff(court.baseUrl, 'head');
  await until('it goes up', async () => (await headPerson.get<{ rows: { taskId: string }[] }>('/api/desk/escalated')).rows.some((row) => row.taskId === taskId));
  const head = await Viewer.at(browser, 'pc', headPerson);
  const { page } = head;
  const row = () => page.locator('.escalated-page tbody tr').filter({ hasText: taskCatalogue['schedule-hearing'].title.zh }).first();
  await page.goto('/desk/escalated');
  await row().getByRole('button', { name: home.escalated.remind, exact: true }).click();
  await page.getByLabel(home.escalated.remindNote).fill(said.remind);
  await head.look('escalated', (_words, of) => of.locator('.remind-form'));
  await page.getByRole('button', { name: home.escalated.remindSend, exact: true }).click();
  await page.getByText(said.remind).first().waitFor();
  await head.look('escalated-reminded', (_words, of) => of.getByText(said.remind).first());
  const phone = await Viewer.at(browser, 'phone', headPerson);
  await phone.visit('/desk/escalated', 'escalated', (_words, of) => of.getByText(said.remind).first());
  const clerk = await Viewer.at(browser, 'pc', late.clerk);
  await clerk.visit('/desk/home', 'home-reminded', (_words, of) => of.getByText(said.remind).first());
  const { entries } = await people.manager.get<{ entries: { stream: string; title: { zh: string } }[] }>(`/api/supervision/cases/${late.caseId}/history`);
  expect(entries.filter(({ title }) => title.zh.startsWith(`逾期：${taskCatalogue['schedule-hearing'].title.zh}`)).map(({ title }) => title.zh)).toEqual([`逾期：${taskCatalogue['schedule-hearing'].title.zh}，已报庭长`]);
  expect(entries.filter(({ stream }) => stream === 'reminders')).toHaveLength(1);
  await Promise.all([head, phone, clerk].map((viewer) => viewer.leave()));
  nothingWrong();
});

opensWhatItSays('home-pages');
