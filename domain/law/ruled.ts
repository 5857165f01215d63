import type { ArticleId } from './articles.ts';

/** A text in both languages of the court's pages. */
export type Words = { readonly zh: string; readonly en: string };

/** A decision and the articles that it rests on, so that every screen and every record can say why. */
export type Ruled<T> = { readonly value: T; readonly articles: readonly ArticleId[] };

/**
 * A refusal by rule. `code` is stable (records and clients match on it); `message` is for people;
 * `data` holds what the message was made from, for example the earliest lawful day.
 */
export type Refusal<Code extends string = string, Data = unknown> = {
  readonly code: Code;
  readonly articles: readonly ArticleId[];
  readonly message: Words;
  readonly data?: Data;
};

export function ruled<T>(value: T, ...articles: ArticleId[]): Ruled<T> {
  return { value, articles };
}

/** True for a refusal, false for a ruled value. */
export function isRefusal<T, R extends Refusal>(outcome: Ruled<T> | R): outcome is R {
  return 'code' in outcome && 'message' in outcome;
}
