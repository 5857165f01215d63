/** The court's calendar: working days, its own closing days (G4, CPL-85), and who is busy when. */
import { z } from 'zod';
import { givenDay } from '#domain/calendar/given-day.ts';
import { base, instant } from '#api/contract/shared.ts';

const day = givenDay;
const text = z.string().trim().min(2).max(500);

export const calendarYear = z.object({
  year: z.number(),
  /** The State Council has not published it: make-up days are unknown, and dates that rest on it are looked at again. */
  provisional: z.boolean(),
  source: z.string(),
  holidays: z.array(z.string()),
  makeUpDays: z.array(z.string()),
  closingDays: z.array(z.object({
    day: z.string(), reason: z.string(), addedBy: z.string(), addedAt: instant,
    /** Taken back: stays on record. */
    removedBy: z.string().nullable(), removedAt: instant.nullable(), removalReason: z.string().nullable(),
  })),
});
export type CalendarYearView = z.infer<typeof calendarYear>;

export const weekHearing = z.object({
  hearingId: z.uuid(),
  startsAt: instant,
  endsAt: instant,
  courtroomId: z.string(),
  judge: z.string(),
  clerk: z.string(),
  kind: z.string(),
  state: z.string(),
  provisional: z.boolean(),
  /** Null where the person may not see the case: then the time is taken, and no more is told. */
  case: z.object({ caseId: z.uuid(), caseNumber: z.string().nullable(), causeOfAction: z.string() }).nullable(),
});

export const weekView = z.object({
  from: z.string(),
  days: z.array(z.object({ day: z.string(), working: z.boolean(), why: z.enum(['workday', 'makeUp', 'weekend', 'holiday', 'closing']), reason: z.string().nullable(), provisional: z.boolean() })),
  courtrooms: z.array(z.object({ id: z.string(), name: z.string() })),
  hearings: z.array(weekHearing),
  /** For one case: start times at which everybody of it and the courtroom are free and that are lawful. */
  free: z.array(z.object({ day: z.string(), startTime: z.string(), courtroomId: z.string() })),
});
export type WeekView = z.infer<typeof weekView>;

export const calendar = {
  year: base.route({ method: 'GET', path: '/calendar/years/{year}' }).input(z.strictObject({ year: z.coerce.number().int().min(2005).max(2098) })).output(calendarYear),
  addClosingDay: base.route({ method: 'PUT', path: '/calendar/closing-days/{day}' }).input(z.strictObject({ day, reason: text })).output(calendarYear),
  removeClosingDay: base.route({ method: 'POST', path: '/calendar/closing-days/{day}/removal' }).input(z.strictObject({ day, reason: text })).output(calendarYear),
  week: base.route({ method: 'GET', path: '/calendar/weeks/{day}' })
    .input(z.strictObject({ day, caseId: z.uuid().optional(), durationMinutes: z.coerce.number().int().min(15).max(480).default(120) })).output(weekView),
};
