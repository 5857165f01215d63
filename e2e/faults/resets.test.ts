/**
 * A case begins again from a point of its history, on a real Temporal with a real PostgreSQL: two persons, what the ledger
 * holds back, Updates after the point kept or dropped, and a journal that goes on whole.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { activityInfo } from '@temporalio/activity';
import { call } from '@orpc/server';
import type { WorkflowBundle } from '@temporalio/worker';
import { once } from '#activities/effect-ledger.ts';
import { resets } from '#api/operations/resets.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { keptHistories, type KeptHistories } from '#adapters/temporal/kept-histories.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import { auditCase, auditSources, type CaseAudit } from '#db/audit/audit-case.ts';
import { exportsOf } from '#db/audit/exported-histories.ts';
import { connectShadows, type Shadows } from '#db/audit/projection-shadow.ts';
import { chainHash, recordJournal, resetOf } from '#db/projector/record-journal.ts';
import { FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { until } from '#e2e/court/person.ts';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted } from '#workflows/testing/walk.ts';
import { exportClosed } from '#worker/record/histories.ts';
import { testBundle } from '#workflows/testing/bundle.ts';

let bundle: WorkflowBundle;
let court: TestCourt;
let api: OperationsCourt;
/** Every SMS that went out, by its key: what must not happen twice. */
let sent: string[];
let shadows: Shadows;
let folder: string;
beforeAll(async () => { bundle = await testBundle(); }, 120_000);
beforeEach(async () => {
  api = await openOperationsCourt();
  court = await TestCourt.open(bundle, await localEnvironment());
  sent = [];
  shadows = connectShadows(api.url);
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-resets-'));
  court.faults = {
    recordJournal: async ({ stream, entries, after }) => {
      const runId = activityInfo().workflowExecution?.runId;
      const answer = await (after === undefined ? recordJournal(api.sql, stream, entries, runId) : resetOf(api.sql, stream, runId, after));
      court.journals.set(stream, await journalOf(stream));
      return answer;
    },
    issueAcceptance: async ({ caseId, participant: { participantId } }) => {
      const key = `acceptance/${caseId}/${participantId}`;
      await once(api.sql, { key, kind: 'sms', caseId, request: {}, act: async () => { sent.push(key); return { key }; }, status: async () => (sent.includes(key) ? { key } : null) });
      return { participantId, documentFileId: crypto.randomUUID(), effectKey: key };
    },
  };
}, 120_000);
afterEach(async () => {
  await court.close();
  await shadows.shadows.end({ timeout: 5 });
  await api.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const journalOf = async (stream: string): Promise<JournalEntry[]> => [...await api.sql<JournalEntry[]>`select seq, kind, at, case_id as "caseId", data from journal where stream = ${stream} order by seq`];
const as = (who: 'operations' | 'manager' | 'clerk', more: { personId?: string } = {}) => ({ context: { ...api.as(who, more), temporal: court.env.client } });
const second = { personId: crypto.randomUUID() };

/** A case that was accepted; its notice has gone out and the other party has consented. */
async function consented(): Promise<TestCase> {
  const the = await court.file();
  await accepted(the);
  await the.answer('consent-online', { decision: 'consent' }, people.defendant);
  await the.task('permit-online');
  await the.until('the notice is out', () => the.data('acceptance-issued').length === 1);
  return the;
}

/** The point at which the review of the filing was answered. */
async function pointOfReview(the: TestCase): Promise<number> {
  const { points } = await call(resets.points, { caseId: the.filing.caseId }, as('operations'));
  const point = points.find(({ next }) => next.some(({ en }) => en.startsWith('Done: ')) && next.some(({ en }) => /Done: .*filing/i.test(en)));
  if (!point) throw new Error(`No such point: ${JSON.stringify(points)}`);
  return point.eventId;
}

async function reset(the: TestCase, keepUpdates: boolean): Promise<void> {
  const { caseId } = the.filing;
  await keepCommands(the);
  const { caseNumber } = await call(resets.find, { asked: the.stream }, as('operations'));
  for (const asked of [caseId, caseNumber ?? '']) expect(await call(resets.find, { asked }, as('operations'))).toEqual({ caseId, caseNumber });
  expect((await errorOf(call(resets.find, { asked: caseId }, as('manager')))).code).toBe('NOT_FOUND');
  expect((await errorOf(call(resets.find, { asked: '（2026）豫0611民初99999号' }, as('operations')))).code).toBe('NOT_FOUND');
  const eventId = await pointOfReview(the);
  const { preview, refusal } = await call(resets.preview, { caseId, eventId }, as('operations'));
  expect(refusal).toBeNull();
  expect(preview.again.filter(({ activity }) => activity === 'issueAcceptance')).toEqual([{ activity: 'issueAcceptance', held: true }]);
  expect(preview.updates.filter(({ lost }) => lost)).toHaveLength(1);
  const asked = { caseId, eventId, keepSignals: true, keepUpdates, reason: '受理结果记录有误' };
  const { resetId } = await call(resets.ask, asked, as('operations'));
  expect((await errorOf(call(resets.ask, asked, as('operations')))).code).toBe('CONFLICT');
  expect(await errorOf(call(resets.decide, { resetId, decision: 'confirm' }, as('operations')))).toMatchObject({ code: 'REFUSED', data: { code: 'second-person-needed' } });
  expect((await errorOf(call(resets.decide, { resetId, decision: 'confirm' }, as('manager')))).code).toBe('NOT_FOUND');
  expect(await call(resets.decide, { resetId, decision: 'confirm' }, as('operations', second))).toEqual({ state: 'done' });
  await the.until('the reset is on record', () => the.data('workflow-reset').length === 1);
}

/** No hole, every hash from the one before, what was done before the reset kept, and the reset said once. */
async function journalIsWhole(the: TestCase): Promise<void> {
  const rows = await api.sql<(JournalEntry & { hash: string })[]>`select seq, kind, at, data, hash from journal where stream = ${the.stream} order by seq`;
  let previous = FIRST_PREVIOUS_HASH;
  rows.forEach(({ hash, ...entry }, index) => {
    expect(entry.seq).toBe(index + 1);
    expect(hash).toBe(chainHash(previous, the.stream, entry));
    previous = hash;
  });
  expect(the.data('workflow-reset')).toMatchObject([{ by: api.people.operations.personId, confirmedBy: second.personId, reason: '受理结果记录有误' }]);
}

/** The rows that the API would have made of what people sent: their first answer, which stays. */
async function keepCommands(the: TestCase): Promise<void> {
  const history = await histories().history(the.stream, 'live');
  for (const { updateId, name, args, answer, failed } of history?.updates ?? []) {
    if (failed || answer === undefined) continue;
    const { personId } = args[0] as { personId: string };
    await api.sql`insert into commands (id, person_id, operation, body_hash, workflow_id, update, args, state, status, answer)
      values (${updateId}, ${personId}, ${name}, '', ${the.stream}, ${name}, ${api.sql.json({ args } as never)}, 'answered', 200, ${api.sql.json({ answered: { commandId: updateId, ...(answer as object) } } as never)}) on conflict do nothing`;
  }
}

const histories = (): KeptHistories => keptHistories({ client: court.env.client, storage: createLocalStorage(folder), exportsOf: (stream) => exportsOf(api.sql, stream) });
const audited = (the: TestCase, sql = api.sql): Promise<CaseAudit> => auditCase({ ...auditSources(api.sql, shadows, (stream) => histories().history(stream, 'live')), sql }, the.filing.caseId);

/** The record proves itself after the reset as before: what the left run wrote is its own, whoever still has its history. */
async function recordProvesItself(the: TestCase): Promise<void> {
  await until('everything is on record', async () => (await histories().history(the.stream, 'live'))?.handedOver.every(({ recordedBy }) => recordedBy !== undefined));
  await keepCommands(the);
  const marker = the.entries.find((entry) => entry.kind === 'workflow-reset') as Extract<JournalEntry, { kind: 'workflow-reset' }>;
  const reset = { stream: the.stream, seq: marker.seq, from: marker.data.afterSeq + 1, to: marker.seq - 1, runId: marker.data.baseRunId, confirmedBy: second.personId, reason: '受理结果记录有误' };
  expect(reset.to).toBeGreaterThan(reset.from);
  expect(await audited(the)).toMatchObject({ findings: [], differences: [], resets: [{ ...reset, compared: true }] });
  // Changed behind the system's back: by the left run's history it is found like everything else.
  await api.sql.begin(async (tx) => {
    await tx`update journal set data = data || '{"forged":1}' where stream = ${the.stream} and seq = ${reset.to}`;
    expect((await audited(the, tx as never)).findings.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(expect.arrayContaining([`entry-differs ${reset.to}`, `chain-broken ${reset.to}`]));
    throw new Error('taken back');
  }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'taken back') throw error; });
  // Temporal forgets the left run: the audit says so, and takes the export where there is one.
  const { baseRunId: runId } = marker.data;
  const { client } = court.env;
  const ports = { sql: api.sql, temporal: client, storage: createLocalStorage(folder) };
  await until('the left run is exported', async () => (await exportClosed(ports, null)).runs === 1);
  expect((await exportsOf(api.sql, the.stream)).map((row) => [row.runId, row.last])).toEqual([[runId, false]]);
  await client.workflowService.deleteWorkflowExecution({ namespace: client.options.namespace, workflowExecution: { workflowId: the.stream, runId } });
  await until('Temporal has forgotten it', () => client.workflow.getHandle(the.stream, runId).describe().then(() => false, () => true));
  expect(await audited(the)).toMatchObject({ findings: [], differences: [], resets: [{ ...reset, compared: true }] });
  await api.sql`delete from exported_histories`;
  expect(await audited(the)).toMatchObject({ findings: [], differences: [], resets: [{ ...reset, compared: false }] });
}

const openInPostgres = async (the: TestCase) => (await api.sql<{ kind: string }[]>`select kind from tasks where case_id = ${the.filing.caseId} and state = 'open' order by kind`).map(({ kind }) => kind);

describe('a case is reset to where its filing was reviewed', () => {
  test('Updates kept: the review is taken again, the SMS goes out once, who consented is asked anew', async () => {
    const the = await consented();
    const [firstConsent] = the.entries.filter((entry) => entry.kind === 'task-completed').slice(-1);
    await reset(the, true);
    await the.until('accepted once more', () => the.data('acceptance-issued').length === 2);
    expect(sent).toHaveLength(1);
    const marker = the.entries.find((entry) => entry.kind === 'workflow-reset')!;
    // Done, and told again: the first telling stays where it was.
    expect(the.entries.filter((entry) => entry.kind === 'task-completed' && entry.data.kind === 'review-filing').map(({ seq }) => seq > marker.seq)).toEqual([false, true]);
    expect(firstConsent!.seq).toBeLessThan(marker.seq);
    await the.until('PostgreSQL shows what is open', () => the.entries.some((entry) => entry.seq > marker.seq && entry.kind === 'task-opened' && entry.data.task.kind === 'consent-online'));
    expect(await openInPostgres(the)).toEqual(['consent-online']);
    const again = the.entries.filter((entry) => entry.kind === 'task-opened' && entry.data.task.kind === 'consent-online').at(-1) as Extract<JournalEntry, { kind: 'task-opened' }>;
    await the.complete({ taskId: again.data.task.taskId, stream: the.stream }, { decision: 'consent' }, people.defendant);
    await the.until('the judge is asked', () => the.entries.some((entry) => entry.seq > marker.seq && entry.kind === 'task-opened' && entry.data.task.kind === 'permit-online'));
    expect(await openInPostgres(the)).toEqual(['permit-online']);
    await journalIsWhole(the);
    await recordProvesItself(the);
  }, 120_000);

  test('Updates dropped: the review waits for the filing clerk again, and nothing goes out twice', async () => {
    const the = await consented();
    await reset(the, false);
    const [review] = await api.sql<{ id: string; state: string }[]>`select id, state from tasks where case_id = ${the.filing.caseId} and kind = 'review-filing'`;
    expect(review?.state).toBe('open');
    expect(await openInPostgres(the)).toEqual(['review-filing']);
    await the.complete({ taskId: review!.id, stream: the.stream }, { decision: 'accept' }, people.filingClerk);
    await the.until('accepted once more', () => the.data('acceptance-issued').length === 2);
    expect(sent).toHaveLength(1);
    await journalIsWhole(the);
    await recordProvesItself(the);
  }, 120_000);
});

test('a reset behind the court’s back is found: the journal does not take its entries', async () => {
  const the = await consented();
  const { seq } = (await api.sql<{ seq: number }[]>`select seq from journal_heads where stream = ${the.stream}`)[0]!;
  const description = await the.handle.describe();
  await court.env.client.workflowService.resetWorkflowExecution({
    namespace: court.env.client.options.namespace, workflowExecution: { workflowId: the.stream, runId: description.runId }, workflowTaskFinishEventId: await pointOfReview(the) as never, requestId: crypto.randomUUID(), reason: 'x',
  });
  const failing = await until('recordJournal fails', async () => {
    const { pendingActivities } = (await the.handle.describe()).raw;
    return pendingActivities?.map((activity) => activity.lastFailure?.message ?? '').find((message) => message.includes('no reset of the workflow is on record'));
  });
  expect(failing).toBeDefined();
  expect((await api.sql<{ seq: number }[]>`select seq from journal_heads where stream = ${the.stream}`)[0]?.seq).toBe(seq);
}, 120_000);
