/** Why a filing is not accepted (G3); with which articles: rejection.ts. */
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
