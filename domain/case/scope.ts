import type { CaseFacts } from '#domain/case/types.ts';
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Ruled, Words } from '#domain/law/ruled.ts';

/**
 * May this case be heard online at all (G1)? Cases that are public by law and cause no bad social effect may;
 * every ground that excludes is named, not only the first.
 */

type FactName = Exclude<keyof CaseFacts, 'caseType' | 'instance' | 'publicProsecution'>;

export type ExclusionCode =
  | 'state-secret' | 'personal-privacy' | 'divorce-with-closed-hearing-request' | 'trade-secret'
  | 'minor-defendant' | 'no-ground-for-online' | 'otherwise-closed-by-law' | 'bad-social-effect';

export type Exclusion = { readonly code: ExclusionCode; readonly message: Words; readonly articles: readonly ArticleId[] };

export type ScopeDecision =
  | { readonly online: true }
  | { readonly online: false; readonly exclusions: readonly Exclusion[] };

type Ground = {
  readonly code: ExclusionCode;
  readonly message: Words;
  /** Cited where they are law on the day of the decision. */
  readonly articles: readonly ArticleId[];
  /** The ground reaches these cases only; all where it is not said. */
  readonly caseTypes?: readonly CaseFacts['caseType'][];
};

const ownLaw = [['CPL-', 'civil'], ['APL-', 'administrative'], ['CRPL-', 'criminal']] as const;

const grounds: Record<FactName, Ground> = {
  stateSecret: {
    code: 'state-secret', articles: ['G1', 'CPL-137', 'APL-54', 'CRPL-188', 'ONL-21'],
    message: { zh: '案件涉及国家秘密，不得在线审理。', en: 'The case concerns state secrets.' },
  },
  personalPrivacy: {
    code: 'personal-privacy', articles: ['G1', 'CPL-137', 'APL-54', 'CRPL-188'],
    message: { zh: '案件涉及个人隐私，不得在线审理。', en: 'The case concerns personal privacy.' },
  },
  divorceWithClosedHearingRequest: {
    // A divorce is a civil case; in another case the fact can only be a mistake and excludes nothing.
    code: 'divorce-with-closed-hearing-request', articles: ['G1', 'CPL-137'], caseTypes: ['civil'],
    message: { zh: '离婚案件，当事人申请不公开审理，不得在线审理。', en: 'A divorce in which a party applied for a closed hearing.' },
  },
  tradeSecret: {
    code: 'trade-secret', articles: ['G1', 'CPL-137', 'APL-54', 'CRPL-188'],
    message: { zh: '案件涉及商业秘密，不得在线审理。', en: 'The case concerns trade secrets.' },
  },
  minorDefendant: {
    // G1: 审判时被告人不满十八周岁的刑事案件. A minor who is a party to a civil case does not exclude it.
    code: 'minor-defendant', articles: ['G1', 'CRPL-285'], caseTypes: ['criminal'],
    message: { zh: '刑事案件，审判时被告人不满十八周岁，不得在线审理。', en: 'A criminal case whose defendant is under 18 at trial.' },
  },
  noGroundForOnline: {
    // ONL-3 (2): of criminal cases the fast track, commutation and parole, and what is unfit for the courtroom.
    code: 'no-ground-for-online', articles: ['ONL-3', 'ONL-37'], caseTypes: ['criminal'],
    message: { zh: '刑事案件，不适用速裁程序，也没有不宜线下审理的特殊原因，不得在线审理。', en: 'A criminal case that is neither fast track nor, for a special reason, unfit for the courtroom.' },
  },
  otherwiseClosedByLaw: {
    code: 'otherwise-closed-by-law', articles: ['G1', 'CPL-137', 'APL-54'],
    message: { zh: '法律另有规定不公开审理，不得在线审理。', en: 'Another provision of law closes the hearing.' },
  },
  badSocialEffect: {
    code: 'bad-social-effect', articles: ['G1', 'ONL-21'],
    message: { zh: '可能引发不良社会效果，不得在线审理。', en: 'An online hearing could have a bad social effect.' },
  },
};

/** What each ground says. */
export const exclusionWords: readonly Words[] = Object.values(grounds).map(({ message }) => message);

/**
 * Decides by the facts as they are known on the day, under the provisions in force on it. Run again whenever a
 * fact changes. Each kind of case has its own law of procedure.
 */
export function decideScope(facts: CaseFacts, day: ShanghaiDay): Ruled<ScopeDecision> {
  const cite = (ids: readonly ArticleId[]) =>
    articlesOn(day, ...ids.filter((id) => ownLaw.every(([prefix, caseType]) => facts.caseType === caseType || !id.startsWith(prefix))));
  const exclusions = (Object.keys(grounds) as FactName[])
    .filter((fact) => facts[fact])
    .map((fact) => grounds[fact])
    .filter((ground) => ground.caseTypes?.includes(facts.caseType) ?? true)
    .map(({ code, message, articles }): Exclusion => ({ code, message, articles: cite(articles) }));
  if (exclusions.length === 0) return { value: { online: true }, articles: cite(facts.publicProsecution ? ['G1', 'ONL-3', 'ONL-37'] : ['G1']) };
  const articles = [...new Set(exclusions.flatMap((exclusion) => exclusion.articles))];
  return { value: { online: false, exclusions }, articles };
}
