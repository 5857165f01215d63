/**
 * G2, G5 and the second half of G4: each notice is proven, each participant has a channel that works, the identities
 * are verified, the courtroom is tested. Everything at once; the first that asks for it postpones or moves offline.
 */
import type { Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import { addWorkingDays } from '#domain/calendar/working-calendar.ts';
import { boundsOf, dayOf } from '#domain/calendar/day.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { noLivestreamOf } from './livestream.ts';

type Readiness = { ready: true } | { ready: false; exit: 'postponed' | 'offline'; reason: string };
const ready: Readiness = { ready: true };

export async function preparation(courtCase: CourtCase): Promise<StageExit<'preparation'>> {
  const { hearing } = courtCase;
  const readiness = await allReady([
    ...courtCase.participants.flatMap((participant) => [
      noticeProven(courtCase, hearing, participant),
      channelChosen(courtCase, hearing, participant),
      identityVerified(courtCase, hearing, participant),
    ]),
    courtroomTested(courtCase, hearing),
  ]);
  if (readiness.ready) return 'ready';

  courtCase.tasks.withdrawAll(readiness.reason, (task) => task.hearingId === hearing.hearingId);
  await courtCase.steps.attempt('cancelHearing', court.cancelHearing, {
    caseId: courtCase.filing.caseId, hearing, participants: courtCase.participants, why: readiness.reason,
  });
  courtCase.journal.note('hearing-cancelled', { hearingId: hearing.hearingId, why: readiness.reason });
  await noLivestreamOf(courtCase, hearing.hearingId, readiness.reason);
  return readiness.exit === 'offline' ? courtCase.offline(readiness.reason, ['G5']) : 'postponed';
}

/** Resolves with the first that is not ready, else when all are. */
async function allReady(work: Promise<Readiness>[]): Promise<Readiness> {
  return new Promise((resolve, reject) => {
    for (const one of work) one.then((readiness) => { if (!readiness.ready) resolve(readiness); }, reject);
    Promise.all(work).then(() => resolve(ready), reject);
  });
}

/** G4: the participant confirms; one working day later the clerk calls; if that fails too, the judge waives or postpones. */
async function noticeProven(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const about = { hearingId: hearing.hearingId, facts: { participantId: participant.participantId } };
  const { participantId } = participant;
  const confirmed = new Promise<'confirmed'>((resolve) => {
    const others = courtCase.onNoticeConfirmed;
    courtCase.onNoticeConfirmed = (confirmation) => {
      others(confirmation);
      if (confirmation.hearingId === hearing.hearingId && confirmation.participantId === participantId) resolve('confirmed');
    };
  });
  if (courtCase.isProven(hearing.hearingId, participantId)) return ready;

  const patience = boundsOf(addWorkingDays(courtCase.calendar, dayOf(Date.parse(hearing.noticedAt)), 1)).last;
  const waiting = `confirm/${hearing.hearingId}/${participantId}`;
  const first = await Promise.race([confirmed, courtCase.deadlines.reach(waiting, patience).then(() => 'unconfirmed' as const)]);
  courtCase.deadlines.clear(waiting);
  if (first === 'confirmed') return ready;

  const call = courtCase.tasks.open('phone-notice', { assignee: { ...courtCase.forClerk(), participantId }, ...about });
  void confirmed.then(() => call.withdraw('confirmed by the participant'));
  const called = await call.ended;
  if (called.how !== 'answered') return courtCase.isProven(hearing.hearingId, participantId) ? ready : { ready: false, exit: 'postponed', reason: called.how };
  if (called.outcome.result === 'reached') {
    courtCase.prove(hearing.hearingId, participantId, 'phone', called.by);
    return ready;
  }

  const waiver = courtCase.tasks.open('waive-notice', { assignee: { ...courtCase.forJudge(), participantId }, hearingId: about.hearingId, facts: { ...about.facts, record: called.outcome.record } });
  void confirmed.then(() => waiver.withdraw('confirmed by the participant'));
  const decided = await waiver.ended;
  if (decided.how === 'answered' && decided.outcome.decision === 'postpone') return { ready: false, exit: 'postponed', reason: decided.outcome.reason };
  if (decided.how === 'answered') courtCase.prove(hearing.hearingId, participantId, 'waived', decided.by);
  return ready;
}

/** G2. A participant who settles the channel for this hearing has received its notice (G4); the clerk's answer proves nothing. */
async function channelChosen(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const chosen = await courtCase.tasks.open('choose-channel', { assignee: courtCase.forParticipant(participant), hearingId: hearing.hearingId }).ended;
  if (chosen.how !== 'answered') return { ready: false, exit: 'postponed', reason: chosen.how };
  if (chosen.by === participant.personId) courtCase.confirm({ hearingId: hearing.hearingId, participantId: participant.participantId, personId: chosen.by });
  return ready;
}

/** G5: identity and powers of attorney, with the views of the parties. */
async function identityVerified(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const verified = await courtCase.tasks.open('verify-identity', {
    assignee: { ...courtCase.forClerk(), participantId: participant.participantId },
    hearingId: hearing.hearingId, facts: { participantId: participant.participantId }, dueAt: Date.parse(hearing.startsAt),
  }).ended;
  if (verified.how !== 'answered') return { ready: false, exit: 'postponed', reason: verified.how };
  const { outcome } = verified;
  switch (outcome.decision) {
    case 'verified': return ready;
    case 'postpone': return { ready: false, exit: 'postponed', reason: outcome.reason };
    case 'offline': return { ready: false, exit: 'offline', reason: outcome.reason };
  }
}

/** G5: venue, network, video, sound, platform. */
async function courtroomTested(courtCase: CourtCase, hearing: ScheduledHearing): Promise<Readiness> {
  const tested = await courtCase.tasks.open('test-courtroom', {
    assignee: courtCase.forClerk(), hearingId: hearing.hearingId, dueAt: Date.parse(hearing.startsAt),
  }).ended;
  if (tested.how !== 'answered') return { ready: false, exit: 'postponed', reason: tested.how };
  const { outcome } = tested;
  switch (outcome.result) {
    case 'ready': return ready;
    case 'postpone': return { ready: false, exit: 'postponed', reason: outcome.reason };
    case 'offline': return { ready: false, exit: 'offline', reason: outcome.reason };
  }
}
