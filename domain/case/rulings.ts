/** The documents by which the court rules on what happened to a case: their titles and what they say. */
import { withdrawalArticles } from '#domain/case/happenings.ts';
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import { groundWords, suspensionArticles, terminationArticles, terminationWords, type SuspensionGround, type TerminationGround } from '#domain/case/suspension.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { CaseType } from '#domain/case/types.ts';
import { partyWords, type CaseKind } from '#domain/filing/party-words.ts';

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
  if (ruling === 'mediationAgreement') return `${kindOfCase[caseType]}调解书`;
  if (ruling === 'resumed') return '恢复诉讼通知书';
  return `${kindOfCase[caseType]}裁定书`;
}

/** The name under which it lies in the file: says at a glance what was ruled. */
export const rulingName = (ruling: RulingKind, kind: CaseKind): string => `${rulingTitle(ruling, kind.caseType)}（${rulingNames(kind)[ruling]}）`;

/** CPL-148, CPL-180, CRPL-212, CRINT-296: what is withdrawn is the action, the appeal or the prosecution. */
const withdrawn = ({ caseType, instance, publicProsecution }: CaseKind): string => (publicProsecution ? '撤回起诉' : instance === 'second' ? '撤回上诉' : caseType === 'criminal' ? '撤回自诉' : '撤诉');

export const rulingNames = (kind: CaseKind): Record<RulingKind, string> => {
  const trial = kind.caseType === 'criminal' ? '审理' : '诉讼';
  return {
    withdrawalPermitted: `准许${withdrawn(kind)}`, withdrawalRefused: `不准许${withdrawn(kind)}`, suspended: `中止${trial}`, resumed: `恢复${trial}`,
    terminated: kind.caseType === 'criminal' ? '终止审理' : '终结诉讼', mediationAgreement: '确认和解协议',
  };
};

/** What the document says: the occasion with the reasons, then what is ruled. */
export function rulingText(ruling: Ruling, kind: CaseKind): { findings: string; decision: string[] } {
  const trial = kind.caseType === 'criminal' ? '审理' : '诉讼';
  const who = partyWords('plaintiff', kind).zh;
  const what = withdrawn(kind);
  switch (ruling.ruling) {
    case 'withdrawalPermitted': return { findings: `${who}向本院提出${what}申请。本院审查认为：${ruling.reason}`, decision: [`准许${who}${what}。`] };
    case 'withdrawalRefused': return { findings: `${who}向本院提出${what}申请。本院审查认为：${ruling.reason}`, decision: [`不准许${who}${what}。`, '本案继续审理。'] };
    case 'suspended': return { findings: `本案在审理过程中，出现${groundWords(ruling.ground).zh}的情形。本院认为：${ruling.reason}`, decision: [`本案中止${trial}。`] };
    case 'resumed': return { findings: `本案中止${trial}的原因已经消除：${ruling.reason}`, decision: [`本案恢复${trial}。`] };
    case 'terminated': return { findings: `本案在审理过程中，出现${terminationWords[ruling.ground].zh}的情形。本院认为：${ruling.reason}`, decision: [kind.caseType === 'criminal' ? '本案终止审理。' : '本案终结诉讼。'] };
    case 'mediationAgreement': return { findings: '本案审理过程中，当事人自行和解达成如下协议，请求人民法院确认：', decision: ruling.terms.split('\n').map((line) => line.trim()).filter((line) => line !== '') };
  }
}

/** What the document rests on, by the law of the day. */
export function rulingArticles({ ruling }: Pick<Ruling, 'ruling'>, kind: CaseKind, day: ShanghaiDay): readonly ArticleId[] {
  switch (ruling) {
    case 'withdrawalPermitted':
    case 'withdrawalRefused': return [...withdrawalArticles(kind, day), ...(kind.caseType === 'civil' ? articlesOn(day, 'CPL-157') : [])];
    case 'suspended':
    case 'resumed': return suspensionArticles(kind.caseType, day);
    case 'terminated': return terminationArticles(kind.caseType, day);
    case 'mediationAgreement': return kind.caseType === 'criminal' ? articlesOn(day, 'CRPL-212') : articlesOn(day, 'CPL-53', 'CPL-100', 'MED-2');
  }
}
