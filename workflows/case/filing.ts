/** G3: the filing clerk reviews; asks for corrections as often as needed; accepts, rejects, or the filing lapses. */
import { ApplicationFailure } from '@temporalio/workflow';
import type { StageExit } from '#domain/case/stages.ts';
import { decideComposition, type Chosen, type Decided } from '#domain/court/composition.ts';
import { isRefusal, type Refusal, type Ruled } from '#domain/law/ruled.ts';
import type { CourtCase } from './court-case.ts';
import { court, documents } from '../support/activities.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';

export async function filing(courtCase: CourtCase): Promise<StageExit<'filing'>> {
  for (;;) {
    const review = await courtCase.tasks.open('review-filing', {
      assignee: { role: 'filingClerk' },
      facts: { materials: courtCase.filing.materials },
      check: (outcome) => (outcome.decision === 'accept' ? refusalOf(composition(courtCase, outcome)) : undefined),
    }).ended;
    if (review.how !== 'answered') return lapse(courtCase);

    switch (review.outcome.decision) {
      case 'accept':
        return accept(courtCase, review.outcome);
      case 'reject':
        courtCase.closing = { how: 'rejected', reason: review.outcome.reason, articles: ['G3'] };
        return 'rejected';
      case 'correct': {
        const correction = await correctionBy(courtCase, review.outcome.corrections);
        if (!correction) return lapse(courtCase);
      }
    }
  }
}

/** CPL-40, APL-68, CRPL-183: by whom the case is heard, as the clerk chose within the law. */
function composition(courtCase: CourtCase, chosen: Chosen): Ruled<Decided> | Refusal {
  return decideComposition({ caseType: courtCase.filing.facts.caseType, instance: 'first', chosen }, dayOf(courtCase.clock.now()));
}
const refusalOf = (decided: Ruled<Decided> | Refusal): Refusal | undefined => (isRefusal(decided) ? decided : undefined);

async function accept(courtCase: CourtCase, chosen: Chosen): Promise<'accepted'> {
  const decided = composition(courtCase, chosen);
  // The answer was checked; a day that has passed meanwhile changes nothing of it.
  if (isRefusal(decided)) throw ApplicationFailure.nonRetryable(decided.message.en);
  courtCase.journal.note('decision', { what: 'composition', value: decided.value, articles: decided.articles });
  const year = yearOf(dayOf(courtCase.clock.now()));
  const { caseNumber, bench } = await courtCase.steps.must('acceptFiling', court.acceptFiling, { caseId: courtCase.filing.caseId, year, composition: decided.value.composition });
  courtCase.caseNumber = caseNumber;
  courtCase.bench = bench;
  courtCase.journal.note('case-accepted', { caseNumber, bench });
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

/** Answers whether the party corrected in time. */
async function correctionBy(courtCase: CourtCase, corrections: readonly { what: string; why: string }[]): Promise<boolean> {
  const filer = courtCase.participants.find((participant) => participant.personId === courtCase.filing.filedBy);
  const correction = await courtCase.tasks.open('correct-filing', {
    assignee: filer ? courtCase.forParticipant(filer) : { role: 'participant', personId: courtCase.filing.filedBy },
    facts: { corrections },
    endsWhenOverdue: true,
  }).ended;
  if (correction.how !== 'answered') return false;
  courtCase.filing.materials = [...courtCase.filing.materials, ...correction.outcome.materials];
  return true;
}

function lapse(courtCase: CourtCase): 'lapsed' {
  courtCase.closing = { how: 'lapsed', articles: ['G3'] };
  return 'lapsed';
}
