import { afterAll, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { clockTimeOf, dayOf } from '#domain/calendar/day.ts';
import { updates } from '#domain/messages/messages.ts';
import { failing, people, TestCourt } from '#workflows/testing/court.ts';
import { about, accepted, channel, closed, exchanged, lawfulDay, minutes, opened, prepared, scheduled, signature, signed } from '#workflows/testing/walk.ts';

let court: TestCourt;
afterAll(async () => { await court?.close(); });

/** One environment a case: a second open workflow would be carried past its timers. */
async function openCourt(): Promise<TestCourt> {
  await court?.close();
  court = await TestCourt.open();
  return court;
}

describe('the straight path (G1 to G10)', () => {
  test('a case goes from filing to a sealed archive, in under 550 events over all its workflows', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await opened(the);
    await closed(the);
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备2026-1' });
    await the.handle.result();
    expect(the.data('stage-ended').map(({ stage, exit }) => `${stage} ${exit}`)).toEqual([
      'filing accepted', 'consent online', 'evidence exchanged', 'scheduling noticed', 'preparation ready', 'hearing ended', 'signing signed', 'archiving sealed',
    ]);
    expect(the.data('case-closed')).toEqual([{ how: 'sealed', articles: ['G10', 'N1'] }]);
    expect(the.openTasks).toEqual([]);
    const histories = await Promise.all([the.stream, the.hearingStream].map((stream) => court.env.client.workflow.getHandle(stream).fetchHistory()));
    const events = histories.map((history) => history.events?.length ?? 0);
    // Of these, 27 because the session tells its case of three phases, by which evidence is taken, shown and examined (G8),
    // and about a dozen for the technician's own test of the courtroom (G5).
    expect(events.reduce((sum, count) => sum + count, 0)).toBeLessThan(550);
    // Numbered without gaps, in both journals.
    for (const stream of [the.stream, the.hearingStream]) expect(court.entries(stream).map((entry) => entry.seq)).toEqual(court.entries(stream).map((_, index) => index + 1));
  }, 120_000);
});

describe('filing (G3)', () => {
  test('rejected with a reason', async () => {
    const the = await (await openCourt()).file();
    await the.answer('review-filing', { decision: 'reject', ground: 'noJurisdiction', reason: '不属于本院管辖' }, people.filingClerk);
    await the.handle.result();
    expect(the.data('case-closed')).toEqual([{ how: 'rejected', reason: '不属于本院管辖', articles: ['G3', 'CPL-122', 'CPL-126'] }]);
  }, 60_000);

  test('corrected, then accepted', async () => {
    const the = await (await openCourt()).file();
    await the.answer('review-filing', { decision: 'correct', corrections: [{ what: 'missing:complaint', why: '缺少签名' }], days: 7 }, people.filingClerk);
    await the.answer('correct-filing', { explanation: '已补充签名', materials: [] }, people.plaintiff);
    await accepted(the);
    await the.task('consent-online');
    expect(the.data('case-accepted')).toHaveLength(1);
  }, 60_000);

  test('lapses when the corrections never come', async () => {
    const the = await (await openCourt()).file();
    await the.answer('review-filing', { decision: 'correct', corrections: [{ what: 'missing:complaint', why: '缺少签名' }], days: 7 }, people.filingClerk);
    await the.task('correct-filing');
    await court.env.sleep('20 days');
    await the.until('closed', () => the.data('case-closed')[0]?.how === 'lapsed');
    await the.handle.result();
    expect(the.data('task-overdue')).toHaveLength(1);
  }, 60_000);
});

