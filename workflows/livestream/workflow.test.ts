import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import { courtTaskQueue, livestreamWorkflowId } from '#domain/case/ids.ts';
import type { Filing } from '#domain/case/types.ts';
import { courtChain } from '#domain/court/livestream-chain.ts';
import type { StatedFacts } from '#domain/livestream/facts.ts';
import { content, facts } from '#domain/livestream/testing/sample-approval.ts';
import type { CaseChanged, LivestreamInput, TellLivestream } from '#domain/messages/livestream.ts';
import { signals, updates, type Journalled } from '#domain/messages/messages.ts';
import { failing, people, TestCase, TestCourt } from '#workflows/testing/court.ts';

let court: TestCourt;
let open: TestCourt | undefined;
afterAll(async () => { await closeCourt(); });
/** Closed once, also where the next one does not open. */
async function closeCourt(): Promise<void> {
  const last = open;
  open = undefined;
  await last?.close();
}

const officers = { second: randomUUID(), head: randomUUID(), vice: randomUUID(), tmo: randomUUID() };
const days = 24 * 3_600_000;

/** A livestream that was intended four days before the hearing; one environment each. */
async function begun(change: Partial<StatedFacts> = {}, panel: string[] = [people.judge]): Promise<TestCase> {
  await closeCourt();
  open = court = await TestCourt.open();
  const now = await court.env.currentTimeMs();
  const opening = now + 4 * days;
  const [caseId, hearingId] = [randomUUID(), randomUUID()];
  const participants: Filing['participants'] = [
    { participantId: randomUUID(), personId: people.plaintiff, role: 'plaintiff' }, { participantId: randomUUID(), personId: people.defendant, role: 'defendant' },
  ];
  const input: LivestreamInput = {
    caseId, hearingId, by: people.judge, clockOffsetMs: 0, calendar: await stateCouncilCalendar().load([yearOf(dayOf(now)), yearOf(dayOf(now)) + 1]),
    approval: { judgeInCharge: people.judge, panel, participants, chain: courtChain, opening: new Date(opening).toISOString(), day: dayOf(opening), facts: { ...facts, ...change } },
  };
  const handle = await court.env.client.workflow.start('courtLivestream', { workflowId: livestreamWorkflowId(hearingId), taskQueue: courtTaskQueue, args: [input] });
  const filing = { caseId, filedBy: people.plaintiff, participants, materials: [], appliesForOnline: true, facts: { ...facts, ...change } };
  return new TestCase(court, filing, handle);
}

const low = { level: 'low', reasons: '案情简单，事实清楚', etiquette: true } as const;
const application = { decision: 'apply', ...content, etiquette: true } as const;
const passed = { decision: 'pass', picture: true, information: true, opinion: '通过技术筛查' } as const;
const agreed = { decision: 'approve', opinion: '同意直播' } as const;
const noted = { answer: 'noted', etiquette: true } as const;

/** Answers the open task of the kind, as whoever holds the office. */
const asOffice = async (the: TestCase, kind: Parameters<TestCase['task']>[0], outcome: unknown, person: string): Promise<Journalled> => the.complete(await the.task(kind), outcome, person);
const assessedBy = async (the: TestCase, person: string, outcome: unknown): Promise<Journalled> => the.complete(await the.task('assess-livestream-risk', (open) => open.assignee.personId === person), outcome, person);
const appliedFor = async (the: TestCase): Promise<void> => { await the.answer('assess-livestream-risk', low); await the.answer('apply-livestream', application); };
const everybodyTold = async (the: TestCase): Promise<void> => { for (const person of [people.plaintiff, people.defendant]) await the.answer('note-livestream', noted, person); };
const upToDivisionHead = async (the: TestCase): Promise<void> => {
  await asOffice(the, 'screen-livestream', passed, people.technician);
  await asOffice(the, 'approve-livestream-division-head', agreed, officers.head);
};
const upTheChain = async (the: TestCase): Promise<void> => { await upToDivisionHead(the); await asOffice(the, 'approve-livestream-vice-president', agreed, officers.vice); };
const status = (the: TestCase) => the.data('livestream-event').at(-1)?.status;
const ended = (the: TestCase) => the.until('decided', () => the.data('livestream-decided')[0]?.end);
const tell = (the: TestCase, what: object, personId: string = people.judge, commandId: string = randomUUID()): Promise<Journalled> =>
  the.handle.executeUpdate<Journalled, [TellLivestream]>(updates.tellLivestream, { args: [{ ...what, personId, commandId } as TellLivestream], updateId: randomUUID() });
