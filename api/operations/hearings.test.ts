import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '@orpc/server';
import { randomUUID } from 'node:crypto';
import { movesOf } from '#api/operations/hearings/read.ts';
import { errorOf, openOperationsCourt, type OperationsCourt } from '#api/operations/testing/operations-court.ts';
import type { CaseFixture } from '#db/testing/court-fixture.ts';
import { demonstration } from './demonstration.ts';
import { hearings } from './hearings.ts';
import { people } from './people.ts';
import { supervision } from './supervision.ts';

let court: OperationsCourt;
let theCase: CaseFixture;
let hearingId: string;
beforeAll(async () => { court = await openOperationsCourt(); });
afterAll(() => court.close());
beforeEach(async () => {
  court.sent.length = 0;
  court.published.length = 0;
  theCase = await court.acceptedCase();
  hearingId = await theCase.scheduleHearing();
  await theCase.note('stage-entered', { stage: 'hearing', articles: ['G6'] });
});

/** Opens the room with a seat for each. */
async function openRoom(): Promise<void> {
  const { judge, clerk, plaintiff, defendant } = court.people;
  await theCase.note('hearing-room', { hearingId, state: 'provisioned', mediaHost: 'media-1' }, { hearingId });
  await court.sql`insert into rooms (hearing_id, case_id, room_id, pin, secret, media_host, state, recording_folder) values (${hearingId}, ${theCase.caseId}, ${`room-${hearingId}`}, 'the-pin', 'the-secret', 'media-1', 'open', '/r')`;
  for (const [person, participantId, role] of [[judge, null, 'presidingJudge'], [clerk, null, 'clerk'], [plaintiff, theCase.participants.plaintiff, 'plaintiff'], [defendant, theCase.participants.defendant, 'defendant']] as const) {
    await court.sql`insert into seats (hearing_id, person_id, participant_id, role, opaque_id, token) values (${hearingId}, ${person.personId}, ${participantId}, ${role}, ${randomUUID()}, 'the-token')`;
  }
}
const line = (more = {}) => ({ hearingId, lineId: randomUUID(), position: 1, speaker: '审判长', spokenAt: '2026-05-20T01:06:00.000Z', text: '现在开庭。', revision: 0, ...more });

