/**
 * CPL-153: the proceedings stand still. Nothing is asked of anybody but whether the ground has ceased; no period runs.
 * Resumed, the stage begins again with fresh periods, the time for evidence with what was left of it; where the law says so
 * the case is terminated instead (CPL-154).
 */
import { condition, uuid4 } from '@temporalio/workflow';
import { inPlaceOf } from '#domain/case/succession.ts';
import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { resumedPeriod } from '#domain/evidence/period.ts';
import { refusalOfTermination, suspensionArticles, terminationArticles, type TerminationGround } from '#domain/case/suspension.ts';
import type { Stage, StageOrClosed } from '#domain/case/stages.ts';
import type { Turn } from '#domain/case/turns.ts';
import type { NameSuccessor } from '#domain/messages/happenings.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import type { Journalled } from '#domain/messages/messages.ts';
import type { Participant } from '#domain/case/types.ts';
import { rulingArticles, type Ruling } from '#domain/case/rulings.ts';
import { documents } from '../support/activities.ts';
import { notFound, refused } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';
import { tellLivestreams } from './livestream.ts';

type Suspending = Extract<Turn, { how: 'suspended' }>;

/** Asked of people by what was told of evidence, beside its stage (G8). */
const ofEvidence: readonly TaskKindName[] = ['admit-late-evidence', 'confirm-evidence', 'guide-evidence'];

/** Answers the stage that the case goes on with, or closed. */
export async function suspension(courtCase: CourtCase, { ground, reason, participantId, articles }: Suspending, stage: Stage): Promise<StageOrClosed> {
  courtCase.suspended = { ground, ...(participantId === undefined ? {} : { participantId }) };
  courtCase.journal.note('case-suspended', { ground, reason, ...(participantId === undefined ? {} : { participantId }), stage, articles });
  // What was told before and waits is told anew afterwards; a withdrawal can be ruled on all the same (CPL-148).
  courtCase.tasks.withdrawAll(reason, ({ kind, facts }) => (facts['happeningId'] !== undefined && kind !== 'rule-on-withdrawal') || ofEvidence.includes(kind));
  const since = courtCase.today;
  const asked = courtCase.tasks.open('resume-case', {
    assignee: courtCase.forJudge(), facts: { ground, reason, ...(participantId === undefined ? {} : { participantId }) },
    check: (outcome) => (outcome.decision === 'terminate' ? noTermination(courtCase, outcome.ground) : undefined),
  });
  const ended = await Promise.race([asked.ended, condition(() => courtCase.turn !== undefined).then(() => undefined)]);
  const next = ended === undefined || ended.how !== 'answered' ? endedOtherwise(courtCase, asked) : ended.outcome.decision === 'resume'
    ? resumed(courtCase, stage, ended.outcome.reason, ended.by, since) : terminated(courtCase, ended.outcome.ground, ended.outcome.reason);
  courtCase.suspended = undefined;
  return next;
}

function resumed(courtCase: CourtCase, stage: Stage, reason: string, by: string, since: ShanghaiDay): Stage {
  courtCase.journal.note('case-resumed', { stage, reason, by, articles: suspensionArticles(courtCase.filing.facts.caseType, courtCase.today) });
  const { period } = courtCase.evidenceState;
  const goesOn = period && resumedPeriod(courtCase.calendar, period, since, courtCase.today);
  if (goesOn) {
    courtCase.evidenceState.period = goesOn;
    courtCase.journal.note('evidence-period', { period: goesOn, by: 'system', reason: '中止诉讼期间不计入举证期限', articles: [...suspensionArticles(courtCase.filing.facts.caseType, courtCase.today), 'CPL-68', 'CPL-85'] });
  }
  issueRuling(courtCase, { ruling: 'resumed', reason });
  return stage;
}

