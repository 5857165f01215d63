import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { courtTaskQueue, recordingExtractWorkflowId, recordingsRequestWorkflowId } from '#domain/case/ids.ts';
import type { RecordingExtractInput, RecordingsRequestInput } from '#domain/messages/recordings.ts';
import { signals } from '#domain/messages/messages.ts';
import type { TellOfRecording } from '#activities/court-activities.ts';
import type { MarkRecording } from '#activities/media-activities.ts';
import { failing, people, TestCase, TestCourt } from '#workflows/testing/court.ts';

let court: TestCourt | undefined;
afterAll(async () => { await court?.close(); });

const days = 24 * 3_600_000;
let told: TellOfRecording[];
let marked: MarkRecording[];

/** An application of the plaintiff for a recording of a case that is closed already. */
async function applied(how: 'view' | 'copy' = 'view'): Promise<TestCase> {
  await court?.close();
  court = await TestCourt.open();
  [told, marked] = [[], []];
  court.faults = {
    tellOfRecording: async (input) => { told.push(input); },
    markRecording: async (input) => { marked.push(input); return { fileId: randomUUID(), sha256: '1'.repeat(64) }; },
  };
  const [caseId, requestId] = [randomUUID(), randomUUID()];
  const participants = [{ participantId: randomUUID(), personId: people.plaintiff, role: 'plaintiff' as const }];
  const input: RecordingsRequestInput = {
    requestId, caseId, hearingId: randomUUID(), recordingId: randomUUID(), mediaHost: 'media-1', participantId: participants[0]!.participantId, personId: people.plaintiff,
    how, reason: '核对笔录中第三页的陈述', judge: people.judge, clockOffsetMs: 0,
  };
  const handle = await court.env.client.workflow.start('recordingsRequest', { workflowId: recordingsRequestWorkflowId(requestId), taskQueue: courtTaskQueue, args: [input] });
  return new TestCase(court, { caseId, filedBy: people.plaintiff, participants, materials: [], appliesForOnline: true, facts: {} as never }, handle);
}

const grant = { decision: 'grant', how: 'view', days: 7, reason: '核对笔录确有需要' } as const;

describe('a party applies for a recording (G10)', () => {
  test('granted: marked with the name, told by SMS, and over when its days are', async () => {
    const the = await applied();
    const task = await the.task('decide-recordings-request');
    expect(task).toMatchObject({ assignee: { role: 'judge', personId: people.judge }, facts: { applied: 'view', why: '核对笔录中第三页的陈述' } });
    await the.complete(task, grant, people.judge);
    const ready = await the.until('ready', () => the.data('recordings-ready')[0]);
    expect(the.data('recordings-requested')[0]?.articles).toEqual(['G10', 'REC-10']);
    expect(the.data('recordings-decided')).toMatchObject([{ decision: 'grant', how: 'view', days: 7, by: people.judge, why: '核对笔录确有需要', articles: ['G10', 'REC-10'] }]);
    expect(marked).toMatchObject([{ personId: people.plaintiff, how: 'view', days: 7 }]);
    const made = the.entries.find((entry) => entry.kind === 'recordings-ready')!;
    expect(Date.parse(ready.until) - Date.parse(made.at)).toBe(7 * days);
    await the.until('told', () => told.length === 1);
    expect(told).toMatchObject([{ what: 'ready', until: ready.until }]);
    await court!.env.sleep(6.9 * days);
    expect(the.data('recordings-access-ended')).toEqual([]);
    await court!.env.sleep(0.2 * days);
    await the.handle.result();
    expect(the.data('recordings-access-ended')).toMatchObject([{ how: 'expired' }]);
  }, 60_000);

  test('the judge of the case changes: the one who follows decides, and the one who left no longer', async () => {
    const the = await applied();
    const task = await the.task('decide-recordings-request');
    await the.handle.signal(signals.peopleChanged, { what: 'bench', bench: { presidingJudge: people.substitute, clerk: people.clerk }, from: people.judge, to: people.substitute });
    await the.until('handed over', () => the.data('task-reassigned').length === 1);
    expect(the.data('task-reassigned')).toEqual([{ taskId: task.taskId, kind: 'decide-recordings-request', to: people.substitute }]);
    await expect(the.complete(task, grant, people.judge)).rejects.toMatchObject({ cause: { details: [{ code: 'task-not-yours' }] } });
    await the.complete(task, grant, people.substitute);
    await the.until('ready', () => the.data('recordings-ready')[0]);
  }, 60_000);

  test('applied for a copy, and only viewing is granted', async () => {
    const the = await applied('copy');
    await the.answer('decide-recordings-request', grant);
    await the.until('ready', () => the.data('recordings-ready')[0]);
    expect(the.data('recordings-requested')[0]).toMatchObject({ how: 'copy', articles: ['G10', 'REC-11'] });
    expect(marked).toMatchObject([{ how: 'view' }]);
  }, 60_000);

  test('refused with reasons: told, nothing is made', async () => {
    const the = await applied();
    await the.answer('decide-recordings-request', { decision: 'refuse', reason: '申请理由与本案无关' });
    await the.handle.result();
    expect(the.data('recordings-decided')).toMatchObject([{ decision: 'refuse', why: '申请理由与本案无关' }]);
    expect(told).toMatchObject([{ what: 'refused' }]);
    expect(marked).toEqual([]);
    expect(the.data('recordings-ready')).toEqual([]);
  }, 60_000);

  test('the judge alone decides; no more than the law’s form and thirty days', async () => {
    const the = await applied();
    const task = await the.task('decide-recordings-request');
    await expect(the.complete(task, grant, people.plaintiff)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'task-not-yours' }] } });
    await expect(the.complete(task, { ...grant, days: 31 }, people.judge)).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    await expect(the.complete(task, { ...grant, reason: '' }, people.judge)).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    expect(the.openTasks).toHaveLength(1);
  }, 60_000);

  test('undecided it is overdue after five working days, and waits', async () => {
    const the = await applied();
    await the.task('decide-recordings-request');
    await court!.env.sleep(15 * days);
    await the.until('overdue', () => the.data('task-overdue').length === 1);
    await the.answer('decide-recordings-request', { decision: 'refuse', reason: '申请理由与本案无关' });
    await the.handle.result();
  }, 60_000);

  test('the copy cannot be made: operations repair it, or end it with the reason', async () => {
    const the = await applied();
    court!.faults.markRecording = failing('no font');
    await the.answer('decide-recordings-request', grant);
    const repair = await the.task('repair-step');
    expect(repair.facts).toMatchObject({ step: 'markRecording', error: 'no font' });
    await the.endStep('fail', '录像文件损坏');
    await the.handle.result();
    expect(the.data('recordings-access-ended')).toMatchObject([{ how: 'not-made' }]);
    expect(the.data('recordings-ready')).toEqual([]);
  }, 60_000);

  test('the court’s clock moved ahead ends the access too', async () => {
    const the = await applied();
    await the.answer('decide-recordings-request', grant);
    await the.until('told', () => told.length === 1);
    await the.handle.signal(signals.moveClock, { offsetMs: 8 * days, by: people.judge });
    await the.handle.result();
    expect(the.data('recordings-access-ended')).toMatchObject([{ how: 'expired' }]);
  }, 60_000);
});

