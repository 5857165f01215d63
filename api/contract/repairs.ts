/** Failed steps across all cases, as operations repair them. Answers to them are tasks (api/contract/tasks.ts). */
import { z } from 'zod';
import { base, instant, personRef } from '#api/contract/shared.ts';

const failedStep = z.object({
  taskId: z.uuid(), caseId: z.uuid(), caseNumber: z.string().nullable(), step: z.string(), error: z.string(), errorType: z.string(), input: z.unknown(), attempts: z.number(),
  firstAt: instant, times: z.number(), since: instant,
});
const group = z.object({ key: z.string(), step: z.string(), signature: z.string(), errorType: z.string(), cases: z.number(), first: instant, last: instant, members: z.array(failedStep) });
const confirmation = z.object({
  taskId: z.uuid(), caseId: z.uuid(), caseNumber: z.string().nullable(), step: z.string(), error: z.string(), input: z.unknown(), action: z.enum(['skip', 'fail']), why: z.string(), by: personRef.extend({ personId: z.string() }),
  /** Asked by the reader, who can only take it back. */
  mine: z.boolean(), since: instant,
});
const effect = z.object({ key: z.string(), kind: z.string(), state: z.enum(['intended', 'done', 'ambiguous', 'failed']), at: instant, doneAt: instant.nullable() });

export const repairs = {
  /** In groups of one step and one error, the largest first; and what waits for a second person. */
  list: base.route({ method: 'GET', path: '/supervision/failures' }).output(z.object({ total: z.number(), groups: z.array(group), confirmations: z.array(confirmation) })),
  /** What the ledger knows of the effects of a step that failed. */
  effects: base.route({ method: 'GET', path: '/supervision/failures/{taskId}/effects' }).input(z.strictObject({ taskId: z.uuid() })).output(z.object({ effects: z.array(effect) })),
  /** Effects of which nobody knows whether they happened. */
  ambiguous: base.route({ method: 'GET', path: '/supervision/ambiguous-effects' })
    .output(z.object({ effects: z.array(effect.extend({ caseId: z.uuid().nullable(), caseNumber: z.string().nullable(), taskId: z.uuid().nullable() })) })),
  /** Asks the provider what became of a key. `unknown`: it never got it; `unreachable`: it cannot be asked now; `notAsked`: the effect has no provider. */
  askProvider: base.route({ method: 'GET', path: '/supervision/provider' }).input(z.strictObject({ key: z.string().min(1).max(300) }))
    .output(z.object({ answer: z.enum(['sent', 'unknown', 'unreachable', 'notAsked']), sentAt: instant.nullable(), deliveredAt: instant.nullable(), detail: z.string().nullable() })),
};
