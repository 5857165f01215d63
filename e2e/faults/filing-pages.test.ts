/**
 * Filing in full, looked at on phone and computer, in both languages: an agent's filing against a company, a private
 * prosecution, an appeal; the review with its previews, corrections by name, what they changed, a rejection.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { complaintPdf } from '#e2e/court/papers.ts';
import { Person, until } from '#e2e/court/person.ts';
import { comeToCourt, defendant, file, review, type People } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words, type Seen } from '#e2e/pages/viewer.ts';
import { agentKindWords, authorityWords, caseTypeWords, decisionKindWords, groundWords, instanceWords, partyKindWords } from '#domain/filing/kinds.ts';
import { materialWords, type MaterialCategory } from '#domain/filing/material-categories.ts';
import { rejectionWords } from '#domain/filing/rejection-grounds.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const company = { name: '福建某某贸易有限公司', code: '91350100M000100Y43', address: '福州市鼓楼区某路一号', office: '法定代表人', acting: '吴十', phone: '13800000010' };
const claim = { cause: '民间借贷纠纷', claims: '返还借款本金五万元。', facts: '双方订立借款合同，到期未还。' };
const corrected = { why: '金额和期限不具体', missing: '缺少身份证明', claims: '返还借款本金五万元及利息二千元。', explanation: '已写明金额，补交身份证明' };

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(claim), ...Object.values(company), ...Object.values(corrected), '吴十（您）', '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。');
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const headed = (kind: TaskKindName): Seen => (_words, _page, language) => new RegExp(`^${taskCatalogue[kind].title[language]}`);
const at = (device: 'pc' | 'phone', person?: Person) => Viewer.at(browser, device, person);
const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const { filing, common, files } = words.zh.party;
const { appeal, agency, organisation, role } = words.zh.filing;

class Filer {
  constructor(readonly viewer: Viewer, private readonly name: string) {}
  get page() { return this.viewer.page; }
  choose = (label: string) => this.page.getByRole('radio', { name: new RegExp(`^${label}`) }).first().check();
  next = () => this.page.getByRole('button', { name: common.next, exact: true }).click();
  at = (title: string) => this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  look = (step: string) => this.viewer.look(`${this.name}-${step}`, (_words, page) => page.getByRole('heading', { level: 1 }));
  async attach(category: MaterialCategory): Promise<void> {
    const card = this.page.getByRole('region', { name: materialWords[category].zh });
    await card.locator('input[type=file]').setInputFiles({ name: `${category}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
    await card.getByText(files.sent).waitFor();
  }
  async claims(cause: string): Promise<void> {
    await this.at(filing.steps.claim);
    await this.page.getByLabel(filing.claim.cause).fill(cause);
    await this.page.getByLabel(filing.claim.claims).fill(claim.claims);
    await this.page.getByLabel(filing.claim.facts).fill(claim.facts);
  }
  async company(card = this.page.getByRole('region', { name: filing.others.person.replace('{{n}}', '1') })): Promise<void> {
    await card.getByRole('radio', { name: partyKindWords.company.zh }).check();
    await card.getByLabel(organisation.name, { exact: true }).fill(company.name);
    await card.getByLabel(organisation.creditCode).fill(company.code);
    await card.getByLabel(organisation.address).fill(company.address);
    await card.getByLabel(organisation.office).fill(company.office);
    await card.getByLabel(organisation.acting).fill(company.acting);
    await card.getByLabel(filing.others.phone).fill(company.phone);
  }
  async submit(): Promise<string> {
    await this.page.getByRole('checkbox', { name: filing.check.declare }).check();
    await this.look('check');
    await this.page.getByRole('button', { name: filing.check.submit, exact: true }).click();
    await this.page.waitForURL(/\/file\/submitted\//);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }
  async scope(): Promise<void> {
    await this.at(filing.steps.scope);
    await this.page.getByRole('checkbox', { name: filing.scope.nothing }).check();
    await this.choose(filing.scope.apply);
    await this.next();
    await this.at(filing.steps.check);
  }
}

async function filer(device: 'pc' | 'phone', person: Person, name: string): Promise<Filer> {
  const one = new Filer(await at(device, person), name);
  await one.page.goto('/file');
  await one.at(filing.steps.role);
  return one;
}

let byAgent: string;
test('an agent files for a plaintiff against a company, on a phone; begun there, it goes on at a computer', async () => {
  const phone = await filer('phone', people.plaintiff, 'agent');
  await phone.choose(filing.role.agent);
  await phone.look('role');
  await phone.next();
  await phone.claims(claim.cause);
  await phone.next();
  await phone.at(filing.steps.others);
  await phone.company();
  await phone.page.getByText(common.saved).waitFor();
  const pc = new Filer(await at('pc', people.plaintiff), 'agent-resumed');
  await pc.page.goto('/file');
  await pc.at(filing.steps.others);
  expect(await pc.page.getByLabel(organisation.name, { exact: true }).inputValue()).toBe(company.name);
  await pc.look('others');
  await phone.viewer.leave();

  await pc.page.getByRole('button', { name: filing.others.add }).click();
  const principal = pc.page.getByRole('region', { name: filing.others.person.replace('{{n}}', '2') });
  await principal.getByLabel(filing.others.name).fill(defendant.name);
  await principal.getByLabel(filing.others.identityNumber).fill(defendant.identityNumber);
  await principal.getByLabel(filing.others.phone).fill(defendant.phone);
  const mine = pc.page.getByRole('region', { name: agency.mine });
  await mine.getByRole('checkbox', { name: new RegExp(defendant.name) }).check();
  // What is missing is said with its article.
  await pc.next();
  await mine.locator('.wrong').first().waitFor();
  await pc.viewer.look('agent-others-missing', (_words, page) => page.locator('.wrong').first());
  await mine.getByRole('radio', { name: agentKindWords.lawyer.zh }).check();
  await mine.getByRole('radio', { name: authorityWords.special.zh }).check();
  await mine.locator('input[type=file]').setInputFiles({ name: '授权委托书.pdf', mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
  await mine.getByText(files.sent).waitFor();
  await pc.look('others-filled');
  await pc.next();
  await pc.at(filing.steps.materials);
  for (const category of ['complaint', 'evidence'] as const) await pc.attach(category);
  await pc.look('materials');
  await pc.next();
  await pc.scope();
  byAgent = await pc.submit();
  await pc.viewer.leave();
  nothingWrong();
});

test('an appeal on a phone: the decision below, in time', async () => {
  const phone = await filer('phone', people.plaintiff, 'appeal');
  await phone.choose(instanceWords.second.zh);
  await phone.choose(role.asParty.replace('{{party}}', '上诉人').slice(0, 4));
  await phone.next();
  await phone.at(appeal.step);
  await phone.page.getByLabel(appeal.number).fill('（2026）豫0611民初123号');
  await phone.choose(decisionKindWords.judgment.zh);
  const [{ now }] = [await people.manager.get<{ now: string }>('/api/court').catch(() => ({ now: new Date().toISOString() }))];
  const day = (now ?? new Date().toISOString()).slice(0, 10);
  await phone.page.getByLabel(appeal.decidedOn).fill(day);
  await phone.page.getByLabel(appeal.servedOn).fill(day);
  await phone.choose('被告');
  await phone.look('decision');
  await phone.next();
  await phone.claims(claim.cause);
  await phone.next();
  await phone.at(filing.steps.others);
  await phone.page.getByLabel(filing.others.name).fill(defendant.name);
  await phone.page.getByLabel(filing.others.identityNumber).fill(defendant.identityNumber);
  await phone.page.getByLabel(filing.others.phone).fill(defendant.phone);
  await phone.next();
  await phone.at(filing.steps.materials);
  await phone.attach('complaint');
  await phone.next();
  await phone.page.locator('.wrong').first().waitFor();
  await phone.attach('lowerDecision');
  await phone.next();
  await phone.scope();
  await phone.submit();
  await phone.viewer.leave();
  nothingWrong();
});

test('a private prosecution names its ground', async () => {
  const pc = await filer('pc', people.plaintiff, 'prosecution');
  await pc.choose(caseTypeWords.criminal.zh);
  await pc.choose(groundWords.onComplaintOnly.zh);
  await pc.look('role');
  await pc.viewer.leave();
  nothingWrong();
});

test('the review: parties and agents, previews, corrections by name; the filer corrects these alone; the clerk sees what changed, and rejects by ground', async () => {
  const caseId = await file(people);
  const clerk = await at('pc', people.filingClerk);
  const reviewOf = async (of: string, but?: string) => (await until('the filing waits', async () => (await people.filingClerk.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=review-filing&limit=100')).rows.find((row) => row.caseId === of && row.taskId !== but))).taskId;
  await clerk.visit(`/desk/tasks/${await reviewOf(byAgent)}`, 'review-agent', headed('review-filing'));
  await clerk.page.getByRole('button', { name: /^预览/ }).first().click();
  await clerk.page.locator('iframe.material-preview').waitFor();
  await clerk.page.locator('main form').getByText(labelOf('review-filing', 'decision', 'correct'), { exact: true }).click();
  await clerk.look('review-correct', headed('review-filing'));

  const first = await reviewOf(caseId);
  await review(people, caseId, { decision: 'correct', corrections: [{ what: 'field:claims', why: corrected.why }, { what: 'missing:identity', why: corrected.missing }], days: 5 });
  const phone = await at('phone', people.plaintiff);
  const { taskId } = await people.plaintiff.awaitTask(caseId, 'correct-filing');
  await phone.visit(`/my/tasks/${taskId}`, 'correct-filing', (_words, page) => page.getByLabel(/改为|Change to/).first());
  await phone.page.getByLabel(words.zh.filing.correct.instead).fill(corrected.claims);
  await phone.page.locator('main input[type=file]').setInputFiles({ name: '身份证.pdf', mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
  await phone.page.getByText(files.sent).waitFor();
  await phone.page.getByLabel(words.zh.filing.correct.explanation).fill(corrected.explanation);
  await phone.look('correct-filing-filled', (_words, page) => page.getByRole('heading', { level: 1 }));
  await phone.page.getByRole('button', { name: words.zh.filing.correct.submit }).click();
  await phone.look('correct-filing-done', ({ party }) => party.task.done);
  await phone.leave();

  await clerk.visit(`/desk/tasks/${await reviewOf(caseId, first)}`, 'review-corrected', (_words, page) => page.locator('.filing-changes ins'));
  expect(await clerk.page.locator('.filing-changes ins').innerText()).toContain(corrected.claims);
  await clerk.page.locator('main form').getByText(labelOf('review-filing', 'decision', 'reject'), { exact: true }).click();
  await clerk.page.getByRole('combobox').first().click();
  await clerk.page.getByTitle(rejectionWords.noJurisdiction.zh).click();
  await clerk.look('review-reject', headed('review-filing'));
  await clerk.leave();
  nothingWrong();
});

opensWhatItSays('filing-pages');
