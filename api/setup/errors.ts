/** The last one: whatever went wrong before becomes a problem document. */
import type { ErrorRequestHandler, Express } from 'express';
import { ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import { invalid, notFound, tooLarge, unavailable } from '#api/errors.ts';
import { sendProblem } from '#api/problem.ts';
import { isUnreachable } from '#db/unreachable.ts';

export function setUpErrors(app: Express, log: Logger): void {
  app.use((_request, response) => { sendProblem(response, notFound()); });
  const last: ErrorRequestHandler = (error: unknown, _request, response, _next) => { sendProblem(response, asProblem(error, log)); };
  app.use(last);
}

function asProblem(error: unknown, log: Logger): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return error as ORPCError<string, unknown>;
  if (isUnreachable(error)) return unavailable();
  // express' own: a body that does not parse, is too long, a path that does not decode, a file that is not there.
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status === 404) return notFound();
  if (status === 413) return tooLarge({ zh: '提交的内容过大。', en: 'What was sent is too large.' });
  if (status >= 400 && status < 500) return invalid([], { zh: '请求无法读取。', en: 'The request cannot be read.' });
  log.error({ why: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined }, 'a request failed');
  return new ORPCError('INTERNAL', { status: 500 });
}
