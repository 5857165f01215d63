import type { SessionKind } from '#domain/case/types.ts';
import { openPhases, type AgendaItem, type OpenPhase } from './sessions/session.ts';
import { sessions } from './sessions/sessions.ts';

export type { AgendaItem, OpenPhase };

export const phases = ['preparing', 'discipline', ...openPhases, 'recess', 'suspended', 'adjourned', 'closed'] as const;
export type Phase = (typeof phases)[number];

/**
 * What the court does in each kind of session, in order, between the discipline and the closing (G1 names the
 * eight kinds). The session may be closed once the last item that is not optional has begun.
 */
export function agenda(kind: SessionKind): readonly AgendaItem[] {
  return sessions[kind].agenda;
}

/** True if the session may be closed from this phase: every item that is not optional has had its turn. */
export function mayCloseFrom(kind: SessionKind, phase: OpenPhase): boolean {
  const items = agenda(kind);
  const lastRequired = items.findLastIndex((item) => !item.optional);
  return items.findIndex((item) => item.phase === phase) >= lastRequired;
}

export function isOpenPhase(phase: Phase): phase is OpenPhase {
  return (openPhases as readonly Phase[]).includes(phase);
}
