/**
 * Whoever is not allowed sees nothing, not even that it exists: every operation of the contract about one case, by
 * everybody, over the whole system; then its files, its live changes and its room. The table is the expectation.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectSql } from '#db/connect.ts';
import { until } from '#e2e/court/person.ts';
import { testStack, type TestStack } from '#e2e/court/stack.ts';
import { consent, exchangeEvidence, prepare, schedule, type Walk } from '#e2e/court/story.ts';
import { ask, cellOf, columns, gather, type Actors, type Cell, type Column } from '#e2e/leaks/actors.ts';
import { expected, fileReaders, isWrite } from '#e2e/leaks/expected.ts';
import { idsOfNothing, operationsOfContract, type Ids } from '#e2e/leaks/requests.ts';

jest.setTimeout(600_000);

let court: TestStack;
let actors: Actors;
let own: Walk;
let ids: Ids;
const heard = new Map<Column, string>();
const stopListening: (() => void)[] = [];

beforeAll(async () => {
  court = await testStack();
  let otherCaseId: string;
  ({ actors, own, otherCaseId } = await gather(court.baseUrl));
  expect(otherCaseId).not.toBe(own.caseId);
  await Promise.all(columns.map(async (column) => { stopListening.push(await listen(column)); }));
  await consent(own);
  await exchangeEvidence(own);
  const { hearingId } = await schedule(own);
  // In preparation, with open tasks of clerk and parties.
  const task = await own.clerk.awaitTask(own.caseId, 'verify-identity');
  const detail = await own.clerk.case(own.caseId);
  await until('the notices are there', async () => (await own.plaintiff.case(own.caseId)).hearings.at(-1)?.notices.length === 1);
  ids = {
    ...idsOfNothing(), caseId: own.caseId, hearingId, taskId: task.taskId, participantId: detail.participants[0]!.participantId,
    personId: detail.bench.presidingJudge!.personId, meetingNumber: detail.hearings.at(-1)!.meetingNumber,
    fileId: detail.documents[0]!.fileId, commandId: (await commandOf(own.caseId)),
  };
});
afterAll(async () => {
  for (const stop of stopListening) stop();
  await court.stop();
});

async function commandOf(caseId: string): Promise<string> {
  const sql = connectSql(court.databaseUrl, 1);
  const [row] = await sql<{ id: string }[]>`select id from commands where workflow_id = ${`case-${caseId}`} order by created_at limit 1`;
  await sql.end();
  return row!.id;
}

/** Hears the live stream of a person until it is told to stop. */
async function listen(column: Column): Promise<() => void> {
  heard.set(column, '');
  const abort = new AbortController();
  const response = await fetch(new URL('/api/live', court.baseUrl), { signal: abort.signal, headers: { cookie: actors[column].cookie, accept: 'text/event-stream' } });
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) heard.set(column, heard.get(column)! + decoder.decode(chunk, { stream: true }));
  };
  void read().catch(() => undefined);
  return () => abort.abort();
}