async function nothingOpen(the: TestCase): Promise<void> {
  await the.handle.result();
  expect(the.openTasks).toEqual([]);
  // Every record cites its articles, and the journal has no gap.
  for (const { articles } of the.data('livestream-event')) expect(articles.length).toBeGreaterThan(0);
  const entries = the.entries;
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
}

describe('approved (N2)', () => {
  test('assessed, applied for, screened, approved level by level, everybody told: at the opening it is approved, not yet on air', async () => {
    const the = await begun({}, [people.judge, officers.second]);
    await assessedBy(the, people.judge, low);
    await assessedBy(the, officers.second, { level: 'general', reasons: '有一定社会关注', etiquette: true });
    await the.answer('apply-livestream', application);
    await everybodyTold(the);
    await upTheChain(the);
    await the.until('approved', () => status(the) === 'approved');
    expect(the.openTasks).toEqual([]);
    expect(the.data('livestream-decided')).toEqual([]);
    await court.env.sleep('4 days');
    expect(await ended(the)).toMatchObject({ how: 'approved', articles: ['N2'] });
    expect(the.data('task-completed').map(({ kind }) => kind)).toEqual([
      'assess-livestream-risk', 'assess-livestream-risk', 'apply-livestream', 'note-livestream', 'note-livestream', 'screen-livestream', 'approve-livestream-division-head', 'approve-livestream-vice-president',
    ]);
    await nothingOpen(the);
  }, 60_000);

  test('a mass-interest case is reported level by level up to the province, each answer on record', async () => {
    const the = await begun({ massInterest: true });
    await appliedFor(the);
    await everybodyTold(the);
    await upTheChain(the);
    for (const [level, reference] of [['report-intermediate', '鹤中法〔2026〕8号'], ['report-provincial', '豫高法宣〔2026〕21号']] as const) {
      const task = await the.task('report-livestream', (open) => open.facts['step'] === level);
      await the.complete(task, { decision: 'agreed', reference, opinion: '同意公开' }, officers.tmo);
    }
    await the.until('approved', () => status(the) === 'approved');
    expect(the.data('livestream-event').flatMap(({ event }) => (event.what === 'stepApproved' && event.reference ? [event.reference] : []))).toEqual(['鹤中法〔2026〕8号', '豫高法宣〔2026〕21号']);
  }, 60_000);
});

describe('what an approval leaves behind', () => {
  test('each is told by SMS once; the form has a new version whenever anything on it changes, and one for what was not approved (N1, N-form)', async () => {
    const the = await begun();
    const made: { version: number; opinions: (string | undefined)[] }[] = [];
    court.faults = { makeLivestreamForm: async ({ version, form }) => {
      made.push({ version, opinions: [form.judge, form.divisionHead, form.vicePresident].map((opinion) => opinion?.text) });
      return { fileId: randomUUID() };
    } };
    await appliedFor(the);
    await the.until('both told by SMS', () => the.data('livestream-notice-sent').length === 2);
    await the.until('a form', () => the.data('livestream-form-kept').length === 1);
    await upToDivisionHead(the);
    await the.until('the second', () => the.data('livestream-form-kept').length === 2);
    await asOffice(the, 'approve-livestream-vice-president', { decision: 'refuse', reason: '不宜直播' }, officers.vice);
    await nothingOpen(the);
    expect(made).toEqual([
      { version: 1, opinions: [content.opinion, undefined, undefined] },
      { version: 2, opinions: [content.opinion, '同意。同意直播', undefined] },
      { version: 3, opinions: [content.opinion, '同意。同意直播', '不同意。不宜直播'] },
    ]);
    expect(the.data('livestream-form-kept').map(({ version }) => version)).toEqual([1, 2, 3]);
    court.faults = {};
  }, 60_000);

  test('a form that cannot be made waits with operations; the approval goes on meanwhile', async () => {
    const the = await begun();
    court.faults = { makeLivestreamForm: failing('no fonts') };
    await appliedFor(the);
    const repair = await the.task('repair-step');
    await everybodyTold(the);
    await upTheChain(the);
    await the.until('approved', () => status(the) === 'approved');
    court.faults = {};
    await the.complete(repair, { action: 'retry' }, people.operations);
    await the.until('the newest form', () => the.data('livestream-form-kept').length === 2);
    await court.env.sleep('4 days');
    await nothingOpen(the);
  }, 60_000);
});

