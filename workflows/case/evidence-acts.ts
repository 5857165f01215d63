/**
 * G8 beside the stages: what parties and court do with evidence from the beginning of the exchange until the debate ends,
 * before the hearing and in it. One Update; what it asks of others (an opinion, a decision on lateness, a technician's
 * help) are tasks that run beside the stages. The rules are domain/evidence/acts.ts.
 */
import { uuid4 } from '@temporalio/workflow';
import type { EvidenceItem, Participant } from '#domain/case/types.ts';
import type { ParticipantId, PersonId } from '#domain/case/ids.ts';
import {
  articlesOfChange, checkAct, disputeWithoutReason, isLate, itemFrom, replaced, speaker, withOpinion,
  type Actor, type EvidenceAct, type EvidenceChange, type EvidenceFacts,
} from '#domain/evidence/acts.ts';
import { isInPlay, versionOf, type DescribedEvidence } from '#domain/evidence/item.ts';
import { articlesOfDecision, checkLateDecision } from '#domain/evidence/lateness.ts';
import { endOfPeriod, lastDayOfPeriod } from '#domain/evidence/period.ts';
import type { ActOnEvidence, Journalled } from '#domain/messages/messages.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { refusedHere } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';
import type { AskedOpinions } from './evidence-state.ts';

type ActOf<W extends EvidenceAct['what']> = Extract<EvidenceAct, { what: W }>;

/** The Update's validator: synchronous. */
export function validateEvidenceAct(the: CourtCase, { personId, commandId, act }: ActOnEvidence): void {
  if (the.evidenceState.answered.has(commandId)) return;
  const refusal = checkAct(act, actorOf(the, personId), factsOf(the, personId));
  if (refusal) throw refusedHere(the.journal, refusal);
}

export function actOnEvidence(the: CourtCase, { personId, commandId, act }: ActOnEvidence): Journalled {
  const before = the.evidenceState.answered.get(commandId);
  if (before) return before;
  // Things may have changed since the validator: two Updates in one activation.
  const refusal = checkAct(act, actorOf(the, personId), factsOf(the, personId));
  if (refusal) throw refusedHere(the.journal, refusal);
  const answer = { stream: the.journal.stream, seq: make(the, act, personId) };
  the.evidenceState.answered.set(commandId, answer);
  return answer;
}

/** The number of the journal entry. */
function make(the: CourtCase, act: EvidenceAct, by: PersonId): number {
  switch (act.what) {
    case 'offer': return offer(the, act, by);
    case 'replace': {
      const seq = note(the, { what: 'replaced', by, participantId: partyOf(the, by) }, [replaced(itemOf(the, act.evidenceId), act.item, the.clock.iso())]);
      settleAsked(the);
      askOthers(the, [itemOf(the, act.evidenceId)]);
      return seq;
    }
    case 'withdraw': {
      const { examination: _shown, ...item } = itemOf(the, act.evidenceId);
      const seq = note(the, { what: 'withdrawn', by, participantId: item.submittedBy }, [{ ...item, withdrawn: { at: the.clock.iso(), reason: act.reason } }]);
      settleAsked(the);
      return seq;
    }
    case 'opinion': return giveOpinion(the, act, by);
    case 'present':
    case 'examine': {
      const { hearingId } = session(the);
      const state = act.what === 'present' ? 'presented' as const : 'examined' as const;
      return note(the, { what: state, by, hearingId }, [{ ...itemOf(the, act.evidenceId), examination: { state, hearingId, at: the.clock.iso() } }]);
    }
    case 'setPeriod': return setPeriod(the, act, by);
    case 'askGuidance': return askGuidance(the, act, by);
  }
}

function offer(the: CourtCase, act: ActOf<'offer'>, by: PersonId): number {
  const late = isLate({ periodOver: periodOver(the), criminal: isCriminal(the) });
  const participantId = partyOf(the, by);
  const hearingId = the.evidenceState.session?.hearingId;
  const items = newItems(the, act.items, participantId, { ...(late ? { lateReason: act.lateReason } : {}), offeredIn: hearingId });
  const seq = note(the, { what: late ? 'offeredLate' : 'offered', by, participantId, ...(hearingId ? { hearingId } : {}) }, items);
  if (late) for (const item of items) the.accompany(() => admission(the, item.evidenceId));
  else askOthers(the, items);
  return seq;
}

/** New items at the end of the party's list. */
export function newItems(the: CourtCase, described: readonly DescribedEvidence[], participantId: ParticipantId, more: { lateReason?: string | undefined; offeredIn?: string | undefined } = {}): EvidenceItem[] {
  return described.map((one) => {
    const item = itemFrom(one, participantId, the.evidence, { evidenceId: uuid4(), at: the.clock.iso(), ...more });
    the.evidence.push(item);
    return item;
  });
}

