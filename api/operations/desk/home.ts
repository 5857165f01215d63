/** The first page of a clerk's or judge's day. */
import type { HomeView } from '#api/contract/desk.ts';
import type { SignedInContext } from '#api/context.ts';
import { ensure, viewerOf } from '#api/operations/access.ts';
import { dueTasks, homeCounts, newsFor, noteSeen, standsInFor } from '#db/queries/home.ts';
import { homeHearings } from '#db/queries/home-hearings.ts';
import { addDays, boundsOf, dayOf } from '#domain/calendar/day.ts';
import { homeDays } from '#domain/desk/news.ts';

export async function home(context: SignedInContext): Promise<HomeView> {
  ensure(context, null, { do: 'see-home' });
  const { sql } = context;
  const viewer = viewerOf(context.user);
  const { now } = await context.courtNow();
  const today = dayOf(now.getTime());
  const absent = await standsInFor(sql, viewer.personId);
  const [hearings, due, news, counts] = await Promise.all([
    homeHearings(sql, viewer, absent, boundsOf(today).first, boundsOf(addDays(today, homeDays - 1)).last),
    dueTasks(sql, viewer, absent, boundsOf(today).last), newsFor(sql, viewer), homeCounts(sql, viewer),
  ]);
  return { now: now.toISOString(), hearings, due, news, counts, standsInFor: absent };
}

export async function seen(context: SignedInContext, until: string): Promise<{ until: string }> {
  ensure(context, null, { do: 'see-home' });
  return { until: (await noteSeen(context.sql, context.user.personId, new Date(until))).toISOString() };
}
