/** Recordings over a real database: who sees what, what is started, and when an access ends. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAccess } from '#api/operations/access.ts';
import { applyForRecording } from '#api/operations/recordings/apply.ts';
import { extractRecording } from '#api/operations/recordings/extract.ts';
import { getRecording, myRecordings } from '#api/operations/recordings/read.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import { openStreams } from '#db/queries/supervision.ts';
import { recordingsRequestWorkflowId } from '#domain/case/ids.ts';
import type { EntryData, EntryKind, JournalEntry } from '#domain/journal/entries.ts';

let court: OperationsCourt;
let the: CaseFixture;
let hearingId: string;
let fileId: string;
beforeAll(async () => { court = await openOperationsCourt(); }, 60_000);
afterAll(() => court.close());

const begun = Date.parse('2026-05-20T01:30:00.000Z');
const at = (seconds: number) => new Date(begun + seconds * 1_000).toISOString();

beforeEach(async () => {
  the = await court.acceptedCase();
  hearingId = await the.scheduleHearing();
  for (const [to, seconds] of [['opening', 0], ['evidence', 60], ['closed', 600]] as const) {
    await the.note('hearing-phase', { hearingId, from: 'x', to, move: 'open', by: court.people.judge.personId, articles: ['G7'] }, { hearingId, at: at(seconds) });
  }
  await the.note('hearing-ended', { hearingId, ending: 'ended' }, { hearingId, at: at(600) });
  court.sent.splice(0);
});

async function recorded(): Promise<void> {
  fileId = randomUUID();
  const gap = { personId: court.people.defendant.personId, kind: 'video', from: begun + 100_000, to: begun + 130_000, cause: 'network-loss', evidence: [] };
  const timeline = { from: at(0), to: at(600), pauses: [{ cause: 'recess', from: at(300), to: at(330) }] };
  const ledger = { span: { from: begun, to: begun + 600_000 }, tracks: [], gaps: [gap, { ...gap, kind: 'audio' }], toExplain: [] };
  await court.sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id) values (${fileId}, ${'a'.repeat(64)}, 10, 'video/mp4', 'recording.mp4', 'recording', ${the.caseId})`;
  await court.sql`insert into recordings (id, hearing_id, case_id, file_id, sha256, duration_ms, timeline, ledger) values (${randomUUID()}, ${hearingId}, ${the.caseId}, ${fileId}, ${'a'.repeat(64)}, 600000, ${court.sql.json(timeline)}, ${court.sql.json(ledger)})`;
  await court.sql`insert into rooms (hearing_id, case_id, room_id, pin, secret, media_host, state, recording_folder) values (${hearingId}, ${the.caseId}, ${hearingId}, '', '', 'media-1', 'closed', '')`;
}

/** What the application's own workflow writes. */
async function tell(requestId: string, ...entries: { [K in EntryKind]: [K, EntryData[K]] }[EntryKind][]): Promise<void> {
  const [head] = await court.sql<{ seq: number }[]>`select seq from journal_heads where stream = ${recordingsRequestWorkflowId(requestId)}`;
  await recordJournal(court.sql, recordingsRequestWorkflowId(requestId), entries.map(([kind, data], index) => ({ seq: (head?.seq ?? 0) + index + 1, kind, at: at(700), caseId: the.caseId, data }) as JournalEntry));
}

describe('the judge’s page', () => {
  test('shows the recording by its time line: phases, pauses and each gap once', async () => {
    await recorded();
    const page = await getRecording(court.as('judge'), hearingId);
    expect(page.recording).toMatchObject({ fileId, durationMs: 600_000 });
    expect(page.marks.map(({ kind, fromMs, toMs, title, who }) => [kind, fromMs, toMs, title.zh, kind === 'gap' ? who : null])).toEqual([
      ['phase', 0, null, expect.any(String), null], ['phase', 60_000, null, expect.any(String), null], ['gap', 100_000, 130_000, '网络中断', '李四'],
      ['pause', 300_000, 330_000, '休庭', null], ['phase', 600_000, null, expect.any(String), null],
    ]);
    expect(page.may.extract).toBe(true);
  });

  test('is the bench’s and the supervisors’: a party is refused, a stranger finds nothing', async () => {
    await recorded();
    expect((await getRecording(court.as('manager'), hearingId)).may.extract).toBe(false);
    expect((await errorOf(getRecording(court.as('plaintiff'), hearingId))).code).toBe('REFUSED');
    expect((await errorOf(getRecording(court.as('clerk'), hearingId))).code).toBe('REFUSED');
    expect((await errorOf(getRecording(court.as('stranger'), hearingId))).code).toBe('NOT_FOUND');
  });

  test('before it is composed there is nothing to see or to cut', async () => {
    expect(await getRecording(court.as('judge'), hearingId)).toMatchObject({ recording: null, marks: [], may: { extract: false } });
    expect((await errorOf(extractRecording(court.as('judge'), { hearingId, fromMs: 0, toMs: 1, reason: '违反纪律' }))).code).toBe('NOT_FOUND');
  });

  test('an extract starts a workflow; one beyond the recording is refused, and nobody else takes one', async () => {
    await recorded();
    await extractRecording(court.as('judge'), { hearingId, fromMs: 100_000, toMs: 130_000, reason: '被告侮辱证人' });
    expect(court.sent).toMatchObject([{ kind: 'start', workflowType: 'recordingExtract', args: [{ hearingId, caseId: the.caseId, fromMs: 100_000, toMs: 130_000, mediaHost: 'media-1', by: court.people.judge.personId }] }]);
    expect((await errorOf(extractRecording(court.as('judge'), { hearingId, fromMs: 0, toMs: 600_001, reason: '违反纪律' }))).data).toMatchObject({ code: 'not-within-the-recording', articles: ['G6(3)', 'REC-13'] });
    expect((await errorOf(extractRecording(court.as('clerk'), { hearingId, fromMs: 0, toMs: 1, reason: '违反纪律' }))).code).toBe('REFUSED');
  });
});

