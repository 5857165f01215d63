/**
 * By whom a case is heard: one judge or a panel, as case type, instance and procedure allow on the day of acceptance.
 * What is not chosen follows from the law; what is chosen against it is refused.
 */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseType } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Ruled, Words } from '#domain/law/ruled.ts';

export const procedures = ['simple', 'ordinary', 'fastTrack'] as const;
/** 简易程序, 普通程序, (criminal) 速裁程序. */
export type Procedure = (typeof procedures)[number];

export const compositions = ['soleJudge', 'panelOfJudges', 'panelWithAssessors'] as const;
/** 独任, 合议庭 of three judges, 合议庭 of judges and people's assessors. */
export type Composition = (typeof compositions)[number];

/** What the filing clerk chose, each absent where the law decides. */
export interface Chosen {
  procedure?: Procedure;
  composition?: Composition;
  /** CPL-41: first instance in simple procedure or an appeal against a ruling, facts and rights clear, both parties consent. */
  soleJudgeOnAppeal?: boolean;
}

export interface CompositionFacts {
  caseType: CaseType;
  instance: 'first' | 'second';
  chosen: Chosen;
}

export interface Decided { procedure: Procedure; composition: Composition }

export const compositionWords: Record<Composition, Words> = {
  soleJudge: { zh: '独任审理', en: 'Sole judge' },
  panelOfJudges: { zh: '合议庭（审判员）', en: 'Panel of judges' },
  panelWithAssessors: { zh: '合议庭（审判员和人民陪审员）', en: 'Panel with people’s assessors' },
};

/** The compositions that the law allows, the usual one first, and the articles that say so. None: there is no such procedure. */
const lawful: Record<CaseType, Record<Procedure, { compositions: readonly Composition[]; articles: readonly ArticleId[] }>> = {
  civil: {
    simple: { compositions: ['soleJudge'], articles: ['CPL-40'] },
    ordinary: { compositions: ['panelWithAssessors', 'panelOfJudges', 'soleJudge'], articles: ['CPL-40', 'CPL-42'] },
    fastTrack: { compositions: [], articles: ['CPL-40'] },
  },
  administrative: {
    simple: { compositions: ['soleJudge'], articles: ['APL-83'] },
    ordinary: { compositions: ['panelWithAssessors', 'panelOfJudges'], articles: ['APL-68'] },
    fastTrack: { compositions: [], articles: ['APL-68', 'APL-83'] },
  },
  criminal: {
    simple: { compositions: ['soleJudge', 'panelWithAssessors', 'panelOfJudges'], articles: ['CRPL-183'] },
    ordinary: { compositions: ['panelWithAssessors', 'panelOfJudges'], articles: ['CRPL-183'] },
    fastTrack: { compositions: ['soleJudge'], articles: ['CRPL-183'] },
  },
};

/** At second instance a panel of judges as a rule: 上诉案件, and no procedure but the one of appeals. */
const onAppeal: Record<CaseType, readonly ArticleId[]> = { civil: ['CPL-41'], administrative: ['APL-86'], criminal: ['CRPL-183'] };

/** A civil case goes by the simple procedure unless the clerk says otherwise; the others by the ordinary one. */
const usualProcedure: Record<CaseType, Procedure> = { civil: 'simple', administrative: 'ordinary', criminal: 'ordinary' };

/** @returns the composition, or why the one that was chosen is not lawful. */
export function decideComposition({ caseType, instance, chosen }: CompositionFacts, day: ShanghaiDay): Ruled<Decided> | Refusal {
  if (instance === 'second') {
    const articles = articlesOn(day, ...onAppeal[caseType]);
    const appealed = chosen.composition ?? 'panelOfJudges';
    // CPL-41, second paragraph; not where CPL-42 wants a panel.
    if (caseType === 'civil' && appealed === 'soleJudge' && chosen.soleJudgeOnAppeal) return { value: { procedure: 'ordinary', composition: appealed }, articles: articlesOn(day, 'CPL-41', 'CPL-42') };
    return appealed === 'panelOfJudges' ? { value: { procedure: 'ordinary', composition: appealed }, articles } : notLawful(articles, ['panelOfJudges']);
  }
  // Who asks for a panel alone asks for the procedure that has one.
  const procedure = chosen.procedure ?? (chosen.composition !== undefined && chosen.composition !== 'soleJudge' ? 'ordinary' : usualProcedure[caseType]);
  const rule = lawful[caseType][procedure];
  const articles = articlesOn(day, ...rule.articles);
  const [usual] = rule.compositions;
  if (usual === undefined) return noSuchProcedure(articles);
  const composition = chosen.composition ?? usual;
  return rule.compositions.includes(composition) ? { value: { procedure, composition }, articles } : notLawful(articles, rule.compositions);
}

const notLawful = (articles: readonly ArticleId[], allowed: readonly Composition[]): Refusal => ({
  code: 'composition-not-lawful', articles,
  message: {
    zh: `本案依法只能由以下审判组织审理：${allowed.map((one) => compositionWords[one].zh).join('、')}。`,
    en: `By law this case is heard by: ${allowed.map((one) => compositionWords[one].en).join(', ')}.`,
  },
  data: { allowed },
});

const noSuchProcedure = (articles: readonly ArticleId[]): Refusal => ({
  code: 'no-such-procedure', articles, message: { zh: '速裁程序只适用于刑事案件。', en: 'The fast-track procedure is for criminal cases alone.' },
});
