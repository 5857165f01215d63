/**
 * What is known of one approval of a livestream (N2), and what it still lacks. Everything that was ever said is kept:
 * what a change makes void is marked so, never lost.
 */
import type { ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Ruled, Words } from '#domain/law/ruled.ts';
import { stepsFor, type Chain, type ChainStep } from './chain.ts';
import { highestRisk, type RiskLevel, type ScreeningFacts, type StatedFacts } from './facts.ts';
import { screenLivestream, type Screening } from './screening.ts';

/** What the judge in charge applies with: N3's plan and the opinion of N-form. */
export interface ApplicationContent {
  readonly divisionOfLabour: string;
  readonly incidentPlan: string;
  /** N3: 调解或判决的预案. */
  readonly outcomePlan: string;
  readonly technicalArrangement: string;
  /** N-form: 承办人意见. */
  readonly opinion: string;
}

export interface Assessment { readonly round: number; readonly by: PersonId; readonly at: string; readonly level: RiskLevel; readonly reasons: string }
export interface Application extends ApplicationContent { readonly round: number; readonly version: number; readonly by: PersonId; readonly at: string }
export interface StepApproval {
  readonly step: string; readonly by: PersonId; readonly at: string; readonly opinion: string;
  /** The upper court's document, for reports. */
  readonly reference?: string;
  /** What it was given on. */
  readonly round: number; readonly version: number;
  /** Why it counts no more; none while it is in force. */
  readonly void?: 'factsChanged' | 'applicationChanged' | 'benchChanged';
}
export interface Return { readonly step: string; readonly by: PersonId; readonly at: string; readonly reason: string; readonly version: number }
export interface Objection {
  readonly objectionId: string; readonly participantId: ParticipantId; readonly by: PersonId; readonly at: string; readonly grounds: string;
  /** As what they took part when they objected: it counts whoever leaves the case later. */
  readonly role?: ParticipantRole;
  readonly decided?: { readonly wellFounded: boolean; readonly reason: string; readonly by: PersonId; readonly at: string };
}

export type NotStreamedHow = 'excluded' | 'refused' | 'withdrawn' | 'hearingCancelled' | 'notDecidedInTime';
export type End = { readonly at: string; readonly articles: readonly ArticleId[] } & (
  /** Every approval was in force at the opening. */
  | { readonly how: 'approved' }
  | { readonly how: NotStreamedHow; readonly reason: Words; readonly by?: PersonId;
    /** The step that refused it. */
    readonly step?: string });

export interface Approval {
  readonly judgeInCharge: PersonId;
  /** Everybody who assesses: the panel with its presiding judge, or the sole judge. */
  readonly panel: readonly PersonId[];
  readonly participants: readonly Participant[];
  readonly chain: Chain;
  /** The opening of the hearing, ISO 8601: what is not decided by then is not streamed. */
  readonly opening: string;
  /** The day of the stream, by whose law it is screened. */
  readonly day: ShanghaiDay;
  readonly facts: StatedFacts;
  /** Rises with every change of facts or of the bench: all assess again. */
  readonly round: number;
  readonly assessments: readonly Assessment[];
  readonly applications: readonly Application[];
  readonly approvals: readonly StepApproval[];
  readonly returns: readonly Return[];
  readonly objections: readonly Objection[];
  /** N1: who was told of the livestream. */
  readonly told: readonly ParticipantId[];
  readonly end?: End;
}

export function newApproval(known: Pick<Approval, 'judgeInCharge' | 'panel' | 'participants' | 'chain' | 'opening' | 'day' | 'facts'>): Approval {
  return { ...known, round: 1, assessments: [], applications: [], approvals: [], returns: [], objections: [], told: [] };
}

/** One for every member of the panel at most: an assessment is given once a round. */
export const assessmentsInForce = (approval: Approval): readonly Assessment[] => approval.assessments.filter(({ round }) => round === approval.round);
/** N2: the highest of those in force. */
export const riskOf = (approval: Approval): RiskLevel | 'none' => highestRisk(assessmentsInForce(approval).map(({ level }) => level));
export const undecidedObjections = (approval: Approval): readonly Objection[] => approval.objections.filter(({ decided }) => decided === undefined);

/** The last application, if it rests on the present facts and was not returned. */
export function applicationInForce(approval: Approval): Application | undefined {
  const last = approval.applications.at(-1);
  if (last === undefined || last.round !== approval.round || isReturned(approval)) return undefined;
  return last;
}
/** The last application came back for changes. */
export const isReturned = (approval: Approval): boolean => {
  const last = approval.applications.at(-1);
  return last !== undefined && approval.returns.at(-1)?.version === last.version && last.round === approval.round;
};

