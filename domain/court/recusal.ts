/**
 * Who of the court leaves a case: by recusal (CPL-47 to CPL-50; APL-55; CRPL-29 to CRPL-32), or because somebody can no longer sit in it. Who may ask,
 * until when, and who decides. Pure.
 */
import { addDays, boundsOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay, nextWorkingDay, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { Bench, CaseType } from '#domain/case/types.ts';
import type { Stage } from '#domain/case/stages.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Ruled, Words } from '#domain/law/ruled.ts';
import type { TaskRole } from '#domain/people/roles.ts';

export const benchSeats = ['presidingJudge', 'panelMember', 'clerk', 'technician'] as const;
export type BenchSeat = (typeof benchSeats)[number];

export const recusalGrounds = ['closeRelative', 'interest', 'otherRelation', 'improperContact'] as const;
/** CPL-47: a close relative of a party or agent; an interest in the case; another relation; meetings or gifts against the rules. */
export type RecusalGround = (typeof recusalGrounds)[number];

export const groundWords: Record<RecusalGround, Words> = {
  closeRelative: { zh: '是本案当事人或者当事人、诉讼代理人近亲属', en: 'Is a party, or a close relative of a party or an agent' },
  interest: { zh: '与本案有利害关系', en: 'Has an interest in the case' },
  otherRelation: { zh: '与当事人、诉讼代理人有其他关系，可能影响公正审理', en: 'Has another relation to a party or an agent that may impair a fair trial' },
  improperContact: { zh: '接受请客送礼或者违反规定会见当事人、诉讼代理人', en: 'Accepted invitations or gifts, or met a party or an agent against the rules' },
};

/** Where the person sits, or undefined. */
export function seatOf(bench: Bench, personId: PersonId): BenchSeat | undefined {
  if (bench.presidingJudge === personId) return 'presidingJudge';
  if (bench.panel?.includes(personId)) return 'panelMember';
  if (bench.clerk === personId) return 'clerk';
  return bench.technician === personId ? 'technician' : undefined;
}

/** The bench with another person in the seat of the one who leaves. */
export function withInstead(bench: Bench, from: PersonId, to: PersonId): Bench {
  const instead = (personId: PersonId): PersonId => (personId === from ? to : personId);
  return {
    ...bench, presidingJudge: instead(bench.presidingJudge), clerk: instead(bench.clerk),
    ...(bench.panel ? { panel: bench.panel.map(instead) } : {}), ...(bench.technician === undefined ? {} : { technician: instead(bench.technician) }),
  };
}

/** The law of recusal, by the kind of case: APL-55 says who and by whom, CPL the rest (APL-101); a criminal case has rules of its own. */
const recusalLaw: Record<CaseType, { grounds: readonly ArticleId[]; time: readonly ArticleId[]; decider: readonly ArticleId[]; decision: readonly ArticleId[] }> = {
  civil: { grounds: ['CPL-47'], time: ['CPL-48'], decider: ['CPL-49'], decision: ['CPL-50'] },
  administrative: { grounds: ['APL-55'], time: ['APL-101', 'CPL-48'], decider: ['APL-55'], decision: ['APL-55', 'APL-101', 'CPL-50'] },
  criminal: { grounds: ['CRPL-29', 'CRPL-30', 'CRPL-32'], time: [], decider: ['CRPL-31', 'CRPL-32'], decision: ['CRPL-31'] },
};
const law = (caseType: CaseType, day: ShanghaiDay, ...parts: (keyof (typeof recusalLaw)['civil'])[]): readonly ArticleId[] =>
  [...new Set(articlesOn(day, ...parts.flatMap((part) => recusalLaw[caseType][part])))];

/** What a decision on a recusal rests on. */
export const articlesOfRecusal = (caseType: CaseType, day: ShanghaiDay): readonly ArticleId[] => law(caseType, day, 'grounds', 'decider', 'decision');

/**
 * CPL-49, APL-55: of a judge or assessor the president of the court decides, of the others the presiding or sole judge.
 * CRPL-31, CRPL-32: in a criminal case the president decides of the clerk as well.
 */
export function whoDecidesRecusal(seat: BenchSeat, caseType: CaseType, day: ShanghaiDay): Ruled<Extract<TaskRole, 'courtPresident' | 'judge'>> {
  const byThePresident = seat === 'presidingJudge' || seat === 'panelMember' || (caseType === 'criminal' && seat === 'clerk');
  return { value: byThePresident ? 'courtPresident' : 'judge', articles: law(caseType, day, 'grounds', 'decider') };
}

/** Of a president who sits in the case the adjudication committee decides (CPL-49, APL-55, CRPL-31); nobody decides of themselves. */
export function decidesOfOneself(decider: PersonId, of: PersonId, caseType: CaseType, day: ShanghaiDay): Refusal | undefined {
  return decider !== of ? undefined : {
    code: 'own-recusal', articles: law(caseType, day, 'decider'),
    message: { zh: '不得决定本人的回避；院长参加审判的，其回避由审判委员会决定，由其他院领导登记决定。', en: 'Nobody decides on their own recusal. Of a president who sits in the case the adjudication committee decides; another of the court’s leaders puts the decision on record.' },
  };
}

/** CPL-50: within three days of the application, a reconsideration likewise; the court keeps to it in criminal cases too. CPL-85: a last day that is a holiday moves to the next working day. */
export function recusalDecidedBy(calendar: WorkingCalendar, asked: ShanghaiDay): number {
  const last = addDays(asked, 3);
  return boundsOf(isWorkingDay(calendar, last) ? last : nextWorkingDay(calendar, last)).last;
}

/** What was asked before of the same person by the same one. */
export interface AskedBefore { state: 'open' | 'sustained' | 'rejected'; reconsidered: boolean }

export interface RecusalFacts {
  seat: BenchSeat | undefined;
  caseType: CaseType;
  stage: Stage;
  /** The debate of the last session is over and no other session follows. */
  debateEnded: boolean;
  before: AskedBefore | undefined;
  day: ShanghaiDay;
}

/** Whether the application is heard: first, or once more as a reconsideration (CPL-48, CPL-50). The law of criminal procedure sets no end for it. */
export function admitRecusal({ seat, caseType, debateEnded, before, day }: RecusalFacts): Ruled<'first' | 'reconsideration'> | Refusal {
  const refuse = (code: string, zh: string, en: string, part: 'grounds' | 'time' | 'decision'): Refusal => ({ code, articles: law(caseType, day, part), message: { zh, en } });
  if (seat === undefined) return refuse('not-of-the-bench', '该人员不参与本案审理。', 'This person has no part in hearing the case.', 'grounds');
  if (before?.state === 'open') return refuse('recusal-undecided', '您的回避申请正在审查，请等待决定。', 'Your application is being decided; wait for the decision.', 'decision');
  if (before?.state === 'rejected') {
    if (before.reconsidered) return refuse('reconsidered-already', '回避申请已经复议一次，不能再次申请。', 'The decision has been reconsidered once; it stands.', 'decision');
    return { value: 'reconsideration', articles: law(caseType, day, 'decision') };
  }
  if (debateEnded && caseType !== 'criminal') return refuse('debate-ended', '法庭辩论已经终结，不能再申请回避。', 'The debate is over: too late to apply for a recusal.', 'time');
  return { value: 'first', articles: law(caseType, day, 'grounds', 'time') };
}