describe('not livestreamed', () => {
  test('excluded from the start: nobody is asked anything (N4)', async () => {
    const the = await begun({ tradeSecret: true });
    expect(await ended(the)).toMatchObject({ how: 'excluded', articles: ['N4(2)'] });
    expect(the.data('livestream-screened')[0]).toMatchObject({ screening: { streamable: false, excluded: [{ code: 'trade-secret', facts: ['tradeSecret'] }] } });
    expect(the.data('task-opened')).toEqual([]);
    await nothingOpen(the);
  }, 60_000);

  test('one of the panel finds high risk: it ends, and the others are not asked any more (N2)', async () => {
    const the = await begun({}, [people.judge, officers.second]);
    await assessedBy(the, officers.second, { level: 'high', reasons: '存在舆情隐患', etiquette: true });
    expect(await ended(the)).toMatchObject({ how: 'excluded', articles: ['N2'] });
    await nothingOpen(the);
    expect(the.data('task-withdrawn')).toHaveLength(1);
  }, 60_000);

  test.each([
    ['screen-livestream', async () => undefined, 'N6'],
    ['approve-livestream-division-head', (the: TestCase) => asOffice(the, 'screen-livestream', passed, people.technician), 'N2'],
    ['approve-livestream-vice-president', upToDivisionHead, 'N2'],
  ] as const)('refused: %s', async (kind, before, article) => {
    const the = await begun();
    await appliedFor(the);
    await before(the);
    await asOffice(the, kind, { decision: 'refuse', reason: '不宜直播' }, officers.head);
    const end = await ended(the);
    expect(end).toMatchObject({ how: 'refused', reason: { zh: '不宜直播' } });
    expect(end.articles).toContain(article);
    await nothingOpen(the);
  }, 60_000);

  test('the upper court refuses', async () => {
    const the = await begun({ massInterest: true });
    await appliedFor(the);
    await upTheChain(the);
    await asOffice(the, 'report-livestream', { decision: 'refused', reference: '鹤中法〔2026〕9号', reason: '不同意公开' }, officers.tmo);
    expect(await ended(the)).toMatchObject({ how: 'refused' });
    await nothingOpen(the);
  }, 60_000);

  test('not decided by the opening (N2)', async () => {
    const the = await begun();
    await appliedFor(the);
    await everybodyTold(the);
    await upToDivisionHead(the);
    await the.task('approve-livestream-vice-president');
    await court.env.sleep('4 days');
    expect(await ended(the)).toMatchObject({ how: 'notDecidedInTime', articles: ['N2'] });
    await nothingOpen(the);
    expect(the.data('task-overdue').length).toBeGreaterThan(0);
  }, 60_000);

  test('the judge withdraws it: in the task, or at any time', async () => {
    const inTask = await begun();
    await inTask.answer('assess-livestream-risk', low);
    await inTask.answer('apply-livestream', { decision: 'withdraw', reason: '当事人情绪不稳' });
    expect(await ended(inTask)).toMatchObject({ how: 'withdrawn' });
    await nothingOpen(inTask);
    const later = await begun();
    await appliedFor(later);
    await later.task('screen-livestream');
    await expect(tell(later, { what: 'withdrawal', reason: '撤回' }, officers.second)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'not-the-judge-in-charge' }] } });
    await tell(later, { what: 'withdrawal', reason: '撤回' });
    expect(await ended(later)).toMatchObject({ how: 'withdrawn' });
    await nothingOpen(later);
  }, 60_000);

  test('the hearing is not held', async () => {
    const the = await begun();
    await the.task('assess-livestream-risk');
    await the.handle.signal(signals.hearingCancelled, { reason: '延期开庭' });
    expect(await ended(the)).toMatchObject({ how: 'hearingCancelled', reason: { zh: '延期开庭' } });
    await nothingOpen(the);
  }, 60_000);
});