/** CPL-68: the judge decides; what is admitted the others examine. */
async function admission(the: CourtCase, evidenceId: string): Promise<void> {
  const { submittedBy, late } = itemOf(the, evidenceId);
  const hearingId = the.evidenceState.session?.hearingId;
  const decided = await the.tasks.open('admit-late-evidence', {
    assignee: { ...the.forJudge(), participantId: submittedBy },
    facts: { evidenceId, items: [itemOf(the, evidenceId)].map(({ opinions: _opinions, ...item }) => item), lateReason: late?.reason ?? '' }, ...(hearingId ? { hearingId } : {}),
    check: (outcome) => (itemOf(the, evidenceId).withdrawn ? takenBack : checkLateDecision(outcome, the.filing.facts.caseType)),
  }).ended;
  if (decided.how !== 'answered') return;
  const { lateness, decision, reason, fineYuan } = decided.outcome;
  const item = itemOf(the, evidenceId);
  const after = { ...item, late: { reason: late?.reason ?? '', decision: { lateness, decision, reason, ...(fineYuan === undefined ? {} : { fineYuan }), by: decided.by, at: decided.at } } };
  note(the, { what: 'decidedLate', by: decided.by, participantId: submittedBy }, [after], articlesOfDecision(decided.outcome, the.filing.facts.caseType));
  askOthers(the, [after]);
}

/** Every other party is asked at once, beside the stages; before the exchange the stage asks. */
function askOthers(the: CourtCase, items: readonly EvidenceItem[]): void {
  if (!the.evidenceState.exchanging) return;
  for (const party of the.parties) {
    const theirs = items.filter((item) => item.submittedBy !== party.participantId && isInPlay(item));
    if (theirs.length > 0) the.accompany(() => askOpinion(the, party, theirs));
  }
}

/** Asks one party for its opinion on each of the items, and keeps it with the version that it was asked about. */
export async function askOpinion(the: CourtCase, party: Participant, items: readonly EvidenceItem[]): Promise<void> {
  const versions = new Map(items.map((item) => [item.evidenceId, versionOf(item)]));
  const hearingId = the.evidenceState.session?.hearingId;
  const task = the.tasks.open('confirm-evidence', {
    assignee: the.forParty(party, 'evidence'),
    facts: { items: items.map(({ opinions: _opinions, ...item }) => item) },
    ...(hearingId ? { hearingId } : {}),
    endsWhenOverdue: true,
    actsFor: (personId) => the.mayActFor(party, personId, 'evidence'),
    check: ({ opinions }) => eachOnce(items, opinions.map((opinion) => opinion.evidenceId)) ?? (opinions.some(disputeWithoutReason) ? disputeReason : undefined),
  });
  const asked: AskedOpinions = { participantId: party.participantId, versions, withdraw: task.withdraw };
  the.evidenceState.asked.add(asked);
  const ended = await task.ended;
  the.evidenceState.asked.delete(asked);
  if (ended.how !== 'answered') return;
  const after = ended.outcome.opinions.map((opinion) => withOpinion(itemOf(the, opinion.evidenceId), opinion, {
    by: party.participantId, at: ended.at, version: versions.get(opinion.evidenceId) ?? 1, ...(hearingId ? { hearingId } : {}),
  }));
  note(the, { what: 'opinions', by: ended.by, participantId: party.participantId, ...(hearingId ? { hearingId } : {}) }, after);
}

function giveOpinion(the: CourtCase, act: ActOf<'opinion'>, by: PersonId): number {
  const actor = actorOf(the, by);
  const participantId = speaker(actor, act.of) ?? '';
  const hearingId = the.evidenceState.session?.hearingId;
  const kept = { by: participantId, at: the.clock.iso(), ...(actor.as === 'party' ? {} : { enteredBy: by }), ...(hearingId ? { hearingId } : {}) };
  const seq = note(the, { what: 'opinions', by, participantId, ...(hearingId ? { hearingId } : {}) }, [withOpinion(itemOf(the, act.opinion.evidenceId), act.opinion, kept)]);
  settleAsked(the);
  return seq;
}

/** What was asked and is said, taken back or replaced in the meantime is asked no longer. */
function settleAsked(the: CourtCase): void {
  for (const asked of [...the.evidenceState.asked]) {
    const open = [...asked.versions].some(([evidenceId, version]) => {
      const item = itemOf(the, evidenceId);
      return item.withdrawn === undefined && versionOf(item) === version && !item.opinions?.some((opinion) => opinion.by === asked.participantId && opinion.version === version);
    });
    if (!open) asked.withdraw('the opinion was given, or the item has changed');
  }
}

