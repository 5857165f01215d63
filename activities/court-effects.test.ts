import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { acceptFiling } from '#activities/accept-filing.ts';
import { bookHearing } from '#activities/book-hearing.ts';
import { freeBooking } from '#activities/cancel-hearing.ts';
import type { BookHearing } from '#activities/court-activities.ts';
import { once, type Effect } from '#activities/effect-ledger.ts';
import { freezeTranscript } from '#activities/freeze-transcript.ts';
import { createOutbox } from '#adapters/sms/outbox.ts';
import type { SmsReceipt } from '#adapters/sms/sms-gateway.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';

let court: CourtFixture;
beforeAll(async () => {
  court = await openCourt();
  await court.sql`insert into courtrooms (id, name) values ('t1', '第一法庭'), ('t2', '第二法庭') on conflict do nothing`;
}, 60_000);
afterAll(() => court?.close());

describe('acceptance (G3)', () => {
  test('numbers have no gaps and no doubles under load, and the same case keeps its own', async () => {
    const cases = Array.from({ length: 20 }, () => randomUUID());
    const first = await Promise.all(cases.map((caseId) => acceptFiling(court.sql, { caseId, year: 2031 })));
    expect(first.map(({ caseNumber }) => caseNumber).sort()).toEqual(cases.map((_, index) => `（2031）豫0611民初${index + 1}号`).sort());
    expect(await acceptFiling(court.sql, { caseId: cases[0] ?? '', year: 2031 })).toEqual(first[0]);
  });
});

describe('booking (G4)', () => {
  const booking = (change: Partial<BookHearing> = {}): BookHearing => ({
    caseId: randomUUID(), hearingId: randomUUID(), startsAt: '2031-05-20T01:30:00.000Z', endsAt: '2031-05-20T03:30:00.000Z', courtroomId: 't1',
    bench: { presidingJudge: randomUUID(), clerk: randomUUID() },
    participants: [{ participantId: randomUUID(), personId: randomUUID(), role: 'plaintiff' }], ...change,
  });

  test('of two clerks at the same second one wins; the other is told what is taken; the same booking again is the same', async () => {
    const [one, two] = [booking(), booking()];
    const answers = await Promise.all([bookHearing(court.sql, one, ['media-1']), bookHearing(court.sql, two, ['media-1'])]);
    expect(answers.filter((answer) => answer.booked)).toHaveLength(1);
    const refused = answers.find((answer) => !answer.booked);
    expect(refused).toMatchObject({ refusal: { code: 'double-booking', articles: ['G4'], message: { zh: expect.stringContaining('法庭') } } });
    const winner = answers[0]?.booked ? one : two;
    expect(await bookHearing(court.sql, winner, ['media-1'])).toEqual(answers.find((answer) => answer.booked));
  });

  test.each([
    ['judge', (first: BookHearing) => ({ bench: { presidingJudge: first.bench.presidingJudge, clerk: randomUUID() } })],
    ['clerk', (first: BookHearing) => ({ bench: { presidingJudge: randomUUID(), clerk: first.bench.clerk } })],
    ['participant', (first: BookHearing) => ({ participants: first.participants })],
  ] as const)('nobody is in two places at once: %s', async (_, same) => {
    const at = { startsAt: '2031-06-20T01:30:00.000Z', endsAt: '2031-06-20T03:30:00.000Z' };
    const first = booking({ ...at, courtroomId: 't1' });
    expect((await bookHearing(court.sql, first, ['media-1'])).booked).toBe(true);
    expect((await bookHearing(court.sql, booking({ ...at, courtroomId: 't2', ...same(first) }), ['media-1'])).booked).toBe(false);
    // The next one begins when the first ends: that is no conflict.
    const after = { startsAt: at.endsAt, endsAt: '2031-06-20T05:00:00.000Z' };
    expect((await bookHearing(court.sql, booking({ ...after, courtroomId: 't2', ...same(first) }), ['media-1'])).booked).toBe(true);
    await court.sql`delete from bookings`;
  });

  test('the days that participants named as impossible come with the booking, up to its own day, without the reasons', async () => {
    const { caseId, participants: { plaintiff, defendant } } = await court.acceptedCase();
    const name = (participantId: string, day: string) => court.sql`
      insert into unavailable_days (case_id, participant_id, day, reason, named_by) values (${caseId}, ${participantId}, ${day}, '住院手术', ${court.people.plaintiff.personId})`;
    for (const day of ['2031-08-19', '2031-08-20', '2031-08-21']) await name(plaintiff, day);
    await name(defendant, '2031-08-22');
    const booked = await bookHearing(court.sql, booking({ caseId, startsAt: '2031-08-20T01:30:00.000Z', endsAt: '2031-08-20T03:30:00.000Z' }), ['media-1']);
    expect(booked).toMatchObject({ booked: true, unavailable: [{ participantId: plaintiff, days: ['2031-08-19', '2031-08-20'] }] });
    expect(JSON.stringify(booked)).not.toContain('住院');
  });

  test('a time that came too late is free for others, and a hearing that was to be moved has its old one back', async () => {
    const old = booking({ startsAt: '2031-07-21T01:30:00.000Z', endsAt: '2031-07-21T03:30:00.000Z' });
    const first = await bookHearing(court.sql, old, ['media-1']);
    const moved = { ...old, hearingId: randomUUID(), startsAt: '2031-07-22T01:30:00.000Z', endsAt: '2031-07-22T03:30:00.000Z', releases: old.hearingId };
    expect((await bookHearing(court.sql, moved, ['media-1'])).booked).toBe(true);
    expect(await bookHearing(court.sql, { ...old, releases: moved.hearingId }, ['media-1'])).toEqual(first);
    expect((await bookHearing(court.sql, { ...booking(), startsAt: old.startsAt, endsAt: old.endsAt }, ['media-1'])).booked).toBe(false);
    const instead = { ...booking(), startsAt: moved.startsAt, endsAt: moved.endsAt };
    expect((await bookHearing(court.sql, instead, ['media-1'])).booked).toBe(true);
    await freeBooking(court.sql, { hearingId: instead.hearingId });
    expect(await court.sql`select from bookings where hearing_id = ${instead.hearingId}`).toHaveLength(0);
    expect((await bookHearing(court.sql, { ...booking(), startsAt: moved.startsAt, endsAt: moved.endsAt }, ['media-1'])).booked).toBe(true);
    await court.sql`delete from bookings`;
  });

  test('a courtroom that does not exist is refused', async () => {
    expect(await bookHearing(court.sql, booking({ courtroomId: 'nowhere' }), ['media-1'])).toMatchObject({ booked: false, refusal: { code: 'no-such-courtroom' } });
  });
});

