/**
 * What can happen to a case at any time, in browsers against the whole system: a party reports a death on a phone, the
 * judge rules, the case stands still on every page, the clerk names an heir, the judge resumes; the plaintiff withdraws,
 * and the rulings lie sealed in the file. Each page in both languages and by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { until, type Person } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, defendant, file, plaintiff, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import { suspensionGrounds, groundWords } from '#domain/case/suspension.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

let court: PagesCourt;
let browser: CourtBrowser;
let walk: Walk;
const said = { death: '被告已于上月去世', suspend: '等待继承人表明是否参加诉讼', resume: '继承人参加诉讼', withdrawal: '双方已经和解，款项付清', permit: '不违反法律规定', terms: '被告十日内给付三万元' };
const heir = { name: '赵六', identityNumber: '410811199511054044', phone: '13800000004' };
const happenings = words.zh.happenings;

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  const people = await comeToCourt(court.baseUrl);
  asWritten((await people.manager.get<{ name: string }>('/api/court')).name, ...Object.values(said), plaintiff.name, defendant.name, heir.name, '买卖合同纠纷',
    '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '民事审判第一庭', ...suspensionGrounds.map((ground) => groundWords(ground).zh));
  walk = await accept(people, await file(people));
  await consent(walk);
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const headed = (kind: TaskKindName) => (_words: unknown, _page: unknown, language: 'zh' | 'en') => new RegExp(`^${taskCatalogue[kind].title[language].replace(/[()]/g, '.')}`);
async function judgesTask(kind: TaskKindName): Promise<string> {
  return (await until(`the judge is asked ${kind}`, async () => (await walk.judge.tasks(walk.caseId)).find((task) => task.kind === kind && task.state === 'open'))).taskId;
}
const rulingsOf = async (who: Person) => (await who.case(walk.caseId)).documents.filter(({ purpose }) => purpose === 'ruling').map(({ name }) => name);

test('a death is reported, the case is suspended, an heir named, the proceedings resumed', async () => {
  const { caseId } = walk;
  const phone = await Viewer.at(browser, 'phone', walk.plaintiff);
  await phone.visit(`/my/cases/${caseId}`, 'my-case', (all, shown) => shown.getByRole('link', { name: all.happenings.title }));
  await phone.visit(`/my/cases/${caseId}/tell`, 'tell', (all) => all.happenings.title);
  for (const kind of ['factClaimed', 'consentWithdrawn', 'withdrawalApplied', 'settled', 'groundReported'] as const) {
    await phone.page.getByRole('radio', { name: happenings.action[kind], exact: true }).check();
    await phone.look(`tell-${kind}`, (all, shown) => shown.getByText(all.happenings.follows[kind]));
  }
  await phone.page.getByRole('radio', { name: groundWords('partyDied').zh }).check();
  await phone.page.getByRole('radio', { name: new RegExp(`${defendant.name}$`) }).check();
  await phone.page.getByLabel(happenings.field.reason).fill(said.death);
  await phone.page.getByRole('checkbox', { name: happenings.understood }).check();
  await phone.page.getByRole('button', { name: happenings.submit, exact: true }).click();
  await phone.look('told', (all, shown) => shown.getByText(all.happenings.done));

  const judge = await Viewer.at(browser, 'pc', walk.judge);
  await judge.visit(`/desk/cases/${caseId}`, 'case-happenings', (all, shown) => shown.getByRole('button', { name: all.happenings.action.factRecorded }));
  await judge.page.getByRole('button', { name: happenings.action.factRecorded }).click();
  await judge.look('case-record-fact', (all, shown) => shown.getByText(all.happenings.follows.factRecorded));
  const taskId = await judgesTask('rule-on-suspension');
  await judge.visit(`/desk/tasks/${taskId}`, 'task-rule-on-suspension', headed('rule-on-suspension'));
  await walk.judge.complete(caseId, 'rule-on-suspension', { decision: 'suspend', reason: said.suspend });
  await until('suspended', async () => (await walk.plaintiff.case(caseId)).suspension !== null);
  await phone.visit(`/my/cases/${caseId}`, 'my-case-suspended', (all, shown) => shown.getByText(all.happenings.suspendedMeans));

  const clerk = await Viewer.at(browser, 'pc', walk.clerk);
  await clerk.visit(`/desk/cases/${caseId}`, 'case-suspended', (all, shown) => shown.getByRole('heading', { name: all.happenings.successor }));
  const form = clerk.page.getByRole('form', { name: happenings.successor });
  await form.getByLabel(happenings.name, { exact: true }).fill(heir.name);
  await form.getByLabel(happenings.identityNumber, { exact: true }).fill(heir.identityNumber);
  await form.getByLabel(happenings.phone, { exact: true }).fill(heir.phone);
  await clerk.page.getByRole('button', { name: happenings.successorSubmit, exact: true }).click();
  await until('the heir is of the case', async () => (await walk.clerk.case(caseId)).participants.some(({ name }) => name === heir.name));
  await judge.visit(`/desk/tasks/${await judgesTask('resume-case')}`, 'task-resume-case', headed('resume-case'));
  await walk.judge.complete(caseId, 'resume-case', { decision: 'resume', reason: said.resume });
  await until('resumed', async () => (await walk.plaintiff.case(caseId)).suspension === null);
  await until('both documents are in the file', async () => (await rulingsOf(walk.plaintiff)).length === 2, 120_000);
  expect((await rulingsOf(walk.plaintiff)).sort()).toEqual(['恢复诉讼通知书（恢复诉讼）.pdf', '民事裁定书（中止诉讼）.pdf']);
  await Promise.all([phone, judge, clerk].map((viewer) => viewer.leave()));
  nothingWrong();
});

test('the plaintiff withdraws, the judge permits it: closed, with the ruling sealed in the file', async () => {
  const { caseId } = walk;
  const phone = await Viewer.at(browser, 'phone', walk.plaintiff);
  await phone.page.goto(`/my/cases/${caseId}/tell`);
  await phone.page.getByRole('radio', { name: happenings.action.withdrawalApplied, exact: true }).check();
  await phone.page.getByLabel(happenings.field.reason).fill(said.withdrawal);
  await phone.page.getByRole('checkbox', { name: happenings.understood }).check();
  await phone.page.getByRole('button', { name: happenings.submit, exact: true }).click();
  const judge = await Viewer.at(browser, 'pc', walk.judge);
  await judge.visit(`/desk/tasks/${await judgesTask('rule-on-withdrawal')}`, 'task-rule-on-withdrawal', headed('rule-on-withdrawal'));
  await walk.judge.complete(caseId, 'rule-on-withdrawal', { decision: 'permit', reason: said.permit });
  await until('closed', async () => (await walk.plaintiff.case(caseId)).closed?.how === 'withdrawn', 120_000);
  expect(await rulingsOf(walk.plaintiff)).toContain('民事裁定书（准许撤诉）.pdf');
  const ruling = (await walk.plaintiff.case(caseId)).documents.find(({ name }) => name.includes('准许撤诉'));
  expect((await walk.plaintiff.download(ruling?.fileId ?? '')).subarray(0, 5).toString()).toBe('%PDF-');
  await phone.visit(`/my/cases/${caseId}`, 'my-case-withdrawn', () => /./);
  await judge.visit(`/desk/cases/${caseId}`, 'case-withdrawn', (_all, shown) => shown.locator('.standing-closed'));
  await Promise.all([phone, judge].map((viewer) => viewer.leave()));
  nothingWrong();
});

opensWhatItSays('happenings-pages');
