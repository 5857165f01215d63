/** The phase as the page shows it. */
import type { HearingDetail } from '#api/contract/hearings.ts';
import { isOpenPhase, phases, type Phase } from '#domain/hearing/agenda.ts';

export type Standing = 'notOpen' | 'cancelled' | 'open' | 'over';

/** Whether the room of a hearing can be entered. */
export function standingOf({ state }: Pick<HearingDetail, 'state'>): Standing {
  switch (state) {
    case 'scheduled': return 'notOpen';
    case 'cancelled':
    case 'moved': return 'cancelled';
    case 'open': return 'open';
    default: return 'over'; // ended, adjourned, withdrawn: all of them end the room
  }
}

/** @returns the phase, or null before the room is open. */
export const phaseOf = ({ phase }: Pick<HearingDetail, 'phase'>): Phase | null => phases.find((one) => one === phase) ?? null;

/** The court sits: leaving now has consequences (G6). */
export function isSitting(hearing: Pick<HearingDetail, 'phase' | 'state'>): boolean {
  const phase = phaseOf(hearing);
  return standingOf(hearing) === 'open' && phase !== null && (isOpenPhase(phase) || phase === 'recess' || phase === 'suspended');
}

export const isPause = (phase: Phase | null): boolean => phase === 'recess' || phase === 'suspended';
