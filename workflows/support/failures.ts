/** The refusals that Updates answer with; the types are those of domain/messages. */
import { ApplicationFailure } from '@temporalio/workflow';
import { failureTypes } from '#domain/messages/messages.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { Journal } from './journal.ts';

export const refused = (refusal: Refusal): ApplicationFailure =>
  ApplicationFailure.create({ type: failureTypes.refused, message: refusal.message.en, details: [refusal], nonRetryable: true });

/** A refusal that cites the law of this kind of case (domain/law/of-case.ts). */
export const refusedHere = (journal: Journal, refusal: Refusal): ApplicationFailure => refused({ ...refusal, articles: journal.articlesHere(refusal.articles) });

export const alreadyDone = (by: string, at: string): ApplicationFailure =>
  ApplicationFailure.create({ type: failureTypes.alreadyDone, message: 'The task was completed before', details: [{ by, at }], nonRetryable: true });

export const notFound = (what: string): ApplicationFailure =>
  ApplicationFailure.create({ type: failureTypes.notFound, message: `Not found: ${what}`, details: [{ what }], nonRetryable: true });

export const invalid = (issues: readonly { path: string; message: string }[]): ApplicationFailure =>
  ApplicationFailure.create({ type: failureTypes.invalid, message: 'The outcome does not fit the task', details: [{ issues }], nonRetryable: true });
