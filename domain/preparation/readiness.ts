/**
 * Is a hearing ready (G2, G4, G5)? What each participant and the courtroom still need, who is waited for, and the task that
 * would mend it. The workflow decides by the answers themselves; this tells people where it stands.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';

export const requirements = ['notice', 'deviceTest', 'identity', 'authority', 'courtroom', 'technology'] as const;
export type Requirement = (typeof requirements)[number];

/** G4, G2, G5; CPL-62 for agents. */
export const requirementArticles: Record<Requirement, readonly ArticleId[]> = {
  notice: ['G4'], deviceTest: ['G2'], identity: ['G5'], authority: ['G5', 'CPL-62'], courtroom: ['G5'], technology: ['G5', 'G12'],
};

export interface TaskOfHearing {
  taskId: string;
  kind: TaskKindName;
  state: 'open' | 'completed' | 'withdrawn';
  participantId: string | null;
  /** `decision`, `result` or the like of the answer; null while it is open. */
  decided: string | null;
  /** The power of attorney was found in order (CPL-62). */
  powerOfAttorney: boolean;
}

export interface ParticipantOfHearing {
  participantId: string;
  agent: boolean;
  /** How the receipt of the notice is proven; null: it is not. */
  noticeProven: 'confirmed' | 'phone' | 'waived' | null;
  /** The newest device test. */
  test: { score: number; verdict: 'passed' | 'weak' | 'failed' } | null;
}

export interface ReadinessItem {
  what: Requirement;
  /** Null for the courtroom. */
  participantId: string | null;
  state: 'done' | 'waiting' | 'failed';
  /** The open task that would mend it, if there is one. */
  task: { taskId: string; kind: TaskKindName } | null;
}

/** Every requirement of the hearing, in the order in which the law names them; participants in the order given. */
export function readinessOf(participants: readonly ParticipantOfHearing[], tasks: readonly TaskOfHearing[]): ReadinessItem[] {
  const open = (kinds: readonly TaskKindName[], participantId: string | null) => {
    const found = kinds.map((kind) => tasks.find((task) => task.state === 'open' && task.kind === kind && task.participantId === participantId)).find(Boolean);
    return found ? { taskId: found.taskId, kind: found.kind } : null;
  };
  const answered = (kind: TaskKindName, participantId: string | null) => tasks.find((task) => task.state === 'completed' && task.kind === kind && task.participantId === participantId);
  const item = (what: Requirement, participantId: string | null, state: ReadinessItem['state'], mendedBy: readonly TaskKindName[]): ReadinessItem =>
    ({ what, participantId, state, task: state === 'done' ? null : open(mendedBy, participantId) });

  const ofParticipant = ({ participantId, agent, noticeProven, test }: ParticipantOfHearing): ReadinessItem[] => {
    const identity = answered('verify-identity', participantId);
    const verified = identity?.decided === 'verified';
    return [
      item('notice', participantId, noticeProven === null ? 'waiting' : 'done', ['phone-notice', 'waive-notice']),
      item('deviceTest', participantId, test === null ? 'waiting' : test.verdict === 'failed' ? 'failed' : 'done', ['help-with-test', 'choose-channel']),
      item('identity', participantId, verified ? 'done' : 'waiting', ['verify-identity']),
      ...(agent ? [item('authority', participantId, verified && identity.powerOfAttorney ? 'done' : 'waiting', ['verify-identity', 'verify-representative'])] : []),
    ];
  };
  const tested = (what: Requirement, kind: TaskKindName) => item(what, null, answered(kind, null)?.decided === 'ready' ? 'done' : 'waiting', [kind]);
  return [...participants.flatMap(ofParticipant), tested('courtroom', 'test-courtroom'), tested('technology', 'test-courtroom-technology')];
}
