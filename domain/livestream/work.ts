/**
 * What people are asked while a livestream is being approved: found from the approval alone, so that what is open always
 * fits where it stands. A key names one question; a question that is asked anew (new facts, a new application) has
 * another key.
 */
import type { PersonId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';
import { applicationInForce, assessmentsInForce, isReturned, stepNow, undecidedObjections, type Approval, type Objection } from './approval-state.ts';
import type { ChainStep } from './chain.ts';

export type Work =
  | { readonly key: string; readonly what: 'assess'; readonly personId: PersonId }
  | { readonly key: string; readonly what: 'apply'; readonly personId: PersonId; readonly returned?: { readonly step: string; readonly reason: string } }
  | { readonly key: string; readonly what: 'step'; readonly step: ChainStep }
  | { readonly key: string; readonly what: 'note'; readonly participant: Participant }
  | { readonly key: string; readonly what: 'decideObjection'; readonly personId: PersonId; readonly objection: Objection };

/** Nothing once it has ended. */
export function workOf(approval: Approval): readonly Work[] {
  if (approval.end) return [];
  const { round, applications, judgeInCharge } = approval;
  const assessed = assessmentsInForce(approval).map(({ by }) => by);
  const missing = approval.panel.filter((member) => !assessed.includes(member));
  const step = stepNow(approval);
  const back = isReturned(approval) ? approval.returns.at(-1) : undefined;
  return [
    ...missing.map((personId): Work => ({ key: `assess/${round}/${personId}`, what: 'assess', personId })),
    ...(missing.length === 0 && applicationInForce(approval) === undefined
      ? [{ key: `apply/${round}/${applications.length}/${approval.returns.length}`, what: 'apply', personId: judgeInCharge, ...(back ? { returned: { step: back.step, reason: back.reason } } : {}) } as const]
      : []),
    ...(step ? [{ key: `step/${step.id}/${round}/${applications.length}`, what: 'step', step } as const] : []),
    // N1: beforehand, as soon as it is applied for; who was told stays told.
    ...(applications.length === 0 ? [] : approval.participants.filter(({ participantId }) => !approval.told.includes(participantId))
      .map((participant): Work => ({ key: `note/${participant.participantId}`, what: 'note', participant }))),
    ...undecidedObjections(approval).map((objection): Work => ({ key: `objection/${objection.objectionId}/${judgeInCharge}`, what: 'decideObjection', personId: judgeInCharge, objection })),
  ];
}
