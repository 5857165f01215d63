import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { livestreamWorkflowId } from '#domain/case/ids.ts';
import { intendedFactsSchema, type IntendedFacts } from '#domain/livestream/facts.ts';
import { facts } from '#domain/livestream/testing/sample-approval.ts';
import type { IntendLivestream } from '#domain/messages/livestream.ts';
import { updates, type Journalled } from '#domain/messages/messages.ts';
import { failing, people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { closed, exchanged, opened, prepared, scheduled, signed } from '#workflows/testing/walk.ts';

let court: TestCourt;
let open: TestCourt | undefined;
afterAll(async () => { await closeCourt(); });
/** Closed once, also where the next one does not open. */
async function closeCourt(): Promise<void> {
  const last = open;
  open = undefined;
  await last?.close();
}

async function upToScheduled(): Promise<TestCase> {
  await closeCourt();
  open = court = await TestCourt.open();
  const the = await court.file();
  await exchanged(the);
  await scheduled(the);
  await the.until('preparation', () => the.data('stage-entered').at(-1)?.stage === 'preparation');
  return the;
}

const plain: IntendedFacts = intendedFactsSchema.strip().parse(facts);
const hearingId = (the: TestCase): string => the.data('hearing-scheduled').at(-1)?.hearing.hearingId ?? '';
const intend = (the: TestCase, more: Partial<IntendLivestream> = {}): Promise<Journalled> =>
  the.handle.executeUpdate<Journalled, [IntendLivestream]>(updates.intendLivestream, {
    args: [{ hearingId: hearingId(the), facts: plain, personId: people.judge, commandId: randomUUID(), ...more }],
  });
const decided = (the: TestCase) => the.until('decided', () => the.data('livestream-decided')[0]?.end);

describe('a livestream is intended (N2)', () => {
  test('by the judge in charge alone, for a hearing that is scheduled, once; a repeated command gets the same answer', async () => {
    const the = await upToScheduled();
    await expect(intend(the, { personId: people.clerk })).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    await expect(intend(the, { hearingId: randomUUID() })).rejects.toMatchObject({ cause: { type: 'NotFound' } });
    await expect(intend(the, { facts: { ...plain, causeFamily: 'unknown' } as never })).rejects.toMatchObject({ cause: { type: 'Invalid' } });
    const commandId = randomUUID();
    const first = await intend(the, { commandId });
    expect(first.stream).toBe(the.stream);
    expect(await intend(the, { commandId })).toEqual(first);
    await expect(intend(the)).rejects.toMatchObject({ cause: { type: 'Refused', details: [{ code: 'livestream-intended-already', articles: ['N2'] }] } });
    const task = await the.task('assess-livestream-risk');
    expect(task.stream).toBe(livestreamWorkflowId(hearingId(the)));
    expect(task.facts['facts']).toMatchObject({ caseType: 'civil', sessionKind: 'trial', causeFamily: 'contract' });
  }, 60_000);

  test('the hearing is postponed: nothing of it is livestreamed, and the next one is intended anew', async () => {
    const the = await upToScheduled();
    await intend(the);
    await the.task('assess-livestream-risk');
    const before = hearingId(the);
    await the.answer('test-courtroom', { result: 'postpone', reason: '法庭设备检修' });
    expect(await decided(the)).toMatchObject({ how: 'hearingCancelled', reason: { zh: '法庭设备检修' } });
    await expect(intend(the, { hearingId: before })).rejects.toMatchObject({ cause: { type: 'Refused' } });
    await scheduled(the);
    await the.until('again', () => hearingId(the) !== before);
    await intend(the);
    expect((await the.task('assess-livestream-risk')).stream).toBe(livestreamWorkflowId(hearingId(the)));
  }, 60_000);

  test('not decided by the opening: the hearing is held and archived all the same, with the journal and history of the approval', async () => {
    const the = await upToScheduled();
    let streams: string[] = [];
    court.faults = { sealArchive: async (input) => { streams = input.streams; return { archiveId: input.archiveId, mainVolume: 'm', confidentialVolume: 'c', disc: 'd' }; } };
    await intend(the);
    await prepared(the);
    await opened(the);
    await court.env.sleep('30m');
    expect(await decided(the)).toMatchObject({ how: 'notDecidedInTime', articles: ['N2'] });
    await expect(intend(the)).rejects.toMatchObject({ cause: { type: 'Refused' } });
    await closed(the);
    await signed(the);
    await the.answer('complete-archive', { checked: true, registrationNumber: '备2026-9' });
    await the.handle.result();
    expect(streams).toContain(livestreamWorkflowId(hearingId(the)));
    expect(the.openTasks).toEqual([]);
    court.faults = {};
  }, 120_000);

  test('the archive waits until the approval’s form is kept (N2)', async () => {
    const the = await upToScheduled();
    const order: string[] = [];
    court.faults = {
      makeLivestreamForm: failing('no fonts'),
      sealArchive: async (input) => { order.push('sealed'); return { archiveId: input.archiveId, mainVolume: 'm', confidentialVolume: 'c', disc: 'd' }; },
    };
    await intend(the);
    await prepared(the);
    await opened(the);
    await court.env.sleep('30m');
    await closed(the);
    await signed(the);
    const repair = await the.task('repair-step');
    await the.answer('complete-archive', { checked: true, registrationNumber: '备2026-9' });
    await court.env.sleep('1h');
    expect(order).toEqual([]);
    court.faults = { ...court.faults, makeLivestreamForm: async () => { order.push('form'); return { fileId: randomUUID() }; } };
    await the.complete(repair, { action: 'retry' }, people.operations);
    await the.handle.result();
    expect(order).toEqual(['form', 'sealed']);
    court.faults = {};
  }, 120_000);

  test('a case without one keeps to what it did: no livestream in any journal', async () => {
    const the = await upToScheduled();
    await the.answer('test-courtroom', { result: 'offline', reason: '当事人要求线下' });
    await the.handle.result();
    expect(the.entries.filter(({ kind }) => kind.startsWith('livestream'))).toEqual([]);
  }, 60_000);
});
