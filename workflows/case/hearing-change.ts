/**
 * G4: a booked hearing is moved or cancelled until its room opens, whichever stage the case is in. Moved: in one
 * transaction the new time is booked and the old one is free; the hearing at the new time is another one, with notices of
 * its own, the law's period counted anew and nothing confirmed yet. Cancelled: everybody is told, and the clerk schedules anew.
 *
 * The Update answers when the booking is made; telling people is the stage's work, so that no answer waits for it.
 */
import { condition, uuid4 } from '@temporalio/workflow';
import { dayOf, instantOf, parseShanghaiDay, type ClockTime } from '#domain/calendar/day.ts';
import type { ScheduledHearing } from '#domain/case/types.ts';
import type { EntryData } from '#domain/journal/entries.ts';
import { isRefusal, type Refusal } from '#domain/law/ruled.ts';
import type { ChangeHearing, HearingSlot } from '#domain/messages/scheduling.ts';
import type { Journalled } from '#domain/messages/messages.ts';
import type { HearingId, PersonId } from '#domain/case/ids.ts';
import { checkHearingTime } from '#domain/scheduling/notice.ts';
import { court, documents } from '../support/activities.ts';
import { notFound, refusedHere } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';
import { noLivestreamOf } from './livestream.ts';

/** `byTask`: decided in the task that asked about its date, which is being answered at this moment. */
export type Change = { what: 'moved'; to: ScheduledHearing; reason: string; byTask: boolean } | { what: 'cancelled'; reason: string };

/** A hearing that waits for its room to open, and what became of it before. */
export class BookedHearing {
  /** A booking is being made for it: nothing else may decide about it until that is settled. */
  changing = false;
  /** The clerk was asked about its date. */
  asked = false;
  outcome: Change | undefined;
  readonly changed: Promise<Change>;
  private resolve: (change: Change) => void = () => undefined;

  constructor(readonly hearing: ScheduledHearing) {
    this.changed = new Promise((resolve) => { this.resolve = resolve; });
  }

  change(change: Change): void {
    this.outcome = change;
    this.resolve(change);
  }
}

/** Waits for the work of a stage on the booked hearing, or for the change that ends it; null: the hearing stands. */
export async function unlessChanged<T>(the: CourtCase, hearing: ScheduledHearing, work: Promise<T>): Promise<{ value: T } | Change> {
  const booked = new BookedHearing(hearing);
  the.booked = booked;
  try {
    const first = await Promise.race([work.then((value) => ({ value })), booked.changed]);
    // Somebody is moving it at this moment: that decides.
    await condition(() => !booked.changing);
    return booked.outcome ?? first;
  } finally {
    if (the.booked === booked) the.booked = undefined;
  }
}

/** The Update's validator: synchronous. */
export function validateChange(the: CourtCase, input: ChangeHearing): void {
  if (the.changes.has(input.commandId)) return;
  if (input.personId !== the.bench?.clerk && input.personId !== the.bench?.presidingJudge) throw notFound('hearing');
  if (!the.hearings.some(({ hearingId }) => hearingId === input.hearingId)) throw notFound('hearing');
  const refusal = refusalOf(the, input);
  if (refusal) throw refusedHere(the.journal, refusal);
}

function refusalOf(the: CourtCase, { hearingId, change }: ChangeHearing): Refusal | undefined {
  if (the.booked?.hearing.hearingId !== hearingId || the.booked.outcome) return notBooked;
  if (the.booked.changing) return beingChanged;
  return change.do === 'move' ? lawfulSlot(the, change) : undefined;
}

