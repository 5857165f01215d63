/**
 * A hearing's date looked at again when the calendar has changed: holidays were published, the court closes on a day, or
 * no longer does. What was noticed stands; the question is whether the day still holds (G4, CPL-85, CPL-139).
 */
import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay, restsOnProvisionalYear, workingDaysBetween, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { CaseType } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { articlesOfNotice, earliestLawfulDay, workingDaysOfNotice } from '#domain/scheduling/notice.ts';

export type Recheck =
  | { holds: true; provisional: boolean; articles: readonly ArticleId[] }
  | { holds: false; problem: Refusal<'not-a-working-day-any-more' | 'notice-too-short-now'> };

/** @param noticedAt, startsAt instants in milliseconds */
export function recheckHearingDate({ noticedAt, startsAt, calendar, caseType = 'civil' }: { noticedAt: number; startsAt: number; calendar: WorkingCalendar; caseType?: CaseType }): Recheck {
  const [noticeDay, day] = [dayOf(noticedAt), dayOf(startsAt)];
  const articles = articlesOfNotice(caseType, noticeDay);
  const earliest: ShanghaiDay = earliestLawfulDay(calendar, noticeDay);
  const data = { day, earliestLawfulDay: earliest };
  if (!isWorkingDay(calendar, day)) {
    return { holds: false, problem: { code: 'not-a-working-day-any-more', articles, data, message: { zh: `${day}按现行日历不是工作日。`, en: `By the calendar as it is now, ${day} is not a working day.` } } };
  }
  const counted = workingDaysBetween(calendar, noticeDay, day);
  if (counted < workingDaysOfNotice) {
    return {
      holds: false,
      problem: {
        code: 'notice-too-short-now', articles, data,
        message: { zh: `按现行日历，自${noticeDay}通知起至${day}只有${counted}个工作日，不足三个工作日。`, en: `By the calendar as it is now, only ${counted} working days lie between the notice on ${noticeDay} and ${day}, fewer than three.` },
      },
    };
  }
  return { holds: true, provisional: restsOnProvisionalYear(calendar, noticeDay, day), articles };
}
