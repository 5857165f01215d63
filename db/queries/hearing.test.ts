import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { findHearing, findSeat, hearingByMeetingNumber } from './hearing-detail.ts';
import { removeLine, transcriptOf, writeLine, type LineWrite } from './transcript.ts';
import { busyFor } from './bookings.ts';
import { failedSteps, openStreams, outbox, stuckCounts } from './supervision.ts';
import { noticeOf } from './notices.ts';

let court: CourtFixture;
let theCase: CaseFixture;
let hearingId: string;

beforeAll(async () => {
  court = await openCourt();
  theCase = await court.acceptedCase();
  hearingId = await theCase.scheduleHearing();
  const { judge, clerk, plaintiff, defendant } = court.people;
  const room = { hearingId };
  await theCase.note('hearing-room', { hearingId, state: 'provisioned', mediaHost: 'media-1' }, room);
  await court.sql`insert into rooms (hearing_id, case_id, room_id, pin, secret, media_host, state, recording_folder) values (${hearingId}, ${theCase.caseId}, 'room-1', 'p', 's', 'media-1', 'open', '/r')`;
  for (const [person, participantId, role] of [[judge, null, 'presidingJudge'], [clerk, null, 'clerk'], [plaintiff, theCase.participants.plaintiff, 'plaintiff'], [defendant, theCase.participants.defendant, 'defendant']] as const) {
    await court.sql`insert into seats (hearing_id, person_id, participant_id, role, opaque_id, token) values (${hearingId}, ${person.personId}, ${participantId}, ${role}, ${`seat-${role}`}, 't')`;
  }
  await theCase.note('presence-changed', { hearingId, participantId: theCase.participants.defendant, state: 'away', cause: 'networkLoss', evidence: ['e1'] }, room);
  await theCase.note('presence-changed', { hearingId, participantId: judge.personId, state: 'present', evidence: [] }, room);
  const taskId = await theCase.openTask('acknowledge-discipline', { role: 'participant', personId: plaintiff.personId, participantId: theCase.participants.plaintiff }, { hearingId });
  await theCase.note('task-completed', { taskId, kind: 'acknowledge-discipline', outcome: { acknowledged: true, version: '1' }, by: plaintiff.personId, commandId: taskId, via: 'update' });
  await theCase.note('interruption-opened', { hearingId, interruptionId: 'i1', participantId: theCase.participants.defendant, cause: 'networkLoss', suspendedBySystem: false }, room);
  await theCase.note('hearing-phase', { hearingId, from: 'evidence', to: 'suspended', move: 'suspend', by: judge.personId, articles: ['G12'] }, room);
});
afterAll(() => court.close());

test('the room: seats with presence and acknowledgement, the interruption by name, where a pause leads back to', async () => {
  const hearing = await findHearing(court.sql, hearingId);
  expect(hearing?.seats.map((seat) => [seat.name, seat.role, seat.presence, seat.cause, seat.acknowledged])).toEqual([
    ['王审判', 'presidingJudge', 'present', null, false], ['陈书记', 'clerk', 'unknown', null, false], ['张三', 'plaintiff', 'unknown', null, true], ['李四', 'defendant', 'away', 'networkLoss', false],
  ]);
  expect(hearing).toMatchObject({ state: 'open', phase: 'suspended', returnTo: 'evidence', roomOpen: true, frozen: false, courtroom: '第一互联网法庭', interruption: { who: '李四', interruptionId: 'i1' } });
  expect(await findHearing(court.sql, randomUUID())).toBeNull();
});

test('a seat is found while its room is open, by the meeting number too', async () => {
  const { meetingNumber } = (await findHearing(court.sql, hearingId))!;
  expect(await hearingByMeetingNumber(court.sql, meetingNumber)).toBe(hearingId);
  expect(await hearingByMeetingNumber(court.sql, '000000000')).toBeNull();
  expect(await findSeat(court.sql, hearingId, court.people.defendant.personId)).toEqual({ roomId: 'room-1', opaqueId: 'seat-defendant', display: '李四' });
  expect(await findSeat(court.sql, hearingId, court.people.stranger.personId)).toBeNull();
  await court.sql`update rooms set state = 'closed'`;
  expect(await findSeat(court.sql, hearingId, court.people.defendant.personId)).toBeNull();
});

