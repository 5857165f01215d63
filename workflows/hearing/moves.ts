/**
 * G7: clerk and judge move the session on; each move is an Update with the legal phase machine behind it. What a move
 * asks of the media server is done before the phase changes (recording) or follows it (the bench's media, `pauses.ts`).
 */
import { condition } from '@temporalio/workflow';
import { isOpenPhase } from '#domain/hearing/agenda.ts';
import type { Move } from '#domain/hearing/phases.ts';
import { moves } from '#domain/hearing/phases.ts';
import type { CloseHearing } from '#domain/messages/happenings.ts';
import type { Journalled, MovePhase } from '#domain/messages/messages.ts';
import type { Participant } from '#domain/case/types.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { notFound, refused, refusedHere } from '../support/failures.ts';
import type { CourtHearing } from './court-hearing.ts';

const isMove = (move: string): move is Move => (moves as readonly string[]).includes(move);

/** The Update's validator: synchronous. */
export function validateMove(the: CourtHearing, input: MovePhase): void {
  if (the.answered.has(input.commandId)) return;
  if (!isMove(input.move)) throw notFound('move');
  const expected = input.as === 'judge' ? the.input.bench.presidingJudge : the.input.bench.clerk;
  if (expected !== input.personId) throw notFound('hearing');
  if (the.moving) throw refused(moveBeingMade);
  // The recording is started by the move itself, so it is not asked of the move beforehand.
  const refusal = the.refusalOf(input.move, input.as);
  if (refusal) throw refusedHere(the.journal, refusal);
  // What ends a hearing early goes on record with its reason (CPL-148, CPL-149).
  if ((input.move === 'adjourn' || input.move === 'close-withdrawn') && (input.reason ?? '').trim().length < 2) throw refusedHere(the.journal, reasonMissing);
}

export async function makeMove(the: CourtHearing, input: MovePhase): Promise<Journalled> {
  const before = the.answered.get(input.commandId);
  if (before) return before;
  const move = input.move as Move;
  the.moving = true;
  try {
    if (move === 'read-discipline') await startRecording(the);
    const made = the.make(move, input.as, input.personId, input.reason);
    if (typeof made !== 'number') throw refusedHere(the.journal, made);
    const answer = { stream: the.journal.stream, seq: made };
    the.answered.set(input.commandId, answer);
    if (move === 'read-discipline') askForAcknowledgement(the);
    return answer;
  } finally {
    the.moving = false;
  }
}

/** The case has ended or stands still: whatever the session is in, it closes, and comes to its record. */
export async function closeByCase(the: CourtHearing, { how, reason }: CloseHearing): Promise<void> {
  // A recording that is being started is recording or not before the room goes.
  await condition(() => !the.moving);
  const move = how === 'withdrawn' && isOpenPhase(the.session.phase) ? 'close-withdrawn' : 'adjourn';
  // Ended by itself meanwhile: the machine refuses, and nothing is left to close.
  the.make(move, 'case', 'system', reason);
}

/** G6 (2): everything is recorded, from the reading of the discipline on. */
async function startRecording(the: CourtHearing): Promise<void> {
  const started = await the.steps.attempt('startRecording', the.media.room.startRecording, { hearingId: the.hearingId });
  if (!started.done) throw refused(notRecording(started.reason));
  the.recording = true;
  the.journal.note('hearing-room', { hearingId: the.hearingId, state: 'recording', mediaHost: the.input.hearing.mediaHost });
}

function askForAcknowledgement(the: CourtHearing): void {
  for (const participant of the.input.participants) acknowledgement(the, participant);
}

/** G6: who comes after the reading acknowledges it too. */
export function acknowledgement(the: CourtHearing, { participantId, personId }: Participant): void {
  const task = the.tasks.open('acknowledge-discipline', { assignee: { role: 'participant', personId, participantId }, hearingId: the.hearingId });
  void task.ended.then((end) => { if (end.how === 'answered') the.acknowledged.add(participantId); });
}

const moveBeingMade: Refusal = {
  code: 'move-being-made', articles: ['G7'], message: { zh: '正在进行上一步操作，请稍候。', en: 'The step before is still being made; try again in a moment.' },
};

const reasonMissing: Refusal = {
  code: 'reason-missing', articles: ['CPL-148', 'CPL-149'], message: { zh: '请写明理由。', en: 'Give a reason.' },
};

const notRecording = (reason: string): Refusal => ({
  code: 'not-recording', articles: ['REC-1', 'G6(2)'], message: { zh: `录音录像未能开始：${reason}`, en: `The recording did not start: ${reason}` },
});
