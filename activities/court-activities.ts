/**
 * What the court's workflows ask of the outside, as types: workflows import nothing else of the activities.
 * Inputs and results hold ids and legal facts; names and phones are looked up on this side.
 */
import type { Ruling } from '#domain/case/rulings.ts';
import type { Bench, CaseType, Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { BenchSeat } from '#domain/court/recusal.ts';
import type { Composition } from '#domain/court/composition.ts';
import type { LivestreamForm } from '#domain/livestream/form.ts';
import type { CaseId, FileId, HearingId, ParticipantId, PersonId, StreamId } from '#domain/case/ids.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { ServiceWay } from '#domain/hearing/sessions/outcome-words.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import type { GoOnBehind } from '#domain/messages/journal.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';

/** Without entries it only asks whether the run was reset, with the number `after` which it goes on. */
export interface RecordJournal { stream: StreamId; entries: JournalEntry[]; after?: number }

export interface AcceptFiling {
  caseId: CaseId;
  year: number;
  /** A sole judge unless it says otherwise. */
  composition?: Composition;
  /** Recused, besides whoever takes part in the case. */
  passedOver?: readonly PersonId[];
}

/** `assessors`: of the panel, those who were drawn from the list of assessors and are invited; absent where none is. */
export interface AcceptedFiling { caseNumber: string; bench: Bench; assessors?: PersonId[] }

export interface IssueAcceptance { caseId: CaseId; participant: Participant; acceptedAt: string }
export interface IssuedAcceptance { participantId: ParticipantId; documentFileId: string; effectKey: string }

export interface NamedUnavailable { participantId: ParticipantId; days: string[] }
export interface BookHearing {
  caseId: CaseId;
  hearingId: HearingId;
  startsAt: string;
  endsAt: string;
  courtroomId: string;
  bench: Bench;
  participants: Participant[];
  /** The hearing that this one takes the place of: its booking is free in the same transaction. */
  releases?: HearingId;
}
/**
 * `mediaHost`: which one holds the room and the recordings. `unavailable`: days up to the hearing's that participants had named when it was booked,
 * the hearing's own included.
 */
export type Booking = { booked: true; meetingNumber: string; mediaHost: string; unavailable?: NamedUnavailable[] } | { booked: false; refusal: Refusal };

/** `instead`: the hearing that was moved, so that people are told what no longer holds. */
export interface IssueNotices { caseId: CaseId; hearing: ScheduledHearing; participants: Participant[]; instead?: ScheduledHearing }
export interface IssuedNotice { participantId: ParticipantId; documentFileId: string; effectKey: string }

export interface CancelHearing { caseId: CaseId; hearing: ScheduledHearing; participants: Participant[]; why: string }

export interface SendLivestreamNotice { caseId: CaseId; hearingId: HearingId; participantId: ParticipantId; opening: string }
export interface SentLivestreamNotice { effectKey: string }

export interface MakeLivestreamForm { caseId: CaseId; hearingId: HearingId; version: number; form: LivestreamForm }
export interface KeptLivestreamForm { fileId: string }
export interface IssueRuling { caseId: CaseId; caseType: CaseType; rulingId: string; ruling: Ruling; at: string }
export interface IssuedRuling { documentFileId: string }

export interface FreezeTranscript { caseId: CaseId; hearingId: HearingId; at: string }
export interface FrozenTranscript { version: number; sha256: string; lines: number }

/** Who signed an agreement, how the court knew who it was, and the signature as it was drawn. */
export interface AgreementSigner { personId: PersonId; role: ParticipantRole; signatureFileId: FileId; verifiedBy: 'phoneCode' | 'password'; at: string }
export interface MakeSessionDocument {
  caseId: CaseId; hearingId: HearingId; sessionNumber: number; documentId: FileId; title: string;
  sections: { heading: string; lines: string[] }[]; signers: AgreementSigner[]; at: string; articles: ArticleId[];
}
export interface FileServedDocument { caseId: CaseId; documentId: FileId; fileId: FileId; title: string }
export interface TellOfService { caseId: CaseId; hearingId: HearingId; fileId: FileId; participantId: ParticipantId; title: string }
export interface MakeServiceReceipt {
  caseId: CaseId; hearingId: HearingId; receiptId: FileId; title: string; documentSha256: string; personId: PersonId; participantId: ParticipantId;
  how: ServiceWay; on: string; by: PersonId; receivedBy?: string; why?: string; at: string; articles: ArticleId[];
}
export interface StoredDocument { fileId: FileId; sha256: string }

export interface TellOfRecording { caseId: CaseId; hearingId: HearingId; requestId: string; participantId: ParticipantId; what: 'refused' | 'ready'; until?: string }
/** `upcoming`: hearings whose bookings follow; `instead`: a judge takes the seat of an assessor. */
export interface ChangeBench { caseId: CaseId; from: PersonId; seat: BenchSeat; passedOver: readonly PersonId[]; upcoming: readonly HearingId[]; instead?: 'judge' }
/** An assessor's seat for which the list has nobody left: who completes the panel is decided in the case (CPL-40). */
export interface NobodyDrawn { nobody: 'peoplesAssessor' }
/** `clashes`: hearings at whose time the new one is booked elsewhere. `applications`: for recordings of the case, that wait for whoever left. `assessor`: who follows is one, and is invited. */
export interface ChangedBench { bench: Bench; to: PersonId; clashes: HearingId[]; applications?: StreamId[]; assessor?: true }

export interface SealArchive { caseId: CaseId; archiveId: string; registrationNumber: string; at: string; streams: StreamId[] }
export interface SealedArchive { archiveId: string; mainVolume: string; confidentialVolume: string; disc: string | null }

/** An extract of a recording (G6 (3)); `stream` is the one in which it was ordered. */
export interface SupplementArchive { caseId: CaseId; extractId: string; stream: StreamId; at: string }
/** `contained`: the archive was sealed with it; `being-archived`: ask again when it is sealed. */
export type SupplementedArchive =
  | { state: 'not-archived' | 'being-archived' | 'contained' }
  | { state: 'supplemented'; archiveId: string; supplementId: string; tagManifestSha256: string };

export interface CourtActivities {
  /** The only writer of the journal and its projections; one transaction, repeatable. */
  recordJournal(input: RecordJournal): Promise<GoOnBehind | void>;
  /** Holidays, make-up days and the court's own closing days of the years asked for. */
  loadCalendar(input: { years: number[] }): Promise<WorkingCalendar>;
  /** Allots case number, division, judge or panel, clerk and technician (G3, CPL-40); the same answer when asked again. */
  acceptFiling(input: AcceptFiling): Promise<AcceptedFiling>;
  /** Makes the notice of acceptance for whoever filed and sends the SMS, once (effect ledger, G3). */
  issueAcceptance(input: IssueAcceptance): Promise<IssuedAcceptance>;
  /** Books people and courtroom; PostgreSQL's exclusion constraint decides (G4). */
  bookHearing(input: BookHearing): Promise<Booking>;
  /** Frees a booking that nobody was told of: it came too late to be noticed (G4). */
  freeBooking(input: { hearingId: HearingId }): Promise<void>;
  /** Frees what was booked and tells everyone. */
  cancelHearing(input: CancelHearing): Promise<void>;
  /** Makes the notice of each participant and sends the SMS, each once (effect ledger, G4). */
  issueNotices(input: IssueNotices): Promise<IssuedNotice[]>;
  /** Tells one who takes part of the livestream by SMS, once (effect ledger, N1). */
  sendLivestreamNotice(input: SendLivestreamNotice): Promise<SentLivestreamNotice>;
  /** Makes a version of the approval form, sealed, once (effect ledger, N-form). */
  makeLivestreamForm(input: MakeLivestreamForm): Promise<KeptLivestreamForm>;
  /** Allots somebody else to the seat of one who leaves, by the same rotation; bookings follow. Asked again, the same one. */
  changeBench(input: ChangeBench): Promise<ChangedBench | NobodyDrawn>;
  /** CPL-131: tells everybody in the case who sits in it now. */
  tellBenchChange(input: { caseId: CaseId; seat: BenchSeat; from: PersonId; to: PersonId }): Promise<void>;
  /** G3: the SMS with the link to the invitation. */
  sendInvitation(input: { caseId: CaseId; participant: Participant; taskId: string }): Promise<void>;
  /** Books a participant who came later; who is busy elsewhere is not booked. */
  bookParticipant(input: { caseId: CaseId; hearingId: HearingId; participant: Participant }): Promise<{ booked: boolean }>;
  freeParticipant(input: { hearingId: HearingId; personId: PersonId }): Promise<void>;
  /** CPL-63: tells everybody in the case which agent came or went. */
  tellRepresentative(input: { caseId: CaseId; agent?: Participant; former?: Participant }): Promise<void>;
  /** Makes the ruling (CPL-157) or the mediation agreement (CPL-100), sealed, and tells everyone once by SMS. */
  issueRuling(input: IssueRuling): Promise<IssuedRuling>;
  /** Freezes the transcript's lines as a version (G9). */
  freezeTranscript(input: FreezeTranscript): Promise<FrozenTranscript>;
  /** SHA-256 of the text as UTF-8: what a signature is bound to. */
  hashText(input: { text: string }): Promise<{ sha256: string }>;
  /** A document that came of a session, sealed; made once. */
  makeSessionDocument(input: MakeSessionDocument): Promise<StoredDocument>;
  /** What the clerk handed in to be served becomes a document of the case. */
  fileServedDocument(input: FileServedDocument): Promise<StoredDocument>;
  /** Tells a party that a document is there to be signed for, once (effect ledger). */
  tellOfService(input: TellOfService): Promise<void>;
  /** 送达回证, sealed (CPL-87); made once. */
  makeServiceReceipt(input: MakeServiceReceipt): Promise<StoredDocument>;
  /** Tells whoever applied for a recording what came of it, by SMS, once (effect ledger, G10). */
  tellOfRecording(input: TellOfRecording): Promise<void>;
  /** Gathers everything of the case, exports the histories, builds and seals both volumes and the disc (N1). */
  sealArchive(input: SealArchive): Promise<SealedArchive>;
  /** Files an extract that was taken after the sealing behind the archive, which stays as it is; made once. */
  supplementArchive(input: SupplementArchive): Promise<SupplementedArchive>;
}
