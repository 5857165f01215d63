/**
 * A turn ends a case, or suspends it, out of whatever stage it is in. Which stages end at once, which are brought to
 * their own end first, and where the case goes then: pure, so that a lawyer can read the table of its test.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import { stageExits, type ClosedHow, type Stage, type StageOrClosed } from '#domain/case/stages.ts';
import type { SuspensionGround } from '#domain/case/suspension.ts';

export type Turn = {
  reason: string;
  articles: readonly ArticleId[];
} & (
  | { how: Extract<ClosedHow, 'offline' | 'withdrawn' | 'settled' | 'terminated'> }
  | { how: 'suspended'; ground: SuspensionGround; participantId?: string });
export type TurnHow = Turn['how'];

/** How a stage ended that was cut short. */
export const interrupted = 'interrupted';

/**
 * True: what the stage asked of people is taken back at once. False: the stage comes to its own end first, so that what
 * was held is recorded, signed and archived. A hearing whose room is open is told to close; archiving only completes.
 */
export function endsAtOnce(stage: Stage, how: TurnHow, roomOpened: boolean): boolean {
  switch (stage) {
    case 'filing':
    case 'consent':
    case 'evidence':
    case 'scheduling':
    case 'preparation': return true;
    case 'hearing': return !roomOpened;
    case 'archiving': return false;
    // G9, CPL-150: the transcript of what was held is still signed, unless everything stands still.
    case 'signing': return how === 'suspended';
  }
}

/** What is known of the sessions when a stage has ended. */
export interface Held {
  /** The last session was opened. */
  lastOpened: boolean;
  /** Any session of the case was. */
  any: boolean;
}

export type After =
  /** The turn is carried out later: this stage comes first. */
  | { next: Stage; turn: 'stays' }
  /** The turn came too late: the case goes on by itself. */
  | { next: StageOrClosed; turn: 'dropped' }
  /** The case is suspended, and resumes with this stage. */
  | { next: Stage; turn: 'suspends' }
  /** The case ends so, by way of the archive where a session was held (G10, N1). */
  | { next: 'archiving' | 'closed'; turn: 'closes' };

/** Where a case goes after a stage, while a turn is pending. `exit`: how the stage ended, `interrupted` if it was cut short. */
export function afterTurn(how: TurnHow, stage: Stage, exit: string, held: Held): After {
  const exits: Record<string, StageOrClosed> = stageExits[stage];
  const own = exits[exit] ?? 'closed';
  if (stage === 'archiving') return { next: 'closed', turn: 'dropped' };
  // Decided by the filing clerk before: there is nothing left to end.
  if (stage === 'filing' && own === 'closed' && exit !== interrupted) return { next: 'closed', turn: 'dropped' };
  if (how === 'suspended') return suspended(stage, exit, own, held);
  if (stage === 'hearing' && held.lastOpened) return { next: 'signing', turn: 'stays' };
  // ONL-21: what was held online stands. Nothing is left that could be held offline.
  if (how === 'offline' && stage === 'signing' && exit === 'signed') return { next: 'archiving', turn: 'dropped' };
  return { next: held.any ? 'archiving' : 'closed', turn: 'closes' };
}

function suspended(stage: Stage, exit: string, own: StageOrClosed, held: Held): After {
  switch (stage) {
    case 'hearing': return { next: held.lastOpened ? 'signing' : 'scheduling', turn: 'suspends' };
    // The day that was fixed is lost: everybody is summoned again.
    case 'scheduling':
    case 'preparation': return own === 'closed' && exit !== interrupted ? { next: 'closed', turn: 'dropped' } : { next: 'scheduling', turn: 'suspends' };
    default:
      if (exit === interrupted) return { next: stage, turn: 'suspends' };
      if (own === 'closed' || own === 'archiving') return { next: own, turn: 'dropped' };
      return { next: own, turn: 'suspends' };
  }
}
