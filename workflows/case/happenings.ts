/**
 * What can happen to a case at any time: told by one Update in whatever stage, on record at once, decided by the law
 * (scope, consent) or by the judge's task beside the stage. What ends or suspends the case turns it (turn.ts).
 */
import { dayOf } from '#domain/calendar/day.ts';
import { decideConsent } from '#domain/case/consent.ts';
import { decideScope } from '#domain/case/scope.ts';
import { actOf, articlesOf, happeningSchema, refusalOfHappening, refusalOfMediation, type Happening, type HappeningKind, type Situation, type Teller } from '#domain/case/happenings.ts';
import { refusalOfGround, suspensionArticles, terminationArticles } from '#domain/case/suspension.ts';
import { changedFactsSchema } from '#domain/livestream/facts.ts';
import { mayActFor, principalNotChosen, type PartyAct } from '#domain/filing/acting.ts';
import type { ParticipantId, PersonId } from '#domain/case/ids.ts';
import { judgesOf, type Participant } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { TellCase } from '#domain/messages/happenings.ts';
import type { Journalled } from '#domain/messages/messages.ts';
import { invalid, notFound, refusedHere } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';
import { tellLivestreamsFacts } from './livestream.ts';
import { settlement } from './settlement.ts';
import { issueRuling, noTermination } from './suspension.ts';
import { factsOf, noteDecision, type Told } from './told.ts';
import { turn } from './turn.ts';

type Of<K extends HappeningKind> = Told<Extract<Happening, { what: K }>>;

