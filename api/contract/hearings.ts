/** The hearing room and its transcript. */
import { z } from 'zod';
import { givenDay, givenMoment } from '#domain/calendar/given-day.ts';
import { selfTestFindingsSchema } from '#domain/preparation/self-test-score.ts';
import { hearingFields } from '#api/contract/hearing-fields.ts';
import { base, commandAnswer, instant, words } from '#api/contract/shared.ts';

const byHearing = z.strictObject({ hearingId: z.uuid() });

/** What comes next in an interruption, for everybody: who takes part does not see the judge's tasks. */
export const nextOfInterruption = ['decide', 'verify', 'rule', 'stability', 'resume'] as const;
export type NextOfInterruption = (typeof nextOfInterruption)[number];

export const seatView = z.object({
  opaqueId: z.string(),
  personId: z.uuid(),
  participantId: z.uuid().nullable(),
  name: z.string(),
  role: z.string(),
  me: z.boolean(),
  presence: z.enum(['present', 'away', 'unknown']),
  cause: z.string().nullable(),
  acknowledged: z.boolean(),
});

export const hearingDetail = z.object({
  ...hearingFields,
  meetingNumber: z.string(),
  phaseSince: instant.nullable(),
  openedAt: instant.nullable(),
  recording: z.boolean(),
  seats: z.array(seatView),
  /** Assessors who were drawn for the panel and have not accepted: the session is not opened before (PAL-19). Told to the court's people. */
  assessorsAwaited: z.array(z.string()),
  /** The moves that this person may try now; each may still be refused by rule. */
  moves: z.array(z.object({ move: z.string(), title: words, articles: z.array(z.string()) })),
  interruption: z.object({ interruptionId: z.string(), participantId: z.string(), who: z.string(), cause: z.string(), since: instant, suspendedBySystem: z.boolean(), next: z.enum(nextOfInterruption) }).nullable(),
  tasks: z.array(z.object({ taskId: z.uuid(), kind: z.string(), mine: z.boolean(), facts: z.record(z.string(), z.unknown()), dueAt: instant.nullable() })),
  may: z.object({ writeTranscript: z.boolean(), reopenTranscript: z.boolean() }),
});
export type HearingDetail = z.infer<typeof hearingDetail>;

export const transcriptLine = z.object({
  lineId: z.uuid(), position: z.number(), speaker: z.string(), spokenAt: instant, text: z.string(), revision: z.number(), amended: z.boolean(),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

const slot = { day: givenDay, startTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), durationMinutes: z.int().min(15).max(480), courtroomId: z.string().min(1).max(64) };

export const hearings = {
  /** G4: a hearing whose room is not open yet is moved or cancelled; everybody is told. Whether it is lawful and free, the case decides. */
  change: base.route({ method: 'POST', path: '/hearings/{hearingId}/changes' })
    .input(z.strictObject({
      hearingId: z.uuid(), reason: z.string().trim().min(2).max(2000),
      change: z.discriminatedUnion('do', [z.strictObject({ do: z.literal('cancel') }), z.strictObject({ do: z.literal('move'), ...slot })]),
    })).output(commandAnswer),
  /** G2: the participant's device was tested once more. */
  reportSelfTest: base.route({ method: 'POST', path: '/hearings/{hearingId}/self-tests' })
    .input(z.strictObject({ hearingId: z.uuid(), findings: selfTestFindingsSchema })).output(commandAnswer),
  get: base.route({ method: 'GET', path: '/hearings/{hearingId}' }).input(byHearing).output(hearingDetail),
  /** G7: log in with the meeting number. */
  byMeetingNumber: base.route({ method: 'GET', path: '/meetings/{meetingNumber}' })
    .input(z.strictObject({ meetingNumber: z.string().regex(/^\d{6,12}$/) })).output(z.object({ hearingId: z.uuid() })),
  /** The seat: where the browser reaches Janus through the proxy, which adds the room's secrets. Only for seats of this hearing while its room is open. */
  enter: base.route({ method: 'POST', path: '/hearings/{hearingId}/entrance' }).input(byHearing)
    .output(z.object({ roomId: z.string(), opaqueId: z.string(), display: z.string(), socketPath: z.string() })),
  move: base.route({ method: 'POST', path: '/hearings/{hearingId}/phase' })
    .input(z.strictObject({ hearingId: z.uuid(), move: z.string().max(40), reason: z.string().max(2000).optional() })).output(commandAnswer),
  transcript: base.route({ method: 'GET', path: '/hearings/{hearingId}/transcript' }).input(byHearing)
    .output(z.object({
      lines: z.array(transcriptLine),
      frozen: z.object({ version: z.number(), sha256: z.string(), canonical: z.string() }).nullable(),
      signatures: z.array(z.object({ name: z.string(), as: z.string(), at: instant, refused: z.string().nullable() })),
      writable: z.boolean(),
    })),
  /** Saved as typed; `revision` guards against writing over somebody's newer text (a stale form). */
  writeLine: base.route({ method: 'PUT', path: '/hearings/{hearingId}/transcript/{lineId}' })
    .input(z.strictObject({ hearingId: z.uuid(), lineId: z.uuid(), position: z.number(), speaker: z.string().trim().min(1).max(60), spokenAt: givenMoment, text: z.string().max(4000), revision: z.number().int().min(0).max(1_000_000_000) }))
    .output(transcriptLine),
  removeLine: base.route({ method: 'DELETE', path: '/hearings/{hearingId}/transcript/{lineId}' })
    .input(z.strictObject({ hearingId: z.uuid(), lineId: z.uuid() })).output(z.object({ removed: z.boolean() })),
  /** The judge amends a frozen transcript: the signatures given become void (G9). */
  reopenTranscript: base.route({ method: 'POST', path: '/hearings/{hearingId}/transcript-reopening' })
    .input(z.strictObject({ hearingId: z.uuid(), reason: z.string().trim().min(2).max(2000) })).output(commandAnswer),
};
