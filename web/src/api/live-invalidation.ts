/** Which reads a live change makes stale. Pure, so that a table of tests says it all. */
import type { LiveEvent } from '#api/contract/live-event.ts';
import { queryKeys } from '#web/api/query-keys.ts';

export interface Invalidation { queryKey: readonly unknown[]; exact?: boolean }

/** @returns the keys to invalidate, each with everything below it unless `exact`; the empty key is everything. */
export function invalidatedBy(event: LiveEvent): Invalidation[] {
  switch (event.type) {
    case 'journal':
      return [
        { queryKey: queryKeys.case(event.caseId) },
        { queryKey: queryKeys.cases },
        { queryKey: queryKeys.tasks },
        ...(event.hearingId ? [{ queryKey: queryKeys.hearing(event.hearingId) }] : []),
        ...(event.opened.length + event.closed.length > 0 ? [{ queryKey: queryKeys.supervision }] : []),
      ];
    case 'transcript':
      return [{ queryKey: queryKeys.transcript(event.hearingId) }];
    case 'claim':
      return [{ queryKey: queryKeys.tasks }];
    case 'comment':
      return [{ queryKey: queryKeys.comments(event.taskId) }, { queryKey: queryKeys.tasks }];
    case 'presence':
      return [{ queryKey: queryKeys.hearing(event.hearingId), exact: true }];
    case 'outbox':
      return [{ queryKey: queryKeys.outbox }];
    case 'clock':
      return [{ queryKey: queryKeys.court }, { queryKey: queryKeys.tasks }, { queryKey: queryKeys.cases }, { queryKey: ['case'] }];
    case 'resync':
      return [{ queryKey: [] }];
  }
}
