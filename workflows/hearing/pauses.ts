/**
 * In a pause nothing of the bench goes out (G13); afterwards it does again. Whoever began or ended the pause, and by
 * whatever way: a move, a task of the judge, the loss of the judge.
 */
import type { CourtHearing } from './court-hearing.ts';

export function watchPauses(the: CourtHearing): void {
  let stopped = false;
  // One after the other, so that the last word is the last one said.
  let said = Promise.resolve();
  the.onPhase.push(() => {
    const { phase } = the.session;
    // The room is closed; there is nothing to let through any more.
    if (phase === 'closed' || phase === 'adjourned') return;
    const pausing = phase === 'recess' || phase === 'suspended';
    if (pausing === stopped) return;
    stopped = pausing;
    said = said.then(async () => { await the.steps.attempt('setBenchMedia', the.media.room.setBenchMedia, { hearingId: the.hearingId, stopped: pausing }); });
  });
}
