/** Why a filing is not accepted, with the articles of its kind of case. */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseFacts } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

export const rejectionGrounds = ['noInterest', 'noDefiniteDefendant', 'noClaims', 'outsideScope', 'noJurisdiction', 'notCorrected', 'appealLate', 'mayNotAppeal', 'noProof'] as const;
export type RejectionGround = (typeof rejectionGrounds)[number];

export const rejectionWords: Record<RejectionGround, Words> = {
  noInterest: { zh: '原告与本案没有直接利害关系', en: 'The plaintiff has no interest in the matter' },
  noDefiniteDefendant: { zh: '没有明确的被告', en: 'No definite defendant' },
  noClaims: { zh: '没有具体的诉讼请求和事实、理由', en: 'No specific claims, facts and reasons' },
  outsideScope: { zh: '不属于人民法院受理范围', en: 'Not a matter for the courts' },
  noJurisdiction: { zh: '不属于本院管辖', en: 'Not within this court’s jurisdiction' },
  notCorrected: { zh: '经补正仍不符合要求', en: 'Corrected, and still not as required' },
  appealLate: { zh: '超过上诉期限且不准许顺延', en: 'The appeal is late, and no extension is allowed' },
  mayNotAppeal: { zh: '不是有权提起上诉的人或者裁判不得上诉', en: 'Not entitled to appeal, or no appeal lies' },
  noProof: { zh: '自诉案件缺乏罪证', en: 'A private prosecution without proof' },
};

const conditions = { civil: ['CPL-122', 'CPL-126'], administrative: ['APL-49', 'APL-51'], criminal: ['CRPL-210', 'CRPL-211'] } as const;
const appeals = { civil: ['CPL-171'], administrative: ['APL-85'], criminal: ['CRPL-227', 'CRPL-230'] } as const;

/** The grounds that the kind of case knows. */
export function groundsFor({ caseType, instance }: Pick<CaseFacts, 'caseType' | 'instance'>): RejectionGround[] {
  if (instance === 'second') return ['appealLate', 'mayNotAppeal', 'noJurisdiction', 'notCorrected'];
  const first: RejectionGround[] = ['noInterest', 'noDefiniteDefendant', 'noClaims', 'outsideScope', 'noJurisdiction', 'notCorrected'];
  return caseType === 'criminal' ? [...first, 'noProof'] : first;
}

export function rejectionArticles(ground: RejectionGround, { caseType, instance }: Pick<CaseFacts, 'caseType' | 'instance'>, day: ShanghaiDay): readonly ArticleId[] {
  const own: readonly ArticleId[] = ground === 'notCorrected' ? ['ONL-9', 'REG-7'] : instance === 'second' ? appeals[caseType] : conditions[caseType];
  return articlesOn(day, 'G3', ...own);
}
