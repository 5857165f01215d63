/** Against a real Temporal server, a real database and, when one is meant to be there, a real worker. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundleWorkflowCode, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { dataConverter, failureConverterPath } from '#adapters/codec/payload-codec.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { anybody, signedIn } from '#api/operation.ts';
import { startTestApi, type Browser, type TestApi } from '#api/testing/api-fixture.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import { filings } from '#db/schema/cases.ts';

/** Completion stands for an Update, filing for a start; the case number of the path is not looked at. */
const router = {
  tasks: {
    complete: signedIn.tasks.complete.handler(({ input, context }) => context.commands.send(context, {
      operation: 'tasks.complete', body: input,
      prepare: async (tx, commandId) => {
        const { how, workflowId = 'commanded-1', file } = input.outcome as { how: string; workflowId?: string; file?: string };
        if (file !== undefined) await attachOwnFiles(tx, { personId: context.user.personId, commandId }, theCase, [{ path: 'file', fileId: file }], 'statement');
        return { kind: 'update', workflowId, update: 'act', args: [{ how, commandId }] };
      },
    })),
  },
  cases: {
    file: signedIn.cases.file.handler(async ({ input, context }) => {
      const answer = await context.commands.send(context, {
        operation: 'cases.file', body: input,
        prepare: async (tx) => {
          const caseId = randomUUID();
          await tx.insert(filings).values({ caseId, filedBy: context.user.personId, causeOfAction: input.causeOfAction, claims: input.claims, factsAndReasons: input.factsAndReasons });
          return { kind: 'start', workflowId: `case-${caseId}`, workflowType: 'commanded', taskQueue: 'commands', args: [`case-${caseId}`], seq: 1, result: { caseId } };
        },
      });
      return { ...answer, caseId: (answer.result as { caseId: string }).caseId };
    }),
  },
  supervision: {
    command: signedIn.supervision.command.handler(async ({ input, context }) => (await context.commands.answerOf(context.user.personId, input.commandId))!),
  },
  people: { court: anybody.people.court.handler(() => { throw new Error('not asked for'); }) },
};

let temporal: TestWorkflowEnvironment;
let court: TestApi;
let browser: Browser;
let bundle: WorkflowBundle;
let stopWorker: () => Promise<void>;

/** A worker that runs until it is stopped. */
async function startWorker(): Promise<() => Promise<void>> {
  const worker = await Worker.create({
    connection: temporal.nativeConnection, taskQueue: 'commands', workflowBundle: bundle, stickyQueueScheduleToStartTimeout: '1s',
    dataConverter: dataConverter(court.api.running.services.environment.temporal.payloadKeys),
  });
  const running = worker.run();
  return async () => { worker.shutdown(); await running; };
}
const complete = (how: string, key?: string, workflowId?: string) =>
  browser.command<CommandAnswer & { code: string; data: Record<string, unknown> }>('POST', `/api/tasks/${taskId}/completion`, { outcome: { how, ...(workflowId ? { workflowId } : {}) } }, key);
const taskId = randomUUID();
const theCase = randomUUID();
const filing = {
  causeOfAction: '民间借贷纠纷', claims: '请求还款', factsAndReasons: '借款到期未还', appliesForOnline: true, filedAs: 'plaintiff', materials: [randomUUID()],
  others: [{ name: '李四', identityNumber: '410802199005122028', phone: '13800000002', role: 'defendant' }],
  facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
};

beforeAll(async () => {
  temporal = await localEnvironment();
  court = await startTestApi(router, { temporalAddress: temporal.address });
  browser = court.browser();
  await browser.signInStaff('judge');
  bundle = await bundleWorkflowCode({ workflowsPath: fileURLToPath(new URL('./commands/testing/commanded-workflow.ts', import.meta.url)), failureConverterPath });
  await court.api.running.services.temporal.workflow.start('commanded', { workflowId: 'commanded-1', taskQueue: 'commands', args: ['case-stream'] });
  stopWorker = await startWorker();
}, 120_000);
afterAll(async () => {
  await stopWorker?.();
  await court?.stop();
  await temporal?.teardown();
});

