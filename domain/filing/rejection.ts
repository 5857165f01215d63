/** Why a filing is not accepted, with the articles of its kind of case. */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { RejectionGround } from './rejection-grounds.ts';

const conditions = { civil: ['CPL-122', 'CPL-126'], administrative: ['APL-49', 'APL-51'], criminal: ['CRPL-210', 'CRPL-211'] } as const;
const appeals = { civil: ['CPL-171'], administrative: ['APL-85'], criminal: ['CRPL-227', 'CRPL-230'] } as const;

/** The grounds that the kind of case knows. */
export function groundsFor({ caseType, instance }: Pick<CaseFacts, 'caseType' | 'instance'>): RejectionGround[] {
  if (instance === 'second') return ['appealLate', 'mayNotAppeal', 'noJurisdiction', 'notCorrected'];
  const first: RejectionGround[] = ['noInterest', 'noDefiniteDefendant', 'noClaims', 'outsideScope', 'noJurisdiction', 'notCorrected'];
  return caseType === 'criminal' ? [...first, 'noProof'] : first;
}

export function rejectionArticles(ground: RejectionGround, { caseType, instance }: Pick<CaseFacts, 'caseType' | 'instance'>, day: ShanghaiDay): readonly ArticleId[] {
  const own: readonly ArticleId[] = ground === 'notCorrected' ? (instance === 'second' ? ['ONL-9'] : ['ONL-9', 'REG-7']) : instance === 'second' ? appeals[caseType] : conditions[caseType];
  return articlesOn(day, 'G3', ...own);
}
