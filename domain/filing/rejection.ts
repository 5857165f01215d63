/** Why a filing is not accepted, with the articles of its kind of case. */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { RejectionGround } from './rejection-grounds.ts';

const conditions = { civil: ['CPL-122', 'CPL-126'], administrative: ['APL-49', 'APL-51'], criminal: ['CRPL-210', 'CRPL-211'] } as const;
const appeals = { civil: ['CPL-171'], administrative: ['APL-85'], criminal: ['CRPL-227', 'CRPL-230'] } as const;

/** The grounds that the kind of case knows. */
type Kind = Pick<CaseFacts, 'caseType' | 'instance' | 'publicProsecution'>;

export function groundsFor({ caseType, instance, publicProsecution }: Kind): RejectionGround[] {
  // CRINT-219: the court may send a public prosecution back on these grounds alone.
  if (publicProsecution) return ['noJurisdiction', 'noLiability', 'accusedAbsent', 'withdrawnBefore'];
  if (instance === 'second') return ['appealLate', 'mayNotAppeal', 'noJurisdiction', 'notCorrected'];
  const first: RejectionGround[] = ['noInterest', 'noDefiniteDefendant', 'noClaims', 'outsideScope', 'noJurisdiction', 'notCorrected'];
  return caseType === 'criminal' ? [...first, 'noProof'] : first;
}

export function rejectionArticles(ground: RejectionGround, { caseType, instance, publicProsecution }: Kind, day: ShanghaiDay): readonly ArticleId[] {
  if (publicProsecution) return articlesOn(day, 'G3', 'CRINT-219', ...(ground === 'noLiability' ? ['CRPL-16' as const] : []));
  const own: readonly ArticleId[] = ground === 'notCorrected' ? (instance === 'second' ? ['ONL-9'] : ['ONL-9', 'REG-7']) : instance === 'second' ? appeals[caseType] : conditions[caseType];
  return articlesOn(day, 'G3', ...own);
}