describe('consent (G1)', () => {
  test('one refusal moves the case offline, with its reason, and takes the question back from the others', async () => {
    const the = await (await openCourt()).file({ appliesForOnline: false });
    await accepted(the);
    await the.answer('propose-online', { decision: 'propose', explanation: '说明在线审理的方式和后果' });
    await the.task('consent-online', (open) => open.assignee.personId === people.plaintiff);
    await the.answer('consent-online', { decision: 'refuse', reason: '没有合适的设备' }, people.defendant);
    await the.handle.result();
    expect(the.data('case-closed')[0]).toMatchObject({ how: 'offline', reason: '没有合适的设备' });
    expect(the.openTasks).toEqual([]);
  }, 60_000);

  test('a case about a trade secret never asks anybody', async () => {
    const court = await openCourt();
    const the = await court.file({ facts: { caseType: 'civil', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: true, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false } });
    await accepted(the);
    await the.handle.result();
    expect(the.data('case-closed')[0]?.how).toBe('offline');
    expect(the.data('task-opened').map(({ task }) => task.kind)).toEqual(['review-filing']);
  }, 60_000);

  test('the judge does not permit, or does not propose', async () => {
    const refused = await (await openCourt()).file();
    await accepted(refused);
    await refused.answer('consent-online', { decision: 'consent' }, people.defendant);
    await refused.answer('permit-online', { decision: 'refuse', reason: '案情复杂，宜线下审理' });
    await refused.handle.result();
    expect(refused.data('case-closed')[0]).toMatchObject({ how: 'offline', reason: '案情复杂，宜线下审理' });
    const notProposed = await (await openCourt()).file({ appliesForOnline: false });
    await accepted(notProposed);
    await notProposed.answer('propose-online', { decision: 'offline', reason: '不适宜在线' });
    await notProposed.handle.result();
    expect(notProposed.data('stage-ended').at(-1)).toMatchObject({ stage: 'consent', exit: 'offline' });
  }, 60_000);
});

describe('scheduling (G4)', () => {
  test('less than three working days and a holiday are refused by rule; a conflict leaves the task open with its reason', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    const task = await the.task('schedule-hearing');
    const outcome = { decision: 'schedule', kind: 'trial', day: await lawfulDay(the), startTime: '09:30', durationMinutes: 120, courtroomId: 'c1' };
    const tomorrow = dayOf((await court.env.currentTimeMs()) + 24 * 60 * minutes);
    await expect(the.complete(task, { ...outcome, day: tomorrow }, people.clerk)).rejects.toMatchObject({ cause: { type: 'Refused' } });
    await expect(the.complete(task, { ...outcome, day: '2027-01-01' }, people.clerk)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'hearing-not-on-a-working-day' }] } });
    court.faults = { bookHearing: async () => ({ booked: false, refusal: { code: 'double-booking', articles: ['G4'], message: { zh: '已占用', en: 'taken' } } }) };
    await expect(the.complete(task, outcome, people.clerk)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'double-booking' }] } });
    await the.until('the refusal is written down', () => the.data('task-refused').length === 1);
    expect(the.openTasks.map((open) => open.kind)).toEqual(['schedule-hearing']);
    court.faults = {};
    await the.complete(task, outcome, people.clerk);
    await the.until('noticed', () => the.data('notice-issued').length === 2);
  }, 60_000);

  test('the clerk moves the case offline', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await the.answer('schedule-hearing', { decision: 'offline', reason: '当事人要求到庭' });
    await the.handle.result();
    expect(the.data('stage-ended').at(-1)).toMatchObject({ stage: 'scheduling', exit: 'offline' });
  }, 60_000);
});

