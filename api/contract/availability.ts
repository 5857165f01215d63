/** Days on which a participant cannot attend, told before the court schedules (G4, CPL-149). */
import { z } from 'zod';
import { givenDay } from '#domain/calendar/given-day.ts';
import { base, instant } from '#api/contract/shared.ts';

const day = givenDay;
const named = z.object({ days: z.array(z.object({ day, reason: z.string(), at: instant })) });
export type NamedDays = z.infer<typeof named>;

export const availability = {
  mine: base.route({ method: 'GET', path: '/cases/{caseId}/unavailable-days' }).input(z.strictObject({ caseId: z.uuid() })).output(named),
  name: base.route({ method: 'POST', path: '/cases/{caseId}/unavailable-days' })
    .input(z.strictObject({ caseId: z.uuid(), days: z.array(day).min(1).max(15), reason: z.string().trim().min(2).max(500) })).output(named),
  takeBack: base.route({ method: 'DELETE', path: '/cases/{caseId}/unavailable-days/{day}' }).input(z.strictObject({ caseId: z.uuid(), day })).output(named),
};
