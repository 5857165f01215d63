/** The manager's audit: one history a case, the comparison of the record with itself, anchors, and who looked at what. */
import { z } from 'zod';
import { historySources } from '#domain/audit/history-entry.ts';
import { givenMoment } from '#domain/calendar/given-day.ts';
import { base, instant, words } from '#api/contract/shared.ts';

const byCase = { caseId: z.uuid() };
const moment = givenMoment;

export const historyEntry = z.object({
  /** Unique in the case's history. */
  id: z.string(),
  source: z.enum(historySources),
  /** When it happened, by real clocks: what the whole history is ordered by. */
  at: instant,
  /** By the court's clock, where the entry bears it (the demonstration court's is moved ahead). */
  courtAt: instant.nullable(),
  kind: z.string(),
  title: words,
  /** What programs call it: an operation, an activity, a kind of event. */
  technical: z.string().nullable(),
  who: z.string().nullable(),
  articles: z.array(z.string()),
  refused: z.boolean(),
  /** The workflow or journal, and the number there. */
  stream: z.string().nullable(),
  seq: z.number().nullable(),
  /** Every id that it bears: command, task, hearing, person … Entries with the same id belong together. */
  ids: z.array(z.object({ id: z.string(), name: z.string() })),
  files: z.array(z.object({ fileId: z.uuid(), name: z.string() })),
  taskId: z.uuid().nullable(),
  /** Where a recording shows it. */
  moment: z.object({ hearingId: z.uuid(), seconds: z.number() }).nullable(),
  /** The event of Temporal's history that it comes from, or that it is. */
  event: z.object({ workflowId: z.string(), runId: z.string(), eventId: z.string() }).nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const finding = z.object({ kind: z.string(), stream: z.string(), subject: z.string(), expected: z.unknown().optional(), found: z.unknown().optional(), event: z.object({ runId: z.string(), eventId: z.string() }).optional() });

export const auditResult = z.object({
  caseId: z.uuid(),
  streams: z.array(z.object({ stream: z.string(), entries: z.number(), runs: z.number(), events: z.number(), history: z.enum(['complete', 'partly', 'gone']), from: z.enum(['live', 'export', 'both']).nullable(), anchors: z.number() })),
  findings: z.array(finding),
  differences: z.array(z.object({ table: z.string(), key: z.string(), column: z.string().nullable(), expected: z.unknown().optional(), found: z.unknown().optional() })),
  resets: z.array(z.object({ stream: z.string(), seq: z.number(), from: z.number(), to: z.number(), runId: z.string(), by: z.string(), confirmedBy: z.string(), reason: z.string(), compared: z.boolean() })).optional(),
  commands: z.number(),
  sealedCommands: z.number(),
  anchoredUntil: instant.nullable(),
});

export const auditRun = z.object({
  auditId: z.uuid(),
  by: z.string(),
  source: z.enum(['live', 'export']),
  /** `stopped`: it was running and its process is gone. */
  state: z.enum(['running', 'done', 'failed', 'stopped']),
  progress: z.object({ step: z.enum(['anchors', 'journals', 'commands', 'tables']), done: z.number(), of: z.number() }),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** What could not be read, where it failed. */
  error: z.string().nullable(),
  result: auditResult.nullable(),
});
export type AuditRun = z.infer<typeof auditRun>;

export const look = z.object({
  id: z.string(), at: instant, until: instant.nullable(), personId: z.uuid(), name: z.string(), roles: z.array(z.string()),
  caseId: z.uuid(), caseNumber: z.string().nullable(), what: words, subject: z.string().nullable(),
  /** As what they were allowed; null for looks from before this was kept. */
  why: words.nullable(),
});

export const audit = {
  /** Newest first, a page at a time. `about`: only what bears this id. Looking is itself on record. */
  history: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/entries' })
    .input(z.strictObject({
      ...byCase, sources: z.string().max(200).optional(), person: z.uuid().optional(), article: z.string().max(20).optional(), kind: z.string().max(60).optional(), about: z.string().max(120).optional(),
      refused: z.enum(['true']).optional(), from: moment.optional(), to: moment.optional(), after: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(100),
    }))
    .output(z.object({ entries: z.array(historyEntry), next: z.string().nullable(), /** What of Temporal's histories could not be read now. */ unread: z.array(z.string()) })),
  /** What the history can be filtered by, and how much of each source there is. */
  overview: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/entries/overview' }).input(z.strictObject(byCase))
    .output(z.object({
      counts: z.record(z.string(), z.number()), people: z.array(z.object({ personId: z.uuid(), name: z.string() })), articles: z.array(z.string()), kinds: z.array(z.string()),
      exports: z.object({ streams: z.number(), exported: z.number(), exportedAt: instant.nullable() }),
    })),
  /** One event of a workflow's history, with everything that the court's keys open. */
  event: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/workflows/{workflowId}/runs/{runId}/events/{eventId}' })
    .input(z.strictObject({ ...byCase, workflowId: z.string().regex(/^[\w-]{1,80}$/), runId: z.string().regex(/^[\w-]{1,60}$/), eventId: z.string().regex(/^\d{1,9}$/) }))
    .output(z.object({ type: z.string(), at: instant, attributes: z.record(z.string(), z.unknown()), source: z.enum(['live', 'export', 'both']) })),
  /** Begins the comparison of a case's record with itself; it goes on by itself. */
  start: base.route({ method: 'POST', path: '/supervision/cases/{caseId}/audits' }).input(z.strictObject({ ...byCase, source: z.enum(['live', 'export']) })).output(z.object({ auditId: z.uuid() })),
  get: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/audits/{auditId}' }).input(z.strictObject({ ...byCase, auditId: z.uuid() })).output(auditRun),
  /** The newest first. */
  list: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/audits' }).input(z.strictObject(byCase))
    .output(z.object({ audits: z.array(auditRun.omit({ result: true }).extend({ differences: z.number().nullable() })), closed: z.boolean(), exports: z.object({ streams: z.number(), exported: z.number(), exportedAt: instant.nullable() }) })),
  anchors: base.route({ method: 'GET', path: '/supervision/anchors' })
    .output(z.object({ anchors: z.array(z.object({ number: z.number(), day: z.string(), madeAt: instant, streams: z.number(), sha256: z.string() })) })),
  /** Who looked at what, when, and as what they were allowed to: newest first. */
  looks: base.route({ method: 'GET', path: '/supervision/looks' })
    .input(z.strictObject({ person: z.uuid().optional(), caseId: z.uuid().optional(), from: moment.optional(), to: moment.optional(), staffOnly: z.enum(['true']).optional(), after: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }))
    .output(z.object({ looks: z.array(look), next: z.string().nullable(), people: z.array(z.object({ personId: z.uuid(), name: z.string() })) })),
};
