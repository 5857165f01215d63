/**
 * The time for producing evidence (举证期限; CPL-68, EVD-51, EVD-54). Without a decision of its own the court gives
 * fifteen days, which every procedure allows. Parties who are done sooner say so, and the
 * case goes on; the period still runs for whoever finds more.
 */
import { addDays, boundsOf, daysBetween, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import { ruled, type Refusal, type Ruled, type Words } from '#domain/law/ruled.ts';

export const procedures = ['firstOrdinary', 'second', 'simplified', 'smallClaim'] as const;
export type Procedure = (typeof procedures)[number];
export const procedureWords: Record<Procedure, Words> = {
  firstOrdinary: { zh: '第一审普通程序', en: 'First instance, ordinary procedure' },
  second: { zh: '第二审程序（新的证据）', en: 'Second instance (new evidence)' },
  simplified: { zh: '简易程序', en: 'Simplified procedure' },
  smallClaim: { zh: '小额诉讼（一般不超过七日）', en: 'Small claim (seven days as a rule)' },
};

/** Who sets it: the court alone, the parties by agreement with the court's leave, or the court on a request for more time. */
export const periodBases = ['court', 'agreed', 'extended'] as const;
export type PeriodBasis = (typeof periodBases)[number];
export const periodBasisWords: Record<PeriodBasis, Words> = {
  court: { zh: '人民法院指定', en: 'Set by the court' },
  agreed: { zh: '当事人协商一致，人民法院准许', en: 'Agreed by the parties, allowed by the court' },
  extended: { zh: '依申请延长', en: 'Extended on request' },
};

/** Lawful in every procedure: the least of a first instance in ordinary procedure, the most of a simplified one. */
export const defaultDays = 15;

/** The procedure that the period is judged by, from the instance and what the court chose on acceptance. */
export const procedureOf = (instance: 'first' | 'second' | undefined, chosen: 'simple' | 'ordinary' | 'fastTrack' | undefined): Procedure =>
  instance === 'second' ? 'second' : chosen === 'simple' ? 'simplified' : 'firstOrdinary';

const limits: Record<Procedure, { least?: number; most?: number }> = {
  firstOrdinary: { least: 15 }, second: { least: 10 }, simplified: { most: 15 },
  // EVD-51 says seven days for a small claim as a rule only; it is simplified procedure, so fifteen bind.
  smallClaim: { most: 15 },
};

/**
 * The last day on which evidence is in time. The day on which the period begins is not counted; a period that would end
 * on a day off ends on the next working day (CPL-85).
 * @param from the day on which the parties were told
 * @param days calendar days
 */
export function lastDayOfPeriod(calendar: WorkingCalendar, from: ShanghaiDay, days: number): Ruled<ShanghaiDay> {
  const last = addDays(from, days);
  return ruled(isWorkingDay(calendar, last) ? last : nextWorkingDay(calendar, last), 'CPL-68', 'EVD-51', 'CPL-85');
}

export interface AskedPeriod {
  procedure: Procedure;
  days: number;
  basis: PeriodBasis;
}

/** The refusal of a period that EVD-51 does not allow, or undefined. */
export function checkPeriod({ procedure, days, basis }: AskedPeriod, present: { days: number }): Refusal | undefined {
  const refuse = (code: string, zh: string, en: string, ...articles: ArticleId[]): Refusal => ({ code, articles, message: { zh, en } });
  if (!Number.isInteger(days) || days < 1 || days > 365) return refuse('period-not-days', '请填写一至三百六十五日之间的整日数。', 'Give a whole number of days from 1 to 365.', 'EVD-51');
  // EVD-51: what the parties agree upon and the court allows is bound by no least number.
  if (basis === 'agreed') return undefined;
  if (basis === 'extended') {
    return days > present.days ? undefined : refuse('period-not-longer', `延长后的期限应当长于现有的${present.days}日。`, `An extended period is longer than the present ${present.days} days.`, 'EVD-54');
  }
  const { least, most } = limits[procedure];
  if (least !== undefined && days < least) {
    return refuse('period-too-short', `人民法院指定的，${procedureWords[procedure].zh}的举证期限不得少于${least}日；当事人协商一致的，可以更短。`, `Set by the court, the period is at least ${least} days in this procedure; parties may agree on less.`, 'EVD-51');
  }
  if (most !== undefined && days > most) {
    return refuse('period-too-long', `${procedureWords[procedure].zh}的举证期限不得超过${most}日。`, `In this procedure the period is at most ${most} days.`, 'EVD-51');
  }
  return undefined;
}

/** The period as it stands. */
export interface EvidencePeriod extends AskedPeriod {
  /** The Shanghai day from which it counts, not counted itself. */
  from: ShanghaiDay;
  lastDay: ShanghaiDay;
}

/**
 * The period stands still while the proceedings do (CPL-153): what was left of it when they were suspended is left when
 * they are resumed. The day of the resumption is not counted (CPL-85). Undefined for a period that was over before.
 */
export function resumedPeriod(calendar: WorkingCalendar, period: EvidencePeriod, suspendedOn: ShanghaiDay, resumedOn: ShanghaiDay): EvidencePeriod | undefined {
  if (period.lastDay < suspendedOn) return undefined;
  const { value: lastDay } = lastDayOfPeriod(calendar, resumedOn, daysBetween(suspendedOn, period.lastDay));
  return { ...period, lastDay };
}

/** The instant (court time, milliseconds) of its end. */
export const endOfPeriod = (period: EvidencePeriod): number => boundsOf(period.lastDay).last;
