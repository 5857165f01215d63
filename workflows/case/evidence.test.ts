import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { boundsOf } from '#domain/calendar/day.ts';
import type { EvidenceAct } from '#domain/evidence/acts.ts';
import { updates, type Journalled } from '#domain/messages/messages.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { agreed, exchanged, opened, prepared, scheduled, signed } from '#workflows/testing/walk.ts';

let court: TestCourt;
beforeEach(async () => {
  await court?.close();
  court = await TestCourt.open();
}, 60_000);
afterAll(async () => { await court?.close(); });

const described = (title = '借条') => ({ title, source: '原告', proves: '借款事实', fileId: randomUUID(), kind: 'documentary' as const, form: 'original' as const, pages: 1 });
/** Acts, and waits until the journal shows it. */
async function act(the: TestCase, personId: string, what: EvidenceAct, commandId: string = randomUUID()): Promise<Journalled> {
  const answer = await the.handle.executeUpdate<Journalled, [unknown]>(updates.actOnEvidence, { args: [{ personId, commandId, act: what }], updateId: commandId });
  await the.until(`entry ${answer.seq}`, () => court.entries(answer.stream).some(({ seq }) => seq >= answer.seq));
  return answer;
}
/** The code of the refusal that the act meets. */
const refusalOf = async (the: TestCase, personId: string, what: EvidenceAct): Promise<string | undefined> => {
  try {
    await act(the, personId, what);
    return undefined;
  } catch (error) {
    return (error as { cause?: { details?: { code: string }[] } }).cause?.details?.[0]?.code;
  }
};
const items = (the: TestCase) => {
  const all = [...the.data('evidence-submitted').flatMap((data) => data.items), ...the.data('evidence-changed').flatMap((data) => data.items)];
  return [...new Map(all.map((item) => [item.evidenceId, item])).values()];
};
const opinion = (evidenceId: string, remark = '') => ({ evidenceId, authenticity: true, legality: true, relevance: remark === '', remark });
const changes = (the: TestCase) => the.data('evidence-changed').map(({ change }) => change.what);

/** Court time passes until after the deadline. */
async function afterDeadline(the: TestCase): Promise<void> {
  const period = the.data('evidence-period').at(-1)!.period;
  await court.env.sleep(boundsOf(period.lastDay).last - (await court.env.currentTimeMs()) + 60_000);
}

describe('the time for evidence (CPL-68, EVD-51)', () => {
  test('fifteen days unless the court sets another; submissions run beside one another until its end, then the case goes on', async () => {
    const the = await court.file();
    await agreed(the);
    const task = await the.task('submit-evidence', (open) => open.assignee.personId === people.plaintiff);
    expect(the.data('evidence-period')).toMatchObject([{ period: { days: 15, basis: 'court' }, by: 'system', articles: ['CPL-68', 'EVD-51', 'CPL-85'] }]);
    expect(task.dueAt).toBe(new Date(boundsOf(the.data('evidence-period')[0]!.period.lastDay).last).toISOString());
    await the.task('submit-evidence', (open) => open.assignee.personId === people.defendant);
    await afterDeadline(the);
    await the.until('scheduling', () => the.data('stage-entered').at(-1)?.stage === 'scheduling');
    expect(the.data('task-overdue').map(({ kind }) => kind)).toEqual(['submit-evidence', 'submit-evidence']);
  }, 60_000);

  test('the judge sets it: too short is refused with its article, by agreement it is allowed, and open submissions follow', async () => {
    const the = await court.file();
    await agreed(the);
    await the.task('submit-evidence');
    const set = { what: 'setPeriod', procedure: 'firstOrdinary', days: 5, reason: '双方同意缩短' } as const;
    expect(await refusalOf(the, people.judge, { ...set, basis: 'court' })).toBe('period-too-short');
    expect(await refusalOf(the, people.clerk, { ...set, basis: 'agreed' })).toBe('evidence-not-yours');
    await act(the, people.judge, { ...set, basis: 'agreed' });
    await afterDeadline(the);
    await the.until('scheduling', () => the.data('stage-entered').at(-1)?.stage === 'scheduling');
    expect(the.data('evidence-period').at(-1)).toMatchObject({ period: { days: 5, basis: 'agreed' }, by: people.judge });
  }, 60_000);
});

