/**
 * Periods in days (CPL-85, CRPL-105): the day on which a period begins is not counted; a last day on which the court is
 * closed moves to the next working day.
 */
import { addDays, type ShanghaiDay } from '#domain/calendar/day.ts';
import { addWorkingDays, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { CaseFacts } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import { articlesOn } from '#domain/law/articles.ts';
import { correctionDays } from '#domain/court/court.ts';
import type { Refusal, Ruled } from '#domain/law/ruled.ts';
import type { DecisionKind } from './kinds.ts';

/** The last day of so many days that begin on the day. */
export const lastDayOf = (calendar: WorkingCalendar, begins: ShanghaiDay, days: number): ShanghaiDay =>
  addWorkingDays(calendar, addDays(begins, days), 0);

type Kind = Pick<CaseFacts, 'caseType' | 'instance' | 'publicProsecution'>;

const computing = (caseType: CaseFacts['caseType']): readonly ArticleId[] =>
  ({ civil: ['CPL-85'], administrative: ['APL-101', 'CPL-85'], criminal: ['CRPL-105'] } as const)[caseType];

/** Until when the court decides on a filing, or on one that was corrected on the day (REG-7: the period begins anew). */
export function reviewPeriod({ caseType, instance, publicProsecution }: Kind, received: ShanghaiDay, calendar: WorkingCalendar): Ruled<ShanghaiDay> {
  const [days, articles] = instance === 'second' ? [5, ['TIME-6']] as const
    : caseType === 'civil' ? [7, ['CPL-126', 'REG-8']] as const
    : caseType === 'administrative' ? [7, ['APL-51', 'REG-8']] as const
    : publicProsecution ? [7, ['CRPL-186', 'TIME-6']] as const
    : [15, ['REG-8']] as const;
  return { value: lastDayOf(calendar, received, days), articles: articlesOn(received, ...articles, ...computing(caseType)) };
}

const appealDays = {
  civil: { judgment: 15, ruling: 10, articles: ['CPL-171'] },
  administrative: { judgment: 15, ruling: 10, articles: ['APL-85'] },
  criminal: { judgment: 10, ruling: 5, articles: ['CRPL-230'] },
} as const;

/** CPL-286: in a civil case, for judgments and rulings alike. */
const abroad = { judgment: 30, ruling: 30, articles: ['CPL-286'] } as const;

/**
 * The last day for an appeal, by the law of the day of service.
 * @param noDomicile the appellant has no domicile in the country
 */
export function appealPeriod(caseType: CaseFacts['caseType'], decision: DecisionKind, served: ShanghaiDay, calendar: WorkingCalendar, noDomicile = false): Ruled<ShanghaiDay> {
  const rule = noDomicile && caseType === 'civil' ? abroad : appealDays[caseType];
  return { value: lastDayOf(calendar, served, rule[decision]), articles: articlesOn(served, ...rule.articles, ...computing(caseType)) };
}

/** Within how many days a judgment pronounced in court is sent to the parties. */
const judgmentDays = { civil: [10, 'CPL-151'], administrative: [10, 'APL-80'], criminal: [5, 'CRPL-202'] } as const;

/** Until when a judgment that was pronounced in court on the day is sent. */
export function judgmentPeriod(caseType: CaseFacts['caseType'], pronounced: ShanghaiDay, calendar: WorkingCalendar): Ruled<ShanghaiDay> {
  const [days, article] = judgmentDays[caseType];
  return { value: lastDayOf(calendar, pronounced, days), articles: articlesOn(pronounced, article, ...computing(caseType)) };
}

/** REG-18: on appeal the provisions on registering filings do not apply; there ONL-9 alone. CRINT-219: of a public prosecution. */
export const correctionArticles = (instance: Kind['instance'], publicProsecution = false): readonly ArticleId[] =>
  (publicProsecution ? ['CRINT-219'] : instance === 'second' ? ['ONL-9'] : ['ONL-9', 'REG-7']);

/** CRINT-219: 应当通知人民检察院在三日以内补送. */
const daysOfProcuratorate = 3;

/** Until when a filing is to be corrected: so many days as the court set, within its bounds. */
export function correctionPeriod(days: number, asked: ShanghaiDay, calendar: WorkingCalendar, instance?: Kind['instance'], publicProsecution = false): Ruled<ShanghaiDay> | Refusal {
  const { fewest, most } = publicProsecution ? { fewest: Math.min(correctionDays.fewest, daysOfProcuratorate), most: daysOfProcuratorate } : correctionDays;
  if (!Number.isInteger(days) || days < fewest || days > most) {
    return {
      code: 'correction-days', articles: correctionArticles(instance, publicProsecution), data: { fewest, most },
      message: publicProsecution ? { zh: '公诉案件需要补充材料的，通知人民检察院在三日以内补送：请填3日。', en: 'Material lacking in a public prosecution is sent within three days: enter 3.' } : { zh: `补正期限应为${fewest}至${most}日。`, en: `The period for corrections is ${fewest} to ${most} days.` },
    };
  }
  return { value: lastDayOf(calendar, asked, days), articles: articlesOn(asked, ...correctionArticles(instance, publicProsecution)) };
}
