/**
 * Evidence offered after the deadline: what the judge may decide of it (civil: CPL-68, INT-101, INT-102, CPL-118, CPL-119;
 * administrative: APL-34, APL-36, AEV-7; criminal: CRPL-197).
 */
import type { CaseType } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Words } from '#domain/law/ruled.ts';

/** Why it came late, as the judge finds it. */
export const latenesses = ['objective', 'notObjectedTo', 'notGross', 'gross'] as const;
export type Lateness = (typeof latenesses)[number];
export const latenessWords: Record<Lateness, Words> = {
  objective: { zh: '因客观原因逾期', en: 'Late for objective reasons' },
  notObjectedTo: { zh: '对方当事人对逾期未提出异议', en: 'The other side does not object to its lateness' },
  notGross: { zh: '非因故意或者重大过失逾期', en: 'Late, but neither by intent nor by gross negligence' },
  gross: { zh: '因故意或者重大过失逾期，或者拒不说明理由、理由不成立', en: 'Late by intent or gross negligence, or without good reasons' },
};

export const lateDecisions = ['admit', 'admitWithReprimand', 'admitWithFine', 'refuse'] as const;
export type LateDecision = (typeof lateDecisions)[number];
export const lateDecisionWords: Record<LateDecision, Words> = {
  admit: { zh: '采纳（视为未逾期）', en: 'Admitted (counts as in time)' },
  admitWithReprimand: { zh: '采纳并予以训诫', en: 'Admitted with a reprimand' },
  admitWithFine: { zh: '采纳并予以训诫、罚款', en: 'Admitted with a reprimand and a fine' },
  refuse: { zh: '不予采纳', en: 'Not admitted' },
};

export interface LateFinding {
  lateness: Lateness;
  /** The item has to do with the basic facts of the case (INT-102). */
  basicFact: boolean;
  decision: LateDecision;
  fineYuan?: number | undefined;
  /** Who is fined is a unit (单位), not a natural person. */
  unit?: boolean | undefined;
}

/** What the law leaves to the judge on such a finding. */
export function lawfulDecisions(lateness: Lateness, basicFact: boolean, caseType: CaseType = 'civil'): { decisions: readonly LateDecision[]; articles: readonly ArticleId[] } {
  switch (caseType) {
    case 'civil': return inCivilCases(lateness, basicFact);
    // Late without good reason it counts as not there, or the right to produce it as given up, whatever the fact.
    case 'administrative': return lateness === 'objective' ? { decisions: ['admit'], articles: ['APL-36', 'AEV-7'] } : { decisions: ['refuse'], articles: ['APL-34', 'AEV-7'] };
    // No evidence is shut out for being late: the court says whether it takes it in.
    case 'criminal': return { decisions: ['admit', 'refuse'], articles: ['CRPL-197'] };
  }
}

function inCivilCases(lateness: Lateness, basicFact: boolean): { decisions: readonly LateDecision[]; articles: readonly ArticleId[] } {
  switch (lateness) {
    case 'objective':
    case 'notObjectedTo': return { decisions: ['admit'], articles: ['CPL-68', 'INT-101'] };
    case 'notGross': return { decisions: ['admitWithReprimand'], articles: ['CPL-68', 'INT-102'] };
    case 'gross': return basicFact
      ? { decisions: ['admitWithReprimand', 'admitWithFine'], articles: ['CPL-68', 'INT-102'] }
      : { decisions: ['refuse'], articles: ['CPL-68', 'INT-102'] };
  }
}

/** CPL-118, first paragraph, in yuan. */
const fines = { person: { least: 1, most: 100_000 }, unit: { least: 50_000, most: 1_000_000 } };

/** The refusal of a decision that the law does not leave, or undefined. */
export function checkLateDecision({ lateness, basicFact, decision, fineYuan, unit }: LateFinding, caseType: CaseType = 'civil'): Refusal | undefined {
  const lawful = lawfulDecisions(lateness, basicFact, caseType);
  if (!lawful.decisions.includes(decision)) {
    const list = (language: 'zh' | 'en', join: string) => lawful.decisions.map((one) => lateDecisionWords[one][language]).join(join);
    return {
      code: 'decision-not-lawful', articles: lawful.articles, data: { lawful: lawful.decisions },
      message: {
        zh: `“${latenessWords[lateness].zh}”${lateness === 'gross' ? (basicFact ? '且与案件基本事实有关' : '且与案件基本事实无关') : ''}的，应当：${list('zh', '或者')}。`,
        en: `On this finding the law leaves: ${list('en', ' or ')}.`,
      },
    };
  }
  const { least, most } = fines[unit ? 'unit' : 'person'];
  if (decision === 'admitWithFine' && (fineYuan === undefined || fineYuan < least || fineYuan > most)) {
    return {
      code: 'fine-amount', articles: ['CPL-118'], data: { least, most },
      message: { zh: '请填写罚款金额：对个人十万元以下，对单位五万元以上一百万元以下。', en: 'Give the amount of the fine: up to 100,000 yuan for a person, 50,000 to 1,000,000 for a unit.' },
    };
  }
  if (decision !== 'admitWithFine' && fineYuan !== undefined) {
    return { code: 'fine-not-decided', articles: ['CPL-118'], message: { zh: '未决定罚款的，不填写金额。', en: 'No fine was decided: leave the amount empty.' } };
  }
  return undefined;
}

/** Under which articles it is decided; a fine needs the president's approval and a written decision (CPL-119). */
export const articlesOfDecision = (finding: LateFinding, caseType: CaseType = 'civil'): readonly ArticleId[] => [
  ...lawfulDecisions(finding.lateness, finding.basicFact, caseType).articles, ...(finding.decision === 'admitWithFine' ? ['CPL-118', 'CPL-119'] as const : []),
];
