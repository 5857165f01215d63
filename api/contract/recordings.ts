/** Recordings after the hearing (G10): the judge looks and downloads, parties apply, extracts are taken (G6 (3)). */
import { z } from 'zod';
import { base, commandAnswer, instant, words } from '#api/contract/shared.ts';
import { longestAccessDays, recordingAccesses } from '#domain/recordings/access.ts';

const byHearing = { hearingId: z.uuid() };
const text = z.string().trim().min(2).max(2000);
const access = z.enum(recordingAccesses);

const request = z.object({
  requestId: z.uuid(), hearingId: z.uuid(), how: access, reason: z.string(),
  state: z.enum(['asked', 'preparing', 'ready', 'refused', 'expired', 'not-made']),
  requestedAt: instant, decidedAt: instant.nullable(), decisionReason: z.string().nullable(), days: z.number().int().max(longestAccessDays).nullable(),
  fileId: z.uuid().nullable(), until: instant.nullable(),
});
export type RecordingsRequest = z.infer<typeof request>;

/** A stretch or a moment of the recording; milliseconds from its beginning. */
const mark = z.object({ kind: z.enum(['phase', 'pause', 'gap']), fromMs: z.number(), toMs: z.number().nullable(), title: words, who: z.string().nullable(), articles: z.array(z.string()) });
export type RecordingMark = z.infer<typeof mark>;

export const recordingPage = z.object({
  hearingId: z.uuid(), caseId: z.uuid(), caseNumber: z.string().nullable(), causeOfAction: z.string(), sessionNumber: z.number(), kind: z.string(), state: z.string(),
  /** Null while it is composed, and for a hearing that was never opened. */
  recording: z.object({ fileId: z.uuid(), sha256: z.string(), bytes: z.number(), durationMs: z.number(), from: instant, to: instant }).nullable(),
  marks: z.array(mark),
  extracts: z.array(z.object({ extractId: z.uuid(), fileId: z.uuid().nullable(), sha256: z.string().nullable(), fromMs: z.number(), toMs: z.number(), why: z.string(), by: z.string(), at: instant, failed: z.boolean(), /** SHA-256 of the tag manifest of the supplement that holds it: it was taken when the archive was sealed. */ supplement: z.string().nullable() })),
  requests: z.array(request.omit({ fileId: true }).extend({ name: z.string(), taskId: z.uuid().nullable() })),
  viewings: z.array(z.object({ name: z.string(), what: words, at: instant, until: instant.nullable() })),
  may: z.object({ extract: z.boolean() }),
});
export type RecordingPage = z.infer<typeof recordingPage>;

export const recordings = {
  get: base.route({ method: 'GET', path: '/hearings/{hearingId}/recording' }).input(z.strictObject(byHearing)).output(recordingPage),
  /** What a participant sees: which hearings are recorded, and the own applications. */
  mine: base.route({ method: 'GET', path: '/cases/{caseId}/recordings' }).input(z.strictObject({ caseId: z.uuid() }))
    .output(z.object({
      caseNumber: z.string().nullable(), causeOfAction: z.string(),
      hearings: z.array(z.object({ hearingId: z.uuid(), sessionNumber: z.number(), kind: z.string(), startsAt: instant, recorded: z.boolean() })),
      requests: z.array(request),
      mayApply: z.boolean(),
    })),
  apply: base.route({ method: 'POST', path: '/hearings/{hearingId}/recordings-requests' })
    .input(z.strictObject({ ...byHearing, how: access, reason: text })).output(commandAnswer),
  extract: base.route({ method: 'POST', path: '/hearings/{hearingId}/recording-extracts' })
    .input(z.strictObject({ ...byHearing, fromMs: z.int().min(0), toMs: z.int().min(1), reason: text })).output(commandAnswer),
};
