/** The words of a filing that the workflow may know: who can be a party, how an agent acts, what is appealed against. */
import type { FileId, ParticipantId } from '#domain/case/ids.ts';
import type { Words } from '#domain/law/ruled.ts';

export const instances = ['first', 'second'] as const;
export type Instance = (typeof instances)[number];

/**
 * CPL-51: citizens, legal persons and other organisations can be parties. An agency is an administrative one (APL-26). The
 * procuratorate is no party: it prosecutes (CRPL-169).
 */
export const partyKinds = ['natural', 'company', 'agency', 'organisation', 'procuratorate'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** CPL-61, APL-31: who can be an agent. The first two are professionals, the others citizens (公民代理). */
export const agentKinds = ['lawyer', 'legalServiceWorker', 'relative', 'staff', 'recommendedCitizen'] as const;
export type AgentKind = (typeof agentKinds)[number];

/** CPL-62: a general or a special authority. */
export const authorities = ['general', 'special'] as const;
export type Authority = (typeof authorities)[number];

export interface Agency {
  principals: readonly ParticipantId[];
  kind: AgentKind;
  authority: Authority;
  /** The signed power of attorney. */
  powerOfAttorney: FileId;
}

/** CRPL-210: the three kinds of private prosecution. */
export const prosecutionGrounds = ['onComplaintOnly', 'minorOffence', 'notPursued'] as const;
export type ProsecutionGround = (typeof prosecutionGrounds)[number];

export const decisionKinds = ['judgment', 'ruling'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Days are Shanghai's, 'YYYY-MM-DD'. */
export interface AppealFacts {
  lowerCaseNumber: string;
  decision: DecisionKind;
  decidedOn: string;
  servedOn: string;
  /** What the appellant was in the first instance. */
  appellantWas: 'plaintiff' | 'defendant' | 'thirdParty';
  /** CPL-286: the appellant has no domicile in the country. */
  noDomicile?: boolean;
  lastDay: string;
  late: boolean;
}

export const instanceWords: Record<Instance, Words> = { first: { zh: '第一审', en: 'First instance' }, second: { zh: '第二审（上诉）', en: 'Second instance (appeal)' } };
export const caseTypeWords: Record<'civil' | 'administrative' | 'criminal', Words> = {
  civil: { zh: '民事', en: 'Civil' }, administrative: { zh: '行政', en: 'Administrative' }, criminal: { zh: '刑事', en: 'Criminal' },
};
export const partyKindWords: Record<PartyKind, Words> = {
  natural: { zh: '自然人', en: 'Natural person' }, company: { zh: '公司、企业', en: 'Company' },
  agency: { zh: '行政机关', en: 'Administrative agency' }, organisation: { zh: '其他组织', en: 'Other organisation' },
  procuratorate: { zh: '人民检察院', en: 'People’s procuratorate' },
};
export const agentKindWords: Record<AgentKind, Words> = {
  lawyer: { zh: '律师', en: 'Lawyer' }, legalServiceWorker: { zh: '基层法律服务工作者', en: 'Legal service worker' },
  relative: { zh: '当事人的近亲属', en: 'Close relative' }, staff: { zh: '当事人的工作人员', en: 'Member of the party’s staff' },
  recommendedCitizen: { zh: '社区、单位或者社会团体推荐的公民', en: 'Citizen recommended by a community, employer or association' },
};
export const authorityWords: Record<Authority, Words> = { general: { zh: '一般授权', en: 'General authority' }, special: { zh: '特别授权', en: 'Special authority' } };
export const groundWords: Record<ProsecutionGround, Words> = {
  onComplaintOnly: { zh: '告诉才处理的案件', en: 'An offence pursued on complaint only' },
  minorOffence: { zh: '有证据证明的轻微刑事案件', en: 'A minor offence that the victim can prove' },
  notPursued: { zh: '侵犯人身、财产权利，公安机关或者人民检察院不予追究的案件', en: 'An offence against person or property that police or prosecution do not pursue' },
};
export const decisionKindWords: Record<DecisionKind, Words> = { judgment: { zh: '判决', en: 'Judgment' }, ruling: { zh: '裁定', en: 'Ruling' } };
