/**
 * The approval of a livestream in real browsers, from the intent to "approved, not yet on air": the judge, the technical
 * department, the division head and the vice president at their desks, the parties on a phone (N1 to N4). Each page is
 * looked at by axe in both languages. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { LivestreamView } from '#api/contract/livestreams.ts';
import { Person, until } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, exchangeEvidence, file, schedule, type People, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { beginning, labelOf } from '#e2e/demo/words.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words, type Seen } from '#e2e/pages/viewer.ts';
import { statusWords } from '#domain/livestream/approval-state.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

const written = {
  reasons: '案情简单，事实清楚，社会关注度低', divisionOfLabour: '审判长主持庭审，其他成员发问', incidentPlan: '画面异常立即停播并报告', outcomePlan: '先行调解，调解不成当庭宣判',
  technicalArrangement: '固定机位，旁听席不入镜', opinion: '拟同意直播', changed: '画面异常三十秒内停播并报告审管办', screened: '画面声音符合要求', head: '经审核同意直播', back: '请细化突发事件处置方案',
  president: '同意直播', grounds: '涉及家庭经济情况，不愿公开', unfounded: '不涉及个人隐私，理由不成立', told: '新增同类案件原告',
};

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
let walk: Walk;
let hearing: { hearingId: string; startsAt: string };
const desks = new Map<string, Viewer>();
const officers = {} as Record<'head' | 'president' | 'technician', Person>;

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  for (const username of ['head', 'president', 'technician'] as const) officers[username] = await Person.staff(court.baseUrl, username);
  const { name } = await people.manager.get<{ name: string }>('/api/court');
  asWritten(name, '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '买卖合同', '合同内容', ...Object.values(written));
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
const headed = (kind: TaskKindName): Seen => (_words, _page, language) => new RegExp(`^${taskCatalogue[kind].title[language]}`);
const page = () => `/desk/hearings/${hearing.hearingId}/livestream`;
const view = (who: Person) => who.get<LivestreamView>(`/api/hearings/${hearing.hearingId}/livestream`);

async function desk(person: Person): Promise<Viewer> {
  const viewer = desks.get(person.who) ?? await Viewer.at(browser, 'pc', person);
  desks.set(person.who, viewer);
  return viewer;
}

/** The task that waits for the person or their office. */
const taskOf = (person: Person, kind: TaskKindName) => until(`${person.who} has ${kind}`, async () => {
  for (const queue of ['mine', 'roles']) {
    const { rows } = await person.get<{ rows: { taskId: string; caseId: string; kind: string }[] }>(`/api/tasks?view=${queue}&kind=${kind}&limit=100`);
    const found = rows.find((row) => row.caseId === walk.caseId);
    if (found) return found.taskId;
  }
  return undefined;
});

/** Opens the task at the desk, looks at it, fills in the form and sends it. */
async function answer(person: Person, kind: TaskKindName, { choice, fill = {}, ticks = [], pick, name = kind }: { choice?: string; fill?: Record<string, string>; ticks?: string[]; pick?: string; name?: string }): Promise<void> {
  const viewer = await desk(person);
  const of = viewer.page;
  await viewer.page.goto(`/desk/tasks/${await taskOf(person, kind)}`);
  await of.getByRole('heading', { level: 1, name: beginning(taskCatalogue[kind].title.zh) }).waitFor();
  await of.locator('.case-context .panel').first().waitFor();
  if (choice) await of.locator('label').filter({ hasText: new RegExp(`^${labelOf(kind, 'decision', choice)}$`) }).click();
  if (pick) await of.locator('label').filter({ hasText: new RegExp(`^${pick}$`) }).click();
  for (const [field, text] of Object.entries(fill)) {
    // A choice may begin with the same word as a field.
    await of.getByLabel(beginning(labelOf(kind, field))).and(of.locator('textarea, input:not([type=radio], [type=checkbox])')).fill(text);
  }
  for (const field of ticks) await of.getByRole('checkbox', { name: labelOf(kind, field) }).check();
  await viewer.look(`task-${name}`, headed(kind));
  await of.getByRole('button', { name: beginning(words.zh.tasks.form.submit) }).click();
  await of.getByRole('heading', { name: words.zh.staff.task.doneTitle.replace('{{title}}', taskCatalogue[kind].title.zh) }).waitFor();
}

