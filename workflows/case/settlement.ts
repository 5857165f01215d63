/**
 * CPL-53, MED-2, CPL-100: the parties settled. The others confirm, the judge rules; a mediation agreement takes effect
 * when every party has signed for it, and until then each may go back on it (CPL-102). Beside the stages: the case goes
 * on meanwhile.
 */
import { closingReasons } from '#domain/case/closing-reason.ts';
import { refusalOfMediation, settlementArticles, withdrawalArticles, type Happening } from '#domain/case/happenings.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { CourtCase } from './court-case.ts';
import { factsOf, noteDecision, type Told } from './told.ts';
import { issueRuling, rulingIssued } from './suspension.ts';
import { turn } from './turn.ts';

type Settled = Told<Extract<Happening, { what: 'settled' }>>;

export async function settlement(courtCase: CourtCase, told: Settled): Promise<void> {
  if (!(await confirmed(courtCase, told))) return;
  const ruled = await courtCase.tasks.open('rule-on-settlement', {
    assignee: courtCase.forJudge(), facts: factsOf(told),
    check: (decided) => (decided.decision === 'mediationAgreement' ? refusalOfMediation({ ...courtCase.filing.facts, prosecutionGround: courtCase.filing.prosecutionGround }, courtCase.today) : undefined),
  }).ended;
  if (ruled.how !== 'answered') return;
  const { outcome } = ruled;
  const { facts } = courtCase.filing;
  const withdrawn = [...new Set([...settlementArticles(facts, courtCase.today), ...withdrawalArticles(facts, courtCase.today)])];
  switch (outcome.decision) {
    case 'refuse':
      return noteDecision(courtCase, told, 'refuse', { reason: outcome.reason, by: ruled.by });
    case 'withdrawal':
      noteDecision(courtCase, told, 'withdrawal', { reason: outcome.reason, by: ruled.by, articles: withdrawn });
      issueRuling(courtCase, { ruling: 'withdrawalPermitted', reason: outcome.reason });
      return turn(courtCase, { how: 'settled', reason: outcome.reason, articles: withdrawn });
    case 'mediationAgreement':
      noteDecision(courtCase, told, 'mediationAgreement', { by: ruled.by, articles: mediation(courtCase, 'CPL-100', 'MED-2') });
      // Nobody signs for what is not there to be read.
      if (!(await rulingIssued(courtCase, { ruling: 'mediationAgreement', terms: outcome.terms }))) return noteDecision(courtCase, told, 'notReceived', { articles: mediation(courtCase, 'CPL-102') });
      return mediated(courtCase, told, outcome.terms);
  }
}

/** Each other party says that it is so. Silence is no settlement. */
async function confirmed(courtCase: CourtCase, told: Settled): Promise<boolean> {
  const others = courtCase.parties.filter(({ participantId }) => participantId !== told.participant?.participantId);
  const answers = await Promise.all(others.map((party) => courtCase.tasks.open('confirm-settlement', {
    assignee: courtCase.forParticipant(party), facts: factsOf(told), endsWhenOverdue: true, actsFor: (personId) => courtCase.mayActFor(party, personId, 'settlement'),
  }).ended));
  const all = answers.every((answer) => answer.how === 'answered' && answer.outcome.decision === 'confirm');
  // Taken back because the case ended otherwise: then nothing is decided.
  if (!all && !answers.some((answer) => answer.how === 'withdrawn')) noteDecision(courtCase, told, 'notConfirmed');
  return all;
}

async function mediated(courtCase: CourtCase, told: Settled, terms: string): Promise<void> {
  const receipts = await Promise.all(courtCase.parties.map((party) => courtCase.tasks.open('receive-mediation-agreement', {
    assignee: courtCase.forParticipant(party), facts: { happeningId: told.id, terms }, endsWhenOverdue: true,
  }).ended));
  if (receipts.some((receipt) => receipt.how === 'withdrawn')) return;
  if (!receipts.every((receipt) => receipt.how === 'answered' && receipt.outcome.decision === 'received')) return noteDecision(courtCase, told, 'notReceived', { articles: mediation(courtCase, 'CPL-102') });
  noteDecision(courtCase, told, 'received', { articles: mediation(courtCase, 'CPL-100') });
  turn(courtCase, { how: 'settled', reason: closingReasons.mediationReceived.zh, articles: mediation(courtCase, 'CPL-53', 'CPL-100', 'MED-2') });
}

/** In a private prosecution one article says it all (CRPL-212). */
const mediation = ({ filing }: CourtCase, ...civil: readonly ArticleId[]): readonly ArticleId[] => (filing.facts.caseType === 'criminal' ? ['CRPL-212'] : civil);
