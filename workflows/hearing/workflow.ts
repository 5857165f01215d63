/**
 * One hearing, from the opening of its room half an hour before to its recording (G5 to G8, G12). The recording's
 * clock is real time; deadlines follow the court's.
 */
import { allHandlersFinished, condition, defineSignal, defineUpdate, getExternalWorkflowHandle, setHandler } from '@temporalio/workflow';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { signals, updates, type CompleteTask, type Journalled, type MoveClock, type MovePhase, type PresenceChanged } from '#domain/messages/messages.ts';
import type { CloseHearing } from '#domain/messages/happenings.ts';
import type { HearingInput, HearingReport } from '#domain/messages/hearing.ts';
import { isParty } from '#domain/people/roles.ts';
import type { PeopleChanged } from '#domain/messages/people.ts';
import { CourtHearing } from './court-hearing.ts';
import { closeByCase, makeMove, validateMove } from './moves.ts';
import { provision, takeChange } from './people.ts';
import { watchPresence } from './interruption.ts';
import { watchPauses } from './pauses.ts';

/** G7: people log in early; the room opens this long before the start. */
const roomOpensBeforeMs = 30 * 60_000;

export async function courtHearing(input: HearingInput): Promise<void> {
  const the = new CourtHearing(input);
  listen(the);
  await Promise.race([the.deadlines.reach('room', Date.parse(input.hearing.startsAt) - roomOpensBeforeMs), the.ended]);
  const roomWasNeeded = the.session.phase === 'preparing';
  if (roomWasNeeded) await openRoom(the);
  watchPresence(the);
  watchPauses(the);
  tellOfEvidence(the);
  reportOpening(the);

  const ending = await the.ended;
  the.tasks.withdrawAll('the hearing has ended');
  the.journal.note('hearing-ended', { hearingId: the.hearingId, ending });
  await report(the, { hearingId: the.hearingId, what: 'ended', ending, opened: the.openedAt !== undefined });

  if (roomWasNeeded) await closeRoom(the);
  await composeRecording(the);
  the.journal.note('hearing-room', { hearingId: the.hearingId, state: 'closed', mediaHost: input.hearing.mediaHost });
  await report(the, { hearingId: the.hearingId, what: 'recorded' });
  await condition(allHandlersFinished);
  await the.journal.settled();
}

async function openRoom(the: CourtHearing): Promise<void> {
  const { mediaHost } = the.input.hearing;
  the.roomOpen = true;
  the.seating = the.seating.then(() => provision(the));
  await the.seating;
  the.journal.note('hearing-room', { hearingId: the.hearingId, state: 'provisioned', mediaHost });
}

/** G1: from the opening on, consent cannot be withdrawn any more; what is held from then on is archived. */
function reportOpening(the: CourtHearing): void {
  let reported = false;
  the.onPhase.push(() => {
    if (reported || the.openedAt === undefined) return;
    reported = true;
    void report(the, { hearingId: the.hearingId, what: 'opened' });
  });
}

/** The media host stops the recording before the room goes, so that its files are whole. */
async function closeRoom(the: CourtHearing): Promise<void> {
  the.roomOpen = false;
  await the.seating;
  await the.steps.attempt('closeRoom', the.media.room.closeRoom, { hearingId: the.hearingId });
}

/** REC-3, REC-4: one recording from opening to closing; each gap that no known cause explains is explained in writing. */
async function composeRecording(the: CourtHearing): Promise<void> {
  const { hearingId, openedAt, closedAt } = the;
  // Adjourned before it was opened: there is nothing that had to be recorded.
  if (openedAt === undefined || closedAt === undefined) return;
  const pauses = the.pauses.map((pause) => (pause.to === '' ? { ...pause, to: closedAt } : pause));
  const composed = await the.steps.attempt('composeRecording', the.media.composing.composeRecording, {
    caseId: the.input.caseId, hearingId, seats: the.seats, openedAt, closedAt, pauses,
  });
  if (!composed.done) {
    the.journal.note('decision', { what: 'recording-not-composed', value: { reason: composed.reason }, articles: ['REC-4'] });
    return;
  }
  const { unexplained, ...recording } = composed.value;
  the.journal.note('recording-composed', { hearingId, ...recording, unexplained: unexplained.length });
  if (unexplained.length === 0) return;
  await the.tasks.open('explain-gap', { assignee: { role: 'technician' }, hearingId, facts: { gaps: unexplained, recordingId: recording.recordingId } }).ended;
}

/** By Signal, because the result of an abandoned child never reaches a case that continued as new. */
async function report(the: CourtHearing, what: HearingReport): Promise<void> {
  await getExternalWorkflowHandle(caseWorkflowId(the.input.caseId)).signal('hearingReport', what);
}

/** G8: what may be done with evidence follows the phase; the case hears of what changes that, and of the end on its own. */
function tellOfEvidence(the: CourtHearing): void {
  let before = '';
  the.onPhase.push(() => {
    const { phase } = the.session;
    const told = phase === 'evidence' || before === 'evidence' || phase === 'finalStatements' || phase === 'pronouncement';
    before = phase;
    if (told && phase !== 'closed' && phase !== 'adjourned') void report(the, { hearingId: the.hearingId, what: 'phase', phase }).catch(() => undefined);
  });
}

function listen(the: CourtHearing): void {
  setHandler(defineUpdate<Journalled, [CompleteTask]>(updates.completeTask), (task) => the.tasks.complete(task), {
    validator: (task) => the.tasks.validate(task),
  });
  setHandler(defineSignal<[CompleteTask]>(signals.answerTask), (task) => the.tasks.answerBySignal(task));
  setHandler(defineUpdate<Journalled, [MovePhase]>(updates.movePhase), (move) => makeMove(the, move), {
    validator: (move) => validateMove(the, move),
  });
  setHandler(defineSignal<[PresenceChanged]>(signals.presenceChanged), (change) => {
    const seat = the.seatOf({ opaqueId: change.opaqueId });
    if (!seat) {
      the.journal.note('signal-refused', { signal: signals.presenceChanged, why: 'no such seat' });
      return;
    }
    if (the.present.get(seat.opaqueId)?.state === change.state) return;
    the.present.set(seat.opaqueId, { state: change.state, since: the.clock.now() });
    the.journal.note('presence-changed', {
      hearingId: the.hearingId, participantId: seat.participantId ?? seat.personId, state: change.state,
      ...(change.cause === undefined ? {} : { cause: change.cause }), evidence: change.evidence,
    });
    for (const tell of [...the.onPresence]) tell(seat, change);
  });
  setHandler(defineSignal<[PeopleChanged]>(signals.peopleChanged), (change) => { takeChange(the, change); });
  setHandler(defineSignal<[CloseHearing]>(signals.closeHearing), (close) => closeByCase(the, close));
  setHandler(defineSignal<[MoveClock]>(signals.moveClock), (move) => {
    if (!the.clock.moveTo(move.offsetMs)) return;
    the.journal.note('clock-moved', move);
    the.deadlines.clockMoved();
  });
}
