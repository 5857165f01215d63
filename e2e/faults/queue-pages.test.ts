/**
 * The work queue as two people of one role use it at the same time: what one claims the other sees, nothing moves under whoever is
 * typing, of two who claim at once one wins; by keyboard alone; and every part of the page in both languages, on a PC and a
 * phone, looked at by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Person, until } from '#e2e/court/person.ts';
import { comeToCourt, file, review, type People } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import type { QueuePage } from '#api/contract/queue.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const said = { comment: '材料缺少页码，已电话联系原告', typing: '还没有写完的留言', snooze: '等待当事人当面说明', view: '本周的买卖合同', cause: '买卖合同纠纷' };
const { queue, staff } = words.zh;

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
let other: Person;
let one: Viewer;
let two: Viewer;
const filed: string[] = [];

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  other = await Person.staff(court.baseUrl, 'filing2');
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(said), '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '机房停电');
  for (let n = 0; n < 5; n += 1) filed.push(await file(people));
  await until('all filings wait', async () => (await page(other)).counts.roles.total === filed.length);
  one = await Viewer.at(browser, 'pc', people.filingClerk);
  two = await Viewer.at(browser, 'pc', other);
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const page = (person: Person, query = 'view=roles') => person.get<QueuePage>(`/api/queue?${query}`);
const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const rowOf = (viewer: Viewer, n: number) => viewer.page.locator('.queue-table tbody tr').nth(n);
const select = async (viewer: Viewer, n: number) => { await rowOf(viewer, n).locator('td').nth(2).click(); };
const press = (viewer: Viewer, key: string) => viewer.page.keyboard.press(key);
const idsShown = (viewer: Viewer) => viewer.page.locator('.queue-table tbody a.row-title').evaluateAll((links) => links.map((link) => link.getAttribute('href')));

test('the list, with what follows from each answer and what is beside it', async () => {
  await one.visit('/desk', 'queue-roles', (_words, of) => of.locator('.queue-table tbody tr').nth(4));
  await one.page.locator('.preview-context summary').first().click();
  await one.look('queue-context', (_words, of) => of.locator('.preview-context .people-list'));
  await one.page.locator('.preview-context summary').first().click();
  await two.visit('/desk?view=roles', 'queue-roles-two', (_words, of) => of.locator('.queue-table tbody tr').nth(4));
  nothingWrong();
});

test('a claim is seen by the other within a second, and nothing moves under whoever is typing', async () => {
  await select(one, 2);
  await press(one, 'm');
  await one.page.keyboard.type(said.typing);
  const before = await idsShown(one);
  await select(two, 1);
  const began = Date.now();
  await press(two, 'c');
  await rowOf(one, 1).getByText('沈立案').waitFor();
  const took = Date.now() - began;
  console.log(`a claim was seen after ${took} ms`);
  expect(took).toBeLessThan(2_000);
  // A task goes and a new one comes: both are marked, and no row changes its place.
  await review({ ...people, filingClerk: other }, filed[4] ?? '', { decision: 'accept' });
  filed.push(await file(people));
  await one.page.locator('tr.new').first().waitFor();
  await one.page.locator('tr.gone').first().waitFor();
  expect((await idsShown(one)).slice(0, before.length)).toEqual(before);
  const box = one.page.getByLabel(queue.comments.write);
  expect(await box.inputValue()).toBe(said.typing);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await one.look('queue-changed', (_words, of) => of.locator('tr.gone').first());
  await box.fill('');
  await press(one, 'Escape');
  await press(one, 'r');
  await one.page.locator('tr.gone').first().waitFor({ state: 'detached' });
  nothingWrong();
});

test('of two who claim at once one wins, and the other is told who has it', async () => {
  const free = await until('a filing is free', async () => (await page(other)).rows.find((row) => row.claimedBy === null));
  for (const viewer of [one, two]) {
    await press(viewer, 'r');
    await viewer.page.locator(`tr:has(a[href$="${free.taskId}"]) td:nth-child(3)`).click();
  }
  await Promise.all([press(one, 'c'), press(two, 'c')]);
  const { claimedBy } = await until('it is claimed', async () => (await page(other)).rows.find((row) => row.taskId === free.taskId && row.claimedBy !== null));
  const loser = claimedBy?.name === '沈立案' ? one : two;
  await loser.page.getByText(`已由${claimedBy?.name ?? ''}认领。`).waitFor();
  await loser.look('queue-claimed-by-another', (_words, of) => of.getByRole('alert'));
  nothingWrong();
});

test('what one says the other reads', async () => {
  const { taskId } = (await page(other)).rows[0]!;
  for (const viewer of [one, two]) await viewer.page.locator(`tr:has(a[href$="${taskId}"]) td:nth-child(3)`).click();
  await press(one, 'm');
  await one.page.keyboard.type(said.comment);
  await press(one, 'Control+Enter');
  await two.page.locator('.comments').getByText(said.comment).waitFor();
  await two.look('queue-comments', (_words, of) => of.locator('.comments li'));
  nothingWrong();
});

test('found by name and cause; kept as a view and shared', async () => {
  await press(one, 'Escape');
  await one.page.locator('.queue-head h1').click();
  await press(one, '/');
  await one.page.keyboard.type('李四 买卖');
  await one.page.waitForURL(/search=/);
  await until('the list is narrowed', async () => (await idsShown(one)).length === (await page(people.filingClerk)).counts.roles.total);
  await press(one, 'Escape');
  await press(one, 'w');
  await one.page.getByLabel(queue.views.name).fill(said.view);
  await one.page.getByRole('checkbox', { name: new RegExp('立案庭') }).check();
  await one.look('queue-save-view', (_words, of) => of.getByRole('dialog'));
  await one.page.getByLabel(queue.views.name).press('Enter');
  await one.page.getByRole('button', { name: new RegExp(`^${said.view}`) }).waitFor();
  await two.page.reload();
  await rowOf(two, 0).waitFor();
  await press(two, 'v');
  await two.look('queue-views', (_words, of) => of.getByRole('dialog').getByText(said.view));
  // By keyboard: the first view has the focus.
  await press(two, 'Enter');
  await two.page.waitForURL(/search=/);
  await two.page.goto('/desk?view=roles&search=%E7%8E%8B%E4%BA%94%E5%85%AD');
  await two.page.getByText(queue.none.narrowed).waitFor();
  await two.look('queue-nothing', ({ queue: { none } }, of) => of.getByText(none.narrowed));
  nothingWrong();
});

test('many at once, with a report of what failed and why', async () => {
  await one.page.goto('/desk?view=roles');
  await rowOf(one, 2).waitFor();
  await one.page.locator('.connection-dot.live').waitFor();
  await press(one, 'a');
  await one.look('queue-picked', (_words, of) => of.locator('.bulk-bar'));
  await one.page.locator('.bulk-bar').getByRole('button', { name: queue.bulk.claim, exact: true }).click();
  await one.page.locator('.bulk-report li').filter({ hasText: /已由\S+认领。/ }).first().waitFor();
  await one.look('queue-report', (_words, of) => of.locator('.bulk-report li').first());
  await press(one, 'Escape');
  nothingWrong();
});

test('put off: out of one’s own sight, and brought back', async () => {
  const { taskId } = (await page(people.filingClerk, 'view=mine')).rows[0]!;
  await one.page.goto('/desk?view=mine');
  await one.page.locator(`tr:has(a[href$="${taskId}"]) td:nth-child(3)`).click();
  await press(one, 's');
  await one.page.getByLabel(queue.snooze.reason).fill(said.snooze);
  await one.look('queue-snooze', (_words, of) => of.getByRole('dialog'));
  await one.page.getByLabel(queue.snooze.reason).press('Enter');
  await until('it is put off', async () => (await page(people.filingClerk, 'view=snoozed')).rows.some((row) => row.taskId === taskId));
  expect((await page(people.filingClerk, 'view=mine')).rows.some((row) => row.taskId === taskId)).toBe(false);
  expect((await page(other)).rows.some((row) => row.taskId === taskId)).toBe(true);
  await one.visit('/desk?view=snoozed', 'queue-snoozed', (_words, of) => of.locator('.queue-table tbody tr').first());
  await press(one, 's');
  await until('it is back', async () => (await page(people.filingClerk, 'view=mine')).rows.some((row) => row.taskId === taskId));
  nothingWrong();
});

test('the keys, the table for Excel, the list on paper', async () => {
  await one.page.goto('/desk?view=roles');
  await rowOf(one, 0).waitFor();
  await press(one, '?');
  await one.look('queue-keys', ({ staff: { keys } }, of) => of.getByRole('dialog').getByText(keys.title));
  await press(one, 'Escape');
  await one.page.getByRole('dialog').waitFor({ state: 'hidden' });
  const [saved] = await Promise.all([one.page.waitForEvent('download'), press(one, 'e')]);
  const kept = path.join(mkdtempSync(path.join(tmpdir(), 'kaiting-queue-')), saved.suggestedFilename());
  await saved.saveAs(kept);
  const text = await readFile(kept, 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain(`${taskCatalogue['review-filing'].title.zh},${staff.queue.noNumber},${said.cause}`);
  await press(one, 'p');
  await one.page.waitForURL(/\/desk\/queue\/print/);
  await one.look('queue-print', (_words, of) => of.locator('.print-page tbody tr').first());
  nothingWrong();
});

test('on a phone, and a task’s own page', async () => {
  const phone = await Viewer.at(browser, 'phone', other);
  await phone.visit('/desk?view=roles', 'queue-roles', (_words, of) => of.locator('.queue-table tbody tr').first());
  await phone.page.goto('/desk?view=roles');
  await rowOf(phone, 0).locator('td').nth(3).click();
  await phone.look('queue-drawer', (_words, of, language) => of.getByRole('dialog').getByText(taskCatalogue['review-filing'].why[language]));
  await phone.page.getByRole('button', { name: queue.closePreview }).click();
  await phone.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await phone.visit('/desk/queue/print?view=roles', 'queue-print', (_words, of) => of.locator('.print-page tbody tr').first());
  await phone.leave();
  const { taskId } = (await page(other)).rows[0]!;
  await two.visit(`/desk/tasks/${taskId}`, 'task-with-reasons', (_words, of) => of.locator('.comments li').first());
  nothingWrong();
});

test('the head sees the division; failed steps are tried again together, once what failed is mended', async () => {
  court.breakPrinter();
  const open = (await page(other)).rows.slice(0, 2);
  for (const { caseId, claimedBy } of open) await review(claimedBy?.name === '沈立案' ? { ...people, filingClerk: other } : people, caseId, { decision: 'accept' });
  const operations = await Person.staff(court.baseUrl, 'operations');
  await until('two steps have failed', async () => (await page(operations, 'view=roles&kind=repair-step')).rows.length >= 2, 240_000);
  court.mendPrinter();
  const desk = await Viewer.at(browser, 'pc', operations);
  await desk.visit('/desk?view=roles&kind=repair-step', 'queue-failed-steps', (_words, of) => of.locator('.queue-table tbody tr').nth(1));
  await press(desk, 'a');
  await press(desk, 'b');
  await desk.look('queue-bulk-answer', (_words, of) => of.getByRole('dialog'));
  await desk.page.getByRole('dialog').getByRole('button', { name: new RegExp('^提交') }).click();
  await desk.page.locator('.bulk-report').getByText(/成功 [2-9]/).waitFor();
  await until('nothing waits for repair', async () => (await page(operations, 'view=roles&kind=repair-step')).rows.length === 0, 120_000);
  await desk.leave();
  const head = await Viewer.at(browser, 'pc', await Person.staff(court.baseUrl, 'head'));
  await head.visit('/desk?view=division', 'queue-division', (_words, of) => of.locator('.queue-table tbody tr').first());
  await head.leave();
  nothingWrong();
});

opensWhatItSays('queue-pages');
