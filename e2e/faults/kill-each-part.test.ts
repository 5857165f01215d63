/**
 * M4: every part is killed once with SIGKILL, each at a different stage of one running case. The case ends; no task is
 * lost or done twice, no SMS is sent twice, the journals have no hole, and the archive verifies.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { startStack, type Stack, type StackPart } from '#infra/stack.ts';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { until } from '#e2e/court/person.ts';
import { accept, comeToCourt, exchangeEvidence, file, prepare, sign, write, type Walk } from '#e2e/court/story.ts';
import { takeSeat, type Seat } from '#e2e/court/seat.ts';
import { connectSql, type Sql } from '#db/connect.ts';
import { chainHash } from '#db/projector/record-journal.ts';
import { FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { again, complete, insist } from './insist.ts';

let stack: Stack;
let sql: Sql;
const dataDir = mkdtempSync(path.join(tmpdir(), 'kaiting-faults-'));

beforeAll(async () => {
  stack = await startStack({ dataDir, ports: { api: 0 } });
  sql = connectSql(stack.databaseUrl, 2);
}, 300_000);
afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await stack?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

/** Kills the part and acts at once, while it is away; the part comes back by supervision. */
async function killing<T>(part: StackPart, act: () => Promise<T>): Promise<T> {
  const pid = stack.pids()[part];
  stack.kill(part, 'SIGKILL');
  const done = await act();
  await until(`${part} runs again`, async () => stack.pids()[part] !== undefined && stack.pids()[part] !== pid, 120_000);
  return done;
}

test('every part is killed once, and the case goes from filing to a sealed archive', async () => {
  const people = await comeToCourt(stack.baseUrl);
  const walk = await accept(people, await file(people));
  const { caseId, clerk, judge } = walk;
  const other = walk.defendant;

  // Consent, while the worker is dead.
  await killing('worker', () => complete(other, caseId, 'consent-online', { decision: 'consent' }));
  // The judge's permission, while the API is dead.
  await killing('api', () => complete(judge, caseId, 'permit-online', { decision: 'permit' }));
  // Evidence, after PostgreSQL was killed: what was sent while it was away was not answered, so it is sent again.
  await killing('postgres', () => again('the case is readable', () => clerk.case(caseId)));
  await exchangeEvidence(walk);
  // Scheduling, while Temporal is dead: the command is kept and sent again under its own id.
  await clerk.awaitTask(caseId, 'schedule-hearing');
  const { slots } = await clerk.get<{ slots: { day: string; startTime: string; courtroomId: string }[] }>(`/api/cases/${caseId}/slots`);
  await killing('temporal', () => complete(clerk, caseId, 'schedule-hearing', { decision: 'schedule', kind: 'trial', durationMinutes: 90, ...slots[0] }));
  const hearing = await again('the hearing stands', () => until('the hearing', async () => (await clerk.case(caseId)).hearings.at(-1)));
  // Preparation, while the media host is dead.
  await killing('media-host', () => prepare(walk, hearing.hearingId));
  // The hearing, and Janus killed in its middle.
  await holdWithJanusKilled(walk, hearing.hearingId, hearing.startsAt);
  await sign(walk, hearing.hearingId);
  await complete(clerk, caseId, 'complete-archive', { checked: true, registrationNumber: '录备2026-002' });
  await explainGaps(walk);
  const ended = await until('sealed', async () => {
    await explainGaps(walk);
    const detail = await walk.manager.case(caseId);
    return detail.closed && detail.archive ? detail : undefined;
  }, 240_000);
  expect(ended.closed?.how).toBe('sealed');

  await nothingLostOrDoubled(caseId);
  const verified = spawnSync(process.execPath, ['infra/kaiting.mjs', 'verify', path.dirname(ended.archive?.mainVolume ?? ''), '--certificate', stack.environment['KAITING_SEAL_CERTIFICATE'] ?? ''], {
    cwd: repositoryFolder, encoding: 'utf8', env: { ...process.env, ...stack.environment },
  });
  expect({ status: verified.status, said: verified.status === 0 ? '' : verified.stdout + verified.stderr }).toEqual({ status: 0, said: '' });
}, 900_000);

