/**
 * What a chain of approvals is that an applied-for livestream goes through (N2, N5, N6), and what N2 demands of it at least.
 * Which steps a court has is its configuration (domain/court/livestream-chain.ts); the workflow refuses a chain with a problem.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Words } from '#domain/law/ruled.ts';
import type { TaskRole } from '#domain/people/roles.ts';

export type StepKind = 'technicalScreening' | 'approval' | 'report';

/** Task kinds of the chain (domain/tasks); another approver needs a kind of their own, with their words. */
export type StepTask = 'screen-livestream' | 'approve-livestream-division-head' | 'approve-livestream-vice-president' | 'report-livestream';

export interface ChainStep {
  /** Stable: records name it. */
  readonly id: string;
  readonly kind: StepKind;
  /** Who decides it; for a report, who puts the upper court's answer on record. */
  readonly role: TaskRole;
  /** The task that asks them. */
  readonly task: StepTask;
  readonly title: Words;
  /** Reports are for mass-interest cases alone. */
  readonly onlyMassInterest: boolean;
  readonly articles: readonly ArticleId[];
}
export type Chain = readonly ChainStep[];

/** Whose approval N2 demands, in this order. */
const approvers: readonly TaskRole[] = ['divisionHead', 'vicePresident'];
/** The last level that N2 names. */
export const provincialReport = 'report-provincial';

/** What the chain lacks of the least that N2 and N6 demand; empty if nothing. */
export function chainProblems(chain: Chain): readonly Refusal[] {
  const problems: Refusal[] = [];
  const lacks = (code: string, zh: string, en: string, ...articles: ArticleId[]) => problems.push({ code, articles, message: { zh, en } });
  const always = chain.filter((step) => !step.onlyMassInterest);
  const at = (found: (step: ChainStep) => boolean) => always.findIndex(found);
  const [division, court] = approvers.map((role) => at((step) => step.kind === 'approval' && step.role === role)) as [number, number];

  if (new Set(chain.map((step) => step.id)).size !== chain.length) lacks('step-twice', '审批链中有重复环节。', 'A step stands in the chain twice.');
  if (at((step) => step.kind === 'technicalScreening') < 0) lacks('no-technical-screening', '缺少技术筛查。', 'The technical screening is missing.', 'N6');
  if (division < 0) lacks('no-division-head', '缺少庭长审批。', 'The division head’s approval is missing.', 'N2');
  if (court < 0) lacks('no-vice-president', '缺少主管院长审批。', 'The vice president’s approval is missing.', 'N2');
  if (division >= 0 && court >= 0 && court < division) lacks('not-level-by-level', '主管院长审批不得先于庭长审批。', 'The vice president approves after the division head.', 'N2');
  const provincial = chain.findIndex((step) => step.id === provincialReport && step.kind === 'report');
  if (provincial < 0) lacks('no-provincial-report', '缺少涉众型案件层报省法院宣教处的环节。', 'Mass-interest cases are not reported to the provincial high court.', 'N2');
  // 层报: level by level, upward; nothing of the own court follows the province's answer.
  else if (provincial !== chain.length - 1) lacks('province-not-last', '省法院宣教处审批应为最后环节。', 'The provincial high court answers last.', 'N2');
  return problems;
}

/** The steps that this case goes through. */
export const stepsFor = (chain: Chain, massInterest: boolean): Chain => chain.filter((step) => massInterest || !step.onlyMassInterest);