test('the notice that a person may confirm: one’s own, of a hearing that is still to come', async () => {
  expect(await noticeOf(court.sql, theCase.caseId, hearingId, court.people.plaintiff.personId)).toEqual({ participantId: theCase.participants.plaintiff, provenHow: null });
  expect(await noticeOf(court.sql, theCase.caseId, hearingId, court.people.stranger.personId)).toBeNull();
  const other = await court.acceptedCase();
  expect(await noticeOf(court.sql, other.caseId, hearingId, court.people.plaintiff.personId)).toBeNull();
  const cancelled = await other.scheduleHearing();
  await other.note('hearing-cancelled', { hearingId: cancelled, why: 'test' });
  expect(await noticeOf(court.sql, other.caseId, cancelled, court.people.plaintiff.personId)).toBeNull();
});

describe('transcript lines', () => {
  const line = (more: Partial<LineWrite> = {}): LineWrite => ({ hearingId, lineId: randomUUID(), position: 1, speaker: '审判长', spokenAt: '2026-05-20T01:06:00.000Z', text: '现在开庭。', revision: 0, ...more });
  const write = (what: LineWrite, as: 'clerk' | 'judge' = 'clerk') => writeLine(court.sql, what, court.people[as].personId, as);

  test('the clerk writes, the judge amends, and the line says so', async () => {
    const first = line();
    expect(await write(first)).toMatchObject({ how: 'written', line: { revision: 1, amended: false } });
    expect(await write({ ...first, revision: 1, text: '现在开庭！' }, 'judge')).toMatchObject({ how: 'written', line: { revision: 2, amended: true, text: '现在开庭！' } });
    expect(await write({ ...first, revision: 2, text: '现在开庭，请坐。' })).toMatchObject({ how: 'written', line: { revision: 3, amended: true } });
  });

  test('of two who write on the same revision one wins, and the other gets the newer text', async () => {
    const first = line();
    await write(first);
    const both = await Promise.all([write({ ...first, revision: 1, text: 'A' }), write({ ...first, revision: 1, text: 'B' }, 'judge')]);
    const [won] = both.filter((one) => one.how === 'written');
    const [lost] = both.filter((one) => one.how === 'stale');
    expect(both.map((one) => one.how).sort()).toEqual(['stale', 'written']);
    expect((lost as { line: unknown }).line).toEqual((won as { line: unknown }).line);
  });

  test('a request repeated after a lost answer gets the same line', async () => {
    const first = line();
    expect(await write(first)).toEqual(await write(first));
    const second = { ...first, revision: 1, text: '改' };
    expect(await write(second)).toEqual(await write(second));
  });

  test('a removed line is not brought back by an old form; a line of another hearing is not touched', async () => {
    const first = line();
    await write(first);
    expect(await removeLine(court.sql, hearingId, first.lineId)).toBe(true);
    expect(await write({ ...first, revision: 1 })).toEqual({ how: 'removed' });
    const second = line();
    await write(second);
    expect(await write({ ...second, hearingId: randomUUID(), revision: 1 })).toEqual({ how: 'elsewhere' });
    expect(await removeLine(court.sql, randomUUID(), second.lineId)).toBe(false);
  });

  test('nothing is written while a version is fixed; after it is void, again', async () => {
    const first = line();
    await write(first);
    await court.sql`insert into transcript_versions (hearing_id, version, case_id, sha256, canonical, frozen_at) values (${hearingId}, 1, ${theCase.caseId}, ${'a'.repeat(64)}, 'text', now())`;
    await theCase.note('transcript-signed', { hearingId, version: 1, sha256: 'a'.repeat(64), by: court.people.plaintiff.personId, as: 'plaintiff', signatureFileId: randomUUID(), verifiedBy: 'phoneCode' });
    expect(await write({ ...first, revision: 1, text: 'late' })).toEqual({ how: 'frozen' });
    expect(await write(line())).toEqual({ how: 'frozen' });
    expect(await removeLine(court.sql, hearingId, first.lineId)).toBe(false);
    expect(await transcriptOf(court.sql, hearingId)).toMatchObject({ frozen: { version: 1, canonical: 'text' }, signatures: [{ name: '张三', as: 'plaintiff', refused: null }] });

    await theCase.note('transcript-reopened', { hearingId, version: 1, why: '更正', by: court.people.judge.personId });
    expect(await write({ ...first, revision: 1, text: 'amended' }, 'judge')).toMatchObject({ how: 'written' });
    expect(await transcriptOf(court.sql, hearingId)).toMatchObject({ frozen: null, signatures: [] });
  });
});

