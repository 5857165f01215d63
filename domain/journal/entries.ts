/**
 * What a workflow writes down. An entry is the court's own record of a fact, numbered within its stream;
 * the projector turns entries into what people read, and the archive keeps them with their hashes.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { BenchSeat, RecusalGround } from '#domain/court/recusal.ts';
import type { Change } from '#domain/operations/changes.ts';
import type { Bench, CaseFacts, EvidenceItem, Filing, Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { ParticipantId, PersonId, TaskId } from '#domain/case/ids.ts';
import type { EvidenceChange } from '#domain/evidence/acts.ts';
import type { EvidencePeriod } from '#domain/evidence/period.ts';
import type { ClosedHow, Stage } from '#domain/case/stages.ts';
import type { Happening } from '#domain/case/happenings.ts';
import type { RulingKind } from '#domain/case/rulings.ts';
import type { SuspensionGround } from '#domain/case/suspension.ts';
import type { ApprovalEvent } from '#domain/livestream/approval.ts';
import type { ApprovalStatus, End } from '#domain/livestream/approval-state.ts';
import type { Screening } from '#domain/livestream/screening.ts';
import type { LivestreamInput } from '#domain/messages/livestream.ts';
import type { RecordingAccess } from '#domain/recordings/access.ts';
import type { CalendarChange } from '#domain/messages/scheduling.ts';
import type { SelfTestFindings, SelfTestScore } from '#domain/preparation/self-test-score.ts';
import type { ServiceWay, SessionDocumentKind } from '#domain/hearing/sessions/outcome-words.ts';
import type { TaskRole } from '#domain/people/roles.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import type { EscalationRole } from '#domain/tasks/escalation.ts';

/** Who a task is for: anybody of a role, or one person. */
export interface Assignee {
  role: TaskRole;
  personId?: PersonId;
  participantId?: ParticipantId;
}

export interface OpenedTask {
  taskId: TaskId;
  kind: TaskKindName;
  assignee: Assignee;
  /** Legal facts that the person needs beside the form; ids, not names. */
  facts: Record<string, unknown>;
  articles: readonly ArticleId[];
  openedAt: string;
  dueAt?: string;
  /** The due day rests on a year whose holidays are not published yet. */
  dueProvisional?: boolean;
  hearingId?: string;
}

