/** CPL-62, CPL-88: what agents do for their principals, and what they may not. One environment a case. */
import { afterEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Happening } from '#domain/case/happenings.ts';
import type { Participant } from '#domain/case/types.ts';
import type { Authority } from '#domain/filing/kinds.ts';
import { updates } from '#domain/messages/messages.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { accepted, channel, lawfulDay } from '#workflows/testing/walk.ts';

let court: TestCourt;
afterEach(() => court.close());

const [one, two, defendant] = [randomUUID(), randomUUID(), randomUUID()];
const second = randomUUID();
const code = (refused: string) => ({ cause: { details: [{ code: refused }] } });

/** Two plaintiffs with one agent, and a defendant; accepted, and applied for online. */
async function represented(authority: Authority): Promise<TestCase> {
  court = await TestCourt.open();
  const agent: Participant = { participantId: randomUUID(), personId: people.agent, role: 'agent', agency: { principals: [one, two], kind: 'lawyer', authority, powerOfAttorney: randomUUID() } };
  const the = await court.file({
    participants: [
      { participantId: one, personId: people.plaintiff, role: 'plaintiff' }, { participantId: two, personId: second, role: 'plaintiff' },
      { participantId: defendant, personId: people.defendant, role: 'defendant' }, agent,
    ],
  });
  await the.answer('review-filing', { decision: 'accept' }, people.filingClerk);
  await the.until('the stage of consent', () => the.data('stage-entered').at(-1)?.stage === 'consent');
  return the;
}
const tells = (the: TestCase, personId: string, happening: Happening, of?: string) =>
  the.handle.executeUpdate(updates.tellCase, { args: [{ happening, personId, commandId: randomUUID(), ...(of === undefined ? {} : { of }) }] });
const withdrawal: Happening = { what: 'withdrawalApplied', reason: '双方已经自行解决' };
const settled: Happening = { what: 'settled', terms: '被告一次性支付四万元', wish: 'withdrawal' };

test('with a special authority: withdraws for the one of several that it names, and confirms a settlement for its principal', async () => {
  const the = await represented('special');
  await expect(tells(the, people.agent, withdrawal)).rejects.toMatchObject(code('principal-not-chosen'));
  await expect(tells(the, people.agent, withdrawal, defendant)).rejects.toMatchObject(code('principal-not-chosen'));
  await tells(the, people.agent, withdrawal, two);
  await the.until('it is told', () => the.data('happened').length > 0);
  expect(the.data('happened')).toMatchObject([{ happening: withdrawal, by: people.agent, participantId: two, articles: ['CPL-148'] }]);
  await the.answer('rule-on-withdrawal', { decision: 'refuse', reason: '另一原告不同意' });
  await tells(the, people.defendant, settled);
  const asked = await the.task('confirm-settlement', ({ assignee }) => assignee.participantId === one);
  await expect(the.complete(asked, { decision: 'confirm' }, people.defendant)).rejects.toMatchObject(code('task-not-yours'));
  await the.complete(asked, { decision: 'confirm' }, people.agent);
  await the.complete(await the.task('confirm-settlement', ({ assignee }) => assignee.participantId === two), { decision: 'confirm' }, second);
  await the.answer('rule-on-settlement', { decision: 'withdrawal', reason: '当事人自愿' });
  await the.until('settled', () => the.data('case-closed').some(({ how }) => how === 'settled'));
}, 120_000);

