/**
 * The demonstration court's own controls; elsewhere there is no such thing. The outbox is open to everybody, because it
 * stands for the telephones of people who are not signed in yet.
 *
 * If the process dies while the clock is moved: the new time is kept first, so every page shows it; workflows that were
 * not told yet learn it with the next move, and cases that start meanwhile carry it.
 */
import type { ApiContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { anybody, signedIn } from '#api/operation.ts';
import { moveCourtClock } from '#api/operations/demonstration/move-clock.ts';
import { outbox } from '#db/queries/supervision.ts';

function demonstrationOnly(context: ApiContext, movable = false): void {
  const { mode, clock } = context.environment.court;
  if (mode !== 'demonstration' || (movable && clock !== 'movable')) throw notFound();
}

export const demonstration = {
  outbox: anybody.demonstration.outbox.handler(async ({ input, context }) => {
    demonstrationOnly(context);
    return { messages: await outbox(context.sql, input.phone) };
  }),
  moveClock: signedIn.demonstration.moveClock.handler(async ({ input, context }) => {
    demonstrationOnly(context, true);
    return moveCourtClock(context, input.forwardMinutes * 60_000);
  }),
};
