/**
 * The manager's audit of a real case: one history with Temporal's own events, from an entry to its document, its event and the
 * second of the recording; the comparison of the record with itself, whole and after somebody changed the database, from the
 * server and from the export; the figures with their cases; who looked at what. Both languages, axe. KAITING_PICTURES=FOLDER
 * keeps a picture of each.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import postgres from 'postgres';
import type { AuditRun, HistoryEntry } from '#api/contract/audit.ts';
import { Person, until } from '#e2e/court/person.ts';
import { takeSeat } from '#e2e/court/seat.ts';
import { accept, comeToCourt, consent, defendant, exchangeEvidence, file, hold, plaintiff, prepare, review, schedule, type People, type Walk } from '#e2e/court/story.ts';
import { entryKindWords } from '#domain/journal/kind-words.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { startCourt, type PagesCourt } from '#e2e/pages/court.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';

jest.setTimeout(600_000);

let court: PagesCourt;
let browser: CourtBrowser;
let people: People;
let walk: Walk;
let hearingId: string;
let rejected: string;
let sql: postgres.Sql;
const rejection = '不属于本院管辖';

beforeAll(async () => {
  court = await startCourt();
  sql = postgres(court.databaseUrl, { max: 1, onnotice: () => undefined });
  browser = await startBrowser({ baseUrl: court.baseUrl, headless: true });
  people = await comeToCourt(court.baseUrl);
  asWritten((await people.manager.get<{ name: string }>('/api/court')).name, plaintiff.name, defendant.name, rejection, '买卖合同纠纷', '判令被告支付货款五万元。', '双方签订买卖合同，原告已交货，被告未付款。', '民事审判第一庭', '买卖合同', '合同内容', '起诉状.pdf', '合同.pdf');
  rejected = await file(people);
  await review(people, rejected, { decision: 'reject', ground: 'noJurisdiction', reason: rejection });
  walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
  const hearing = await schedule(walk);
  hearingId = hearing.hearingId;
  await prepare(walk, hearingId);
  await hold(walk, hearingId, hearing.startsAt, {
    async sit(person, id) {
      // The judge has a camera: the recording has pictures.
      if (person !== walk.judge) return takeSeat(person, id);
      const { page } = await Viewer.at(browser, 'pc', person);
      await page.goto(`/hearings/${id}`);
      await page.getByRole('button', { name: words.zh.room.lobby.enter, exact: true }).click();
      return { leave: () => page.context().close() };
    },
    // Long enough that what follows lies some seconds after the beginning of the recording.
    during: () => new Promise((resolve) => { setTimeout(resolve, 8_000); }),
  });
  await until('the recording is composed', async () => (await walk.judge.get<{ recording: unknown }>(`/api/hearings/${hearingId}/recording`)).recording !== null, 240_000);
});
afterAll(async () => {
  await sql?.end({ timeout: 5 });
  await browser?.close();
  await court?.stop();
});

const nothingWrong = () => expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
const entries = async (query: string): Promise<HistoryEntry[]> => (await walk.manager.get<{ entries: HistoryEntry[] }>(`/api/supervision/cases/${walk.caseId}/entries?limit=200&${query}`)).entries;
async function audited(caseId: string, source: 'live' | 'export'): Promise<AuditRun> {
  const { auditId } = await walk.manager.post<{ auditId: string }>(`/api/supervision/cases/${caseId}/audits`, { caseId, source });
  return until('the audit is done', async () => {
    const run = await walk.manager.get<AuditRun>(`/api/supervision/cases/${caseId}/audits/${auditId}`);
    return run.state === 'running' ? undefined : run;
  });
}

test('one history: from an entry to the event, the document and the second of the recording', async () => {
  const sources = new Set<string>();
  for (const source of ['journal', 'commands', 'messages', 'media', 'looks', 'workflow']) for (const entry of await entries(`sources=${source}`)) sources.add(entry.source);
  expect([...sources].sort()).toEqual(['commands', 'journal', 'looks', 'media', 'messages', 'workflow']);
  // A command, the event that took it and the entry that it made, by the command's id.
  const [signed] = (await entries('sources=journal&kind=task-completed')).filter(({ event }) => event !== null);
  const commandId = signed!.ids.find(({ name }) => name === 'commandId')!.id;
  expect(new Set((await entries(`about=${commandId}`)).map(({ source }) => source))).toEqual(new Set(['journal', 'commands', 'workflow']));
  const { event } = signed!;
  const opened = await walk.manager.get<{ type: string; attributes: object }>(`/api/supervision/cases/${walk.caseId}/workflows/${event!.workflowId}/runs/${event!.runId}/events/${event!.eventId}`);
  expect(opened.type).toBe('activityTaskScheduled');
  expect(JSON.stringify(opened.attributes)).toContain(commandId);
  await expect(walk.judge.get(`/api/supervision/cases/${walk.caseId}/workflows/${event!.workflowId}/runs/${event!.runId}/events/${event!.eventId}`)).rejects.toMatchObject({ status: 422 });

  const desk = await Viewer.at(browser, 'pc', walk.manager);
  await desk.visit(`/desk/supervision/${walk.caseId}`, 'history', (_words, page) => page.locator('.history-list > li').nth(5));
  await desk.page.goto(`/desk/supervision/${walk.caseId}?sources=journal`);
  await desk.page.locator('.history-list > li').nth(5).waitFor();
  await desk.page.locator('.history-list > li').nth(0).locator('summary').first().click();
  await desk.page.getByText(words.zh.audit.attributes).first().waitFor();
  await desk.page.locator('.history-list > li').nth(1).locator('summary').last().click();
  await desk.look('history-opened', ({ audit }, page) => page.getByText(audit.attributes));
  const { recording } = await walk.manager.get<{ recording: { durationMs: number } }>(`/api/hearings/${hearingId}/recording`);
  const shown = (await entries('sources=journal')).flatMap(({ moment }) => (moment !== null && moment.seconds * 1000 + 300 < recording.durationMs ? [moment.seconds] : []));
  const second = Math.max(...shown);
  expect(second).toBeGreaterThan(0);
  await desk.page.locator(`a[href$="/recording?t=${second}"]`).first().click();
  await desk.page.waitForFunction((t) => {
    const video = document.querySelector('video');
    return video !== null && video.readyState >= 2 && !video.seeking && Math.abs(video.currentTime - t) < 0.5;
  }, second);
  // A picture of the judge's camera, not a grey one.
  expect(await desk.page.evaluate(() => {
    const [canvas, video] = [document.createElement('canvas'), document.querySelector('video')!];
    [canvas.width, canvas.height] = [160, 90];
    const context = canvas.getContext('2d')!;
    context.drawImage(video, 0, 0, 160, 90);
    const { data } = context.getImageData(0, 0, 160, 90);
    return new Set(Array.from({ length: data.length / 4 }, (_, at) => [0, 1, 2].map((part) => data[at * 4 + part]! >> 5).join())).size;
  })).toBeGreaterThan(6);
  await desk.look('recording-at-second', ({ recordings }, page) => page.getByRole('heading', { name: recordings.marks }));
  // The kinds are chosen by their words; the address keeps the code.
  await desk.page.goto(`/desk/supervision/${walk.caseId}?kind=task-completed`);
  const kinds = desk.page.getByRole('combobox', { name: words.zh.audit.filter.kind });
  await desk.page.locator('.ant-select', { has: kinds }).getByText(entryKindWords['task-completed'].words.zh).waitFor();
  await kinds.click();
  await desk.page.locator('.ant-select-dropdown').getByText(entryKindWords['case-accepted'].words.zh).waitFor();
  await kinds.fill(entryKindWords['evidence-submitted'].words.zh);
  await kinds.press('Enter');
  await desk.page.waitForURL(/kind=evidence-submitted/);
  await desk.look('history-of-a-kind', (_words, page, language) => page.locator('.ant-select', { has: page.getByText(entryKindWords['evidence-submitted'].words[language]) }));
  await desk.leave();
  const phone = await Viewer.at(browser, 'phone', walk.manager);
  await phone.visit(`/desk/supervision/${walk.caseId}?sources=journal`, 'history', (_words, page) => page.locator('.history-list > li').nth(5));
  await phone.leave();
  nothingWrong();
});

test('the record compared with itself: whole; then somebody changes the database', async () => {
  const desk = await Viewer.at(browser, 'pc', walk.manager);
  await desk.visit(`/desk/supervision/${walk.caseId}/audit`, 'audit-begin', ({ audit }, page) => page.getByRole('button', { name: audit.check.start }));
  await desk.page.getByRole('button', { name: words.zh.audit.check.start }).click();
  await desk.look('audit-whole', ({ audit }, page) => page.getByText(audit.check.whole));
  const before = await audited(walk.caseId, 'live');
  expect({ ...before, result: { findings: before.result?.findings, differences: before.result?.differences } }).toMatchObject({ state: 'done', result: { findings: [], differences: [] } });
  expect(before.result?.anchoredUntil).not.toBeNull();
  expect(before.result?.sealedCommands).toBe(before.result?.commands);
  const [task] = await sql`update tasks set completed_at = completed_at - interval '1 day' where case_id = ${walk.caseId} and kind = 'permit-online' returning id`;
  await sql`update journal set data = data || '{"forged":1}' where stream = ${`case-${walk.caseId}`} and seq = 2`;
  await desk.page.getByRole('button', { name: words.zh.audit.check.again }).click();
  await desk.look('audit-differs', ({ audit }, page) => page.getByText(audit.check.kind['chain-broken']));
  expect(await desk.page.getByText(String(task!['id'])).count()).toBeGreaterThan(0);
  await sql`update tasks set completed_at = completed_at + interval '1 day' where id = ${task!['id']}`;
  await sql`update journal set data = data - 'forged' where stream = ${`case-${walk.caseId}`} and seq = 2`;
  expect((await audited(walk.caseId, 'live')).result?.findings).toEqual([]);
  await desk.leave();
  nothingWrong();
});

test('a closed case is audited from its exported history with the same result', async () => {
  await until('the history is exported', async () => (await walk.manager.get<{ exports: { streams: number; exported: number } }>(`/api/supervision/cases/${rejected}/audits`)).exports.exported > 0, 120_000);
  const [live, exported] = [await audited(rejected, 'live'), await audited(rejected, 'export')];
  expect(live.result).toMatchObject({ findings: [], differences: [] });
  expect(exported.result?.streams.map(({ from }) => from)).toEqual(['export']);
  expect({ ...exported.result, streams: exported.result?.streams.map(({ from: _from, ...stream }) => stream) }).toEqual({ ...live.result, streams: live.result?.streams.map(({ from: _from, ...stream }) => stream) });
  const desk = await Viewer.at(browser, 'pc', walk.manager);
  await desk.visit(`/desk/supervision/${rejected}/audit`, 'audit-export', ({ audit }, page) => page.getByRole('button', { name: audit.check.fromExport }));
  await desk.leave();
  nothingWrong();
});

test('the same from the command line: audit, anchors, histories', async () => {
  const kaiting = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/kaiting.mjs', ...args], { encoding: 'utf8', env: { ...process.env, ...court.environment } });
    return { status, said: `${stdout}${stderr}` };
  };
  expect(kaiting('audit', walk.caseId)).toMatchObject({ status: 0, said: expect.stringContaining('audit: true') });
  expect(kaiting('histories', 'export', rejected)).toMatchObject({ status: 0, said: expect.stringContaining('histories:') });
  expect(kaiting('histories', 'list', rejected).said).toMatch(/case-.* \d+ events, \d+ bytes/);
  expect(kaiting('audit', rejected, '--from-export')).toMatchObject({ status: 0, said: expect.stringContaining('audit: true') });
  expect(kaiting('anchors', 'make')).toMatchObject({ status: 0, said: expect.stringContaining('journals, sha256') });
  expect(kaiting('anchors', 'verify')).toMatchObject({ status: 0, said: expect.stringMatching(/anchors: true \(\d+ anchors, \d+ copies/) });
  // Rewritten with its chain made right again, as somebody does who knows how: the anchor tells, without Temporal.
  await sql`update journal set data = data || '{"forged":1}' where stream = ${`case-${rejected}`} and seq = 1`;
  expect(kaiting('anchors', 'verify')).toMatchObject({ status: 1, said: expect.stringContaining('anchor-differs') });
  await sql`update journal set data = data - 'forged' where stream = ${`case-${rejected}`} and seq = 1`;
});

test('the figures, each with its cases, as CSV and PDF', async () => {
  const desk = await Viewer.at(browser, 'pc', walk.manager);
  await desk.visit('/desk/statistics', 'statistics', (_words, page) => page.locator('.recharts-bar-rectangle').first());
  await desk.page.locator('.statistic-number').first().click();
  await desk.look('statistics-cases', (_words, page) => page.locator('.statistic-cases li').first());
  const [download] = await Promise.all([desk.page.waitForEvent('download'), desk.page.getByRole('button', { name: words.zh.audit.statistics.csv }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const pdf = await fetch(`${court.baseUrl}/api/statistics.pdf?from=2026-01-01&to=2027-12-31`, { headers: { cookie: walk.manager.cookie } });
  expect([pdf.status, Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  expect((await fetch(`${court.baseUrl}/api/statistics.pdf?from=2026-01-01&to=2027-12-31`, { headers: { cookie: walk.judge.cookie } })).status).toBe(404);
  await desk.leave();
  const phone = await Viewer.at(browser, 'phone', walk.manager);
  await phone.visit('/desk/statistics', 'statistics', (_words, page) => page.locator('.recharts-bar-rectangle').first());
  await phone.leave();
  nothingWrong();
});

test('who looked at what, as what; the manager too', async () => {
  const { looks } = await walk.manager.get<{ looks: { name: string; what: { zh: string }; why: { zh: string } | null }[] }>(`/api/supervision/looks?caseId=${walk.caseId}&limit=200`);
  const said = looks.map(({ name, what, why }) => `${name} ${what.zh} ${why?.zh ?? ''}`);
  expect(said).toEqual(expect.arrayContaining([expect.stringMatching(/^吴管理 查阅案件全部记录 管理人员$/), expect.stringMatching(/^吴管理 查阅工作流事件 管理人员$/), expect.stringMatching(/^吴管理 核对案件记录 管理人员$/), expect.stringMatching(/查阅案件 (审判长|本案书记员)$/)]));
  const desk = await Viewer.at(browser, 'pc', walk.manager);
  await desk.visit('/desk/looks', 'looks', (_words, page) => page.locator('.desk-table tbody tr').nth(3));
  await desk.visit('/desk/supervision', 'supervision', ({ audit }, page) => page.getByRole('link', { name: audit.nav.statistics }));
  await desk.leave();
  const outsider = await Person.staff(court.baseUrl, 'clerk2');
  for (const address of [`/api/supervision/cases/${walk.caseId}/entries`, '/api/supervision/looks', '/api/supervision/statistics?from=2026-01-01&to=2026-12-31']) await expect(outsider.get(address)).rejects.toMatchObject({ status: 404 });
  nothingWrong();
});

opensWhatItSays('audit-pages');
