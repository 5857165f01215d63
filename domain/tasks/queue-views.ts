/** How the work queue can be looked at: its lists, and what narrows them. One schema for the API, the browser and saved views. */
import { z } from 'zod';
import { stages } from '#domain/case/stages.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';

/**
 * `mine`: addressed to me or claimed by me; `roles`: for whoever of my roles takes it; `division`: of my division's cases;
 * `snoozed`: what I put off; `completed`: what I did.
 */
export const queueViews = ['mine', 'roles', 'division', 'snoozed', 'completed'] as const;
export type QueueView = (typeof queueViews)[number];

/** `week`: within the next five working days; `later`: after them; `none`: without a time. */
export const dueWindows = ['overdue', 'today', 'week', 'later', 'none'] as const;
export type DueWindow = (typeof dueWindows)[number];

export const queueFilters = {
  caseId: z.uuid().optional(),
  kind: z.string().max(60).optional(),
  article: z.string().max(20).optional(),
  stage: z.enum([...stages, 'closed']).optional(),
  due: z.enum(dueWindows).optional(),
  /** Of the case number, the parties and the cause; words apart by spaces must all be there. */
  search: z.string().trim().max(100).optional(),
};

export const savedViewContent = z.strictObject({ view: z.enum(queueViews), ...queueFilters });
export type SavedViewContent = z.infer<typeof savedViewContent>;

/** What a row of the queue says of its case: made when the people or the cause change, not at every look. */
export interface CaseCard extends CaseKind { cause: string; parties: string }

/** As search text is kept and asked: full-width signs as half-width ones, so that (2026) finds （2026）. */
export const searchTerms = (search: string | undefined): string[] =>
  (search ?? '').normalize('NFKC').toLowerCase().split(/\s+/).filter((term) => term !== '');

/** Every two characters that stand together, as the index keeps them; none for a single character. */
export const bigramsOf = (term: string): string[] => {
  const signs = [...term];
  return [...new Set(signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`))];
};
