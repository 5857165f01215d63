/** The errors of the contract (`contract/shared.ts`), made in one place, each with its message in both languages. */
import { ORPCError } from '@orpc/server';
import type { Refusal, Words } from '#domain/law/ruled.ts';

export interface FieldProblem {
  /** Where in the body, for example "others.0.phone". */
  path: string;
  message: Words;
}

/** 401: nobody is signed in. */
export const unauthenticated = (message: Words = { zh: '请先登录。', en: 'Sign in first.' }) =>
  new ORPCError('UNAUTHENTICATED', { status: 401, message: message.en, data: { message } });

/** 404: there is none, or none that this person may know of. */
export const notFound = (message: Words = { zh: '没有找到。', en: 'Not found.' }) =>
  new ORPCError('NOT_FOUND', { status: 404, message: message.en, data: { message } });

const refusalData = ({ code, articles, message, data }: Refusal) => ({ code, articles: [...articles], message, detail: data });

/** 422: refused by rule. */
export const refused = (refusal: Refusal) =>
  new ORPCError('REFUSED', { status: 422, message: refusal.message.en, data: refusalData(refusal) });

/** 409: somebody else was first, or the form is stale. */
export const conflict = (refusal: Refusal) =>
  new ORPCError('CONFLICT', { status: 409, message: refusal.message.en, data: refusalData(refusal) });

/** 400: a body that does not fit. */
export const invalid = (fields: FieldProblem[], message: Words = { zh: '提交的内容有误。', en: 'What was sent does not fit.' }) =>
  new ORPCError('INVALID', { status: 400, message: message.en, data: { message, fields } });

/** 409: completed before. @param by the name of who did it. @param at ISO 8601. */
export const alreadyDone = (by: string | null, at: string | null) => {
  const message = { zh: '该事项已经办结。', en: 'This is done already.' };
  return new ORPCError('ALREADY_DONE', { status: 409, message: message.en, data: { message, by, at } });
};

export const tooLarge = (message: Words) => new ORPCError('TOO_LARGE', { status: 413, message: message.en, data: { message } });
export const tooMany = (message: Words = { zh: '操作过于频繁，请稍后再试。', en: 'Too many attempts: try again later.' }) =>
  new ORPCError('TOO_MANY', { status: 429, message: message.en, data: { message } });
export const unavailable = (message: Words = { zh: '服务暂时不可用，请稍后再试。', en: 'Not available at the moment: try again later.' }) =>
  new ORPCError('UNAVAILABLE', { status: 503, message: message.en, data: { message } });
