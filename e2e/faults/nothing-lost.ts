/** What a case must have come to, whatever died on its way: read from PostgreSQL, from Temporal and from the SMS platform. */
import { expect } from '@jest/globals';
import type { Client } from '@temporalio/client';
import type { Sql } from '#db/connect.ts';
import { chainHash } from '#db/projector/record-journal.ts';
import { FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { until } from '#e2e/court/person.ts';
import type { Sms } from './sms-platform.ts';

type ChainedEntry = Pick<JournalEntry, 'seq' | 'kind' | 'at' | 'data'> & { stream: string; hash: string };

/** The journals: no hole, and each hash follows from the one before. */
export async function journalsAreWhole(sql: Sql, caseId: string): Promise<void> {
  const rows = await sql<ChainedEntry[]>`select stream, seq, kind, at, data, hash from journal where case_id = ${caseId} order by stream, seq`;
  const streams = new Set(rows.map((row) => row.stream));
  expect([...streams].map((stream) => stream.split('-')[0]).sort()).toEqual(['case', 'hearing']);
  for (const stream of streams) {
    let previous = FIRST_PREVIOUS_HASH;
    rows.filter((row) => row.stream === stream).forEach(({ hash, stream: _, ...entry }, index) => {
      expect(entry.seq).toBe(index + 1);
      expect(hash).toBe(chainHash(previous, stream, entry));
      previous = hash;
    });
  }
}

/** Each task was opened once and ended once, and each thing that people did was done once. */
export async function tasksAreDoneOnce(sql: Sql, caseId: string): Promise<void> {
  expect(await sql`select kind from tasks where case_id = ${caseId} and state = 'open'`).toEqual([]);
  const opened = await sql<{ task: string; times: number }[]>`
    select data -> 'task' ->> 'taskId' as task, count(*)::int as times from journal where case_id = ${caseId} and kind = 'task-opened' group by 1`;
  const ended = await sql<{ task: string; times: number }[]>`
    select data ->> 'taskId' as task, count(*)::int as times from journal where case_id = ${caseId} and kind in ('task-completed', 'task-withdrawn') group by 1`;
  const once = (rows: { task: string; times: number }[]) => rows.map(({ task, times }) => `${task} ${times}`).sort();
  expect(opened.length).toBeGreaterThan(20);
  expect(once(ended)).toEqual(opened.map(({ task }) => `${task} 1`).sort());
  expect(once(opened)).toEqual(once(ended));
  const completed = await sql<{ kind: string; times: number }[]>`
    select data ->> 'kind' as kind, count(*)::int as times from journal where case_id = ${caseId} and kind = 'task-completed' group by 1`;
  expect(Object.fromEntries(completed.map((row) => [row.kind, row.times]))).toMatchObject({
    'review-filing': 1, 'consent-online': 1, 'permit-online': 1, 'submit-evidence': 2, 'confirm-evidence': 2, 'schedule-hearing': 1,
    'choose-channel': 2, 'verify-identity': 2, 'test-courtroom': 1, 'test-courtroom-technology': 1, 'acknowledge-discipline': 2, 'finish-transcript': 1, 'sign-transcript': 4, 'complete-archive': 1,
  });
  // What died came back soon enough: nobody of operations had to repair a step.
  expect(completed.filter((row) => row.kind === 'repair-step')).toEqual([]);
  expect(await sql`select operation from commands where state = 'pending'`).toEqual([]);
}

/** No message went out twice, none is missing, and of none it is unknown. */
export async function messagesWentOutOnce(sql: Sql, sent: readonly Sms[]): Promise<void> {
  const keys = sent.map(({ key }) => key);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  const kinds = keys.map((key) => key.split('/')[0]);
  expect(kinds.filter((kind) => kind === 'notice')).toHaveLength(2);
  expect(kinds.filter((kind) => kind === 'acceptance')).toHaveLength(1);
  expect(await sql`select key, state from effects where state <> 'done'`).toEqual([]);
}

/** Every workflow has ended in order: none is wedged, none was left behind. */
export async function workflowsHaveEnded(temporal: Client): Promise<void> {
  const seen = async () => {
    const found = [];
    for await (const { workflowId, status } of temporal.workflow.list()) found.push(`${workflowId.split('-')[0]} ${status.name}`);
    return found.sort();
  };
  await until('every workflow has ended', async () => (await seen()).every((one) => !one.endsWith('RUNNING')));
  expect(await seen()).toEqual(['case COMPLETED', 'hearing COMPLETED']);
}
