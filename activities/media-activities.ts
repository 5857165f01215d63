/**
 * What a hearing asks of the media host that holds its room, as types (workflows import nothing else). They run on the
 * task queue `mediaTaskQueue(mediaHost)`, so that what must happen on that machine does. All may be called again.
 */
import type { CaseId, HearingId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { RecordingAccess } from '#domain/recordings/access.ts';

/** Who gets a seat. The bench's seats have no participantId. */
export interface SeatPerson {
  personId: PersonId;
  participantId?: ParticipantId;
  /** Participant role, or 'presidingJudge', 'clerk', 'technician'. */
  role: string;
}

export interface Seat extends SeatPerson {
  opaqueId: string;
}

export interface PauseOfSession {
  /** 'recess' | 'suspended'. Instants, ISO 8601, real time (not the court's movable clock). */
  cause: 'recess' | 'suspended';
  from: string;
  to: string;
}

export interface ComposeRecording {
  caseId: CaseId;
  hearingId: HearingId;
  seats: Seat[];
  /** From opening to closing, ISO 8601, real time: the clock of the recordings. */
  openedAt: string;
  closedAt: string;
  pauses: PauseOfSession[];
}

export interface UnexplainedGap {
  opaqueId: string;
  medium: 'audio' | 'video';
  from: string;
  to: string;
}

export interface ComposedRecording {
  recordingId: string;
  /** files.id of the mp4. */
  fileId: string;
  sha256: string;
  durationMs: number;
  /** Explained absences and pauses in the ledger. */
  gaps: number;
  unexplained: UnexplainedGap[];
}

export interface MarkRecording {
  caseId: CaseId;
  hearingId: HearingId;
  recordingId: string;
  requestId: string;
  /** Whose name is written into it. */
  personId: PersonId;
  how: RecordingAccess;
  /** By the court's clock, ISO 8601. */
  grantedAt: string;
  days: number;
}

export interface ExtractRecording {
  caseId: CaseId;
  hearingId: HearingId;
  recordingId: string;
  extractId: string;
  /** From the recording's beginning. */
  fromMs: number;
  toMs: number;
}

/** A file of the storage. */
export interface MadeFile { fileId: string; sha256: string }

export interface MediaActivities {
  /** Makes the room and its seats, keeps them (tables rooms, seats). */
  provisionRoom(input: { caseId: CaseId; hearingId: HearingId; people: SeatPerson[] }): Promise<{ seats: Seat[] }>;
  /** Takes the seat of one who left, and puts out who sits there. */
  unseat(input: { hearingId: HearingId; personId: PersonId; opaqueId: string }): Promise<void>;
  startRecording(input: { hearingId: HearingId }): Promise<void>;
  /** Recess: the bench's media are stopped on the server, or let through again. */
  setBenchMedia(input: { hearingId: HearingId; stopped: boolean }): Promise<void>;
  /** Stops the recording, so that its files are whole, then ends the room. */
  closeRoom(input: { hearingId: HearingId }): Promise<void>;
  /** Collects the tracks, makes mp4, time line and continuity ledger; keeps them (table recordings, storage). */
  composeRecording(input: ComposeRecording): Promise<ComposedRecording>;
  /** A recording for one person, their name and the time of the access written into the picture (G10, REC-10, REC-11). */
  markRecording(input: MarkRecording): Promise<MadeFile>;
  /** A stretch of a recording as a file of its own (G6 (3)). */
  extractRecording(input: ExtractRecording): Promise<MadeFile>;
}
