import { afterAll, describe, expect, test } from '@jest/globals';
import { failing, people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { closed, exchanged, opened, prepared, scheduled, signed } from '#workflows/testing/walk.ts';

let court: TestCourt;
afterAll(async () => { await court?.close(); });

async function sitting(): Promise<TestCase> {
  await court?.close();
  court = await TestCourt.open();
  const the = await court.file();
  await exchanged(the);
  await scheduled(the);
  await prepared(the);
  await opened(the);
  return the;
}

const phase = (the: TestCase): string | undefined => the.data('hearing-phase').at(-1)?.to;
const verified = { cause: 'network', findings: '当事人说明为小区断网' } as const;

describe('moves (G6, G7)', () => {
  test('a move that the phase does not leave open, or that is not yours, shows its rule; nobody else moves anything', async () => {
    const the = await sitting();
    await expect(the.move('close', 'judge')).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'agenda-not-finished' }] } });
    await expect(the.move('begin-debate', 'judge')).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'move-not-open' }] } });
    await expect(the.move('adjourn', 'clerk')).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'not-yours-to-make' }] } });
    await expect(court.env.client.workflow.getHandle(the.hearingStream).executeUpdate('movePhase', {
      args: [{ move: 'recess', as: 'judge', personId: people.plaintiff, commandId: crypto.randomUUID() }],
    })).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    expect(phase(the)).toBe('opening');
  }, 60_000);

  test('a recess leads back to where the court was; leaving in it is no interruption', async () => {
    const the = await sitting();
    await the.move('begin-evidence', 'clerk');
    await the.move('recess', 'judge');
    await the.presence('away', [people.defendant], 'closed-page');
    await the.until('away', () => the.data('presence-changed').at(-1)?.state === 'away');
    expect(the.data('interruption-opened')).toEqual([]);
    await expect(the.move('end-recess', 'judge')).rejects.toMatchObject({ cause: { details: [{ code: 'participant-absent' }] } });
    await the.presence('present', [people.defendant]);
    await the.until('back', () => the.data('presence-changed').at(-1)?.state === 'present');
    await the.move('end-recess', 'judge');
    await the.until('back in evidence', () => phase(the) === 'evidence');
  }, 60_000);

  test('a withdrawal ends the session wherever its agenda is, with its reason on record; the transcript is signed all the same (CPL-148)', async () => {
    const the = await sitting();
    await the.move('begin-evidence', 'judge');
    await expect(the.move('close-withdrawn', 'judge')).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'reason-missing' }] } });
    await the.move('close-withdrawn', 'judge', '原告申请撤诉，准许');
    expect(await the.until('the stage ends', () => the.data('stage-ended').find(({ stage }) => stage === 'hearing'))).toMatchObject({ exit: 'withdrawn' });
    expect(the.data('hearing-phase').at(-1)).toMatchObject({ move: 'close-withdrawn', to: 'closed', reason: '原告申请撤诉，准许', articles: ['CPL-148', 'G7', 'REC-3'] });
    expect(the.data('hearing-ended')).toMatchObject([{ ending: 'withdrawn' }]);
    await signed(the);
    await the.task('complete-archive');
  }, 60_000);

  test('in a pause nothing of the bench goes out; afterwards it does again, however the pause began and ended (G13)', async () => {
    const the = await sitting();
    const stopped: boolean[] = [];
    court.faults = { setBenchMedia: async (input: { stopped: boolean }) => { stopped.push(input.stopped); } };
    await the.presence('away', [people.defendant], 'network-loss');
    await the.answer('suspend-or-continue', { decision: 'suspend' });
    await the.answer('verify-cause', verified);
    await the.presence('present', [people.defendant]);
    await court.env.sleep('35s');
    await the.answer('resume-hearing', { resume: true });
    await the.until('both said', () => stopped.length === 2);
    await the.move('recess', 'judge');
    await the.move('end-recess', 'judge');
    await the.until('said again', () => stopped.length === 4);
    expect(stopped).toEqual([true, false, true, false]);
    court.faults = {};
  }, 60_000);

  test('the recording does not start: the discipline is not read until operations repaired it', async () => {
    await court?.close();
    court = await TestCourt.open();
    const the = await court.file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    court.faults = { startRecording: failing('the disk is full') };
    const opening = opened(the);
    const repair = await the.until('parked', () => the.openTasks.find((task) => task.kind === 'repair-step'));
    expect(repair.facts).toMatchObject({ step: 'startRecording', error: 'the disk is full' });
    court.faults = {};
    await the.complete(repair, { action: 'retry' }, people.operations);
    await opening;
    await the.until('opened', () => phase(the) === 'opening');
  }, 60_000);
});

