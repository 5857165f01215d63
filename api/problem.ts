/** Errors as RFC 9457 problem documents, in the person's language and in both. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import { ORPCError } from '@orpc/server';
import { problemMediaType, type Problem } from '#api/contract/problem.ts';
import type { Words } from '#domain/law/ruled.ts';

const titles: Record<string, Words> = {
  UNAUTHENTICATED: { zh: '未登录', en: 'Not signed in' },
  FORBIDDEN: { zh: '请求被拒绝', en: 'Forbidden' },
  NOT_FOUND: { zh: '没有找到', en: 'Not found' },
  REFUSED: { zh: '依照规则不予办理', en: 'Refused by rule' },
  INVALID: { zh: '提交的内容有误', en: 'Not valid' },
  ALREADY_DONE: { zh: '已经办结', en: 'Done already' },
  CONFLICT: { zh: '冲突', en: 'Conflict' },
  TOO_LARGE: { zh: '内容过大', en: 'Too large' },
  TOO_MANY: { zh: '操作过于频繁', en: 'Too many attempts' },
  UNAVAILABLE: { zh: '暂时不可用', en: 'Not available' },
};
const internal: Words = { zh: '服务器内部错误，已记录。', en: 'An error inside the server; it has been recorded.' };

/** The language that a person reads: Chinese unless the browser prefers English. */
export function languageOf(headers: IncomingHttpHeaders): 'zh' | 'en' {
  const preferred = (headers['accept-language'] ?? '').split(',')
    .map((part) => part.trim().split(';q='))
    .map(([tag = '', quality = '1']) => ({ tag: tag.toLowerCase(), quality: Number(quality) || 0 }))
    .sort((one, other) => other.quality - one.quality);
  return preferred.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'))?.tag.startsWith('en') ? 'en' : 'zh';
}

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** The document of an error. Errors outside the contract say nothing of what happened inside. */
export function problemOf(error: ORPCError<string, unknown>, language: 'zh' | 'en'): Problem {
  const known = titles[error.code];
  const data = known ? (error.data as { message?: unknown } | undefined) : undefined;
  const messages = isWords(data?.message) ? data.message : (known ?? internal);
  const code = known ? error.code : 'INTERNAL';
  return {
    type: `urn:kaiting:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: (known ?? { zh: '服务器错误', en: 'Server error' })[language],
    status: known ? error.status : 500,
    detail: messages[language],
    code, messages, data: data ?? {},
  };
}

export const forbidden = (message: Words) => new ORPCError('FORBIDDEN', { status: 403, message: message.en, data: { message } });

/** Answers an express request with a problem. */
export function sendProblem(response: Response, error: ORPCError<string, unknown>): void {
  if (response.headersSent) { response.destroy(); return; }
  const problem = problemOf(error, languageOf(response.req.headers));
  response.status(problem.status).type(problemMediaType).set('vary', 'accept-language').send(JSON.stringify(problem));
}