describe('an extract as evidence of a breach (G6 (3))', () => {
  async function extracted(faults: TestCourt['faults'] = {}): Promise<TestCase> {
    await court?.close();
    court = await TestCourt.open();
    court.faults = faults;
    const [caseId, extractId] = [randomUUID(), randomUUID()];
    const input: RecordingExtractInput = {
      extractId, caseId, hearingId: randomUUID(), recordingId: randomUUID(), mediaHost: 'media-1', fromMs: 61_000, toMs: 95_000, reason: '被告侮辱证人', by: people.judge, clockOffsetMs: 0,
    };
    const handle = await court.env.client.workflow.start('recordingExtract', { workflowId: recordingExtractWorkflowId(extractId), taskQueue: courtTaskQueue, args: [input] });
    return new TestCase(court, { caseId, filedBy: people.plaintiff, participants: [], materials: [], appliesForOnline: true, facts: {} as never }, handle);
  }

  test('is made and on record with its hash, stretch, reason and article', async () => {
    const the = await extracted();
    await the.handle.result();
    expect(the.data('recording-extracted')).toMatchObject([{ fromMs: 61_000, toMs: 95_000, why: '被告侮辱证人', by: people.judge, sha256: '2'.repeat(64), articles: ['G6(3)', 'REC-13'] }]);
  }, 60_000);

  test('one that is taken when the archive is sealed is filed in a supplement behind it; while it is being sealed, that is waited for (G10)', async () => {
    const asked: string[] = [];
    const the = await extracted({ supplementArchive: async ({ extractId }) => {
      asked.push(extractId);
      return asked.length === 1 ? { state: 'being-archived' } : { state: 'supplemented', archiveId: 'a', supplementId: extractId, tagManifestSha256: '7'.repeat(64) };
    } });
    await the.handle.result();
    expect(asked).toHaveLength(2);
    expect(the.data('archive-supplemented')).toEqual([{ extractId: asked[0], archiveId: 'a', supplementId: asked[0], tagManifestSha256: '7'.repeat(64), articles: ['G6(3)', 'G10'] }]);
  }, 60_000);

  test('the supplement cannot be made: the extract stands, and that it is not in the archive is on record', async () => {
    const the = await extracted({ supplementArchive: failing('the archive is away') });
    await the.endStep('skip', '另行装订');
    await the.handle.result();
    expect(the.data('recording-extracted')).toHaveLength(1);
    expect(the.data('archive-supplemented')).toEqual([]);
    expect(the.data('decision')).toMatchObject([{ what: 'archive-not-supplemented', articles: ['G6(3)', 'G10'] }]);
  }, 60_000);

  test('cannot be made: that is on record too', async () => {
    const the = await extracted({ extractRecording: failing('the file is damaged') });
    await the.endStep('skip', '改为现场调取原始文件');
    await the.handle.result();
    expect(the.data('recording-extracted')).toEqual([]);
    expect(the.data('decision')).toMatchObject([{ what: 'recording-extract-not-made', articles: ['G6(3)'] }]);
  }, 60_000);
});