describe('a required participant is lost (G6, G12)', () => {
  test('back before the judge decides: the question is taken back', async () => {
    const the = await sitting();
    await the.presence('away', [people.defendant], 'network-loss');
    await the.task('suspend-or-continue');
    await the.presence('present', [people.defendant]);
    await the.until('ended', () => the.data('interruption-ended')[0]?.how === 'returned');
    await the.until('taken back', () => the.openTasks.length === 0);
    expect(phase(the)).toBe('opening');
  }, 60_000);

  test('the judge waits: the court stays where it is until the person is back, and no more is asked', async () => {
    const the = await sitting();
    await the.presence('away', [people.defendant], 'network-loss');
    await the.answer('suspend-or-continue', { decision: 'wait' });
    expect(phase(the)).toBe('opening');
    await the.presence('present', [people.defendant]);
    await the.until('ended', () => the.data('interruption-ended')[0]?.how === 'returned');
    expect({ open: the.openTasks, phase: phase(the) }).toEqual({ open: [], phase: 'opening' });
  }, 60_000);

  test('the judge adjourns at once, with the reason on record; the transcript is signed all the same', async () => {
    const the = await sitting();
    await the.presence('away', [people.defendant], 'network-loss');
    await the.answer('suspend-or-continue', { decision: 'adjourn', reason: '当事人所在地停电' });
    await the.until('adjourned', () => the.data('hearing-ended')[0]?.ending === 'adjourned');
    expect(the.data('hearing-phase').at(-1)).toMatchObject({ move: 'adjourn', by: people.judge, reason: '当事人所在地停电' });
    await the.task('finish-transcript');
    await the.until('nothing of the interruption is open', () => the.openTasks.every(({ kind }) => kind === 'finish-transcript'));
  }, 60_000);

  test('suspended, cause verified, stable again, resumed; not before all three', async () => {
    const the = await sitting();
    await the.move('begin-evidence', 'judge');
    const benchMedia: boolean[] = [];
    court.faults = { setBenchMedia: async ({ stopped }) => { benchMedia.push(stopped); } };
    await the.presence('away', [people.defendant], 'network-loss');
    await the.answer('suspend-or-continue', { decision: 'suspend' });
    await the.until('suspended', () => phase(the) === 'suspended');
    await expect(the.move('resume', 'judge')).rejects.toMatchObject({ cause: { details: [{ code: 'cause-not-verified' }] } });
    await the.answer('verify-cause', verified);
    await expect(the.move('resume', 'judge')).rejects.toMatchObject({ cause: { details: [{ code: 'network-not-stable' }] } });
    await the.presence('present', [people.defendant]);
    // Lost again within the policy's time: the count begins anew.
    await court.env.sleep('20s');
    await the.presence('away', [people.defendant], 'network-loss');
    await the.presence('present', [people.defendant]);
    await court.env.sleep('20s');
    expect(the.openTasks.filter((task) => task.kind === 'resume-hearing')).toEqual([]);
    await court.env.sleep('15s');
    await the.answer('resume-hearing', { resume: true });
    await the.until('resumed', () => phase(the) === 'evidence');
    await the.until('ended', () => the.data('interruption-ended')[0]?.how === 'resumed');
    // G13: the bench's media stand still in the pause, and come back after it.
    await the.until('the bench is seen again', () => benchMedia.length === 2);
    expect(benchMedia).toEqual([true, false]);
    expect(the.data('decision').at(-1)).toMatchObject({ what: 'cause-of-interruption', articles: ['G6', 'G12'] });
    await the.until('nothing open', () => the.openTasks.length === 0);
  }, 60_000);

  test('it takes too long: the judge is asked again and again, and adjourns; another session follows after signing', async () => {
    const the = await sitting();
    await the.presence('away', [people.plaintiff], 'deliberate-leave');
    await the.answer('suspend-or-continue', { decision: 'suspend' });
    await the.task('verify-cause');
    await court.env.sleep('21m');
    await the.answer('adjourn-hearing', { decision: 'wait' });
    await court.env.sleep('21m');
    await the.answer('adjourn-hearing', { decision: 'adjourn', reason: '原告未返回' });
    await the.until('adjourned', () => the.data('hearing-ended')[0]?.ending === 'adjourned');
    await signed(the);
    await the.task('schedule-hearing');
    expect(the.data('stage-ended').map(({ stage, exit }) => `${stage} ${exit}`).slice(-2)).toEqual(['hearing adjourned', 'signing anotherSession']);
  }, 60_000);

  const left = { cause: 'leftWithoutReason', findings: '经电话联系，拒绝返回' } as const;
  const afterWarning = { prompted: true, warned: true, counterclaim: false, reason: '经提示、警告仍不返回' } as const;

  test('a defendant who left without reason: the judge rules after prompt and warning, and the court goes on (G6(1), CPL-147)', async () => {
    const the = await sitting();
    await the.move('begin-evidence', 'judge');
    await the.presence('away', [people.defendant], 'deliberate-leave');
    await the.answer('suspend-or-continue', { decision: 'suspend' });
    await the.answer('verify-cause', left);
    const task = await the.task('rule-on-departure');
    await expect(the.complete(task, { ...afterWarning, ruling: 'judgment-in-absence', warned: false }, people.judge)).rejects.toMatchObject({ cause: { details: [{ code: 'ruling-not-open', data: { missing: ['warning'] } }] } });
    await expect(the.complete(task, { ...afterWarning, ruling: 'treat-as-withdrawn' }, people.judge)).rejects.toMatchObject({ cause: { details: [{ code: 'ruling-not-open', data: { missing: [] } }] } });
    await the.complete(task, { ...afterWarning, ruling: 'judgment-in-absence' }, people.judge);
    expect(await the.until('ruled', () => the.data('decision').find(({ what }) => what === 'departure-ruled'))).toMatchObject({ what: 'departure-ruled', value: { ruling: 'judgment-in-absence', participantId: the.participantOf(people.defendant) }, articles: ['G6(1)', 'ONL-25', 'CPL-147'] });
    await court.env.sleep('31s');
    await the.answer('resume-hearing', { resume: true });
    await the.until('resumed', () => phase(the) === 'evidence');
    await the.move('begin-debate', 'judge');
  }, 60_000);

  test('a plaintiff who left without reason: treated as a withdrawal, the session ends; the transcript is signed all the same (CPL-146)', async () => {
    const the = await sitting();
    await the.presence('away', [people.plaintiff], 'deliberate-leave');
    await the.answer('suspend-or-continue', { decision: 'suspend' });
    await the.answer('verify-cause', left);
    await the.answer('rule-on-departure', { ...afterWarning, ruling: 'treat-as-withdrawn' });
    await the.until('ended', () => the.data('hearing-ended')[0]?.ending === 'withdrawn');
    expect(the.data('hearing-phase').at(-1)).toMatchObject({ move: 'close-withdrawn', to: 'closed', reason: '经提示、警告仍不返回' });
    await the.task('finish-transcript');
    await the.until('nothing of the interruption is open', () => the.openTasks.every(({ kind }) => kind === 'finish-transcript'));
  }, 60_000);

  test('adjourned at once', async () => {
    const the = await sitting();
    await the.presence('away', [people.plaintiff], 'device');
    await the.answer('suspend-or-continue', { decision: 'adjourn', reason: '设备损毁，短时不能恢复' });
    await the.until('adjourned', () => the.data('hearing-ended')[0]?.ending === 'adjourned');
    await the.until('interruption ended', () => the.data('interruption-ended')[0]?.how === 'adjourned');
  }, 60_000);

  test('wait, then back', async () => {
    const the = await sitting();
    await the.presence('away', [people.plaintiff], 'network-loss');
    await the.answer('suspend-or-continue', { decision: 'wait' });
    await the.presence('present', [people.plaintiff]);
    await the.until('returned', () => the.data('interruption-ended')[0]?.how === 'returned');
    await closed(the);
    await the.until('ended', () => the.data('hearing-ended')[0]?.ending === 'ended');
  }, 60_000);
});

