import { clockTimeOf, dayOf, type ClockTime, type ShanghaiDay } from '#domain/calendar/day.ts';
import { addWorkingDays, isWorkingDay, restsOnProvisionalYear, workingDaysBetween, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { CaseType } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Ruled } from '#domain/law/ruled.ts';

/** The court's hours: a hearing begins and ends within them. Set by the court, not by the law. */
export type CourtHours = { readonly from: ClockTime; readonly to: ClockTime };

export const defaultCourtHours: CourtHours = { from: '08:30', to: '18:00' };

/** G4: 至少三个工作日前. CPL-139 and CRPL-187 ask for three days, which three working days always contain. */
export const workingDaysOfNotice = 3;

/** What the notice and its counting rest on, by the law of the kind of case. */
export const articlesOfNotice = (caseType: CaseType, noticeDay: ShanghaiDay): readonly ArticleId[] =>
  articlesOn(noticeDay, ...({ civil: ['G4', 'CPL-85', 'CPL-139'], administrative: ['G4', 'APL-101', 'CPL-85', 'CPL-139'], criminal: ['G4', 'CRPL-105', 'CRPL-187'] } as const)[caseType]);

export type HearingTime = {
  /** The Shanghai day on which the notice goes out. */
  readonly noticeDay: ShanghaiDay;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly calendar: WorkingCalendar;
  /** The court's clock, milliseconds since 1970. */
  readonly now: number;
  readonly courtHours?: CourtHours;
  /** A civil case where it is not said. */
  readonly caseType?: CaseType;
};

export type LawfulHearingTime = {
  readonly day: ShanghaiDay;
  readonly earliestLawfulDay: ShanghaiDay;
  /** How many working days of notice it gives. */
  readonly workingDays: number;
  /** True if the count rests on a year whose holidays are not published yet: to be checked again. */
  readonly provisional: boolean;
};

export type HearingTimeRefusalCode =
  | 'hearing-ends-before-it-begins' | 'hearing-in-the-past' | 'hearing-not-on-a-working-day'
  | 'hearing-outside-court-hours' | 'notice-too-short';

export type HearingTimeRefusal = Refusal<HearingTimeRefusalCode, { readonly earliestLawfulDay: ShanghaiDay; readonly day: ShanghaiDay }>;

/**
 * G4, CPL-85: the day of the notice is not counted, so a notice on Monday makes Thursday the earliest day
 * (Tuesday, Wednesday, Thursday).
 */
export function earliestLawfulDay(calendar: WorkingCalendar, noticeDay: ShanghaiDay): ShanghaiDay {
  return addWorkingDays(calendar, noticeDay, workingDaysOfNotice);
}

/**
 * May the hearing be held at this time? Judged by the provisions in force on the day of the notice.
 * Refused with the first rule that it breaks, and always with the earliest lawful day.
 */
export function checkHearingTime(time: HearingTime): Ruled<LawfulHearingTime> | HearingTimeRefusal {
  const { noticeDay, start, end, calendar, now } = time;
  const hours = time.courtHours ?? defaultCourtHours;
  const day = dayOf(start);
  // Somebody who asks on Friday for a notice of last Monday is told what is still possible.
  const earliest = earliestLawfulDay(calendar, noticeDay < dayOf(now) ? dayOf(now) : noticeDay);
  const articles = articlesOfNotice(time.caseType ?? 'civil', noticeDay);
  const refuse = (code: HearingTimeRefusalCode, zh: string, en: string): HearingTimeRefusal => ({
    code, articles, data: { earliestLawfulDay: earliest, day },
    message: { zh: `${zh}最早可以在${earliest}开庭。`, en: `${en} The earliest lawful day is ${earliest}.` },
  });

  if (!(end > start)) return refuse('hearing-ends-before-it-begins', '结束时间应当晚于开始时间。', 'The hearing must end after it begins.');
  if (start <= now) return refuse('hearing-in-the-past', '开庭时间已经过去。', 'The time of the hearing has passed.');
  if (!isWorkingDay(calendar, day)) return refuse('hearing-not-on-a-working-day', `${day}不是工作日。`, `${day} is not a working day.`);
  if (dayOf(end) !== day || clockTimeOf(start) < hours.from || clockTimeOf(end) > hours.to) {
    return refuse('hearing-outside-court-hours', `开庭时间应当在${hours.from}至${hours.to}之间。`, `A hearing is held between ${hours.from} and ${hours.to}.`);
  }
  const workingDays = workingDaysBetween(calendar, noticeDay, day);
  if (workingDays < workingDaysOfNotice) {
    return refuse('notice-too-short',
      `自${noticeDay}通知起不足三个工作日（通知当日不计算在内）。`,
      `Notice on ${noticeDay} leaves fewer than three working days (the day of the notice is not counted).`);
  }
  const lawful = earliestLawfulDay(calendar, noticeDay);
  return { value: { day, earliestLawfulDay: lawful, workingDays, provisional: restsOnProvisionalYear(calendar, noticeDay, day) }, articles };
}
