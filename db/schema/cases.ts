/** What people read of cases, tasks and hearings: projections of the journal, written by the projector alone. */
import type { CaseCard } from '#domain/tasks/queue-views.ts';
import { sql } from 'drizzle-orm';
import type { EvidenceItem } from '#domain/evidence/item.ts';
import type { EvidencePeriod } from '#domain/evidence/period.ts';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Participant, CaseFacts } from '#domain/case/types.ts';
import type { AppealFacts, Instance, PartyKind, ProsecutionGround } from '#domain/filing/kinds.ts';
import type { Prosecution } from '#domain/filing/public-prosecution.ts';
import type { MaterialCategory } from '#domain/filing/material-categories.ts';
import type { ClosedHow, StageOrClosed } from '#domain/case/stages.ts';
import type { Deduction, SelfTestFindings, SelfTestScore } from '#domain/preparation/self-test-score.ts';
import type { SuspensionGround } from '#domain/case/suspension.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Before the workflow starts: what the party typed, with names and claims, which no workflow sees. */
export const filings = pgTable('filings', {
  caseId: uuid('case_id').primaryKey(),
  filedBy: uuid('filed_by').notNull(),
  causeOfAction: text('cause_of_action').notNull(),
  claims: text('claims').notNull(),
  factsAndReasons: text('facts_and_reasons').notNull(),
  filedAt: at('filed_at').notNull().defaultNow(),
  particulars: jsonb('particulars').$type<FilingParticulars>().notNull().default({}),
  materials: jsonb('materials').$type<FiledMaterial[]>().notNull().default([]),
  /** The version of the text above; earlier ones stay in `filing_versions`. */
  version: integer('version').notNull().default(1),
});

export interface FiledMaterial { fileId: string; category: MaterialCategory }
/** What kind of case it is, as filed. Absent parts: a civil action of first instance. */
export interface FilingParticulars {
  caseType?: CaseFacts['caseType'];
  instance?: Instance;
  prosecutionGround?: ProsecutionGround;
  /** Both of a public prosecution alone. */
  publicProsecution?: true;
  prosecution?: Prosecution;
  appeal?: AppealFacts & { lateBecause?: string };
}

/**
 * Every version of a filing's text. The journal says which one stands: a version whose correction the workflow did not
 * take (it had lapsed) stays here and never stands.
 */
export const filingVersions = pgTable('filing_versions', {
  caseId: uuid('case_id').notNull(),
  version: integer('version').notNull(),
  content: jsonb('content').$type<FilingContent>().notNull(),
  /** What was changed, as corrections are named (domain/filing/corrections.ts); empty for the first. */
  changed: jsonb('changed').$type<string[]>().notNull(),
  at: at('at').notNull(),
}, (t) => [primaryKey({ columns: [t.caseId, t.version] })]);

export interface FilingContent {
  causeOfAction: string;
  claims: string;
  factsAndReasons: string;
  materials: FiledMaterial[];
}

/** Parties that are no natural persons, as one filing names them; who acts for them is the participant's person. */
export const organisations = pgTable('organisations', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<Exclude<PartyKind, 'natural'>>().notNull(),
  name: text('name').notNull(),
  /** GB 32100; null where the filer did not know it. */
  creditCode: text('credit_code'),
  address: text('address').notNull(),
  /** The office of whoever acts for it: 法定代表人, 负责人 … */
  office: text('office').notNull(),
  namedIn: uuid('named_in').notNull(),
}, (t) => [index('organisations_case').on(t.namedIn)]);