test('with a general authority: refused with the article what disposes of rights; notice and channel it settles', async () => {
  const the = await represented('general');
  for (const happening of [withdrawal, settled]) {
    await expect(tells(the, people.agent, happening, one)).rejects.toMatchObject({ cause: { details: [{ code: 'special-authority-needed', articles: ['CPL-62'] }] } });
  }
  await the.handle.executeUpdate(updates.changePeople, { args: [{ what: 'recusal', of: people.clerk, ground: 'otherRelation', reason: '系对方当事人的同学', personId: people.agent, commandId: randomUUID() }] });
  await the.answer('decide-recusal', { decision: 'reject', reason: '不属于法定情形' });
  for (const task of the.openTasks.filter(({ kind }) => kind === 'consent-online')) await the.complete(task, { decision: 'consent' }, task.assignee.personId!);
  await the.answer('permit-online', { decision: 'permit' });
  while (!the.openTasks.some(({ kind }) => kind === 'schedule-hearing')) {
    const submit = await the.until('evidence or scheduling', () => the.openTasks.find(({ kind }) => kind === 'submit-evidence' || kind === 'schedule-hearing'));
    if (submit.kind === 'submit-evidence') await the.complete(submit, { items: [] }, submit.assignee.personId!);
    await the.until('done', () => the.openTasks.every(({ taskId }) => taskId !== submit.taskId) || submit.kind === 'schedule-hearing');
  }
  await the.answer('schedule-hearing', { decision: 'schedule', kind: 'trial', day: await lawfulDay(the), startTime: '09:30', durationMinutes: 60, courtroomId: 'c1' });
  const { hearing: { hearingId } } = await the.until('a hearing', () => the.data('hearing-scheduled')[0]);
  await the.until('preparation', () => the.data('stage-entered').at(-1)?.stage === 'preparation');
  const confirms = (participantId: string) => the.handle.executeUpdate(updates.confirmNotice, { args: [{ hearingId, participantId, personId: people.agent, commandId: randomUUID() }] });
  await expect(confirms(defendant)).rejects.toMatchObject({ cause: { type: 'NotFound' } });
  await confirms(one);
  const choose = await the.task('choose-channel', ({ assignee }) => assignee.participantId === two);
  await the.complete(choose, channel, people.agent);
  await the.until('both notices proven', () => the.data('notice-proven').length === 2);
  expect(the.data('notice-proven')).toMatchObject([{ participantId: one, how: 'confirmed', by: people.agent }, { participantId: two, how: 'confirmed', by: people.agent }]);
}, 120_000);

test('who joins as an agent while the lists are open answers what the party is asked: its evidence and its opinions, and nobody else’s', async () => {
  court = await TestCourt.open();
  const the = await court.file();
  const [mine, theirs] = [the.participantOf(people.plaintiff)!, the.participantOf(people.defendant)!];
  await accepted(the);
  await the.answer('consent-online', { decision: 'consent' }, people.defendant);
  await the.answer('permit-online', { decision: 'permit' });
  const [ofPlaintiff, ofDefendant] = [await the.task('submit-evidence', ({ assignee }) => assignee.participantId === mine), await the.task('submit-evidence', ({ assignee }) => assignee.participantId === theirs)];
  expect(ofPlaintiff.assignee.personId).toBe(people.plaintiff);
  const items = { items: [{ title: '合同', source: '原告', proves: '付款义务', fileId: randomUUID() }] };
  await expect(the.complete(ofPlaintiff, { items: [] }, people.agent)).rejects.toMatchObject(code('task-not-yours'));
  const agent = { participantId: randomUUID(), personId: people.agent, role: 'agent' as const };
  await the.handle.executeUpdate(updates.changePeople, { args: [{ what: 'appointment', party: mine, agent, kind: 'lawyer', powerOfAttorney: randomUUID(), personId: people.plaintiff, commandId: randomUUID() }] });
  await the.answer('verify-representative', { decision: 'verified', authority: 'generalAuthority', checked: '授权委托书、律师证' });
  await the.until('joined', () => the.data('participant-joined').length === 1);
  await expect(the.complete(ofDefendant, { items: [] }, people.agent)).rejects.toMatchObject(code('task-not-yours'));
  await the.complete(ofPlaintiff, items, people.agent);
  await the.complete(ofDefendant, { items: [] }, people.defendant);
  await the.until('submitted', () => the.data('evidence-submitted').length === 1);
  expect(the.data('evidence-submitted')).toMatchObject([{ by: mine }]);
  expect(the.data('task-completed').find(({ taskId }) => taskId === ofPlaintiff.taskId)).toMatchObject({ kind: 'submit-evidence', by: people.agent });
}, 120_000);
