/** Beginning a case's workflow again from a point of its history (docs/decisions/reset.md): asked for by one of operations, confirmed by another. */
import { z } from 'zod';
import { base, instant, words } from '#api/contract/shared.ts';

const preview = z.object({
  eventId: z.number(), seq: z.number(), after: z.number(),
  again: z.array(z.object({ activity: z.string(), held: z.boolean() })),
  updates: z.array(z.object({ eventId: z.number(), name: z.string(), lost: z.boolean() })),
  signals: z.array(z.object({ eventId: z.number(), name: z.string() })), children: z.array(z.string()),
});
const choice = { eventId: z.number().int().positive(), keepSignals: z.boolean(), keepUpdates: z.boolean() };
const asked = z.object({
  resetId: z.uuid(), caseId: z.uuid(), caseNumber: z.string().nullable(), state: z.enum(['asked', 'takenBack', 'refused', 'confirmed', 'done']), ...choice, reason: z.string(), preview,
  by: z.string(), mine: z.boolean(), at: instant, decidedBy: z.string().nullable(), decidedAt: instant.nullable(), decisionReason: z.string().nullable(),
});
const caseId = z.uuid();

export const resets = {
  /** The case that somebody means: by its number, its id or the id of its workflow. */
  find: base.route({ method: 'GET', path: '/supervision/reset-cases' }).input(z.strictObject({ asked: z.string().trim().min(1).max(80) })).output(z.object({ caseId: z.uuid(), caseNumber: z.string().nullable() })),
  /** Where the workflow can begin again, the newest first: what came next there, in the court's words. */
  points: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/reset-points' }).input(z.strictObject({ caseId }))
    .output(z.object({ caseNumber: z.string().nullable(), runId: z.string(), points: z.array(z.object({ eventId: z.number(), at: instant, seq: z.number(), next: z.array(words) })) })),
  /** What a reset would do again, and what the ledger would hold back. */
  preview: base.route({ method: 'GET', path: '/supervision/cases/{caseId}/reset-preview' }).input(z.strictObject({ caseId, eventId: z.coerce.number().int().positive() }))
    .output(z.object({ preview, refusal: z.object({ code: z.string(), message: words }).nullable() })),
  /** The newest hundred. */
  list: base.route({ method: 'GET', path: '/supervision/resets' }).output(z.object({ resets: z.array(asked) })),
  ask: base.route({ method: 'POST', path: '/supervision/cases/{caseId}/resets' }).input(z.strictObject({ caseId, ...choice, reason: z.string().trim().min(2).max(2000) })).output(z.object({ resetId: z.uuid() })),
  /** Confirmed by somebody else, it is carried out. Who asked can only take it back. */
  decide: base.route({ method: 'POST', path: '/supervision/resets/{resetId}/decision' })
    .input(z.strictObject({ resetId: z.uuid(), decision: z.enum(['confirm', 'refuse', 'takeBack']), reason: z.string().trim().min(2).max(2000).optional() })).output(z.object({ state: z.enum(['takenBack', 'refused', 'done']) })),
};