describe('preparation (G2, G4, G5)', () => {
  test('nobody confirms: the clerk calls; not reached: the judge waives with a reason', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await the.task('test-courtroom');
    await court.env.sleep('3 days');
    await the.complete(await about(the, 'phone-notice', people.plaintiff), { result: 'reached', record: '十点通话，本人接听' }, people.clerk);
    await the.complete(await about(the, 'phone-notice', people.defendant), { result: 'notReached', record: '三次未接' }, people.clerk);
    await the.answer('waive-notice', { decision: 'waive', reason: '已由代理人确认' });
    await the.until('both proven', () => the.data('notice-proven').length === 2);
    expect(the.data('notice-proven').map(({ how }) => how).sort()).toEqual(['phone', 'waived']);
  }, 60_000);

  test('who confirms is not called; the clerk’s answer for a participant proves nothing', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await the.task('test-courtroom');
    await the.complete(await the.task('choose-channel', (open) => open.assignee.personId === people.plaintiff), channel, people.clerk);
    await the.answer('choose-channel', channel, people.defendant);
    await the.until('proven', () => the.data('notice-proven').length > 0);
    expect(the.data('notice-proven').map(({ participantId }) => participantId)).toEqual([the.participantOf(people.defendant)]);
    await the.confirmNotices();
    await court.env.sleep('3 days');
    await the.task('test-courtroom');
    expect(the.data('task-opened').filter(({ task }) => task.kind === 'phone-notice')).toEqual([]);
  }, 60_000);

  test('postponed, everybody told, scheduled again', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await the.answer('test-courtroom', { result: 'postpone', reason: '法庭网络检修' });
    await the.task('schedule-hearing');
    expect(the.data('hearing-cancelled')).toHaveLength(1);
    expect(the.openTasks.map((open) => open.kind)).toEqual(['schedule-hearing']);
    await scheduled(the);
    await prepared(the);
    await the.until('hearing stage', () => the.data('stage-entered').at(-1)?.stage === 'hearing');
    expect(the.data('hearing-scheduled').map(({ hearing }) => hearing.sessionNumber)).toEqual([1, 2]);
  }, 60_000);

  test('an identity that cannot be verified moves the case offline', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    const task = await the.task('verify-identity');
    await the.complete(task, { decision: 'offline', reason: '身份证件无法核实' }, people.clerk);
    await the.handle.result();
    expect(the.data('case-closed')[0]).toMatchObject({ how: 'offline', reason: '身份证件无法核实' });
  }, 60_000);
});

describe('signing (G9)', () => {
  test('an amendment voids the signatures; a refusal is recorded; a second session follows', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await opened(the);
    await closed(the);
    await the.answer('finish-transcript', { finished: true });
    await signature(the, people.plaintiff);
    const { hearing } = the.data('hearing-scheduled')[0] ?? { hearing: { hearingId: '' } };
    const { updates } = await import('#domain/messages/messages.ts');
    await the.handle.executeUpdate(updates.reopenTranscript, { args: [{ hearingId: hearing.hearingId, reason: '更正金额', personId: people.judge, commandId: crypto.randomUUID() }] });
    await the.answer('finish-transcript', { finished: true });
    await signature(the, people.plaintiff);
    const refuser = await the.task('sign-transcript', (open) => open.assignee.personId === people.defendant);
    await the.complete(refuser, { decision: 'refuse', reason: '对记录有异议' }, people.defendant);
    await the.answer('record-refusal-to-sign', { circumstances: '当庭告知后仍拒绝' });
    await signature(the, people.clerk);
    await signature(the, people.judge, { next: 'anotherSession' });
    await the.task('schedule-hearing');
    expect(the.data('transcript-frozen').map(({ version }) => version)).toEqual([1, 2]);
    expect(the.data('signature-refused')[0]).toMatchObject({ by: people.defendant, version: 2 });
    expect(the.data('stage-ended').at(-1)).toMatchObject({ stage: 'signing', exit: 'anotherSession' });
  }, 120_000);

  test('nobody signs in time: the clerk records it', async () => {
    const the = await (await openCourt()).file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await opened(the);
    await closed(the);
    await the.answer('finish-transcript', { finished: true });
    await signature(the, people.plaintiff);
    await the.task('sign-transcript', (open) => open.assignee.personId === people.defendant);
    await court.env.sleep('8 days');
    await the.answer('record-refusal-to-sign', { circumstances: '多次通知未签' });
    await the.task('sign-transcript', (open) => open.assignee.personId === people.clerk);
    expect(the.data('signature-refused')[0]?.why).toContain('逾期未签名');
  }, 120_000);
});