export async function changeHearing(the: CourtCase, input: ChangeHearing): Promise<Journalled> {
  const before = the.changes.get(input.commandId);
  if (before) return before;
  // The validator has seen it; since then only another Update of the same activation can have come first.
  const refusal = refusalOf(the, input);
  if (refusal || !the.booked) throw refusedHere(the.journal, refusal ?? notBooked);
  const { booked } = the;
  const made = input.change.do === 'move'
    ? await moveBooked(the, booked, input.change, input.reason, input.personId)
    : cancelBooked(the, booked, input.reason, input.personId);
  if ('refusal' in made) throw refusedHere(the.journal, made.refusal);
  the.changes.set(input.commandId, made);
  return made;
}

function cancelBooked(the: CourtCase, booked: BookedHearing, reason: string, by: PersonId): Journalled {
  const seq = the.journal.note('hearing-cancelled', { hearingId: booked.hearing.hearingId, why: reason, by });
  booked.change({ what: 'cancelled', reason });
  return { stream: the.journal.stream, seq };
}

/** Books the new time and frees the old one in one transaction, or says why not; then the old hearing stands unchanged. */
export async function moveBooked(the: CourtCase, booked: BookedHearing, slot: HearingSlot, reason: string, by: PersonId, byTask = false): Promise<Journalled | { refusal: Refusal }> {
  const old = booked.hearing;
  if (booked.outcome) return { refusal: notBooked };
  if (booked.changing) return { refusal: beingChanged };
  booked.changing = true;
  try {
    const hearingId = uuid4();
    const times = timesOf(slot);
    const booking = await the.steps.attempt('bookHearing', court.bookHearing, {
      caseId: the.filing.caseId, hearingId, ...times, courtroomId: slot.courtroomId, bench: the.allotted, participants: the.participants, releases: old.hearingId,
    });
    if (!booking.done) return { refusal: notMade(booking.reason) };
    if (!booking.value.booked) return { refusal: booking.value.refusal };
    // The step may have waited for operations: the notice's period counts from today.
    const late = lawfulSlot(the, slot);
    if (late) return { refusal: await timeGivenBack(the, booked, hearingId, late, by) };
    const { meetingNumber, mediaHost } = booking.value;
    const to: ScheduledHearing = {
      hearingId, sessionNumber: old.sessionNumber, kind: old.kind, ...times, courtroomId: slot.courtroomId, meetingNumber, mediaHost,
      noticedAt: the.clock.iso(), replaces: old.hearingId, ...provisionalIf(the, slot),
    };
    the.hearings.push(to);
    const seq = the.journal.note('hearing-moved', { hearingId: old.hearingId, to: hearingId, why: reason, by });
    the.journal.note('hearing-scheduled', { hearing: to });
    noteUnavailable(the, hearingId, booking.value.unavailable);
    booked.change({ what: 'moved', to, reason, byTask });
    return { stream: the.journal.stream, seq };
  } finally {
    booked.changing = false;
  }
}

/** A new time that came too late to be noticed is free again, and the hearing has its old one; lost meanwhile, it is off. */
async function timeGivenBack(the: CourtCase, booked: BookedHearing, tooLate: HearingId, late: Refusal, by: PersonId): Promise<Refusal> {
  const { hearingId, startsAt, endsAt, courtroomId } = booked.hearing;
  const back = await the.steps.attempt('bookHearing', court.bookHearing, {
    caseId: the.filing.caseId, hearingId, startsAt, endsAt, courtroomId, bench: the.allotted, participants: the.participants, releases: tooLate,
  });
  if (back.done && back.value.booked) return late;
  await the.steps.attempt('freeBooking', court.freeBooking, { hearingId: tooLate });
  cancelBooked(the, booked, oldTimeTaken.message.zh, by);
  return { ...oldTimeTaken, message: { zh: `${late.message.zh}${oldTimeTaken.message.zh}`, en: `${late.message.en} ${oldTimeTaken.message.en}` } };
}

