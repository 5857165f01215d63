/** An approval to start from, its people, and events by them, for the tests of this folder. */
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { applyToApproval, type ApprovalEvent } from '../approval.ts';
import { newApproval, type ApplicationContent, type Approval } from '../approval-state.ts';
import { courtChain } from '#domain/court/livestream-chain.ts';
import type { ChangedFacts, RiskLevel, StatedFacts } from '../facts.ts';

export const facts: StatedFacts = {
  caseType: 'civil', sessionKind: 'trial', causeFamily: 'contract', massInterest: false,
  nationalSecurity: false, terrorism: false, nationalDefence: false, militarySecret: false, ethnicIssue: false, religiousIssue: false, otherPolitical: false,
  workSecret: false, juvenileOffence: false, otherwiseUnsuitable: false,
  stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false,
};
export const opening = '2026-05-11T01:30:00.000Z';
export const before = '2026-05-08T02:00:00.000Z';
export const start: Approval = newApproval({
  judgeInCharge: 'judge', panel: ['judge', 'second'], chain: courtChain, opening, day: shanghaiDayFrom('2026-05-11'), facts,
  participants: [{ participantId: 'p1', personId: 'plaintiff', role: 'plaintiff' }, { participantId: 'p2', personId: 'witness', role: 'witness' }],
});
export const content: ApplicationContent = { divisionOfLabour: '审判长主持', incidentPlan: '中断即停播', outcomePlan: '当庭调解', technicalArrangement: '单机位', opinion: '建议直播' };
/** Who decides a step as a rule. */
export const officers: Record<string, string> = {
  'technical-screening': 'technician', 'division-head': 'head', 'vice-president': 'vice', 'report-intermediate': 'tmo', 'report-provincial': 'tmo',
};

export const assessed = (by: string, level: RiskLevel = 'low', at = before): ApprovalEvent => ({ what: 'assessed', by, at, level, reasons: '案情简单' });
export const applied = (change: Partial<ApplicationContent> = {}, by = 'judge', at = before): ApprovalEvent => ({ what: 'applied', by, at, content: { ...content, ...change } });
export const approved = (step: string, by = officers[step] ?? 'stranger', at = before): ApprovalEvent => ({ what: 'stepApproved', step, by, at, opinion: '同意' });
export const returned = (step: string, by = officers[step] ?? 'stranger', at = before): ApprovalEvent => ({ what: 'stepReturned', step, by, at, reason: '请补充' });
export const refusedBy = (step: string, by = officers[step] ?? 'stranger', at = before): ApprovalEvent => ({ what: 'stepRefused', step, by, at, reason: '不宜直播' });
export const told = (participantId: string, at = before): ApprovalEvent => ({ what: 'told', participantId, by: 'clerk', at });
export const objected = (participantId: string, objectionId = 'o1', at = before): ApprovalEvent => ({ what: 'objected', objectionId, participantId, by: participantId, at, grounds: '涉及家庭隐私' });
export const decided = (wellFounded: boolean, objectionId = 'o1', by = 'judge', at = before): ApprovalEvent => ({ what: 'objectionDecided', objectionId, by, at, wellFounded, reason: '经审查' });
export const changed = (change: ChangedFacts, at = before): ApprovalEvent => ({ what: 'factsChanged', by: 'judge', at, facts: change, reason: '新情况' });

export const moved = (people: Pick<Extract<ApprovalEvent, { what: 'peopleChanged' }>, 'participants' | 'bench'>, at = before): ApprovalEvent => ({ what: 'peopleChanged', by: 'judge', at, reason: '变更', ...people });
/** One more who takes part, and a panel without its second member. */
export const joined = [...start.participants, { participantId: 'p3', personId: 'agent', role: 'agent' as const }];
export const soleJudge = { judgeInCharge: 'judge', panel: ['judge'] };

/** Both members of the panel found it low. */
export const bothAssessed = [assessed('judge'), assessed('second')];
export const bothTold = [told('p1'), told('p2')];
export const chainApproved = ['technical-screening', 'division-head', 'vice-president'].map((step) => approved(step));
/** The straight way to the approval. */
export const straight = [...bothAssessed, applied(), ...bothTold, ...chainApproved];

/** Plays events that are all lawful. */
export function play(events: readonly ApprovalEvent[], from: Approval = start): Approval {
  return events.reduce((approval, event) => {
    const outcome = applyToApproval(approval, event);
    if (isRefusal(outcome)) throw new Error(`${event.what} was refused: ${outcome.code}`);
    return outcome.value;
  }, from);
}
