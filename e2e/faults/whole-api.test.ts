/**
 * Schemathesis over the whole API document, as each office and as people at the door: no 5xx, no answer that the document
 * does not describe. It is told the ids of a real case, so that operations are reached, and makes up the rest.
 *
 * KAITING_EXAMPLES: requests tried an operation and a phase (25); KAITING_SEED: the same requests again.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { schemathesis } from '#infra/parts/python.ts';
import { testStack, type TestStack } from '#e2e/court/stack.ts';
import { consent, exchangeEvidence, schedule } from '#e2e/court/story.ts';
import { columns, gather, type Actors } from '#e2e/leaks/actors.ts';

jest.setTimeout(1_200_000);
const run = promisify(execFile);
const examples = process.env['KAITING_EXAMPLES'] ?? '25';
const seed = process.env['KAITING_SEED'] ?? String(Math.floor(Math.random() * 1e6));
const checks = ['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_schema_conformance', 'response_headers_conformance'].join(',');

let court: TestStack;
let actors: Actors;
let program: string;
let folder: string;
let settings: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-api-'));
  if (!await schemathesis.find()) await schemathesis.install((line) => { process.stderr.write(`${line}\n`); });
  program = path.join((await schemathesis.find())!.path, 'st');
  court = await testStack();
  const gathered = await gather(court.baseUrl);
  ({ actors } = gathered);
  const { own } = gathered;
  await consent(own);
  await exchangeEvidence(own);
  const { hearingId } = await schedule(own);
  const { taskId } = await own.clerk.awaitTask(own.caseId, 'verify-identity');
  const [participant] = (await own.clerk.case(own.caseId)).participants;
  settings = path.join(folder, 'schemathesis.toml');
  writeFileSync(settings, ['[parameters]', `"path.caseId" = "${own.caseId}"`, `"path.hearingId" = "${hearingId}"`, `"path.taskId" = "${taskId}"`, `"path.participantId" = "${participant!.participantId}"`, ''].join('\n'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await court.stop();
});

describe.each(columns)('as %s', (column) => {
  test.each(['with the ids of a case', 'with ids of nothing'])('%s', async (ids) => {
    const person = actors[column];
    const { code, said } = await run(program, [
      ...(ids === 'with the ids of a case' ? ['--config-file', settings] : []),
      'run', new URL('/api/openapi.json', court.baseUrl).href, '--url', new URL('/api', court.baseUrl).href,
      '--header', `cookie: ${person.cookie}`, '--header', `origin: ${new URL(court.baseUrl).origin}`, '--header', 'accept-language: en',
      '--checks', checks, '--max-examples', examples, '--seed', seed, '--phases', 'examples,coverage,fuzzing', '--no-color', '--no-shrink', '--continue-on-failure',
      // The court's clock is everybody's: years at once would end every other answer's meaning. It is tried by itself in e2e/court.
      '--exclude-path', '/demonstration/clock',
      '--suppress-health-check', 'all', '--generation-allow-x00', 'true', '--request-timeout', '30',
    ], { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, PYTHONWARNINGS: 'ignore' } })
      .then(({ stdout }) => ({ code: 0, said: stdout }), (error: { code?: number; stdout?: string; stderr?: string }) => ({ code: error.code ?? 1, said: `${error.stdout ?? ''}${error.stderr ?? ''}` }));
    if (code !== 0) throw new Error(`seed ${seed}:\n${said.slice(-6_000)}`);
    expect(said).toMatch(/No issues found/);
  });
});
