/**
 * The time for evidence in real browsers (CPL-68, EVD-51, INT-101, INT-102): the judge sets it anew, what the law does not allow is
 * refused with its reason; after it a party offers with a reason on a phone, and the judge decides what the law leaves. Both
 * languages, axe. KAITING_PICTURES=FOLDER keeps a picture of each page.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { until } from '#e2e/court/person.ts';
import { accept, consent, exchangeEvidence, file, type Walk } from '#e2e/court/story.ts';
import { AtWork, headed, nothingWrong, pdf, taskFor } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words } from '#e2e/pages/viewer.ts';
import { periodBasisWords, procedureWords } from '#domain/evidence/period.ts';

jest.setTimeout(600_000);

const late = { title: '银行流水', source: '开户银行出具', proves: '货款已付两万元', reason: '银行二十日后才出具，此前无法取得' };
const said = { agreed: '双方书面协商一致', extended: '当事人申请，证据须向银行调取', decided: '客观原因成立', wrong: '与基本事实无关' };
const { evidence } = words.zh;
let work: AtWork;
let walk: Walk;
beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(late), ...Object.values(said), '流水.pdf');
  walk = await accept(work.people, await file(work.people));
  await consent(walk);
  await exchangeEvidence(walk);
});
afterEach(() => work.leaveDesks());
afterAll(() => work?.stop());

const period = async () => (await walk.judge.case(walk.caseId)).evidencePeriod;

test('the judge sets another period: refused where the law says so, then extended, then as the parties agreed (EVD-51, EVD-54)', async () => {
  const desk = await work.desk(walk.judge);
  const { page } = desk;
  await desk.visit(`/desk/cases/${walk.caseId}`, 'case-period', ({ evidence: { period: { change } } }, of) => of.getByRole('button', { name: change }));
  const dialog = page.getByRole('dialog');
  const open = () => page.getByRole('button', { name: evidence.period.change }).click();
  const choose = (text: string) => dialog.locator('label').filter({ hasText: new RegExp(`^${text}$`) }).click();
  const send = () => dialog.getByRole('button', { name: evidence.period.submit }).click();
  await open();
  await desk.look('case-period-open', (_words, of) => of.getByRole('dialog'));
  await send();
  await desk.look('case-period-missing', ({ evidence: { offer } }, of) => of.getByText(offer.required));
  await choose(procedureWords.firstOrdinary.zh);
  await dialog.locator('#period-days').fill('7');
  await dialog.locator('#period-reason').fill(said.extended);
  await send();
  await desk.look('case-period-refused', (_words, of, language) => of.getByText(language === 'zh' ? /不得少于15日/ : /at least 15 days/));
  await choose(periodBasisWords.extended.zh);
  await dialog.locator('#period-days').fill('20');
  await send();
  await until('extended', async () => (await period())?.basis === 'extended');
  await desk.look('case-period-extended', (_words, of, language) => of.getByText(new RegExp(periodBasisWords.extended[language])));
  await open();
  await choose(periodBasisWords.agreed.zh);
  await dialog.locator('#period-days').fill('10');
  await dialog.locator('#period-reason').fill(said.agreed);
  await send();
  await until('agreed', async () => (await period())?.basis === 'agreed');
  for (const device of ['phone', 'pc'] as const) {
    const viewer = await work.at(device, walk.plaintiff);
    await viewer.visit(`/my/cases/${walk.caseId}/evidence`, 'my-evidence-period', ({ evidence: { page: { title } } }) => title);
    await viewer.leave();
  }
  nothingWrong();
});

test('late evidence is offered with its reason on a phone; the judge decides what the law leaves; the parties read it (CPL-68, INT-101, INT-102)', async () => {
  const { caseId, clerk, plaintiff, defendant, judge } = walk;
  const { until: end } = (await period())!;
  const { clock } = await clerk.get<{ clock: { now: string } }>('/api/court');
  await clerk.post('/api/demonstration/clock', { forwardMinutes: Math.ceil((Date.parse(end) - Date.parse(clock.now)) / 60_000) + 30 });
  const phone = await work.at('phone', plaintiff);
  await phone.visit(`/my/cases/${caseId}/evidence`, 'my-evidence-late', ({ evidence: { period: { over } } }, page) => page.getByText(over));
  await phone.page.getByRole('button', { name: evidence.offer.add }).click();
  const form = phone.page.getByRole('region', { name: evidence.offer.heading });
  await form.getByRole('button', { name: evidence.offer.submit, exact: true }).click();
  await phone.look('my-evidence-late-missing', ({ evidence: { offer } }, page) => page.getByText(offer.lateReason));
  await form.getByLabel(evidence.offer.name).fill(late.title);
  await form.getByLabel(evidence.kind).selectOption('documentary');
  await form.getByLabel(evidence.source).fill(late.source);
  await form.getByLabel(evidence.proves).fill(late.proves);
  await form.locator('input[type=file]').setInputFiles(pdf('流水.pdf'));
  await form.getByText(words.zh.party.files.sent).waitFor();
  await form.getByLabel(evidence.offer.lateReason).fill(late.reason);
  await phone.look('my-evidence-late-filled', ({ evidence: { offer } }, page) => page.getByRole('region', { name: offer.heading }));
  await form.getByRole('button', { name: evidence.offer.submit, exact: true }).click();
  await phone.look('my-evidence-late-sent', ({ evidence: { offer } }, page) => page.getByText(offer.doneLate));

  const desk = await work.desk(judge);
  const { page } = desk;
  const taskId = await taskFor(judge, caseId, 'admit-late-evidence');
  await desk.visit(`/desk/tasks/${taskId}`, 'task-admit-late-evidence', headed('admit-late-evidence'));
  const choose = (field: string, text: string) => page.locator(`#field-${field} label`).filter({ hasText: new RegExp(`^${text}$`) }).click();
  const { options } = words.zh.tasks;
  await choose('lateness', options.gross);
  await choose('basicFact', words.zh.tasks.no);
  await choose('decision', options.admit);
  await page.locator('#field-reason').fill(said.wrong);
  await page.getByRole('button', { name: new RegExp(`^${words.zh.tasks.form.submit}`) }).click();
  await desk.look('task-admit-late-evidence-refused', (_words, of, language) => of.getByText(language === 'zh' ? /应当：不予采纳/ : /the law leaves: Not admitted/));
  await choose('lateness', options.objective);
  await page.locator('#field-reason').fill(said.decided);
  await desk.look('task-admit-late-evidence-filled', headed('admit-late-evidence'));
  await page.getByRole('button', { name: new RegExp(`^${words.zh.tasks.form.submit}`) }).click();
  await page.getByRole('heading', { name: words.zh.staff.task.doneTitle.replace('{{title}}', '决定是否采纳逾期证据') }).waitFor();
  await until('decided', async () => (await plaintiff.case(caseId)).evidence.find(({ title }) => title === late.title)?.late?.decision);
  await phone.look('my-evidence-late-decided', (_words, of) => of.getByText(said.decided));
  const other = await work.at('phone', defendant);
  await other.visit(`/my/cases/${caseId}/evidence`, 'their-evidence-late', (_words, of) => of.getByText(late.title).first());
  await desk.visit(`/desk/cases/${caseId}`, 'case-late-evidence', (_words, of) => of.getByText(late.title).first());
  await page.getByRole('button', { name: new RegExp(late.title) }).first().click();
  await desk.look('case-late-evidence-item', (_words, of) => of.getByText(new RegExp(said.decided)));
  expect((await judge.case(caseId)).evidence.find(({ title }) => title === late.title)?.late?.decision).toMatchObject({ decision: 'admit' });
  await Promise.all([phone, other].map((viewer) => viewer.leave()));
  nothingWrong();
});

opensWhatItSays('late-evidence-pages');
