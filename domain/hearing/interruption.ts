import type { ArticleId } from '#domain/law/articles.ts';
import type { Ruled, Words } from '#domain/law/ruled.ts';
import { isOpenPhase, type Phase } from './agenda.ts';
import type { AbsenceCause, Presence } from './presence.ts';

/**
 * What it means for the hearing that somebody is gone (G12): nothing, an interruption, or a suspension by itself;
 * and when it may go on. What it means for the rights of the one who is gone stands in `departure.ts`.
 */

/** What the person is in this hearing. */
export type HearingSeat = 'presidingJudge' | 'soleJudge' | 'panelMember' | 'clerk' | 'technician' | 'participant';

export type Loss = {
  readonly seat: HearingSeat;
  /** A participant without whom the session cannot be held; true for the bench and the clerk. */
  readonly required: boolean;
  readonly cause: AbsenceCause;
  readonly phase: Phase;
};

export type LossMeaning =
  /** Kept in the record; the hearing goes on. */
  | { readonly kind: 'noted'; readonly why: Words }
  /** The judge verifies the cause and suspends, waits or adjourns. */
  | { readonly kind: 'interruption'; readonly suspendsByItself: boolean; readonly why: Words };

/** What the loss of one person means at this moment. */
export function meaningOfLoss({ seat, required, cause, phase }: Loss): Ruled<LossMeaning> {
  const noted = (zh: string, en: string, ...articles: ArticleId[]): Ruled<LossMeaning> => ({ value: { kind: 'noted', why: { zh, en } }, articles });
  const interruption = (suspendsByItself: boolean, zh: string, en: string, ...articles: ArticleId[]): Ruled<LossMeaning> =>
    ({ value: { kind: 'interruption', suspendsByItself, why: { zh, en } }, articles });

  if (!isOpenPhase(phase)) return noted('庭审尚未开始、休庭或者已经中止，记录在案。', 'The court is not sitting; it is kept in the record.', 'G12');
  if (cause === 'removed') return noted('由法庭责令退出。', 'The court removed the person.', 'CPL-113');
  switch (seat) {
    case 'presidingJudge':
    case 'soleJudge':
      // Nobody is left who could suspend.
      return interruption(true, '审判长或者独任法官离线，庭审自动中止。', 'The presiding or sole judge is gone; the hearing suspends by itself.', 'G12');
    case 'panelMember':
      return interruption(false, '合议庭成员离线，由审判长决定。', 'A member of the panel is gone; the presiding judge decides.', 'G12');
    case 'clerk':
      return interruption(false, '书记员离线，庭审活动无法记入笔录。', 'The clerk is gone; nobody keeps the transcript.', 'G12', 'CPL-150');
    case 'technician':
      return noted('技术人员离线。', 'The technician is gone.', 'G12');
    case 'participant':
      return required
        ? interruption(false, '必须到庭的诉讼参与人离线，由法官核实原因。', 'A required participant is gone; the judge verifies the cause.', 'G12', 'G6(1)')
        : noted('非必须到庭的诉讼参与人离线。', 'A participant is gone who is not required.', 'G6(1)');
  }
}

/** How long the network must hold, and how long the court waits. The court's own policy, in milliseconds. */
export type InterruptionPolicy = { readonly stableMs: number; readonly resumeWithinMs: number };

export const defaultInterruptionPolicy: InterruptionPolicy = { stableMs: 30_000, resumeWithinMs: 20 * 60_000 };

export type Stability =
  | { readonly state: 'stable' }
  /** Everybody is there; stable at this time if nobody is lost again. */
  | { readonly state: 'settling'; readonly stableAt: number }
  | { readonly state: 'unstable'; readonly away: readonly string[] };

/** G12: 待网络恢复稳定后继续审理. Looks at everybody who is required, by the ids that `presence` uses. */
export function stability(required: readonly string[], presence: Readonly<Record<string, Presence>>, now: number, policy: InterruptionPolicy): Ruled<Stability> {
  const away = required.filter((id) => presence[id]?.state !== 'present');
  if (away.length > 0) return { value: { state: 'unstable', away }, articles: ['G12'] };
  const stableAt = Math.max(...required.map((id) => (presence[id]?.since ?? now) + policy.stableMs), now - 1);
  return { value: stableAt <= now ? { state: 'stable' } : { state: 'settling', stableAt }, articles: ['G12'] };
}

/** When the judge is asked to adjourn, if the hearing has not gone on by then: milliseconds since 1970 (G12, CPL-149). */
export function resumeDeadline(interruptedAt: number, policy: InterruptionPolicy): Ruled<number> {
  return { value: interruptedAt + policy.resumeWithinMs, articles: ['G12', 'CPL-149'] };
}
