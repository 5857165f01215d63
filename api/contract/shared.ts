/** Shapes that several operation groups share, and the errors that every operation may answer. */
import { oc } from '@orpc/contract';
import { z } from 'zod';

export const words = z.object({ zh: z.string(), en: z.string() });
/** Instant, ISO 8601 in UTC. */
export const instant = z.string();
export const personRef = z.object({ personId: z.uuid(), name: z.string() });

/** What a refusal carries: the rule's code, its articles, the message in both languages. */
export const refusalData = z.object({
  code: z.string(),
  articles: z.array(z.string()),
  message: words,
  detail: z.unknown().optional(),
});

/**
 * The one table from error to status. Every answer is RFC 9457 `application/problem+json` with `code`.
 * Not allowed to see a thing is NOT_FOUND.
 */
export const base = oc.errors({
  UNAUTHENTICATED: { status: 401, data: z.object({ message: words }) },
  NOT_FOUND: { status: 404, data: z.object({ message: words }) },
  REFUSED: { status: 422, data: refusalData },
  INVALID: { status: 400, data: z.object({ message: words, fields: z.array(z.object({ path: z.string(), message: words })) }) },
  ALREADY_DONE: { status: 409, data: z.object({ message: words, by: z.string().nullable(), at: z.string().nullable() }) },
  CONFLICT: { status: 409, data: refusalData },
  TOO_LARGE: { status: 413, data: z.object({ message: words }) },
  TOO_MANY: { status: 429, data: z.object({ message: words }) },
  UNAVAILABLE: { status: 503, data: z.object({ message: words }) },
});

/** Every write answers like this: done, or kept and being sent again until Temporal has answered. */
export const commandAnswer = z.object({
  commandId: z.uuid(),
  state: z.enum(['answered', 'pending']),
  /** The journal entry that the write made; the reader's view has it when the answer is sent (or `behind` is true). */
  stream: z.string().optional(),
  seq: z.number().int().optional(),
  behind: z.boolean().optional(),
  result: z.unknown().optional(),
});
export type CommandAnswer = z.infer<typeof commandAnswer>;

/** The header of every write; the browser makes one a click, and uses it again when it retries. */
export const idempotencyHeader = 'idempotency-key';
