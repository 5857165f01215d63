/**
 * The facts that decide whether a hearing may be livestreamed (N1, N2, N4). Legal facts only, no personal data. What a
 * provision asks of them stands with the provision itself (domain/law/provisions), so a new one touches that file alone.
 */
import { z } from 'zod';
import { caseTypes, sessionKinds, type CaseFacts, type SessionKind } from '#domain/case/types.ts';
import { causeFamilies } from '#domain/law/causes/cause.ts';
import type { Words } from '#domain/law/ruled.ts';

/** N-form, note 1: 低风险、一般风险、较大风险. In rising order. */
export const riskLevels = ['low', 'general', 'high'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** Facts of the case beside those of G1, as the court states them and as they may change. */
export const statedFactsSchema = z.strictObject({
  causeFamily: z.enum(causeFamilies),
  /** N2: 涉众型. */
  massInterest: z.boolean(),
  // N4 (1)
  nationalSecurity: z.boolean(), terrorism: z.boolean(), nationalDefence: z.boolean(), militarySecret: z.boolean(),
  ethnicIssue: z.boolean(), religiousIssue: z.boolean(), otherPolitical: z.boolean(),
  /** N1: 工作秘密. */
  workSecret: z.boolean(),
  /** N4 (2): 未成年人犯罪, whatever the age at trial. */
  juvenileOffence: z.boolean(),
  /** N4 (5): other reasons why it is unsuitable. */
  otherwiseUnsuitable: z.boolean(),
  // G1, as the case knows them
  caseType: z.enum(caseTypes),
  stateSecret: z.boolean(), personalPrivacy: z.boolean(), divorceWithClosedHearingRequest: z.boolean(), tradeSecret: z.boolean(),
  minorDefendant: z.boolean(), otherwiseClosedByLaw: z.boolean(), badSocialEffect: z.boolean(),
  sessionKind: z.enum(sessionKinds),
});
export type StatedFacts = z.infer<typeof statedFactsSchema>;

/** What the court states when it intends a livestream: the rest is known to the case. */
export const intendedFactsSchema = statedFactsSchema.pick({
  causeFamily: true, massInterest: true, nationalSecurity: true, terrorism: true, nationalDefence: true, militarySecret: true,
  ethnicIssue: true, religiousIssue: true, otherPolitical: true, workSecret: true, juvenileOffence: true, otherwiseUnsuitable: true,
});
export type IntendedFacts = z.infer<typeof intendedFactsSchema>;

/** Facts that may be reported later. The type of the case and of the session are what they are. */
export const changedFactsSchema = statedFactsSchema.omit({ caseType: true, sessionKind: true }).partial();
export type ChangedFacts = z.infer<typeof changedFactsSchema>;

/** Everything that the screening looks at: the stated facts, the risk, and objections that were found well-founded. */
export interface ScreeningFacts extends StatedFacts {
  /** The highest that anybody of the panel found; `none` before. */
  risk: RiskLevel | 'none';
  procuratorateObjects: boolean;
  partyObjects: boolean;
  /** A witness or somebody else who takes part. */
  otherObjects: boolean;
}
export type FactName = keyof ScreeningFacts;

export const statedFacts = (caseFacts: CaseFacts, intended: IntendedFacts, sessionKind: SessionKind): StatedFacts => ({ ...caseFacts, ...intended, sessionKind });

/** The highest counts; nobody settles it downward (N2). */
export function highestRisk(levels: readonly RiskLevel[]): RiskLevel | 'none' {
  return levels.reduce<RiskLevel | 'none'>((highest, level) => (highest === 'none' || riskLevels.indexOf(level) > riskLevels.indexOf(highest) ? level : highest), 'none');
}

/** N-form. */
export const riskWords: Record<RiskLevel, Words> = {
  low: { zh: '低风险', en: 'Low risk' },
  general: { zh: '一般风险', en: 'General risk' },
  high: { zh: '较大风险', en: 'High risk' },
};

export const factWords: Record<FactName, Words> = {
  causeFamily: { zh: '案由类别', en: 'Family of the cause of action' },
  massInterest: { zh: '涉众型案件', en: 'Mass-interest case' },
  nationalSecurity: { zh: '涉国家安全', en: 'National security' },
  terrorism: { zh: '涉反恐', en: 'Counter-terrorism' },
  nationalDefence: { zh: '涉国防利益', en: 'National defence' },
  militarySecret: { zh: '涉军事秘密', en: 'Military secrets' },
  ethnicIssue: { zh: '涉民族问题', en: 'Ethnic issues' },
  religiousIssue: { zh: '涉宗教问题', en: 'Religious issues' },
  otherPolitical: { zh: '其他涉政类敏感情形', en: 'Otherwise politically sensitive' },
  workSecret: { zh: '涉工作秘密', en: 'Work secrets' },
  juvenileOffence: { zh: '未成年人犯罪', en: 'Juvenile offence' },
  otherwiseUnsuitable: { zh: '其他不宜直播情形', en: 'Otherwise unsuitable' },
  caseType: { zh: '案件类型', en: 'Type of case' },
  stateSecret: { zh: '涉国家秘密', en: 'State secrets' },
  personalPrivacy: { zh: '涉个人隐私', en: 'Personal privacy' },
  divorceWithClosedHearingRequest: { zh: '离婚案件当事人申请不公开', en: 'Divorce, closed hearing applied for' },
  tradeSecret: { zh: '涉商业秘密', en: 'Trade secrets' },
  minorDefendant: { zh: '审判时被告人未满十八周岁', en: 'Defendant under 18 at trial' },
  otherwiseClosedByLaw: { zh: '法律规定的其他不公开情形', en: 'Otherwise closed by law' },
  badSocialEffect: { zh: '可能引发不良社会效果', en: 'Possible bad social effect' },
  sessionKind: { zh: '庭次类型', en: 'Kind of session' },
  risk: { zh: '风险评估', en: 'Risk assessment' },
  procuratorateObjects: { zh: '检察机关有正当理由提出不宜直播', en: 'The procuratorate objects with good reason' },
  partyObjects: { zh: '当事人有正当理由提出不直播', en: 'A party objects with good reason' },
  otherObjects: { zh: '其他诉讼参加人有正当理由提出不直播', en: 'Another participant objects with good reason' },
};
