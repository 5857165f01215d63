/** Who tried what, when, and under which rule it was refused: kept beside the journal. */
import type { ORPCError } from '@orpc/server';
import type { ApiContext } from '#api/context.ts';
import { systemOf } from '#db/system-credentials.ts';
import { refusedAttempts } from '#db/schema/journal.ts';

/** Refused by a rule, by somebody else's being first, hidden, or tried too often: who tried is kept. */
const keptCodes = new Set(['REFUSED', 'CONFLICT', 'ALREADY_DONE', 'NOT_FOUND', 'TOO_MANY']);

/**
 * Of another system everything that is refused is kept: a forged credential, a body that does not fit, what comes late.
 * Null for what nobody knows the sender of, so that no stranger can fill the record.
 */
async function systemThatTried({ attempt, credential, sql }: ApiContext, error: ORPCError<string, unknown>): Promise<string | null> {
  if (error.code === 'TOO_MANY') return null;
  if (attempt.system !== undefined) return attempt.system;
  if (error.code === 'UNAUTHENTICATED') return 'unknown';
  return credential === undefined ? null : (await systemOf(sql, credential))?.system ?? null;
}

/** Of a request that was refused; an operation that does many things at once keeps each by itself. */
export async function keepAttempt(context: ApiContext, operation: string, error: ORPCError<string, unknown>): Promise<void> {
  const system = operation.startsWith('systems.') ? await systemThatTried(context, error) : undefined;
  if (system === null) return;
  if (system === undefined) {
    if (!keptCodes.has(error.code) || !context.user) return;
    if (error.code === 'NOT_FOUND' && context.attempt.caseId === null) return;
  }
  const data = error.data as { code?: string; articles?: string[]; by?: string | null; at?: string | null } | undefined;
  const detail = { status: error.status, articles: data?.articles ?? [], ...(data?.at ? { at: data.at } : {}), ...(system === undefined ? {} : { system }) };
  await context.db.insert(refusedAttempts).values({
    personId: context.user?.personId ?? null, operation, caseId: context.attempt.caseId, subject: context.attempt.subject, code: data?.code ?? error.code, detail,
  }).catch((failure: unknown) => {
    // The refusal itself stands; that it could not be kept is an operations matter.
    context.log.error({ operation, why: failure instanceof Error ? failure.message : String(failure) }, 'a refused attempt could not be kept');
  });
}