describe('items, versions, opinions (G8)', () => {
  test('a party adds until the deadline and replaces: the others are asked about each version, and an old opinion stays on the old one', async () => {
    const the = await court.file();
    await exchanged(the);
    await act(the, people.plaintiff, { what: 'offer', items: [described('转账凭证'), described('聊天记录')] });
    const asked = await the.task('confirm-evidence', (open) => open.assignee.personId === people.defendant);
    const [first, second] = asked.facts['items'] as { evidenceId: string }[];
    await expect(the.complete(asked, { opinions: [opinion(first!.evidenceId), { ...opinion(second!.evidenceId), relevance: false }] }, people.defendant)).rejects.toThrow();
    await the.complete(asked, { opinions: [opinion(first!.evidenceId), opinion(second!.evidenceId, '与借款无关')] }, people.defendant);
    await act(the, people.plaintiff, { what: 'replace', evidenceId: first!.evidenceId, item: described('转账凭证（银行盖章）') });
    const again = await the.task('confirm-evidence', (open) => open.assignee.personId === people.defendant);
    expect(again.facts['items']).toMatchObject([{ evidenceId: first!.evidenceId, version: 2 }]);
    const item = items(the).find(({ evidenceId }) => evidenceId === first!.evidenceId);
    expect(item).toMatchObject({ version: 2, formerVersions: [{ version: 1, title: '转账凭证' }], opinions: [{ version: 1 }] });
    expect(items(the).map(({ number }) => number)).toEqual([1, 2, 3]);
    // Taken back: nobody is asked any more.
    await act(the, people.plaintiff, { what: 'withdraw', evidenceId: first!.evidenceId, reason: '重复提交' });
    await the.until('withdrawn task', () => the.data('task-withdrawn').some(({ taskId }) => taskId === again.taskId));
    expect(await refusalOf(the, people.defendant, { what: 'replace', evidenceId: second!.evidenceId, item: described() })).toBe('evidence-not-yours');
  }, 60_000);

  test('the same command twice makes one item', async () => {
    const the = await court.file();
    await exchanged(the);
    const commandId = randomUUID();
    const offer: EvidenceAct = { what: 'offer', items: [described('收条')] };
    const [first, again] = [await act(the, people.plaintiff, offer, commandId), await act(the, people.plaintiff, offer, commandId)];
    expect(again).toEqual(first);
    expect(items(the)).toHaveLength(2);
  }, 60_000);
});

describe('late evidence (CPL-68, INT-101, INT-102)', () => {
  test('needs a reason; the judge admits it, with only what the law leaves; then the others are asked', async () => {
    const the = await court.file();
    await exchanged(the);
    await afterDeadline(the);
    expect(await refusalOf(the, people.plaintiff, { what: 'offer', items: [described('公证书')] })).toBe('late-reason');
    await act(the, people.plaintiff, { what: 'offer', items: [described('公证书')], lateReason: '公证处刚刚出具' });
    const task = await the.task('admit-late-evidence');
    expect(task.facts).toMatchObject({ lateReason: '公证处刚刚出具' });
    const finding = { lateness: 'notGross', basicFact: true, reason: '并非故意' } as const;
    await expect(the.complete(task, { ...finding, decision: 'refuse' }, people.judge)).rejects.toThrow();
    await the.complete(task, { ...finding, decision: 'admitWithReprimand' }, people.judge);
    await the.task('confirm-evidence', (open) => open.assignee.personId === people.defendant);
    expect(the.data('evidence-changed').at(-1)).toMatchObject({ change: { what: 'decidedLate' }, articles: ['CPL-68', 'INT-102'] });
  }, 60_000);

  test('not admitted: nobody examines it', async () => {
    const the = await court.file();
    await exchanged(the);
    await afterDeadline(the);
    await act(the, people.plaintiff, { what: 'offer', items: [described('公证书')], lateReason: '不想早交' });
    await the.answer('admit-late-evidence', { lateness: 'gross', basicFact: false, decision: 'refuse', reason: '无正当理由' }, people.judge);
    const { evidenceId } = items(the).at(-1)!;
    expect(await refusalOf(the, people.defendant, { what: 'opinion', opinion: opinion(evidenceId) })).toBe('evidence-not-in-play');
    expect(the.openTasks.filter(({ kind }) => kind === 'confirm-evidence')).toEqual([]);
  }, 60_000);
});

