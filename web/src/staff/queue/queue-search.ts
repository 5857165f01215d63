/** What the address of the queue says: which list, and what narrows it. Whatever does not fit is left out. */
import { queueFilters, queueViews, type QueueView, type SavedViewContent } from '#domain/tasks/queue-views.ts';

export type QueueSearch = Partial<SavedViewContent>;

export function queueSearchFrom(search: Record<string, unknown>): QueueSearch {
  const view = queueViews.find((known) => known === search['view']);
  const filters = Object.entries(queueFilters).flatMap(([name, schema]) => {
    // The router reads what looks like a number as one.
    const value = typeof search[name] === 'number' ? String(search[name]) : search[name];
    const read = schema.safeParse(value);
    return read.success && read.data !== undefined && read.data !== '' ? [[name, read.data]] : [];
  });
  return { ...(view ? { view } : {}), ...Object.fromEntries(filters) } as QueueSearch;
}

/** The same without what is undefined or empty, so that equal choices are equal. */
export const choice = (view: QueueView, filters: { [K in keyof QueueSearch]?: QueueSearch[K] | undefined }): SavedViewContent => ({ ...queueSearchFrom(filters), view });

export const isNarrowed = (search: QueueSearch): boolean => Object.keys(search).some((name) => name !== 'view');
