/**
 * A public prosecution, looked at as the people see it: the procuratorate's officer files it on a computer, the filing clerk
 * reads indictment and file and accepts it, the officer reads the case, the accused is asked whether it is heard online.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { complaintPdf } from '#e2e/court/papers.ts';
import { Person, until } from '#e2e/court/person.ts';
import { comeToCourt, defendant, review, type People } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words, type Seen } from '#e2e/pages/viewer.ts';
import { caseTypeWords } from '#domain/filing/kinds.ts';
import { materialWords, type MaterialCategory } from '#domain/filing/material-categories.ts';
import { onlineGroundWords } from '#domain/filing/public-prosecution.ts';
import { rejectionWords } from '#domain/filing/rejection-grounds.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const procuratorate = { name: '某某市人民检察院', code: '11410600M000315016', address: '某某市某路二号', office: '检察员' };
const indicted = { cause: '盗窃罪', claims: '以盗窃罪追究刑事责任，建议判处拘役三个月。', facts: '被告人于深夜进入商铺，窃取现金三千元。', place: '某某市看守所' };

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(procuratorate), ...Object.values(indicted));
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const headed = (kind: TaskKindName): Seen => (_words, _page, language) => new RegExp(`^${taskCatalogue[kind].title[language]}`);
const at = (device: 'pc' | 'phone', person: Person) => Viewer.at(browser, device, person);
const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const { filing, common, files } = words.zh.party;
const { organisation, prosecution } = words.zh.filing;

test('the procuratorate files, the clerk reads and accepts, both sides see the case', async () => {
  const officer = await Person.party(court.baseUrl, demonstrationPersons.find(({ name }) => name === '郑公诉')!);
  const pc = await at('pc', officer);
  const { page } = pc;
  const heading = (title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor();
  const choose = (label: string) => page.getByRole('radio', { name: new RegExp(`^${label}`) }).first().check();
  const next = () => page.getByRole('button', { name: common.next, exact: true }).click();
  const look = (step: string) => pc.look(`prosecution-${step}`, (_words, shown) => shown.getByRole('heading', { level: 1 }));

  await page.goto('/file');
  await heading(filing.steps.role);
  await choose(caseTypeWords.criminal.zh);
  await choose(prosecution.as);
  // What is missing is said with its article.
  await next();
  await page.locator('.wrong').first().waitFor();
  await look('role-missing');
  await page.getByLabel(organisation.name, { exact: true }).fill(procuratorate.name);
  await page.getByLabel(organisation.creditCode).fill(procuratorate.code);
  await page.getByLabel(organisation.address).fill(procuratorate.address);
  await page.getByLabel(organisation.office).fill(procuratorate.office);
  await choose(prosecution.isHeld);
  await page.getByLabel(prosecution.place).fill(indicted.place);
  await choose(onlineGroundWords.fastTrack.zh);
  await look('role');
  await next();

  await heading(filing.steps.claim);
  await page.getByLabel(prosecution.charge).fill(indicted.cause);
  await page.getByLabel(prosecution.claims).fill(indicted.claims);
  await page.getByLabel(prosecution.facts).fill(indicted.facts);
  await look('charge');
  await next();
  await heading(filing.steps.others);
  await page.getByLabel(filing.others.name).fill(defendant.name);
  await page.getByLabel(filing.others.identityNumber).fill(defendant.identityNumber);
  await page.getByLabel(filing.others.phone).fill(defendant.phone);
  await look('accused');
  await next();
  await heading(filing.steps.materials);
  for (const category of ['indictment', 'caseFile', 'identity', 'evidence'] as const satisfies readonly MaterialCategory[]) {
    const card = page.getByRole('region', { name: materialWords[category].zh });
    await card.locator('input[type=file]').setInputFiles({ name: `${category}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(complaintPdf()) });
    await card.getByText(files.sent).waitFor();
  }
  await look('materials');
  await next();
  await heading(filing.steps.scope);
  await page.getByRole('checkbox', { name: filing.scope.nothing }).check();
  await choose(filing.scope.apply);
  await next();
  await heading(filing.steps.check);
  await page.getByRole('checkbox', { name: filing.check.declare }).check();
  await look('check');
  await page.getByRole('button', { name: filing.check.submit, exact: true }).click();
  await page.waitForURL(/\/file\/submitted\//);
  const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';

  const clerk = await at('pc', people.filingClerk);
  const { taskId } = await until('the filing waits', async () => (await people.filingClerk.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=review-filing&limit=100')).rows.find((row) => row.caseId === caseId));
  await clerk.visit(`/desk/tasks/${taskId}`, 'prosecution-review', headed('review-filing'));
  await clerk.page.locator('main form').getByText(labelOf('review-filing', 'decision', 'reject'), { exact: true }).click();
  await clerk.page.getByRole('combobox').first().click();
  await clerk.page.getByTitle(rejectionWords.accusedAbsent.zh).click();
  await clerk.look('prosecution-review-send-back', headed('review-filing'));
  await review(people, caseId, { decision: 'accept', procedure: 'fastTrack', composition: 'soleJudge' });

  const accepted = await until('the case has its number', async () => { const detail = await officer.case(caseId); return detail.caseNumber ? detail : undefined; });
  expect(accepted.caseNumber).toContain('刑初');
  // The procuratorate asked for it; the accused is asked.
  const accused = people.defendant;
  await accused.awaitTask(caseId, 'consent-online');
  expect((await accused.tasks(caseId)).filter(({ kind }) => kind === 'consent-online').map(({ participant }) => participant?.role)).toEqual(['defendant']);
  await pc.visit(`/my/cases/${caseId}`, 'prosecution-my-case', ({ party }, shown) => shown.getByText(party.case.parties));
  const phone = await at('phone', accused);
  await phone.visit(`/my/cases/${caseId}`, 'prosecution-accused-case', ({ party }, shown) => shown.getByText(party.case.parties));
  await phone.leave();
  await clerk.leave();
  await pc.leave();
  nothingWrong();
});

opensWhatItSays('prosecution-pages');