describe('every operation, by everybody, about one case', () => {
  test('the table', async () => {
    const nothing = idsOfNothing();
    const found: Record<string, string> = {};
    const strange: string[] = [];
    for (const operation of operationsOfContract()) {
      const line = expected[operation.name];
      if (line === undefined) continue;
      const cells: Cell[] = [];
      for (const [at, column] of columns.entries()) {
        // What somebody may do is done in the tests of the doing; here it would change the case under the next one.
        if (isWrite(operation) && line.replaceAll(' ', '')[at] === 'Y') { cells.push('Y'); continue; }
        const { cell, answer } = await cellOf(actors[column], operation, ids, nothing);
        if (cell === '!') strange.push(`${operation.name} ${column}: ${answer.status} ${answer.text.slice(0, 200)}`);
        cells.push(cell);
      }
      found[operation.name] = cells.join(' ');
    }
    expect(strange).toEqual([]);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, expected[name]!.trim().split(/\s+/).join(' ')])));
  });

  test('no list that an outsider may read names the case, its people or its number', async () => {
    const detail = await own.clerk.case(own.caseId);
    const secrets = [own.caseId, ids.hearingId, ids.taskId, ids.meetingNumber, detail.caseNumber!, ...detail.participants.map(({ participantId }) => participantId), '13800000001', '13800000002'];
    const lists = ['/api/cases', '/api/cases?scope=all', `/api/cases?search=${encodeURIComponent('张三')}`, `/api/cases?scope=all&search=${encodeURIComponent(detail.caseNumber!)}`, '/api/tasks', '/api/tasks?view=roles&limit=100', '/api/tasks?state=completed', '/api/desk/home', ...['mine', 'roles', 'division', 'snoozed', 'completed'].map((view) => `/api/queue?view=${view}&limit=100`), `/api/queue?search=${encodeURIComponent('张三')}`];
    // The filing clerk did the review, which stays in the list of what they have done.
    const outsiders: Column[] = ['nobody', 'stranger', 'otherClerk', 'otherJudge', 'assessor', 'head', 'president', 'chief', 'operations'];
    const told: string[] = [];
    for (const column of outsiders) {
      for (const path of lists) {
        // The list of the division is the head's own.
        if (column === 'head' && path.includes('view=division')) continue;
        const { text } = await ask(actors[column], { method: 'GET', path });
        for (const secret of secrets) if (text.includes(secret)) told.push(`${column} ${path}: ${secret}`);
      }
    }
    expect(told).toEqual([]);
  });

  test('each file, by everybody', async () => {
    const sql = connectSql(court.databaseUrl, 1);
    const files = await sql<{ id: string; purpose: string; owner: Column | null }[]>`
      select f.id, f.purpose, f.uploaded_by::text as owner from files f where f.case_id = ${own.caseId} order by f.purpose, f.id`;
    const parties = await Promise.all((['plaintiff', 'defendant'] as const).map(async (column) => [(await actors[column].get<{ personId: string }>('/api/me')).personId, column] as const));
    const madeFor = await sql<{ id: string; person: string }[]>`
      select f.id, coalesce(f.made_for, (select x.person_id from notices n join participants x on x.id = n.participant_id where n.document_file_id = f.id limit 1)) as person
      from files f where f.case_id = ${own.caseId} and (f.made_for is not null or exists (select from notices n where n.document_file_id = f.id))`;
    await sql.end();
    expect(files.map(({ purpose }) => purpose)).toEqual(expect.arrayContaining(['filing', 'evidence', 'notice']));
    const none = idsOfNothing().fileId;
    const wrong: string[] = [];
    for (const { id, purpose } of files) {
      const subject = parties.find(([personId]) => personId === madeFor.find((one) => one.id === id)?.person)?.[1];
      const readers = fileReaders(purpose, subject);
      for (const column of columns) {
        const { status, text } = await ask(actors[column], { method: 'GET', path: `/api/files/${id}` });
        const empty = await ask(actors[column], { method: 'GET', path: `/api/files/${none}` });
        const right = readers.includes(column) ? status === 200 : status === empty.status && text === empty.text && [401, 404].includes(status);
        if (!right) wrong.push(`${purpose} (${subject ?? 'everybody’s'}) ${column}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('live changes of the case reach nobody else', async () => {
    await prepare(own, ids.hearingId);
    const insiders: Column[] = ['plaintiff', 'defendant', 'judge', 'clerk', 'manager', 'tmo'];
    for (const column of insiders) await until(`${column} hears of the case`, async () => heard.get(column)!.includes(own.caseId));
    // The technician has work in it, and the head of the division sees its tasks: they hear of those.
    const outsiders = columns.filter((column) => !insiders.includes(column) && column !== 'technician' && column !== 'head');
    // Colleagues of the same division hear of tasks of their own office, and of no more.
    const strangers = outsiders.filter((column) => column !== 'otherJudge' && column !== 'otherClerk');
    expect(strangers.filter((column) => heard.get(column)!.includes(own.caseId))).toEqual([]);
    expect(outsiders.filter((column) => heard.get(column)!.includes(ids.hearingId))).toEqual([]);
  });

  test('the room’s socket opens for nobody who has no seat in it', async () => {
    const open = async (column: Column, hearingId: string): Promise<string> => {
      const address = new URL(`/media/janus?hearing=${hearingId}`, court.baseUrl);
      const origin = address.origin;
      address.protocol = 'ws:';
      const socket = new WebSocket(address, 'janus-protocol', { headers: { cookie: actors[column].cookie }, origin });
      return new Promise((resolve) => {
        socket.once('open', () => { socket.terminate(); resolve('open'); });
        socket.once('unexpected-response', (_request, response) => { resolve(String(response.statusCode)); });
        socket.once('error', (error) => resolve(error.message));
      });
    };
    const none = idsOfNothing().hearingId;
    for (const column of columns) expect([column, await open(column, ids.hearingId)]).toEqual([column, await open(column, none)]);
  });

  test('the attempts are on record, each with who tried', async () => {
    const { entries } = await own.manager.get<{ entries: { kind: string; who: string | null }[] }>(`/api/supervision/cases/${own.caseId}/history`);
    const tried = new Set(entries.filter(({ kind }) => kind === 'refused-attempt').map(({ who }) => who));
    expect([...tried]).toEqual(expect.arrayContaining(['赵六', '张三', '李四']));
    expect(tried.size).toBeGreaterThanOrEqual(columns.length - 3);
  });
});
