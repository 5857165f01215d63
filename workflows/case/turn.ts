/**
 * A turn ends the case, or suspends it, out of whatever stage it is in (domain/case/turns.ts says where it goes then). The
 * running stage is ended whole: what it asked is taken back with the reason, a step under way is let finish, a booked
 * hearing is cancelled and everybody told, a session that is held is closed and comes to its record.
 *
 * When the worker dies in between, Temporal replays it: the turn is in the workflow's state from the Update on.
 */
import { condition, getExternalWorkflowHandle } from '@temporalio/workflow';
import { afterTurn, endsAtOnce, interrupted, type Held, type Turn } from '#domain/case/turns.ts';
import type { Stage, StageOrClosed } from '#domain/case/stages.ts';
import type { CloseHearing } from '#domain/messages/happenings.ts';
import { signals } from '#domain/messages/messages.ts';
import { court } from '../support/activities.ts';
import { StageRun, within } from '../support/stage-run.ts';
import type { CourtCase } from './court-case.ts';
import { noLivestreamOf } from './livestream.ts';
import { suspension } from './suspension.ts';

/** The case turns; the last word before a turn is carried out counts, and an end outweighs a suspension. */
export function turn(courtCase: CourtCase, to: Turn): void {
  if (courtCase.turn && courtCase.turn.how !== 'suspended') return;
  courtCase.turn = to;
}

/** Runs a stage until it ends, or is cut short by a turn. */
export async function untilTurned(courtCase: CourtCase, stage: Stage, run: () => Promise<string>): Promise<string> {
  const stageRun = new StageRun();
  let ended = false;
  const running = within(stageRun, run).finally(() => { ended = true; });
  const cut = condition(() => ended || isCut(courtCase, stage)).then(() => interrupted);
  const first = await Promise.race([running, cut]);
  if (first !== interrupted || ended) return running;
  return Promise.race([running, cutShort(courtCase, stageRun)]);
}

/** The stage is not to be run, or not to the end. */
export const isCut = (courtCase: CourtCase, stage: Stage): boolean =>
  courtCase.turn !== undefined && endsAtOnce(stage, courtCase.turn.how, stage === 'hearing' && courtCase.held.has(courtCase.hearing.hearingId));

async function cutShort(courtCase: CourtCase, run: StageRun): Promise<string> {
  const why = courtCase.turn?.reason ?? '';
  // G9: signatures to a version that is not completed are void, and it is signed anew afterwards.
  courtCase.onTranscriptReopened?.({ hearingId: courtCase.hearing.hearingId, reason: why, personId: courtCase.allotted.presidingJudge, commandId: '' });
  courtCase.tasks.forsake(run, why);
  // A booking that is being made is made or not; what follows from it is done too, so that nothing is half known.
  await condition(() => !courtCase.tasks.isSettling(run) && run.inFlight === 0 && !courtCase.booked?.changing);
  run.over = true;
  courtCase.tasks.forsake(run, why);
  courtCase.onNoticeConfirmed = () => undefined;
  courtCase.people.onJoined = undefined;
  courtCase.onTranscriptReopened = undefined;
  courtCase.booked = undefined;
  return interrupted;
}

/** Carries the turn out when a stage has ended: where the case goes. */
export async function turned(courtCase: CourtCase, stage: Stage, exit: string, cancelled = false): Promise<StageOrClosed> {
  const to = courtCase.turn;
  if (!to) throw new Error('There is no turn to carry out');
  const last = courtCase.hearings.at(-1);
  const held: Held = { lastOpened: last !== undefined && courtCase.opened.has(last.hearingId), any: courtCase.opened.size > 0 };
  const after = afterTurn(to.how, stage, exit, held);
  if (after.turn === 'stays') return after.next;
  if (after.turn !== 'dropped' && !cancelled) await cancelBooked(courtCase, to.reason);
  // An end that came meanwhile outweighs the suspension.
  if (courtCase.turn !== to) return turned(courtCase, stage, exit, true);
  courtCase.turn = undefined;
  switch (after.turn) {
    case 'dropped':
      return after.next;
    case 'suspends':
      if (to.how !== 'suspended') throw new Error(`A case does not stand still because it is ${to.how}`);
      return suspension(courtCase, to, after.next);
    case 'closes':
      closeAs(courtCase, to);
      return after.next;
  }
}

/** The case ends as the turn says, also when its archive is made first. */
export function closeAs(courtCase: CourtCase, to: Turn): void {
  if (to.how === 'suspended') throw new Error('A suspended case is not closed');
  courtCase.closing = { how: to.how, reason: to.reason, articles: to.articles };
  courtCase.closesAs = courtCase.closing;
}

/** REC-5, N1: whichever way a case ends, what was held in an opened session is archived first. */
export function archivedFirst(courtCase: CourtCase, stage: Stage): StageOrClosed {
  if (stage === 'archiving' || courtCase.opened.size === 0) return 'closed';
  courtCase.closesAs = courtCase.closing;
  return 'archiving';
}

/** G4: what is booked and will not be held is free again, and everybody is told. */
async function cancelBooked(courtCase: CourtCase, why: string): Promise<void> {
  const hearing = courtCase.hearings.at(-1);
  if (!hearing || courtCase.opened.has(hearing.hearingId)) return;
  // Over, or cancelled, before the case turned; a session that closes unopened because of the turn is cancelled by it.
  const closedByTurn = courtCase.stage === 'hearing' && courtCase.held.has(hearing.hearingId);
  if (courtCase.notHeld.has(hearing.hearingId) && !closedByTurn) return;
  courtCase.journal.note('hearing-cancelled', { hearingId: hearing.hearingId, why });
  await courtCase.steps.attempt('cancelHearing', court.cancelHearing, { caseId: courtCase.filing.caseId, hearing, participants: courtCase.participants, why });
  await noLivestreamOf(courtCase, hearing.hearingId, why);
}

/** Beside a hearing: as soon as the case turns, its session is told to close. @param over whether the session has ended by itself */
export async function closeWhenTurned(courtCase: CourtCase, stream: string, over: () => boolean): Promise<void> {
  await condition(() => over() || courtCase.turn !== undefined);
  const to = courtCase.turn;
  if (over() || !to) return;
  const close: CloseHearing = { how: to.how === 'withdrawn' || to.how === 'settled' ? 'withdrawn' : 'adjourned', reason: to.reason };
  // A session that ended at the same moment is not there any more to be told.
  await getExternalWorkflowHandle(stream).signal<[CloseHearing]>(signals.closeHearing, close).catch(() => undefined);
}
