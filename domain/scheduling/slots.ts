/**
 * G4: times at which a hearing would be lawful and everybody is free: the judge (and the panel), the clerk, each
 * participant, and a courtroom. A help for the clerk, not the rule: the case checks the law again, and PostgreSQL decides
 * about two clerks at the same second. Every time offered is asked of the same rule that the case asks (`checkHearingTime`).
 */
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { clockTimeOf, dayOf, instantOf, type ClockTime, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { checkHearingTime, earliestLawfulDay, type CourtHours } from '#domain/scheduling/notice.ts';

/** Somebody or a courtroom is taken from one instant to the other (milliseconds; the end not included). */
export interface Busy { resourceKind: 'judge' | 'clerk' | 'courtroom' | 'participant'; resourceId: string; startsAt: number; endsAt: number }

export interface SlotSearch {
  calendar: WorkingCalendar;
  /** The court's clock, milliseconds: the notice goes out today. */
  now: number;
  durationMinutes: number;
  /** Of every courtroom, and of the people of this case. */
  busy: readonly Busy[];
  /** Ids, in the order in which they are offered. */
  courtrooms: readonly string[];
  courtHours?: CourtHours;
  /** Days on which somebody said that they cannot attend: passed over as long as another day is free (availability.ts). */
  avoid?: ReadonlySet<string>;
}

export interface Slot {
  day: ShanghaiDay;
  startTime: ClockTime;
  courtroomId: string;
  /** The count of working days rests on a year whose holidays are not published yet. */
  provisional: boolean;
}

/** When the court begins sessions as a rule. */
export const usualStartTimes: readonly ClockTime[] = ['09:00', '10:30', '14:00', '15:30'];

/** Every half hour of the day; what lies outside the court's hours is not lawful and falls out by itself. */
const halfHours: readonly ClockTime[] = Array.from({ length: 48 }, (_, index) => clockTimeOf(instantOf('2026-01-01' as ShanghaiDay, '00:00') + index * 1_800_000));

/** The working days from the earliest lawful one on. */
export function lawfulDays({ calendar, now }: Pick<SlotSearch, 'calendar' | 'now'>, count: number): ShanghaiDay[] {
  const days = [earliestLawfulDay(calendar, dayOf(now))];
  while (days.length < count) days.push(nextWorkingDay(calendar, days.at(-1) as ShanghaiDay));
  return days;
}

/** On each of the days, each start time at which all are free: once for each free courtroom. */
export function commonSlots(search: SlotSearch, days: readonly ShanghaiDay[], startTimes: readonly ClockTime[] = usualStartTimes): Slot[] {
  return days.flatMap((day) => startTimes.flatMap((startTime) => slotsAt(search, day, startTime)));
}

/** The first half hour, within so many working days, at which all are free; null when there is none. */
export function earliestCommonSlot(search: SlotSearch, withinWorkingDays = 60): Slot | null {
  const days = lawfulDays(search, withinWorkingDays);
  const { avoid } = search;
  return firstSlot(search, days.filter((day) => !avoid?.has(day))) ?? firstSlot(search, days);
}

function firstSlot(search: SlotSearch, days: readonly ShanghaiDay[]): Slot | null {
  for (const day of days) {
    for (const startTime of halfHours) {
      const [slot] = slotsAt(search, day, startTime);
      if (slot) return slot;
    }
  }
  return null;
}

function slotsAt({ calendar, now, durationMinutes, busy, courtrooms, courtHours }: SlotSearch, day: ShanghaiDay, startTime: ClockTime): Slot[] {
  const start = instantOf(day, startTime);
  const end = start + durationMinutes * 60_000;
  const checked = checkHearingTime({ noticeDay: dayOf(now), start, end, calendar, now, ...(courtHours ? { courtHours } : {}) });
  if (isRefusal(checked)) return [];
  const taken = busy.filter((booking) => booking.startsAt < end && start < booking.endsAt);
  if (taken.some((booking) => booking.resourceKind !== 'courtroom')) return [];
  return courtrooms.filter((courtroomId) => !taken.some((booking) => booking.resourceId === courtroomId))
    .map((courtroomId) => ({ day, startTime, courtroomId, provisional: checked.value.provisional }));
}

/** The last instant that a search over these days looks at, for whoever loads the bookings. */
export const endOfSearch = (calendar: WorkingCalendar, lastDay: ShanghaiDay): number => instantOf(addWorkingDays(calendar, lastDay, 1), '00:00');
