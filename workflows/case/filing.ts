/**
 * G3: the filing clerk reviews within the law's time; asks for corrections, each by the name of its field or material and
 * within a period of days; accepts; rejects with ground and articles; or the filing lapses.
 */
import { ApplicationFailure } from '@temporalio/workflow';
import type { StageExit } from '#domain/case/stages.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { AskedCorrection } from '#domain/filing/corrections.ts';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import { decideComposition, type Chosen, type Decided } from '#domain/court/composition.ts';
import { inviteAssessors } from './bench-seats.ts';
import type { CourtCase } from './court-case.ts';
import { court, documents } from '../support/activities.ts';
import { boundsOf, dayOf, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { checkAsked, checkChanged } from '#domain/filing/corrections.ts';
import { correctionPeriod, reviewPeriod } from '#domain/filing/periods.ts';
import { groundsFor, rejectionArticles } from '#domain/filing/rejection.ts';
import { isRefusal, type Refusal, type Ruled } from '#domain/law/ruled.ts';

type Review = OutcomeOf<'review-filing'>;

/** What the court asked for last, and what was changed since: the clerk reads it beside the new text. */
interface Corrected { corrections: readonly AskedCorrection[]; changed: readonly string[]; version?: number }

export async function filing(courtCase: CourtCase): Promise<StageExit<'filing'>> {
  let corrected: Corrected | undefined;
  // REG-7: after corrections the time begins anew.
  let received = today(courtCase);
  const recused: PersonId[] = [];
  for (;;) {
    const review = await courtCase.tasks.open('review-filing', {
      assignee: { role: 'filingClerk' },
      facts: { materials: courtCase.filing.materials, ...(corrected ? { corrected } : {}) },
      dueAt: endOf(reviewPeriod(courtCase.filing.facts, received, courtCase.calendar).value),
      check: (outcome, by) => (recused.includes(by) ? recusedAlready : checkReview(courtCase, outcome)),
    }).ended;
    if (review.how !== 'answered') return lapse(courtCase);

    const { outcome } = review;
    switch (outcome.decision) {
      case 'accept':
        return accept(courtCase, outcome);
      case 'reject':
        courtCase.closing = { how: 'rejected', reason: outcome.reason, articles: rejectionArticles(outcome.ground, courtCase.filing.facts, today(courtCase)) };
        return 'rejected';
      case 'correct':
        corrected = await correctionBy(courtCase, outcome.corrections, outcome.days);
        if (!corrected) return lapse(courtCase);
        received = today(courtCase);
        break;
      case 'recuse':
        // CPL-47: who has a relation to the case takes no part in it, from its first day on.
        recused.push(review.by);
        courtCase.journal.note('decision', { what: 'reviewer-recused', value: { conflict: outcome.conflict, reason: outcome.reason }, articles: ['CPL-47'], by: review.by });
    }
  }
}

const today = (courtCase: CourtCase): ShanghaiDay => dayOf(courtCase.clock.now());
const endOf = (day: ShanghaiDay): number => boundsOf(day).last;

function checkReview(courtCase: CourtCase, outcome: Review): Refusal | undefined {
  const { facts, materials } = courtCase.filing;
  switch (outcome.decision) {
    case 'recuse':
      return undefined;
    case 'accept':
      return refusalOf(composition(courtCase, outcome));
    case 'reject':
      return groundsFor(facts).includes(outcome.ground) ? undefined : otherKind;
    case 'correct': {
      const period = correctionPeriod(outcome.days, today(courtCase), courtCase.calendar, facts.instance, facts.publicProsecution);
      return isRefusal(period) ? period : checkAsked(outcome.corrections, materials, facts.instance, facts.publicProsecution);
    }
  }
}

const recusedAlready: Refusal = {
  code: 'recused-from-review', articles: ['CPL-47'],
  message: { zh: '您已回避本件的立案审查，由其他人员办理。', en: 'You recused yourself from this review; a colleague does it.' },
};

const otherKind: Refusal = {
  code: 'ground-of-another-kind', articles: ['G3'],
  message: { zh: '所选依据不适用于该类案件。', en: 'That ground belongs to another kind of case.' },
};

/** CPL-40, APL-68, CRPL-183: by whom the case is heard, as the clerk chose within the law. */
function composition(courtCase: CourtCase, chosen: Chosen): Ruled<Decided> | Refusal {
  return decideComposition({ caseType: courtCase.filing.facts.caseType, instance: courtCase.filing.facts.instance ?? 'first', chosen }, dayOf(courtCase.clock.now()));
}
const refusalOf = (decided: Ruled<Decided> | Refusal): Refusal | undefined => (isRefusal(decided) ? decided : undefined);

async function accept(courtCase: CourtCase, chosen: Chosen): Promise<'accepted'> {
  const decided = composition(courtCase, chosen);
  // The answer was checked; a day that has passed meanwhile changes nothing of it.
  if (isRefusal(decided)) throw ApplicationFailure.nonRetryable(decided.message.en);
  courtCase.journal.note('decision', { what: 'composition', value: decided.value, articles: decided.articles });
  const year = yearOf(dayOf(courtCase.clock.now()));
  const { caseNumber, bench, assessors = [] } = await courtCase.steps.must('acceptFiling', court.acceptFiling, { caseId: courtCase.filing.caseId, year, composition: decided.value.composition });
  courtCase.caseNumber = caseNumber;
  courtCase.bench = bench;
  courtCase.evidenceState.procedure = decided.value.procedure;
  courtCase.journal.note('case-accepted', { caseNumber, bench });
  inviteAssessors(courtCase, assessors);
  courtCase.accompany(() => notifyFiler(courtCase, courtCase.clock.iso()));
  return 'accepted';
}

/** The notice of acceptance with its SMS. The case does not wait for it; a failing one is repaired beside. */
async function notifyFiler(courtCase: CourtCase, acceptedAt: string): Promise<void> {
  const participant = courtCase.participants.find(({ personId }) => personId === courtCase.filing.filedBy);
  if (!participant) return;
  const issued = await courtCase.steps.attempt('issueAcceptance', documents.issueAcceptance, { caseId: courtCase.filing.caseId, participant, acceptedAt });
  if (issued.done) courtCase.journal.note('acceptance-issued', issued.value);
}

/** Answers what the party corrected, or undefined when they did not in time. */
async function correctionBy(courtCase: CourtCase, corrections: readonly AskedCorrection[], days: number): Promise<Corrected | undefined> {
  const filer = courtCase.participants.find((participant) => participant.personId === courtCase.filing.filedBy);
  const period = correctionPeriod(days, today(courtCase), courtCase.calendar, courtCase.filing.facts.instance, courtCase.filing.facts.publicProsecution);
  const correction = await courtCase.tasks.open('correct-filing', {
    assignee: filer ? courtCase.forParticipant(filer) : { role: 'participant', personId: courtCase.filing.filedBy },
    facts: { corrections },
    ...(isRefusal(period) ? {} : { dueAt: endOf(period.value) }),
    endsWhenOverdue: true,
    check: ({ changed }) => checkChanged(changed ?? [], corrections, courtCase.filing.facts.instance, courtCase.filing.facts.publicProsecution),
  }).ended;
  if (correction.how !== 'answered') return undefined;
  const { materials, version, changed = [] } = correction.outcome;
  courtCase.filing.materials = [...courtCase.filing.materials, ...materials];
  if (version !== undefined) courtCase.journal.note('filing-corrected', { version, changed, by: correction.by, articles: period.articles });
  return { corrections, changed, ...(version === undefined ? {} : { version }) };
}

function lapse(courtCase: CourtCase): 'lapsed' {
  courtCase.closing = { how: 'lapsed', articles: ['G3', 'REG-7'] };
  return 'lapsed';
}
