import { afterAll, describe, expect, test } from '@jest/globals';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { closed, everybody, exchanged, minutes, prepared, scheduled, signature } from '#workflows/testing/walk.ts';

let court: TestCourt;
afterAll(async () => { await court?.close(); });

/** One environment a case: a second open workflow would be carried past its timers. */
async function openCourt(): Promise<TestCourt> {
  await court?.close();
  court = await TestCourt.open();
  return court;
}

const [member, assessor] = [crypto.randomUUID(), crypto.randomUUID()];
const panelBench = { presidingJudge: people.judge, panel: [member, assessor], clerk: people.clerk, technician: people.technician, division: '民事审判第一庭' };

describe('the composition of the court (CPL-40)', () => {
  test('what the law does not allow is refused; the choice stands in the record with its articles', async () => {
    const the = await (await openCourt()).file();
    const task = await the.task('review-filing');
    await expect(the.complete(task, { decision: 'accept', procedure: 'simple', composition: 'panelOfJudges' }, people.filingClerk)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'composition-not-lawful' }] } });
    let asked: unknown;
    court.faults = { acceptFiling: async (input) => { asked = input.composition; return { caseNumber: '（2026）豫0611民初1号', bench: panelBench }; } };
    await the.complete(task, { decision: 'accept', procedure: 'ordinary' }, people.filingClerk);
    await the.task('consent-online');
    expect(asked).toBe('panelWithAssessors');
    expect(the.data('decision')[0]).toMatchObject({ what: 'composition', value: { procedure: 'ordinary', composition: 'panelWithAssessors' }, articles: ['CPL-40', 'CPL-42'] });
    expect(the.data('case-accepted')[0]?.bench).toEqual(panelBench);
  }, 60_000);

  test('a panel sits with all its members, and all of them sign, the presiding judge last (CPL-150)', async () => {
    const the = await (await openCourt()).file();
    court.faults = { acceptFiling: async () => ({ caseNumber: '（2026）豫0611民初1号', bench: panelBench }) };
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    await roomOpens(the);
    await the.presence('present', everybody);
    await the.until('presence', () => the.data('presence-changed').length >= everybody.length);
    await the.move('read-discipline', 'clerk');
    for (const person of [people.plaintiff, people.defendant]) await the.answer('acknowledge-discipline', { acknowledged: true, version: '2026-01' }, person);
    await expect(the.move('open', 'judge')).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'judge-absent' }] } });
    await the.presence('present', [member, assessor]);
    await the.until('the panel', () => the.data('presence-changed').length >= everybody.length + 2);
    await the.move('open', 'judge');
    await closed(the);
    await the.answer('finish-transcript', { finished: true });
    for (const person of [people.plaintiff, people.defendant, people.clerk, member, assessor]) await signature(the, person);
    await signature(the, people.judge, { next: 'archive' });
    await the.task('complete-archive');
    expect(the.data('transcript-signed').map(({ by, as }) => [by, as]).slice(2)).toEqual([[people.clerk, 'clerk'], [member, 'panelMember'], [assessor, 'panelMember'], [people.judge, 'presidingJudge']]);
  }, 120_000);
});

async function roomOpens(the: TestCase): Promise<void> {
  await the.until('hearing stage', () => the.data('stage-entered').at(-1)?.stage === 'hearing');
  const start = Date.parse(the.data('hearing-scheduled').at(-1)?.hearing.startsAt ?? '');
  await court.env.sleep(start - (await court.env.currentTimeMs()) - 20 * minutes);
  await the.until('room', () => the.data('hearing-room').some((room) => room.state === 'provisioned'));
}
