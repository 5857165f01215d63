/**
 * What the approval form (N-form, 庭审直播案件审批表) says of an approval: its fields in the annex's order, by ids; names
 * are looked up where the document is made. What a change made void leaves its field empty again: the version of the
 * form that showed it stays.
 */
import type { PersonId } from '#domain/case/ids.ts';
import { applicationInForce, approvalInForce, riskOf, type Approval } from './approval-state.ts';
import type { RiskLevel } from './facts.ts';

export interface FormOpinion { readonly text: string; readonly by: PersonId; readonly at: string }
export interface LivestreamForm {
  /** 申请日期: of the application in force; null before. */
  readonly appliedAt: string | null;
  /** 风险评估. */
  readonly risk: RiskLevel | null;
  /** 开庭时间, ISO 8601. */
  readonly opening: string;
  /** 承办法官. */
  readonly judgeInCharge: PersonId;
  /** 合议庭成员: who of the bench; the sole judge alone. */
  readonly panel: readonly PersonId[];
  /** 承办人意见, 庭长审批意见, 分管院长审批. */
  readonly judge: FormOpinion | null;
  readonly divisionHead: FormOpinion | null;
  readonly vicePresident: FormOpinion | null;
}

/** The form as it stands now. */
export function formOf(approval: Approval): LivestreamForm {
  const application = lastApplication(approval);
  const risk = riskOf(approval);
  return {
    appliedAt: application?.at ?? null, risk: risk === 'none' ? null : risk, opening: approval.opening, judgeInCharge: approval.judgeInCharge, panel: approval.panel,
    judge: application ? { text: application.opinion, by: application.by, at: application.at } : null,
    divisionHead: opinionOf(approval, 'divisionHead'),
    vicePresident: opinionOf(approval, 'vicePresident'),
  };
}

/** A form is kept once it was applied for, and in any case when it has ended: refused, ended or undecided ones are bound too (N2). */
export const isFormDue = (approval: Approval): boolean => approval.applications.length > 0 || approval.end !== undefined;

/** One that was returned stands in the form with its return, until it is applied for anew. */
function lastApplication(approval: Approval) {
  const last = approval.applications.at(-1);
  return applicationInForce(approval) ?? (last?.round === approval.round ? last : undefined);
}

function opinionOf(approval: Approval, role: 'divisionHead' | 'vicePresident'): FormOpinion | null {
  const step = approval.chain.find((one) => one.kind === 'approval' && one.role === role);
  if (!step) return null;
  const given = approvalInForce(approval, step.id);
  if (given) return { text: `同意。${given.opinion}`, by: given.by, at: given.at };
  const { end } = approval;
  if (end?.how === 'refused' && end.by !== undefined && end.step === step.id) return { text: `不同意。${end.reason.zh}`, by: end.by, at: end.at };
  const back = approval.returns.at(-1);
  const last = approval.applications.at(-1);
  if (back && last && back.step === step.id && back.version === last.version && last.round === approval.round) return { text: `退回修改。${back.reason}`, by: back.by, at: back.at };
  return null;
}
