/**
 * Evidence as its people see it (G8): the party's own page on phone and PC, the desk's board, the technician's task, and the
 * panel in the room, with an item that is offered there, shown, answered and put into the transcript. axe with every rule,
 * both languages. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { complaintPdf, signaturePng } from '#e2e/court/papers.ts';
import { Person, until } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, exchangeEvidence, file, prepare, schedule, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const item = { title: '付款凭证', source: '原告开户银行', proves: '已付货款一万元', reason: '印章不清' };
let court: PagesCourt;
let browser: CourtBrowser;
let walk: Walk;
let hearing: { hearingId: string; startsAt: string };

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  const people = await comeToCourt(court.baseUrl);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, ...Object.values(item), '民事审判第一庭', '民事审判第二庭', '买卖合同', '合同内容', '付款凭证（盖章版）', '照片太大，传不上去', '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '张三', '李四', '还款记录', '手机银行', '被告已还款');
  walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const at = (device: 'pc' | 'phone', person: Person) => Viewer.at(browser, device, person);
const act = (person: Person, what: unknown) => person.post(`/api/cases/${walk.caseId}/evidence/acts`, { caseId: walk.caseId, act: what });
const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);

test('before the hearing: the party’s page, the desk’s board, the technician', async () => {
  const { caseId, plaintiff, defendant, judge } = walk;
  const upload = () => plaintiff.upload('evidence', '凭证.pdf', complaintPdf());
  const { reason, ...described } = item;
  await act(plaintiff, { what: 'offer', items: [{ ...described, fileId: await upload(), kind: 'documentary', form: 'original', pages: 1 }] });
  const offered = await until('the item', async () => (await plaintiff.case(caseId)).evidence.find(({ title }) => title === item.title));
  await act(defendant, { what: 'opinion', opinion: { evidenceId: offered.evidenceId, authenticity: false, legality: true, relevance: true, reasons: { authenticity: reason }, remark: '' } });
  await act(plaintiff, { what: 'replace', evidenceId: offered.evidenceId, item: { ...described, title: '付款凭证（盖章版）', fileId: await upload(), kind: 'documentary', form: 'original', pages: 1 } });
  await act(defendant, { what: 'askGuidance', about: '照片太大，传不上去', callBack: 'phone' });

  const [phone, pc, theirs] = await Promise.all([at('phone', plaintiff), at('pc', plaintiff), at('phone', defendant)]);
  for (const viewer of [phone, pc]) await viewer.visit(`/my/cases/${caseId}/evidence`, 'my-evidence', ({ evidence }) => evidence.page.title);
  await theirs.visit(`/my/cases/${caseId}/evidence`, 'their-evidence', ({ evidence }) => evidence.page.title);
  await theirs.page.getByRole('button', { name: words.zh.evidence.opinion.give }).first().click();
  await theirs.look('their-evidence-opinion', ({ evidence }) => evidence.page.title);
  await phone.page.getByRole('button', { name: words.zh.evidence.offer.add }).click();
  await phone.look('my-evidence-offer', ({ evidence }) => evidence.page.title);

  const desk = await at('pc', judge);
  await desk.visit(`/desk/cases/${caseId}`, 'desk-evidence', ({ evidence }, page) => page.getByText(evidence.panel.item, { exact: true }).first());
  await desk.page.getByRole('button', { name: /付款凭证/ }).first().click();
  await desk.look('desk-evidence-item', ({ evidence }, page) => page.getByText(evidence.former));
  const technician = await Person.staff(walk.baseUrl, 'technician');
  const { taskId } = await until('the technician’s task', async () => (await technician.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=guide-evidence&limit=100')).rows.find((task) => task.caseId === caseId));
  await (await at('pc', technician)).visit(`/desk/tasks/${taskId}`, 'task-guide-evidence', (_words, _page, language) => new RegExp(`^${taskCatalogue['guide-evidence'].title[language]}`));
  nothingWrong();
});

test('in the room: offered from the phone, shown to everybody, answered, put into the transcript, examined', async () => {
  const { caseId, clerk, judge, plaintiff, defendant } = walk;
  hearing = await schedule(walk);
  await prepare(walk, hearing.hearingId);
  await until('the hearing’s stage', async () => (await clerk.case(caseId)).standing.stage === 'hearing');
  const { clock } = await clerk.get<{ clock: { now: string } }>('/api/court');
  await clerk.post('/api/demonstration/clock', { forwardMinutes: Math.ceil((Date.parse(hearing.startsAt) - Date.parse(clock.now)) / 60_000) - 5 });
  const look = () => clerk.get<HearingDetail>(`/api/hearings/${hearing.hearingId}`);
  await until('the room is open', async () => { const now = await look(); return now.state === 'open' && now.seats.length === 4; });
  const { room, evidence } = words.zh;
  const viewers = await Promise.all([at('phone', defendant), at('pc', plaintiff), at('pc', clerk), at('pc', judge)]);
  for (const { page } of viewers) {
    await page.goto(`/room/${hearing.hearingId}`);
    await page.getByRole('button', { name: room.lobby.enter, exact: true }).click();
    await page.getByRole('group', { name: room.tiles }).waitFor();
  }
  const [phone, other, atClerk, atJudge] = viewers as [Viewer, Viewer, Viewer, Viewer];
  await until('everybody is present', async () => (await look()).seats.every((seat) => seat.presence === 'present'));
  const move = (who: Person, name: string) => who.post(`/api/hearings/${hearing.hearingId}/phase`, { hearingId: hearing.hearingId, move: name });
  await move(clerk, 'read-discipline');
  const { disciplineVersion } = await clerk.get<{ disciplineVersion: string }>('/api/court');
  for (const party of [plaintiff, defendant]) await party.complete(caseId, 'acknowledge-discipline', { acknowledged: true, version: disciplineVersion });
  await until('acknowledged', async () => (await look()).seats.filter((seat) => seat.participantId !== null).every((seat) => seat.acknowledged));
  await move(judge, 'open');
  await move(judge, 'begin-evidence');
  for (const { page } of [phone, atClerk, atJudge]) await page.locator('[data-tab="evidence"]').click();

  await phone.page.getByRole('button', { name: evidence.offer.inCourt }).click();
  const form = phone.page.getByRole('region', { name: evidence.offer.inCourt });
  await form.getByLabel(evidence.offer.name).fill('还款记录');
  await form.getByLabel(evidence.kind).selectOption('electronic');
  await form.getByLabel(evidence.source).fill('手机银行');
  await form.getByLabel(evidence.proves).fill('被告已还款');
  await form.locator('input[type=file]').setInputFiles({ name: '还款.png', mimeType: 'image/png', buffer: Buffer.from(signaturePng()) });
  await form.getByText(words.zh.party.files.sent).waitFor();
  await form.getByRole('button', { name: evidence.offer.submit, exact: true }).click();
  // Everybody in the room sees it at once.
  for (const { page } of [atClerk, atJudge]) await page.getByRole('article', { name: /还款记录/ }).first().waitFor();
  await atJudge.page.getByRole('article', { name: /还款记录/ }).first().getByRole('button', { name: evidence.court.present, exact: true }).click();
  // Whoever was reading something else is brought to it.
  for (const viewer of viewers) await viewer.page.getByRole('region', { name: evidence.court.nowShown }).waitFor();
  await other.page.getByRole('region', { name: evidence.court.nowShown }).getByRole('button', { name: evidence.opinion.give }).click();
  await other.look('room-evidence-opinion', ({ evidence: { court: said } }, page) => page.getByRole('region', { name: said.nowShown }));
  await phone.look('room-evidence', ({ evidence: { court: said } }, page) => page.getByRole('region', { name: said.nowShown }));
  await atClerk.look('room-evidence-clerk', ({ evidence: { court: said } }, page) => page.getByRole('region', { name: said.nowShown }));
  const shown = await until('the shown item', async () => (await judge.case(caseId)).evidence.find(({ title }) => title === '还款记录'));
  expect(shown).toMatchObject({ offeredIn: hearing.hearingId, examination: { state: 'presented' } });
  await act(clerk, { what: 'opinion', of: (await clerk.case(caseId)).participants.find(({ role }) => role === 'plaintiff')?.participantId, opinion: { evidenceId: shown.evidenceId, authenticity: true, legality: true, relevance: false, reasons: { relevance: item.reason }, remark: '' } });
  const atItem = atClerk.page.getByRole('region', { name: evidence.court.nowShown });
  await atItem.getByText(item.reason).first().waitFor();
  await atItem.getByRole('button', { name: evidence.court.toTranscript }).click();
  const lines = await until('the transcript has its lines', async () => {
    const now = (await clerk.get<{ lines: { speaker: string; text: string }[] }>(`/api/hearings/${hearing.hearingId}/transcript`)).lines;
    return now.length >= 2 ? now : undefined;
  });
  expect(lines.map(({ text }) => text).join('\n')).toMatch(/出示证据2：《还款记录》[\s\S]*对关联性有异议（印章不清）/);
  await atJudge.page.getByRole('region', { name: evidence.court.nowShown }).getByRole('button', { name: evidence.court.examine }).click();
  await until('examined', async () => (await judge.case(caseId)).evidence.find(({ title }) => title === '还款记录')?.examination?.state === 'examined');
  nothingWrong();
});

opensWhatItSays('evidence-pages');