export const cases = pgTable('cases', {
  id: uuid('id').primaryKey(),
  caseNumber: text('case_number').unique(),
  facts: jsonb('facts').$type<CaseFacts>().notNull(),
  filedBy: uuid('filed_by').notNull(),
  filedAt: at('filed_at').notNull(),
  stage: text('stage').$type<StageOrClosed>().notNull(),
  stageSince: at('stage_since').notNull(),
  presidingJudge: uuid('presiding_judge'),
  panel: uuid('panel').array().notNull().default([]),
  clerk: uuid('clerk'),
  technician: uuid('technician'),
  division: text('division'),
  closedHow: text('closed_how').$type<ClosedHow>(),
  /** While the proceedings are suspended (CPL-153). */
  suspension: jsonb('suspension').$type<{ ground: SuspensionGround; reason: string; participantId: string | null; articles: string[]; since: string } | null>(),
  closedReason: text('closed_reason'),
  closedAt: at('closed_at'),
  /** 举证期限 as it stands (domain/evidence/period.ts); null before the exchange of evidence. */
  evidencePeriod: jsonb('evidence_period').$type<EvidencePeriod>(),
  /** What the work queue searches (db/projector/search-text.ts). */
  searchText: text('search_text'),
  /** What a row of the work queue says of the case (db/projector/search-text.ts). */
  card: jsonb('card').$type<CaseCard>(),
}, (t) => [index('cases_stage').on(t.stage, t.division), index('cases_judge').on(t.presidingJudge), index('cases_clerk').on(t.clerk)]);

export const participants = pgTable('participants', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  personId: uuid('person_id').notNull(),
  role: text('role').$type<Participant['role']>().notNull(),
  organisationId: uuid('organisation_id'),
  agency: jsonb('agency').$type<Participant['agency'] | null>(),
  /** Left the case: sees nothing of it any more. */
  leftAt: at('left_at'),
}, (t) => [index('participants_case').on(t.caseId), index('participants_person').on(t.personId)]);

/** What was asked about the bench of a case (CPL-47 to CPL-50), for its pages. */
export const recusals = pgTable('recusals', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  ofPerson: uuid('of_person').notNull(),
  seat: text('seat').notNull(),
  ground: text('ground').notNull(),
  reason: text('reason').notNull(),
  askedBy: uuid('asked_by').notNull(),
  again: boolean('again').notNull(),
  askedAt: at('asked_at').notNull(),
  state: text('state').$type<'open' | 'sustained' | 'rejected'>().notNull(),
  decisionReason: text('decision_reason'),
  decidedAt: at('decided_at'),
}, (t) => [index('recusals_case').on(t.caseId)]);

/** Who was invited into a case, and what came of it. */
export const invitations = pgTable('invitations', {
  participantId: uuid('participant_id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  personId: uuid('person_id').notNull(),
  role: text('role').$type<Participant['role']>().notNull(),
  state: text('state').$type<'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn'>().notNull(),
  invitedAt: at('invited_at').notNull(),
}, (t) => [index('invitations_case').on(t.caseId)]);

/** PAL-19: assessors who were drawn for a panel; who has not accepted has no part in the case yet. */
export const assessorInvitations = pgTable('assessor_invitations', {
  caseId: uuid('case_id').notNull(),
  personId: uuid('person_id').notNull(),
  taskId: uuid('task_id').notNull(),
  state: text('state').$type<'invited' | 'accepted' | 'declined' | 'recused' | 'lapsed'>().notNull(),
  invitedAt: at('invited_at').notNull(),
  answeredAt: at('answered_at'),
}, (t) => [primaryKey({ columns: [t.caseId, t.personId] })]);

export const tasks = pgTable('tasks', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  stream: text('stream').notNull(),
  kind: text('kind').$type<TaskKindName>().notNull(),
  role: text('role').notNull(),
  personId: uuid('person_id'),
  participantId: uuid('participant_id'),
  hearingId: uuid('hearing_id'),
  state: text('state').$type<'open' | 'completed' | 'withdrawn'>().notNull(),
  overdue: boolean('overdue').notNull().default(false),
  facts: jsonb('facts').notNull(),
  articles: jsonb('articles').$type<string[]>().notNull(),
  openedAt: at('opened_at').notNull(),
  dueAt: at('due_at'),
  dueProvisional: boolean('due_provisional').notNull().default(false),
  outcome: jsonb('outcome'),
  completedBy: uuid('completed_by'),
  completedAt: at('completed_at'),
  /** Convenience of people, not of the case: who is at it. Written by the API (an exception of the design). */
  claimedBy: uuid('claimed_by'),
  claimedAt: at('claimed_at'),
  /** The last refusal of an answer (a booking conflict), for the next who opens it. */
  lastRefusal: jsonb('last_refusal'),
  /** That supervises the case (db/queries/division-of.ts), for the queue of its division. */
  division: text('division'),
  /** Of the case, while the task is open: what the work queue searches (db/projector/search-text.ts). */
  searchText: text('search_text'),
// The indexes of open tasks are made by hand (db/migrations, "work_queue"): they hold what the queue's counts need.
}, (t) => [
  index('tasks_completed_by').on(t.completedBy, t.completedAt, t.id).where(sql`state = 'completed'`),
  index('tasks_case').on(t.caseId),
]);

