/** G3: the filing clerk reviews; asks for corrections as often as needed; accepts, rejects, or the filing lapses. */
import type { StageExit } from '#domain/case/stages.ts';
import type { CourtCase } from './court-case.ts';
import { court, documents } from '../support/activities.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';

export async function filing(courtCase: CourtCase): Promise<StageExit<'filing'>> {
  for (;;) {
    const review = await courtCase.tasks.open('review-filing', {
      assignee: { role: 'filingClerk' },
      facts: { materials: courtCase.filing.materials },
    }).ended;
    if (review.how !== 'answered') return lapse(courtCase);

    switch (review.outcome.decision) {
      case 'accept':
        return accept(courtCase);
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

async function accept(courtCase: CourtCase): Promise<'accepted'> {
  const year = yearOf(dayOf(courtCase.clock.now()));
  const { caseNumber, bench } = await courtCase.steps.must('acceptFiling', court.acceptFiling, { caseId: courtCase.filing.caseId, year });
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
