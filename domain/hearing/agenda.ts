import type { SessionKind } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';

/** The phases in which the court sits. A recess or a suspension leads back to one of them. */
export const openPhases = ['opening', 'questions', 'evidence', 'issues', 'debate', 'finalStatements', 'mediation', 'pronouncement', 'service'] as const;
export type OpenPhase = (typeof openPhases)[number];

export const phases = ['preparing', 'discipline', ...openPhases, 'recess', 'suspended', 'adjourned', 'closed'] as const;
export type Phase = (typeof phases)[number];

export type AgendaItem = {
  readonly phase: OpenPhase;
  /** Phases from which it may be begun; a later one means going back (the investigation is taken up again). */
  readonly from: readonly OpenPhase[];
  /** It may be left out: the session may close without it. */
  readonly optional?: true;
  readonly articles: readonly ArticleId[];
};

/**
 * What the court does in each kind of session, in order, between the discipline and the closing (G1 names the
 * eight kinds). The session may be closed once the last item that is not optional has begun.
 */
const agendas: Record<SessionKind, readonly AgendaItem[]> = {
  trial: [
    { phase: 'opening', from: [], articles: ['G7', 'CPL-140'] },
    { phase: 'evidence', from: ['opening', 'debate', 'finalStatements', 'mediation'], articles: ['G8', 'CPL-141'] },
    { phase: 'debate', from: ['evidence'], articles: ['G7', 'CPL-144'] },
    { phase: 'finalStatements', from: ['debate', 'mediation'], articles: ['CPL-144'] },
    // After the debate the court may still mediate; the final statements have their place before it.
    { phase: 'mediation', from: ['finalStatements'], optional: true, articles: ['CPL-100'] },
  ],
  inquiry: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'questions', from: ['opening'], articles: ['G1', 'ONL-21'] },
  ],
  custodyQuestioning: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'questions', from: ['opening'], articles: ['G1', 'ONL-37'] },
  ],
  publicHearing: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'questions', from: ['opening'], articles: ['G1'] },
    { phase: 'evidence', from: ['questions'], optional: true, articles: ['G8'] },
    { phase: 'finalStatements', from: ['questions', 'evidence'], articles: ['G1'] },
  ],
  mediation: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'mediation', from: ['opening'], articles: ['G1', 'CPL-100'] },
  ],
  evidenceExchange: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'evidence', from: ['opening', 'issues'], articles: ['G8', 'ONL-14'] },
    { phase: 'issues', from: ['evidence'], articles: ['G8', 'ONL-15'] },
  ],
  pronouncement: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'pronouncement', from: ['opening'], articles: ['G1', 'CPL-151'] },
  ],
  service: [
    { phase: 'opening', from: [], articles: ['G1', 'G7'] },
    { phase: 'service', from: ['opening'], articles: ['G1', 'CPL-87'] },
  ],
};

/** The agenda of a kind of session, in order. */
export function agenda(kind: SessionKind): readonly AgendaItem[] {
  return agendas[kind];
}

/** True if the session may be closed from this phase: every item that is not optional has had its turn. */
export function mayCloseFrom(kind: SessionKind, phase: OpenPhase): boolean {
  const items = agendas[kind];
  const lastRequired = items.findLastIndex((item) => !item.optional);
  return items.findIndex((item) => item.phase === phase) >= lastRequired;
}

export function isOpenPhase(phase: Phase): phase is OpenPhase {
  return (openPhases as readonly Phase[]).includes(phase);
}