describe('a command', () => {
  test('is answered with its journal entry, and every retry with the same', async () => {
    const key = randomUUID();
    const first = await complete('well', key);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ commandId: key, state: 'answered', stream: 'case-stream', result: { how: 'well' } });
    const [again, atOnce] = await Promise.all([complete('well', key), complete('well', key)]);
    expect([again.body, atOnce.body]).toEqual([first.body, first.body]);
    const handle = temporal.client.workflow.getHandle('commanded-1');
    const history = await handle.fetchHistory();
    const accepted = history.events!.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId === key);
    expect(accepted).toHaveLength(1);
  }, 60_000);

  test('waits until the reader has seen the entry, and says when it has not', async () => {
    const { sql } = court.api.running.services;
    const behind = await complete('behind');
    expect(behind.body).toMatchObject({ state: 'answered', behind: true });
    await sql`insert into journal_heads (stream, case_id, seq, hash) values ('case-stream', ${randomUUID()}, 1000, '') on conflict (stream) do update set seq = 1000`;
    const seen = await complete('seen');
    expect(seen.body.state).toBe('answered');
    expect(seen.body).not.toHaveProperty('behind');
  }, 60_000);

  test('the same key for something else is a conflict, and so is somebody else with it', async () => {
    const key = randomUUID();
    await complete('well', key);
    expect((await complete('otherwise', key)).body).toMatchObject({ status: 409, code: 'CONFLICT', data: { code: 'idempotency-key-reused' } });
    const other = court.browser();
    await other.signInStaff('judge2');
    expect((await other.command('POST', `/api/tasks/${taskId}/completion`, { outcome: { how: 'well' } }, key)).status).toBe(409);
  }, 60_000);

  test('needs a key', async () => {
    const answer = await browser.call<{ code: string; messages: { en: string } }>('POST', `/api/tasks/${taskId}/completion`, { outcome: { how: 'well' } });
    expect(answer.body).toMatchObject({ code: 'INVALID', status: 400 });
    expect(answer.body.messages.en).toContain('Idempotency-Key');
  });

  const refusals = [
    ['refused', 422, { code: 'REFUSED', data: { code: 'notice-too-short', articles: ['G4'], message: { zh: '不足三日' }, detail: { earliest: '2026-11-27' } } }],
    ['alreadyDone', 409, { code: 'ALREADY_DONE', data: { by: '陈书记', at: '2026-11-22T00:00:00.000Z' } }],
    ['notFound', 404, { code: 'NOT_FOUND' }],
    ['invalid', 400, { code: 'INVALID', data: { fields: [{ path: 'reason' }] } }],
    ['fail', 422, { code: 'REFUSED', data: { code: 'update-failed' } }],
  ] as const;
  test.each(refusals)('a refusal "%s" is told as it is, on every retry the same', async (how, status, body) => {
    const key = randomUUID();
    const first = await complete(how, key);
    expect(first.status).toBe(status);
    expect(first.body).toMatchObject(body);
    expect((await complete(how, key)).body).toEqual(first.body);
  }, 60_000);

  test('a refused attempt is kept with who and which rule', async () => {
    const { sql } = court.api.running.services;
    await complete('refused');
    const [attempt] = await sql`select person_id, operation, code, detail from refused_attempts where code = 'notice-too-short' order by id desc limit 1`;
    expect(attempt).toMatchObject({ person_id: '00000000-0000-4000-8000-000000000004', operation: 'tasks.complete', detail: { articles: ['G4'] } });
  }, 60_000);

  test('to a workflow that ended is a conflict, to one that never was is not found', async () => {
    await temporal.client.workflow.start('commanded', { workflowId: 'commanded-ended', taskQueue: 'commands', args: ['x'] }).catch(() => undefined);
    const handle = temporal.client.workflow.getHandle('commanded-ended');
    await handle.terminate();
    expect((await complete('well', undefined, 'commanded-ended')).body).toMatchObject({ status: 409, data: { code: 'workflow-ended' } });
    expect((await complete('well', undefined, 'never-was')).status).toBe(404);
  }, 60_000);
});

