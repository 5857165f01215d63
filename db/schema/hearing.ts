/** The hearing room: seats, raw media events, transcript lines and frozen versions, recordings. */
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { RecordingAccess } from '#domain/recordings/access.ts';
import type { RawMediaEvent } from '#domain/hearing/raw-media-event.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const rooms = pgTable('rooms', {
  hearingId: uuid('hearing_id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  roomId: text('room_id').notNull().unique(),
  pin: text('pin').notNull(),
  secret: text('secret').notNull(),
  mediaHost: text('media_host').notNull(),
  state: text('state').$type<'open' | 'closed'>().notNull(),
  recordingFolder: text('recording_folder').notNull(),
});

/** A seat is one person's place in one hearing: opaque id and token that only the media server and the proxy see. */
export const seats = pgTable('seats', {
  hearingId: uuid('hearing_id').notNull(),
  personId: uuid('person_id').notNull(),
  participantId: uuid('participant_id'),
  role: text('role').notNull(),
  opaqueId: text('opaque_id').notNull(),
  token: text('token').notNull(),
}, (t) => [primaryKey({ columns: [t.hearingId, t.personId] }), uniqueIndex('seats_opaque').on(t.opaqueId)]);

export const mediaEvents = pgTable('media_events', {
  id: text('id').primaryKey(),
  order: bigint('order', { mode: 'number' }).generatedAlwaysAsIdentity(),
  hearingId: text('hearing_id').notNull(),
  opaqueId: text('opaque_id'),
  at: bigint('at', { mode: 'number' }).notNull(),
  event: jsonb('event').$type<RawMediaEvent>().notNull(),
  /** What Janus said, word for word; null for a page's own report. */
  raw: jsonb('raw'),
}, (t) => [index('media_events_hearing').on(t.hearingId, t.at)]);

/** Transcript text while it is typed (an exception of the design): the frozen version is what counts. */
export const transcriptLines = pgTable('transcript_lines', {
  id: uuid('id').primaryKey(),
  hearingId: uuid('hearing_id').notNull(),
  position: integer('position').notNull(),
  speaker: text('speaker').notNull(),
  spokenAt: at('spoken_at').notNull(),
  text: text('text').notNull(),
  writtenBy: uuid('written_by').notNull(),
  amendedBy: uuid('amended_by'),
  revision: integer('revision').notNull().default(1),
  updatedAt: at('updated_at').notNull().defaultNow(),
}, (t) => [index('transcript_lines_hearing').on(t.hearingId, t.position)]);

export const transcriptVersions = pgTable('transcript_versions', {
  hearingId: uuid('hearing_id').notNull(),
  version: integer('version').notNull(),
  caseId: uuid('case_id').notNull(),
  sha256: text('sha256').notNull(),
  /** The canonical text that the hash is of (domain/transcript/version.ts). */
  canonical: text('canonical').notNull(),
  frozenAt: at('frozen_at').notNull(),
  voidedAt: at('voided_at'),
}, (t) => [primaryKey({ columns: [t.hearingId, t.version] })]);

export const signatures = pgTable('signatures', {
  hearingId: uuid('hearing_id').notNull(),
  version: integer('version').notNull(),
  personId: uuid('person_id').notNull(),
  as: text('as').notNull(),
  caseId: uuid('case_id').notNull(),
  signatureFileId: uuid('signature_file_id'),
  sha256: text('sha256').notNull(),
  verifiedBy: text('verified_by').notNull(),
  refused: text('refused'),
  signedAt: at('signed_at').notNull(),
}, (t) => [primaryKey({ columns: [t.hearingId, t.version, t.personId] })]);

export const recordings = pgTable('recordings', {
  id: uuid('id').primaryKey(),
  hearingId: uuid('hearing_id').notNull(),
  caseId: uuid('case_id').notNull(),
  fileId: uuid('file_id').notNull(),
  sha256: text('sha256').notNull(),
  durationMs: integer('duration_ms').notNull(),
  timeline: jsonb('timeline').notNull(),
  ledger: jsonb('ledger').notNull(),
}, (t) => [index('recordings_hearing').on(t.hearingId)]);

/** A party's application for a recording (G10), as its workflow tells it. */
export const recordingsRequests = pgTable('recordings_requests', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  hearingId: uuid('hearing_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  personId: uuid('person_id').notNull(),
  how: text('how').$type<RecordingAccess>().notNull(),
  reason: text('reason').notNull(),
  state: text('state').$type<'asked' | 'preparing' | 'ready' | 'refused' | 'expired' | 'not-made'>().notNull(),
  requestedAt: at('requested_at').notNull(),
  decidedBy: uuid('decided_by'),
  decidedAt: at('decided_at'),
  decisionReason: text('decision_reason'),
  days: integer('days'),
  fileId: uuid('file_id'),
  /** By the court's clock: afterwards the file is not found. */
  until: at('until'),
}, (t) => [index('recordings_requests_case').on(t.caseId), index('recordings_requests_hearing').on(t.hearingId), index('recordings_requests_file').on(t.fileId)]);

/** Every view of a recording or a document of the confidential volume (G10). */
export const viewings = pgTable('viewings', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  personId: uuid('person_id').notNull(),
  caseId: uuid('case_id').notNull(),
  what: text('what').notNull(),
  fileId: uuid('file_id'),
  how: text('how').$type<'view' | 'download'>().notNull().default('view'),
  at: at('at').notNull().defaultNow(),
  /** When anything of it was last asked for: a player asks for parts as it plays. */
  until: at('until'),
  /** As what the person was allowed: a relation to the case, an office, an access that was granted. Null for looks from before this was kept. */
  why: text('why'),
  /** What of the case it was: a task, a hearing, a workflow's event. */
  subject: text('subject'),
}, (t) => [index('viewings_file').on(t.fileId, t.personId), index('viewings_case').on(t.caseId, t.at), index('viewings_person').on(t.personId, t.at), index('viewings_at').on(t.at)]);