describe('the room (G7)', () => {
  test('before it opens a participant is told when, afterwards they get their seat, without any secret of the room', async () => {
    expect(await errorOf(call(hearings.enter, { hearingId }, { context: court.as('defendant') }))).toMatchObject({ code: 'REFUSED', data: { code: 'room-not-open' } });
    await openRoom();
    const seat = await call(hearings.enter, { hearingId }, { context: court.as('defendant') });
    expect(seat).toMatchObject({ display: '李四', socketPath: `/media/janus?hearing=${hearingId}` });
    expect(JSON.stringify(seat)).not.toMatch(/the-(pin|secret|token)/);
    expect((await errorOf(call(hearings.enter, { hearingId }, { context: court.as('stranger') }))).code).toBe('NOT_FOUND');
    expect(await errorOf(call(hearings.enter, { hearingId }, { context: court.as('manager') }))).toMatchObject({ code: 'REFUSED', data: { code: 'not-your-part' } });
    expect(await errorOf(call(hearings.enter, { hearingId }, { context: court.as('defendant', { verified: false }) }))).toMatchObject({ data: { code: 'identity-not-verified' } });
  });

  test('the meeting number leads in only those whom the hearing concerns', async () => {
    const { meetingNumber } = await call(hearings.get, { hearingId }, { context: court.as('judge') });
    expect(await call(hearings.byMeetingNumber, { meetingNumber }, { context: court.as('plaintiff') })).toEqual({ hearingId });
    const problemOf = (number: string) => errorOf(call(hearings.byMeetingNumber, { meetingNumber: number }, { context: court.as('stranger') }));
    expect((await problemOf(meetingNumber)).code).toBe('NOT_FOUND');
    expect((await problemOf(meetingNumber)).data).toEqual((await problemOf('999999999999')).data);
  });

  test('judge and clerk see the moves of their part with articles, others none', async () => {
    await openRoom();
    const moves = async (who: 'judge' | 'clerk' | 'plaintiff') => (await call(hearings.get, { hearingId }, { context: court.as(who) })).moves.map((one) => one.move);
    expect([await moves('judge'), await moves('clerk'), await moves('plaintiff')]).toEqual([['adjourn'], ['read-discipline'], []]);
    await theCase.note('hearing-phase', { hearingId, from: 'preparing', to: 'discipline', move: 'read-discipline', by: court.people.clerk.personId, articles: ['G6'] }, { hearingId });
    expect((await call(hearings.get, { hearingId }, { context: court.as('judge') })).moves).toContainEqual({ move: 'open', title: { zh: '宣布开庭', en: 'Open the hearing' }, articles: expect.arrayContaining(['G6', 'G7']) });
  });

  test('from a suspension the way leads back to the phase that it interrupted', () => {
    const moves = movesOf({ kind: 'trial', phase: 'suspended', returnTo: 'evidence', state: 'open' }, 'judge').map((one) => one.move);
    expect(moves).toEqual(['resume', 'adjourn', 'close-withdrawn']);
    expect(movesOf({ kind: 'trial', phase: 'scheduled', returnTo: null, state: 'scheduled' }, 'judge')).toEqual([]);
  });

  test('a move goes to the hearing’s workflow as judge or as clerk', async () => {
    await call(hearings.move, { hearingId, move: 'recess' }, { context: court.as('judge') });
    await call(hearings.move, { hearingId, move: 'read-discipline' }, { context: court.as('clerk') });
    expect(court.sent).toMatchObject([
      { workflowId: `hearing-${hearingId}`, update: 'movePhase', args: [{ move: 'recess', as: 'judge', personId: court.people.judge.personId }] },
      { workflowId: `hearing-${hearingId}`, update: 'movePhase', args: [{ move: 'read-discipline', as: 'clerk', personId: court.people.clerk.personId }] },
    ]);
    expect((await errorOf(call(hearings.move, { hearingId, move: 'close' }, { context: court.as('plaintiff') }))).code).toBe('REFUSED');
    expect((await errorOf(call(hearings.move, { hearingId, move: 'close' }, { context: court.as('clerk2') }))).code).toBe('NOT_FOUND');
  });

  test('each sees of the tasks of the hearing what is theirs', async () => {
    await theCase.openTask('acknowledge-discipline', { role: 'participant', personId: court.people.defendant.personId, participantId: theCase.participants.defendant }, { hearingId });
    const seen = async (who: 'judge' | 'defendant' | 'plaintiff') => (await call(hearings.get, { hearingId }, { context: court.as(who) })).tasks.map((task) => [task.kind, task.mine]);
    expect([await seen('defendant'), await seen('judge'), await seen('plaintiff')]).toEqual([[['acknowledge-discipline', true]], [['acknowledge-discipline', false]], []]);
  });
});

