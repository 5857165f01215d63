import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WorkflowBundle } from '@temporalio/worker';
import { intendedFactsSchema } from '#domain/livestream/facts.ts';
import { facts } from '#domain/livestream/testing/sample-approval.ts';
import { everybody, evidenceGiven, minutes, prepared, scheduled } from '#workflows/testing/walk.ts';
import { failing, people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { testBundle } from '#workflows/testing/bundle.ts';

let bundle: WorkflowBundle;
let court: TestCourt;
beforeAll(async () => { bundle = await testBundle(); }, 120_000);
afterAll(async () => { await court?.close(); });

/** One environment a case: a second open workflow would be carried past its timers. */
async function withPanel(): Promise<{ the: TestCase; assessors: string[] }> {
  await court?.close();
  court = await TestCourt.open(bundle);
  court.drawsAssessors = true;
  const the = await court.file();
  await the.answer('review-filing', { decision: 'accept', procedure: 'ordinary' }, people.filingClerk);
  await the.task('answer-assessor-invitation');
  await the.until('both invited', () => the.data('assessor-invited').length === 2);
  return { the, assessors: the.data('assessor-invited').map(({ of }) => of) };
}

const accepts = { decision: 'accept', noGround: true } as const;
const answers = (the: TestCase) => the.data('assessor-answered').map(({ how }) => how);
const refusedWith = (code: string) => ({ cause: { type: 'Refused', details: [expect.objectContaining({ code })] } });

test('drawn and asked on acceptance, for which the case does not wait; each answers for themselves (PAL-18, PAL-19)', async () => {
  const { the, assessors: [one = '', other = ''] } = await withPanel();
  expect((await the.task('consent-online')).assignee.personId).toBe(people.defendant);
  expect(the.bench.panel).toEqual([one, other]);
  const task = await the.task('answer-assessor-invitation', ({ assignee }) => assignee.personId === one);
  expect(task).toMatchObject({ articles: ['PAL-2', 'PAL-18', 'PAL-19', 'PAI-3'], assignee: { role: 'peoplesAssessor', personId: one } });
  await expect(the.complete(task, accepts, other)).rejects.toMatchObject({ cause: { type: 'Refused' } });
  await expect(the.complete(task, { decision: 'accept' }, one)).rejects.toMatchObject({ cause: { type: 'Invalid' } });
  await the.complete(task, accepts, one);
  await the.answer('answer-assessor-invitation', accepts, other);
  await the.until('both answered', () => answers(the).length === 2);
  expect(answers(the)).toEqual(['accepted', 'accepted']);
  expect(the.data('bench-changed')).toEqual([]);
}, 60_000);

test('who cannot take part, or names a ground of recusal, makes room for the next one, who is asked in turn; the parties are told (PAI-3, CPL-131)', async () => {
  const { the, assessors: [one = '', other = ''] } = await withPanel();
  const told: string[] = [];
  court.faults = { tellBenchChange: async ({ from, to }) => { told.push(`${from} ${to}`); } };
  await the.answer('answer-assessor-invitation', { decision: 'decline', reason: '出差' }, one);
  await the.until('the next one is asked', () => the.data('assessor-invited').length === 3);
  await the.answer('answer-assessor-invitation', { decision: 'recuse', ground: 'closeRelative', reason: '被告是我的姐姐' }, other);
  await the.until('and the one after', () => the.data('assessor-invited').length === 4);
  await the.until('told', () => told.length === 2);
  const [third = '', fourth = ''] = the.data('assessor-invited').slice(2).map(({ of }) => of);
  expect(the.bench.panel).toEqual([third, fourth]);
  // Each is told beside the stages: which comes first is not said.
  expect(told.sort()).toEqual([`${one} ${third}`, `${other} ${fourth}`].sort());
  expect(the.data('assessor-answered')).toMatchObject([{ of: one, how: 'declined', reason: '出差', articles: ['PAL-27', 'PAI-3'] }, { of: other, how: 'recused', ground: 'closeRelative', articles: ['PAL-18', 'CPL-47'] }]);
  expect(the.data('bench-changed')).toMatchObject([{ from: one, to: third, why: 'invitation', seat: 'panelMember', articles: ['PAL-19', 'PAI-3', 'CPL-131'] }, { from: other, to: fourth }]);
  await the.answer('answer-assessor-invitation', accepts, third);
}, 60_000);

test('without an answer in two working days it counts as declined, and the next one is asked', async () => {
  const { the, assessors: [one = '', other = ''] } = await withPanel();
  await the.answer('answer-assessor-invitation', accepts, one);
  const { dueAt = '' } = await the.task('answer-assessor-invitation', ({ assignee }) => assignee.personId === other);
  await court.env.sleep(Date.parse(dueAt) - (await court.env.currentTimeMs()) + 60_000);
  await the.until('lapsed', () => answers(the).includes('lapsed'));
  await the.until('the next one is asked', () => the.data('assessor-invited').length === 3);
  expect(the.data('bench-changed')).toMatchObject([{ from: other, why: 'invitation' }]);
  expect(the.openTasks.filter(({ kind }) => kind === 'answer-assessor-invitation').map(({ assignee }) => assignee.personId)).toEqual([the.bench.panel?.[1]]);
}, 60_000);

test('with nobody left the division head decides: drawn again from the list as it now is, or a judge completes the panel (CPL-40)', async () => {
  const { the, assessors: [one = '', other = ''] } = await withPanel();
  court.assessorsLeft = 0;
  await the.answer('answer-assessor-invitation', { decision: 'decline', reason: '住院' }, one);
  const task = await the.task('fill-assessor-seat');
  expect(task).toMatchObject({ assignee: { role: 'divisionHead' }, facts: { of: one, seat: 'panelMember', reason: '住院' } });
  await the.complete(task, { decision: 'again', reason: '名单即将补充' }, people.divisionHead);
  // Still nobody: it is asked again, for as long as it takes.
  const again = await the.task('fill-assessor-seat', ({ taskId }) => taskId !== task.taskId);
  court.assessorsLeft = 1;
  await the.complete(again, { decision: 'again', reason: '名单已经补充' }, people.divisionHead);
  await the.until('drawn', () => the.data('assessor-invited').length === 3);
  await the.answer('answer-assessor-invitation', { decision: 'decline', reason: '出国' }, other);
  await the.answer('fill-assessor-seat', { decision: 'judge', reason: '没有可以递补的人民陪审员' }, people.divisionHead);
  await the.until('a judge sits', () => the.data('bench-changed').length === 2);
  expect(the.data('bench-changed')[1]).toMatchObject({ from: other, why: 'invitation' });
  expect(the.data('decision').filter(({ what }) => what === 'assessor-seat')).toMatchObject([{ value: { decision: 'again' } }, { value: { decision: 'again' } }, { value: { decision: 'judge' }, articles: ['CPL-40', 'PAL-19'], by: people.divisionHead }]);
  // A judge is not asked.
  expect(the.data('assessor-invited')).toHaveLength(3);
}, 60_000);

test('a step of the draw that operations end leaves no case stuck: the division head decides', async () => {
  const { the, assessors: [one = ''] } = await withPanel();
  court.faults = { changeBench: failing('broken') };
  await the.answer('answer-assessor-invitation', { decision: 'decline', reason: '出差' }, one);
  await the.endStep('skip', '名单有误');
  const task = await the.task('fill-assessor-seat');
  court.faults = {};
  await the.complete(task, { decision: 'judge', reason: '由法官补足' }, people.divisionHead);
  await the.until('a judge sits', () => the.data('bench-changed').length === 1);
}, 60_000);

test('whose recusal is decided before they answered is asked no more; the one who follows is (CPL-47)', async () => {
  const { the, assessors: [one = ''] } = await withPanel();
  const command = { what: 'recusal', of: one, ground: 'interest', reason: '与被告合伙经营', personId: people.plaintiff, commandId: crypto.randomUUID() };
  await the.handle.executeUpdate('changePeople', { args: [command] });
  const asked = await the.task('answer-assessor-invitation', ({ assignee }) => assignee.personId === one);
  await expect(the.complete(asked, accepts, one)).rejects.toMatchObject(refusedWith('recusal-undecided'));
  await the.answer('decide-recusal', { decision: 'sustain', reason: '属实' }, people.courtPresident);
  await the.until('the next one is asked', () => the.data('assessor-invited').length === 3);
  expect(the.data('task-withdrawn').map(({ taskId }) => taskId)).toContain(asked.taskId);
  expect(the.data('bench-changed')).toMatchObject([{ from: one, why: 'recusal' }]);
}, 60_000);

test('with an assessor who has not accepted, who has no seat either, no livestream is begun and the session is not opened; accepted meanwhile, it is', async () => {
  const { the, assessors: [one = ''] } = await withPanel();
  await the.answer('answer-assessor-invitation', accepts, one);
  await the.answer('consent-online', { decision: 'consent' }, people.defendant);
  await the.answer('permit-online', { decision: 'permit' });
  await evidenceGiven(the);
  await scheduled(the);
  await prepared(the);
  await the.until('hearing stage', () => the.data('stage-entered').at(-1)?.stage === 'hearing');
  const intent = { hearingId: the.data('hearing-scheduled').at(-1)?.hearing.hearingId, facts: intendedFactsSchema.strip().parse(facts), personId: people.judge, commandId: crypto.randomUUID() };
  await expect(the.handle.executeUpdate('intendLivestream', { args: [intent] })).rejects.toMatchObject(refusedWith('panel-incomplete'));
  const start = Date.parse(the.data('hearing-scheduled').at(-1)?.hearing.startsAt ?? '');
  await court.env.sleep(start - (await court.env.currentTimeMs()) - 20 * minutes);
  await the.until('room', () => the.data('hearing-room').some((room) => room.state === 'provisioned'));
  const present = [...everybody, one];
  await the.presence('present', present);
  await the.until('presence', () => the.data('presence-changed').length >= present.length);
  await the.move('read-discipline', 'clerk');
  for (const person of [people.plaintiff, people.defendant]) await the.answer('acknowledge-discipline', { acknowledged: true, version: '2026-01' }, person);
  await expect(the.move('open', 'judge')).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'assessor-not-accepted', articles: expect.arrayContaining(['PAL-18', 'PAL-19']) }] } });
  const invited = the.bench.panel?.find((personId) => personId !== one) ?? '';
  await the.answer('answer-assessor-invitation', accepts, invited);
  await the.until('seated', () => court.seated.at(-1)?.includes(invited));
  await the.presence('present', [invited]);
  await the.until('presence', () => the.data('presence-changed').length >= present.length + 1);
  await the.move('open', 'judge');
}, 120_000);