function setPeriod(the: CourtCase, { procedure, days, basis, reason }: ActOf<'setPeriod'>, by: PersonId): number {
  const present = the.evidenceState.period!;
  const { value: lastDay, articles } = lastDayOfPeriod(the.calendar, present.from, days);
  const period = { procedure, days, basis, from: present.from, lastDay };
  the.evidenceState.period = period;
  the.tasks.moveDue('submit-evidence', endOfPeriod(period));
  return the.journal.note('evidence-period', { period, by, reason, articles: basis === 'extended' ? [...articles, 'EVD-54'] : articles });
}

function askGuidance(the: CourtCase, act: ActOf<'askGuidance'>, by: PersonId): number {
  const participantId = partyOf(the, by);
  the.evidenceState.guidance.add(participantId);
  const task = the.tasks.open('guide-evidence', { assignee: { role: 'technician', participantId }, facts: { participantId, about: act.about, callBack: act.callBack } });
  const seq = the.journal.lastSeq;
  the.accompany(async () => {
    await task.ended;
    the.evidenceState.guidance.delete(participantId);
  });
  return seq;
}

/** The case is being archived: nothing more is taken, and what is open is asked no longer. */
export function closeEvidence(the: CourtCase): void {
  the.evidenceState.closed = true;
  the.tasks.withdrawAll('the case is being archived', ({ kind }) => kind === 'admit-late-evidence' || kind === 'confirm-evidence' || kind === 'guide-evidence');
}

function note(the: CourtCase, what: EvidenceChange, items: readonly EvidenceItem[], articles = articlesOfChange[what.what]): number {
  for (const item of items) the.evidence = the.evidence.map((one) => (one.evidenceId === item.evidenceId ? item : one));
  return the.journal.note('evidence-changed', { change: what, items: [...items], articles });
}

function itemOf(the: CourtCase, evidenceId: string): EvidenceItem {
  const item = the.evidence.find((one) => one.evidenceId === evidenceId);
  if (!item) throw new Error(`No evidence ${evidenceId}`);
  return item;
}

function session(the: CourtCase): { hearingId: string } {
  if (!the.evidenceState.session) throw new Error('No session is being held');
  return the.evidenceState.session;
}

/** The party that the person is, or acts for as its agent (CPL-61, CPL-62). */
const partyOf = (the: CourtCase, personId: PersonId): ParticipantId =>
  (the.parties.find((party) => party.personId === personId) ?? the.parties.find((party) => the.participants.some((one) => one.personId === personId && one.agency?.principals.includes(party.participantId))))?.participantId ?? '';

function actorOf(the: CourtCase, personId: PersonId): Actor {
  const participantId = partyOf(the, personId);
  if (participantId !== '') return { as: 'party', participantId };
  if (personId === the.bench?.presidingJudge) return { as: 'judge' };
  return { as: personId === the.bench?.clerk ? 'clerk' : 'other' };
}

const isCriminal = (the: CourtCase): boolean => the.filing.facts.caseType === 'criminal';
const periodOver = (the: CourtCase): boolean => the.evidenceState.period !== undefined && the.clock.now() > endOfPeriod(the.evidenceState.period);

function factsOf(the: CourtCase, personId: PersonId): EvidenceFacts {
  const { period, session: held, debateEnded, closed, guidance } = the.evidenceState;
  return {
    items: the.evidence, parties: the.parties.map(({ participantId }) => participantId), period, periodOver: periodOver(the),
    closed: closed || debateEnded, suspended: the.suspended !== undefined, criminal: isCriminal(the), session: held, guidanceAsked: guidance.has(partyOf(the, personId)),
  };
}

/** An opinion on each item, and on nothing else. */
function eachOnce(items: readonly EvidenceItem[], answered: string[]): Refusal | undefined {
  const missing = items.filter((item) => answered.filter((id) => id === item.evidenceId).length !== 1);
  const foreign = answered.filter((id) => !items.some((item) => item.evidenceId === id));
  if (missing.length === 0 && foreign.length === 0) return undefined;
  return {
    code: 'opinion-on-each-item', articles: ['G8'],
    message: { zh: '须对对方每一项证据逐一发表意见。', en: 'Give an opinion on each item of the other side, once.' },
    data: { missing: missing.map((item) => item.evidenceId), foreign },
  };
}

const disputeReason: Refusal = {
  code: 'dispute-reason', articles: ['G8', 'CPL-71'], message: { zh: '有异议的，请说明理由。', en: 'Say why you dispute it.' },
};

const takenBack: Refusal = {
  code: 'evidence-not-in-play', articles: ['G8'], message: { zh: '该证据已由当事人撤回。', en: 'The party took it back.' },
};