/** The Update's validator: synchronous. */
export function validateHappening(courtCase: CourtCase, { personId, commandId, happening, of }: TellCase): void {
  if (courtCase.told.has(commandId)) return;
  const checked = happeningSchema.safeParse(happening);
  if (!checked.success) throw invalid(checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const teller = tellerOf(courtCase, personId, checked.data.what, of);
  if (!teller) throw notFound('case');
  if ('refusal' in teller) throw refusedHere(courtCase.journal, teller.refusal);
  const refusal = refusalOfHappening(checked.data.what, teller.as, situationOf(courtCase), courtCase.today) ?? refusalOfContent(courtCase, checked.data);
  if (refusal) throw refusedHere(courtCase.journal, refusal);
}

function refusalOfContent(courtCase: CourtCase, happening: Happening) {
  if (happening.what === 'settled' && happening.wish === 'mediationAgreement') return refusalOfMediation(situationOf(courtCase), courtCase.today);
  if (happening.what !== 'groundReported') return undefined;
  if (happening.participantId !== undefined && !courtCase.participants.some(({ participantId }) => participantId === happening.participantId)) throw notFound('participant');
  return refusalOfGround(happening.ground, courtCase.filing.facts.caseType, happening.participantId, courtCase.today, courtCase.filing.facts.publicProsecution);
}

type Telling = { as: Teller; participant?: Participant } | { refusal: Refusal };

function tellerOf(courtCase: CourtCase, personId: PersonId, what: HappeningKind, of: ParticipantId | undefined): Telling | undefined {
  const participant = courtCase.participants.find((one) => one.personId === personId);
  const act = actOf[what];
  if (participant?.agency && act) return forPrincipal(courtCase, participant, act, of);
  if (participant) return { as: participant.role, participant };
  const { bench } = courtCase;
  if (!bench) return undefined;
  if (judgesOf(bench).includes(personId)) return { as: 'judge' };
  return bench.clerk === personId ? { as: 'clerk' } : undefined;
}

/** CPL-62: an agent tells it as the party's word, if its authority is enough. */
function forPrincipal({ participants, filing }: CourtCase, { personId, agency }: Participant, act: PartyAct, of: ParticipantId | undefined): Telling {
  const principals = participants.filter(({ participantId }) => agency?.principals.includes(participantId));
  const principal = of === undefined && principals.length === 1 ? principals[0] : principals.find(({ participantId }) => participantId === of);
  if (!principal) return { refusal: principalNotChosen };
  const may = mayActFor(principal, personId, act, participants, filing.facts.caseType);
  return may === true ? { as: principal.role, participant: principal } : { refusal: may ?? principalNotChosen };
}

const situationOf = (courtCase: CourtCase): Situation => ({
  stage: courtCase.stage, caseType: courtCase.filing.facts.caseType, instance: courtCase.filing.facts.instance, prosecutionGround: courtCase.filing.prosecutionGround, publicProsecution: courtCase.filing.facts.publicProsecution, suspended: courtCase.suspended !== undefined,
  sessionOpened: courtCase.stage === 'hearing' && courtCase.opened.has(courtCase.hearing.hearingId),
  ending: courtCase.closesAs !== undefined || (courtCase.turn !== undefined && courtCase.turn.how !== 'suspended'),
  undecided: [...courtCase.undecided.values()],
});

export function tellCase(courtCase: CourtCase, input: TellCase): Journalled {
  const before = courtCase.told.get(input.commandId);
  if (before) return before;
  const happening = happeningSchema.parse(input.happening);
  const teller = tellerOf(courtCase, input.personId, happening.what, input.of);
  const participant = teller && 'participant' in teller ? teller.participant : undefined;
  const articles = articlesOf(happening.what, courtCase.filing.facts, courtCase.today);
  const seq = courtCase.journal.note('happened', {
    happeningId: input.commandId, happening, by: input.personId, ...(participant ? { participantId: participant.participantId } : {}), articles,
  });
  const answer = courtCase.answer(input.commandId, seq);
  follow(courtCase, { id: input.commandId, happening, by: input.personId, participant, articles });
  return answer;
}

function follow(courtCase: CourtCase, told: Told): void {
  const { happening } = told;
  switch (happening.what) {
    case 'factRecorded': return recordFact(courtCase, happening.fact, happening.holds, told.by, happening.reason);
    case 'consentWithdrawn': return withdrawConsent(courtCase, told as Of<'consentWithdrawn'>);
    case 'factClaimed': return beside(courtCase, told, () => decideFact(courtCase, told as Of<'factClaimed'>));
    case 'withdrawalApplied':
      // CPL-13: before the court accepted anything there is nothing to rule on.
      if (courtCase.stage === 'filing') return turn(courtCase, { how: 'withdrawn', reason: happening.reason, articles: ['CPL-13', 'G3'] });
      return beside(courtCase, told, () => ruleOnWithdrawal(courtCase, told as Of<'withdrawalApplied'>));
    case 'settled': return beside(courtCase, told, () => settlement(courtCase, told as Of<'settled'>));
    case 'groundReported': return beside(courtCase, told, () => ruleOnSuspension(courtCase, told as Of<'groundReported'>));
  }
}

/** A matter that waits for its decision beside the stages. */
function beside(courtCase: CourtCase, { id, happening }: Told, decide: () => Promise<void>): void {
  courtCase.undecided.set(id, happening.what);
  courtCase.accompany(() => decide().finally(() => { courtCase.undecided.delete(id); }));
}

/** G1: the scope is decided again at once, a running hearing included; livestreams are screened again (N4). */
function recordFact(courtCase: CourtCase, fact: keyof typeof courtCase.filing.facts, holds: boolean, by: PersonId, reason: string): void {
  const { filing } = courtCase;
  filing.facts = { ...filing.facts, [fact]: holds };
  const scope = decideScope(filing.facts, courtCase.today);
  courtCase.journal.note('facts-changed', { facts: { [fact]: holds }, by, reason, articles: scope.articles });
  courtCase.journal.note('decision', { what: 'scope', value: scope.value, articles: scope.articles, by });
  if (fact in changedFactsSchema.shape) courtCase.accompany(() => tellLivestreamsFacts(courtCase, { [fact]: holds }, by, reason));
  // The stage of consent decides it before it asks anybody.
  if (!scope.value.online) turn(courtCase, { how: 'offline', reason: scope.value.exclusions.map(({ message }) => message.zh).join(''), articles: scope.articles });
}

async function decideFact(courtCase: CourtCase, told: Of<'factClaimed'>): Promise<void> {
  const ruled = await courtCase.tasks.open('decide-fact', { assignee: courtCase.forJudge(), facts: factsOf(told) }).ended;
  if (ruled.how !== 'answered') return;
  noteDecision(courtCase, told, ruled.outcome.decision, { reason: ruled.outcome.reason, by: ruled.by });
  if (ruled.outcome.decision === 'accept') recordFact(courtCase, told.happening.fact, true, ruled.by, ruled.outcome.reason);
}

/** G1: consent may be withdrawn until the hearing opens; one who withdraws moves the case offline. */
function withdrawConsent(courtCase: CourtCase, { happening, participant }: Of<'consentWithdrawn'>): void {
  const decision = decideConsent(courtCase.parties.map(({ participantId }) => (participantId === participant?.participantId
    ? { participantId, answer: 'withdrawn', reason: happening.reason } : { participantId, answer: 'consented' })), { answer: 'permitted' }, courtCase.today);
  courtCase.journal.note('decision', { what: 'consent', value: decision.value, articles: decision.articles });
  if (decision.value.state === 'offline') turn(courtCase, { how: 'offline', reason: `${decision.value.message.zh}${happening.reason}`, articles: decision.articles });
}

/** CPL-148: whether it is permitted, the court rules; everybody gets the ruling. */
async function ruleOnWithdrawal(courtCase: CourtCase, told: Of<'withdrawalApplied'>): Promise<void> {
  const ruled = await courtCase.tasks.open('rule-on-withdrawal', { assignee: courtCase.forJudge(), facts: factsOf(told) }).ended;
  if (ruled.how !== 'answered') return;
  const { decision, reason } = ruled.outcome;
  noteDecision(courtCase, told, decision, { reason, by: ruled.by });
  issueRuling(courtCase, { ruling: decision === 'permit' ? 'withdrawalPermitted' : 'withdrawalRefused', reason });
  if (decision === 'permit') turn(courtCase, { how: 'withdrawn', reason, articles: told.articles });
}

/** CPL-153, CPL-154: suspended, terminated where the law says so, or neither. */
async function ruleOnSuspension(courtCase: CourtCase, told: Of<'groundReported'>): Promise<void> {
  const { ground, participantId } = told.happening;
  const about = { ground, ...(participantId === undefined ? {} : { participantId }) };
  const ruled = await courtCase.tasks.open('rule-on-suspension', {
    assignee: courtCase.forJudge(), facts: { ...factsOf(told), ...about },
    check: (outcome) => (outcome.decision === 'terminate' ? noTermination(courtCase, outcome.ground, about) : undefined),
  }).ended;
  if (ruled.how !== 'answered') return;
  const { outcome } = ruled;
  const { caseType } = courtCase.filing.facts;
  noteDecision(courtCase, told, outcome.decision, { reason: outcome.reason, by: ruled.by });
  switch (outcome.decision) {
    case 'reject': return;
    case 'suspend':
      issueRuling(courtCase, { ruling: 'suspended', ground, reason: outcome.reason });
      return turn(courtCase, { how: 'suspended', ...about, reason: outcome.reason, articles: suspensionArticles(caseType, dayOf(courtCase.clock.now())) });
    case 'terminate':
      issueRuling(courtCase, { ruling: 'terminated', ground: outcome.ground, reason: outcome.reason });
      return turn(courtCase, { how: 'terminated', reason: outcome.reason, articles: terminationArticles(caseType, dayOf(courtCase.clock.now())) });
  }
}
