/** One history a case over a real database: every source on one time line, pages that miss nothing and repeat nothing, filters, joins by ids. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { casesOfStatistic, statistics } from '#db/queries/statistics.ts';
import { looks } from '#db/queries/looks.ts';
import { keepViewing } from '#db/queries/viewings.ts';
import { historySources } from '#domain/audit/history-entry.ts';
import { measureNames } from '#domain/audit/statistics.ts';
import { historyOverview, historyPage, type HistoryEvent, type HistoryFilter, type HistoryRow } from './history.ts';

let court: CourtFixture;
let it: CaseFixture;
let hearingId: string;
let taskId: string;
const commandId = randomUUID();
const mediaEvents = 1500;
let events: HistoryEvent[];

beforeAll(async () => {
  court = await openCourt();
  it = await court.acceptedCase();
  const { sql, people } = court;
  hearingId = await it.scheduleHearing();
  taskId = await it.openTask('consent-online', { role: 'participant', personId: people.defendant.personId, participantId: it.participants.defendant });
  await it.note('task-completed', { taskId, kind: 'consent-online', outcome: { decision: 'refuse', reason: '不会操作' }, by: people.defendant.personId, commandId, via: 'update' });
  await sql`insert into commands (id, person_id, operation, body_hash, workflow_id, update, args, state, status, answer) values (${commandId}, ${people.defendant.personId}, 'tasks.complete', '', ${`case-${it.caseId}`}, 'completeTask', ${sql.json({ args: [{ taskId }] })}, 'answered', 200, '{}')`;
  await sql`insert into refused_attempts (person_id, operation, case_id, subject, code, detail) values (${people.stranger.personId}, 'cases.get', ${it.caseId}, ${taskId}, 'NOT_FOUND', '{"articles":["G10"]}')`;
  await sql`insert into effects (key, kind, case_id, state, request) values ('n1', 'sms', ${it.caseId}, 'done', ${sql.json({ participantId: it.participants.plaintiff })})`;
  await sql`insert into sms_receipts (id, key, state, at) values ('r1', 'n1', 'delivered', now())`;
  await sql`update tasks set claimed_by = ${people.clerk.personId}, claimed_at = now() where id = ${taskId}`;
  await keepViewing(sql, { personId: people.judge.personId, caseId: it.caseId, what: 'case', why: 'presidingJudge' });
  await sql`insert into recordings (id, hearing_id, case_id, file_id, sha256, duration_ms, timeline, ledger) values (${randomUUID()}, ${hearingId}, ${it.caseId}, ${randomUUID()}, '', 3600000, ${sql.json({ from: new Date(Date.now() - 600_000).toISOString() })}, ${sql.json({ gaps: [{ cause: 'network-loss', from: 0, to: 5000 }] })})`;
  // Many at the same millisecond: only the key keeps them apart.
  const base = Date.now() - 300_000;
  await sql`insert into media_events ${sql(Array.from({ length: mediaEvents }, (_, at) => ({ id: randomUUID(), hearing_id: hearingId, opaque_id: null, at: base + Math.floor(at / 7), event: sql.json({ kind: 'client-ping' }) })))}`;
  events = Array.from({ length: 40 }, (_, at): HistoryEvent => ({
    stream: `case-${it.caseId}`, runId: 'run-1', eventId: String(at + 1), us: Date.now() * 1000 - at, type: at === 3 ? 'workflowExecutionUpdateAccepted' : at === 5 ? 'activityTaskScheduled' : 'workflowTaskStarted',
    name: at === 5 ? 'recordJournal' : null, commandId: at === 3 ? commandId : null, seqs: at === 5 ? [2, 3] : [],
  }));
}, 60_000);
afterAll(() => court?.close());

const page = (filter: Partial<HistoryFilter>) => historyPage(court.sql, it.caseId, { sources: historySources, limit: 100, ...filter }, events);
async function all(filter: Partial<HistoryFilter>): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = [];
  let after: string | null = null;
  do {
    const { entries, next }: Awaited<ReturnType<typeof page>> = await page({ ...filter, ...(after === null ? {} : { after }) });
    rows.push(...entries);
    after = next;
  } while (after !== null);
  return rows;
}

test('every entry once, newest first, from every source', async () => {
  const rows = await all({ limit: 137 });
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect([...new Set(rows.map(({ source }) => source))].sort()).toEqual([...historySources].sort());
  expect(rows.filter(({ source }) => source === 'media')).toHaveLength(mediaEvents);
  expect(rows.map(({ at }) => at)).toEqual([...rows.map(({ at }) => at)].sort().reverse());
  // The machine's own steps are shown to who asks for the machine alone.
  expect(rows.filter(({ source }) => source === 'workflow').map(({ kind }) => kind)).toEqual(['workflowExecutionUpdateAccepted', 'activityTaskScheduled']);
  expect(await all({ sources: ['workflow'] })).toHaveLength(40);
});

test('a page of many thousand costs what it shows', async () => {
  await page({});
  const begun = performance.now();
  await page({});
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test('joined by their ids: command, journal entry and event are found by the command’s', async () => {
  expect((await all({ about: commandId })).map(({ source }) => source).sort()).toEqual(['commands', 'journal', 'workflow']);
  const about = await all({ about: taskId });
  expect(new Set(about.map(({ source }) => source))).toEqual(new Set(['journal', 'commands', 'claims', 'refusals']));
  const [told] = (await all({ sources: ['journal'] })).filter(({ seq }) => seq === 2);
  expect(told?.event).toEqual({ workflowId: `case-${it.caseId}`, runId: 'run-1', eventId: '6' });
});

test('filtered by person, article, kind, refusals and time', async () => {
  const { people } = court;
  expect((await all({ person: people.defendant.personId })).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['task-completed', 'task-opened', 'tasks.complete', 'case-filed']));
  expect((await all({ person: people.judge.personId, sources: ['looks'] })).map(({ title }) => title.zh)).toEqual(['查阅案件（审判长）']);
  expect((await all({ article: 'G4' })).every(({ articles }) => articles.includes('G4'))).toBe(true);
  expect((await all({ kind: 'case-filed' }))).toHaveLength(1);
  expect((await all({ refused: true })).map(({ source }) => source)).toEqual(['refusals']);
  expect(await all({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  const messages = await all({ sources: ['messages'] });
  expect(messages.map(({ title }) => title.zh)).toEqual(expect.arrayContaining(['短信发送给张三：已发送', '短信回执（张三）：已送达手机']));
});

test('an entry of a hearing leads to the second of its recording', async () => {
  const [moment] = (await page({ sources: ['media'], limit: 1 })).entries;
  expect(moment?.moment).toMatchObject({ hearingId });
  expect(moment?.moment?.seconds).toBeGreaterThan(290);
});

test('what the history can be filtered by', async () => {
  const overview = await historyOverview(court.sql, it.caseId, events);
  expect(overview.counts).toMatchObject({ media: mediaEvents, workflow: 40, refusals: 1, looks: 1, commands: 1 });
  expect(overview.people.map(({ name }) => name)).toEqual(expect.arrayContaining(['张三', '李四', '王审判', '路人']));
});

test('who looked at what, and as what', async () => {
  const found = await looks(court.sql, { staffOnly: true, limit: 10, caseId: it.caseId });
  expect(found.looks).toMatchObject([{ name: '王审判', what: { zh: '查阅案件' }, why: { zh: '审判长' }, caseNumber: it.caseNumber }]);
  expect((await looks(court.sql, { staffOnly: true, limit: 10, person: court.people.clerk.personId })).looks).toEqual([]);
});

test('every number of a statistic counts exactly the cases that it lists', async () => {
  await court.acceptedCase();
  const period = { from: '2026-01-01T00:00:00.000Z', to: '2027-12-31T00:00:00.000Z', now: '2026-07-01T00:00:00.000Z' };
  const found = await statistics(court.sql, period);
  expect(found.map(({ measure }) => measure)).toEqual(measureNames);
  for (const { measure, rows } of found) for (const { key, cases, count } of rows) {
    const listed = await casesOfStatistic(court.sql, measure, key, period);
    expect([measure, key, listed.length, listed.reduce((sum, { times }) => sum + times, 0)]).toEqual([measure, key, cases, count]);
  }
  const rowsOf = (name: string) => found.find(({ measure }) => measure === name)?.rows.map(({ label, count }) => [label.zh, count]);
  expect(rowsOf('consents')).toEqual([['不同意', 1]]);
  expect(rowsOf('gaps')).toEqual([['网络中断', 1]]);
  expect(rowsOf('judges')).toEqual([['王审判', 2]]);
  expect(rowsOf('age')).toEqual([['30至89天', 2]]);
  expect((await statistics(court.sql, { ...period, to: '2026-01-02T00:00:00.000Z' }, ['consents']))[0]?.rows).toEqual([]);
});