function terminated(courtCase: CourtCase, ground: TerminationGround, reason: string): StageOrClosed {
  issueRuling(courtCase, { ruling: 'terminated', ground, reason });
  return closing(courtCase, { how: 'terminated', reason, articles: terminationArticles(courtCase.filing.facts.caseType, courtCase.today) });
}

/** Withdrawn, or excluded by a new fact, while it stood still. */
function endedOtherwise(courtCase: CourtCase, asked: { withdraw: (why: string) => void }): StageOrClosed {
  const to = courtCase.turn;
  if (!to || to.how === 'suspended') throw new Error('A suspended case ends by a turn alone');
  asked.withdraw(to.reason);
  courtCase.turn = undefined;
  return closing(courtCase, to);
}

function closing(courtCase: CourtCase, { how, reason, articles }: Exclude<Turn, Suspending>): StageOrClosed {
  courtCase.closing = { how, reason, articles };
  courtCase.closesAs = courtCase.closing;
  return courtCase.opened.size > 0 ? 'archiving' : 'closed';
}

export function noTermination(courtCase: CourtCase, ground: TerminationGround, reported = courtCase.suspended) {
  const about = courtCase.everParticipant(reported?.participantId);
  return refusalOfTermination(ground, { caseType: courtCase.filing.facts.caseType, reported: reported?.ground ?? 'otherGround', about: about?.role }, dayOf(courtCase.clock.now()));
}

/** A document of the court to everybody, sealed; the stages do not wait for it, the archive and the end of the case do. */
export function issueRuling(courtCase: CourtCase, ruling: Ruling): void {
  courtCase.accompany(async () => { await rulingIssued(courtCase, ruling); });
}

/** Answers whether it was issued; operations may have ended the step. */
export async function rulingIssued(courtCase: CourtCase, ruling: Ruling): Promise<boolean> {
  const rulingId = uuid4();
  const { caseId, facts } = courtCase.filing;
  const issued = await courtCase.steps.attempt('issueRuling', documents.issueRuling, { caseId, caseType: facts.caseType, rulingId, ruling, at: courtCase.clock.iso() });
  if (issued.done) courtCase.journal.note('ruling-issued', { rulingId, ruling: ruling.ruling, documentFileId: issued.value.documentFileId, articles: rulingArticles(ruling, facts, courtCase.today) });
  return issued.done;
}

/** Synchronous: the Update's validator. */
export function validateSuccessor(courtCase: CourtCase, { personId, commandId, out }: NameSuccessor): void {
  if (courtCase.told.has(commandId)) return;
  const { bench } = courtCase;
  if (personId !== bench?.presidingJudge && personId !== bench?.clerk) throw notFound('case');
  if (!courtCase.suspended) throw refused({ code: 'not-suspended', articles: ['CPL-153'], message: { zh: '本案没有中止诉讼，不能登记承继人。', en: 'The case is not suspended; nobody takes a party’s place now.' } });
  if (courtCase.suspended.participantId !== out || !courtCase.participants.some((participant) => participant.participantId === out)) throw notFound('participant');
}

/** The successor stands where the party stood; what the party did is binding on them. */
export function nameSuccessor(courtCase: CourtCase, { out, successor, personId, commandId }: NameSuccessor): Journalled {
  const before = courtCase.told.get(commandId);
  if (before) return before;
  const left = courtCase.participants.find((participant) => participant.participantId === out);
  if (!left) throw notFound('participant');
  const participant: Participant = { ...successor, role: left.role };
  courtCase.left.push(left);
  courtCase.filing.participants = inPlaceOf(courtCase.participants, out, participant);
  const seq = courtCase.journal.note('participant-succeeded', { out, participant, by: personId, articles: [...suspensionArticles(courtCase.filing.facts.caseType, courtCase.today), 'INT-55'] });
  courtCase.accompany(() => tellLivestreams(courtCase, { by: personId, reason: '当事人变更', participants: courtCase.participants }));
  return courtCase.answer(commandId, seq);
}