describe('a technician’s guidance (G8)', () => {
  test('asked for once at a time, kept with what was done; asked again afterwards', async () => {
    const the = await court.file();
    await exchanged(the);
    const ask: EvidenceAct = { what: 'askGuidance', about: '视频传不上去', callBack: 'phone' };
    await act(the, people.defendant, ask);
    expect(await refusalOf(the, people.defendant, ask)).toBe('guidance-asked');
    const task = await the.task('guide-evidence');
    expect(task.assignee).toEqual({ role: 'technician', participantId: the.participantOf(people.defendant) });
    await the.complete(task, { result: 'guided', record: '电话指导压缩视频后上传成功' }, people.technician);
    await act(the, people.defendant, ask);
    await the.task('guide-evidence');
  }, 60_000);
});

describe('in the hearing (G8, CPL-71, CPL-142, CPL-144)', () => {
  test('offered in the room, shown, opinions by the party and by the clerk from speech, examined; after the debate nothing more; the case is sealed with nothing left open', async () => {
    const the = await court.file();
    await exchanged(the);
    await scheduled(the);
    await prepared(the);
    const { evidenceId } = items(the)[0]!;
    expect(await refusalOf(the, people.judge, { what: 'present', evidenceId })).toBe('not-in-evidence-phase');
    await opened(the);
    await the.move('begin-evidence', 'judge');
    await act(the, people.defendant, { what: 'offer', items: [described('还款记录')], lateReason: '庭前未找到' });
    const offered = items(the).at(-1)!;
    expect(offered.offeredIn).toBe(the.data('hearing-scheduled').at(-1)!.hearing.hearingId);
    if (offered.late) await the.answer('admit-late-evidence', { lateness: 'notObjectedTo', basicFact: true, decision: 'admit', reason: '对方不持异议' }, people.judge);
    const asked = await the.task('confirm-evidence', (open) => open.assignee.personId === people.plaintiff);
    expect(await refusalOf(the, people.judge, { what: 'examine', evidenceId: offered.evidenceId })).toBe('not-presented');
    await act(the, people.judge, { what: 'present', evidenceId: offered.evidenceId });
    // The clerk enters what the plaintiff says: nobody asks the plaintiff any more.
    await act(the, people.clerk, { what: 'opinion', of: the.participantOf(people.plaintiff)!, opinion: opinion(offered.evidenceId, '不是本案的还款') });
    await the.until('the question is taken back', () => the.data('task-withdrawn').some(({ taskId }) => taskId === asked.taskId));
    await act(the, people.clerk, { what: 'examine', evidenceId: offered.evidenceId });
    expect(items(the).find((item) => item.evidenceId === offered.evidenceId)).toMatchObject({
      examination: { state: 'examined' }, opinions: [{ enteredBy: people.clerk, hearingId: offered.offeredIn, relevance: false }],
    });
    await act(the, people.plaintiff, { what: 'offer', items: [described('迟来的证据')], lateReason: '刚找到' });
    for (const move of ['begin-debate', 'begin-final-statements', 'close']) await the.move(move, 'judge');
    await signed(the);
    await the.task('complete-archive');
    expect(await refusalOf(the, people.plaintiff, { what: 'offer', items: [described()], lateReason: '又找到一份' })).toBe('evidence-closed');
    await the.answer('complete-archive', { checked: true, registrationNumber: '备2026-1' });
    await the.handle.result();
    expect(the.openTasks).toEqual([]);
    expect(changes(the)).toEqual(expect.arrayContaining(['presented', 'opinions', 'examined']));
  }, 120_000);
});
