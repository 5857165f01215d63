/**
 * What the law gives to one person and no deputy may do in their place. A task kind names one of these as `personal`;
 * everything else of an absent member of staff may be answered by the deputy (docs/decisions/0005).
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

export interface Personal {
  reason: Words;
  articles: readonly ArticleId[];
}

const personal = (zh: string, en: string, ...articles: readonly ArticleId[]): Personal => ({ reason: { zh, en }, articles });

export const personally = {
  presiding: personal('庭审由审判长或者独任法官主持，不得由他人代为办理。', 'The presiding or sole judge presides over the session; nobody does it in their place.', 'G7'),
  signature: personal('签名确认须由本人进行，不得由他人代为办理。', 'A signature is the person’s own; nobody gives it in their place.', 'G9'),
  transcript: personal('笔录由记录该次庭审的书记员完成并签名，不得由他人代为办理。', 'The clerk who kept the transcript finishes and signs it; nobody does it in their place.', 'G9', 'CPL-150'),
  riskAssessment: personal('直播风险由合议庭成员、独任法官本人评估，不得由他人代为办理。', 'Each member of the panel, or the sole judge, assesses the risk in person.', 'N2', 'N3'),
  ruling: personal('裁定、决定由审理本案的审判人员本人作出，不得由他人代为办理。', 'Who tries the case rules and decides in person; nobody does it in their place.', 'CPL-157'),
  recusal: personal('回避由法律指定的人决定（院长、审判长或者独任审判员），不得由他人代为办理。', 'The law names who decides on a recusal (the president of the court, the presiding or the sole judge); nobody does it in their place.', 'CPL-49', 'APL-55', 'CRPL-31'),
  assessor: personal('是否参审、有无应当回避的情形，由被抽取的人民陪审员本人答复。', 'The assessor who was drawn answers in person whether they sit and whether a ground of recusal exists.', 'PAL-18', 'PAL-19'),
} as const satisfies Record<string, Personal>;
