/** The figures of the supervision desk, and the cases behind each. */
import { signedIn } from '#api/operation.ts';
import type { SignedInContext } from '#api/context.ts';
import { ensure } from '#api/operations/access.ts';
import { casesOfStatistic, statistics as figures, type Period } from '#db/queries/statistics.ts';
import type { MeasureName } from '#domain/audit/statistics.ts';

/** Whole days in Shanghai. */
export async function periodOf({ courtNow }: Pick<SignedInContext, 'courtNow'>, { from, to }: { from: string; to: string }): Promise<Period> {
  const at = (instant: string) => new Date(instant).toISOString();
  return { from: at(`${from}T00:00:00+08:00`), to: at(`${to}T23:59:59.999+08:00`), now: (await courtNow()).now.toISOString() };
}

export const statistics = {
  get: signedIn.statistics.get.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-statistics' });
    return { statistics: await figures(context.sql, await periodOf(context, input)) };
  }),
  cases: signedIn.statistics.cases.handler(async ({ input: { measure, key, ...period }, context }) => {
    ensure(context, null, { do: 'see-statistics' });
    return { cases: await casesOfStatistic(context.sql, measure as MeasureName, key, await periodOf(context, period)) };
  }),
};