describe('the transcript (G7, G9)', () => {
  test('the clerk writes, the other is told within the write, the judge amends, parties read', async () => {
    const first = line();
    expect(await call(hearings.writeLine, first, { context: court.as('clerk') })).toMatchObject({ revision: 1, amended: false });
    expect(court.published).toEqual([{ type: 'transcript', caseId: theCase.caseId, hearingId, lineId: first.lineId }]);
    expect(await call(hearings.writeLine, { ...first, revision: 1, text: '更正' }, { context: court.as('judge') })).toMatchObject({ revision: 2, amended: true });
    expect((await call(hearings.transcript, { hearingId }, { context: court.as('plaintiff') }))).toMatchObject({ writable: false, lines: [{ text: '更正' }] });
    expect((await call(hearings.transcript, { hearingId }, { context: court.as('clerk') })).writable).toBe(true);
    expect((await errorOf(call(hearings.writeLine, line(), { context: court.as('plaintiff') }))).code).toBe('REFUSED');
    expect((await errorOf(call(hearings.writeLine, line(), { context: court.as('clerk2') }))).code).toBe('NOT_FOUND');
  });

  test('a stale line is a conflict with what stands there now; nothing is lost', async () => {
    const first = line();
    await call(hearings.writeLine, first, { context: court.as('clerk') });
    await call(hearings.writeLine, { ...first, revision: 1, text: '法官改' }, { context: court.as('judge') });
    expect(await errorOf(call(hearings.writeLine, { ...first, revision: 1, text: '书记员改' }, { context: court.as('clerk') })))
      .toMatchObject({ code: 'CONFLICT', data: { code: 'line-changed', detail: { text: '法官改', revision: 2 } } });
  });

  test('fixed for signing it is closed to all, until the judge reopens it with a reason', async () => {
    const first = line();
    await call(hearings.writeLine, first, { context: court.as('clerk') });
    await theCase.note('stage-entered', { stage: 'signing', articles: ['G9'] });
    await court.sql`insert into transcript_versions (hearing_id, version, case_id, sha256, canonical, frozen_at) values (${hearingId}, 1, ${theCase.caseId}, 'x', 'y', now())`;
    expect(await errorOf(call(hearings.writeLine, { ...first, revision: 1 }, { context: court.as('judge') }))).toMatchObject({ code: 'REFUSED', data: { code: 'transcript-frozen', articles: ['G9'] } });
    expect(await errorOf(call(hearings.removeLine, { hearingId, lineId: first.lineId }, { context: court.as('clerk') }))).toMatchObject({ data: { code: 'transcript-frozen' } });
    const may = async (who: 'judge' | 'clerk') => (await call(hearings.get, { hearingId }, { context: court.as(who) })).may;
    expect([await may('judge'), await may('clerk')]).toEqual([{ writeTranscript: false, reopenTranscript: true }, { writeTranscript: false, reopenTranscript: false }]);
    await call(hearings.reopenTranscript, { hearingId, reason: '更正发言' }, { context: court.as('judge') });
    expect(court.sent).toMatchObject([{ workflowId: `case-${theCase.caseId}`, update: 'reopenTranscript', args: [{ hearingId, reason: '更正发言' }] }]);
    expect((await errorOf(call(hearings.reopenTranscript, { hearingId, reason: '更正发言' }, { context: court.as('clerk') }))).code).toBe('REFUSED');
  });

  test('after the signing nobody writes', async () => {
    await theCase.note('stage-entered', { stage: 'archiving', articles: ['G10'] });
    expect(await errorOf(call(hearings.writeLine, line(), { context: court.as('clerk') }))).toMatchObject({ data: { code: 'transcript-closed' } });
  });
});

describe('supervision', () => {
  test('looking at the history is itself on record, before it is shown', async () => {
    const { entries } = await call(supervision.history, { caseId: theCase.caseId }, { context: court.as('manager') });
    expect(entries.filter((entry) => entry.kind === 'viewing')).toMatchObject([{ who: '吴管理' }]);
    expect((await errorOf(call(supervision.history, { caseId: theCase.caseId }, { context: court.as('judge') }))).code).toBe('REFUSED');
    expect((await errorOf(call(supervision.history, { caseId: theCase.caseId }, { context: court.as('operations') }))).code).toBe('NOT_FOUND');
  });

  test('failed steps are for operations', async () => {
    await theCase.openTask('repair-step', { role: 'operations' }, { facts: { step: 'sealArchive', error: 'disk full', input: {}, attempts: 4 } });
    expect((await call(supervision.failedSteps, undefined, { context: court.as('operations') })).steps).toMatchObject([{ step: 'sealArchive', caseNumber: theCase.caseNumber }]);
    expect((await errorOf(call(supervision.failedSteps, undefined, { context: court.as('manager') }))).code).toBe('NOT_FOUND');
  });

  test('one’s own command can be asked about, another’s not', async () => {
    const context = court.as('judge');
    await call(hearings.move, { hearingId, move: 'recess' }, { context });
    const commandId = context.idempotencyKey!;
    expect(await call(supervision.command, { commandId }, { context: court.as('judge') })).toMatchObject({ commandId, state: 'answered' });
    expect((await errorOf(call(supervision.command, { commandId }, { context: court.as('clerk') }))).code).toBe('NOT_FOUND');
  });

  test('a part that cannot be reached is named, and the others are still told', async () => {
    const context = { ...court.as('operations'), environment: { media: { janusUrl: 'ws://127.0.0.1:1' } } as never, temporal: { connection: { withDeadline: async () => { throw new Error('no Temporal'); } } } as never };
    const { parts, pendingCommands } = await call(supervision.health, undefined, { context });
    expect(parts.map((part) => [part.part, part.healthy])).toEqual([['postgresql', true], ['temporal', false], ['janus', false]]);
    expect(pendingCommands).toBe(0);
  });
});