describe('the presiding judge is lost (G12)', () => {
  test('the hearing suspends by itself, and resumes when the judge is back and says so', async () => {
    const the = await sitting();
    await the.presence('away', [people.judge], 'network-loss');
    await the.until('suspended', () => phase(the) === 'suspended');
    expect(the.data('hearing-phase').at(-1)).toMatchObject({ by: 'system', move: 'suspend' });
    expect(the.data('interruption-opened')[0]?.suspendedBySystem).toBe(true);
    await the.presence('present', [people.judge]);
    await the.answer('verify-cause', verified);
    await court.env.sleep('31s');
    await the.move('resume', 'judge');
    await the.until('resumed', () => the.data('interruption-ended')[0]?.how === 'resumed');
    await the.until('nothing open', () => the.openTasks.length === 0);
  }, 60_000);
});

describe('two losses', () => {
  test('the judge is lost while another interruption waits for the judge: the hearing suspends by itself', async () => {
    const the = await sitting();
    await the.presence('away', [people.defendant], 'network-loss');
    await the.task('suspend-or-continue');
    await the.presence('away', [people.judge], 'network-loss');
    await the.until('suspended', () => phase(the) === 'suspended');
    await the.task('verify-cause');
    expect(the.data('interruption-opened')).toHaveLength(1);
    expect(the.openTasks.map((task) => task.kind)).toEqual(['verify-cause']);
  }, 60_000);
});

describe('the recording (REC)', () => {
  test('a gap that no cause explains is explained in writing before the archive', async () => {
    const the = await sitting();
    const gap = { opaqueId: `seat-${people.defendant}`, medium: 'video' as const, from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:00:05.000Z' };
    court.faults = { composeRecording: async () => ({ recordingId: crypto.randomUUID(), fileId: crypto.randomUUID(), sha256: '0'.repeat(64), durationMs: 1, gaps: 0, unexplained: [gap] }) };
    await closed(the);
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备1' });
    await the.answer('explain-gap', { explanation: '磁盘短时写入失败' }, people.technician);
    await the.handle.result();
    expect(the.data('case-closed')[0]?.how).toBe('sealed');
  }, 60_000);
});
