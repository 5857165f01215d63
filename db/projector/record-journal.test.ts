import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import { liveChannel } from '#domain/messages/live-channel.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';
import { chainHash, JournalGap, recordJournal } from './record-journal.ts';

let court: CourtFixture;
beforeAll(async () => { court = await openCourt(); }, 60_000);
afterAll(() => court?.close());

const entry = (seq: number, caseId: string, note = `n${seq}`): JournalEntry =>
  ({ seq, kind: 'decision', at: '2026-05-11T01:00:00.000Z', caseId, data: { what: 'note', value: note, articles: ['G1'] } });

describe('the journal’s only writer', () => {
  test('appends in order, skips what is there, refuses a gap', async () => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    await recordJournal(court.sql, stream, [entry(1, caseId), entry(2, caseId)]);
    // A retried activity, or a worker that was thought dead: nothing changes, the new one follows.
    await recordJournal(court.sql, stream, [entry(1, caseId), entry(2, caseId), entry(3, caseId)]);
    await recordJournal(court.sql, stream, [entry(2, caseId)]);
    const rows = await court.sql`select seq, data ->> 'value' as value from journal where stream = ${stream} order by seq`;
    expect(rows.map((row) => [row['seq'], row['value']])).toEqual([[1, 'n1'], [2, 'n2'], [3, 'n3']]);
    await expect(recordJournal(court.sql, stream, [entry(5, caseId)])).rejects.toThrow(JournalGap);
    const [head] = await court.sql`select seq from journal_heads where stream = ${stream}`;
    expect(head?.['seq']).toBe(3);
  });

  test('two writers at once leave one chain without gaps', async () => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    const entries = Array.from({ length: 20 }, (_, index) => entry(index + 1, caseId));
    await Promise.all([1, 2, 3, 4].map(() => recordJournal(court.sql, stream, entries)));
    const rows = await court.sql<{ seq: number }[]>`select seq from journal where stream = ${stream} order by seq`;
    expect(rows.map((row) => row.seq)).toEqual(entries.map((one) => one.seq));
  });

  test('every hash follows from the one before; a changed entry breaks the chain', async () => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    await recordJournal(court.sql, stream, [entry(1, caseId), entry(2, caseId), entry(3, caseId)]);
    const chain = async (): Promise<boolean[]> => {
      let previous = FIRST_PREVIOUS_HASH;
      const rows = await court.sql<(Pick<JournalEntry, 'seq' | 'kind' | 'at' | 'data'> & { hash: string })[]>`
        select seq, kind, at, data, hash from journal where stream = ${stream} order by seq`;
      return rows.map(({ hash, ...row }) => {
        const right = chainHash(previous, stream, row) === hash;
        previous = hash;
        return right;
      });
    };
    expect(await chain()).toEqual([true, true, true]);
    await court.sql`update journal set data = jsonb_set(data, '{value}', '"forged"') where stream = ${stream} and seq = 2`;
    expect(await chain()).toEqual([true, false, true]);
  });

  test('another entry under a number that is taken is refused, and changes nothing', async () => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    await recordJournal(court.sql, stream, [entry(1, caseId), entry(2, caseId)]);
    const other = { ...entry(2, caseId), at: '2026-05-12T01:00:00.000Z' } as JournalEntry;
    await expect(recordJournal(court.sql, stream, [other, entry(3, caseId)], 'another run')).rejects.toThrow('no reset of the workflow is on record');
    expect(await court.sql`select 1 from journal where stream = ${stream}`).toHaveLength(2);
  });

  test('a run that was reset on record is told to go on behind the head, once, and only that run', async () => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    const [resetId, by, confirmedBy] = [randomUUID(), randomUUID(), randomUUID()];
    await recordJournal(court.sql, stream, [entry(1, caseId), entry(2, caseId), entry(3, caseId)], 'left');
    await court.sql`insert into workflow_resets (id, stream, case_id, base_run_id, event_id, keep_signals, keep_updates, reason, preview, state, asked_by, decided_by)
      values (${resetId}, ${stream}, ${caseId}, 'left', 9, true, false, '结果有误', '{}', 'confirmed', ${by}, ${confirmedBy})`;
    const again = { ...entry(2, caseId), at: '2026-05-12T01:00:00.000Z' } as JournalEntry;
    const reset = { resetId, baseRunId: 'left', eventId: 9, keepSignals: true, keepUpdates: false, reason: '结果有误', by, confirmedBy };
    expect(await recordJournal(court.sql, stream, [entry(1, caseId), again], 'begun')).toEqual({ head: 3, from: 2, reset });
    // Nothing is written, and asked again it answers the same; the run that was left is told nothing.
    expect(await recordJournal(court.sql, stream, [entry(1, caseId), again], 'begun')).toMatchObject({ head: 3, from: 2 });
    await expect(recordJournal(court.sql, stream, [again], 'left')).rejects.toThrow('no reset');
    // Also a run that has written nothing that stands already: the reset is said before anything else.
    expect(await recordJournal(court.sql, stream, [entry(4, caseId)], 'begun')).toMatchObject({ head: 3, from: 4 });
    const marker = { seq: 4, kind: 'workflow-reset', at: again.at, caseId, data: { ...reset, afterSeq: 1 } } as JournalEntry;
    expect(await recordJournal(court.sql, stream, [marker, { ...again, seq: 5 } as JournalEntry], 'begun')).toBeUndefined();
    expect(await recordJournal(court.sql, stream, [{ ...again, seq: 6 } as JournalEntry], 'begun')).toBeUndefined();
    expect(await court.sql`select 1 from journal where stream = ${stream}`).toHaveLength(6);
  });

  test('a projection that fails leaves nothing of its batch', async () => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    const broken = { seq: 2, kind: 'task-opened', at: '2026-05-11T01:00:00.000Z', caseId, data: { task: { taskId: 'no uuid', kind: 'review-filing', assignee: { role: 'filingClerk' }, facts: {}, articles: [], openedAt: '2026-05-11T01:00:00.000Z' } } } as unknown as JournalEntry;
    // Its own error (not a uuid), not that of the statements behind it, which went out with it.
    await expect(recordJournal(court.sql, stream, [entry(1, caseId), broken, entry(3, caseId)])).rejects.toMatchObject({ code: '22P02' });
    await expect(recordJournal(court.sql, stream, [entry(1, caseId), broken, entry(3, caseId)])).rejects.toMatchObject({ code: '22P02' });
    expect(await court.sql`select 1 from journal where stream = ${stream}`).toHaveLength(0);
  });

  test('tells browsers ids, and nothing else', async () => {
    const heard: string[] = [];
    const { unlisten } = await court.sql.listen(liveChannel, (payload) => heard.push(payload));
    const the = await court.acceptedCase();
    const taskId = await the.openTask('schedule-hearing', { role: 'clerk', personId: court.people.clerk.personId });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const events = heard.map((payload) => JSON.parse(payload)).filter((event) => event.caseId === the.caseId);
    expect(events.at(-1)).toEqual({ type: 'journal', caseId: the.caseId, stream: `case-${the.caseId}`, seq: expect.any(Number), opened: [taskId], closed: [] });
    await unlisten();
  });
});
