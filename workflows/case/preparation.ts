/**
 * G2, G5 and the second half of G4: each notice is proven, each participant has a channel that works, the identities
 * are verified, the courtroom is tested. Everything at once; the first that asks for it postpones or moves offline.
 */
import type { Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import { addWorkingDays } from '#domain/calendar/working-calendar.ts';
import { boundsOf, dayOf } from '#domain/calendar/day.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import { isSide } from '#domain/filing/public-prosecution.ts';
import type { TaskEnd } from '../support/human-tasks.ts';
import { currentRun, unlessOver, within } from '../support/stage-run.ts';
import type { CourtCase } from './court-case.ts';
import { afterChange, unlessChanged } from './hearing-change.ts';
import { noteSelfTest, testSuffices } from './self-test.ts';

export type Readiness = { ready: true } | { ready: false; exit: 'postponed' | 'offline'; reason: string };
const ready: Readiness = { ready: true };

export async function preparation(courtCase: CourtCase): Promise<StageExit<'preparation'>> {
  for (;;) {
    const { hearing } = courtCase;
    const prepared = await unlessOver(await unlessChanged(courtCase, hearing, readiness(courtCase, hearing)));
    // Who joins after this is nobody's to wait for here, unless everything is prepared anew.
    if ('what' in prepared || !prepared.value.ready) courtCase.people.onJoined = undefined;
    if ('what' in prepared) {
      await afterChange(courtCase, hearing, prepared);
      if (prepared.what === 'cancelled') return 'postponed';
      // Moved: everything is prepared again for the new time.
      continue;
    }
    if (prepared.value.ready) return 'ready';
    const { exit, reason } = prepared.value;
    courtCase.journal.note('hearing-cancelled', { hearingId: hearing.hearingId, why: reason });
    await afterChange(courtCase, hearing, { what: 'cancelled', reason });
    return exit === 'offline' ? courtCase.offline(reason, ['G5']) : 'postponed';
  }
}

function readiness(courtCase: CourtCase, hearing: ScheduledHearing): Promise<Readiness> {
  return allReady((add) => {
    for (const participant of courtCase.participants) add(participantReady(courtCase, hearing, participant));
    add(courtroomTested(courtCase, hearing));
    add(technologyTested(courtCase, hearing));
    // Who joins while this hearing is prepared; of one that was moved the new preparation takes over.
    // Within the run of this stage: when that is ended, what the newcomer was asked ends with it.
    const run = currentRun();
    courtCase.people.onJoined = (participant) => add(run ? within(run, () => participantReady(courtCase, hearing, participant)) : participantReady(courtCase, hearing, participant));
  });
}

/** Resolves with the first that is not ready, else when all are; more may be added until then. */
async function allReady(begin: (add: (work: Promise<Readiness>) => void) => void): Promise<Readiness> {
  return new Promise((resolve, reject) => {
    let waiting = 0;
    begin((work) => {
      waiting += 1;
      work.then((readiness) => {
        waiting -= 1;
        if (!readiness.ready) resolve(readiness);
        else if (waiting === 0) resolve(ready);
      }, reject);
    });
  });
}

/** Everything of one participant; nothing is waited for of one who has left the case. */
async function participantReady(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const work = [noticeProven(courtCase, hearing, participant), channelChosen(courtCase, hearing, participant), identityVerified(courtCase, hearing, participant)];
  const prepared = allReady((add) => work.forEach(add));
  return Promise.race([courtCase.people.untilLeft(participant.participantId).then(() => ready), prepared]);
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
  if (first === 'confirmed' || !courtCase.participants.includes(participant)) return ready;
  // Moved or cancelled meanwhile: nobody is called about it.
  if (courtCase.notHeld.has(hearing.hearingId)) return { ready: false, exit: 'postponed', reason: 'not held' };

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

/** G2. A participant who settles the channel for this hearing has received its notice (G4); or its agent has (CPL-88); the clerk's answer proves nothing. */
async function channelChosen(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const chosen = await courtCase.tasks.open('choose-channel', { assignee: courtCase.forParticipant(participant), hearingId: hearing.hearingId }).ended;
  if (chosen.how !== 'answered') return { ready: false, exit: 'postponed', reason: chosen.how };
  if (courtCase.mayActFor(participant, chosen.by, 'notice') === true) courtCase.confirm({ hearingId: hearing.hearingId, participantId: participant.participantId, personId: chosen.by });
  noteSelfTest(courtCase, hearing, participant, chosen.outcome, chosen.by);
  return testSuffices(courtCase, hearing, participant);
}

/** G5: identity and powers of attorney, with the view of each other party. */
async function identityVerified(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant): Promise<Readiness> {
  const verified = await askIdentity(courtCase, hearing, participant, { dueAt: Date.parse(hearing.startsAt) });
  return verified.how === 'answered' ? readinessOf(verified.outcome.decision, verified.outcome) : notAnswered(verified.how);
}

/** The clerk verifies one participant, and hears every other party about it. */
export function askIdentity(courtCase: CourtCase, hearing: ScheduledHearing, participant: Participant, when: { dueAt: number; endsWhenOverdue?: boolean }): Promise<TaskEnd<'verify-identity'>> {
  const others = courtCase.participants.filter((other) => other.participantId !== participant.participantId && isSide(other)).map((other) => other.participantId);
  return courtCase.tasks.open('verify-identity', {
    assignee: { ...courtCase.forClerk(), participantId: participant.participantId },
    hearingId: hearing.hearingId, facts: { participantId: participant.participantId, others, ...(participant.agency ? { agent: true } : {}) }, ...when,
    check: (outcome) => viewsRefusal(outcome, others) ?? authorityRefusal(outcome, participant),
  }).ended;
}

/** G5: 听取各方当事人对身份确认的意见: none may be missing, and whoever objects says why. */
function viewsRefusal(outcome: OutcomeOf<'verify-identity'>, others: readonly string[]): Refusal | undefined {
  if (outcome.decision !== 'verified') return undefined;
  const heard = outcome.views.map(({ participantId }) => participantId);
  if (others.some((one) => !heard.includes(one)) || heard.some((one) => !others.includes(one)) || new Set(heard).size !== heard.length) return viewsMissing;
  return outcome.views.some(({ view, remark }) => view === 'objection' && remark.length < 2) ? objectionUnexplained : undefined;
}

/** G5, CPL-62: an agent is verified with the power of attorney. */
function authorityRefusal(outcome: OutcomeOf<'verify-identity'>, { agency }: Participant): Refusal | undefined {
  return outcome.decision === 'verified' && agency && !outcome.powerOfAttorney ? authorityUnverified : undefined;
}

/** G5: venue, network, video, sound, platform, by the clerk. */
async function courtroomTested(courtCase: CourtCase, hearing: ScheduledHearing): Promise<Readiness> {
  const tested = await courtCase.tasks.open('test-courtroom', {
    assignee: courtCase.forClerk(), hearingId: hearing.hearingId, dueAt: Date.parse(hearing.startsAt),
  }).ended;
  return tested.how === 'answered' ? readinessOf(tested.outcome.result, tested.outcome) : notAnswered(tested.how);
}

/** G5, G12: the same with the technician's eyes. */
async function technologyTested(courtCase: CourtCase, hearing: ScheduledHearing): Promise<Readiness> {
  const tested = await courtCase.tasks.open('test-courtroom-technology', {
    assignee: courtCase.forTechnician(), hearingId: hearing.hearingId, dueAt: Date.parse(hearing.startsAt),
  }).ended;
  return tested.how === 'answered' ? readinessOf(tested.outcome.result, tested.outcome) : notAnswered(tested.how);
}

const notAnswered = (reason: string): Readiness => ({ ready: false, exit: 'postponed', reason });

function readinessOf(decision: 'verified' | 'ready' | 'postpone' | 'offline', outcome: { reason?: string } | object): Readiness {
  const reason = 'reason' in outcome && typeof outcome.reason === 'string' ? outcome.reason : '';
  switch (decision) {
    case 'verified':
    case 'ready': return ready;
    case 'postpone': return { ready: false, exit: 'postponed', reason };
    case 'offline': return { ready: false, exit: 'offline', reason };
  }
}

const authorityUnverified: Refusal = {
  code: 'authority-not-verified', articles: ['G5', 'CPL-62'], message: { zh: '该参与人是诉讼代理人，请先核对授权委托书。', en: 'This participant is an agent: check the power of attorney first.' },
};
const viewsMissing: Refusal = {
  code: 'views-missing', articles: ['G5'], message: { zh: '请逐一记明其他各方当事人对其身份的意见。', en: 'Record the view of each other party on the identity.' },
};
const objectionUnexplained: Refusal = {
  code: 'objection-unexplained', articles: ['G5'], message: { zh: '对身份有异议的，请写明异议内容。', en: 'Where a party objects, write down the objection.' },
};