describe('objections (N1, N4 (3), (4))', () => {
  test('one that is undecided holds it, one that is unfounded does not, one that is well-founded ends it', async () => {
    const the = await begun();
    await appliedFor(the);
    await the.answer('note-livestream', { answer: 'object', grounds: '不愿公开' }, people.plaintiff);
    await the.answer('note-livestream', noted, people.defendant);
    await upTheChain(the);
    await the.until('held', () => status(the) === 'held');
    await the.answer('decide-livestream-objection', { decision: 'unfounded', reason: '没有正当理由' });
    await the.until('approved', () => status(the) === 'approved');
    // After the approval too, at any time until the opening.
    const participantId = the.participantOf(people.defendant) ?? '';
    await expect(tell(the, { what: 'objection', participantId, grounds: '涉及隐私' }, people.plaintiff)).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    const commandId = randomUUID();
    const first = await tell(the, { what: 'objection', participantId, grounds: '涉及隐私' }, people.defendant, commandId);
    expect(await tell(the, { what: 'objection', participantId, grounds: '涉及隐私' }, people.defendant, commandId)).toEqual(first);
    await the.answer('decide-livestream-objection', { decision: 'wellFounded', reason: '确涉及隐私' });
    expect(await ended(the)).toMatchObject({ how: 'excluded', articles: ['N4(4)'] });
    await nothingOpen(the);
  }, 60_000);

  test('who was told by phone: the clerk puts it on record', async () => {
    const the = await begun();
    await appliedFor(the);
    await the.complete(await the.task('note-livestream'), noted, people.clerk);
    await the.until('told', () => the.data('livestream-event').some(({ event }) => event.what === 'told' && event.by === people.clerk));
  }, 60_000);
});

