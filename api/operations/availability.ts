/**
 * G4: a participant tells on which days they cannot attend, before the court schedules. A help for the clerk, kept in
 * PostgreSQL (an exception of the design). When the court sets a date, the days that were named go on record with it, the
 * reasons do not (workflows/case/hearing-change.ts, `noteUnavailable`).
 */
import type { SignedInContext } from '#api/context.ts';
import type { NamedDays } from '#api/contract/availability.ts';
import { notFound, refused } from '#api/errors.ts';
import { signedIn } from '#api/operation.ts';
import { inCase } from '#api/operations/access.ts';
import { participantIn, unavailableOf } from '#db/queries/availability.ts';
import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { refusalOfUnavailable } from '#domain/scheduling/availability.ts';

async function own(context: SignedInContext, caseId: string): Promise<{ participantId: string; today: ShanghaiDay }> {
  const standing = await inCase(context, caseId, { do: 'name-unavailable-days' });
  const participantId = await participantIn(context.sql, caseId, context.user.personId);
  if (participantId === null || standing.stage === 'closed') throw notFound();
  return { participantId, today: dayOf((await context.courtNow()).now.getTime()) };
}

async function named(context: SignedInContext, caseId: string, participantId: string, today: ShanghaiDay): Promise<NamedDays> {
  const days = (await unavailableOf(context.sql, caseId, today)).filter((one) => one.participantId === participantId);
  return { days: days.map(({ day, reason, at }) => ({ day, reason, at: at.toISOString() })) };
}

export const availability = {
  mine: signedIn.availability.mine.handler(async ({ input: { caseId }, context }) => {
    const { participantId, today } = await own(context, caseId);
    return named(context, caseId, participantId, today);
  }),
  name: signedIn.availability.name.handler(async ({ input: { caseId, days, reason }, context }) => {
    const { participantId, today } = await own(context, caseId);
    const before = (await named(context, caseId, participantId, today)).days.map(({ day }) => day);
    const refusal = refusalOfUnavailable(days, before, today);
    if (refusal) throw refused(refusal);
    await context.sql`insert into unavailable_days ${context.sql(days.map((day) => ({ case_id: caseId, participant_id: participantId, day, reason, named_by: context.user.personId })))}
      on conflict (participant_id, day) do update set reason = excluded.reason, named_by = excluded.named_by, named_at = now()`;
    return named(context, caseId, participantId, today);
  }),
  takeBack: signedIn.availability.takeBack.handler(async ({ input: { caseId, day }, context }) => {
    const { participantId, today } = await own(context, caseId);
    await context.sql`delete from unavailable_days where participant_id = ${participantId} and day = ${day}`;
    return named(context, caseId, participantId, today);
  }),
};
