/**
 * A task kind is one registered object. From it come the workflow's validation, the API's body, the form in the
 * browser and the audit's wording; so a new kind is one new file in this folder and one line in `catalogue.ts`
 * (a test holds the two together).
 */
import type { Authority } from '#domain/filing/kinds.ts';
import { z } from 'zod';
import type { ArticleId } from '#domain/law/articles.ts';
import type { TaskRole } from '#domain/people/roles.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { Personal } from '#domain/tasks/personal.ts';

/** When a task is due, counted from its opening by the court's clock. */
export type DueRule =
  | { in: 'workingDays'; count: number }
  | { in: 'minutes'; count: number }
  /** The stage says it (a hearing's start, a period that the court set). */
  | { in: 'givenByStage' }
  | { in: 'none' };

/** How the form in the browser shows a field that its JSON type alone does not tell. */
export type Widget =
  | 'textarea' | 'day' | 'time' | 'courtroom' | 'files' | 'file' | 'evidenceList' | 'opinions' | 'corrections' | 'json' | 'hidden' | 'sessionKind' | 'views';

export interface FieldMeta {
  label: Words;
  hint?: Words;
  widget?: Widget;
  [key: string]: unknown;
}

/** Labels travel with the schema, so that a form needs nothing else. */
export const field = <T extends z.ZodType>(schema: T, label: Words, more: Omit<FieldMeta, 'label'> = {}): T =>
  schema.meta({ label, ...more }) as T;

/** A reason or opinion that a person writes: kept in the record, so it must say something. */
export const reason = (label: Words = { zh: '理由', en: 'Reason' }) =>
  field(z.string().trim().min(2).max(2000), label, { widget: 'textarea' });

export interface TaskKind<Name extends string = string, Outcome extends z.ZodType = z.ZodType> {
  kind: Name;
  title: Words;
  /** Why it exists. */
  why: Words;
  /** What follows when nobody acts. */
  ifNobodyActs: Words;
  /** What follows from each answer, by the value that tells the answers apart; `answer` where there is but one form (answers.ts). */
  follows: Readonly<Record<string, Words>>;
  /** Answers that may be given to many tasks of this kind at once, and why that is lawful; absent: each by itself (bulk.ts). */
  bulk?: { answers: readonly string[]; why: Words };
  role: TaskRole;
  /** Others who may answer it besides the one it is addressed to. */
  alsoBy?: TaskRole[];
  /** Why no deputy may answer it while the one whom it is addressed to is absent; absent: a deputy may. */
  personal?: Personal;
  /** An agent of the party may answer it for the party, with this authority (CPL-62). */
  byAgent?: Authority;
  articles: readonly ArticleId[];
  due: DueRule;
  outcome: Outcome;
  /** What whoever answers must know of the participant whom the task is about: to call, to compare with a document. */
  of?: readonly ('phone' | 'identity')[];
  /** A page of its own instead of the made form (signing, the hearing room). */
  page?: 'signing' | 'hearingRoom' | 'transcript';
}

/**
 * A task kind from its parts. The schema is made when it is first asked for: every case loads the whole catalogue, and
 * meets few of its kinds.
 */
export function defineTask<Name extends string, Outcome extends z.ZodType>(parts: Omit<TaskKind<Name, Outcome>, 'outcome'> & { outcome: () => Outcome }): TaskKind<Name, Outcome> {
  const { outcome, ...kind } = parts;
  let made: Outcome | undefined;
  return { ...kind, get outcome() { return (made ??= outcome()); } };
}
