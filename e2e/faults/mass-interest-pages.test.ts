/**
 * The livestream of a mass-interest case in real browsers (N2): assessed by every member of a panel with assessors, applied for,
 * screened, approved by the division head and the vice president, then reported level by level up to the publicity department of the
 * provincial high court, each level's answer on record. Each page in both languages and by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { LivestreamView } from '#api/contract/livestreams.ts';
import { Person, until } from '#e2e/court/person.ts';
import { accept, consent, exchangeEvidence, file, schedule, staffNamed, type Scheduled, type Walk } from '#e2e/court/story.ts';
import { AtWork, nothingWrong } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words } from '#e2e/pages/viewer.ts';
import { statusWords } from '#domain/livestream/approval-state.ts';
import { courtChain } from '#domain/court/livestream-chain.ts';
import { provincialReport } from '#domain/livestream/chain.ts';
import { factWords } from '#domain/livestream/facts.ts';

jest.setTimeout(600_000);

const plan = { divisionOfLabour: '审判长主持庭审，陪审员发问', incidentPlan: '画面异常立即停播并报告', outcomePlan: '先行调解，调解不成当庭宣判', technicalArrangement: '固定机位，旁听席不入镜', opinion: '拟同意直播' };
const said = {
  reasons: '案情清楚，社会关注度一般', screened: '画面声音符合要求', head: '经审核同意直播', president: '同意直播并层报', middle: '鹤中法〔2026〕8号', middleSays: '经研究同意，报省法院', back: '请补充舆情应对预案',
  changed: '画面异常三十秒内停播，同步启动舆情应对', province: '豫高法宣〔2026〕21号', provinceSays: '同意直播，注意舆情引导',
};
let work: AtWork;
let walk: Walk;
let hearing: Scheduled;
const officers = {} as Record<'head' | 'president' | 'technician' | 'tmo', Person>;

beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(plan), ...Object.values(said), ...courtChain.map(({ title }) => title.zh));
  for (const username of ['head', 'president', 'technician', 'tmo'] as const) officers[username] = await Person.staff(work.baseUrl, username);
  walk = await accept(work.people, await file(work.people), { procedure: 'ordinary', composition: 'panelWithAssessors' });
  await consent(walk);
  await exchangeEvidence(walk);
  hearing = await schedule(walk);
});
afterAll(() => work?.stop());

const page = () => `/desk/hearings/${hearing.hearingId}/livestream`;
const approval = async () => (await walk.judge.get<LivestreamView>(`/api/hearings/${hearing.hearingId}/livestream`)).approval;

test('intended as mass-interest: the screening says that it is reported upward; every member of the panel assesses the risk (N2, N4)', async () => {
  const judge = await work.desk(walk.judge);
  await judge.page.goto(page());
  await judge.page.getByRole('combobox').click();
  await judge.page.getByText(words.zh.livestream.families.contract, { exact: true }).last().click();
  await judge.page.getByRole('checkbox', { name: factWords.massInterest.zh }).check();
  await judge.look('mass-intend', ({ livestream }, of) => of.getByRole('button', { name: livestream.intendDo }));
  await judge.page.getByRole('button', { name: words.zh.livestream.intendDo }).click();
  await judge.look('mass-begun', ({ livestream }, of) => of.getByText(livestream.reportedUpward).first());
  const { bench } = await walk.judge.case(walk.caseId);
  for (const [at, { name, assessor }] of [{ name: bench.presidingJudge!.name, assessor: false }, ...bench.panel].entries()) {
    const member = await staffNamed(work.baseUrl, name);
    await work.answer(member, walk.caseId, 'assess-livestream-risk', { choose: { level: at === 1 ? 'general' : 'low' }, fill: { reasons: said.reasons }, tick: ['etiquette'], name: `mass-assess-${assessor ? 'assessor' : 'judge'}-${at}`, ...(at === 1 ? { emptyFirst: true as const } : {}) });
  }
  nothingWrong();
});

test('applied for, screened, approved in the court; the parties note it (N1, N2, N3)', async () => {
  await work.answer(walk.judge, walk.caseId, 'apply-livestream', { choose: { decision: 'apply' }, fill: plan, tick: ['etiquette'], name: 'mass-apply' });
  for (const party of [work.people.plaintiff, work.people.defendant]) await party.complete(walk.caseId, 'note-livestream', { answer: 'noted', etiquette: true });
  await work.answer(officers.technician, walk.caseId, 'screen-livestream', { choose: { decision: 'pass' }, fill: { opinion: said.screened }, tick: ['picture', 'information'], name: 'mass-screen' });
  await work.answer(officers.head, walk.caseId, 'approve-livestream-division-head', { choose: { decision: 'approve' }, fill: { opinion: said.head }, name: 'mass-head' });
  await work.answer(officers.president, walk.caseId, 'approve-livestream-vice-president', { choose: { decision: 'approve' }, fill: { opinion: said.president }, name: 'mass-president' });
  expect((await approval())?.status).not.toBe('approved');
  nothingWrong();
});

test('reported to the intermediate court, then to the province, which returns it once; each level’s answer stands on record (N2)', async () => {
  const tmo = await work.desk(officers.tmo);
  await tmo.visit('/desk?view=roles', 'mass-queue-tmo', (_words, of) => of.locator('tbody tr').first());
  await work.answer(officers.tmo, walk.caseId, 'report-livestream', { choose: { decision: 'agreed' }, fill: { reference: said.middle, opinion: said.middleSays }, name: 'mass-report-intermediate', emptyFirst: true });
  await until('the province is asked', async () => (await approval())?.steps.find(({ step }) => step === provincialReport)?.state === 'now');
  await work.answer(officers.tmo, walk.caseId, 'report-livestream', { choose: { decision: 'returned' }, fill: { reason: said.back }, name: 'mass-report-returned' });
  await work.answer(walk.judge, walk.caseId, 'apply-livestream', { choose: { decision: 'apply' }, fill: { incidentPlan: said.changed }, tick: ['etiquette'], name: 'mass-apply-again' });
  // It goes through again from the step that the change touches, up to the province.
  for (let steps = 0; steps < 5 && (await approval())?.steps.find(({ step }) => step === provincialReport)?.state !== 'now'; steps += 1) {
    const now = await until('the next step', async () => (await approval())?.steps.find(({ state }) => state === 'now'));
    if (now.step === 'technical-screening') await work.answer(officers.technician, walk.caseId, 'screen-livestream', { choose: { decision: 'pass' }, fill: { opinion: said.screened }, tick: ['picture', 'information'], name: 'mass-screen-again' });
    else if (now.step === 'division-head') await work.answer(officers.head, walk.caseId, 'approve-livestream-division-head', { choose: { decision: 'approve' }, fill: { opinion: said.head }, name: 'mass-head-again' });
    else if (now.step === 'vice-president') await work.answer(officers.president, walk.caseId, 'approve-livestream-vice-president', { choose: { decision: 'approve' }, fill: { opinion: said.president }, name: 'mass-president-again' });
    else await work.answer(officers.tmo, walk.caseId, 'report-livestream', { choose: { decision: 'agreed' }, fill: { reference: said.middle, opinion: said.middleSays }, name: 'mass-report-intermediate-again' });
    await until('the step is over', async () => (await approval())?.steps.find(({ state }) => state === 'now')?.step !== now.step);
  }
  await work.answer(officers.tmo, walk.caseId, 'report-livestream', { choose: { decision: 'agreed' }, fill: { reference: said.province, opinion: said.provinceSays }, name: 'mass-report-provincial' });
  await until('approved', async () => (await approval())?.status === 'approved');
  const judge = await work.desk(walk.judge);
  await judge.visit(page(), 'mass-approved', (_words, of, language) => of.getByText(statusWords.approved[language]).first());
  const reports = (await approval())!.steps.filter(({ step }) => step.startsWith('report-'));
  expect(reports.map(({ given }) => given.at(-1)?.reference)).toEqual([said.middle, said.province]);
  expect((await approval())!.steps.find(({ step }) => step === provincialReport)?.returns.map(({ reason }) => reason)).toEqual([said.back]);
  await tmo.visit(page(), 'mass-approved-tmo', (_words, of, language) => of.getByText(statusWords.approved[language]).first());
  const phone = await work.at('phone', work.people.plaintiff);
  await phone.visit(`/my/cases/${walk.caseId}`, 'my-case-mass', (_words, of) => of.locator('[data-livestream]').first());
  await phone.leave();
  nothingWrong();
});

opensWhatItSays('mass-interest-pages');
