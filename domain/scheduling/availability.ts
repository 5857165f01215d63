/**
 * Days on which a participant cannot attend, told before the court schedules. They bind the court only as far as the law
 * says: it weighs them, and may schedule on such a day all the same; whoever then stays away with good reason may ask for
 * an adjournment (CPL-149). The slot finder passes over them as long as another day is free (slots.ts).
 */
import { addDays, parseShanghaiDay, type ShanghaiDay } from '#domain/calendar/day.ts';
import { articlesOn } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';

/** Enough for a journey or a stay in hospital; whoever is away for longer says so to the court. */
export const mostUnavailableDays = 15;
/** How far ahead the court schedules. */
export const daysAhead = 90;

/** The refusal of days that a participant names, or undefined. @param before the days that the participant has named already */
export function refusalOfUnavailable(days: readonly string[], before: readonly string[], today: ShanghaiDay): Refusal | undefined {
  const refuse = (code: string, zh: string, en: string): Refusal => ({ code, articles: articlesOn(today, 'G4', 'CPL-149'), message: { zh, en } });
  const parsed = days.map((day) => parseShanghaiDay(day));
  if (parsed.length === 0 || parsed.some((day) => day === undefined)) return refuse('not-a-day', '请填写存在的日期。', 'Name days that there are.');
  if (parsed.some((day) => day !== undefined && day <= today)) return refuse('day-is-past', '只能告知今天以后的日期。', 'Only days after today can be named.');
  const last = addDays(today, daysAhead);
  if (parsed.some((day) => day !== undefined && day > last)) return refuse('day-too-far', `只能告知${daysAhead}日以内的日期。`, `Only days within ${daysAhead} days can be named.`);
  if (new Set([...before, ...days]).size > mostUnavailableDays) {
    return refuse('too-many-days', `最多可以告知${mostUnavailableDays}日；长期不能到庭的，请向法官说明。`, `At most ${mostUnavailableDays} days; whoever cannot attend for longer tells the judge.`);
  }
  return undefined;
}
