/**
 * Operations at their desk, in browsers against the whole system: failed steps in groups, one corrected, many asked to be
 * skipped at once, the second person's confirmation and refusal, and an effect of which nobody knows whether it happened.
 * Each page in both languages and by axe; the bulk action by the keyboard alone. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { connectSql, type Sql } from '#db/connect.ts';
import { Person, until } from '#e2e/court/person.ts';
import { comeToCourt, defendant, file, plaintiff, review, type People } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import { startSmsPlatform, type SmsPlatform } from './sms-platform.ts';

jest.setTimeout(600_000);

let platform: SmsPlatform;
let court: PagesCourt;
let sql: Sql;
let browser: CourtBrowser;
let people: People;
let operations: Person;
let second: Person;
const said = { reset: '受理结果记录有误', skip: '改为纸质送达', refuse: '打印机已修复', correct: '更正受理时间' };
const zh = words.zh.repairs;

beforeAll(async () => {
  platform = await startSmsPlatform();
  court = await startCourt({ KAITING_SMS_URL: platform.url });
  sql = connectSql(court.databaseUrl, 2);
  platform.showIn(sql);
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  [operations, second] = await Promise.all([Person.staff(court.baseUrl, 'operations'), Person.staff(court.baseUrl, 'operations2')]);
  asWritten((await people.manager.get<{ name: string }>('/api/court')).name, ...Object.values(said), plaintiff.name, defendant.name, '郑运维', '沈运维', '买卖合同纠纷', 'The SMS platform answered 500');
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
  await sql?.end({ timeout: 1 });
  await platform?.close();
});

const failed = (count: number) => until(`${count} steps have failed`, async () => (await operations.get<{ total: number }>('/api/supervision/failures')).total === count, 120_000);
const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const group = (viewer: Viewer, error: string) => viewer.page.locator('.failure-group').filter({ hasText: error });

test('failed steps: seen in groups, corrected, skipped by two persons, and an unknown effect cleared up', async () => {
  court.breakPrinter();
  for (let count = 1; count <= 3; count += 1) {
    await review(people, await file(people), { decision: 'accept' });
    await failed(count);
  }
  court.mendPrinter();
  platform.trouble = 'mute';
  await review(people, await file(people), { decision: 'accept' });
  await failed(4);
  platform.trouble = 'none';

  const first = await Viewer.at(browser, 'pc', operations);
  await first.visit('/desk/operations', 'operations-groups', (all) => all.staff.nav.operations);
  await first.look('operations-groups', (_all, page) => page.locator('.failure-group').nth(1));
  await group(first, 'paper').getByRole('button').first().click();
  await first.look('operations-group-open', (all, page) => page.getByText(all.repairs.without, { exact: true }).first());

  // One is corrected: what it changes is shown while it is typed, what does not fit is said before it is sent.
  await group(first, 'paper').getByRole('button', { name: zh.open, exact: true }).first().click();
  await first.page.locator('label').filter({ hasText: /^修改输入后重试$/ }).click();
  const editor = first.page.locator('#field-input');
  const input = JSON.parse(await editor.inputValue()) as Record<string, unknown>;
  await editor.fill(JSON.stringify({ ...input, acceptedAt: 'yesterday' }, null, 2));
  await first.look('operations-correct-unfit', (all, page) => page.getByText(all.repairs.unfit));
  await editor.fill(JSON.stringify({ ...input, acceptedAt: '2026-05-11T01:00:00.000Z' }, null, 2));
  await first.page.locator('#field-reason').fill(said.correct);
  await first.look('operations-correct', (_all, page) => page.locator('.changes ins'));
  await first.page.getByRole('button', { name: words.zh.tasks.form.submit }).click();
  await failed(3);

  // The other two are asked to be skipped, by the keyboard alone.
  const all = group(first, 'paper').getByRole('checkbox', { name: zh.chooseAll });
  await all.focus();
  await first.page.keyboard.press('Space');
  await first.page.getByLabel(zh.reason, { exact: true }).focus();
  await first.page.keyboard.type(said.skip);
  await group(first, 'paper').getByRole('button', { name: zh.send.replace('{{count}}', '2').replace('{{action}}', zh.action.skip) }).focus();
  await first.page.keyboard.press('Enter');
  await first.look('operations-bulk-report', (every, page) => page.getByText(every.repairs.bulk.afterAsk));
  await first.page.getByRole('button', { name: zh.bulk.close }).click();
  await first.look('operations-confirmations-mine', (every, page) => page.getByText(every.repairs.confirmations.explained));
  const own = first.page.locator('section').filter({ hasText: zh.confirmations.explained });
  await own.getByRole('checkbox', { name: zh.chooseAll }).check();
  expect(await own.getByRole('button', { name: zh.confirmations.confirm, exact: true }).isDisabled()).toBe(true);

  // The second person confirms one, and refuses the other.
  const other = await Viewer.at(browser, 'pc', second);
  await other.visit('/desk/operations', 'operations-confirmations', (every) => every.staff.nav.operations);
  const panel = other.page.locator('section').filter({ hasText: zh.confirmations.explained });
  await panel.getByRole('checkbox').nth(1).check();
  await panel.getByRole('button', { name: zh.confirmations.confirm, exact: true }).click();
  await other.look('operations-confirmed', (every, page) => page.getByText(every.repairs.bulk.close));
  await other.page.getByRole('button', { name: zh.bulk.close }).click();
  const { confirmations: [left] } = await until('one is left', async () => { const now = await second.get<{ confirmations: { taskId: string }[] }>('/api/supervision/failures'); return now.confirmations.length === 1 && now; });
  await other.visit(`/desk/tasks/${left!.taskId}`, 'task-confirm-repair', () => /./);
  await other.page.locator('label').filter({ hasText: /^不同意$/ }).click();
  await other.page.locator('#field-reason').fill(said.refuse);
  await other.page.getByRole('button', { name: words.zh.tasks.form.submit }).click();
  await failed(2);

  // Nobody knows whether the SMS went out: asked in vain, then with an answer; retried, and sent once all the same.
  platform.trouble = 'mute';
  await first.page.goto('/desk/operations');
  const ambiguous = first.page.locator('.ambiguous-list');
  await ambiguous.getByRole('button', { name: zh.ambiguous.ask }).click();
  await first.look('operations-ambiguous-unreachable', (every, page) => page.getByText(every.repairs.ambiguous.follows.unreachable));
  platform.trouble = 'none';
  await ambiguous.getByRole('button', { name: zh.ambiguous.ask }).click();
  await first.look('operations-ambiguous-sent', (every, page) => page.getByText(every.repairs.ambiguous.follows.sent));
  for (const error of ['paper', 'It is not known']) {
    await group(first, error).getByRole('button').first().click();
    await group(first, error).getByRole('checkbox', { name: zh.chooseAll }).check();
    await group(first, error).getByRole('button', { name: zh.send.replace('{{count}}', '1').replace('{{action}}', zh.action.retry) }).click();
    await group(first, error).waitFor({ state: 'detached' });
  }
  await first.look('operations-nothing-failed', (every, page) => page.getByText(every.repairs.none));
  const phone = await Viewer.at(browser, 'phone', operations);
  await phone.visit('/desk/operations', 'operations', (every) => every.staff.nav.operations);

  // A case is begun again where its review was answered: seen before, asked for by one, confirmed by another.
  const [{ id: caseId, number } = { id: '', number: '' }] = await sql<{ id: string; number: string }[]>`select id, case_number as number from cases where stage = 'consent' order by filed_at limit 1`;
  await first.page.goto('/desk/operations');
  const named = first.page.getByLabel(words.zh.resets.find, { exact: true });
  await named.fill('（2026）豫0611民初99999号');
  await named.press('Enter');
  await first.look('operations-reset-unknown', (every, page) => page.getByText(every.resets.notFound));
  await named.fill(number);
  await named.press('Enter');
  await first.page.waitForURL((url) => url.pathname === `/desk/operations/reset/${caseId}`);
  await first.look('operations-reset', (every) => every.resets.title);
  // Where the filing was to be reviewed: what follows is done again, and the ledger holds the SMS back.
  await first.page.locator('.reset-points label').filter({ hasText: words.zh.resets.point.replace('{{seq}}', '3') }).locator('input').check();
  await first.look('operations-reset-preview', (every, page) => page.getByText(every.resets.reason, { exact: true }));
  await first.page.locator('#reset-reason').fill(said.reset);
  await first.page.getByRole('button', { name: words.zh.resets.ask }).click();
  await first.look('operations-reset-asked', (every, page) => page.getByText(every.resets.asked));
  await other.visit('/desk/operations', 'operations-reset-confirm', (every) => every.staff.nav.operations);
  await other.page.getByRole('button', { name: words.zh.resets.confirm }).click();
  await other.look('operations-reset-done', (every, page) => page.getByText(every.resets.state.done));
  await until('the reset is on record', async () => (await sql`select 1 from journal where case_id = ${caseId} and kind = 'workflow-reset'`).length === 1, 60_000);
  const sent = platform.sent.filter(({ key }) => key.startsWith('acceptance/')).map(({ key }) => key);
  expect(new Set(sent).size).toBe(sent.length);
  expect(sent).toHaveLength(3);
  // The audit says which entries the run before the reset wrote, and finds nothing wrong.
  await until('the case is accepted once more', async () => (await sql`select 1 from journal where case_id = ${caseId} and kind = 'acceptance-issued'`).length === 2, 60_000);
  const manager = await Viewer.at(browser, 'pc', people.manager);
  await manager.page.goto(`/desk/supervision/${caseId}/audit`);
  await manager.page.getByRole('button', { name: words.zh.audit.check.start }).click();
  await manager.page.getByText(words.zh.audit.check.reset.by.replace('{{by}}', '郑运维').replace('{{confirmedBy}}', '沈运维')).waitFor();
  await manager.look('audit-after-reset', ({ audit }, page) => page.getByText(audit.check.whole));
  await Promise.all([first, other, phone, manager].map((viewer) => viewer.leave()));
  nothingWrong();
});

opensWhatItSays('operations-pages');
