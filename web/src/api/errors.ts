/**
 * What an operation answers when it does not do what was asked: RFC 9457 problem documents as typed errors
 * (`ApiProblem`), with words in both languages wherever the server gave them.
 */
import { ORPCError } from '@orpc/client';
import type { Words } from '#domain/law/ruled.ts';

/** The codes of the contract's one error table (api/contract/shared.ts), and what only the browser can know. */
export const problemCodes = [
  'UNAUTHENTICATED', 'NOT_FOUND', 'REFUSED', 'INVALID', 'ALREADY_DONE', 'CONFLICT', 'TOO_LARGE', 'TOO_MANY', 'UNAVAILABLE',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export interface FieldProblem { path: string; message: Words }

/** One shape for every way that a call can fail. */
export interface ApiProblem {
  /** `NETWORK`: no answer came; `UNEXPECTED`: an answer outside the contract. */
  code: ProblemCode | 'NETWORK' | 'UNEXPECTED';
  status: number | null;
  message: Words | null;
  /** REFUSED and CONFLICT: the rule's stable code, and the articles that it rests on. */
  rule: string | null;
  articles: string[];
  /** INVALID: which fields, by dotted path. */
  fields: FieldProblem[];
  /** ALREADY_DONE: who completed it and when. */
  by: string | null;
  at: string | null;
  detail: unknown;
}

interface ProblemData { message?: Words; code?: string; articles?: string[]; fields?: FieldProblem[]; by?: string | null; at?: string | null; detail?: unknown }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isProblemCode = (code: unknown): code is ProblemCode => problemCodes.includes(code as ProblemCode);

/** The client's library reads `application/json` alone; a problem document is that by another name. */
export function readableProblem(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  return new Response(response.body, { status: response.status, headers });
}

/** Reads a problem document (api/contract/problem.ts, without its zod). @returns null when it is not one. */
export function problemFrom(body: unknown, status: number): ORPCError<string, unknown> | null {
  if (!isObject(body) || typeof body['code'] !== 'string') return null;
  const data = isObject(body['data']) ? body['data'] : {};
  const messages = isObject(body['messages']) ? { message: body['messages'] } : {};
  return new ORPCError(body['code'], { status, message: String(body['detail'] ?? body['title'] ?? body['code']), data: { ...messages, ...data }, defined: true });
}

/** @returns what went wrong, from anything that a call may throw. */
export function asProblem(error: unknown): ApiProblem {
  const empty = { message: null, rule: null, articles: [], fields: [], by: null, at: null, detail: null };
  if (!(error instanceof ORPCError)) return { ...empty, code: 'NETWORK', status: null };
  const data: ProblemData = isObject(error.data) ? error.data : {};
  return {
    code: isProblemCode(error.code) ? error.code : error.status >= 502 && error.status <= 504 ? 'UNAVAILABLE' : 'UNEXPECTED',
    status: error.status,
    message: data.message ?? null,
    rule: data.code ?? null,
    articles: data.articles ?? [],
    fields: data.fields ?? [],
    by: data.by ?? null,
    at: data.at ?? null,
    detail: data.detail ?? null,
  };
}

/** True when sending the same command again may succeed: nothing was decided yet. */
export const mayRetry = (problem: ApiProblem): boolean => problem.code === 'NETWORK' || problem.code === 'UNAVAILABLE';