/** Every kind of entry with its data. A new kind is a line here; the projector's switch is exhaustive over it. */
export interface EntryData {
  'case-filed': { filing: Filing };
  /** From now on the filing's text is this version; what was asked for and was changed. */
  'filing-corrected': { version: number; changed: readonly string[]; by: PersonId; articles: readonly ArticleId[] };
  'case-accepted': { caseNumber: string; bench: Bench };
  'acceptance-issued': { participantId: ParticipantId; documentFileId: string; effectKey: string };
  'stage-entered': { stage: Stage; articles: readonly ArticleId[] };
  'stage-ended': { stage: Stage; exit: string };
  'decision': { what: string; value: unknown; articles: readonly ArticleId[]; by?: PersonId };
  'task-opened': { task: OpenedTask };
  'task-completed': { taskId: TaskId; kind: TaskKindName; outcome: unknown; by: PersonId; commandId: string; via: 'update' | 'signal'; system?: string; /** The absent person in whose place `by` answered. */ deputyOf?: PersonId };
  /** `escalatedTo`: whom it went up to, the first time (domain/tasks/escalation.ts); absent: it ends with its due time, or went up before. */
  'task-overdue': { taskId: TaskId; kind: TaskKindName; escalatedTo?: EscalationRole; articles?: readonly ArticleId[] };
  'task-withdrawn': { taskId: TaskId; kind: TaskKindName; why: string };
  'task-refused': { taskId: TaskId; kind: TaskKindName; refusal: Refusal; by: PersonId };
  'signal-refused': { signal: string; why: string; by?: PersonId; commandId?: string; system?: string };
  'evidence-submitted': { items: EvidenceItem[]; by: ParticipantId };
  /** `items` as they are after the change. */
  'evidence-changed': { change: EvidenceChange; items: EvidenceItem[]; articles: readonly ArticleId[] };
  'evidence-period': { period: EvidencePeriod; by: PersonId | 'system'; reason?: string; articles: readonly ArticleId[] };
  'hearing-scheduled': { hearing: ScheduledHearing };
  /** Days that participants had named as impossible when the date was set; the reasons stay with the court. */
  'unavailable-weighed': { hearingId: string; named: readonly { participantId: ParticipantId; days: readonly string[] }[]; articles: readonly ArticleId[] };
  'hearing-cancelled': { hearingId: string; why: string; by?: PersonId };
  /** The hearing `to` took its place; its own `hearing-scheduled` follows. */
  'hearing-moved': { hearingId: string; to: string; why: string; by: PersonId };
  /** The calendar has changed, and the hearing's date was looked at again. `hearingId` absent: none is booked. */
  'dates-rechecked': { change: CalendarChange; hearingId?: string; holds?: boolean; provisional?: boolean; problem?: Refusal; articles: readonly ArticleId[] };
  /** CPL-85: a task's last day is no working day any more; it moves to the next one. */
  'due-moved': { taskId: TaskId; kind: TaskKindName; from: string; to: string; provisional: boolean; articles: readonly ArticleId[] };
  'self-tested': { hearingId: string; participantId: ParticipantId; findings: SelfTestFindings; score: SelfTestScore; by: PersonId };
  'notice-issued': { hearingId: string; participantId: ParticipantId; documentFileId: string; effectKey: string };
  'notice-proven': { hearingId: string; participantId: ParticipantId; how: 'confirmed' | 'phone' | 'waived'; by: PersonId };
  'hearing-phase': { hearingId: string; from: string; to: string; move: string; by: PersonId | 'system'; articles: readonly ArticleId[]; reason?: string };
  'hearing-room': { hearingId: string; state: 'provisioned' | 'recording' | 'closed'; mediaHost: string };
  'presence-changed': { hearingId: string; participantId: string; state: 'present' | 'away'; cause?: string; evidence: readonly string[] };
  'interruption-opened': { hearingId: string; interruptionId: string; participantId: string; cause: string; suspendedBySystem: boolean };
  'interruption-ended': { hearingId: string; interruptionId: string; how: 'returned' | 'resumed' | 'adjourned' };
  'hearing-ended': { hearingId: string; ending: 'ended' | 'adjourned' | 'withdrawn'; recordingId?: string };
  'recording-composed': { hearingId: string; recordingId: string; fileId: string; sha256: string; durationMs: number; gaps: number; unexplained: number };
  /** A document that came of a session: agreement, list of issues, judgment, what was served. */
  'session-document': { hearingId: string; document: SessionDocumentKind; title: string; fileId: string; sha256: string; articles: readonly ArticleId[] };
  /** CPL-87: how it came to whom; not served: why. */
  'document-served': { hearingId: string; fileId: string; title: string; participantId: ParticipantId; how: ServiceWay; on: string; receivedBy?: string; why?: string; receiptFileId?: string; by: PersonId; articles: readonly ArticleId[] };
  'recordings-requested': { requestId: string; hearingId: string; participantId: ParticipantId; how: RecordingAccess; why: string; by: PersonId; articles: readonly ArticleId[] };
  'recordings-decided': { requestId: string; hearingId: string; participantId: ParticipantId; decision: 'grant' | 'refuse'; how: RecordingAccess; days: number; why: string; by: PersonId; articles: readonly ArticleId[] };
  /** The marked copy is there; access lasts until then. */
  'recordings-ready': { requestId: string; hearingId: string; participantId: ParticipantId; fileId: string; sha256: string; until: string; articles: readonly ArticleId[] };
  'recordings-access-ended': { requestId: string; hearingId: string; participantId: ParticipantId; how: 'expired' | 'not-made' };
  'recording-extract-asked': { extractId: string; hearingId: string; fromMs: number; toMs: number; why: string; by: PersonId; articles: readonly ArticleId[] };
  /** The extract lies in a supplement to the sealed archive; its volume's tag manifest has this SHA-256. */
  'archive-supplemented': { extractId: string; archiveId: string; supplementId: string; tagManifestSha256: string; articles: readonly ArticleId[] };
  'recording-extracted': { extractId: string; hearingId: string; fileId: string; sha256: string; fromMs: number; toMs: number; why: string; by: PersonId; articles: readonly ArticleId[] };
  'transcript-frozen': { hearingId: string; version: number; sha256: string };
  'transcript-reopened': { hearingId: string; version: number; why: string; by: PersonId };
  'transcript-signed': { hearingId: string; version: number; sha256: string; by: PersonId; as: string; signatureFileId: string; verifiedBy: string };
  'signature-refused': { hearingId: string; version: number; by: PersonId; as: string; why: string };
  'livestream-intended': { hearingId: string; stream: string; by: PersonId };
  /** With every `livestream-event` after it, the approval can be told again from the journal alone. */
  'livestream-begun': { hearingId: string; by: PersonId; approval: LivestreamInput['approval'] };
  'livestream-screened': { hearingId: string; day: string; screening: Screening; articles: readonly ArticleId[] };
  'livestream-event': { hearingId: string; event: ApprovalEvent; status: ApprovalStatus; articles: readonly ArticleId[] };
  'livestream-decided': { hearingId: string; end: End };
  /** N1: the SMS to one who takes part, beside their task. */
  'livestream-notice-sent': { hearingId: string; participantId: ParticipantId; effectKey: string };
  /** N-form, sealed; `version` counts the forms of this livestream. */
  'livestream-form-kept': { hearingId: string; version: number; fileId: string };
  /** CPL-47; `again`: a reconsideration (CPL-50). */
  'recusal-asked': { recusalId: string; of: PersonId; seat: BenchSeat; ground: RecusalGround; reason: string; by: PersonId; again: boolean; articles: readonly ArticleId[] };
  'recusal-decided': { recusalId: string; of: PersonId; seat: BenchSeat; sustained: boolean; reason: string; by: PersonId; articles: readonly ArticleId[] };
  'replacement-asked': { of: PersonId; seat: BenchSeat; reason: string; by: PersonId };
  /** `clashes`: hearings at whose time the new one is booked elsewhere; the clerk moves them. */
  'bench-changed': { bench: Bench; seat: BenchSeat; from: PersonId; to: PersonId; why: 'recusal' | 'replacement' | 'invitation'; clashes: readonly string[]; articles: readonly ArticleId[] };
  /** PAL-19: drawn for the panel, and asked. */
  'assessor-invited': { of: PersonId; taskId: TaskId; articles: readonly ArticleId[] };
  'assessor-answered': { of: PersonId; how: 'accepted' | 'declined' | 'recused' | 'lapsed'; ground?: RecusalGround; reason?: string; articles: readonly ArticleId[] };
  'task-reassigned': { taskId: TaskId; kind: TaskKindName; to: PersonId };
  'person-invited': { participant: Participant; by: PersonId; reason: string; articles: readonly ArticleId[] };
  'invitation-ended': { participant: Participant; how: 'declined' | 'lapsed' | 'withdrawn'; reason: string };
  'representative-asked': { party: ParticipantId; agent: Participant; instead?: ParticipantId; ends: boolean; powerOfAttorney?: string; reason?: string; by: PersonId };
  'representative-refused': { party: ParticipantId; agent: Participant; reason: string; by: PersonId };
  'participant-joined': { participant: Participant; how: 'invited' | 'appointed'; of?: ParticipantId; articles: readonly ArticleId[] };
  'participant-left': { participant: Participant; reason: string; articles: readonly ArticleId[] };
  'step-parked': { step: string; error: string; taskId: TaskId };
  /** `changes`: what the corrected input changed; `confirmedBy`: the second person, for a skip or a failure. */
  'step-repaired': { step: string; how: 'retry' | 'retryWith' | 'skip' | 'fail'; by: PersonId; taskId?: TaskId; reason?: string; confirmedBy?: PersonId; changes?: readonly Change[] };
  /** A skip or a failure that was asked for, and not done. */
  'repair-not-confirmed': { step: string; how: 'skip' | 'fail'; end: 'refused' | 'takenBack'; by: PersonId; reason?: string };
  /** The workflow began again from a point of its history: what the journal says between `afterSeq` and here was done, and is not known to it any more. */
  'workflow-reset': { resetId: string; afterSeq: number; baseRunId: string; eventId: number; keepSignals: boolean; keepUpdates: boolean; reason: string; by: PersonId; confirmedBy: PersonId };
  'clock-moved': { offsetMs: number; by: string };
  /** What happened to the case at any time (domain/case/happenings.ts); `happeningId` is the command. */
  'happened': { happeningId: string; happening: Happening; by: PersonId; participantId?: ParticipantId; articles: readonly ArticleId[] };
  'happening-decided': { happeningId: string; what: Happening['what']; decision: string; reason?: string; by?: PersonId; articles: readonly ArticleId[] };
  'facts-changed': { facts: Partial<CaseFacts>; by: PersonId; reason: string; articles: readonly ArticleId[] };
  'ruling-issued': { rulingId: string; ruling: RulingKind; documentFileId: string; articles: readonly ArticleId[] };
  /** `stage`: with which one the case begins again. */
  'case-suspended': { ground: SuspensionGround; reason: string; participantId?: ParticipantId; stage: Stage; articles: readonly ArticleId[] };
  'case-resumed': { stage: Stage; reason: string; by: PersonId; articles: readonly ArticleId[] };
  'participant-succeeded': { out: ParticipantId; participant: Participant; by: PersonId; articles: readonly ArticleId[] };
  'archive-sealed': { archiveId: string; mainVolume: string; confidentialVolume: string; disc: string | null };
  'case-closed': { how: ClosedHow; reason?: string; articles: readonly ArticleId[] };
}

export type EntryKind = keyof EntryData;

/** One entry of a stream: `seq` counts from 1 without gaps, `at` is the court's time (ISO 8601, UTC). */
export type JournalEntry = {
  [K in EntryKind]: { seq: number; kind: K; at: string; caseId: string; data: EntryData[K] };
}[EntryKind];