/** Objections that were found well-founded are facts (N4 (3), (4)). */
export function screeningFacts(approval: Approval): ScreeningFacts {
  const objectors = approval.objections.filter(({ decided }) => decided?.wellFounded === true)
    .map((objection) => objection.role ?? roleOf(approval, objection.participantId));
  return {
    ...approval.facts, risk: riskOf(approval),
    procuratorateObjects: objectors.includes('prosecutor'),
    // A party speaks through an agent or a defender too.
    partyObjects: objectors.some((role) => role !== undefined && ['plaintiff', 'defendant', 'thirdParty', 'agent', 'defender'].includes(role)),
    otherObjects: objectors.some((role) => role === 'witness' || role === 'interpreter'),
  };
}
export const roleOf = (approval: Approval, participantId: ParticipantId): ParticipantRole | undefined => approval.participants.find((participant) => participant.participantId === participantId)?.role;
export const screeningOf = (approval: Approval): Ruled<Screening> => screenLivestream(screeningFacts(approval), approval.day);

/** The steps that this case goes through: with the reports, if it is marked as mass-interest (N2). */
export const stepsOf = (approval: Approval): Chain => stepsFor(approval.chain, screeningOf(approval).value.reportedUpward.length > 0);
export const approvalInForce = (approval: Approval, step: string): StepApproval | undefined => approval.approvals.find((given) => given.step === step && given.void === undefined);

/** Whose turn it is in the chain; undefined while there is no application, and when all have approved. */
export function stepNow(approval: Approval): ChainStep | undefined {
  if (approval.end || applicationInForce(approval) === undefined) return undefined;
  return stepsOf(approval).find((step) => approvalInForce(approval, step.id) === undefined);
}

/** What keeps it from being approved. */
export type Lack =
  | { readonly lack: 'ended' }
  | { readonly lack: 'excluded'; readonly articles: readonly ArticleId[] }
  | { readonly lack: 'assessment'; readonly of: PersonId }
  | { readonly lack: 'application' }
  | { readonly lack: 'step'; readonly step: string }
  | { readonly lack: 'notice'; readonly of: ParticipantId }
  | { readonly lack: 'objectionUndecided'; readonly objectionId: string };

/**
 * THE INVARIANT (N1, N2, N4). A livestream is approved exactly if nothing is lacking: it has not ended; no ground
 * excludes it on the day of the stream; every member of the panel has assessed it on the present facts; the judge in
 * charge has applied on the present facts and the application was not returned; every step of the chain has approved
 * that application or one that differs from it in nothing that the step decides on; everybody was told; no objection is
 * undecided. Nothing else in the house says "approved": it is never stored, only found by this function.
 */
export function lacking(approval: Approval): readonly Lack[] {
  const screening = screeningOf(approval);
  const assessed = assessmentsInForce(approval).map(({ by }) => by);
  return [
    ...(approval.end && approval.end.how !== 'approved' ? [{ lack: 'ended' } as const] : []),
    ...(screening.value.streamable ? [] : [{ lack: 'excluded', articles: screening.articles } as const]),
    ...approval.panel.filter((member) => !assessed.includes(member)).map((of) => ({ lack: 'assessment', of }) as const),
    ...(applicationInForce(approval) ? [] : [{ lack: 'application' } as const]),
    ...stepsOf(approval).filter(({ id }) => approvalInForce(approval, id) === undefined).map(({ id }) => ({ lack: 'step', step: id }) as const),
    ...approval.participants.filter(({ participantId }) => !approval.told.includes(participantId)).map(({ participantId }) => ({ lack: 'notice', of: participantId }) as const),
    ...undecidedObjections(approval).map(({ objectionId }) => ({ lack: 'objectionUndecided', objectionId }) as const),
  ];
}
export const isApproved = (approval: Approval): boolean => lacking(approval).length === 0;

export const approvalStatuses = ['assessing', 'applying', 'deciding', 'held', 'approved', 'notStreamed'] as const;
/** `held`: the chain has approved; an objection is undecided, or somebody is still to be told. */
export type ApprovalStatus = (typeof approvalStatuses)[number];

export function statusOf(approval: Approval): ApprovalStatus {
  const lacks = lacking(approval).map(({ lack }) => lack);
  if (lacks.length === 0) return 'approved';
  if (lacks.includes('ended') || lacks.includes('excluded')) return 'notStreamed';
  if (lacks.includes('assessment')) return 'assessing';
  if (lacks.includes('application')) return 'applying';
  return lacks.includes('step') ? 'deciding' : 'held';
}

export const statusWords: Record<ApprovalStatus, Words> = {
  assessing: { zh: '风险评估中', en: 'Risk being assessed' },
  applying: { zh: '待承办法官申报', en: 'Waiting for the application' },
  deciding: { zh: '审批中', en: 'Being approved' },
  held: { zh: '待告知或处理异议', en: 'Held: notices or objections' },
  approved: { zh: '已批准，尚未直播', en: 'Approved, not yet on air' },
  notStreamed: { zh: '不直播', en: 'Not livestreamed' },
};