test('the judge in charge intends it, from the case’s page: it is screened at once (N2, N4)', async () => {
  const judge = await desk(walk.judge);
  await judge.visit(`/desk/cases/${walk.caseId}`, 'case-livestream', ({ livestream }, of) => of.getByText(livestream.none));
  await judge.page.getByRole('link', { name: words.zh.livestream.intend }).click();
  await judge.look('livestream-intend', ({ livestream }, of) => of.getByRole('button', { name: livestream.intendDo }));
  await judge.page.getByRole('combobox').click();
  await judge.page.getByText(words.zh.livestream.families.contract, { exact: true }).last().click();
  await judge.page.getByRole('button', { name: words.zh.livestream.intendDo }).click();
  await judge.look('livestream-begun', ({ livestream }, of) => of.getByRole('heading', { name: livestream.chain }));
  nothingWrong();
});

test('the panel assesses the risk, the judge applies with the plan; the etiquette is acknowledged (N2, N3)', async () => {
  const { bench } = await walk.judge.case(walk.caseId);
  expect(bench.presidingJudge).not.toBeNull();
  await answer(walk.judge, 'assess-livestream-risk', { pick: words.zh.tasks.options.low, fill: { reasons: written.reasons }, ticks: ['etiquette'] });
  const { divisionOfLabour, incidentPlan, outcomePlan, technicalArrangement, opinion } = written;
  await answer(walk.judge, 'apply-livestream', { choice: 'apply', fill: { divisionOfLabour, incidentPlan, outcomePlan, technicalArrangement, opinion }, ticks: ['etiquette'] });
  nothingWrong();
});

test('the parties are told by SMS and on their phone; one notes it, one objects (N1, N4 (4))', async () => {
  const { messages } = await until('the SMS', async () => {
    const outbox = await people.plaintiff.get<{ messages: { text: string }[] }>('/api/demonstration/outbox?phone=13800000001');
    return outbox.messages.some(({ text }) => text.includes('互联网直播')) ? outbox : undefined;
  });
  expect(messages.find(({ text }) => text.includes('互联网直播'))?.text).toContain('提出');

  const noted = await Viewer.at(browser, 'phone', people.plaintiff);
  await noted.visit(`/my/cases/${walk.caseId}`, 'my-case-livestream', ({ livestream }, of) => of.getByRole('link', { name: livestream.party.toNotice }));
  await noted.page.getByRole('link', { name: words.zh.livestream.party.toNotice }).click();
  await noted.page.getByRole('radio', { name: labelOf('note-livestream', 'answer', 'noted') }).check();
  await noted.page.getByRole('checkbox', { name: labelOf('note-livestream', 'etiquette') }).check();
  await noted.look('my-task-note-livestream', headed('note-livestream'));
  await noted.page.getByRole('button', { name: words.zh.party.task.submit }).click();
  await noted.look('my-task-note-done', ({ party }) => party.task.done);
  await noted.leave();

  const objects = await Viewer.at(browser, 'phone', people.defendant);
  await people.defendant.complete(walk.caseId, 'note-livestream', { answer: 'noted', etiquette: true });
  await objects.page.goto(`/my/cases/${walk.caseId}`);
  const card = objects.page.locator('[data-livestream]');
  await card.getByText(words.zh.livestream.party.object, { exact: true }).click();
  await card.getByRole('button', { name: words.zh.livestream.party.send }).click();
  await objects.look('my-case-object-empty', ({ livestream }, of) => of.getByText(livestream.party.tooShort));
  await card.getByLabel(words.zh.livestream.party.grounds).fill(written.grounds);
  await card.getByRole('button', { name: words.zh.livestream.party.send }).click();
  await objects.look('my-case-objected', ({ livestream }, of) => of.getByText(livestream.party.undecided));
  await objects.leave();
  nothingWrong();
});