/** Tells everybody of the change, ends what was prepared for the old time, and livestreams nothing of it. */
export async function afterChange(the: CourtCase, old: ScheduledHearing, change: Change): Promise<void> {
  const { caseId } = the.filing;
  the.tasks.withdrawAll(change.reason, (task) => task.hearingId === old.hearingId && !(task.kind === 'recheck-date' && change.what === 'moved' && change.byTask));
  the.notHeld.add(old.hearingId);
  if (change.what === 'moved') await notify(the, change.to, old);
  else await the.steps.attempt('cancelHearing', court.cancelHearing, { caseId, hearing: old, participants: the.participants, why: change.reason });
  await noLivestreamOf(the, old.hearingId, change.reason);
}

/** One notice and one SMS a participant. A skipped step leaves the notices unproven: the clerk then calls (G4). */
export async function notify(the: CourtCase, hearing: ScheduledHearing, instead?: ScheduledHearing): Promise<void> {
  const issued = await the.steps.attempt('issueNotices', documents.issueNotices, {
    caseId: the.filing.caseId, hearing, participants: the.participants, ...(instead ? { instead } : {}),
  });
  if (!issued.done) return;
  for (const notice of issued.value) the.journal.note('notice-issued', { hearingId: hearing.hearingId, ...notice });
}

/** May a hearing be noticed now for this time (G4, CPL-85, CPL-139)? */
export function lawfulSlot(the: CourtCase, slot: HearingSlot): Refusal | undefined {
  const checked = checkedTime(the, slot);
  return isRefusal(checked) ? checked : undefined;
}

/** The mark of a date that rests on a year without a published calendar. */
export function provisionalIf(the: CourtCase, slot: HearingSlot): { provisional?: true } {
  const checked = checkedTime(the, slot);
  return !isRefusal(checked) && checked.value.provisional ? { provisional: true } : {};
}

function checkedTime(the: CourtCase, slot: HearingSlot): ReturnType<typeof checkHearingTime> | Refusal {
  if (!parseShanghaiDay(slot.day)) return notADay;
  const { startsAt, endsAt } = timesOf(slot);
  return checkHearingTime({ noticeDay: dayOf(the.clock.now()), start: Date.parse(startsAt), end: Date.parse(endsAt), calendar: the.calendar, now: the.clock.now(), caseType: the.filing.facts.caseType });
}

export function timesOf(slot: HearingSlot): { startsAt: string; endsAt: string } {
  const day = parseShanghaiDay(slot.day);
  const start = day === undefined ? Number.NaN : instantOf(day, slot.startTime as ClockTime);
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + slot.durationMinutes * 60_000).toISOString() };
}

const notADay: Refusal = { code: 'not-a-day', articles: ['G4'], message: { zh: '日期不存在。', en: 'There is no such day.' } };
export const notMade = (reason: string): Refusal => ({
  code: 'booking-not-made', articles: [], message: { zh: `未能预订：${reason}`, en: `It could not be booked: ${reason}` },
});
const notBooked: Refusal = {
  code: 'hearing-not-booked', articles: ['G4'],
  message: { zh: '本次开庭已经开始、结束、改期或者取消，不能再改期或者取消。', en: 'This hearing has begun, is over, or was moved or cancelled: it can no longer be changed.' },
};
const oldTimeTaken: Refusal = {
  code: 'old-time-taken', articles: ['G4'],
  message: { zh: '原定时间已被占用，本次开庭取消，请另行排期。', en: 'The time that was booked before is taken: the hearing is off and has to be scheduled anew.' },
};
const beingChanged: Refusal = {
  code: 'hearing-being-changed', articles: [],
  message: { zh: '本次开庭正在改期，请稍候查看结果。', en: 'This hearing is being moved; look again in a moment.' },
};

/** G4: which days participants had named as impossible when the date was set: they are part of its reason. */
export function noteUnavailable(the: CourtCase, hearingId: HearingId, unavailable: EntryData['unavailable-weighed']['named'] | undefined): void {
  if (unavailable && unavailable.length > 0) the.journal.note('unavailable-weighed', { hearingId, named: unavailable, articles: ['G4'] });
}
