/**
 * The approval of a livestream as a state machine (N1 to N4): what may happen next, and what follows from it. Pure. When
 * it is approved, `approval-state.ts` says, and states the invariant.
 */
import type { ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Ruled } from '#domain/law/ruled.ts';
import {
  applicationInForce, approvalInForce, assessmentsInForce, isApproved, isReturned, roleOf, screeningOf, stepNow, stepsOf, undecidedObjections,
  type ApplicationContent, type Approval, type End, type StepApproval,
} from './approval-state.ts';
import type { ChainStep } from './chain.ts';
import type { ChangedFacts, RiskLevel } from './facts.ts';

/** What happens to an approval; `at` is the court's time, ISO 8601. The journal keeps each that was taken. */
export type ApprovalEvent =
  | { readonly what: 'assessed'; readonly by: PersonId; readonly at: string; readonly level: RiskLevel; readonly reasons: string }
  | { readonly what: 'applied'; readonly by: PersonId; readonly at: string; readonly content: ApplicationContent }
  | { readonly what: 'stepApproved'; readonly step: string; readonly by: PersonId; readonly at: string; readonly opinion: string; readonly reference?: string }
  | { readonly what: 'stepReturned'; readonly step: string; readonly by: PersonId; readonly at: string; readonly reason: string }
  | { readonly what: 'stepRefused'; readonly step: string; readonly by: PersonId; readonly at: string; readonly reason: string; readonly reference?: string }
  | { readonly what: 'told'; readonly participantId: ParticipantId; readonly by: PersonId; readonly at: string }
  | { readonly what: 'objected'; readonly objectionId: string; readonly participantId: ParticipantId; readonly by: PersonId; readonly at: string; readonly grounds: string }
  | { readonly what: 'objectionDecided'; readonly objectionId: string; readonly by: PersonId; readonly at: string; readonly wellFounded: boolean; readonly reason: string;
      /** Who objected: they read the decision. */
      readonly participantId?: ParticipantId }
  | { readonly what: 'factsChanged'; readonly by: PersonId; readonly at: string; readonly facts: ChangedFacts; readonly reason: string }
  /** Somebody joins or leaves the case (N1: they are told too), or the bench changes: another panel assesses anew (N2). */
  | { readonly what: 'peopleChanged'; readonly by: PersonId; readonly at: string; readonly reason: string; readonly participants?: readonly Participant[]; readonly bench?: PanelInCharge }
  | { readonly what: 'withdrawn'; readonly by: PersonId; readonly at: string; readonly reason: string }
  | { readonly what: 'hearingCancelled'; readonly at: string; readonly reason: string }
  /** The hearing opens: the last moment for every decision. */
  | { readonly what: 'opening'; readonly at: string };

export interface PanelInCharge { readonly judgeInCharge: PersonId; readonly panel: readonly PersonId[] }

export type ApprovalRefusal = Refusal<
  | 'livestream-decided' | 'livestream-too-late' | 'not-of-the-panel' | 'assessed-already' | 'not-the-judge-in-charge' | 'no-application-wanted'
  | 'nothing-changed' | 'not-this-steps-turn' | 'own-application' | 'approved-another-step' | 'not-a-participant' | 'told-already' | 'objected-already'
  | 'no-such-objection'>;

/** Applies what happened, or says by which rule it is refused. */
export function applyToApproval(approval: Approval, event: ApprovalEvent): Ruled<Approval> | ApprovalRefusal {
  if (approval.end) return refuse('livestream-decided', '本次庭审直播事项已有结果。', 'The livestream of this hearing is decided already.', 'N2');
  // N2: 于开庭前申报、逐级审批同意后方可直播. What comes after the opening comes too late, by whatever way it came.
  if (event.what !== 'opening' && event.what !== 'hearingCancelled' && Date.parse(event.at) >= Date.parse(approval.opening)) {
    return refuse('livestream-too-late', '已到开庭时间，未决定的不直播。', 'The hearing has opened: what is not decided by then is not livestreamed.', 'N2');
  }
  const outcome = next(approval, event);
  return 'code' in outcome ? outcome : { ...outcome, value: endIfExcluded(outcome.value, event.at) };
}

/** At the beginning too: a case that is excluded from the start goes no further. */
export function endIfExcluded(approval: Approval, at: string): Approval {
  if (approval.end) return approval;
  const { value } = screeningOf(approval);
  if (value.streamable) return approval;
  const articles = [...new Set(value.excluded.map(({ article }) => article))];
  const reason = { zh: value.excluded.map(({ message }) => message.zh).join(''), en: value.excluded.map(({ message }) => message.en).join(' ') };
  return { ...approval, end: { how: 'excluded', at, articles, reason } };
}