describe('changes', () => {
  test('every step can return it, and none is skipped when it comes again (N2)', async () => {
    const the = await begun({ massInterest: true });
    await appliedFor(the);
    await everybodyTold(the);
    const again = async (incidentPlan: string): Promise<void> => { await the.answer('apply-livestream', { ...application, incidentPlan }); };
    const why = '请细化突发事件处置方案';
    await asOffice(the, 'screen-livestream', { decision: 'return', reason: why }, people.technician);
    await again('技术人员值守，异常立即停播');
    await asOffice(the, 'screen-livestream', passed, people.technician);
    await asOffice(the, 'approve-livestream-division-head', { decision: 'return', reason: why }, officers.head);
    await again('技术人员值守，异常立即停播，法警到场');
    await asOffice(the, 'approve-livestream-division-head', agreed, officers.head);
    await asOffice(the, 'approve-livestream-vice-president', agreed, officers.vice);
    await asOffice(the, 'report-livestream', { decision: 'returned', reason: why }, officers.tmo);
    await the.task('apply-livestream');
    expect(the.data('task-completed').filter(({ outcome }) => ['return', 'returned'].includes((outcome as { decision?: string }).decision ?? '')).map(({ kind }) => kind))
      .toEqual(['screen-livestream', 'approve-livestream-division-head', 'report-livestream']);
    expect(status(the)).not.toBe('approved');
    expect(the.data('livestream-decided')).toEqual([]);
  }, 60_000);

  test('returned: it goes through again from the step that the change touches; earlier approvals are void, not lost', async () => {
    const the = await begun();
    await appliedFor(the);
    await upToDivisionHead(the);
    await asOffice(the, 'approve-livestream-vice-president', { decision: 'return', reason: '请细化突发事件处置方案' }, officers.vice);
    const task = await the.task('apply-livestream');
    expect(task.facts).toMatchObject({ why: '请细化突发事件处置方案', returnedBy: 'vice-president', previous: { version: 1 } });
    await expect(the.complete(task, application, people.judge)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'nothing-changed' }] } });
    await the.complete(task, { ...application, incidentPlan: '技术人员值守，异常立即停播' }, people.judge);
    // The screening stands: it has nothing to do with the plan.
    await the.task('approve-livestream-division-head');
    expect(the.openTasks.map(({ kind }) => kind)).not.toContain('screen-livestream');
    await asOffice(the, 'approve-livestream-division-head', agreed, officers.head);
    await expect(asOffice(the, 'approve-livestream-vice-president', agreed, officers.head)).rejects.toMatchObject({ cause: { details: [{ code: 'approved-another-step' }] } });
    await expect(asOffice(the, 'approve-livestream-vice-president', agreed, people.judge)).rejects.toMatchObject({ cause: { details: [{ code: 'own-application' }] } });
    await asOffice(the, 'approve-livestream-vice-president', agreed, officers.vice);
    await everybodyTold(the);
    await the.until('approved', () => status(the) === 'approved');
  }, 60_000);

  test('the upper court returns it: applied for again with what it asks, and reported again (N2)', async () => {
    const the = await begun({ massInterest: true });
    await appliedFor(the);
    await upTheChain(the);
    await asOffice(the, 'report-livestream', { decision: 'returned', reason: '请补充舆情应对预案' }, officers.tmo);
    const task = await the.task('apply-livestream');
    expect(task.facts).toMatchObject({ why: '请补充舆情应对预案', previous: { version: 1 } });
  }, 60_000);

  test('new facts screen again at once: all assess again; one that excludes it ends it, also when it was approved', async () => {
    const the = await begun();
    await appliedFor(the);
    await everybodyTold(the);
    await upTheChain(the);
    await the.until('approved', () => status(the) === 'approved');
    await tell(the, { what: 'facts', facts: { massInterest: true }, reason: '新增多名同类原告' });
    await the.until('asked again', () => status(the) === 'assessing');
    expect(the.data('livestream-screened').at(-1)?.screening.reportedUpward).toMatchObject([{ code: 'mass-interest', article: 'N2' }]);
    await the.task('assess-livestream-risk', (open) => open.facts['round'] === 2);
    await expect(tell(the, { what: 'facts', facts: { massInterest: true }, reason: '同上' })).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'nothing-changed' }] } });
    await expect(tell(the, { what: 'facts', facts: { caseType: 'criminal' }, reason: '同上' })).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    await tell(the, { what: 'facts', facts: { tradeSecret: true }, reason: '被告主张商业秘密' });
    expect(await ended(the)).toMatchObject({ how: 'excluded', articles: ['N4(2)'] });
    await nothingOpen(the);
  }, 60_000);

  test('the case tells what changed of it: facts screen again at once, who joins is told, another bench assesses anew', async () => {
    const the = await begun();
    await appliedFor(the);
    await everybodyTold(the);
    await upTheChain(the);
    await the.until('approved', () => status(the) === 'approved');
    const changed = (change: Omit<CaseChanged, 'by' | 'reason'>): Promise<void> => the.handle.signal(signals.caseChanged, { by: people.clerk, reason: '案件情况变化', ...change } satisfies CaseChanged);
    await changed({ participants: [...the.filing.participants, { participantId: randomUUID(), personId: officers.second, role: 'witness' }] });
    await the.complete(await the.task('note-livestream', (open) => open.assignee.personId === officers.second), noted, people.clerk);
    await the.until('approved again', () => status(the) === 'approved');
    await changed({ bench: { judgeInCharge: officers.second, panel: [officers.second] } });
    await assessedBy(the, officers.second, low);
    // What it knows already, and what is no fact of a livestream, changes nothing.
    await changed({ facts: { tradeSecret: false, caseType: 'criminal' } });
    await changed({ facts: { tradeSecret: true } });
    expect(await ended(the)).toMatchObject({ how: 'excluded', articles: ['N4(2)'] });
    expect(the.data('livestream-event').filter(({ event }) => event.what === 'factsChanged')).toHaveLength(1);
    await nothingOpen(the);
  }, 60_000);

  test('the court’s clock is moved past the opening: what is not decided is not livestreamed', async () => {
    const the = await begun();
    await the.task('assess-livestream-risk');
    await the.handle.signal(signals.moveClock, { offsetMs: 5 * days, by: people.judge });
    expect(await ended(the)).toMatchObject({ how: 'notDecidedInTime' });
    await nothingOpen(the);
  }, 60_000);
});