describe('a file that a command took into the case', () => {
  const upload = async (): Promise<string> => {
    const { sql } = court.api.running.services;
    const [id, judge] = [randomUUID(), '00000000-0000-4000-8000-000000000004'];
    await sql`insert into files (id, sha256, bytes, media_type, name, purpose, uploaded_by) values (${id}, ${'0'.repeat(64)}, 10, 'application/pdf', 'x.pdf', 'evidence', ${judge})`;
    return id;
  };
  const send = (how: string, file: string, key?: string) => browser.command<CommandAnswer & { code: string }>('POST', `/api/tasks/${taskId}/completion`, { outcome: { how, file } }, key);
  const kept = async (file: string) => {
    const { sql } = court.api.running.services;
    const [row] = await sql`select f.case_id, f.purpose, (select count(*)::int from taken_files t where t.file_id = f.id) as undecided from files f where f.id = ${file}`;
    return { ...row };
  };
  const loose = { case_id: null, purpose: 'evidence', undecided: 0 };
  const ofTheCase = { case_id: theCase, purpose: 'statement', undecided: 0 };

  test.each(['refused', 'alreadyDone', 'notFound', 'invalid', 'fail'])('is the uploader’s alone again when the workflow refuses it: %s', async (how) => {
    const [file, key] = [await upload(), randomUUID()];
    expect((await send(how, file, key)).status).toBeGreaterThanOrEqual(400);
    expect(await kept(file)).toEqual(loose);
    // A retry gets the same answer and takes nothing; another command may take it.
    await send(how, file, key);
    expect(await kept(file)).toEqual(loose);
    expect((await send('well', file)).status).toBe(200);
    expect(await kept(file)).toEqual(ofTheCase);
  }, 60_000);

  test('stays, once a workflow took it, whatever becomes of another command that names it too', async () => {
    const file = await upload();
    await send('well', file);
    expect((await send('refused', file)).status).toBe(422);
    expect(await kept(file)).toEqual(ofTheCase);
    // Both before either is answered.
    const other = await upload();
    await Promise.all([send('refused', other), send('well', other)]);
    expect(await kept(other)).toEqual(ofTheCase);
  }, 60_000);

  test('waits with the command while no answer comes', async () => {
    await stopWorker();
    const [file, key] = [await upload(), randomUUID()];
    expect((await send('refused', file, key)).body.state).toBe('pending');
    expect(await kept(file)).toEqual({ ...ofTheCase, undecided: 1 });
    stopWorker = await startWorker();
    while ((await kept(file))['undecided'] !== 0) await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect(await kept(file)).toEqual(loose);
  }, 90_000);
});

describe('while no worker answers', () => {
  test('a command stays pending, and is sent again with the same id until it is answered', async () => {
    await stopWorker();
    const key = randomUUID();
    const pending = await complete('later', key);
    expect(pending.body).toEqual({ commandId: key, state: 'pending' });
    expect((await browser.call<CommandAnswer>('GET', `/api/commands/${key}`)).body.state).toBe('pending');
    stopWorker = await startWorker();
    let answer = pending.body as CommandAnswer;
    while (answer.state === 'pending') answer = (await browser.call<CommandAnswer>('GET', `/api/commands/${key}`)).body;
    expect(answer).toMatchObject({ commandId: key, state: 'answered', result: { how: 'later' } });
    const history = await temporal.client.workflow.getHandle('commanded-1').fetchHistory();
    expect(history.events!.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId === key)).toHaveLength(1);
  }, 90_000);
});

describe('a filing', () => {
  test('starts one workflow, however often it is sent', async () => {
    const { sql } = court.api.running.services;
    const before = (await sql`select 1 from filings`).length;
    const key = randomUUID();
    const send = () => browser.command<CommandAnswer & { caseId: string }>('POST', '/api/cases', filing, key);
    const [one, two] = await Promise.all([send(), send()]);
    expect(one.status).toBe(200);
    expect(one.body).toMatchObject({ state: 'answered', seq: 1, stream: `case-${one.body.caseId}` });
    expect(two.body.caseId).toBe(one.body.caseId);
    expect((await sql`select 1 from filings`).length).toBe(before + 1);
    const description = await temporal.client.workflow.getHandle(`case-${one.body.caseId}`).describe();
    expect(description.status.name).toBe('RUNNING');
  }, 60_000);

  test('a body that does not fit names each field in both languages, an unknown one too', async () => {
    const answer = await browser.command<{ code: string; data: { fields: { path: string; message: { zh: string; en: string } }[] } }>(
      'POST', '/api/cases', { ...filing, claims: '', others: [{ ...filing.others[0], phone: '1' }], surprise: true });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('INVALID');
    expect(answer.body.data.fields.map(({ path }) => path).sort()).toEqual(['claims', 'others.0.phone', 'surprise']);
    expect(answer.body.data.fields.every(({ message }) => message.zh !== message.en)).toBe(true);
  });
});
