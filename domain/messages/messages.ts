/**
 * What is said to workflows: names and shapes of Updates and Signals, shared by the API that sends them and the
 * workflows that answer. An Update answers with the number of its journal entry; a refusal is an ApplicationFailure whose
 * `type` is one of `failureTypes` and whose first detail has the shape named beside it.
 */
import type { Filing } from '#domain/case/types.ts';
import type { EvidenceAct } from '#domain/evidence/acts.ts';
import type { HearingId, ParticipantId, PersonId, StreamId, TaskId } from '#domain/case/ids.ts';

/** Who acts, under which command (the Idempotency-Key; also the Update's id). */
export interface Actor {
  personId: PersonId;
  commandId: string;
}

export const updates = {
  completeTask: 'completeTask',
  confirmNotice: 'confirmNotice',
  /** Of the case: the booked hearing is moved or cancelled (messages/scheduling.ts). */
  changeHearing: 'changeHearing',
  /** Of the case: a participant tested their device. */
  reportSelfTest: 'reportSelfTest',
  reopenTranscript: 'reopenTranscript',
  movePhase: 'movePhase',
  /** Of the case: offer, replace, examine evidence (domain/evidence/acts.ts). */
  actOnEvidence: 'actOnEvidence',
  /** Of the case: its people change (messages/people.ts). */
  changePeople: 'changePeople',
  /** Of the case: something happened to it, in whatever stage (messages/happenings.ts). */
  tellCase: 'tellCase',
  /** Of the case: somebody takes the place of a party while it is suspended. */
  nameSuccessor: 'nameSuccessor',
  /** Of the case: a livestream of a scheduled hearing is intended (messages/livestream.ts). */
  intendLivestream: 'intendLivestream',
  /** Of the livestream: an objection, new facts, a withdrawal. */
  tellLivestream: 'tellLivestream',
} as const;

export const signals = {
  /** Operations have reset the workflow. */
  workflowReset: 'workflowReset',
  /** The same as completeTask, from another system of the court; never throws, a wrong one is journalled. */
  answerTask: 'answerTask',
  /** Demonstration and training court only. */
  moveClock: 'moveClock',
  /** To every open case: closing days or published holidays have changed (messages/scheduling.ts). */
  calendarChanged: 'calendarChanged',
  /** The case tells its hearing to close, with what was held recorded (messages/happenings.ts). */
  closeHearing: 'closeHearing',
  /** A hearing reports to its case. */
  hearingReport: 'hearingReport',
  /** The media host reports a transition of a seat. */
  presenceChanged: 'presenceChanged',
  /** The case tells its hearing what became true after it started (a notice proven late). */
  noticesProven: 'noticesProven',
  /** The case tells its hearing who joined, left, or took a seat of the bench (messages/people.ts). */
  peopleChanged: 'peopleChanged',
  /** The case tells the livestream that its hearing is not held. */
  hearingCancelled: 'hearingCancelled',
  /** The case tells the livestream that its facts, its participants or its bench changed: it is screened again at once. */
  caseChanged: 'caseChanged',
  /** A livestream tells its case that everything of its approval is kept. */
  livestreamSettled: 'livestreamSettled',
} as const;

export interface CompleteTask extends Actor {
  taskId: TaskId;
  outcome: unknown;
  /** The other system of the court that says so in the person's name, as the record calls it. */
  system?: string;
  /** The absent person in whose place it is answered; that the deputy may, the API has asked the policy. */
  deputyOf?: PersonId;
}

export interface ConfirmNotice extends Actor {
  hearingId: HearingId;
  participantId: ParticipantId;
}

export interface ReopenTranscript extends Actor {
  hearingId: HearingId;
  reason: string;
}

export interface ActOnEvidence extends Actor {
  act: EvidenceAct;
}

export interface MovePhase extends Actor {
  move: string;
  as: 'clerk' | 'judge';
  reason?: string;
}

export interface PresenceChanged {
  opaqueId: string;
  state: 'present' | 'away';
  cause?: string;
  /** Instant of the transition by the media host's clock, ISO 8601. */
  at: string;
  /** Ids of the raw events that it rests on. */
  evidence: string[];
}

export interface MoveClock {
  offsetMs: number;
  by: string;
}

/** The journal entry that an Update made. */
export interface Journalled {
  stream: StreamId;
  seq: number;
  result?: unknown;
}

/** Types of the ApplicationFailures that Updates are refused with. */
export const failureTypes = {
  /** details[0]: Refusal (domain/law/ruled.ts). */
  refused: 'Refused',
  /** details[0]: { by: PersonId, at: string }: the task was completed before. */
  alreadyDone: 'AlreadyDone',
  /** No such task, or it was withdrawn: details[0]: { what: string }. */
  notFound: 'NotFound',
  /** details[0]: { issues: { path: string, message: string }[] }: the outcome does not fit the task kind's schema. */
  invalid: 'Invalid',
} as const;

/** Input of the case workflow `courtCase`. Ids: `caseWorkflowId(filing.caseId)`, task queue `courtTaskQueue`. */
export interface CaseInput {
  filing: Filing;
  /** Offset of the court's clock when the case was filed (demonstration court), else 0. */
  clockOffsetMs: number;
  /** How many events a run may have before the case continues as new at a stage's end; the default suits a court. */
  continueAfterEvents?: number;
}
