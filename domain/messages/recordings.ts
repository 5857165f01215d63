/** What is said to the workflows of recordings (G10, G6 (3)). */
import type { CaseId, HearingId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { RecordingAccess } from '#domain/recordings/access.ts';

interface OfRecording {
  caseId: CaseId;
  hearingId: HearingId;
  recordingId: string;
  /** Which one makes the file. */
  mediaHost: string;
  clockOffsetMs: number;
}

/** Input of the workflow `recordingsRequest`; id `recordingsRequestWorkflowId(requestId)`. */
export interface RecordingsRequestInput extends OfRecording {
  requestId: string;
  participantId: ParticipantId;
  personId: PersonId;
  how: RecordingAccess;
  reason: string;
  /** Who decides. */
  judge: PersonId;
}

/** Input of the workflow `recordingExtract`; id `recordingExtractWorkflowId(extractId)`. Times count from the recording's beginning. */
export interface RecordingExtractInput extends OfRecording {
  extractId: string;
  fromMs: number;
  toMs: number;
  reason: string;
  by: PersonId;
}