describe('another system of the court answers by Signal', () => {
  test('the same record; a forged, a wrong and a late one are refused and kept', async () => {
    const the = await begun();
    await appliedFor(the);
    await asOffice(the, 'screen-livestream', passed, people.technician);
    const { taskId } = await the.task('approve-livestream-division-head');
    const send = (outcome: unknown, personId: string, id = taskId): Promise<void> => the.handle.signal(signals.answerTask, { taskId: id, outcome, personId, commandId: randomUUID() });
    const refused = (count: number) => the.until(`${count} refused`, () => the.data('signal-refused').length === count);
    await send(agreed, people.judge); //                       the applicant's own
    await refused(1);
    await send({ decision: 'approve' }, officers.head); //     without an opinion
    await refused(2);
    await send(agreed, officers.head, randomUUID()); //        a task that there is not
    await refused(3);
    expect(the.openTasks.map(({ kind }) => kind)).toContain('approve-livestream-division-head');
    await send(agreed, officers.head);
    await the.task('approve-livestream-vice-president');
    expect(the.data('task-completed').at(-1)).toMatchObject({ kind: 'approve-livestream-division-head', outcome: agreed, by: officers.head, via: 'signal' });
    await send(agreed, officers.vice); //                      late: it is answered already
    await refused(4);
    expect(the.data('signal-refused').map(({ signal, by }) => [signal, by])).toEqual([
      ['answerTask', people.judge], ['answerTask', officers.head], ['answerTask', officers.head], ['answerTask', officers.vice],
    ]);
    expect(the.data('livestream-event').filter(({ event }) => event.what === 'stepApproved')).toHaveLength(2);
  }, 60_000);

  test('both ways leave the same record, but for the channel and the system', async () => {
    const recordOf = async (way: (the: TestCase, task: { taskId: string; stream: string }) => Promise<unknown>) => {
      const the = await begun();
      await appliedFor(the);
      await asOffice(the, 'screen-livestream', passed, people.technician);
      const task = await the.task('approve-livestream-division-head');
      await the.until('the first form', () => the.data('livestream-form-kept').length === 1);
      const before = the.entries.length;
      await way(the, task);
      await the.task('approve-livestream-vice-president');
      await the.until('the form', () => the.data('livestream-form-kept').length === 2);
      // Ids and instants are of the one or the other; what is said is the same.
      const ids = /[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[\d:.]+Z/g;
      return the.entries.slice(before).map(({ kind, data }) => JSON.parse(JSON.stringify({ kind, data }).replaceAll(ids, '…')) as { kind: string; data: Record<string, unknown> });
    };
    const byWeb = await recordOf((the, task) => the.complete(task, agreed, officers.head));
    const bySystem = await recordOf((the, { taskId }) => the.handle.signal(signals.answerTask, { taskId, outcome: agreed, personId: officers.head, commandId: randomUUID(), system: '办公' }));
    const completed = bySystem.find(({ kind }) => kind === 'task-completed');
    expect(completed?.data).toMatchObject({ via: 'signal', system: '办公' });
    expect(bySystem.map(({ kind, data: { via: _via, system: _system, ...data } }) => ({ kind, data }))).toEqual(byWeb.map(({ kind, data: { via: _via, ...data } }) => ({ kind, data })));
  }, 120_000);
});