describe('people', () => {
  test('who am I: the own phone with its middle hidden', async () => {
    expect(await call(people.me, undefined, { context: court.as('plaintiff', { phone: '13800000001' }) })).toMatchObject({ staff: false, verified: true, phone: '138****0001' });
  });

  test('the court is told to everybody', async () => {
    expect(await call(people.court, undefined, { context: { ...court.as('judge'), user: null } })).toMatchObject({ mode: 'demonstration', clock: { movable: true, offsetMs: 0 }, courtrooms: [{ id: 'c1' }, { id: 'c2' }] });
  });

  test.each([
    ['a wrong check digit', { name: '王五', identityNumber: '410602197809233031' }, '13800000003', 'INVALID', undefined],
    ['nobody of the register', { name: '无名', identityNumber: '110101199003077758' }, '13800000003', 'REFUSED', 'identity-unknown'],
    ['another name', { name: '王六', identityNumber: '410602197809233030' }, '13800000003', 'REFUSED', 'identity-name-differs'],
    ['another’s phone', { name: '王五', identityNumber: '410602197809233030' }, '13900000009', 'REFUSED', 'identity-phone-differs'],
  ] as const)('verification (G3) with %s', async (_what, input, phone, code, rule) => {
    const error = await errorOf(call(people.verifyIdentity, input, { context: court.as('stranger', { phone, verified: false }) }));
    expect([error.code, error.data['code']]).toEqual([code, rule]);
  });

  test('verification makes the account the person whom others named before', async () => {
    const [named] = await court.sql<{ id: string }[]>`insert into persons (id, kind, name, identity_number, phone) values (${randomUUID()}, 'natural', '赵六', '410811199511054044', '13800000004') returning id`;
    const [account] = await court.sql<{ id: string }[]>`insert into persons (id, kind, name, phone) values (${randomUUID()}, 'natural', '13800000004', '13800000004') returning id`;
    const me = await call(people.verifyIdentity, { name: '赵六', identityNumber: '410811199511054044' }, { context: court.as('stranger', { personId: account!.id, phone: '13800000004', verified: false }) });
    expect(me).toMatchObject({ personId: named!.id, name: '赵六', verified: true });
  });

  test('a draft is one’s own, and the last one stands', async () => {
    for (const claims of ['一', '二']) await call(people.saveDraft, { key: 'filing', content: { claims } }, { context: court.as('plaintiff') });
    expect(await call(people.draft, { key: 'filing' }, { context: court.as('plaintiff') })).toMatchObject({ content: { claims: '二' } });
    expect(await call(people.draft, { key: 'filing' }, { context: court.as('defendant') })).toEqual({ content: null, savedAt: null });
  });
});

describe('the demonstration court', () => {
  const told: string[] = [];
  const withTemporal = (mode: 'demonstration' | 'production', clock: 'movable' | 'real') => ({
    ...court.as('judge'), environment: { court: { mode, clock, data: '' } } as never,
    temporal: { workflow: { getHandle: (id: string) => ({ signal: async () => { told.push(id); } }) } } as never,
  });

  test('moves its clock forward and tells open cases and hearings', async () => {
    told.length = 0;
    const first = await call(demonstration.moveClock, { forwardMinutes: 60 }, { context: withTemporal('demonstration', 'movable') });
    const second = await call(demonstration.moveClock, { forwardMinutes: 30 }, { context: withTemporal('demonstration', 'movable') });
    expect([first.offsetMs, second.offsetMs]).toEqual([3_600_000, 5_400_000]);
    expect(told).toEqual(expect.arrayContaining([`case-${theCase.caseId}`, `hearing-${hearingId}`]));
    expect(court.published.at(-1)).toEqual({ type: 'clock', offsetMs: 5_400_000 });
  });

  test('elsewhere there is neither clock nor outbox', async () => {
    expect((await errorOf(call(demonstration.moveClock, { forwardMinutes: 60 }, { context: withTemporal('production', 'real') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(demonstration.moveClock, { forwardMinutes: 60 }, { context: withTemporal('demonstration', 'real') }))).code).toBe('NOT_FOUND');
    expect((await errorOf(call(demonstration.outbox, {}, { context: withTemporal('production', 'real') }))).code).toBe('NOT_FOUND');
    expect((await call(demonstration.outbox, {}, { context: { ...withTemporal('demonstration', 'movable'), user: null } })).messages).toEqual([]);
  });
});
