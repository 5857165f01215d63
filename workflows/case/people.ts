/**
 * The people of a case change while it goes on: a recusal is asked for and decided (CPL-47 to CPL-50), somebody of the
 * bench is replaced, somebody is invited, an agent comes or goes (CPL-62, CPL-63). Beside the stages; who comes or goes
 * is told to whatever runs.
 */
import type { ChangePeople } from '#domain/messages/people.ts';
import type { Journalled } from '#domain/messages/messages.ts';
import type { Participant } from '#domain/case/types.ts';
import type { ParticipantId } from '#domain/case/ids.ts';
import { admitRecusal, seatOf } from '#domain/court/recusal.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { isRefusal, type Refusal } from '#domain/law/ruled.ts';
import { invitedRoles, isParty } from '#domain/people/roles.ts';
import { notFound, refused, refusedHere } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';
import { appointment, dismissal } from './representatives.ts';
import { invitation } from './invitations.ts';
import { recusal, replacement } from './bench.ts';

/** The Update's validator: synchronous. */
export function validatePeople(the: CourtCase, change: ChangePeople): void {
  if (the.people.answered.has(change.commandId)) return;
  if (!the.bench) throw refused(notAccepted);
  if (the.people.stage === 'archiving') throw refused(beingArchived);
  if (the.people.closed) throw refused(closed);
  const refusal = refusalOf(the, change);
  if (refusal) throw refusedHere(the.journal, refusal);
}

function refusalOf(the: CourtCase, change: ChangePeople): Refusal | undefined {
  switch (change.what) {
    case 'recusal': {
      if (!speaksForAParty(the, change.personId) && seatOf(the.allotted, change.personId) === undefined) throw notFound('case');
      const { stage } = the.people;
      const admitted = admitRecusal({
        seat: seatOf(the.allotted, change.of), caseType: the.filing.facts.caseType, stage, debateEnded: stage === 'signing' && the.lastEnding === 'ended',
        before: the.people.askedBefore(change.of, change.personId), day: dayOf(the.clock.now()),
      });
      return isRefusal(admitted) ? admitted : undefined;
    }
    case 'replacement':
      if (seatOf(the.allotted, change.of) === undefined) return notOfTheBench;
      return the.people.replacing.has(change.of) ? replacementUndecided : undefined;
    case 'invitation': {
      const { participant } = change;
      if (change.personId !== the.allotted.presidingJudge && change.personId !== the.allotted.clerk) throw notFound('case');
      if (!(invitedRoles as readonly string[]).includes(participant.role)) return notByInvitation;
      return takesPart(the, participant);
    }
    case 'appointment': {
      if (partyOf(the, change.party)?.personId !== change.personId) throw notFound('participant');
      if (change.instead !== undefined && agentOf(the, change.party, change.instead) === undefined) return notAnAgent;
      if (the.people.verifying.has(change.agent.personId)) return beingVerified;
      return takesPart(the, change.agent);
    }
    case 'dismissal': {
      if (partyOf(the, change.party)?.personId !== change.personId) throw notFound('participant');
      const agent = agentOf(the, change.party, change.agent);
      if (agent === undefined) return notAnAgent;
      return the.people.verifying.has(agent.personId) ? beingVerified : undefined;
    }
  }
}

/** Answers with the entry that says what was asked; what follows goes on beside the stages. */
export function changePeople(the: CourtCase, change: ChangePeople): Journalled {
  const before = the.people.answered.get(change.commandId);
  if (before) return before;
  const answer = { stream: the.journal.stream, seq: begun(the, change) };
  the.people.answered.set(change.commandId, answer);
  return answer;
}

function begun(the: CourtCase, change: ChangePeople): number {
  switch (change.what) {
    case 'recusal': return recusal(the, change);
    case 'replacement': return replacement(the, change);
    case 'invitation': return invitation(the, change);
    case 'appointment': return appointment(the, change);
    case 'dismissal': return dismissal(the, change);
  }
}

/** A party, or whoever acts for one (CPL-47: 当事人; an agent applies on the party's behalf). */
const speaksForAParty = (the: CourtCase, personId: string): boolean =>
  the.participants.some((one) => one.personId === personId && (isParty(one.role) || one.role === 'agent' || one.role === 'defender' || one.role === 'prosecutor'));

/** Who has agents: a party; the procuratorate sends its officer (CRPL-189). */
const partyOf = (the: CourtCase, participantId: ParticipantId): Participant | undefined => the.parties.find((party) => party.participantId === participantId && isParty(party.role));
/** An agent of this party; of one whom an older filing named nobody knows whose agent it is. */
const agentOf = (the: CourtCase, party: ParticipantId, participantId: ParticipantId): Participant | undefined =>
  the.participants.find((one) => one.participantId === participantId && one.role === 'agent' && (one.agency?.principals.includes(party) ?? true));

/** Nobody is in a case twice, and nobody of its bench takes part in it. */
function takesPart(the: CourtCase, { personId }: Participant): Refusal | undefined {
  if (seatOf(the.allotted, personId) !== undefined) return ofTheBench;
  if (the.participants.some((one) => one.personId === personId)) return takesPartAlready;
  return [...the.people.invited.values()].some((one) => one.personId === personId) ? invitedAlready : undefined;
}

const notAccepted: Refusal = { code: 'not-accepted-yet', articles: ['G3'], message: { zh: '本案尚未立案。', en: 'The case is not accepted yet.' } };
const beingArchived: Refusal = { code: 'being-archived', articles: ['G10'], message: { zh: '本案正在归档，人员不再变更。', en: 'The case is being archived; its people no longer change.' } };
const closed: Refusal = { code: 'case-closed', articles: ['G3'], message: { zh: '本案已经结束，人员不再变更。', en: 'The case is over; its people no longer change.' } };
const notOfTheBench: Refusal = { code: 'not-of-the-bench', articles: ['CPL-44'], message: { zh: '该人员不参与本案审理。', en: 'This person has no part in hearing the case.' } };
const replacementUndecided: Refusal = { code: 'replacement-undecided', articles: ['CPL-44'], message: { zh: '是否更换正在审批。', en: 'The change is being decided already.' } };
const notByInvitation: Refusal = { code: 'not-by-invitation', articles: ['G3'], message: { zh: '只能邀请公诉人、辩护人、证人、翻译人员和羁押场所。', en: 'Prosecutors, defenders, witnesses, interpreters and places of detention are invited.' } };
const notAnAgent: Refusal = { code: 'not-an-agent', articles: ['CPL-63'], message: { zh: '该人员不是本案的代理人。', en: 'This person is not an agent in the case.' } };
const beingVerified: Refusal = { code: 'representative-being-verified', articles: ['CPL-63'], message: { zh: '委托手续正在核对，请等待书记员确认。', en: 'This is being verified; wait for the clerk.' } };
const ofTheBench: Refusal = { code: 'of-the-bench', articles: ['CPL-47'], message: { zh: '该人员是本案审判人员或者书记员，不能同时参加诉讼。', en: 'This person hears the case and cannot take part in it.' } };
const takesPartAlready: Refusal = { code: 'takes-part-already', articles: ['G3'], message: { zh: '该人员已经是本案诉讼参与人。', en: 'This person takes part in the case already.' } };
const invitedAlready: Refusal = { code: 'invited-already', articles: ['G3'], message: { zh: '已经邀请该人员，正在等待答复。', en: 'This person is invited already; the answer is awaited.' } };
