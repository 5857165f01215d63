/**
 * G6, G12: a required person is gone. The judge suspends, waits or adjourns; the cause is verified; once the
 * network has been stable for the policy's time the hearing may resume; when it takes too long the judge is asked to
 * adjourn. The presiding judge's own loss suspends by itself. Nothing else is automatic.
 */
import { uuid4 } from '@temporalio/workflow';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { endsTheAction, goesOnWithout, ruleOnDeparture, type Departure } from '#domain/hearing/departure.ts';
import { defaultInterruptionPolicy, meaningOfLoss, type HearingSeat } from '#domain/hearing/interruption.ts';
import type { AbsenceCause } from '#domain/hearing/presence.ts';
import type { PresenceChanged } from '#domain/messages/messages.ts';
import type { Seat } from '#activities/media-activities.ts';
import type { CourtHearing } from './court-hearing.ts';

type How = 'returned' | 'resumed' | 'adjourned';

/** Looks at every transition; opens an interruption when a required person is lost while the court sits. */
export function watchPresence(the: CourtHearing): void {
  the.onPresence.push((seat, change) => {
    if (change.state !== 'away' || the.gone.has(seat.opaqueId)) return;
    const meaning = meaningOfLoss({
      seat: seatKind(seat), required: the.isRequired(seat), cause: (change.cause ?? 'unknown') as AbsenceCause, phase: the.session.phase,
    }).value;
    if (meaning.kind === 'noted') return;
    if (the.interrupted) {
      // Nobody is left who could decide the interruption that is open: the hearing suspends, and that one goes on from there.
      if (meaning.suspendsByItself) the.make('suspend', 'system', 'system');
      return;
    }
    the.interrupted = true;
    void interruption(the, seat, change, meaning.suspendsByItself).finally(() => { the.interrupted = false; });
  });
}

function seatKind(seat: Seat): HearingSeat {
  if (seat.participantId !== undefined) return 'participant';
  return seat.role === 'presidingJudge' || seat.role === 'clerk' || seat.role === 'technician' ? seat.role : 'panelMember';
}

async function interruption(the: CourtHearing, lost: Seat, change: PresenceChanged, suspendedBySystem: boolean): Promise<void> {
  const interruptionId = uuid4();
  const { hearingId } = the;
  const cause = change.cause ?? 'unknown';
  const participantId = lost.participantId ?? lost.personId;
  the.causeVerified = false;
  the.networkStable = false;
  the.journal.note('interruption-opened', { hearingId, interruptionId, participantId, cause, suspendedBySystem });
  const how = await ended(the, dealtWith(the, lost, { interruptionId, participantId, cause, evidence: change.evidence }, suspendedBySystem));
  the.tasks.withdrawAll(`interruption ${how}`, (task) => task.facts['interruptionId'] === interruptionId);
  the.deadlines.clear(`stable/${hearingId}`);
  the.deadlines.clear(`adjourn/${hearingId}`);
  the.journal.note('interruption-ended', { hearingId, interruptionId, how });
}

/** The end of the hearing ends its interruption, whoever brought it about. */
async function ended(the: CourtHearing, dealing: Promise<How>): Promise<How> {
  return Promise.race([dealing, the.ended.then(() => 'adjourned' as const)]);
}

interface About { interruptionId: string; participantId: string; cause: string; evidence: string[] }

async function dealtWith(the: CourtHearing, lost: Seat, about: About, suspendedBySystem: boolean): Promise<How> {
  if (suspendedBySystem) the.make('suspend', 'system', 'system');
  else if ((await suspendOrContinue(the, lost, about)) === 'returned') return 'returned';
  const stability = watchStability(the);
  const patience = askToAdjourn(the, about);
  const resumed = resume(the, lost, about, stability);
  return Promise.race([patience, resumed]);
}

async function suspendOrContinue(the: CourtHearing, lost: Seat, about: About): Promise<'returned' | 'suspended'> {
  const task = the.tasks.open('suspend-or-continue', { assignee: judge(the), hearingId: the.hearingId, facts: { ...about } });
  const back = returned(the, lost).then(() => { task.withdraw('the participant is back'); return 'returned' as const; });
  const suspendedByMove = suspended(the).then(() => { task.withdraw('suspended'); return 'suspended' as const; });
  const decision = await task.ended;
  if (decision.how !== 'answered') return the.session.phase === 'suspended' ? 'suspended' : Promise.race([back, suspendedByMove]);
  const { outcome } = decision;
  switch (outcome.decision) {
    case 'wait': return Promise.race([back, suspendedByMove]);
    case 'suspend': the.make('suspend', 'judge', decision.by); return 'suspended';
    case 'adjourn': the.make('adjourn', 'judge', decision.by, outcome.reason); return 'suspended';
  }
}