async function holdWithJanusKilled(walk: Walk, hearingId: string, startsAt: string): Promise<void> {
  const { caseId, clerk, judge } = walk;
  await until('the hearing’s stage', async () => (await clerk.case(caseId)).standing.stage === 'hearing');
  const { clock } = await clerk.get<{ clock: { now: string } }>('/api/court');
  await clerk.post('/api/demonstration/clock', { forwardMinutes: Math.ceil((Date.parse(startsAt) - Date.parse(clock.now)) / 60_000) - 5 });
  const look = (): Promise<HearingDetail> => clerk.get<HearingDetail>(`/api/hearings/${hearingId}`);
  await until('the room is open', async () => (await look()).state === 'open' && (await look()).seats.length === 4);
  const everybody = [judge, clerk, walk.plaintiff, walk.defendant];
  const seated = async (): Promise<Seat[]> => {
    const seats = await Promise.all(everybody.map((person) => again(`${person.who} takes the seat`, () => takeSeat(person, hearingId))));
    await until('everybody is present', async () => (await look()).seats.every((seat) => seat.presence === 'present'));
    return seats;
  };
  await seated();
  const move = (who: typeof clerk, name: string) => insist(who, `/api/hearings/${hearingId}/phase`, { hearingId, move: name });
  await move(clerk, 'read-discipline');
  const { disciplineVersion } = await clerk.get<{ disciplineVersion: string }>('/api/court');
  for (const party of [walk.plaintiff, walk.defendant]) await complete(party, caseId, 'acknowledge-discipline', { acknowledged: true, version: disciplineVersion });
  await until('acknowledged', async () => (await look()).seats.filter((seat) => seat.participantId !== null).every((seat) => seat.acknowledged));
  await move(judge, 'open');
  await write(clerk, hearingId, 1, '审判长', '现在开庭。');
  await move(clerk, 'begin-evidence');

  const seats = await killing('janus', async () => {
    await until('the loss is noticed', async () => (await look()).seats.some((seat) => seat.presence === 'away'), 120_000);
    return seated();
  });
  await goOn(walk, hearingId);
  for (const step of ['begin-debate', 'begin-final-statements']) await move(clerk, step);
  await move(judge, 'close');
  for (const seat of seats) await seat.leave();
}

/** What the judge is asked after a loss, until the court sits again (G12). */
async function goOn({ caseId, clerk, judge }: Walk, hearingId: string): Promise<void> {
  await until('the court sits again', async () => {
    const { interruption, phase } = await clerk.get<HearingDetail>(`/api/hearings/${hearingId}`);
    if (interruption === null && phase === 'evidence') return true;
    for (const task of await judge.tasks(caseId)) {
      const answers: Record<string, unknown> = {
        'suspend-or-continue': { decision: 'suspend' }, 'verify-cause': { cause: 'device', findings: '法庭媒体服务器重启' }, 'resume-hearing': { resume: true },
      };
      const outcome = answers[task.kind];
      if (outcome) await insist(judge, `/api/tasks/${task.taskId}/completion`, { taskId: task.taskId, outcome }).catch(() => undefined);
    }
    return undefined;
  }, 180_000);
}

async function explainGaps({ caseId, baseUrl }: Walk): Promise<void> {
  const { Person } = await import('#e2e/court/person.ts');
  const technician = await Person.staff(baseUrl, 'technician');
  const { rows } = await technician.get<{ rows: { taskId: string; caseId: string }[] }>('/api/tasks?view=roles&kind=explain-gap&limit=100');
  for (const gap of rows.filter((task) => task.caseId === caseId)) {
    await insist(technician, `/api/tasks/${gap.taskId}/completion`, { taskId: gap.taskId, outcome: { explanation: '参与人未发送音视频。' } }).catch(() => undefined);
  }
}

async function nothingLostOrDoubled(caseId: string): Promise<void> {
  // The journals: no hole, and each hash follows from the one before.
  const rows = await sql<(Pick<JournalEntry, 'seq' | 'kind' | 'at' | 'data'> & { stream: string; hash: string })[]>`
    select stream, seq, kind, at, data, hash from journal where case_id = ${caseId} order by stream, seq`;
  for (const stream of new Set(rows.map((row) => row.stream))) {
    let previous = FIRST_PREVIOUS_HASH;
    rows.filter((row) => row.stream === stream).forEach(({ hash, stream: _, ...entry }, index) => {
      expect(entry.seq).toBe(index + 1);
      expect(hash).toBe(chainHash(previous, stream, entry));
      previous = hash;
    });
  }
  // Tasks: each opened once and ended once, and none is left.
  const open = await sql`select kind from tasks where case_id = ${caseId} and state = 'open'`;
  expect(open).toEqual([]);
  const ended = await sql<{ task: string; times: number }[]>`
    select data ->> 'taskId' as task, count(*)::int as times from journal where case_id = ${caseId} and kind in ('task-completed', 'task-withdrawn') group by 1`;
  expect(ended.filter((task) => task.times !== 1)).toEqual([]);
  const completed = await sql<{ kind: string; times: number }[]>`
    select data ->> 'kind' as kind, count(*)::int as times from journal where case_id = ${caseId} and kind = 'task-completed' group by 1`;
  const times = Object.fromEntries(completed.map((row) => [row.kind, row.times]));
  expect(times).toMatchObject({ 'review-filing': 1, 'permit-online': 1, 'schedule-hearing': 1, 'submit-evidence': 2, 'sign-transcript': 4, 'complete-archive': 1 });
  // SMS: one notice a participant, and no effect whose end is not known.
  const notices = await sql`select 1 from sms_outbox where case_id = ${caseId} and key like 'notice/%'`;
  expect(notices).toHaveLength(2);
  expect(await sql`select key, state from effects where state <> 'done'`).toEqual([]);
  // Commands: all answered.
  expect(await sql`select operation from commands where state = 'pending'`).toEqual([]);
}
