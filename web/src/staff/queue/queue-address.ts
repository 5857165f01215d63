/**
 * The names in the queue's address, for the router alone: it comes with every first page, a party's phone too, and must not bring
 * the schemas along. What the values mean, `queue-search.ts` says, where the queue is shown.
 */
import type { QueueSearch } from '#web/staff/queue/queue-search.ts';

const names = Object.keys({ view: true, caseId: true, kind: true, article: true, stage: true, due: true, search: true } satisfies Record<keyof Required<QueueSearch>, true>);

export function queueAddress(search: Record<string, unknown>): QueueSearch {
  return Object.fromEntries(names.flatMap((name) => {
    const value = search[name];
    return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [[name, String(value)]] : [];
  })) as QueueSearch;
}