export const hearings = pgTable('hearings', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  sessionNumber: integer('session_number').notNull(),
  kind: text('kind').notNull(),
  startsAt: at('starts_at').notNull(),
  endsAt: at('ends_at').notNull(),
  courtroomId: text('courtroom_id').notNull(),
  meetingNumber: text('meeting_number').notNull(),
  state: text('state').$type<'scheduled' | 'cancelled' | 'moved' | 'open' | 'ended' | 'adjourned' | 'withdrawn'>().notNull(),
  /** The count of working days rests on a year without a published calendar. */
  provisional: boolean('provisional').notNull().default(false),
  phase: text('phase').notNull().default('scheduled'),
  phaseSince: at('phase_since'),
  recording: boolean('recording').notNull().default(false),
  openedAt: at('opened_at'),
  closedAt: at('closed_at'),
  presence: jsonb('presence').$type<Record<string, { state: 'present' | 'away'; cause?: string; since: string }>>().notNull().default({}),
  interruption: jsonb('interruption').$type<{ interruptionId: string; participantId: string; cause: string; since: string; suspendedBySystem: boolean } | null>(),
}, (t) => [index('hearings_case').on(t.caseId), index('hearings_start').on(t.startsAt), uniqueIndex('hearings_meeting_number').on(t.meetingNumber)]);

export const notices = pgTable('notices', {
  hearingId: uuid('hearing_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  caseId: uuid('case_id').notNull(),
  documentFileId: uuid('document_file_id'),
  issuedAt: at('issued_at').notNull(),
  effectKey: text('effect_key').notNull(),
  provenHow: text('proven_how').$type<'confirmed' | 'phone' | 'waived'>(),
  provenAt: at('proven_at'),
}, (t) => [primaryKey({ columns: [t.hearingId, t.participantId] })]);

/** Every device test of a participant for a hearing (G2), scored. */
export const selfTests = pgTable('self_tests', {
  hearingId: uuid('hearing_id').notNull(),
  participantId: uuid('participant_id').notNull(),
  at: at('at').notNull(),
  caseId: uuid('case_id').notNull(),
  seq: integer('seq').notNull(),
  score: integer('score').notNull(),
  verdict: text('verdict').$type<SelfTestScore['verdict']>().notNull(),
  deductions: jsonb('deductions').$type<Deduction[]>().notNull(),
  findings: jsonb('findings').$type<SelfTestFindings>().notNull(),
}, (t) => [primaryKey({ columns: [t.caseId, t.seq] }), index('self_tests_hearing').on(t.hearingId)]);

export const evidence = pgTable('evidence', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  submittedBy: uuid('submitted_by').notNull(),
  title: text('title').notNull(),
  source: text('source').notNull(),
  proves: text('proves').notNull(),
  fileId: uuid('file_id').notNull(),
  submittedAt: at('submitted_at').notNull(),
  /** The whole item as the journal had it last: number, kind, versions, opinions (domain/evidence/item.ts). */
  record: jsonb('record').$type<EvidenceItem>(),
}, (t) => [index('evidence_case').on(t.caseId)]);

export const archives = pgTable('archives', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull().unique(),
  mainVolume: text('main_volume').notNull(),
  confidentialVolume: text('confidential_volume').notNull(),
  /** Null where nothing was recorded. */
  disc: text('disc'),
  sealedAt: at('sealed_at').notNull(),
});
