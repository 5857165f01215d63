/**
 * What a case workflow carries: ids and legal facts, never names, phones or identity numbers.
 */
import type { CaseId, FileId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { Agency, AppealFacts, Instance, PartyKind, ProsecutionGround } from '#domain/filing/kinds.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';

export const caseTypes = ['civil', 'administrative', 'criminal'] as const;
export type CaseType = (typeof caseTypes)[number];

export const sessionKinds = [
  'inquiry', 'custodyQuestioning', 'publicHearing', 'mediation', 'evidenceExchange', 'trial', 'pronouncement', 'service',
] as const;
/** The eight kinds of G1. */
export type SessionKind = (typeof sessionKinds)[number];

export interface Participant {
  participantId: ParticipantId;
  /** The natural person who acts: for an organisation its legal representative or principal (CPL-51). */
  personId: PersonId;
  role: ParticipantRole;
  /** The party itself, where it is no natural person; its name stands in PostgreSQL. */
  organisation?: { organisationId: string; kind: Exclude<PartyKind, 'natural'> };
  /** Of an agent: for whom, with which authority (CPL-61, CPL-62). */
  agency?: Agency;
}

/** The facts that the scope decision of G1 rests on. */
export interface CaseFacts {
  caseType: CaseType;
  /** Absent in what older builds filed: first instance. */
  instance?: Instance;
  stateSecret: boolean;
  personalPrivacy: boolean;
  divorceWithClosedHearingRequest: boolean;
  tradeSecret: boolean;
  minorDefendant: boolean;
  otherwiseClosedByLaw: boolean;
  badSocialEffect: boolean;
  /** A people's procuratorate prosecutes (CRPL-169); absent in every other case. */
  publicProsecution?: boolean;
  /** ONL-3: a criminal case that is neither fast track nor unfit for the courtroom. Absent where nobody was asked. */
  noGroundForOnline?: boolean;
}

/** What a party filed, as the workflow may know it (G3). */
export interface Filing {
  caseId: CaseId;
  filedBy: PersonId;
  participants: Participant[];
  facts: CaseFacts;
  materials: FileId[];
  /** G1: the filing party applies for an online hearing. */
  appliesForOnline: boolean;
  /** Second instance: what is appealed against, and whether in time. */
  appeal?: AppealFacts;
  /** CRPL-210: why the private prosecutor may go to court. */
  prosecutionGround?: ProsecutionGround;
}

/** Who of the court a case was allotted to on acceptance (domain/court/allotment.ts). */
export interface Bench {
  /** Of a panel; the sole judge where there is none. */
  presidingJudge: PersonId;
  /** 合议庭: the other members, judges or people's assessors. Absent where a sole judge hears the case. */
  panel?: PersonId[];
  clerk: PersonId;
  technician?: PersonId;
  /** 承办庭室. */
  division?: string;
}

/** Everybody who hears the case, whoever presides first. */
export const judgesOf = (bench: Bench): PersonId[] => [bench.presidingJudge, ...(bench.panel ?? [])];

export type { EvidenceItem } from '#domain/evidence/item.ts';

export interface ScheduledHearing {
  hearingId: string;
  sessionNumber: number;
  kind: SessionKind;
  /** Instants, ISO 8601 in UTC. */
  startsAt: string;
  endsAt: string;
  courtroomId: string;
  meetingNumber: string;
  /** Which media host holds its room and recordings. */
  mediaHost: string;
  /** Who noticed when, ISO 8601. */
  noticedAt: string;
  /** The count of working days rests on a year whose holidays are not published yet. */
  provisional?: boolean;
  /** The hearing that it was moved from. */
  replaces?: string;
}
