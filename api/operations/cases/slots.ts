/** G4: lawful times for the clerk who schedules (domain/scheduling/slots.ts), by the court's calendar and its bookings. */
import type { SignedInContext } from '#api/context.ts';
import { courtCalendar } from '#api/operations/calendar/court-calendar.ts';
import { inCase } from '#api/operations/access.ts';
import { unavailableOf } from '#db/queries/availability.ts';
import { busyFor } from '#db/queries/bookings.ts';
import { dayOf, instantOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { earliestLawfulDay } from '#domain/scheduling/notice.ts';
import { commonSlots, earliestCommonSlot, endOfSearch, lawfulDays, type Slot, type SlotSearch } from '#domain/scheduling/slots.ts';

/** How many working days a clerk is shown, and how many are searched for the earliest time. */
const workingDaysShown = 10;
const workingDaysSearched = 60;

export async function getSlots(context: SignedInContext, caseId: string, durationMinutes: number): Promise<{ earliestDay: string; earliest: Slot | null; slots: Slot[]; unavailable: { participantId: string; name: string; role: string; day: string; reason: string }[] }> {
  await inCase(context, caseId, { do: 'see-slots' });
  const { now } = await context.courtNow();
  const calendar = await courtCalendar(context.sql, dayOf(now.getTime()));
  const days = lawfulDays({ calendar, now: now.getTime() }, workingDaysSearched);
  const unavailable = await unavailableOf(context.sql, caseId, dayOf(now.getTime()));
  const found = await searchFor(context, caseId, { calendar, now: now.getTime(), durationMinutes }, days);
  const search: SlotSearch = { ...found, avoid: new Set(unavailable.map(({ day }) => day)) };
  return {
    unavailable: unavailable.map(({ participantId, name, role, day, reason }) => ({ participantId, name, role, day, reason })),
    earliestDay: earliestLawfulDay(calendar, dayOf(now.getTime())), earliest: earliestCommonSlot(search, workingDaysSearched),
    slots: commonSlots(search, days.slice(0, workingDaysShown)),
  };
}

/** The search over these days with what is taken then. */
export async function searchFor(context: SignedInContext, caseId: string, wanted: Pick<SlotSearch, 'calendar' | 'now' | 'durationMinutes'>, days: readonly ShanghaiDay[]): Promise<SlotSearch> {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return { ...wanted, busy: [], courtrooms: [] };
  return { ...wanted, ...(await busyFor(context.sql, caseId, instantOf(first, '00:00'), endOfSearch(wanted.calendar, last))) };
}
