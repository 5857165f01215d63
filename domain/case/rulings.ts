/** The documents by which the court rules on what happened to a case: their titles and what they say. */
import { terminationWords, groundWords, type SuspensionGround, type TerminationGround } from '#domain/case/suspension.ts';
import type { CaseType } from '#domain/case/types.ts';

export type Ruling =
  | { ruling: 'withdrawalPermitted'; reason: string }
  | { ruling: 'withdrawalRefused'; reason: string }
  | { ruling: 'suspended'; ground: SuspensionGround; reason: string }
  | { ruling: 'resumed'; reason: string }
  | { ruling: 'terminated'; ground: TerminationGround; reason: string }
  | { ruling: 'mediationAgreement'; terms: string };
export type RulingKind = Ruling['ruling'];

const kindOfCase: Record<CaseType, string> = { civil: '民事', administrative: '行政', criminal: '刑事' };

/** The document's title, for example 民事裁定书. */
export function rulingTitle(ruling: RulingKind, caseType: CaseType): string {
  if (ruling === 'mediationAgreement') return '民事调解书';
  if (ruling === 'resumed') return '恢复诉讼通知书';
  return `${kindOfCase[caseType]}裁定书`;
}

/** The name under which it lies in the file: says at a glance what was ruled. */
export const rulingName = (ruling: RulingKind, caseType: CaseType): string => `${rulingTitle(ruling, caseType)}（${rulingNames[ruling]}）`;

export const rulingNames: Record<RulingKind, string> = {
  withdrawalPermitted: '准许撤诉', withdrawalRefused: '不准许撤诉', suspended: '中止诉讼', resumed: '恢复诉讼', terminated: '终结诉讼', mediationAgreement: '确认和解协议',
};

/** What the document says: the occasion with the reasons, then what is ruled. */
export function rulingText(ruling: Ruling, caseType: CaseType): { findings: string; decision: string[] } {
  const trial = caseType === 'criminal' ? '审理' : '诉讼';
  switch (ruling.ruling) {
    case 'withdrawalPermitted': return { findings: `原告向本院提出撤诉申请。本院审查认为：${ruling.reason}`, decision: ['准许原告撤诉。'] };
    case 'withdrawalRefused': return { findings: `原告向本院提出撤诉申请。本院审查认为：${ruling.reason}`, decision: ['不准许原告撤诉。', '本案继续审理。'] };
    case 'suspended': return { findings: `本案在审理过程中，出现${groundWords(ruling.ground).zh}的情形。本院认为：${ruling.reason}`, decision: [`本案中止${trial}。`] };
    case 'resumed': return { findings: `本案中止${trial}的原因已经消除：${ruling.reason}`, decision: [`本案恢复${trial}。`] };
    case 'terminated': return { findings: `本案在审理过程中，出现${terminationWords[ruling.ground].zh}的情形。本院认为：${ruling.reason}`, decision: [caseType === 'criminal' ? '本案终止审理。' : '本案终结诉讼。'] };
    case 'mediationAgreement': return { findings: '本案审理过程中，当事人自行和解达成如下协议，请求人民法院确认：', decision: ruling.terms.split('\n').map((line) => line.trim()).filter((line) => line !== '') };
  }
}
