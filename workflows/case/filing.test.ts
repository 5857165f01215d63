/** G3 in full: the review's time, corrections by name, rejection with its ground; who acts for a party. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { boundsOf, dayOf, yearOf } from '#domain/calendar/day.ts';
import type { CaseFacts, Participant } from '#domain/case/types.ts';
import { lastDayOf } from '#domain/filing/periods.ts';
import { people, TestCourt } from '#workflows/testing/court.ts';

let court: TestCourt;
beforeAll(async () => { court = await TestCourt.open(); }, 120_000);
afterAll(() => court.close());

const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  caseType: 'civil', instance: 'first', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false,
  minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false, ...more,
});
async function endOf(openedAt: string, days: number): Promise<string> {
  const opened = dayOf(Date.parse(openedAt));
  const calendar = await stateCouncilCalendar().load([yearOf(opened), yearOf(opened) + 1]);
  return new Date(boundsOf(lastDayOf(calendar, opened, days)).last).toISOString();
}
const refusedWith = (code: string) => ({ cause: { type: 'Refused', details: [expect.objectContaining({ code })] } });

describe('the review', () => {
  test.each([['civil', 'first', 7], ['administrative', 'first', 7], ['criminal', 'first', 15], ['civil', 'second', 5]] as const)('of a %s filing of %s instance is due in %d days', async (caseType, instance, days) => {
    const the = await court.file({ facts: facts({ caseType, instance }) });
    const task = await the.task('review-filing');
    expect(task.dueAt).toBe(await endOf(task.openedAt, days));
    await the.answer('review-filing', { decision: 'reject', ground: 'notCorrected', reason: '不符合要求' }, people.filingClerk);
    await the.handle.result();
    expect(the.data('case-closed')).toEqual([{ how: 'rejected', reason: '不符合要求', articles: instance === 'first' ? ['G3', 'ONL-9', 'REG-7'] : ['G3', 'ONL-9'] }]); // REG-18: not for appeals
  }, 60_000);

  test('a clerk with a relation to a party recuses: a colleague reviews within the same time, and the one who left answers no more (CPL-47)', async () => {
    const the = await court.file({ facts: facts() });
    const first = await the.task('review-filing');
    await the.complete(first, { decision: 'recuse', conflict: 'closeRelative', reason: '原告是本人胞弟' }, people.filingClerk);
    const again = await the.until('asked again', () => the.openTasks.find(({ kind, taskId }) => kind === 'review-filing' && taskId !== first.taskId));
    expect(again.dueAt).toBe(first.dueAt);
    expect(the.data('decision')).toMatchObject([{ what: 'reviewer-recused', value: { conflict: 'closeRelative', reason: '原告是本人胞弟' }, articles: ['CPL-47'], by: people.filingClerk }]);
    await expect(the.complete(again, { decision: 'accept' }, people.filingClerk)).rejects.toMatchObject(refusedWith('recused-from-review'));
    await the.complete(again, { decision: 'reject', ground: 'outsideScope', reason: '不属于受理范围' }, people.substitute);
    await the.handle.result();
    expect(the.data('case-closed')).toMatchObject([{ how: 'rejected' }]);
  }, 60_000);

  test('a ground of another kind of case is refused, and leaves the review open', async () => {
    const the = await court.file({ facts: facts() });
    const task = await the.task('review-filing');
    await expect(the.complete(task, { decision: 'reject', ground: 'noProof', reason: '缺乏罪证' }, people.filingClerk)).rejects.toMatchObject(refusedWith('ground-of-another-kind'));
    await the.complete(task, { decision: 'reject', ground: 'outsideScope', reason: '不属于受理范围' }, people.filingClerk);
    await the.handle.result();
    expect(the.data('case-closed')[0]?.articles).toEqual(['G3', 'CPL-122', 'CPL-126']);
  }, 60_000);
});

describe('corrections', () => {
  test('name fields and materials of this filing, within the court’s days; the filer changes these alone; the clerk sees what changed, and the time begins anew', async () => {
    const the = await court.file();
    const [material] = the.filing.materials;
    const review = await the.task('review-filing');
    const ask = (corrections: unknown, days = 5) => the.complete(review, { decision: 'correct', corrections, days }, people.filingClerk);
    await expect(ask([{ what: `material:${randomUUID()}`, why: '不清楚' }])).rejects.toMatchObject(refusedWith('correction-names'));
    await expect(ask([{ what: 'field:claims', why: '不具体' }], 30)).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    await expect(ask([{ what: '起诉状', why: '不具体' }])).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    const corrections = [{ what: 'field:claims', why: '金额不具体' }, { what: `material:${material}`, why: '不清楚' }];
    await ask(corrections);

    const correct = await the.task('correct-filing');
    expect(correct.dueAt).toBe(await endOf(correct.openedAt, 5));
    expect(correct.facts).toEqual({ corrections });
    const fresh = randomUUID();
    const answer = (changed: string[]) => the.complete(correct, { explanation: '已补正', materials: [fresh], version: 2, changed }, people.plaintiff);
    await expect(answer(['field:causeOfAction'])).rejects.toMatchObject(refusedWith('not-asked-for'));
    await answer(['field:claims', `material:${material}`]);

    const again = await the.task('review-filing', (task) => task.taskId !== review.taskId);
    expect(again.facts).toEqual({ materials: [material, fresh], corrected: { corrections, changed: ['field:claims', `material:${material}`], version: 2 } });
    expect(again.dueAt).toBe(await endOf(again.openedAt, 7));
    expect(the.data('filing-corrected')).toEqual([{ version: 2, changed: ['field:claims', `material:${material}`], by: people.plaintiff, articles: ['ONL-9', 'REG-7'] }]);
    await the.complete(again, { decision: 'reject', ground: 'notCorrected', reason: '仍不具体' }, people.filingClerk);
    await the.handle.result();
  }, 60_000);
});

describe('an agent', () => {
  const agent = randomUUID();
  const parties = (authority: 'general' | 'special'): Participant[] => [
    { participantId: 'p1', personId: people.plaintiff, role: 'plaintiff' },
    { participantId: 'd1', personId: people.defendant, role: 'defendant' },
    { participantId: 'a1', personId: agent, role: 'agent', agency: { principals: ['p1'], kind: 'lawyer', authority, powerOfAttorney: randomUUID() } },
  ];

  test('with special authority applies for the party and hands in its evidence', async () => {
    const the = await court.file({ filedBy: agent, participants: parties('special') });
    await the.answer('review-filing', { decision: 'accept' }, people.filingClerk);
    await the.answer('consent-online', { decision: 'consent' }, people.defendant);
    await the.answer('permit-online', { decision: 'permit' });
    expect(the.data('task-opened').filter(({ task }) => task.kind === 'consent-online').map(({ task }) => task.assignee.personId)).toEqual([people.defendant]);
    const evidence = await the.task('submit-evidence', (task) => task.assignee.participantId === 'p1');
    expect(evidence.assignee.personId).toBe(agent);
    await the.handle.terminate();
  }, 60_000);

  test('with a general authority does not consent for the party, who is asked', async () => {
    const the = await court.file({ filedBy: agent, participants: parties('general') });
    await the.answer('review-filing', { decision: 'accept' }, people.filingClerk);
    const asked = await the.task('consent-online', (task) => task.assignee.participantId === 'p1');
    expect(asked.assignee.personId).toBe(people.plaintiff);
    await expect(the.complete(asked, { decision: 'consent' }, agent)).rejects.toMatchObject(refusedWith('special-authority-needed'));
    await the.handle.terminate();
  }, 60_000);
});
