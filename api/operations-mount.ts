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
import { keepAttempt } from '#api/refused-attempts.ts';
import { unstorable } from '#api/storable-text.ts';
import { languageOf, problemOf } from '#api/problem.ts';
import { isUnreachable } from '#db/unreachable.ts';

/** Large enough for the longest filing. Bytes. */
const LARGEST_BODY = 512 * 1024;

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
    clientInterceptors: [async ({ next, path, context, input }) => {
      try {
        const fields = unstorable(input);
        if (fields.length > 0) throw invalid(fields);
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
