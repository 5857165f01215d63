/** better-auth under `/api/auth`, with only the doors that the court uses, and its errors as problem documents. */
import type { Express, Request, Response } from 'express';
import express from 'express';
import { ORPCError } from '@orpc/server';
import { fromNodeHeaders } from 'better-auth/node';
import { problemMediaType } from '#api/contract/problem.ts';
import { invalid, notFound, tooMany, unavailable } from '#api/errors.ts';
import { languageOf, problemOf, sendProblem } from '#api/problem.ts';
import { clientAddressHeader, type Auth } from '#api/sign-in/auth.ts';
import { unstorable } from '#api/storable-text.ts';
import type { Words } from '#domain/law/ruled.ts';

const isOpen = (paths: readonly string[], path: string) =>
  paths.some((open) => (open.endsWith('*') ? path.startsWith(open.slice(0, -1)) : path === open));

/** Fetch's own Request, in which a call travels on, does not take every method. */
const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** The words for better-auth's own codes; codes of our making bring their words with them. */
const words: Record<string, Words> = {
  INVALID_USERNAME_OR_PASSWORD: { zh: '用户名或密码错误。', en: 'The name or the password is wrong.' },
  INVALID_USERNAME: { zh: '用户名格式有误。', en: 'This is no user name.' },
  USERNAME_TOO_SHORT: { zh: '用户名格式有误。', en: 'This is no user name.' },
  USERNAME_TOO_LONG: { zh: '用户名格式有误。', en: 'This is no user name.' },
  INVALID_PHONE_NUMBER: { zh: '手机号格式有误。', en: 'This is no mobile phone number.' },
  TOO_MANY_ATTEMPTS: { zh: '操作过于频繁，请稍后再试。', en: 'Too many attempts: try again later.' },
};

export function setUpSignIn(app: Express, auth: Auth, paths: readonly string[]): void {
  app.all('/api/auth/*path', express.raw({ type: () => true, limit: 16 * 1024 }), (request, response, next) => {
    const path = request.path.slice('/api/auth'.length);
    if (!methods.has(request.method) || !isOpen(paths, path)) { sendProblem(response, notFound()); return; }
    answer(auth, request, response).catch(next);
  });
}

async function answer(auth: Auth, request: Request, response: Response): Promise<void> {
  const headers = fromNodeHeaders(request.headers);
  headers.set(clientAddressHeader, request.ip ?? '127.0.0.1');
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : (request.body as Buffer | undefined);
  if (Buffer.isBuffer(body) && unstorable(parsed(body.toString('utf8'))).length > 0) { sendProblem(response, invalid([])); return; }
  const answered = await auth.handler(new Request(new URL(request.originalUrl, `${request.protocol}://${request.host}`), {
    method: request.method, headers, ...(body && Buffer.isBuffer(body) && body.length > 0 ? { body: new Uint8Array(body) } : {}),
  }));
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  for (const cookie of answered.headers.getSetCookie()) response.append('set-cookie', cookie);
  const text = await answered.text();
  response.setHeader('cache-control', 'no-store');
  if (answered.status < 400) { response.status(answered.status).send(withoutToken(text)); return; }

  // The pages know better-auth's codes: the document keeps the code, and adds the words.
  const said = parsed(text);
  const messages = said.messages ?? words[said.code ?? ''];
  const base = answered.status === 429 ? tooMany(messages) : signInError(answered.status, messages);
  const problem = problemOf(base, languageOf(request.headers));
  const code = answered.status === 429 ? problem.code : (said.code ?? problem.code);
  const status = answered.status >= 500 ? problem.status : answered.status;
  response.status(status).type(problemMediaType)
    .send(JSON.stringify({ ...problem, status, code, data: { ...(problem.data as object), ...(said.reason ? { code: said.reason } : {}) } }));
}

/** The session is the cookie's, which no script of a page can read; so no script needs the token. */
const withoutToken = (text: string): string => {
  if (text === '') return text;
  return JSON.stringify(JSON.parse(text, (name, value: unknown) => (name === 'token' ? undefined : value)));
};

function signInError(status: number, message: Words | undefined): ORPCError<string, unknown> {
  if (status === 401) return new ORPCError('UNAUTHENTICATED', { status, data: { message: message ?? { zh: '登录失败。', en: 'Signing in failed.' } } });
  if (status === 404) return notFound();
  if (status < 500) return invalid([], message ?? { zh: '提交的内容有误。', en: 'What was sent does not fit.' });
  // It answers 500 when the database is away, and says no more.
  return unavailable();
}

function parsed(text: string): { code?: string; messages?: Words; reason?: string } {
  try {
    return (JSON.parse(text) ?? {}) as { code?: string; messages?: Words; reason?: string };
  } catch {
    return {};
  }
}