function next(approval: Approval, event: ApprovalEvent): Ruled<Approval> | ApprovalRefusal {
  switch (event.what) {
    case 'assessed': {
      if (!approval.panel.includes(event.by)) return refuse('not-of-the-panel', '您不是合议庭成员或者独任法官。', 'You are not of the panel.', 'N2');
      if (assessmentsInForce(approval).some(({ by }) => by === event.by)) {
        return refuse('assessed-already', '您已评估；案件事实变化后方可重新评估。', 'You have assessed it; it is assessed again only on new facts.', 'N2');
      }
      const { by, at, level, reasons } = event;
      return become(approval, { assessments: [...approval.assessments, { round: approval.round, by, at, level, reasons }] }, 'N2', 'N-form');
    }
    case 'applied': return apply(approval, event);
    case 'stepApproved': {
      const refusal = turn(approval, event.step) ?? level(approval, event.step, event.by);
      if (refusal) return refusal;
      const { step, by, at, opinion } = event;
      const given = { step, by, at, opinion, ...(event.reference === undefined ? {} : { reference: event.reference }), round: approval.round, version: approval.applications.length };
      return become(approval, { approvals: [...approval.approvals, given] }, ...articlesOf(approval, step));
    }
    case 'stepReturned': {
      const refusal = turn(approval, event.step);
      if (refusal) return refusal;
      const { step, by, at, reason } = event;
      return become(approval, { returns: [...approval.returns, { step, by, at, reason, version: approval.applications.length }] }, ...articlesOf(approval, step));
    }
    case 'stepRefused': {
      const refusal = turn(approval, event.step);
      if (refusal) return refusal;
      return ended(approval, { how: 'refused', at: event.at, by: event.by, step: event.step, reason: said(event.reason), articles: articlesOf(approval, event.step) });
    }
    case 'told': {
      if (!isParticipant(approval, event.participantId)) return notAParticipant;
      if (approval.told.includes(event.participantId)) return refuse('told-already', '该诉讼参加人已被告知。', 'This participant was told already.', 'N1');
      return become(approval, { told: [...approval.told, event.participantId] }, 'N1', 'N3');
    }
    case 'objected': {
      if (!isParticipant(approval, event.participantId)) return notAParticipant;
      const { objectionId, participantId, by, at, grounds } = event;
      if (approval.objections.some((objection) => objection.objectionId === objectionId)) return refuse('objected-already', '该项异议已经提出。', 'This objection was made already.', 'N4');
      // Who objects knows of it.
      const told = approval.told.includes(participantId) ? approval.told : [...approval.told, participantId];
      return become(approval, { told, objections: [...approval.objections, { objectionId, participantId, by, at, grounds, ...roleKept(approval, participantId) }] }, articleOfObjection(approval, participantId));
    }
    case 'objectionDecided': {
      if (event.by !== approval.judgeInCharge) return notTheJudge;
      const undecided = undecidedObjections(approval).find(({ objectionId }) => objectionId === event.objectionId);
      if (!undecided) {
        return refuse('no-such-objection', '没有待决定的该项异议。', 'There is no such objection to decide.', 'N4');
      }
      const { wellFounded, reason, by, at } = event;
      return become(approval, {
        objections: approval.objections.map((objection) => (objection.objectionId === event.objectionId ? { ...objection, decided: { wellFounded, reason, by, at } } : objection)),
      }, articleOfObjection(approval, undecided.participantId));
    }
    case 'factsChanged': {
      const facts = { ...approval.facts, ...event.facts };
      if (Object.entries(facts).every(([fact, value]) => approval.facts[fact as keyof typeof facts] === value)) return nothingChanged;
      // The risk and every approval rested on the old facts: all assess again, the judge applies again, the chain decides again.
      return become(approval, { facts, round: approval.round + 1, approvals: voided(approval, approval.chain, 'factsChanged') }, 'N2', 'N4');
    }
    case 'peopleChanged': return changePeople(approval, event);
    case 'withdrawn':
      if (event.by !== approval.judgeInCharge) return notTheJudge;
      return ended(approval, { how: 'withdrawn', at: event.at, by: event.by, reason: said(event.reason), articles: ['N2'] });
    case 'hearingCancelled':
      return ended(approval, { how: 'hearingCancelled', at: event.at, reason: said(event.reason), articles: ['N2'] });
    case 'opening': {
      const end: End = isApproved(approval)
        ? { how: 'approved', at: event.at, articles: ['N2'] }
        : { how: 'notDecidedInTime', at: event.at, articles: ['N2'], reason: { zh: '开庭时审批尚未完成，不直播。', en: 'The approval was not complete at the opening.' } };
      return ended(approval, end);
    }
  }
}

/** N1, N2: who joins is told; a bench that changed assesses and applies anew, because every approval rested on the other one. */
function changePeople(approval: Approval, { participants = approval.participants, bench = approval }: Extract<ApprovalEvent, { what: 'peopleChanged' }>): Ruled<Approval> | ApprovalRefusal {
  const { judgeInCharge, panel } = bench;
  const benchChanged = JSON.stringify([judgeInCharge, panel]) !== JSON.stringify([approval.judgeInCharge, approval.panel]);
  if (!benchChanged && JSON.stringify(participants) === JSON.stringify(approval.participants)) return nothingChanged;
  if (!benchChanged) return become(approval, { participants }, 'N1');
  return become(approval, { participants, judgeInCharge, panel, round: approval.round + 1, approvals: voided(approval, approval.chain, 'benchChanged') }, 'N2');
}