describe('a party', () => {
  const reason = '核对笔录';
  test('applies once for what is recorded; the judge of the case is asked', async () => {
    expect((await errorOf(applyForRecording(court.as('plaintiff'), { hearingId, how: 'view', reason }))).data).toMatchObject({ code: 'no-recording', articles: ['G10', 'REC-10'] });
    await recorded();
    const answer = await applyForRecording(court.as('plaintiff'), { hearingId, how: 'view', reason });
    const { requestId } = answer.result as { requestId: string };
    expect(court.sent).toMatchObject([{ kind: 'start', workflowType: 'recordingsRequest', workflowId: recordingsRequestWorkflowId(requestId), args: [{ requestId, judge: court.people.judge.personId, participantId: the.participants.plaintiff, how: 'view' }] }]);
    await tell(requestId, ['recordings-requested', { requestId, hearingId, participantId: the.participants.plaintiff, how: 'view', why: reason, by: court.people.plaintiff.personId, articles: ['G10'] }]);
    expect((await errorOf(applyForRecording(court.as('plaintiff'), { hearingId, how: 'view', reason }))).data).toMatchObject({ code: 'asked-already' });
    await applyForRecording(court.as('defendant'), { hearingId, how: 'view', reason });
    expect((await errorOf(applyForRecording(court.as('stranger'), { hearingId, how: 'view', reason }))).code).toBe('NOT_FOUND');
    expect((await errorOf(applyForRecording(court.as('judge'), { hearingId, how: 'view', reason }))).code).toBe('REFUSED');
    expect((await openStreams(court.sql)).recordingsRequests).toContain(requestId);
  });

  test('sees their own applications alone, and the file as long as the access lasts by the court’s clock', async () => {
    await recorded();
    const [requestId, marked] = [randomUUID(), randomUUID()];
    const about = { requestId, hearingId, participantId: the.participants.plaintiff };
    const access = createAccess({ sql: court.sql, db: court.as('plaintiff').db });
    await court.sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id, made_for) values (${marked}, ${'b'.repeat(64)}, 10, 'video/mp4', 'x.mp4', 'recording-access', ${the.caseId}, ${court.people.plaintiff.personId})`;
    const file = { id: marked, purpose: 'recording-access', caseId: the.caseId, uploadedBy: null };
    const reads = (who: 'plaintiff' | 'defendant' | 'judge' | 'clerk') => access.mayReadFile(court.as(who).user, file);
    await tell(requestId, ['recordings-requested', { ...about, how: 'view', why: reason, by: court.people.plaintiff.personId, articles: ['G10'] }]);
    await tell(requestId, ['recordings-decided', { ...about, decision: 'grant', how: 'view', days: 7, why: '有需要', by: court.people.judge.personId, articles: ['G10'] }]);
    expect(await reads('plaintiff')).toBe(false);
    await tell(requestId, ['recordings-ready', { ...about, fileId: marked, sha256: 'b'.repeat(64), until: new Date(Date.now() + 3_600_000).toISOString(), articles: ['G10'] }]);
    expect(await Promise.all((['plaintiff', 'defendant', 'judge', 'clerk'] as const).map(reads))).toEqual([true, false, true, false]);
    expect((await myRecordings(court.as('plaintiff'), the.caseId)).requests).toMatchObject([{ requestId, state: 'ready', fileId: marked, decisionReason: '有需要' }]);
    expect((await myRecordings(court.as('defendant'), the.caseId)).requests).toEqual([]);
    // The court's clock is ahead: over, whether or not the workflow has said so.
    await court.sql`insert into court_clock (id, offset_ms, moved_at) values (1, 7200000, now())`;
    expect(await reads('plaintiff')).toBe(false);
    await court.sql`delete from court_clock`;
    expect(await reads('plaintiff')).toBe(true);
    await tell(requestId, ['recordings-access-ended', { ...about, how: 'expired' }]);
    expect(await reads('plaintiff')).toBe(false);
    expect((await myRecordings(court.as('plaintiff'), the.caseId)).requests).toMatchObject([{ state: 'expired', fileId: null }]);
    expect((await getRecording(court.as('judge'), hearingId)).requests).toMatchObject([{ requestId, name: '张三', state: 'expired', taskId: null }]);
  });
});
