/** Why a filing is not accepted (G3); with which articles: rejection.ts. */
import type { Words } from '#domain/law/ruled.ts';

export const rejectionGrounds = ['noInterest', 'noDefiniteDefendant', 'noClaims', 'outsideScope', 'noJurisdiction', 'notCorrected', 'appealLate', 'mayNotAppeal', 'noProof', 'noLiability', 'accusedAbsent', 'withdrawnBefore'] as const;
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
  noLiability: { zh: '属于刑事诉讼法第十六条第二项至第六项规定的情形', en: 'No criminal liability is pursued (article 16, items 2 to 6)' },
  accusedAbsent: { zh: '被告人不在案', en: 'The accused is not at the court’s disposal' },
  withdrawnBefore: { zh: '准许撤回起诉后没有新的事实、证据，重新起诉', en: 'Brought again after a withdrawal, without new facts or evidence' },
  noProof: { zh: '自诉案件缺乏罪证', en: 'A private prosecution without proof' },
};