test('up the chain: screened, approved, returned for changes, applied for anew, approved (N2, N6)', async () => {
  await answer(officers.technician, 'screen-livestream', { choice: 'pass', fill: { opinion: written.screened }, ticks: ['picture', 'information'] });
  await answer(officers.head, 'approve-livestream-division-head', { choice: 'approve', fill: { opinion: written.head } });
  await answer(officers.president, 'approve-livestream-vice-president', { choice: 'return', fill: { reason: written.back }, name: 'approve-livestream-return' });
  await answer(walk.judge, 'apply-livestream', { choice: 'apply', fill: { incidentPlan: written.changed }, ticks: ['etiquette'], name: 'apply-livestream-again' });
  await answer(officers.head, 'approve-livestream-division-head', { choice: 'approve', fill: { opinion: written.head }, name: 'approve-livestream-again' });
  await answer(officers.president, 'approve-livestream-vice-president', { choice: 'approve', fill: { opinion: written.president } });
  expect((await view(walk.judge)).approval?.status).toBe('held');
  nothingWrong();
});

test('the objection held it; decided, it is approved; the party reads the decision', async () => {
  await answer(walk.judge, 'decide-livestream-objection', { choice: 'unfounded', fill: { reason: written.unfounded } });
  await until('approved', async () => (await view(walk.judge)).approval?.status === 'approved');
  const judge = await desk(walk.judge);
  await judge.visit(page(), 'livestream-approved', (_words, of, language) => of.getByText(statusWords.approved[language]).first());
  await judge.page.getByRole('heading', { name: words.zh.livestream.report }).click();
  await judge.page.getByRole('heading', { name: words.zh.livestream.withdraw }).click();
  await judge.look('livestream-report-facts', ({ livestream }, of) => of.getByRole('button', { name: livestream.reportDo }));
  const phone = await Viewer.at(browser, 'phone', people.defendant);
  await phone.visit(`/my/cases/${walk.caseId}`, 'my-case-objection-decided', ({ livestream }, of) => of.getByText(livestream.party.unfounded));
  await phone.leave();
  nothingWrong();
});

test('the form is sealed and kept, a version a change, never for the parties (N-form, N2)', async () => {
  const { forms } = await until('the last form', async () => { const now = await view(walk.judge); return now.forms.length >= 4 ? now : undefined; }, 60_000);
  const last = forms.at(-1)!;
  expect((await walk.judge.download(last.fileId)).subarray(0, 5).toString()).toBe('%PDF-');
  for (const party of [people.plaintiff, people.defendant]) {
    await expect(party.download(last.fileId)).rejects.toMatchObject({ status: 404 });
    expect(JSON.stringify([await view(party), await party.case(walk.caseId)])).not.toContain(last.fileId);
  }
});

test('the hearing opens: approved, not yet on air', async () => {
  const { clock } = await walk.clerk.get<{ clock: { now: string } }>('/api/court');
  await walk.clerk.post('/api/demonstration/clock', { forwardMinutes: Math.ceil((Date.parse(hearing.startsAt) - Date.parse(clock.now)) / 60_000) + 1 });
  await until('decided', async () => (await view(walk.judge)).state === 'approved', 60_000);
  await (await desk(walk.judge)).visit(page(), 'livestream-decided', ({ livestream }, of) => of.getByText(livestream.ended, { exact: true }));
  await (await desk(walk.judge)).visit(`/desk/cases/${walk.caseId}`, 'case-livestream-decided', ({ livestream }, of) => of.getByRole('link', { name: livestream.toApproval }));
  const phone = await Viewer.at(browser, 'phone', people.plaintiff);
  await phone.visit(`/my/cases/${walk.caseId}`, 'my-case-livestream-decided', (_words, of, language) => of.locator('[data-livestream]').getByText(language === 'zh' ? '已批准，尚未直播' : 'approved, not yet on air'));
  await phone.leave();
  nothingWrong();
});

opensWhatItSays('livestream-pages');