describe('the effect ledger', () => {
  const sms = (key: string, change: Partial<Effect<SmsReceipt>> = {}): Effect<SmsReceipt> => {
    const outbox = createOutbox(court.sql, 'demonstration');
    return {
      key, kind: 'sms', caseId: randomUUID(), request: {},
      act: () => outbox.send({ key, phone: '13800000001', text: '通知' }), status: () => outbox.status(key), ...change,
    };
  };
  const sent = async (key: string): Promise<number> => (await court.sql`select 1 from sms_outbox where key = ${key}`).length;

  test('once, whoever asks and however often', async () => {
    const key = `k/${randomUUID()}`;
    const answers = await Promise.all([1, 2, 3].map(() => once(court.sql, sms(key))));
    expect(new Set(answers.map((answer) => answer.sentAt)).size).toBe(1);
    expect(await sent(key)).toBe(1);
  });

  test('a crash after sending: the platform is asked, nothing is sent again', async () => {
    const key = `k/${randomUUID()}`;
    const outbox = createOutbox(court.sql, 'demonstration');
    await court.sql`insert into effects (key, kind, state, request) values (${key}, 'sms', 'intended', '{}')`;
    await outbox.send({ key, phone: '13800000001', text: '通知' });
    await once(court.sql, sms(key, { act: () => Promise.reject(new Error('must not be sent again')) }));
    const [row] = await court.sql`select state from effects where key = ${key}`;
    expect(row?.['state']).toBe('done');
  });

  test('accepted, then a time-out, and the platform cannot say: ambiguous, never repeated silently', async () => {
    const key = `k/${randomUUID()}`;
    const away = () => Promise.reject(new Error('timeout'));
    await expect(once(court.sql, sms(key, { act: away, status: away }))).rejects.toMatchObject({ type: 'Ambiguous', nonRetryable: true });
    const [row] = await court.sql`select state from effects where key = ${key}`;
    expect(row?.['state']).toBe('ambiguous');
    expect(await sent(key)).toBe(0);
  });
});

describe('freezing a transcript (G9)', () => {
  test('a version, the same again until it is voided, then the next; nothing typed, nothing frozen', async () => {
    const [hearingId, caseId] = [randomUUID(), randomUUID()];
    const at = '2026-05-20T03:00:00.000Z';
    expect((await freezeTranscript(court.sql, { caseId, hearingId, at })).lines).toBe(0);
    const line = randomUUID();
    await court.sql`insert into transcript_lines (id, hearing_id, position, speaker, spoken_at, text, written_by)
      values (${line}, ${hearingId}, 1, '审判长', ${at}, '现在开庭', ${randomUUID()})`;
    const first = await freezeTranscript(court.sql, { caseId, hearingId, at });
    expect(await freezeTranscript(court.sql, { caseId, hearingId, at })).toEqual(first);
    await court.sql`update transcript_versions set voided_at = now() where hearing_id = ${hearingId}`;
    await court.sql`update transcript_lines set text = '现在正式开庭' where id = ${line}`;
    const second = await freezeTranscript(court.sql, { caseId, hearingId, at });
    expect(second.version).toBe(2);
    expect(second.sha256).not.toBe(first.sha256);
  });
});
