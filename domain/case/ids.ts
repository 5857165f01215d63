/**
 * Ids are made here and nowhere else. A workflow's id is its journal's stream.
 */
export type CaseId = string;
export type HearingId = string;
export type TaskId = string;
export type PersonId = string;
export type ParticipantId = string;
export type FileId = string;
/** A workflow's id, which is also the id of its journal. */
export type StreamId = string;

export const caseWorkflowId = (caseId: CaseId): StreamId => `case-${caseId}`;
export const hearingWorkflowId = (hearingId: HearingId): StreamId => `hearing-${hearingId}`;
/** The approval of a hearing's livestream: one a hearing. */
export const livestreamWorkflowId = (hearingId: HearingId): StreamId => `livestream-${hearingId}`;

/** The hearing that a stream is of: its own, or that of its livestream's approval. */
export const hearingOfStream = (stream: StreamId): HearingId | undefined => /^(?:hearing|livestream)-(.+)$/.exec(stream)?.[1];

/** A party's application for a recording, until the access that was granted ends: one an application. */
export const recordingsRequestWorkflowId = (requestId: string): StreamId => `recordings-request-${requestId}`;
/** The making of an extract of a recording. */
export const recordingExtractWorkflowId = (extractId: string): StreamId => `recording-extract-${extractId}`;

/** The task queue of the machine that recordings of a hearing are on. */
export const mediaTaskQueue = (mediaHost: string): string => `media-${mediaHost}`;
/** The task queue of cases, hearings and everything that any worker may do. */
export const courtTaskQueue = 'court';
