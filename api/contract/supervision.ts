/** Managers, operations, and the demonstration court's own controls. */
import { z } from 'zod';
import { base, commandAnswer, instant } from '#api/contract/shared.ts';
import { timelineEntry } from '#api/contract/cases.ts';

export const supervision = {
  /** The manager's history of a case: journal, tasks, refused attempts, SMS receipts, views. Looking is itself on record. */
  history: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/history' })
    .input(z.strictObject({ caseId: z.uuid() })).output(z.object({ entries: z.array(timelineEntry) })),
  failedSteps: base.route({ method: 'GET', path: '/supervision/failed-steps' })
    .output(z.object({ steps: z.array(z.object({ taskId: z.uuid(), caseId: z.uuid(), caseNumber: z.string().nullable(), step: z.string(), error: z.string(), input: z.unknown(), attempts: z.number(), since: instant })) })),
  health: base.route({ method: 'GET', path: '/supervision/health' })
    .output(z.object({ parts: z.array(z.object({ part: z.string(), healthy: z.boolean(), detail: z.string() })), pendingCommands: z.number(), ambiguousEffects: z.number() })),
  command: base.route({ method: 'GET', path: '/commands/{commandId}' }).input(z.strictObject({ commandId: z.uuid() })).output(commandAnswer),
};

/** Exist only in the demonstration mode; elsewhere the process refuses to start with them. */
export const demonstration = {
  outbox: base.route({ method: 'GET', path: '/demonstration/outbox' })
    .input(z.strictObject({ phone: z.string().max(11).optional() }))
    .output(z.object({ messages: z.array(z.object({ key: z.string(), phone: z.string(), text: z.string(), sentAt: instant, deliveredAt: instant.nullable() })) })),
  moveClock: base.route({ method: 'POST', path: '/demonstration/clock' })
    .input(z.strictObject({ forwardMinutes: z.number().int().min(1).max(60 * 24 * 400) })).output(z.object({ now: instant, offsetMs: z.number() })),
};
