/** What can happen to a case at any time: in every stage it ends whole, with its record, and nothing is left open. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { daysBetween } from '#domain/calendar/day.ts';
import type { Happening } from '#domain/case/happenings.ts';
import type { Stage } from '#domain/case/stages.ts';
import { updates, type Journalled } from '#domain/messages/messages.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted, agreed, closed, exchanged, opened, prepared, scheduled, signature, signed } from '#workflows/testing/walk.ts';

let court: TestCourt;
beforeAll(async () => { court = await TestCourt.open(); }, 120_000);
afterAll(() => court.close());

const tell = (the: TestCase, happening: Happening, personId: string, commandId = randomUUID()) =>
  the.handle.executeUpdate<Journalled, [unknown]>(updates.tellCase, { args: [{ happening, personId, commandId }], updateId: commandId });
const refusalOf = async (telling: Promise<unknown>) => telling.then(() => undefined, (error: unknown) => {
  if (!(error instanceof WorkflowUpdateFailedError)) throw error;
  return (error.cause as unknown as { details: { code: string; articles: string[] }[] }).details[0];
});
const entered = (the: TestCase): Stage[] => the.data('stage-entered').map(({ stage }) => stage);
const at = (the: TestCase, stage: Stage) => the.until(`stage ${stage}`, () => entered(the).at(-1) === stage);
const over = async (the: TestCase) => { await the.handle.result(); expect(the.openTasks).toEqual([]); return the.data('case-closed')[0]; };

const secret: Happening = { what: 'factRecorded', fact: 'tradeSecret', holds: true, reason: '合同含有技术秘密' };
const withdrawal: Happening = { what: 'withdrawalApplied', reason: '已经清偿' };
const death = (the: TestCase): Happening => ({ what: 'groundReported', ground: 'partyDied', participantId: the.participantOf(people.defendant), reason: '被告去世', documents: [] });

const stretches: [Stage, (the: TestCase) => Promise<void>][] = [
  ['consent', accepted],
  ['evidence', agreed],
  ['scheduling', exchanged],
  ['preparation', async (the) => { await exchanged(the); await scheduled(the); await the.until('preparing', () => entered(the).at(-1) === 'preparation'); }],
  ['hearing', async (the) => { await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices(); }],
];

describe('G1: a fact that excludes is decided on at once', () => {
  test.each(stretches)('in %s, before a session was opened: offline, and nothing is left', async (stage, walk) => {
    const the = await court.file();
    await walk(the);
    await at(the, stage);
    await tell(the, secret, people.judge);
    expect(await over(the)).toMatchObject({ how: 'offline', articles: ['G1', 'CPL-137'] });
    const booked = the.data('hearing-scheduled').map(({ hearing }) => hearing.hearingId);
    expect(the.data('hearing-cancelled').map(({ hearingId }) => hearingId)).toEqual(booked);
    expect(entered(the).at(-1)).toBe(stage);
  });

  test('a running session closes; it is recorded, signed and archived, and the case goes offline', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await opened(the);
    await the.move('begin-evidence', 'judge');
    await tell(the, secret, people.clerk);
    await at(the, 'signing');
    expect(the.data('hearing-phase').at(-1)).toMatchObject({ move: 'adjourn', by: 'system' });
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备1' });
    expect(await over(the)).toMatchObject({ how: 'offline' });
    expect(the.data('archive-sealed')).toHaveLength(1);
    expect(the.data('recording-composed')).toHaveLength(1);
    expect(the.data('hearing-cancelled')).toEqual([]);
  });

  test('told while the transcript is signed, what was held stands', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await opened(the); await closed(the);
    await the.task('finish-transcript');
    await tell(the, secret, people.judge);
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备1' });
    expect(await over(the)).toMatchObject({ how: 'sealed' });
  });

  test('a fact that does not exclude changes nothing', async () => {
    const the = await court.file();
    await agreed(the);
    await at(the, 'evidence');
    await tell(the, { ...secret, holds: false } as Happening, people.judge);
    await the.until('decided', () => the.data('facts-changed').length === 1);
    expect(the.data('decision').at(-1)).toMatchObject({ what: 'scope', value: { online: true } });
    expect(entered(the).at(-1)).toBe('evidence');
  });

  test('a party claims it, the judge decides', async () => {
    const the = await court.file();
    await agreed(the);
    await tell(the, { what: 'factClaimed', fact: 'tradeSecret', reason: '配方', documents: [] }, people.defendant);
    expect((await refusalOf(tell(the, { what: 'factClaimed', fact: 'tradeSecret', reason: '配方', documents: [] }, people.defendant)))?.code).toBe('not-decided-yet');
    await the.answer('decide-fact', { decision: 'reject', reason: '不属于商业秘密' });
    await tell(the, { what: 'factClaimed', fact: 'tradeSecret', reason: '客户名单', documents: [] }, people.defendant);
    await the.answer('decide-fact', { decision: 'accept', reason: '属实' });
    expect(await over(the)).toMatchObject({ how: 'offline' });
  });
});

describe('G1: consent is withdrawable until the hearing opens', () => {
  test('before: offline with the reason; a repeated command gets the same answer', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await at(the, 'hearing');
    const commandId = randomUUID();
    const first = await tell(the, { what: 'consentWithdrawn', reason: '家中没有网络' }, people.defendant, commandId);
    expect(first.stream).toBe(the.stream);
    expect(await over(the)).toMatchObject({ how: 'offline', articles: ['G1', 'ONL-5'], reason: expect.stringContaining('家中没有网络') });
    expect(the.data('hearing-room')).toEqual([]);
  });

  test('afterwards it is refused under the article', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await opened(the);
    expect(await refusalOf(tell(the, { what: 'consentWithdrawn', reason: '反悔' }, people.defendant))).toMatchObject({ code: 'session-opened', articles: ['G1', 'ONL-5'] });
  });
});

describe('CPL-148: withdrawal of the action', () => {
  test('before acceptance the filer takes it back', async () => {
    const the = await court.file();
    await the.task('review-filing');
    await tell(the, withdrawal, people.plaintiff);
    expect(await over(the)).toMatchObject({ how: 'withdrawn', articles: ['CPL-13', 'G3'] });
  });

  test.each(stretches)('in %s: the judge permits it, the ruling goes out, the case is closed', async (stage, walk) => {
    const the = await court.file();
    await walk(the);
    await at(the, stage);
    await tell(the, withdrawal, people.plaintiff);
    await the.answer('rule-on-withdrawal', { decision: 'permit', reason: '不违反法律规定' });
    expect(await over(the)).toMatchObject({ how: 'withdrawn', articles: ['CPL-148'] });
    expect(the.data('ruling-issued')).toMatchObject([{ ruling: 'withdrawalPermitted' }]);
  });

  test('refused, the case goes on; only the plaintiff applies', async () => {
    const the = await court.file();
    await agreed(the);
    expect((await refusalOf(tell(the, withdrawal, people.defendant)))?.code).toBe('not-your-part');
    await tell(the, withdrawal, people.plaintiff);
    await the.answer('rule-on-withdrawal', { decision: 'refuse', reason: '损害他人利益' });
    await the.until('ruling', () => the.data('ruling-issued').length === 1);
    expect(entered(the).at(-1)).toBe('evidence');
  });

  test('in a running session it closes as withdrawn, is signed and archived', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await opened(the);
    await tell(the, withdrawal, people.plaintiff);
    await the.answer('rule-on-withdrawal', { decision: 'permit', reason: '不违反法律规定' });
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备1' });
    expect(await over(the)).toMatchObject({ how: 'withdrawn' });
    expect(the.data('hearing-ended')).toMatchObject([{ ending: 'withdrawn' }]);
    expect(the.data('archive-sealed')).toHaveLength(1);
  });
});

describe('CPL-53, CPL-100: settlement', () => {
  const settled = (wish: 'withdrawal' | 'mediationAgreement'): Happening => ({ what: 'settled', terms: '被告十日内给付八万元', wish });

  test('confirmed, made a mediation agreement, signed for by all: closed', async () => {
    const the = await court.file();
    await agreed(the);
    await tell(the, settled('mediationAgreement'), people.plaintiff);
    await the.answer('confirm-settlement', { decision: 'confirm' }, people.defendant);
    await the.answer('rule-on-settlement', { decision: 'mediationAgreement', terms: '被告于十日内给付八万元。' });
    for (const person of [people.plaintiff, people.defendant]) await the.answer('receive-mediation-agreement', { decision: 'received' }, person);
    expect(await over(the)).toMatchObject({ how: 'settled', articles: ['CPL-53', 'CPL-100', 'MED-2'] });
    expect(the.data('ruling-issued')).toMatchObject([{ ruling: 'mediationAgreement' }]);
  });

  test('permitted as a withdrawal: closed as settled', async () => {
    const the = await court.file();
    await agreed(the);
    await tell(the, settled('withdrawal'), people.defendant);
    await the.answer('confirm-settlement', { decision: 'confirm' }, people.plaintiff);
    await the.answer('rule-on-settlement', { decision: 'withdrawal', reason: '自愿合法' });
    expect(await over(the)).toMatchObject({ how: 'settled', articles: ['CPL-53', 'CPL-148'] });
  });

  test('not confirmed, not found lawful, or gone back on: the case goes on', async () => {
    const the = await court.file();
    await agreed(the);
    await tell(the, settled('withdrawal'), people.plaintiff);
    await the.answer('confirm-settlement', { decision: 'reject', reason: '没有和解' }, people.defendant);
    await the.until('decided', () => the.data('happening-decided').length === 1);
    await tell(the, settled('mediationAgreement'), people.plaintiff);
    await the.answer('confirm-settlement', { decision: 'confirm' }, people.defendant);
    await the.answer('rule-on-settlement', { decision: 'refuse', reason: '损害第三人利益' });
    await tell(the, settled('mediationAgreement'), people.plaintiff);
    await the.answer('confirm-settlement', { decision: 'confirm' }, people.defendant);
    await the.answer('rule-on-settlement', { decision: 'mediationAgreement', terms: '被告于十日内给付八万元。' });
    await the.answer('receive-mediation-agreement', { decision: 'received' }, people.plaintiff);
    await the.answer('receive-mediation-agreement', { decision: 'refused', reason: '反悔' }, people.defendant);
    await the.until('decided', () => the.data('happening-decided').at(-1)?.decision === 'notReceived');
    expect(the.data('happening-decided').map(({ decision }) => decision)).toEqual(['notConfirmed', 'refuse', 'mediationAgreement', 'notReceived']);
    expect(entered(the).at(-1)).toBe('evidence');
  });
});

describe('CPL-153, CPL-154: suspension and termination', () => {
  async function suspend(the: TestCase): Promise<void> {
    await tell(the, death(the), people.plaintiff);
    await the.answer('rule-on-suspension', { decision: 'suspend', reason: '等待继承人表明是否参加诉讼' });
    await the.until('suspended', () => the.data('case-suspended').length === 1);
  }

  test.each([
    ['consent', 'consent', accepted], ['evidence', 'evidence', agreed], ['scheduling', 'scheduling', exchanged],
    ['preparation', 'scheduling', stretches[3]?.[1]], ['hearing', 'scheduling', stretches[4]?.[1]],
  ] as [Stage, Stage, (the: TestCase) => Promise<void>][])('in %s: nothing is asked, no period runs; resumed with %s, with fresh periods', async (stage, again, walk) => {
    const the = await court.file();
    await walk(the);
    await at(the, stage);
    await suspend(the);
    expect(the.openTasks.map(({ kind }) => kind)).toEqual(['resume-case']);
    expect(the.data('hearing-cancelled')).toHaveLength(the.data('hearing-scheduled').length);
    if (stage === 'evidence') {
      const commandId = randomUUID();
      const asked = the.handle.executeUpdate(updates.actOnEvidence, { args: [{ personId: people.plaintiff, commandId, act: { what: 'askGuidance', about: '如何上传证据', callBack: 'phone' } }], updateId: commandId });
      expect(await refusalOf(asked)).toMatchObject({ code: 'case-suspended', articles: ['CPL-153'] });
    }
    const overdue = the.data('task-overdue').length;
    await court.env.sleep('12 days');
    expect(the.data('task-overdue')).toHaveLength(overdue);
    await the.answer('resume-case', { decision: 'resume', reason: '继承人参加诉讼' });
    await the.until('resumed', () => the.data('case-resumed').length === 1);
    await the.until('again', () => entered(the).at(-1) === again && the.data('stage-entered').length > 2);
    const [task] = await the.until('a task', () => (the.openTasks.length > 0 ? the.openTasks : undefined));
    if (task?.dueAt !== undefined) expect(Date.parse(task.dueAt)).toBeGreaterThan(await court.env.currentTimeMs());
    if (stage !== 'evidence') return;
    // Nothing of the time for evidence was lost: what is asked now is due when it ends.
    const [before, after] = the.data('evidence-period');
    expect(daysBetween(before!.period.lastDay, after!.period.lastDay)).toBeGreaterThanOrEqual(12);
    expect(after).toMatchObject({ by: 'system', articles: ['CPL-153', 'CPL-157', 'CPL-68', 'CPL-85'] });
    expect(the.data('evidence-period')).toHaveLength(2);
  });

  test('a running session is adjourned and recorded; after the resumption its transcript is signed, then another is scheduled', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await opened(the);
    await suspend(the);
    expect(the.data('hearing-ended')).toMatchObject([{ ending: 'adjourned' }]);
    await the.answer('resume-case', { decision: 'resume', reason: '继承人参加诉讼' });
    await signed(the);
    await at(the, 'scheduling');
  });

  test('signatures to a version that is not completed are void; it is signed anew', async () => {
    const the = await court.file();
    await exchanged(the); await scheduled(the); await prepared(the); await the.confirmNotices();
    await opened(the); await closed(the);
    await the.answer('finish-transcript', { finished: true });
    await signature(the, people.plaintiff);
    await suspend(the);
    expect(the.data('transcript-reopened')).toHaveLength(1);
    expect(the.openTasks.map(({ kind }) => kind)).toEqual(['resume-case']);
    await the.answer('resume-case', { decision: 'resume', reason: '继承人参加诉讼' });
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备1' });
    expect(await over(the)).toMatchObject({ how: 'sealed' });
  });

  test('a successor takes the party’s place', async () => {
    const the = await court.file();
    await agreed(the);
    await suspend(the);
    const successor = { participantId: randomUUID(), personId: randomUUID() };
    const name = (out: string, personId: string) => the.handle.executeUpdate(updates.nameSuccessor, { args: [{ out, successor, personId, commandId: randomUUID() }] });
    expect(await name(the.participantOf(people.defendant) ?? '', people.plaintiff).catch((error: WorkflowUpdateFailedError) => (error.cause as { type?: string }).type)).toBe('NotFound');
    await name(the.participantOf(people.defendant) ?? '', people.clerk);
    await the.answer('resume-case', { decision: 'resume', reason: '继承人参加诉讼' });
    const task = await the.task('submit-evidence', (open) => open.assignee.personId === successor.personId);
    expect(task.assignee.participantId).toBe(successor.participantId);
    expect(the.openTasks.some(({ assignee }) => assignee.personId === people.defendant)).toBe(false);
  });

  test('terminated where the law says so, and only there', async () => {
    const the = await court.file();
    await agreed(the);
    await tell(the, death(the), people.clerk);
    expect((await refusalOf(the.answer('rule-on-suspension', { decision: 'terminate', ground: 'plaintiffDiedNoHeir', reason: '无继承人' })))?.code).toBe('no-ground-for-termination');
    await the.answer('rule-on-suspension', { decision: 'terminate', ground: 'defendantDiedNoEstate', reason: '没有遗产' });
    expect(await over(the)).toMatchObject({ how: 'terminated', articles: ['CPL-154', 'CPL-157'] });
  });

  test('terminated, or withdrawn, out of the suspension', async () => {
    const first = await court.file();
    await agreed(first);
    await suspend(first);
    await first.answer('resume-case', { decision: 'terminate', ground: 'defendantDiedNoEstate', reason: '没有遗产' });
    expect(await over(first)).toMatchObject({ how: 'terminated' });
    const second = await court.file();
    await agreed(second);
    await suspend(second);
    await tell(second, withdrawal, people.plaintiff);
    await second.answer('rule-on-withdrawal', { decision: 'permit', reason: '不违反法律规定' });
    expect(await over(second)).toMatchObject({ how: 'withdrawn' });
  });

  test('rejected: the case goes on', async () => {
    const the = await court.file();
    await agreed(the);
    await tell(the, { what: 'groundReported', ground: 'otherGround', reason: '出差', documents: [] }, people.plaintiff);
    await the.answer('rule-on-suspension', { decision: 'reject', reason: '不是法定情形' });
    expect(entered(the).at(-1)).toBe('evidence');
  });
});

describe('nothing is left half run', () => {
  test('an effect under way when the case turns is finished, and what follows from it is undone', async () => {
    const the = await court.file();
    await exchanged(the);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    let issued = 0;
    court.faults = { issueNotices: async () => { issued += 1; await held; return []; } };
    await scheduled(the);
    await the.until('being issued', () => issued > 0);
    await tell(the, secret, people.judge);
    release();
    expect(await over(the)).toMatchObject({ how: 'offline' });
    court.faults = {};
    expect(the.data('hearing-cancelled')).toHaveLength(1);
    expect(entered(the)).not.toContain('hearing');
  });

  test('a step that waits for operations does not hold it up', async () => {
    const the = await court.file();
    await exchanged(the);
    const { failing } = await import('#workflows/testing/court.ts');
    court.faults = { issueNotices: failing('no printer') };
    await scheduled(the);
    await the.task('repair-step');
    await tell(the, secret, people.judge);
    expect(await over(the)).toMatchObject({ how: 'offline' });
    court.faults = {};
  });

  test('an end outweighs a suspension that is being carried out', async () => {
    const the = await court.file();
    await stretches[3]?.[1](the);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    let cancelling = 0;
    court.faults = { cancelHearing: async () => { cancelling += 1; await held; } };
    await tell(the, death(the), people.plaintiff);
    await the.answer('rule-on-suspension', { decision: 'suspend', reason: '等待继承人' });
    await the.until('cancelling', () => cancelling > 0);
    await tell(the, secret, people.judge);
    release();
    expect(await over(the)).toMatchObject({ how: 'offline' });
    court.faults = {};
    expect(the.data('case-suspended')).toEqual([]);
  });
});

