/**
 * G8: each party submits its list within the time for evidence; then each gives its opinion on the items of the others.
 * Silence does not block. Whoever is done sooner says so: the case goes on, and the time still runs (`evidence-acts.ts`).
 */
import type { EvidenceItem, Participant } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { awaitingOpinionOf } from '#domain/evidence/item.ts';
import { defaultDays, endOfPeriod, lastDayOfPeriod, procedureOf, type EvidencePeriod } from '#domain/evidence/period.ts';
import type { CourtCase } from './court-case.ts';
import { askOpinion, newItems } from './evidence-acts.ts';

export async function evidence(courtCase: CourtCase): Promise<StageExit<'evidence'>> {
  const period = beginPeriod(courtCase);
  await Promise.all(courtCase.parties.map((party) => submission(courtCase, party, period)));
  courtCase.evidenceState.exchanging = true;
  await Promise.all(courtCase.parties.map((party) => confirmation(courtCase, party)));
  return 'exchanged';
}

/** EVD-51: without a decision of the judge, fifteen days. CPL-153: after a suspension what was left of it (suspension.ts). */
function beginPeriod(courtCase: CourtCase): EvidencePeriod {
  const from = dayOf(courtCase.clock.now());
  const { period: before } = courtCase.evidenceState;
  if (before && before.lastDay >= from) return before;
  const { value: lastDay, articles } = lastDayOfPeriod(courtCase.calendar, from, defaultDays);
  const period: EvidencePeriod = { procedure: procedureOf(courtCase.filing.facts.instance, courtCase.evidenceState.procedure), days: defaultDays, basis: 'court', from, lastDay };
  courtCase.evidenceState.period = period;
  courtCase.journal.note('evidence-period', { period, by: 'system', articles });
  return period;
}

async function submission(courtCase: CourtCase, party: Participant, period: EvidencePeriod): Promise<void> {
  const submitted = await courtCase.tasks.open('submit-evidence', {
    assignee: courtCase.forParty(party, 'evidence'), facts: { period }, dueAt: endOfPeriod(period), endsWhenOverdue: true, actsFor: (personId) => courtCase.mayActFor(party, personId, 'evidence'),
  }).ended;
  if (submitted.how !== 'answered' || submitted.outcome.items.length === 0) return;
  const items: EvidenceItem[] = newItems(courtCase, submitted.outcome.items, party.participantId);
  courtCase.journal.note('evidence-submitted', { items, by: party.participantId });
}

async function confirmation(courtCase: CourtCase, party: Participant): Promise<void> {
  const items = awaitingOpinionOf(courtCase.evidence, party.participantId);
  if (items.length > 0) await askOpinion(courtCase, party, items);
}
