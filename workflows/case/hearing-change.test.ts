/** G2, G4, G5: what happens to a booked hearing before its room opens. One environment a case: a second open workflow would be carried past its timers. */
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { addDays, dayOf, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { nextWorkingDay, withClosingDays, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { signals, updates, type Journalled } from '#domain/messages/messages.ts';
import type { CalendarChange, ChangeHearing } from '#domain/messages/scheduling.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { agreed, channel, exchanged, lawfulDay, minutes, prepared, scheduled } from '#workflows/testing/walk.ts';

let court: TestCourt | undefined;
afterEach(async () => { await court?.close(); court = undefined; });
afterAll(async () => { await court?.close(); });

const statutory = stateCouncilCalendar();

/** A case whose hearing is booked, in preparation. */
async function booked(change: (calendar: WorkingCalendar) => WorkingCalendar = (calendar) => calendar): Promise<{ the: TestCase; court: TestCourt; day: ShanghaiDay }> {
  court = await TestCourt.open();
  court.faults = { loadCalendar: async ({ years }) => change(await statutory.load(years)) };
  const the = await court.file();
  await exchanged(the);
  await scheduled(the);
  await the.until('preparation', () => the.data('stage-entered').at(-1)?.stage === 'preparation');
  return { the, court, day: dayOf(Date.parse(hearingOf(the).startsAt)) };
}
const hearingOf = (the: TestCase) => the.data('hearing-scheduled').at(-1)!.hearing;

function change(the: TestCase, asked: ChangeHearing['change'], more: Partial<ChangeHearing> = {}): Promise<Journalled> {
  const message: ChangeHearing = { hearingId: hearingOf(the).hearingId, reason: '法官另有庭审', change: asked, personId: people.clerk, commandId: randomUUID(), ...more };
  return the.handle.executeUpdate(updates.changeHearing, { args: [message], updateId: message.commandId });
}
const move = (day: string): ChangeHearing['change'] => ({ do: 'move', day, startTime: '14:00', durationMinutes: 60, courtroomId: 'c2' });
const later = async (day: ShanghaiDay, count = 1): Promise<ShanghaiDay> => {
  const calendar = await statutory.load([yearOf(day), yearOf(day) + 1]);
  let reached = day;
  for (let step = 0; step < count; step += 1) reached = nextWorkingDay(calendar, reached);
  return reached;
};
const failure = async (call: Promise<unknown>): Promise<{ type?: string | null; details?: unknown[] | null }> => {
  try { await call; } catch (error) {
    const { cause } = error as { cause?: unknown };
    if (cause instanceof ApplicationFailure) return { type: cause.type, details: cause.details };
    throw error;
  }
  throw new Error('It was not refused');
};
const tell = (the: TestCase, what: CalendarChange) => the.handle.signal(signals.calendarChanged, { changeId: '1', what });

describe('a booked hearing is moved (G4)', () => {
  test('everything begins anew for the new time: notices, proofs, preparation; the old booking goes with the new one', async () => {
    const { the, court, day } = await booked();
    const bookings: unknown[] = [];
    const told: unknown[] = [];
    const named = [{ participantId: the.participantOf(people.defendant)!, days: [day] }];
    court.faults.bookHearing = async (input) => { bookings.push(input); return { booked: true, meetingNumber: '600000002', mediaHost: 'media-1', unavailable: named }; };
    court.faults.issueNotices = async ({ hearing, participants, instead }) => {
      told.push(instead?.hearingId);
      return participants.map(({ participantId }) => ({ participantId, documentFileId: randomUUID(), effectKey: `notice/${hearing.hearingId}/${participantId}` }));
    };
    await the.confirmNotices();
    const old = hearingOf(the);
    const next = await later(day, 2);
    await change(the, move(next));
    await the.until('the notices of the new time', () => the.data('notice-issued').length === 4);
    const moved = hearingOf(the);
    expect(moved).toMatchObject({ sessionNumber: 1, kind: old.kind, courtroomId: 'c2', meetingNumber: '600000002', replaces: old.hearingId });
    expect(dayOf(Date.parse(moved.startsAt))).toBe(next);
    expect(bookings).toMatchObject([{ hearingId: moved.hearingId, releases: old.hearingId }]);
    expect(told).toEqual([old.hearingId]);
    // The days that were named as impossible are on record with the date that was set, without their reasons.
    expect(the.data('unavailable-weighed')).toEqual([{ hearingId: moved.hearingId, named, articles: ['G4'] }]);
    expect(the.data('hearing-moved')).toMatchObject([{ hearingId: old.hearingId, to: moved.hearingId, why: '法官另有庭审', by: people.clerk }]);
    await the.until('tasks of the new hearing alone', () => the.openTasks.length > 0 && the.openTasks.every((task) => task.hearingId === moved.hearingId));
    // Confirmed for the old time is not confirmed for the new one: the clerk calls when the day has passed.
    await court.env.sleep('3 days');
    expect((await the.task('phone-notice')).hearingId).toBe(moved.hearingId);
    expect(the.data('task-opened').filter(({ task }) => task.kind === 'phone-notice' && task.hearingId === old.hearingId)).toEqual([]);
    expect(the.data('stage-ended').map(({ stage }) => stage)).not.toContain('preparation');
  }, 120_000);

  test('too early by law, taken, somebody else’s hearing, another person: refused, and the old time stands', async () => {
    const { the, court } = await booked();
    const tomorrow = addDays(dayOf(await court.env.currentTimeMs()), 1);
    expect(await failure(change(the, move(tomorrow)))).toMatchObject({ type: 'Refused', details: [{ articles: ['G4', 'CPL-85', 'CPL-139'] }] });
    expect((await failure(change(the, move('2026-02-30')))).details).toMatchObject([{ code: 'not-a-day' }]);
    expect((await failure(change(the, { do: 'cancel' }, { personId: people.plaintiff }))).type).toBe('NotFound');
    expect((await failure(change(the, { do: 'cancel' }, { hearingId: randomUUID() }))).type).toBe('NotFound');
    court.faults.bookHearing = async () => ({ booked: false, refusal: { code: 'double-booking', articles: ['G4'], message: { zh: '法庭已被占用', en: 'taken' } } });
    expect((await failure(change(the, move(await lawfulDay(the))))).details).toMatchObject([{ code: 'double-booking' }]);
    expect(the.data('hearing-scheduled')).toHaveLength(1);
    expect(the.openTasks.filter((task) => task.kind === 'verify-identity')).toHaveLength(2);
  }, 120_000);

  test('when everything is ready and the room is not open yet: back to preparation; after it has opened: refused', async () => {
    const { the, court, day } = await booked();
    await prepared(the);
    await the.until('the hearing stage', () => the.data('stage-entered').at(-1)?.stage === 'hearing');
    const commandId = randomUUID();
    const first = await change(the, move(await later(day)), { commandId });
    await the.until('preparation again', () => the.data('stage-ended').some(({ stage, exit }) => stage === 'hearing' && exit === 'moved'));
    await the.until('prepared anew', () => the.openTasks.some((task) => task.kind === 'test-courtroom'));
    expect(first.stream).toBe(the.stream);
    await prepared(the);
    await the.until('the hearing stage again', () => the.data('stage-entered').filter(({ stage }) => stage === 'hearing').length === 2);
    await court.env.sleep(Date.parse(hearingOf(the).startsAt) - (await court.env.currentTimeMs()) - 20 * minutes);
    await the.until('room', () => the.data('hearing-room').some((room) => room.state === 'provisioned'));
    expect((await failure(change(the, { do: 'cancel' }))).details).toMatchObject([{ code: 'hearing-not-booked' }]);
  }, 120_000);
});

test('a booked hearing is cancelled: everybody is told, and the clerk schedules anew (G4)', async () => {
  const { the, court } = await booked();
  const cancelled: string[] = [];
  court.faults.cancelHearing = async ({ hearing }) => { cancelled.push(hearing.hearingId); };
  const old = hearingOf(the);
  await change(the, { do: 'cancel' });
  await the.task('schedule-hearing');
  expect(cancelled).toEqual([old.hearingId]);
  expect(the.data('hearing-cancelled')).toEqual([{ hearingId: old.hearingId, why: '法官另有庭审', by: people.clerk }]);
  expect(the.openTasks.map((task) => task.kind)).toEqual(['schedule-hearing']);
  await court.env.sleep('3 days');
  expect(the.openTasks.filter((task) => task.kind === 'phone-notice')).toEqual([]);
}, 120_000);

describe('the calendar changes (CPL-85, G4)', () => {
  test('the court closes on the day: the clerk is asked once; kept with a reason, on record', async () => {
    const { the, court, day } = await booked();
    court.faults.loadCalendar = async ({ years }) => withClosingDays(await statutory.load(years), [day]);
    await tell(the, { what: 'closing-day-added', day, reason: '机房检修' });
    await tell(the, { what: 'closing-day-added', day, reason: '机房检修' });
    const task = await the.task('recheck-date');
    await the.until('looked at twice', () => the.data('dates-rechecked').length === 2);
    expect(the.data('dates-rechecked')[0]).toMatchObject({ hearingId: hearingOf(the).hearingId, holds: false, problem: { code: 'not-a-working-day-any-more' } });
    expect(the.openTasks.filter(({ kind }) => kind === 'recheck-date')).toHaveLength(1);
    await the.complete(task, { decision: 'keep', reason: '值班法庭照常开庭' }, people.clerk);
    await the.until('kept', () => the.data('decision').some(({ what, articles }) => what === 'date-kept' && articles.includes('G4')));
  }, 120_000);

  test('or moved in the task: then notices go out anew', async () => {
    const { the, court, day } = await booked();
    court.faults.loadCalendar = async ({ years }) => withClosingDays(await statutory.load(years), [day]);
    await tell(the, { what: 'closing-day-added', day, reason: '机房检修' });
    const task = await the.task('recheck-date');
    const slot = { startTime: '14:00', durationMinutes: 60, courtroomId: 'c1', reason: '当日休息' };
    expect((await failure(the.complete(task, { decision: 'move', day, ...slot }, people.clerk))).details).toMatchObject([{ code: 'hearing-not-on-a-working-day' }]);
    await the.complete(task, { decision: 'move', day: await later(day), ...slot }, people.clerk);
    await the.until('the notices of the new time', () => the.data('notice-issued').length === 4);
    expect(the.data('hearing-moved')).toMatchObject([{ why: '当日休息', by: people.clerk }]);
    expect(the.data('task-completed').map(({ kind }) => kind)).toContain('recheck-date');
  }, 120_000);

  test('a provisional year is marked, and unmarked when it is published and the date holds', async () => {
    const provisional = (calendar: WorkingCalendar): WorkingCalendar => Object.fromEntries(Object.entries(calendar).map(([year, data]) => [year, { ...data, provisional: true }]));
    const { the, court } = await booked(provisional);
    expect(hearingOf(the).provisional).toBe(true);
    expect((await the.task('choose-channel')).dueProvisional).toBe(true);
    court.faults.loadCalendar = async ({ years }) => Object.fromEntries(Object.entries(await statutory.load(years)).map(([year, data]) => [year, { ...data, provisional: false }]));
    await tell(the, { what: 'year-published', year: 2027 });
    await the.until('looked at', () => the.data('dates-rechecked').length === 1);
    expect(the.data('dates-rechecked')[0]).toMatchObject({ holds: true, provisional: false });
    expect(the.openTasks.some(({ kind }) => kind === 'recheck-date')).toBe(false);
  }, 120_000);

  test('a period that ends on a closing day ends later; nobody is overdue before', async () => {
    const { the, court } = await booked();
    const before = await the.task('choose-channel');
    const due = dayOf(Date.parse(before.dueAt ?? ''));
    court.faults.loadCalendar = async ({ years }) => withClosingDays(await statutory.load(years), [due]);
    await tell(the, { what: 'closing-day-added', day: due, reason: '机房检修' });
    await the.until('moved on', () => the.data('due-moved').some(({ taskId }) => taskId === before.taskId));
    const moved = the.data('due-moved').find(({ taskId }) => taskId === before.taskId)!;
    expect(dayOf(Date.parse(moved.to))).toBe(await later(due));
    expect(moved.articles).toEqual(['CPL-85']);
    await court.env.sleep(Date.parse(before.dueAt ?? '') - (await court.env.currentTimeMs()) + 60 * minutes);
    expect(the.data('task-overdue').map(({ taskId }) => taskId)).not.toContain(before.taskId);
  }, 120_000);
});

describe('the device test (G2)', () => {
  const report = (the: TestCase, personId: string, findings: object) => the.handle.executeUpdate(updates.reportSelfTest, {
    args: [{ hearingId: hearingOf(the).hearingId, participantId: the.participantOf(personId), personId, commandId: randomUUID(), findings }],
  });

  test('a test that fails asks a technician; a later one that suffices takes that back', async () => {
    const { the } = await booked();
    await the.answer('choose-channel', { ...channel, camera: false }, people.plaintiff);
    await the.until('scored', () => the.data('self-tested').length === 1);
    expect(the.data('self-tested')).toMatchObject([{ participantId: the.participantOf(people.plaintiff), by: people.plaintiff, score: { verdict: 'failed', deductions: [{ code: 'no-camera' }, { code: 'not-measured' }] } }]);
    const help = await the.task('help-with-test');
    expect(help.assignee).toMatchObject({ role: 'technician', personId: people.technician, participantId: the.participantOf(people.plaintiff) });
    await report(the, people.plaintiff, { ...channel, measures: { roundTripMs: 40, loss: 0, kilobitsPerSecond: 800, framesPerSecond: 24, microphoneLevel: 0.4 } });
    await the.until('taken back', () => the.data('task-withdrawn').some(({ taskId }) => taskId === help.taskId));
    expect(the.data('self-tested').at(-1)?.score).toEqual({ score: 100, verdict: 'passed', deductions: [], articles: ['G2'] });
    expect(the.data('stage-ended').map(({ stage }) => stage)).not.toContain('preparation');
    expect((await failure(report(the, people.defendant, { channel: 'pc' }))).type).toBe('Invalid');
  }, 120_000);

  test.each([
    ['solved', { result: 'solved', done: '改用耳机后正常' }],
    ['another channel', { result: 'otherChannel', channel: 'phone', done: '改用手机' }],
  ] as const)('the technician helps: %s, and the hearing can be held', async (_how, outcome) => {
    const { the } = await booked();
    await the.answer('choose-channel', { ...channel, microphone: false }, people.plaintiff);
    await the.answer('help-with-test', outcome);
    await the.answer('choose-channel', channel, people.defendant);
    for (const person of [people.plaintiff, people.defendant]) {
      const task = await the.task('verify-identity', (open) => open.facts['participantId'] === the.participantOf(person));
      await the.complete(task, { decision: 'verified', documents: '居民身份证', views: (task.facts['others'] as string[]).map((participantId) => ({ participantId, view: 'noObjection', remark: '' })) }, people.clerk);
    }
    await the.answer('test-courtroom', { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true });
    expect(the.data('stage-ended').map(({ stage }) => stage)).not.toContain('preparation');
    await the.answer('test-courtroom-technology', { result: 'ready', network: true, video: true, sound: true, recording: true, platform: true });
    await the.until('ready', () => the.data('stage-ended').some(({ stage, exit }) => stage === 'preparation' && exit === 'ready'));
  }, 120_000);

  test('or postpones, with the reason told to everybody', async () => {
    const { the } = await booked();
    await the.answer('choose-channel', { ...channel, network: false }, people.plaintiff);
    await the.answer('help-with-test', { result: 'postpone', reason: '当地网络中断' });
    await the.task('schedule-hearing');
    expect(the.data('hearing-cancelled').at(-1)?.why).toBe('当地网络中断');
  }, 120_000);
});

describe('identity and the courtroom (G5)', () => {
  test('the view of each other party is recorded: one missing, or an objection without words, is refused', async () => {
    const { the } = await booked();
    const task = await the.task('verify-identity');
    const [other] = task.facts['others'] as string[];
    const answer = (views: object[]) => the.complete(task, { decision: 'verified', documents: '居民身份证', views }, people.clerk);
    expect((await failure(answer([]))).details).toMatchObject([{ code: 'views-missing', articles: ['G5'] }]);
    expect((await failure(answer([{ participantId: other, view: 'objection' }]))).details).toMatchObject([{ code: 'objection-unexplained' }]);
    await answer([{ participantId: other, view: 'objection', remark: '认为委托书未写明权限' }]);
    await the.until('recorded', () => the.data('task-completed').at(-1)?.kind === 'verify-identity');
    expect(the.data('task-completed').at(-1)?.outcome).toMatchObject({ views: [{ participantId: other, view: 'objection', remark: '认为委托书未写明权限' }] });
  }, 120_000);

  test('an agent is verified with the power of attorney (CPL-62)', async () => {
    court = await TestCourt.open();
    const [plaintiff, agent, defendant] = [randomUUID(), randomUUID(), randomUUID()];
    const the = await court.file({
      participants: [
        { participantId: plaintiff, personId: people.plaintiff, role: 'plaintiff' },
        { participantId: defendant, personId: people.defendant, role: 'defendant' },
        { participantId: agent, personId: randomUUID(), role: 'agent', agency: { kind: 'lawyer', authority: 'general', powerOfAttorney: randomUUID(), principals: [plaintiff] } },
      ],
    });
    await agreed(the);
    // The agent brings the plaintiff's evidence: none, on either side.
    const answered = new Set<string>();
    while (!the.openTasks.some(({ kind }) => kind === 'schedule-hearing')) {
      const next = await the.until('evidence or scheduling', () => the.openTasks.find((open) => (open.kind === 'submit-evidence' || open.kind === 'confirm-evidence') && !answered.has(open.taskId)) ?? the.openTasks.find(({ kind }) => kind === 'schedule-hearing'));
      if (next.kind === 'schedule-hearing') break;
      answered.add(next.taskId);
      await the.complete(next, next.kind === 'submit-evidence' ? { items: [] } : { opinions: [] }, next.assignee.personId ?? '');
    }
    await scheduled(the);
    const task = await the.task('verify-identity', (open) => open.facts['participantId'] === agent);
    const views = [plaintiff, defendant].map((participantId) => ({ participantId, view: 'noObjection', remark: '' }));
    expect((await failure(the.complete(task, { decision: 'verified', documents: '律师证', views }, people.clerk))).details).toMatchObject([{ code: 'authority-not-verified', articles: ['G5', 'CPL-62'] }]);
    await the.complete(task, { decision: 'verified', documents: '律师证', powerOfAttorney: true, views }, people.clerk);
  }, 120_000);

  test.each([['postpone', 'postponed'], ['offline', 'offline']] as const)('the technician finds the courtroom unfit: %s', async (result, exit) => {
    const { the } = await booked();
    await the.answer('test-courtroom-technology', { result, reason: '录音录像设备故障' });
    await the.until('ended', () => the.data('stage-ended').some((end) => end.stage === 'preparation' && end.exit === exit));
  }, 120_000);
});
