/**
 * G1: online only within its scope, and only if the parties apply and the court permits, or the court proposes and
 * all parties consent. One refusal moves the case offline, with its reason.
 */
import { closingReasons } from '#domain/case/closing-reason.ts';
import type { Participant } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import { currentConsentExplanation } from '#domain/case/consent-explanation.ts';
import { decideScope } from '#domain/case/scope.ts';
import { appliedFor } from '#domain/filing/acting.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { CourtCase } from './court-case.ts';

export async function consent(courtCase: CourtCase): Promise<StageExit<'consent'>> {
  const scope = decideScope(courtCase.filing.facts, dayOf(courtCase.clock.now()));
  courtCase.journal.note('decision', { what: 'scope', value: scope.value, articles: scope.articles });
  if (!scope.value.online) return courtCase.offline(scope.value.exclusions.map((exclusion) => exclusion.message.zh).join('；'), scope.articles);

  return courtCase.filing.appliesForOnline ? appliedByParties(courtCase) : proposedByCourt(courtCase);
}

/** The filing party applied; the others are asked to join, then the court permits. */
async function appliedByParties(courtCase: CourtCase): Promise<StageExit<'consent'>> {
  const others = courtCase.parties.filter((party) => !appliedFor(party, courtCase.filing.filedBy, courtCase.participants));
  const refusal = await consentOf(courtCase, others);
  if (refusal !== undefined) return courtCase.offline(refusal, ['G1']);

  const permission = await courtCase.tasks.open('permit-online', { assignee: courtCase.forJudge() }).ended;
  if (permission.how !== 'answered') return courtCase.offline(closingReasons.notPermitted.zh, ['G1']);
  return permission.outcome.decision === 'permit' ? 'online' : courtCase.offline(permission.outcome.reason, ['G1']);
}

async function proposedByCourt(courtCase: CourtCase): Promise<StageExit<'consent'>> {
  const proposal = await courtCase.tasks.open('propose-online', { assignee: courtCase.forJudge() }).ended;
  if (proposal.how !== 'answered') return courtCase.offline(closingReasons.notProposed.zh, ['G1']);
  if (proposal.outcome.decision === 'offline') return courtCase.offline(proposal.outcome.reason, ['G1']);

  const refusal = await consentOf(courtCase, courtCase.parties, proposal.outcome.explanation);
  return refusal === undefined ? 'online' : courtCase.offline(refusal, ['G1']);
}

/** Asks all at once. Answers the reason of the first who refuses, and takes the question back from the others. */
async function consentOf(courtCase: CourtCase, parties: Participant[], explanation?: string): Promise<string | undefined> {
  const { version } = currentConsentExplanation;
  // ONL-4: what was explained to each is kept.
  for (const { participantId } of parties) {
    courtCase.journal.note('decision', { what: 'consent-explained', value: { participantId, version, ...(explanation === undefined ? {} : { explanation }) }, articles: ['G1', 'ONL-4'] });
  }
  const questions = parties.map((party) => courtCase.tasks.open('consent-online', {
    assignee: courtCase.forParty(party, 'consent'),
    facts: { explained: version, ...(explanation === undefined ? {} : { explanation }) },
    actsFor: (personId) => courtCase.mayActFor(party, personId, 'consent'),
  }));
  const refusal = await new Promise<string | undefined>((resolve) => {
    void Promise.all(questions.map(async (question) => {
      const answer = await question.ended;
      if (answer.how === 'answered' && answer.outcome.decision === 'refuse') resolve(answer.outcome.reason);
    })).then(() => resolve(undefined));
  });
  questions.forEach((question) => question.withdraw('one party refused (G1)'));
  return refusal;
}
