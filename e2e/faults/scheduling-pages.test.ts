/**
 * The pages of scheduling and preparation (G2, G4, G5), as the people see them who use them: the week and its free times, a
 * hearing moved and cancelled, the court's closing days and what they do to a date, device tests and the technician's help.
 * axe, both languages, phone and PC. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Person, until } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, exchangeEvidence, file, type People, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words, type Seen } from '#e2e/pages/viewer.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const said = { closing: '机房停电检修', move: '法官另有庭审', cancel: '当事人申请延期', call: '已电话告知开庭时间', objection: '认为委托书未写明权限' };

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
let walk: Walk;
let clerk: Viewer;

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(said), '民事审判第一庭', '民事审判第二庭', '买卖合同', '合同内容', '张三', '李四', '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。');
  walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
  await walk.clerk.awaitTask(walk.caseId, 'schedule-hearing');
  clerk = await Viewer.at(browser, 'pc', walk.clerk);
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const headed = (kind: TaskKindName): Seen => (_words, _page, language) => new RegExp(`^${taskCatalogue[kind].title[language]}`);
const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const hearings = async () => (await walk.clerk.case(walk.caseId)).hearings;
const standing = async () => until('a hearing is scheduled', async () => (await hearings()).find((one) => one.state === 'scheduled'));
const taskOf = async (person: Person, kind: TaskKindName, participantId?: string) => (await person.awaitTask(walk.caseId, kind, participantId === undefined ? undefined : { participantId })).taskId;
const { scheduling, tasks } = words.zh;

test('the clerk schedules from the week (G4)', async () => {
  const { caseId } = walk;
  const taskId = await taskOf(walk.clerk, 'schedule-hearing');
  const { page } = clerk;
  await clerk.visit(`/desk/tasks/${taskId}`, 'scheduling-task', headed('schedule-hearing'));
  await page.locator('label').filter({ hasText: new RegExp(`^${labelOf('schedule-hearing', 'decision', 'schedule')}$`) }).click();
  await clerk.look('scheduling-task-slots', ({ staff: { slots } }, of) => of.getByRole('group', { name: slots.title }).locator('ul button'));
  const { earliestDay } = await walk.clerk.get<{ earliestDay: string }>(`/api/cases/${caseId}/slots`);
  await clerk.visit(`/desk/calendar?day=${earliestDay}&caseId=${caseId}&taskId=${taskId}`, 'week-free', (_words, of) => of.locator('a.week-free'));
  // By keyboard alone.
  await page.locator('a.week-free').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/tasks\//);
  await page.getByRole('group', { name: words.zh.staff.slots.title }).waitFor();
  await page.getByRole('button', { name: new RegExp(`^${tasks.form.submit}`) }).click();
  const hearing = await standing();
  expect(hearing.state).toBe('scheduled');
  const phone = await Viewer.at(browser, 'phone', walk.clerk);
  await phone.visit(`/desk/calendar?day=${hearing.startsAt.slice(0, 10)}`, 'week', (_words, of) => of.locator('.week-hearing').first());
  await phone.leave();
  await clerk.visit(`/desk/calendar?day=${hearing.startsAt.slice(0, 10)}`, 'week', (_words, of) => of.locator('.week-hearing.mine').first());
  nothingWrong();
});

test('the manager closes the court on the day; the clerk is asked about the date, and moves it (CPL-85, G4)', async () => {
  const hearing = await standing();
  const day = hearing.startsAt.slice(0, 10);
  const manager = await Viewer.at(browser, 'pc', people.manager);
  const { page } = manager;
  await manager.visit(`/desk/calendar/days?year=${day.slice(0, 4)}`, 'closing-days', (_words, of) => of.locator('.closing-form'));
  await page.locator('#closing-day').fill(day);
  await page.keyboard.press('Enter');
  await page.locator('#closing-reason').fill(said.closing);
  await page.getByRole('button', { name: scheduling.closing.addDo, exact: true }).click();
  await manager.look('closing-days-set', (_words, of) => of.locator('.take-back'));
  await manager.visit('/desk/calendar/days?year=2028', 'closing-days-provisional', (_words, of) => of.locator('.closing-provisional'));
  await manager.leave();

  const taskId = await taskOf(walk.clerk, 'recheck-date');
  await clerk.visit(`/desk/tasks/${taskId}`, 'task-recheck-date', headed('recheck-date'));
  await clerk.page.locator('label').filter({ hasText: new RegExp(`^${labelOf('recheck-date', 'decision', 'move')}$`) }).click();
  await clerk.look('task-recheck-date-move', (_words, of) => of.locator('.slot-days button').first());
  await clerk.page.locator('.slot-days button').first().click();
  await clerk.page.getByLabel(labelOf('recheck-date', 'reason'), { exact: true }).fill(said.closing);
  await clerk.page.getByRole('button', { name: new RegExp(`^${tasks.form.submit}`) }).click();
  const moved = await until('the hearing stands on another day', async () => (await hearings()).find((one) => one.state === 'scheduled' && one.hearingId !== hearing.hearingId));
  expect(moved.startsAt.slice(0, 10)).not.toBe(day);
  nothingWrong();
});

test('moved on the case’s page: old notices are void, the SMS says so, each with its state (G4)', async () => {
  const before = await standing();
  await until('the notices are out', async () => (await hearings()).find((one) => one.hearingId === before.hearingId)?.notices.length === 2);
  await walk.plaintiff.post(`/api/cases/${walk.caseId}/hearings/${before.hearingId}/notice-confirmation`, { caseId: walk.caseId, hearingId: before.hearingId });
  const { page } = clerk;
  await clerk.visit(`/desk/cases/${walk.caseId}`, 'case-notices', (_words, of) => of.locator('.notice-sms.delivered').first());
  await page.getByText(scheduling.change.open, { exact: true }).click();
  await page.locator('.slot-days button').nth(2).click();
  await page.getByLabel(scheduling.change.reason).fill(said.move);
  await clerk.look('case-change', (_words, of) => of.locator('.change-form'));
  await page.getByRole('button', { name: scheduling.change.doMove }).click();
  const after = await until('moved', async () => (await hearings()).find((one) => one.state === 'scheduled' && one.hearingId !== before.hearingId));
  await until('noticed anew', async () => (await hearings()).find((one) => one.hearingId === after.hearingId)?.notices.length === 2);
  expect(after.notices.every((notice) => notice.provenHow === null)).toBe(true);
  const { messages } = await people.manager.get<{ messages: { text: string }[] }>('/api/demonstration/outbox');
  expect(messages.filter(({ text }) => text.includes('改期，原通知作废') && text.includes(after.meetingNumber))).toHaveLength(2);
  await clerk.visit(`/desk/cases/${walk.caseId}`, 'case-moved', (_words, of) => of.locator('.hearing-item.moved').first());
  nothingWrong();
});

test('device tests: scored, shown, helped with, repeated (G2)', async () => {
  const hearing = await standing();
  await walk.plaintiff.complete(walk.caseId, 'choose-channel', { channel: 'phone', network: true, camera: false, microphone: true, speaker: true, venueClosedAndQuiet: true });
  const technician = await Person.staff(court.baseUrl, 'technician');
  const desk = await Viewer.at(browser, 'pc', technician);
  await desk.visit(`/desk/tasks/${await taskOf(technician, 'help-with-test')}`, 'task-help-with-test', headed('help-with-test'));
  await desk.visit(`/desk/tasks/${await taskOf(technician, 'test-courtroom-technology')}`, 'task-test-courtroom-technology', headed('test-courtroom-technology'));

  for (const device of ['phone', 'pc'] as const) {
    const party = await Viewer.at(browser, device, walk.plaintiff);
    await party.visit(`/my/cases/${walk.caseId}`, 'my-case-tested', (_words, of) => of.locator(`a[href$="/device-test"]`));
    await party.visit(`/my/cases/${walk.caseId}/device-test`, 'my-device-test', ({ scheduling: { retest } }) => retest.title);
    const { channel } = words.zh.party;
    await party.page.getByRole('radio', { name: new RegExp(`^${channel[device]}`) }).check();
    await party.page.getByRole('button', { name: channel.start }).click();
    await party.page.getByRole('button', { name: channel.again }).waitFor({ timeout: 60_000 });
    await party.page.getByRole('button', { name: channel.yes, exact: true }).click();
    await party.page.getByRole('checkbox', { name: channel.venueDeclare }).check();
    await party.look('my-device-test-run', ({ scheduling: { retest } }) => retest.title);
    await party.page.getByRole('button', { name: scheduling.retest.send }).click();
    await party.look('my-device-test-kept', ({ scheduling: { retest } }, of) => of.getByText(retest.done.split('{{score}}')[0] ?? ''));
    await party.leave();
  }
  const tested = await until('three tests are in the file', async () => {
    const found = (await hearings()).find((one) => one.hearingId === hearing.hearingId)?.selfTests ?? [];
    return found.length === 3 ? found : undefined;
  });
  console.log('scores', tested.map(({ score, verdict, deductions }) => `${score} ${verdict} ${deductions.map(({ code }) => code).join(' ')}`));
  expect(tested.at(-1)).toMatchObject({ verdict: 'failed', channel: 'phone' });
  await clerk.visit(`/desk/cases/${walk.caseId}`, 'case-self-tests', (_words, of) => of.locator('.self-tests'));
  await desk.leave();
  nothingWrong();
});

test('identity with the view of each other party; cancelled, everybody is told (G4, G5)', async () => {
  const hearing = await standing();
  const taskId = await taskOf(walk.clerk, 'verify-identity');
  await clerk.visit(`/desk/tasks/${taskId}`, 'task-verify-identity', headed('verify-identity'));
  await clerk.page.locator('label').filter({ hasText: new RegExp(`^${labelOf('verify-identity', 'decision', 'verified')}$`) }).click();
  await clerk.page.getByRole('radio', { name: tasks.views.objection, exact: true }).first().check();
  await clerk.page.getByPlaceholder(tasks.views.remark).fill(said.objection);
  await clerk.look('task-verify-identity-views', headed('verify-identity'));
  await walk.clerk.post(`/api/hearings/${hearing.hearingId}/changes`, { hearingId: hearing.hearingId, reason: said.cancel, change: { do: 'cancel' } });
  await taskOf(walk.clerk, 'schedule-hearing');
  const party = await Viewer.at(browser, 'phone', walk.defendant);
  await party.visit(`/my/cases/${walk.caseId}`, 'my-case-cancelled', ({ party: { case: of } }, page) => page.getByText(of.postponed).first());
  await party.leave();
  nothingWrong();
});

opensWhatItSays('scheduling-pages');
