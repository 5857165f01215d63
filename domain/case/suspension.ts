/** When proceedings are suspended (中止诉讼) and when they are terminated instead (终结诉讼): CPL-153, CPL-154, CRPL-206, CRPL-16. */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseType } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Words } from '#domain/law/ruled.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';

export const suspensionGrounds = [
  'partyDied', 'partyIncapacitated', 'organisationEnded', 'forceMajeure', 'dependsOnAnotherCase', 'otherGround', 'defendantIll', 'defendantFled', 'privateProsecutorIll',
] as const;
export type SuspensionGround = (typeof suspensionGrounds)[number];

const notCriminal: readonly CaseType[] = ['civil', 'administrative'];
const grounds: Record<SuspensionGround, { caseTypes: readonly CaseType[]; aboutSomebody: boolean; words: Words }> = {
  partyDied: { caseTypes: notCriminal, aboutSomebody: true, words: { zh: '一方当事人死亡，需要等待继承人表明是否参加诉讼', en: 'A party died; the heirs must say whether they take part' } },
  partyIncapacitated: { caseTypes: notCriminal, aboutSomebody: true, words: { zh: '一方当事人丧失诉讼行为能力，尚未确定法定代理人', en: 'A party lost the capacity to litigate; no legal representative is determined yet' } },
  organisationEnded: { caseTypes: notCriminal, aboutSomebody: true, words: { zh: '作为一方当事人的法人或者其他组织终止，尚未确定权利义务承受人', en: 'An organisation that is a party ended; its successor is not determined yet' } },
  forceMajeure: { caseTypes: ['civil', 'administrative', 'criminal'], aboutSomebody: true, words: { zh: '因不可抗拒的事由，不能参加诉讼', en: 'Force majeure keeps somebody from taking part' } },
  dependsOnAnotherCase: { caseTypes: notCriminal, aboutSomebody: false, words: { zh: '本案必须以另一案的审理结果为依据，而另一案尚未审结', en: 'The case depends on another that is not decided yet' } },
  otherGround: { caseTypes: notCriminal, aboutSomebody: false, words: { zh: '其他应当中止诉讼的情形', en: 'Another ground for suspension' } },
  defendantIll: { caseTypes: ['criminal'], aboutSomebody: true, words: { zh: '被告人患有严重疾病，无法出庭', en: 'The defendant is seriously ill and cannot attend' } },
  defendantFled: { caseTypes: ['criminal'], aboutSomebody: true, words: { zh: '被告人脱逃', en: 'The defendant fled' } },
  privateProsecutorIll: { caseTypes: ['criminal'], aboutSomebody: true, words: { zh: '自诉人患有严重疾病，无法出庭，未委托诉讼代理人出庭', en: 'The private prosecutor is seriously ill, cannot attend and has no agent' } },
};

export const groundWords = (ground: SuspensionGround): Words => grounds[ground].words;
/** It is about one of those who take part, who must be named. */
export const isAboutSomebody = (ground: SuspensionGround): boolean => grounds[ground].aboutSomebody;
/** CRPL-206: where the procuratorate prosecutes there is no private prosecutor to fall ill. */
const isOf = (ground: SuspensionGround, caseType: CaseType, publicProsecution: boolean): boolean => grounds[ground].caseTypes.includes(caseType) && !(publicProsecution && ground === 'privateProsecutorIll');
export const groundsFor = (caseType: CaseType, publicProsecution = false): SuspensionGround[] => suspensionGrounds.filter((ground) => isOf(ground, caseType, publicProsecution));

export const terminationGrounds = ['plaintiffDiedNoHeir', 'defendantDiedNoEstate', 'divorcePartyDied', 'supportPartyDied', 'accusedDied'] as const;
export type TerminationGround = (typeof terminationGrounds)[number];

export const terminationWords: Record<TerminationGround, Words> = {
  plaintiffDiedNoHeir: { zh: '原告死亡，没有继承人，或者继承人放弃诉讼权利', en: 'The plaintiff died without heirs, or the heirs gave up the right to litigate' },
  defendantDiedNoEstate: { zh: '被告死亡，没有遗产，也没有应当承担义务的人', en: 'The defendant died without an estate and without anybody liable' },
  divorcePartyDied: { zh: '离婚案件一方当事人死亡', en: 'A party to a divorce died' },
  supportPartyDied: { zh: '追索赡养费、扶养费、抚养费以及解除收养关系案件的一方当事人死亡', en: 'A party to a case of support or of ending an adoption died' },
  accusedDied: { zh: '刑事案件被告人死亡，终止审理', en: 'The accused died; the trial is terminated' },
};

export const suspensionArticles = (caseType: CaseType, day: ShanghaiDay): readonly ArticleId[] =>
  caseType === 'criminal' ? articlesOn(day, 'CRPL-206') : articlesOn(day, ...(caseType === 'administrative' ? ['APL-101' as const] : []), 'CPL-153', 'CPL-157');
export const terminationArticles = (caseType: CaseType, day: ShanghaiDay): readonly ArticleId[] =>
  caseType === 'criminal' ? articlesOn(day, 'CRPL-16') : articlesOn(day, ...(caseType === 'administrative' ? ['APL-101' as const] : []), 'CPL-154', 'CPL-157');

/** The rule that a reported ground breaks, or undefined. */
export function refusalOfGround(ground: SuspensionGround, caseType: CaseType, about: string | undefined, day: ShanghaiDay, publicProsecution = false): Refusal | undefined {
  const articles = suspensionArticles(caseType, day);
  if (!isOf(ground, caseType, publicProsecution)) return { code: 'ground-of-another-kind-of-case', articles, message: { zh: '该情形不适用于本类案件。', en: 'This ground is not one for this kind of case.' } };
  if (grounds[ground].aboutSomebody && about === undefined) return { code: 'say-about-whom', articles, message: { zh: '请选择所涉及的诉讼参与人。', en: 'Say whom it is about.' } };
  return undefined;
}

/** The rule that ending the case on this ground breaks, or undefined. `about`: the role of whom it is about. */
export function refusalOfTermination(ground: TerminationGround, facts: { caseType: CaseType; reported: SuspensionGround; about: ParticipantRole | undefined }, day: ShanghaiDay): Refusal | undefined {
  const { caseType, reported, about } = facts;
  const refuse = (zh: string, en: string): Refusal => ({ code: 'no-ground-for-termination', articles: terminationArticles(caseType, day), message: { zh, en } });
  if ((ground === 'accusedDied') !== (caseType === 'criminal')) return refuse('该情形不适用于本类案件。', 'This ground is not one for this kind of case.');
  if (caseType !== 'criminal' && reported !== 'partyDied') return refuse('终结诉讼以当事人死亡为前提。', 'Proceedings are terminated only where a party died.');
  if (ground === 'plaintiffDiedNoHeir' && about !== 'plaintiff') return refuse('死亡的当事人不是原告。', 'The party who died is not the plaintiff.');
  if (ground === 'defendantDiedNoEstate' && about !== 'defendant') return refuse('死亡的当事人不是被告。', 'The party who died is not the defendant.');
  return undefined;
}