describe('people and commands', () => {
  test('of two who complete a task one wins; a repeated command gets the identical answer', async () => {
    const the = await (await openCourt()).file();
    const task = await the.task('review-filing');
    const command = crypto.randomUUID();
    const first = await the.complete(task, { decision: 'accept' }, people.filingClerk, command);
    expect(await the.complete(task, { decision: 'accept' }, people.filingClerk, command)).toEqual(first);
    await expect(the.complete(task, { decision: 'reject', ground: 'noJurisdiction', reason: '不予受理' }, people.judge)).rejects.toMatchObject({ cause: { type: 'AlreadyDone', details: [{ by: people.filingClerk }] } });
    await expect(the.complete({ ...task, taskId: crypto.randomUUID() }, { decision: 'accept' }, people.judge)).rejects.toMatchObject({ cause: { type: 'NotFound' } });
  }, 60_000);

  test('an outcome that the schema does not know is invalid; somebody else’s task is refused; a wrong Signal is only journalled', async () => {
    const the = await (await openCourt()).file();
    const review = await the.task('review-filing');
    await expect(the.complete(review, { decision: 'accept', extra: 1 }, people.filingClerk)).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    await accepted(the);
    const consent = await the.task('consent-online');
    await expect(the.complete(consent, { decision: 'consent' }, people.plaintiff)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'task-not-yours' }] } });
    await the.handle.signal('answerTask', { taskId: consent.taskId, outcome: { decision: 'consent' }, personId: people.plaintiff, commandId: 'x' });
    await the.until('refused signal', () => the.data('signal-refused').length === 1);
    await the.handle.signal('answerTask', { taskId: consent.taskId, outcome: { decision: 'consent' }, personId: people.defendant, commandId: 'y' });
    await the.task('permit-online');
    expect(the.data('task-completed').at(-1)).toMatchObject({ via: 'signal', by: people.defendant });
  }, 60_000);
});

