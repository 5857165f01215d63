/**
 * The operations of the contract under `/api`: bodies checked, errors as problem documents, and every refused attempt
 * kept, with who tried what and under which rule it was refused.
 */
import type { Request, Response } from 'express';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { isContractProcedure, ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { AnyRouter } from '@orpc/server';
import type { z } from 'zod';
import { contract } from '#api/contract/contract.ts';
import { problemMediaType } from '#api/contract/problem.ts';
import type { ApiContext } from '#api/context.ts';
import { invalid, tooLarge, unavailable } from '#api/errors.ts';
import { checkFields } from '#api/operations/field-problems.ts';
import { languageOf, problemOf } from '#api/problem.ts';
import { systemOf } from '#db/system-credentials.ts';
import { isUnreachable } from '#db/unreachable.ts';
import { refusedAttempts } from '#db/schema/journal.ts';

/** Large enough for the longest filing. Bytes. */
const LARGEST_BODY = 512 * 1024;

/** Refused by a rule, by somebody else's being first, or hidden: who tried is kept. */
const keptCodes = new Set(['REFUSED', 'CONFLICT', 'ALREADY_DONE', 'NOT_FOUND']);

export type AnswerOperation = (request: Request, response: Response, context: ApiContext) => Promise<boolean>;

/** @returns a function that answers a request, or false when no operation has its path. */
export function mountOperations(router: AnyRouter): AnswerOperation {
  const handler = new OpenAPIHandler<ApiContext>(router as never, {
    plugins: [new BodyLimitPlugin({ maxBodySize: LARGEST_BODY })],
    interceptors: [async ({ next, request, context }) => {
      try {
        return await next();
      } catch (error) {
        const problem = problemOf(asContractError(error, context), languageOf(request.headers));
        // The library writes `application/json` over every header; a stream passes as it is.
        return {
          matched: true,
          response: { status: problem.status, headers: { 'content-type': problemMediaType, vary: 'accept-language' }, body: new Response(JSON.stringify(problem)).body! },
        };
      }
    }],
    clientInterceptors: [async ({ next, path, context }) => {
      try {
        return await next();
      } catch (error) {
        const shown = withFields(error, path);
        if (shown instanceof ORPCError) await keepAttempt(context, path.join('.'), shown);
        if (!(shown instanceof ORPCError) && isUnreachable(shown)) throw unavailable();
        // What is no error of the contract happened inside the operation, not while reading the request.
        throw shown instanceof ORPCError ? shown : new ORPCError('INTERNAL', { status: 500, cause: shown });
      }
    }],
  });
  return async (request, response, context) => (await handler.handle(request, response, { prefix: '/api', context })).matched;
}

function asContractError(error: unknown, context: ApiContext): ORPCError<string, unknown> {
  if (!(error instanceof ORPCError)) return invalid([], { zh: '请求体无法读取。', en: 'The body of the request cannot be read.' });
  if (error.code === 'PAYLOAD_TOO_LARGE') return tooLarge({ zh: '提交的内容过大。', en: 'What was sent is too large.' });
  if (error.code === 'INTERNAL' || error.code === 'INTERNAL_SERVER_ERROR') {
    const cause = error.cause instanceof Error ? error.cause : error;
    context.log.error({ failure: cause.name, why: cause.message, stack: cause.stack }, 'an operation failed');
  }
  return error as ORPCError<string, unknown>;
}

/** The library's own "input validation failed", with each field's problem in both languages. */
function withFields(error: unknown, path: readonly string[]): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return error;
  const procedure = path.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], contract);
  const schema = isContractProcedure(procedure) ? (procedure['~orpc'].inputSchema as z.ZodType | undefined) : undefined;
  const checked = schema && checkFields(schema, error.cause.data);
  return invalid(checked && !checked.ok ? checked.fields : []);
}

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

async function keepAttempt(context: ApiContext, operation: string, error: ORPCError<string, unknown>): Promise<void> {
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
