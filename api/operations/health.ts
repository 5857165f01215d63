/** The health of the court's machinery. */
import { notFound } from '#api/errors.ts';
import { signedIn } from '#api/operation.ts';
import { ensure } from '#api/operations/access.ts';
import { handbook } from '#api/operations/health/handbook.ts';
import { acknowledgeAlarm } from '#db/queries/health.ts';

export const health = {
  look: signedIn.health.look.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-health' });
    return context.health.look();
  }),
  acknowledge: signedIn.health.acknowledge.handler(async ({ input, context }) => {
    ensure(context, null, { do: 'see-health' });
    if (!await acknowledgeAlarm(context.sql, input.key, context.user.personId)) throw notFound();
    return { acknowledged: true as const };
  }),
  handbook: signedIn.health.handbook.handler(async ({ context }) => {
    ensure(context, null, { do: 'see-health' });
    return { chapters: await handbook() };
  }),
};