describe('steps that fail', () => {
  test('a failing step parks; operations retry it with corrected input; the case goes on', async () => {
    const the = await (await openCourt()).file();
    court.faults = { acceptFiling: failing('the register is away') };
    await accepted(the);
    const repair = await the.task('repair-step');
    expect(repair.facts).toMatchObject({ step: 'acceptFiling', error: 'the register is away', input: { caseId: the.filing.caseId } });
    court.faults = {};
    await the.complete(repair, { action: 'retryWith', input: { caseId: the.filing.caseId, year: 2026 }, reason: '年份更正' }, people.operations);
    await the.task('consent-online');
  }, 60_000);

  test('what is away is waited for, and nobody is asked; only when it stays away somebody is', async () => {
    const the = await (await openCourt()).file();
    let asked = 0;
    court.faults = { acceptFiling: async () => { asked += 1; throw ApplicationFailure.create({ type: 'Unavailable', message: 'connect ECONNREFUSED' }); } };
    await accepted(the);
    await court.env.sleep('3 minutes');
    expect(asked).toBeGreaterThan(4);
    expect(the.openTasks.map((task) => task.kind)).toEqual([]);
    await court.env.sleep('15 minutes');
    const repair = await the.task('repair-step');
    expect(repair.facts).toMatchObject({ step: 'acceptFiling', error: 'connect ECONNREFUSED', errorType: 'Unavailable' });
    court.faults = {};
    await the.complete(repair, { action: 'retry' }, people.operations);
    await the.task('consent-online');
  }, 60_000);

  test('failed for good: the case goes offline with the reason, it does not die', async () => {
    const the = await (await openCourt()).file();
    court.faults = { acceptFiling: failing('no numbers left') };
    await accepted(the);
    await the.endStep('fail', '编号系统停用');
    await the.handle.result();
    expect(the.data('case-closed')[0]).toMatchObject({ how: 'offline' });
  }, 60_000);

  test('a notice of acceptance that cannot be made holds nobody up, only the end of the case', async () => {
    const the = await (await openCourt()).file();
    court.faults = { issueAcceptance: failing('the printer is away') };
    await accepted(the);
    const repair = await the.task('repair-step');
    expect(repair.facts).toMatchObject({ step: 'issueAcceptance', error: 'the printer is away' });
    await the.task('consent-online');
    court.faults = {};
    await the.complete(repair, { action: 'retry' }, people.operations);
    expect(await the.until('the notice of acceptance', () => the.data('acceptance-issued').length > 0 && the.data('acceptance-issued'))).toMatchObject([{ participantId: the.filing.participants[0]?.participantId }]);
  }, 60_000);

  test('a case that ends waits for the notice that it still owes', async () => {
    const the = await (await openCourt()).file();
    court.faults = { issueAcceptance: failing('the printer is away') };
    await accepted(the);
    const repair = await the.task('repair-step');
    const consent = await the.task('consent-online');
    await the.complete(consent, { decision: 'refuse', reason: '要求线下审理' }, people.defendant);
    await the.until('the last stage is over', () => the.data('stage-ended').at(-1)?.stage === 'consent');
    expect(the.data('case-closed')).toEqual([]);
    expect(the.openTasks).toMatchObject([{ kind: 'repair-step' }]);
    // Meanwhile nobody is asked into a case that is over: nobody would wait for the answer.
    const commandId = crypto.randomUUID();
    const participant = { participantId: crypto.randomUUID(), personId: crypto.randomUUID(), role: 'witness' };
    const invitation = the.handle.executeUpdate(updates.changePeople, { args: [{ what: 'invitation', participant, reason: '知道交货经过', personId: people.clerk, commandId }], updateId: commandId });
    await expect(invitation).rejects.toMatchObject({ cause: { details: [{ code: 'case-closed' }] } });
    court.faults = {};
    await the.complete(repair, { action: 'retry' }, people.operations);
    await the.until('closed', () => the.data('case-closed').length > 0);
    expect(the.data('acceptance-issued')).toHaveLength(1);
    expect(the.openTasks).toEqual([]);
  }, 60_000);

  test('skipped notices leave them to be proven by phone', async () => {
    const the = await (await openCourt()).file();
    court.faults = { issueNotices: failing('SMS platform is away') };
    await exchanged(the);
    await scheduled(the);
    await the.endStep('skip', '改为电话通知');
    await the.task('test-courtroom');
    expect(the.data('notice-issued')).toEqual([]);
    await court.env.sleep('3 days');
    await the.task('phone-notice');
  }, 60_000);
});

describe('a long case', () => {
  test('continues as new at a stage’s end, and still knows what was answered', async () => {
    const the = await (await openCourt()).file({}, { continueAfterEvents: 20 });
    const command = crypto.randomUUID();
    const task = await the.task('review-filing');
    const answer = await the.complete(task, { decision: 'accept' }, people.filingClerk, command);
    await the.answer('consent-online', { decision: 'consent' }, people.defendant);
    await the.answer('permit-online', { decision: 'permit' });
    await the.task('submit-evidence');
    const description = await the.handle.describe();
    expect(description.raw.workflowExtendedInfo).toBeDefined();
    const { events } = await the.handle.fetchHistory();
    expect(events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId).toBeTruthy();
    expect(await the.complete(task, { decision: 'accept' }, people.filingClerk, command)).toEqual(answer);
    await expect(the.complete(task, { decision: 'accept' }, people.judge)).rejects.toMatchObject({ cause: { type: 'AlreadyDone' } });
    expect(clockTimeOf(Date.now())).toMatch(/^\d\d:\d\d$/);
    expect(court.entries(the.stream).map((entry) => entry.seq)).toEqual(court.entries(the.stream).map((_, index) => index + 1));
  }, 60_000);
});
