/**
 * Schemathesis over the whole API document, as each office and as people at the door: no 5xx, no answer that the document
 * does not describe. It is told the ids of a real case, so that operations are reached, and makes up the rest. What an
 * operation's schema allows and forbids is tried value by value by somebody who may do it; everything is tried by everybody.
 *
 * KAITING_SEED: the same requests again; KAITING_EXAMPLES: requests that are made up for an operation (6);
 * KAITING_ROLES=clerk,plaintiff and KAITING_OPERATIONS=tasks.get,queue.page narrow it.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { connectSql } from '#db/connect.ts';
import { addSystem } from '#db/system-credentials.ts';
import { schemathesis } from '#infra/parts/python.ts';
import { testStack, type TestStack } from '#e2e/court/stack.ts';
import { consent, exchangeEvidence, schedule } from '#e2e/court/story.ts';
import { columns, gather, type Actors, type Column } from '#e2e/leaks/actors.ts';
import { expected } from '#e2e/leaks/expected.ts';
import { operationsOfContract } from '#e2e/leaks/requests.ts';

jest.setTimeout(1_200_000);
const run = promisify(execFile);
const list = (name: string) => process.env[name]?.split(',').filter((one) => one !== '');
const examples = process.env['KAITING_EXAMPLES'] ?? '6';
const seed = process.env['KAITING_SEED'] ?? String(Math.floor(Math.random() * 1e6));
const checks = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance', 'response_headers_conformance'].join(',');
const smsSecret = randomBytes(24).toString('hex');

/** Left out, and why; each has a test of its own. */
const leftOut = {
  // The court's clock is everybody's: years at once would end every other answer's meaning.
  '/demonstration/clock': 'e2e/court',
  // An answer that does not end.
  '/live': 'api/live/live.test.ts',
  // It would end the session of whoever tries.
  '/auth/sign-out': 'api/sign-in/sign-in.test.ts',
};

/** Besides the contract's: api/openapi-streams.ts. */
const streams = ['files.upload', 'files.get', 'statistics.pdf', 'sms.receipt', 'media.beacon', 'traces.report', 'auth.signIn', 'auth.sendCode', 'auth.verifyCode', 'auth.session'];

let court: TestStack;
let actors: Actors;
let program: string;
let folder: string;
let settings: string;
let credential: string;

beforeAll(async () => {
  process.stderr.write(`KAITING_SEED=${seed}\n`);
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-api-'));
  if (!await schemathesis.find()) await schemathesis.install((line) => { process.stderr.write(`${line}\n`); });
  program = path.join((await schemathesis.find())!.path, 'st');
  court = await testStack({ KAITING_SMS_RECEIPT_SECRET: smsSecret });
  const gathered = await gather(court.baseUrl);
  ({ actors } = gathered);
  const { own } = gathered;
  await consent(own);
  await exchangeEvidence(own);
  const { hearingId } = await schedule(own);
  const { taskId } = await own.clerk.awaitTask(own.caseId, 'verify-identity');
  const [participant] = (await own.clerk.case(own.caseId)).participants;
  const sql = connectSql(court.databaseUrl, 1);
  ({ credential } = await addSystem(sql, '办公系统', ['verify-identity', 'approve-livestream-division-head']));
  const [file] = await sql<{ id: string }[]>`select id from files where case_id = ${own.caseId} order by purpose, id limit 1`;
  await sql.end();
  settings = path.join(folder, 'schemathesis.toml');
  writeFileSync(settings, ['[parameters]', ...Object.entries({ caseId: own.caseId, hearingId, taskId, participantId: participant!.participantId, fileId: file!.id }).map(([name, id]) => `"path.${name}" = "${id}"`), ''].join('\n'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await court?.stop();
});

/** Who tries what an operation's schema allows: the first who may do it, else who is told why not, else the clerk. */
function triedBy(operation: string): Column {
  const cells = expected[operation]?.trim().split(/\s+/);
  const first = (cell: string) => columns[cells?.indexOf(cell) ?? -1];
  return first('Y') ?? first('r') ?? 'clerk';
}

async function tries(column: Column, more: readonly string[]): Promise<void> {
  const { code, said } = await run(program, [
    ...more,
    '--url', new URL('/api', court.baseUrl).href, '--header', `cookie: ${actors[column].cookie}`, '--header', `origin: ${new URL(court.baseUrl).origin}`,
    '--header', 'accept-language: en', '--header', `authorization: Bearer ${credential}`,
    '--checks', checks, '--seed', seed, '--workers', '1', '--no-color', '--no-shrink', '--continue-on-failure', '--warnings', 'off', '--generation-database', 'none',
    ...Object.keys(leftOut).flatMap((one) => ['--exclude-path', one]), ...(list('KAITING_OPERATIONS') ?? []).flatMap((one) => ['--include-operation-id', one]),
    '--suppress-health-check', 'all', '--generation-allow-x00', 'true', '--request-timeout', '30',
  ], { cwd: folder, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, PYTHONWARNINGS: 'ignore', SCHEMATHESIS_HOOKS: new URL('whole-api-hooks.py', import.meta.url).pathname, KAITING_SMS_RECEIPT_SECRET: smsSecret } })
    .then(({ stdout }) => ({ code: 0, said: stdout }), (error: { code?: number; stdout?: string; stderr?: string }) => ({ code: error.code ?? 1, said: `${error.stdout ?? ''}${error.stderr ?? ''}` }));
  process.stderr.write(`${column}: ${/\d+ generated.*/.exec(said)?.[0] ?? 'no requests'}\n`);
  if (code !== 0) throw new Error(`KAITING_SEED=${seed} KAITING_ROLES=${column}:\n${said.slice(0, 12_000)}\n…\n${said.slice(-3_000)}`);
  expect(said).toMatch(/No issues found/);
}

const document = () => ['run', new URL('/api/openapi.json', court.baseUrl).href];
const known = () => ['--config-file', settings, ...document()];

describe.each(columns.filter((column) => list('KAITING_ROLES')?.includes(column) ?? true))('as %s', (column) => {
  const own = [...operationsOfContract().map(({ name }) => name), ...streams].filter((name) => triedBy(name) === column && name !== 'demonstration.moveClock');
  if (own.length > 0 && !list('KAITING_OPERATIONS')) {
    test(`value by value: ${own.length} operations`, () => tries(column, [...known(), '--phases', 'coverage', ...own.flatMap((name) => ['--include-operation-id', name])]));
  }
  test('everything, about a case', () => tries(column, [...known(), '--phases', 'examples,fuzzing', '--max-examples', examples]));
  if (['nobody', 'plaintiff', 'clerk', 'manager'].includes(column)) {
    test('everything, about what there is not', () => tries(column, [...document(), '--phases', 'fuzzing', '--max-examples', '2']));
  }
});