/** G12: 经核实中断原因为网络问题的，可待网络恢复稳定后继续审理. */
async function resume(the: CourtHearing, lost: Seat, about: About, stability: Promise<void>): Promise<How> {
  const verified = await the.tasks.open('verify-cause', { assignee: judge(the), hearingId: the.hearingId, facts: { ...about } }).ended;
  if (verified.how === 'answered') {
    the.causeVerified = true;
    the.journal.note('decision', { what: 'cause-of-interruption', value: { interruptionId: about.interruptionId, ...verified.outcome }, articles: ['G6', 'G12'], by: verified.by });
    // Beside: the judge may also wait, and the person may come back.
    if (verified.outcome.cause === 'leftWithoutReason' && lost.participantId !== undefined) void ruling(the, lost.participantId, about);
  }
  await stability;
  const byMove = notSuspended(the).then(() => 'resumed' as const);
  const task = the.tasks.open('resume-hearing', {
    assignee: judge(the), hearingId: the.hearingId, facts: { ...about }, check: () => the.refusalOf('resume', 'judge'),
  });
  const byTask = task.ended.then((end) => {
    if (end.how === 'answered') the.make('resume', 'judge', end.by);
    return 'resumed' as const;
  });
  return Promise.race([byTask, byMove]);
}

/** G6(1), CPL-146, CPL-147: never automatic; only what the law leaves open for this person, after prompt and warning. */
async function ruling(the: CourtHearing, participantId: string, about: About): Promise<void> {
  const departureOf = ({ prompted, warned, counterclaim }: OutcomeOf<'rule-on-departure'>): Departure =>
    ({ role: roleInLaw(the, participantId), cause: 'leftWithoutReason', caseType: the.input.caseType ?? 'civil', prompted, warned, counterclaim });
  const decided = await the.tasks.open('rule-on-departure', {
    assignee: { ...judge(the), participantId }, hearingId: the.hearingId,
    facts: { ...about, role: roleInLaw(the, participantId), caseType: the.input.caseType ?? 'civil' },
    check: (outcome) => {
      const ruled = ruleOnDeparture(departureOf(outcome), outcome.ruling);
      return isRefusal(ruled) ? ruled : undefined;
    },
  }).ended;
  if (decided.how !== 'answered') return;
  const ruled = ruleOnDeparture(departureOf(decided.outcome), decided.outcome.ruling);
  if (isRefusal(ruled)) return;
  const { value: code, articles } = ruled;
  the.journal.note('decision', { what: 'departure-ruled', value: { interruptionId: about.interruptionId, participantId, ...decided.outcome }, articles, by: decided.by });
  if (goesOnWithout(code)) {
    the.absenceRuled.add(participantId);
    the.onRuling.forEach((look) => look());
  }
  if (code === 'adjourn') the.make('adjourn', 'judge', decided.by, decided.outcome.reason);
  if (endsTheAction(code)) the.make('close-withdrawn', 'judge', decided.by, decided.outcome.reason);
}

/** At second instance who appealed stands where the plaintiff stood. */
function roleInLaw(the: CourtHearing, participantId: string): Departure['role'] {
  const role = the.input.participants.find((participant) => participant.participantId === participantId)?.role ?? 'witness';
  if (the.input.instance !== 'second') return role;
  return role === 'plaintiff' ? 'appellant' : role === 'defendant' ? 'appellee' : role;
}

/** Resolves when everybody required has been there for the policy's time, without a break. */
function watchStability(the: CourtHearing): Promise<void> {
  return new Promise((resolve) => {
    const allThere = (): boolean => the.seats.filter((seat) => the.isRequired(seat)).every((seat) => the.isPresent(seat));
    const arm = (): void => {
      the.networkStable = false;
      if (!allThere()) { the.deadlines.clear(`stable/${the.hearingId}`); return; }
      the.deadlines.set(`stable/${the.hearingId}`, the.clock.now() + defaultInterruptionPolicy.stableMs, () => { the.networkStable = true; resolve(); });
    };
    the.onPresence.push(() => { if (the.session.phase === 'suspended' && !(the.networkStable && allThere())) arm(); });
    the.onRuling.push(arm);
    arm();
  });
}

/** A durable timer: the judge is asked, again and again, whether to go on waiting. */
async function askToAdjourn(the: CourtHearing, about: About): Promise<How> {
  for (;;) {
    await the.deadlines.reach(`adjourn/${the.hearingId}`, the.clock.now() + defaultInterruptionPolicy.resumeWithinMs);
    const asked = await the.tasks.open('adjourn-hearing', { assignee: judge(the), hearingId: the.hearingId, facts: { ...about } }).ended;
    if (asked.how !== 'answered' || asked.outcome.decision === 'wait') continue;
    the.make('adjourn', 'judge', asked.by, asked.outcome.reason);
    return 'adjourned';
  }
}

const judge = (the: CourtHearing): { role: 'judge'; personId: string } => ({ role: 'judge', personId: the.input.bench.presidingJudge });

const returned = (the: CourtHearing, lost: Seat): Promise<void> => new Promise((resolve) => {
  the.onPresence.push((seat, change) => { if (seat.opaqueId === lost.opaqueId && change.state === 'present') resolve(); });
});

const suspended = (the: CourtHearing): Promise<void> => new Promise((resolve) => the.onPhase.push(() => { if (the.session.phase === 'suspended') resolve(); }));
const notSuspended = (the: CourtHearing): Promise<void> => new Promise((resolve) => the.onPhase.push(() => { if (the.session.phase !== 'suspended') resolve(); }));