/** N3; a changed application goes through again from the step that the change touches. */
function apply(approval: Approval, event: Extract<ApprovalEvent, { what: 'applied' }>): Ruled<Approval> | ApprovalRefusal {
  if (event.by !== approval.judgeInCharge) return notTheJudge;
  const assessed = assessmentsInForce(approval).length === approval.panel.length;
  if (!assessed || applicationInForce(approval) !== undefined) {
    return refuse('no-application-wanted', assessed ? '已有申报在审批中。' : '合议庭成员尚未全部完成风险评估。', assessed ? 'An application is being decided.' : 'The panel has not finished the assessment.', 'N2');
  }
  const { content, by, at } = event;
  const version = approval.applications.length + 1;
  const applications = [...approval.applications, { ...content, round: approval.round, version, by, at }];
  if (!isReturned(approval)) return become(approval, { applications }, 'N2', 'N3', 'N-form');
  const touched = touchedSteps(approval, content);
  if (touched === undefined) return nothingChanged;
  return become(approval, { applications, approvals: voided(approval, touched, 'applicationChanged') }, 'N2', 'N3', 'N-form');
}

/** The steps from the first that decides on something that changed; undefined if nothing did. */
function touchedSteps(approval: Approval, content: ApplicationContent): readonly ChainStep[] | undefined {
  const before = approval.applications.at(-1);
  const changed = (Object.keys(content) as (keyof ApplicationContent)[]).filter((field) => before?.[field] !== content[field]);
  if (changed.length === 0) return undefined;
  const decides = (step: ChainStep, field: keyof ApplicationContent) => (step.kind === 'technicalScreening') === (field === 'technicalArrangement');
  const first = approval.chain.findIndex((step) => changed.some((field) => decides(step, field)));
  return approval.chain.slice(first);
}

const voided = (approval: Approval, steps: readonly ChainStep[], why: NonNullable<StepApproval['void']>): Approval['approvals'] =>
  approval.approvals.map((given) => (given.void === undefined && steps.some(({ id }) => id === given.step) ? { ...given, void: why } : given));

function turn(approval: Approval, step: string): ApprovalRefusal | undefined {
  if (stepNow(approval)?.id === step) return undefined;
  return refuse('not-this-steps-turn', '尚未轮到该环节审批，或者该环节已经完成。', 'It is not the turn of this step.', 'N2');
}

/** 逐级审批: nobody approves their own application, and the levels are different people. */
function level(approval: Approval, step: string, by: PersonId): ApprovalRefusal | undefined {
  const steps = stepsOf(approval);
  if (steps.find(({ id }) => id === step)?.kind !== 'approval') return undefined;
  if (by === approval.judgeInCharge) return refuse('own-application', '不得审批本人申报的事项。', 'Nobody approves an application of their own.', 'N2');
  const others = steps.filter(({ id, kind }) => kind === 'approval' && id !== step);
  if (!others.some(({ id }) => approvalInForce(approval, id)?.by === by)) return undefined;
  return refuse('approved-another-step', '您已在另一环节审批；逐级审批须由不同人员作出。', 'You approved another step; the levels are different people.', 'N2');
}

const isParticipant = (approval: Approval, id: ParticipantId): boolean => approval.participants.some(({ participantId }) => participantId === id);
function articleOfObjection(approval: Approval, participantId: ParticipantId): ArticleId {
  const role = approval.objections.find((objection) => objection.participantId === participantId)?.role ?? roleOf(approval, participantId);
  if (role === 'prosecutor') return approval.facts.caseType === 'criminal' ? 'N4(3)' : 'N4(5)';
  if (role === 'witness' || role === 'interpreter') return 'N4(5)';
  return approval.facts.caseType === 'criminal' ? 'N4(5)' : 'N4(4)';
}
const articlesOf = (approval: Approval, step: string): readonly ArticleId[] => approval.chain.find(({ id }) => id === step)?.articles ?? [];
const roleKept = (approval: Approval, participantId: ParticipantId) => {
  const role = roleOf(approval, participantId);
  return role === undefined ? {} : { role };
};
/** What a person wrote stands in both languages as it is. */
const said = (text: string) => ({ zh: text, en: text });
const become = (approval: Approval, change: Partial<Approval>, ...articles: readonly ArticleId[]): Ruled<Approval> => ({ value: { ...approval, ...change }, articles });
const ended = (approval: Approval, end: End): Ruled<Approval> => ({ value: { ...approval, end }, articles: end.articles });

function refuse(code: ApprovalRefusal['code'], zh: string, en: string, ...articles: ArticleId[]): ApprovalRefusal {
  return { code, articles, message: { zh, en } };
}
const notTheJudge = refuse('not-the-judge-in-charge', '由承办法官办理。', 'This is for the judge in charge.', 'N2');
const nothingChanged = refuse('nothing-changed', '内容没有变化。', 'Nothing has changed.', 'N2');
const notAParticipant = refuse('not-a-participant', '不是本案的诉讼参加人。', 'Not a participant of this case.', 'N1');