describe('supervision', () => {
  test('failed steps with error, input and attempts, without the content of the case', async () => {
    await theCase.openTask('repair-step', { role: 'operations' }, { facts: { step: 'issueNotices', error: 'SMS platform: 500', input: { hearingId }, attempts: 4 } });
    expect(await failedSteps(court.sql)).toMatchObject([{ caseNumber: theCase.caseNumber, step: 'issueNotices', error: 'SMS platform: 500', input: { hearingId }, attempts: 4 }]);
    expect(JSON.stringify(await failedSteps(court.sql))).not.toContain('张三');
  });

  test('what is stuck is counted', async () => {
    await court.sql`insert into effects (key, kind, state, request) values ('k1', 'sms', 'ambiguous', '{}'), ('k2', 'sms', 'done', '{}')`;
    await court.sql`insert into commands (id, person_id, operation, body_hash, state) values (${randomUUID()}, ${court.people.judge.personId}, 'tasks.complete', 'h', 'pending')`;
    expect(await stuckCounts(court.sql)).toEqual({ pendingCommands: 1, ambiguousEffects: 1 });
  });

  test('the outbox, newest first, of one phone or all', async () => {
    await court.sql`insert into sms_outbox (key, phone, text, sent_at) values ('a', '13800000001', '一', '2026-05-11T01:00:00Z'), ('b', '13800000002', '二', '2026-05-11T02:00:00Z')`;
    expect((await outbox(court.sql)).map((message) => message.key)).toEqual(['b', 'a']);
    expect((await outbox(court.sql, '13800000001')).map((message) => message.text)).toEqual(['一']);
  });

  test('a moved clock reaches open cases, and hearings that are being held', async () => {
    await theCase.note('stage-entered', { stage: 'hearing', articles: ['G6'] });
    const closed = await court.acceptedCase();
    await closed.note('case-closed', { how: 'offline', articles: ['G1'] });
    const { cases, hearings } = await openStreams(court.sql);
    expect(cases).toContain(theCase.caseId);
    expect(cases).not.toContain(closed.caseId);
    expect(hearings).toEqual([hearingId]);
  });

  test('who and what is taken when a clerk looks for a time', async () => {
    const { judge } = court.people;
    await court.sql`insert into bookings (hearing_id, resource_kind, resource_id, case_id, starts_at, ends_at) values
      (${randomUUID()}, 'judge', ${judge.personId}, ${randomUUID()}, '2026-05-20T01:00:00Z', '2026-05-20T02:00:00Z'),
      (${randomUUID()}, 'judge', ${randomUUID()}, ${randomUUID()}, '2026-05-20T01:00:00Z', '2026-05-20T02:00:00Z'),
      (${randomUUID()}, 'courtroom', 'c1', ${randomUUID()}, '2026-05-20T03:00:00Z', '2026-05-20T04:00:00Z'),
      (${randomUUID()}, 'courtroom', 'c1', ${randomUUID()}, '2026-07-20T03:00:00Z', '2026-07-20T04:00:00Z')`;
    const { busy, courtrooms } = await busyFor(court.sql, theCase.caseId, Date.parse('2026-05-20T00:00:00Z'), Date.parse('2026-05-21T00:00:00Z'));
    expect(busy.map((one) => [one.resourceKind, one.resourceId]).sort()).toEqual([['courtroom', 'c1'], ['judge', judge.personId]]);
    expect(courtrooms).toEqual(['c1', 'c2']);
  });
});
