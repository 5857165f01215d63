/**
 * The whole system, as `npm run demo` plays it: real browsers, a real hearing, a network loss, an archive that verifies.
 * Afterwards what Temporal keeps is searched for the people of the case: it must not know them, failures included.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { demonstrationPersons } from '#adapters/identity/demonstration-persons.ts';
import { demonstrationStaff } from '#db/demonstration-staff.ts';
import { stages } from '#domain/case/stages.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { startStack } from '#infra/stack.ts';

interface Played {
  caseId: string;
  stages: { stage: string; enteredAt: string; endedAt: string; exit: string }[];
  archive: { mainVolume: string; confidentialVolume: string; disc: string | null };
  gaps: { hearing: string; personId: string; medium: string; cause: string; from: string; to: string }[];
  verify: boolean;
}

const folder = mkdtempSync(path.join(tmpdir(), 'kaiting-demo-test-'));
const dataDir = path.join(folder, 'court');
let played: Played;

/** What Temporal must not know. */
const personal = [
  ...demonstrationPersons.flatMap(({ name, identityNumber, phone }) => [name, identityNumber, phone]),
  ...demonstrationStaff.map(({ name }) => name),
];
const found = (bytes: Buffer): string[] => personal.filter((text) => bytes.includes(text));

beforeAll(async () => {
  // PostgreSQL runs as another user when root tests.
  chmodSync(folder, 0o755);
  const child = spawn(process.execPath, ['infra/demo.mjs', '--headless', '--json', '--data', dataDir], {
    cwd: repositoryFolder, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, KAITING_PYTHON: indiscreetPython(path.join(folder, 'python')) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const code = await new Promise<number | null>((resolve) => { child.on('close', resolve); });
  expect({ code, said: code === 0 ? '' : said.slice(-6000) }).toEqual({ code: 0, said: '' });
  played = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as Played;
}, 900_000);

afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** The Python environment, but the first document that it is to make fails, with a message that names everybody. */
function indiscreetPython(wrapped: string): string {
  const real = process.env['KAITING_PYTHON'] ?? '/usr/bin';
  mkdirSync(wrapped);
  for (const name of readdirSync(real)) {
    const first = name === 'python' ? `case "$*" in *render.py*) if mkdir '${wrapped}/has-failed' 2>/dev/null; then echo 'Cannot print ${personal.join(' ')}' >&2; exit 3; fi;; esac\n` : '';
    writeFileSync(path.join(wrapped, name), `#!/bin/sh\n${first}exec '${path.join(real, name)}' "$@"\n`, { mode: 0o755 });
  }
  return wrapped;
}

test('the case went through every stage, and its archive verifies', () => {
  expect(played.verify).toBe(true);
  expect(played.stages.map(({ stage, exit }) => [stage, exit])).toEqual([
    ['filing', 'accepted'], ['consent', 'online'], ['evidence', 'exchanged'], ['scheduling', 'noticed'],
    ['preparation', 'ready'], ['hearing', 'ended'], ['signing', 'signed'], ['archiving', 'sealed'],
  ]);
  expect(played.stages.map(({ stage }) => stage)).toEqual(stages);
  for (const { enteredAt, endedAt } of played.stages) expect(Date.parse(endedAt)).toBeGreaterThanOrEqual(Date.parse(enteredAt));
  for (const place of [played.archive.mainVolume, played.archive.confidentialVolume, played.archive.disc]) expect(place && existsSync(place)).toBe(true);
});

test('the frozen browser and the suspension are in the continuity ledger, each gap with its cause', () => {
  const causes = new Set(played.gaps.map(({ cause }) => cause));
  expect([...causes].sort()).toEqual(['network-loss', 'suspended']);
  // One person was lost: camera and microphone.
  const lost = played.gaps.filter(({ cause }) => cause === 'network-loss');
  expect(new Set(lost.map(({ personId }) => personId)).size).toBe(1);
  expect(lost.map(({ medium }) => medium).sort()).toEqual(['audio', 'video']);
});

test('Temporal’s database file has nobody’s name, phone or identity number', () => {
  const files = readdirSync(path.join(dataDir, 'temporal')).map((name) => readFileSync(path.join(dataDir, 'temporal', name)));
  // It is this court's database: what may stand in it does.
  expect(files.some((bytes) => bytes.includes(caseWorkflowId(played.caseId)))).toBe(true);
  expect(files.flatMap(found)).toEqual([]);
});

test('nor have the raw histories, though an activity failed with everybody’s name', async () => {
  expect(existsSync(path.join(folder, 'python/has-failed'))).toBe(true);
  // The same court, started again where it was.
  const stack = await startStack({ dataDir });
  try {
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const client = new Client({ connection, namespace: stack.environment['TEMPORAL_NAMESPACE'] ?? 'kaiting' });
    const raw: string[] = [];
    for await (const { workflowId, runId } of client.workflow.list()) raw.push(historyToJSON(await client.workflow.getHandle(workflowId, runId).fetchHistory()));
    await connection.close();
    expect(raw.length).toBeGreaterThanOrEqual(2);
    expect(raw.some((json) => json.includes('lastFailure'))).toBe(true);
    expect(raw.flatMap((json) => [...found(Buffer.from(json)), ...payloadsOf(JSON.parse(json)).flatMap(found)])).toEqual([]);
  } finally {
    await stack.stop();
  }
}, 180_000);

test('decrypted, as the archive keeps them, the histories know ids and legal facts alone', () => {
  const histories = [played.archive.mainVolume, played.archive.confidentialVolume].flatMap((volume) => {
    const place = path.join(volume, 'data/histories');
    return existsSync(place) ? readdirSync(place).map((name) => readFileSync(path.join(place, name), 'utf8')) : [];
  });
  expect(histories).toHaveLength(2);
  // Decrypted they are: the case's id stands in its input.
  expect(histories.some((json) => payloadsOf(JSON.parse(json)).some((bytes) => bytes.includes(played.caseId)))).toBe(true);
  expect(histories.flatMap((json) => payloadsOf(JSON.parse(json)).flatMap(found))).toEqual([]);
});

/** Every payload of a history, decoded; what a failing program said is no payload of ours. */
function payloadsOf(value: unknown): Buffer[] {
  if (Array.isArray(value)) return value.flatMap(payloadsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'lastFailure' || key === 'failure') return [];
    return key === 'data' && typeof member === 'string' ? [Buffer.from(member, 'base64')] : payloadsOf(member);
  });
}
