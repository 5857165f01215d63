/**
 * The recording of a real hearing afterwards (G10, G6 (3)): the judge looks at it by its time line and takes an extract, a
 * party applies on a phone, is granted a copy with the name in it, watches it, and finds nothing when the access has ended.
 * Each page in both languages and by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { RecordingPage } from '#api/contract/recordings.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import { until, type Person } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, defendant, exchangeEvidence, file, hold, plaintiff, prepare, schedule, type Walk } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';

jest.setTimeout(600_000);

let court: PagesCourt;
let browser: CourtBrowser;
let walk: Walk;
let hearingId: string;
const reason = { view: '核对笔录中关于交货时间的陈述', grant: '核对笔录确有需要', refuse: '已准许查阅，无须复制', extract: '被告未经许可录音' };

beforeAll(async () => {
  court = await startCourt();
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  const people = await comeToCourt(court.baseUrl);
  asWritten((await people.manager.get<{ name: string }>('/api/court')).name, ...Object.values(reason), plaintiff.name, defendant.name, '买卖合同纠纷',
    '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '民事审判第一庭', '买卖合同', '合同内容');
  walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
  const hearing = await schedule(walk);
  hearingId = hearing.hearingId;
  await prepare(walk, hearingId);
  await hold(walk, hearingId, hearing.startsAt);
});
afterAll(async () => {
  await browser?.close();
  await court?.stop();
});

const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const page = (who: Person = walk.judge) => who.get<RecordingPage>(`/api/hearings/${hearingId}/recording`);

test('the judge looks at the recording and takes an extract', async () => {
  await until('the recording is composed', async () => (await page()).recording !== null, 240_000);
  const { recording } = await page();
  const desk = await Viewer.at(browser, 'pc', walk.judge);
  await desk.visit(`/desk/hearings/${hearingId}/recording`, 'recording-judge', ({ recordings }, shown) => shown.getByRole('heading', { name: recordings.marks }));
  await desk.page.waitForFunction(() => (document.querySelector('video')?.duration ?? 0) > 0);
  await desk.page.locator('.recording-mark').nth(1).click();
  await desk.page.getByLabel(words.zh.recordings.reason, { exact: true }).fill(reason.extract);
  await desk.page.getByRole('button', { name: words.zh.recordings.takeExtract }).click();
  const extract = await until('the extract is made', async () => (await page()).extracts.find((one) => one.fileId !== null), 120_000);
  expect(extract).toMatchObject({ why: reason.extract, fromMs: 0, toMs: recording?.durationMs });
  const made = await fetch(`${court.baseUrl}/api/files/${extract.fileId}`, { headers: { cookie: walk.judge.cookie } });
  expect(made.status).toBe(200);
  await desk.visit(`/desk/hearings/${hearingId}/recording`, 'recording-extract', (_words, shown) => shown.getByText(reason.extract));
  await desk.visit(`/desk/cases/${walk.caseId}`, 'case-recorded', ({ recordings }, shown) => shown.getByRole('link', { name: recordings.page, exact: true }));
  expect((await page()).viewings.map(({ what }) => what.en)).toContain('Viewed a recording');
  await desk.leave();
  nothingWrong();
});

test('a party applies, watches what was granted, and no longer when the access has ended', async () => {
  const { caseId, judge } = walk;
  const phone = await Viewer.at(browser, 'phone', walk.plaintiff);
  const address = `/my/cases/${caseId}/recordings`;
  await phone.visit(address, 'my-recordings', ({ recordings }) => recordings.title);
  const { recordings } = words.zh;
  await phone.page.getByRole('radio', { name: new RegExp(`^${recordings.how.view}`) }).check();
  await phone.page.getByLabel(recordings.mine.reason).fill(reason.view);
  await phone.page.getByRole('button', { name: recordings.mine.send }).click();
  await phone.look('my-recordings-sent', ({ recordings: { mine } }, shown) => shown.getByText(mine.sent));

  const task = await until('the judge is asked', async () => (await judge.get<{ rows: { taskId: string; kind: string }[] }>('/api/tasks?view=mine&limit=100')).rows.find(({ kind }) => kind === 'decide-recordings-request'));
  const desk = await Viewer.at(browser, 'pc', judge);
  await desk.visit(`/desk/tasks/${task.taskId}`, 'task-decide-recordings-request', (_words, _page, language) => new RegExp(`^${taskCatalogue['decide-recordings-request'].title[language]}`));
  await judge.post(`/api/tasks/${task.taskId}/completion`, { taskId: task.taskId, outcome: { decision: 'grant', how: 'view', days: 2, reason: reason.grant } });
  const ready = await until('it is ready', async () => {
    const { requests } = await walk.plaintiff.get<{ requests: { state: string; fileId: string | null }[] }>(`/api/cases/${caseId}/recordings`);
    return requests.find(({ state }) => state === 'ready');
  }, 120_000);
  await phone.visit(address, 'my-recordings-ready', ({ recordings: { mine } }, shown) => shown.getByRole('button', { name: mine.watch }));
  await phone.page.getByRole('button', { name: recordings.mine.watch }).click();
  await phone.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  const [plaintiffs, defendants] = await Promise.all([walk.plaintiff, walk.defendant].map((who) => fetch(`${court.baseUrl}/api/files/${ready.fileId}`, { headers: { cookie: who.cookie } })));
  expect([plaintiffs?.status, defendants?.status]).toEqual([200, 404]);

  // Refused, for the other party.
  await walk.defendant.post<CommandAnswer>(`/api/hearings/${hearingId}/recordings-requests`, { hearingId, how: 'copy', reason: reason.view });
  const second = await until('the judge is asked again', async () => (await judge.get<{ rows: { taskId: string; kind: string }[] }>('/api/tasks?view=mine&limit=100')).rows.find(({ kind }) => kind === 'decide-recordings-request'));
  await judge.post(`/api/tasks/${second.taskId}/completion`, { taskId: second.taskId, outcome: { decision: 'refuse', reason: reason.refuse } });
  const theirs = await Viewer.at(browser, 'pc', walk.defendant);
  await theirs.visit(address, 'my-recordings-refused', ({ recordings: { state } }, shown) => shown.getByText(state.refused));
  await desk.visit(`/desk/hearings/${hearingId}/recording`, 'recording-requests', ({ recordings: { state } }, shown) => shown.getByText(state.refused));

  await walk.clerk.post('/api/demonstration/clock', { forwardMinutes: 3 * 24 * 60 });
  expect((await fetch(`${court.baseUrl}/api/files/${ready.fileId}`, { headers: { cookie: walk.plaintiff.cookie } })).status).toBe(404);
  await phone.visit(address, 'my-recordings-ended', ({ recordings: { state } }, shown) => shown.getByText(state.expired));
  const history = await walk.manager.get<{ entries: { kind: string; title: { en: string } }[] }>(`/api/supervision/cases/${caseId}/history`);
  expect(history.entries.filter(({ kind }) => kind === 'refused-attempt').map(({ title }) => title.en).filter((title) => title.includes('files.get'))).toHaveLength(2);
  await Promise.all([phone, desk, theirs].map((viewer) => viewer.leave()));
  nothingWrong();
});

opensWhatItSays('recordings-pages');
